"""Move one visit: what would change and what it costs is read back; then its provider is asked, and all stays until their yes."""

from dataclasses import replace
from datetime import date, time
from typing import Any, Literal

from bot.desk import DeskRefusal
from bot.flows.home import to_page
from bot.flows.pushed import human_button
from bot.flows.stop_visit import AHEAD_DAYS
from bot.flows.which_visit import matching, on_either, own_or, sentence, which_visit, with_both_days
from bot.flows.whose import is_self, whose
from bot.messages import Button, Press, Reply
from bot.phrases import saying
from bot.phrases.said import booking, home
from bot.phrases.said import visits as words
from bot.phrases.said import whose as whose_words
from bot.questions import NotUnderstood, Option, Question, Value
from bot.seen import MoveTerms, NewTime, Person, Visit
from bot.talk import Ask, Facts, Flow, Heard, ReadBack, Say, Step, Talk, say

FRAME = "Please book a visit on"
"""A frame in which bare words of a day, a time or a length are heard as such."""

NEW_TIME = ("date", "start", "end", "duration_minutes")
HALVES: dict[str, Literal["", "am", "pm"]] = {
    "morning": "am", "afternoon": "pm", "teatime": "pm", "evening": "pm", "bedtime": "pm",
}  # fmt: skip
SHORTEST_MINUTES, LONGEST_MINUTES = 15, 24 * 60
WHAT_CHANGES = (
    Option("day", words.MOVE_ANOTHER_DAY), Option("time", words.MOVE_ANOTHER_TIME), Option("length", words.MOVE_LENGTH),
)  # fmt: skip
TO_WHAT = Question(
    "to", "text", words.MOVE_TO_WHAT, words.MOVE_TO_WHAT_SORRY, words.MOVE_TO_WHAT_HINT, options=WHAT_CHANGES
)
DAY = Question("date", "day", words.MOVE_DAY, booking.WHICH_DAYS_SORRY)
TIME = Question("time", "time", booking.WHAT_TIME, booking.WHAT_TIME_SORRY)
LENGTHS = tuple(Option(f"{m} minutes", saying.length(m)) for m in (30, 60, 120, 180))
LENGTH = Question("length", "length", booking.HOW_LONG, booking.HOW_LONG_SORRY, options=LENGTHS)


def begin(talk: Talk, heard: Heard, text: str) -> Facts:
    """What was heard; with the two readings of a day or a time that can be read in two ways."""
    return {**with_both_days(talk, heard, text), "either": _either(heard)}


def _either(heard: Heard) -> dict[str, list[str]]:
    """The two readings of the new day or time. Two days of the visit as it stands ("tomorrow", at 2 a.m.) are no new ones."""
    new = ("start",) if "which_visit" in heard.either else ("date", "start")
    return {slot: list(two) for slot, two in heard.either.items() if slot in new and slot in heard.ask}


def step(talk: Talk, facts: Facts) -> Step:
    """Find the visit and its new time, ask for what is missing, and read back what would change."""
    if talk.me.voice == "provider":
        return to_page(talk, facts)
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    facts = {**facts, "person_id": person.id}
    if said := _not_by_moving(talk, facts):
        return said
    visits = [v for v in own_or(talk, person.id, talk.today, AHEAD_DAYS) if v.start > talk.now]
    if not visits:
        return say(whose_words.NO_VISITS, human_button())
    facts = _told_is_new(facts, visits)
    visit = which_visit(talk, facts, on_either(facts, visits))
    if not isinstance(visit, Visit):
        return visit
    facts = {**facts, "visit_id": visit.id}
    if facts.get("to"):
        facts = _heard_to(talk, facts)
    if asked := _missing(facts):
        return asked
    return _read_back(talk, facts, talk.desk.move_terms(new_time(facts, visit)), person)


def _not_by_moving(talk: Talk, facts: Facts) -> Say | None:
    """Somebody else to come, or every week from now on, is no moving of one visit."""
    if facts.get("person") and talk.me.voice != "broker":
        text = words.MOVE_NOT_WHO.format(worker=facts["person"])
        need = Press("intent", {"intent": "find_help"}, lasting=True)
        return say(text, Button(home.FIND_HELP, "option", press=need), human_button())
    if facts.get("weekdays") or facts.get("repeat") in ("daily", "weekly", "fortnightly", "weekdays"):
        page = Button(home.OPEN_PAGE, "link", url=talk.desk.page("visits", str(facts["person_id"])))
        return say(words.MOVE_ONE_ONLY, page, human_button())
    return None


def _told_is_new(facts: Facts, visits: list[Visit]) -> Facts:
    """ "Can she come Wednesday?": a day on which there is no visit, and nothing else told, is where it is to go."""
    told = dict(facts.get("which_visit") or {})
    if not told.get("date") or _is_told(facts) or facts.get("part_of_day") or facts.get("visit_id"):
        return facts
    if matching(visits, {"date": told["date"]}):
        return facts
    day = told.pop("date")
    return {**facts, "which_visit": told, "date": day}


def _heard_to(talk: Talk, facts: Facts) -> Facts:
    """The answer to "what shall it move to": which of them, or words of a day, a time or a length."""
    said, kept = str(facts["to"]), {k: v for k, v in facts.items() if k != "to"}
    if said in FORGETS:
        return {**kept, "again": said}
    heard = talk.hear(said)
    if not _new(heard):
        heard = talk.hear(f"{FRAME} {said}")
    told = _new(heard)
    return {**kept, **told, "either": _either(heard), "not_heard": not told and not _either(heard)}


def _new(heard: Heard) -> Facts:
    return {k: v for k, v in heard.slots.items() if k in (*NEW_TIME, "part_of_day")}


def _missing(facts: Facts) -> Ask | None:
    either = facts.get("either") or {}
    if facts.get("again") == "day" or (either.get("date") and not facts.get("date")):
        days = tuple(Option(d, saying.plain_date(date.fromisoformat(d))) for d in either.get("date", ()))
        return Ask(replace(DAY, options=days), facts)
    half = HALVES.get(str(facts.get("part_of_day") or ""), "")
    open_time = either.get("start") or (half and not _is_told(facts))
    if facts.get("again") == "time" or (open_time and not facts.get("start")):
        two = either.get("start", ()) if not half else ()
        times = tuple(Option(t, saying.clock(time.fromisoformat(t))) for t in two)
        return Ask(replace(TIME, options=times, half=half), facts)
    if facts.get("again") == "length":
        return Ask(LENGTH, facts)
    if _is_told(facts):
        return None
    sorry = words.MOVE_TO_WHAT_SORRY if facts.get("not_heard") else ""
    return Ask(TO_WHAT, {k: v for k, v in facts.items() if k != "not_heard"}, sorry)


def _is_told(facts: Facts) -> bool:
    return any(facts.get(name) for name in NEW_TIME)


def new_time(facts: Facts, visit: Visit) -> NewTime:
    """What these facts would change of this visit. What was not told stays as it is."""
    start = time.fromisoformat(str(facts["start"])) if facts.get("start") else None
    return NewTime(
        visit.id,
        day=date.fromisoformat(str(facts["date"])) if facts.get("date") else None,
        start=start,
        minutes=_minutes(facts, start or visit.start.astimezone(saying.LONDON).time()),
    )


def _minutes(facts: Facts, start: time) -> int | None:
    if facts.get("end"):
        end = time.fromisoformat(str(facts["end"]))
        return (end.hour * 60 + end.minute - start.hour * 60 - start.minute - 1) % LONGEST_MINUTES + 1
    return int(facts["duration_minutes"]) if facts.get("duration_minutes") else None


def _read_back(talk: Talk, facts: Facts, terms: MoveTerms, person: Person) -> ReadBack:
    for_name = "" if is_self(talk, person) else words.FOR_NAME.format(name=person.name)
    agree = "".join(booking.AGREE.format(terms=one) for one in terms.agree_to)
    text = words.MOVE_READ_BACK.format(
        worker=terms.visit.worker or terms.provider, for_name=for_name, was=sentence(terms.visit, talk),
        to=saying.slot_words(terms.to, talk.today), price=_price(terms), provider=terms.provider, agree=agree,
    )  # fmt: skip
    return ReadBack(text, {**facts, "seen_pence": terms.pence}, yes=booking.YES_ASK)


def _price(terms: MoveTerms) -> str:
    more = terms.pence - terms.was_pence
    if not terms.pence and not terms.was_pence:
        return words.MOVE_FREE
    said = words.MOVE_SAME if not more else words.MOVE_MORE if more > 0 else words.MOVE_LESS
    return said.format(price=saying.money(terms.pence), difference=saying.money(abs(more)))


def do(talk: Talk, facts: Facts) -> Step:
    """Ask the provider for what was read back, at the price that was read back."""
    visits = {v.id: v for v in own_or(talk, str(facts["person_id"]), talk.today, AHEAD_DAYS)}
    visit = visits.get(str(facts["visit_id"]))
    if visit is None:
        return say(whose_words.NO_SUCH_VISIT, human_button())
    asked = talk.desk.move_visit(new_time(facts, visit), int(facts["seen_pence"]), talk.key)
    text = words.MOVE_ASKED.format(provider=asked.provider, answer_by=saying.when(asked.answer_by, talk.now))
    week = Button(home.SEE_WEEK, "option", press=Press("week", {"person": facts["person_id"]}, lasting=True))
    return Say((Reply(text, (week,)),), undo=("ask", asked.booking_id))


def keep(facts: Facts, name: str, value: Value) -> Facts:
    """An answer among the facts: a time may bring its end, a length its minutes or its end."""
    kept: dict[str, Any] = {k: v for k, v in facts.items() if k != "again"}
    if name == "time" and isinstance(value, dict):
        return {**kept, **value, "part_of_day": ""}
    if name == "length" and isinstance(value, dict):
        minutes = value.get("minutes")
        if minutes is not None and not SHORTEST_MINUTES <= int(minutes) <= LONGEST_MINUTES:
            raise NotUnderstood(booking.LENGTH_BOUNDS)
        return {**kept, "end": value.get("end"), "duration_minutes": minutes}
    return {**kept, name: value}


FORGETS = {"day": ("date",), "time": ("start", "end"), "length": ("end", "duration_minutes")}


def forget(facts: Facts, name: str) -> Facts:
    """Take out what is to be changed, and ask for it; another visit means starting from which."""
    if name == "visit_id":
        return {k: v for k, v in facts.items() if k not in ("visit_id", "which_visit", "either_day")}
    return {**{k: v for k, v in facts.items() if k not in FORGETS[name]}, "either": {}, "again": name}


def change(facts: Facts) -> tuple[Option, ...]:
    """What may be changed before asking."""
    return (
        Option("day", words.CHANGE_DAY), Option("time", booking.CHANGE_TIME), Option("length", words.CHANGE_LENGTH),
        Option("visit_id", words.CHANGE_VISIT),
    )  # fmt: skip


def refused(facts: Facts, refusal: DeskRefusal) -> Facts | None:
    """A new price is read back anew. A time that cannot be had, has gone, or is the old one is asked for again."""
    if refusal.code == "price_changed":
        return {k: v for k, v in facts.items() if k != "seen_pence"}
    if refusal.code in ("slot_taken", "past_date", "invalid", "over_budget") and _is_told(facts):
        return {k: v for k, v in facts.items() if k not in (*NEW_TIME, "part_of_day", "seen_pence", "either")}
    return None


def amend(talk: Talk, facts: Facts, heard: Heard) -> Facts | None:
    """ "Make it 10", said at the read-back, changes the new time."""
    slots = {**dict(heard.slots.get("which_visit") or {}), **heard.slots}  # type: ignore[call-overload]
    told = {k: slots[k] for k in NEW_TIME if slots.get(k)}
    if not told or slots.get("person") or slots.get("weekdays"):
        return None
    if "start" in told and "end" not in told:
        facts = {k: v for k, v in facts.items() if k != "end"}
    return {**facts, **told}


MOVE_ONE = Flow("move_one", begin, step, do, keep, forget, change, refused, amend)
