"""The slots of an intent, only what the words state, by section 2 of the annotation rules."""

import re
from datetime import time

from bot.understanding.changes import changed
from bot.understanding.figures import asked_unit
from bot.understanding.found import Reading
from bot.understanding.need import find_need
from bot.understanding.parts import find_parts
from bot.understanding.places import find_place
from bot.understanding.reading import Slots
from bot.understanding.when import When
from bot.understanding.whom import for_whom, gender, workers
from bot.understanding.words import Message
from bot.understanding.writing import hhmm, put_days, put_times, stated

_MINUTES = {"five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40}
_BARE_MINUTES = re.compile(
    r"(?<![\w.:])(?P<n>\d{1,2}|five|ten|fifteen|twenty|thirty|forty) (?:or so )?(?:late|behind|away|off|over)(?!\w)"
)
NONE = frozenset({"yes", "no", "greeting_or_thanks", "stop_messages", "out_of_scope", "danger_now"})
NEW_HELP = frozenset({"find_help", "book_visit", "add_outcome", "ask_cost", "match_need"})
OF_A_VISIT = frozenset(
    {
        "cancel_visit",
        "change_visit",
        "who_is_coming",
        "worker_not_arrived",
        "worker_late_query",
        "accept_request",
        "decline_request",
        "running_late",
        "arrived",
        "finished",
        "cannot_come",
    }
)
NEAR_NOW = frozenset({"running_late", "arrived", "finished", "cannot_come", "worker_not_arrived", "worker_late_query"})
PAST = frozenset({"raise_concern", "give_feedback", "finished", "arrived", "ask_pay_due"})
_URGENT_NOW = re.compile(
    r"(?<!\w)(?:urgent|urgently|straight ?away|right away|right now|immediately|immediate "
    r"start|this (?:minute|instant)|at once|emergency cover|now(?= please)|^now(?= ?,)|"
    r"(?:help|here|someone|somebody|anyone|carer|round|over) now(?= ?$| [.!?])|need "
    r"(?:\w+ ){1,4}now)(?!\w)"
)
_CAME = re.compile(r"(?<!\w)(?:did|came|went|last seen|was it|has been|have been)(?!\w)")
_CALL = re.compile(r"(?<!\w)(?:breakfast|lunch|dinner|tea|supper|bed) (?:calls?|visits?)(?!\w)")
_SOON = re.compile(
    r"(?<!\w)(?:asap|as soon as (?:possible|poss|you can|we can|can be)|soon|soonish|soonest|"
    r"as quick(?:ly)? as (?:possible|you can)|at your earliest)(?!\w)(?! as (?:i|she|he|we))"
)


def fill(intent: str, role: str, r: Reading) -> Slots:
    """Every slot the words state for this intent."""
    if intent in NONE:
        return {}
    if intent == "talk_to_human":
        return {"phone": r.phone} if r.phone else {}
    slots: Slots = {}
    if role in ("customer", "supporter"):
        slots["for_whom"] = for_whom(
            r.message, intent, role=role, wide=intent in NEW_HELP - {"match_need"}, named_worker=bool(r.names)
        )
        if intent == "ask_cost" and slots["for_whom"] == "self":
            slots["for_whom"] = None
    if intent == "add_outcome":
        slots["need"] = find_need(r.message, intent, ())
        return stated(slots)
    if intent in ("set_backup_contact", "change_how_we_talk"):
        slots["phone"] = r.phone
    if intent == "change_how_we_talk":
        slots["language"] = r.language
        return stated(slots)
    when = r.past if _is_past(intent, r) else r.when
    if intent in OF_A_VISIT:
        _visit_slots(intent, r, when, slots)
    else:
        _top_level(intent, r, when, slots)
    _of_money(intent, r, slots)
    if intent in NEW_HELP:
        _of_new_help(intent, r, slots)
    if intent in ("list_requests", "change_availability", "caseload"):
        slots["place"] = _place(r)
    return stated(slots)


def _is_past(intent: str, r: Reading) -> bool:
    """Whether the days told lie behind: nobody fails to come on a day that is yet to be."""
    if intent in ("ask_pay_due", "worker_not_arrived"):
        return True
    if intent in ("list_visits", "who_is_coming"):
        return bool(_CAME.search(r.message.plain)) and _past_told(r.message.plain)
    return intent in PAST and _past_told(r.message.plain)


def _past_told(plain: str) -> bool:
    return not re.search(r"(?<!\w)(?:will|going to|coming|next|tomorrow|is due)(?!\w)", plain)


def _place(r: Reading, *, brief: bool = False) -> str | None:
    return find_place(r.message, r.roster.places if r.roster else (), brief=brief)


def _person(r: Reading) -> str | None:
    return r.names[0].text if r.names else None


def _of_new_help(intent: str, r: Reading, slots: Slots) -> None:
    plain = r.message.plain
    place = _place(r, brief=intent == "match_need")
    slots["place"] = place
    slots["gender"] = gender(r.message)
    slots["workers"] = workers(plain)
    slots["language"] = r.language
    if intent != "ask_cost":
        slots["urgency"] = _urgency(plain)
    cut = [*r.when.spans, *((m.start, m.end) for m in r.money), *((n.start, n.end) for n in r.names)]
    if place:
        at = re.search(
            r"(?:(?:in|near|around|round|at|outside|from|over in|nr) )?(?:the "
            rf")?{re.escape(Message.read(place).plain)}",
            plain,
        )
        cut += [at.span()] if at else []
    if r.language:
        cut += [
            m.span()
            for m in re.finditer(
                rf"(?:who )?(?:can )?(?:that )?(?:speaks? )?(?<!\w){re.escape(r.language.lower())}(?: "
                r"speaking| speaker)?",
                plain,
            )
        ]
    slots["need"] = find_need(r.message, intent, cut)
    if not slots["need"] and (call := _CALL.search(plain)):
        slots["need"] = r.message.said(*call.span())


def _urgency(plain: str) -> str | None:
    if re.search(
        r"(?<!\w)(?:urgent\w*|asap|quick\w*|desperate\w*|emergency|need\w* (?:\w+ ){0,4})(?: "
        r"\w+){0,4} (?:today|by tonight)|today (?:urgent\w*|asap|if (?:at all )?possible|please "
        r"urgent)|(?:before|by) the end of (?:today|the day)|later today|sometime today asap",
        plain,
    ) and re.search(r"urgent|asap|quick|desperate|emergency|end of", plain):
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
    if intent == "ask_balance":
        slots["person"] = None if "for_whom" in slots else _person(r)
        return
    if intent == "caseload":
        slots["person"] = _person(r)
        put_days(when, slots)
        return
    slots["person"] = _person(r)
    if intent == "pay":
        return
    put_days(when, slots)
    if intent == "ask_cost":
        slots["duration_minutes"] = (
            when.stated_length()
            if not asked_unit(r.message.plain) or re.search(r"\d hours?|half an hour|couple|minutes", r.message.plain)
            else None
        )
    if intent in ("ask_pay_due", "find_help", "list_requests"):
        if intent in ("find_help", "list_requests"):
            put_times(when, slots)
        return
    if intent in ("raise_concern", "give_feedback"):
        if (slots.get("date") or slots.get("dates")) and (part := when.part()):
            slots["part_of_day"] = part
        start, _, _ = when.clock(nearest=False)
        slots["start"] = hhmm(start)
        return
    put_times(when, slots)
    if intent in ("book_visit", "match_need"):
        slots["duration_minutes"] = when.stated_length()


def _visit_slots(intent: str, r: Reading, when: When, slots: Slots) -> None:
    if intent == "change_visit":
        changed(r, when, slots)
        return
    whole: Slots = {}
    put_days(when, whole)
    visit: Slots = {"person": _person(r)}
    if set(whole) - {"date"} or "dates" in whole:
        slots.update(whole)
    else:
        visit.update(whole)
    start, _, _ = when.clock(nearest=intent in NEAR_NOW)
    _put_clock(intent, r, when, start, visit, slots)
    part = when.part() or _part_of_the_worker(r, when)
    if part and not when.dinner:
        (slots if "date" not in visit and set(whole) & {"dates", "weekdays", "until"} else visit)["part_of_day"] = part
    lengths = [x for x in when.lengths if not re.search(r"(?:for (?:a|an)? ?|every )$", r.message.plain[: x.start])]
    if intent == "running_late" and lengths:
        slots["minutes_late"] = lengths[0].minutes
    if (
        intent in ("worker_not_arrived", "worker_late_query")
        and lengths
        and re.match(r" (?:late|overdue|over|behind)", r.message.plain[lengths[0].end :])
    ):
        slots["minutes_late"] = lengths[0].minutes
    if intent == "running_late" and "minutes_late" not in slots and (bare := _BARE_MINUTES.search(r.message.plain)):
        slots["minutes_late"] = _MINUTES.get(bare["n"]) or int(bare["n"])
    visit = stated(visit)
    if visit:
        slots["which_visit"] = visit


def _part_of_the_worker(r: Reading, when: When) -> str | None:
    """ "My morning girl is not here" tells of the morning visit."""
    told = {p.part for p in find_parts(r.message.plain, of_workers=True)}
    return told.pop() if len(told) == 1 and not when.times and not when.parts else None


def _put_clock(intent: str, r: Reading, when: When, start: time | None, visit: Slots, slots: Slots) -> None:
    if start is None:
        return
    if intent == "running_late":
        told = r.message.plain[: when.times[0].start]
        (
            visit
            if re.search(
                r"(?:due at|supposed to be there at|meant to be at|for (?:the|my|her|his)|my|the|her|his|'s|"
                r"was|due) $",
                told,
            )
            else slots
        )["start"] = hhmm(start)
        if len(when.times) > 1 and "start" in visit:
            slots["start"] = hhmm(when.times[1].nearest(when.now))
    elif intent == "arrived":
        slots["start"] = hhmm(start)
    elif intent == "finished":
        slots["end"] = hhmm(start)
    else:
        visit["start"] = hhmm(start)
