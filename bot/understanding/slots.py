"""The slots of an intent, only what the words state, by section 2 of the annotation rules."""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from bot.understanding.figures import Money, asked_unit, find_money, find_phone
from bot.understanding.languages import named_in
from bot.understanding.names import Name, find_names
from bot.understanding.need import find_need
from bot.understanding.places import find_place, is_town
from bot.understanding.reading import Roster, Slots
from bot.understanding.when import When
from bot.understanding.whom import for_whom, gender, workers
from bot.understanding.words import Message

ANY_NAME = "donna"
"""What stands for every name when evidence is weighed."""
NONE = frozenset({"yes", "no", "greeting_or_thanks", "stop_messages", "out_of_scope", "danger_now"})
NEW_HELP = frozenset({"find_help", "book_visit", "add_outcome", "ask_cost", "match_need"})
OF_A_VISIT = frozenset(
    {
        "cancel_visit", "change_visit", "who_is_coming", "worker_not_arrived", "worker_late_query", "accept_request", "decline_request", "running_late", "arrived",
        "finished", "cannot_come",
    }
)  # fmt: skip
NEAR_NOW = frozenset({"running_late", "arrived", "finished", "cannot_come", "worker_not_arrived", "worker_late_query"})
PAST = frozenset({"raise_concern", "give_feedback", "finished", "arrived"})
_NEW_VALUE = re.compile(r"(?:(?<!used )to|make it|for|at|until|till|rather (?:have|be)|want it|be|on to|onto|have it|do|is|come|comes|can|could)(?: about| around| on| the| at| it| be| nearer| like)* $")
_OLD_VALUE = re.compile(r"(?:instead of|rather than|not|normally|usually|from|usual|supposed to be|booked for|booked at|meant to be|in place of|it is|she is|was|currently|he is|my|the|mum 's|dad 's|her|his|is at|comes at|is on)(?: at| on| the| it is| about| around)* $")
_URGENT_NOW = re.compile(r"(?<!\w)(?:urgent|urgently|straight ?away|right away|right now|immediately|immediate start|this (?:minute|instant)|at once|emergency cover|now(?= please|$| [.!?])|need (?:\w+ ){1,4}now)(?!\w)")
_SOON = re.compile(r"(?<!\w)(?:asap|as soon as (?:possible|poss|you can|we can|can be)|soon|soonish|soonest|as quick(?:ly)? as (?:possible|you can)|at your earliest)(?!\w)(?! as (?:i|she|he|we))")


@dataclass(frozen=True)
class Reading:
    """A message and everything found in it, shared by the choice of intent, the slots and the questions."""

    message: Message
    when: When
    past: When
    names: list[Name]
    money: list[Money]
    roster: Roster | None

    @cached_property
    def phone(self) -> str | None:
        return find_phone(self.message.text)

    @cached_property
    def with_names_levelled(self) -> str:
        """The plain text with every name as one and the same, so that evidence need not know names."""
        plain = self.message.plain
        for name in reversed(self.names):
            plain = f"{plain[: name.start]}{ANY_NAME}{plain[name.end :]}"
        return plain

    @cached_property
    def levelled(self) -> str:
        """The plain text with every name, day, time, length and sum made one and the same: what examples are learnt on."""
        marks = [
            *((n.start, n.end, ANY_NAME) for n in self.names),
            *((d.start, d.end, "dayx") for d in self.when.days),
            *((t.start, t.end, "timex") for t in self.when.times),
            *((x.start, x.end, "longx") for x in self.when.lengths),
            *((m.start, m.end, "£") for m in self.money),
        ]
        plain, taken = self.message.plain, len(self.message.plain) + 1
        for start, end, word in sorted(marks, reverse=True):
            if end <= taken:
                plain, taken = f"{plain[:start]}{word}{plain[end:]}", start
        return plain

    @cached_property
    def language(self) -> str | None:
        return named_in(self.message)


def read(message: Message, when: When, past: When, roster: Roster | None) -> Reading:
    """Find names and money once."""
    names = [n for n in find_names(message, roster) if not is_town(n.text)]
    return Reading(message, when, past, names, find_money(message.plain), roster)


def fill(intent: str, role: str, r: Reading) -> Slots:
    """Every slot the words state for this intent."""
    if intent in NONE:
        return {}
    if intent == "talk_to_human":
        return {"phone": r.phone} if r.phone else {}
    slots: Slots = {}
    if role in ("customer", "supporter"):
        slots["for_whom"] = for_whom(r.message, intent, wide=intent in NEW_HELP - {"match_need"}, named_worker=bool(r.names))
        if intent == "ask_cost" and slots["for_whom"] == "self":
            slots["for_whom"] = None
    if intent == "add_outcome":
        slots["need"] = find_need(r.message, intent, ())
        return _stated(slots)
    if intent in ("set_backup_contact", "change_how_we_talk"):
        slots["phone"] = r.phone
    if intent == "change_how_we_talk":
        slots["language"] = r.language
        return _stated(slots)
    when = r.past if intent in PAST and _past_told(r.message.plain) else r.when
    if intent in OF_A_VISIT:
        _visit_slots(intent, r, when, slots)
    else:
        _top_level(intent, r, when, slots)
    _of_money(intent, r, slots)
    if intent in NEW_HELP:
        _of_new_help(intent, r, slots)
    if intent in ("list_requests", "change_availability", "caseload"):
        slots["place"] = _place(r)
    return _stated(slots)


def _stated(slots: Slots) -> Slots:
    return {name: value for name, value in slots.items() if value not in (None, "", [], {})}


def _past_told(plain: str) -> bool:
    return not re.search(r"(?<!\w)(?:will|going to|coming|next|tomorrow|is due)(?!\w)", plain)


def _place(r: Reading) -> str | None:
    return find_place(r.message, r.roster.places if r.roster else ())


def _person(r: Reading) -> str | None:
    return r.names[0].text if r.names else None


def _of_new_help(intent: str, r: Reading, slots: Slots) -> None:
    plain = r.message.plain
    place = _place(r)
    slots["place"] = place
    slots["gender"] = gender(r.message)
    slots["workers"] = workers(plain)
    slots["language"] = r.language
    if intent != "ask_cost":
        slots["urgency"] = _urgency(plain)
    cut = [*r.when.spans, *((m.start, m.end) for m in r.money), *((n.start, n.end) for n in r.names)]
    if place:
        at = re.search(rf"(?:(?:in|near|around|round|at|outside|from|over in|nr) )?(?:the )?{re.escape(Message.read(place).plain)}", plain)
        cut += [at.span()] if at else []
    if r.language:
        cut += [m.span() for m in re.finditer(rf"(?:who )?(?:can )?(?:that )?(?:speaks? )?(?<!\w){re.escape(r.language.lower())}(?: speaking| speaker)?", plain)]
    slots["need"] = find_need(r.message, intent, cut)


def _urgency(plain: str) -> str | None:
    if re.search(r"(?<!\w)(?:urgent\w*|asap|quick\w*|desperate\w*|emergency|need\w* (?:\w+ ){0,4})(?: \w+){0,4} (?:today|by tonight)|today (?:urgent\w*|asap|if (?:at all )?possible|please urgent)|(?:before|by) the end of (?:today|the day)|later today|sometime today asap", plain) and re.search(r"urgent|asap|quick|desperate|emergency|end of", plain):
        return "today"
    if _URGENT_NOW.search(plain):
        return "now"
    return "soon" if _SOON.search(plain) else None


def _of_money(intent: str, r: Reading, slots: Slots) -> None:
    if intent in ("pay", "ask_pay_due") and r.money:
        slots["amount_pence"] = r.money[0].pence
    if intent == "ask_cost":
        slots["price_unit"] = asked_unit(r.message.plain)
    if intent in ("find_help", "book_visit", "match_need"):
        limit = next((m for m in r.money if m.ceiling or m.unit), None)
        if limit:
            slots["max_price_pence"] = limit.pence
            slots["price_unit"] = limit.unit or None


def _top_level(intent: str, r: Reading, when: When, slots: Slots) -> None:
    if intent in ("set_backup_contact", "client_status"):
        slots["person"] = _person(r)
        return
    if intent in ("ask_balance", "caseload") or (intent == "client_status"):
        slots["person"] = _person(r) if intent != "ask_balance" else None
        _put_days(when, slots)
        return
    slots["person"] = _person(r)
    _put_days(when, slots)
    if intent == "ask_cost":
        slots["duration_minutes"] = when.stated_length() if not asked_unit(r.message.plain) or re.search(r"\d hours?|half an hour|couple|minutes", r.message.plain) else None
    if intent in ("pay", "ask_pay_due", "find_help", "list_requests"):
        if intent in ("find_help", "list_requests"):
            _put_times(when, slots)
        return
    if intent in ("raise_concern", "give_feedback"):
        if (slots.get("date") or slots.get("dates")) and (part := when.part()):
            slots["part_of_day"] = part
        start, _, _ = when.clock(nearest=False)
        slots["start"] = _hhmm(start)
        return
    _put_times(when, slots)
    if intent in ("book_visit", "match_need"):
        slots["duration_minutes"] = when.stated_length()


def _put_times(when: When, slots: Slots) -> None:
    start, end, _ = when.clock(nearest=False)
    slots["start"], slots["end"] = _hhmm(start), _hhmm(end)
    if start and not end and re.search(r"(?:until|till|finish(?:ing)? at|up to|before) (?:about )?$", when.plain[: when.times[0].start]):
        slots["start"], slots["end"] = None, _hhmm(start)
    slots["part_of_day"] = None if when.dinner else when.part()


def _hhmm(t: time | None) -> str | None:
    return f"{t:%H:%M}" if t else None


def _put_days(when: When, slots: Slots) -> None:
    """Days at top level: single, several, standing, or a spell."""
    singles = [d for d in when.days if d.dates]
    standing = [d for d in when.days if d.repeat and d.weekdays]
    repeat = next((d.repeat for d in when.days if d.repeat), "")
    until = next((d.until for d in when.days if d.until), None)
    if standing:
        slots["weekdays"] = [w for w in ("MO", "TU", "WE", "TH", "FR", "SA", "SU") if any(w in d.weekdays for d in standing)]
        slots["repeat"] = "fortnightly" if any(d.repeat == "fortnightly" for d in when.days) else standing[0].repeat
    elif repeat in ("daily", "weekdays", "once"):
        slots["repeat"] = repeat
    elif repeat and singles and singles[0].weekday_only is not None:
        slots["weekdays"], slots["repeat"] = _weekly(when), repeat
        singles = [d for d in singles if d.weekday_only is None]
    elif repeat:
        slots["repeat"] = repeat
    _put_single(singles, slots)
    if until:
        slots["until"] = until.isoformat()
    if not when.days and (implied := when.implied_morning()):
        slots["date"] = implied.isoformat()


def _weekly(when: When) -> list[str]:
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    return [codes[d.weekday_only] for d in when.days if d.weekday_only is not None]


def _put_single(singles: list, slots: Slots) -> None:  # type: ignore[type-arg]
    dates: list[date] = sorted({day for d in singles for day in d.dates})
    if len(dates) == 1:
        slots["date"] = dates[0].isoformat()
    elif len(dates) > 1:
        slots["dates"] = [d.isoformat() for d in dates]


def _visit_slots(intent: str, r: Reading, when: When, slots: Slots) -> None:
    if intent == "change_visit":
        _changed(r, when, slots)
        return
    whole: Slots = {}
    _put_days(when, whole)
    visit: Slots = {"person": _person(r)}
    if set(whole) - {"date"} or "dates" in whole:
        slots.update(whole)
    else:
        visit.update(whole)
    start, end, _ = when.clock(nearest=intent in NEAR_NOW)
    _put_clock(intent, r, when, start, visit, slots)
    part = when.part()
    if part and not when.dinner:
        (slots if "date" not in visit and set(whole) & {"dates", "weekdays", "until"} else visit)["part_of_day"] = part
    lengths = [x for x in when.lengths if not re.search(r"(?:for (?:a|an)? ?|every )$", r.message.plain[: x.start])]
    if intent == "running_late" and lengths and not slots.get("start"):
        slots["minutes_late"] = lengths[0].minutes
    if intent in ("worker_not_arrived", "worker_late_query") and lengths and re.match(r" (?:late|overdue|over|behind)", r.message.plain[lengths[0].end :]):
        slots["minutes_late"] = lengths[0].minutes
    visit = _stated(visit)
    if visit:
        slots["which_visit"] = visit


def _put_clock(intent: str, r: Reading, when: When, start: time | None, visit: Slots, slots: Slots) -> None:
    if start is None:
        return
    if intent == "running_late":
        told = r.message.plain[: when.times[0].start]
        (visit if re.search(r"(?:due at|supposed to be there at|meant to be at|for (?:the|my|her|his)|my|the|her|his|was|due) $", told) else slots)["start"] = _hhmm(start)
        if len(when.times) > 1 and "start" in visit:
            slots["start"] = _hhmm(when.times[1].nearest(when.now))
    elif intent == "arrived":
        slots["start"] = _hhmm(start)
    elif intent == "finished":
        slots["end"] = _hhmm(start)
    else:
        visit["start"] = _hhmm(start)


_RATHER = re.compile(r"(?:rather than|instead of|in place of|not|for) $")


def _changed(r: Reading, when: When, slots: Slots) -> None:
    """Old values identify the visit, new ones stand at the top."""
    plain = r.message.plain
    visit: Slots = {}
    _old_and_new_people(r, visit, slots)
    days = [d for d in when.days if d.dates]
    _old_and_new_days(plain, days, visit, slots)
    standing: Slots = {}
    _put_days(when, standing)
    for name in ("weekdays", "repeat", "until"):
        if name in standing:
            slots[name] = standing[name]
    _old_and_new_times(plain, when, visit, slots)
    part = when.part() if not when.times else None
    parts = when.parts
    of_call = [p for p in parts if re.search(r"(?:call|visit|run|slot)s?$", plain[p.start : p.end])]
    if of_call:
        visit["part_of_day"] = of_call[0].part
        parts = [p for p in parts if p not in of_call]
        part = parts[0].part if len(parts) == 1 and not when.times else None
    if len(parts) == 2 and not when.times and _NEW_VALUE.search(plain[: parts[1].start]):
        visit["part_of_day"], slots["part_of_day"] = parts[0].part, parts[1].part
    elif part:
        target = slots if parts and _to_new(plain, parts[0].start) and visit else visit
        target["part_of_day"] = part
    visit = _stated(visit)
    if visit:
        slots["which_visit"] = visit


def _to_new(plain: str, start: int) -> bool:
    return bool(re.search(r"(?:to|until|till|into|make it|making it|for|onto|prefer|prefers|rather have) (?:the |be |in the |about |later in the )?$", plain[:start])) and not re.search(r"(?:from|instead of|rather than)", plain[max(0, start - 24) : start])


def _old_and_new_people(r: Reading, visit: Slots, slots: Slots) -> None:
    plain, names = r.message.plain, r.names
    if not names:
        return
    if len(names) == 1:
        before = plain[: names[0].start]
        new = re.search(r"(?:have|with|by|want|get|send|to|like|prefer|could|can) $", before) and re.search(r"(?:instead|rather than|swap|different)", plain)
        old = re.search(r"(?:instead of|rather than|swap|not|change|other than) $", before)
        (slots if new and not old and not re.match(r" (?:come|'s)", plain[names[0].end :]) else visit)["person"] = names[0].text
        if re.match(r" (?:come|do|instead)", plain[names[0].end :]) and re.search(r"instead(?! of (?:at|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the morning))", plain) and re.search(r"(?:can|could|have|get|let|want) $", before) and not old:
            visit.pop("person", None)
            slots["person"] = names[0].text
        return
    first, second = names[0], names[1]
    joint = plain[first.end : second.start]
    if re.search(r"rather than|instead of|in place of|not", joint):
        slots["person"], visit["person"] = first.text, second.text
    else:
        visit["person"], slots["person"] = first.text, second.text


def _old_and_new_days(plain: str, days: list, visit: Slots, slots: Slots) -> None:  # type: ignore[type-arg]
    flat = [(d, day) for d in days for day in d.dates]
    if not flat:
        return
    if len(days) == 1 and len(flat) == 1:
        new_only = _to_new(plain, days[0].start) and re.search(r"(?:move|change|swap|shift|push|put|bring|switch|rearrange|reschedule|postpone)", plain[: days[0].start]) and not re.search(r"(?:for|book\w*) $", plain[: days[0].start])
        (slots if new_only else visit)["date"] = flat[0][1].isoformat()
        return
    if len(days) > 1:
        first, second = days[0], days[1]
        reversed_ = re.search(r"(?:rather than|instead of|not|in place of)(?: on| the| my)* $", plain[first.end : second.start])
        old, new = (second, first) if reversed_ else (first, second)
        visit["date"], slots["date"] = old.dates[0].isoformat(), new.dates[0].isoformat()
        if visit["date"] == slots["date"]:
            del slots["date"]
        return
    slots["dates"] = [day.isoformat() for _, day in flat]


def _old_and_new_times(plain: str, when: When, visit: Slots, slots: Slots) -> None:
    times = when.times
    if not times:
        return
    if when.ranges and len(times) == 2 and not re.search(r"(?:from|move|change|put|push|shift|switch|swap)(?: \w+){0,4} (?:from )?$", plain[: times[0].start]):
        start, end, _ = when.clock(nearest=False)
        slots["start"], slots["end"] = _hhmm(start), _hhmm(end)
        return
    told = [t.as_time(half=when.half) for t in times]
    if len(times) == 1:
        old = re.search(r"(?:instead of|rather than|not|the|my|normally|usually|usual|'s|from|it is|booked for) (?:at )?$", plain[: times[0].start]) and not re.search(r"make it|(?<!\w)to $", plain[: times[0].start][-8:])
        (visit if old else slots)["start"] = _hhmm(told[0])
        return
    reversed_ = re.search(r"(?:rather than|instead of|not|in place of)(?: at| the)* $", plain[times[0].end : times[1].start + 0])
    old_time, new_time = (told[1], told[0]) if reversed_ else (told[0], told[1])
    visit["start"], slots["start"] = _hhmm(old_time), _hhmm(new_time)
