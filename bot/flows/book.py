"""Book visits with a chosen offering: days, time, length, from, until; then the price of the whole run, read back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.desk import DeskRefusal
from bot.flows.quote_words import read_back
from bot.flows.whose import whose
from bot.messages import Button, Press, Reply
from bot.phrases import saying
from bot.phrases.said import booking as words
from bot.phrases.said import home
from bot.questions import NotUnderstood, Option, Question, Value
from bot.seen import Person, Wanted
from bot.talk import Ask, Facts, Flow, GoTo, Heard, ReadBack, Say, Step, Talk

LONGEST_WEEKS = 12
"""A standing booking runs at most so long before it is asked about again."""

SHORTEST_MINUTES, LONGEST_MINUTES = 15, 24 * 60

DAYS = Question("days", "days", words.WHICH_DAYS, words.WHICH_DAYS_SORRY, words.WHICH_DAYS_HINT)
TIME = Question("time", "time", words.WHAT_TIME, words.WHAT_TIME_SORRY, words.WHAT_TIME_HINT)
LENGTHS = tuple(Option(f"{m} minutes", saying.length(m)) for m in (30, 60, 120, 180))
LENGTH = Question("length", "length", words.HOW_LONG, words.HOW_LONG_SORRY, options=LENGTHS)
HALVES: dict[str, Literal["", "am", "pm"]] = {
    "morning": "am", "afternoon": "pm", "teatime": "pm", "evening": "pm", "bedtime": "pm",
}  # fmt: skip
NOTE = Question("note", "text", words.NOTE, words.NOTE_SORRY)


def begin(talk: Talk, heard: Heard, text: str) -> Facts:
    """What was heard, sorted into days, time, length, first and last day."""
    slots = dict(heard.slots)
    facts = {k: v for k, v in slots.items() if k in ("for_whom", "need", "place", "gender", "language", "part_of_day")}
    facts.update(said=text, worker=str(slots.get("person") or ""))
    facts["either"] = {slot: list(two) for slot, two in heard.either.items() if slot in ("date", "start")}
    return {**facts, **_times(slots), **_days(slots, text, talk.today)}


def _times(slots: Facts) -> Facts:
    found = {k: slots[k] for k in ("start", "end") if slots.get(k)}
    if slots.get("start") and not slots.get("end") and slots.get("duration_minutes"):
        found["end"] = _after(str(slots["start"]), int(slots["duration_minutes"]))
    elif slots.get("duration_minutes"):
        found["minutes"] = slots["duration_minutes"]
    return found


def _days(slots: Facts, text: str, today: date) -> Facts:
    repeat, day = slots.get("repeat"), slots.get("date")
    every = {"every_weeks": 2} if repeat == "fortnightly" else {}
    standing = {"daily": list(saying.CODES), "weekdays": list(saying.CODES[:5])}
    weekdays = slots.get("weekdays") or standing.get(str(repeat))
    if weekdays:
        first = day or _next_week(text, weekdays, today)
        run = {"first": first} if first else {}
        return {"weekdays": list(weekdays), **every, **run, **({"until": slots["until"]} if slots.get("until") else {})}
    if slots.get("until") and day:
        return {"weekdays": list(saying.CODES), "first": day, "until": slots["until"]}
    dates = slots.get("dates") or ([day] if day else [])
    return {"dates": list(dates)} if dates else {}


def _next_week(text: str, weekdays: Sequence[str], today: date) -> str | None:
    if not re.search(r"\bnext week\b", text.lower()):
        return None
    return _first_of(weekdays, today + timedelta(days=6 - today.weekday())).isoformat()


def _first_of(weekdays: Sequence[str], after: date) -> date:
    return min(saying.next_such_day(code, after) for code in weekdays)


def _after(start: str, minutes: int) -> str:
    at = datetime.combine(date(2000, 1, 1), time.fromisoformat(start)) + timedelta(minutes=minutes)
    return at.time().isoformat("minutes")


def step(talk: Talk, facts: Facts) -> Step:
    """Ask what is missing, then quote and read back."""
    if talk.me.role == "visitor":
        return GoTo("find", facts)
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    facts = {**facts, "person_id": person.id}
    if not facts.get("offering_id"):
        return GoTo("find", facts)
    if missing := _missing(talk, facts):
        return missing
    wanted = wanted_of(facts)
    quote = talk.desk.quote(wanted)
    seen = {**facts, "seen_pence": quote.total_pence, "left_out": [t.wanted.start.isoformat() for t in quote.taken]}
    yes = words.YES_ASK_REST if quote.taken else words.YES_ASK
    return ReadBack(read_back(quote, talk, person), seen, yes=yes)


def _missing(talk: Talk, facts: Facts) -> Ask | None:
    if facts.get("wants_note"):
        return Ask(NOTE, facts)
    if not facts.get("weekdays") and not facts.get("dates"):
        return Ask(replace(DAYS, options=_readings(facts, "date")), facts)
    if not facts.get("start"):
        half = HALVES.get(str(facts.get("part_of_day")), "")
        return Ask(replace(TIME, half=half, options=() if half else _readings(facts, "start")), facts)
    if not facts.get("end"):
        return Ask(LENGTH, facts)
    if facts.get("weekdays") and not facts.get("first"):
        return Ask(_from_when(facts["weekdays"], talk.today), facts)
    if facts.get("weekdays") and not facts.get("until"):
        return Ask(_until_when(date.fromisoformat(facts["first"])), facts)
    return None


def _readings(facts: Facts, slot: str) -> tuple[Option, ...]:
    """The two days or times that what was said can mean, as buttons."""
    two = facts.get("either", {}).get(slot, [])
    if slot == "start":
        return tuple(Option(t, saying.clock(time.fromisoformat(t))) for t in two)
    return tuple(Option(d, saying.plain_date(date.fromisoformat(d))) for d in two)


def _from_when(weekdays: list[str], today: date) -> Question:
    week_end = today + timedelta(days=6 - today.weekday())
    soon, later = _first_of(weekdays, today), _first_of(weekdays, week_end)
    options = [Option(later.isoformat(), words.NEXT_WEEK.format(day=saying.plain_date(later)))]
    if soon != later:
        options.insert(0, Option(soon.isoformat(), words.THIS_WEEK.format(day=saying.plain_date(soon))))
    return Question("first", "day", words.FROM_WHEN, words.FROM_WHEN_SORRY, options=tuple(options))


def _until_when(first: date) -> Question:
    ends = [(weeks, first + timedelta(weeks=weeks) - timedelta(days=1)) for weeks in (4, 8, LONGEST_WEEKS)]
    options = tuple(Option(d.isoformat(), words.WEEKS.format(weeks=w, day=saying.plain_date(d))) for w, d in ends)
    return Question("until", "day", words.UNTIL_WHEN, words.UNTIL_WHEN_SORRY, options=options)


def wanted_of(facts: Facts) -> Wanted:
    """The booking these facts describe. Every essential must be there."""
    dates = tuple(date.fromisoformat(d) for d in facts.get("dates", ()))
    return Wanted(
        person_id=facts["person_id"], offering_id=facts["offering_id"],
        start=time.fromisoformat(facts["start"]), end=time.fromisoformat(facts["end"]),
        first=min(dates) if dates else date.fromisoformat(facts["first"]),
        weekdays=tuple(facts.get("weekdays", ())), dates=dates, every_weeks=int(facts.get("every_weeks", 1)),
        until=date.fromisoformat(facts["until"]) if facts.get("until") else None, note=str(facts.get("note", "")),
    )  # fmt: skip


def do(talk: Talk, facts: Facts) -> Step:
    """Ask the provider for what was read back, at the price that was read back."""
    asked = talk.desk.ask(wanted_of(facts), int(facts["seen_pence"]), bool(facts["left_out"]), talk.key)
    text = words.ASKED.format(provider=asked.provider, answer_by=saying.when(asked.answer_by, talk.now))
    week = Button(home.SEE_WEEK, "option", press=Press("week", {"person": facts["person_id"]}, lasting=True))
    if asked.pay_url:
        pay = Button(words.PAY_NOW, "link", url=asked.pay_url)
        return Say((Reply(text + words.PAY_FIRST, (pay, week)),), undo=("ask", asked.booking_id))
    return Say((Reply(text, (week,)),), undo=("ask", asked.booking_id))


def keep(facts: Facts, name: str, value: Value) -> Facts:
    """Spread an answer over the facts it settles."""
    if name == "days" and isinstance(value, dict):
        cleared = {k: v for k, v in facts.items() if k not in ("weekdays", "dates", "first", "until", "every_weeks")}
        return {**cleared, **value}
    if name == "time" and isinstance(value, dict):
        return _with_length({**facts, **value})
    if name == "length" and isinstance(value, dict):
        if not SHORTEST_MINUTES <= int(value.get("minutes", SHORTEST_MINUTES)) <= LONGEST_MINUTES:
            raise NotUnderstood(words.LENGTH_BOUNDS)
        end = value.get("end") or _after(facts["start"], int(value["minutes"]))
        return {**facts, "end": end}
    if name == "note":
        return {**{k: v for k, v in facts.items() if k != "wants_note"}, "note": value}
    return {**facts, name: value}


def _with_length(facts: Facts) -> Facts:
    if not facts.get("end") and facts.get("minutes"):
        return {**facts, "end": _after(facts["start"], int(facts["minutes"]))}
    return facts


FORGETS = {
    "days": ("weekdays", "dates", "first", "until"),
    "time": ("start", "end", "minutes"),
    "who": ("offering_id", "worker", "shown"),
}


def forget(facts: Facts, name: str) -> Facts:
    """Take out what is to be changed; a note is asked for instead."""
    if name == "note":
        return {**facts, "wants_note": True}
    return {k: v for k, v in facts.items() if k not in FORGETS.get(name, (name,))}


def change(facts: Facts) -> tuple[Option, ...]:
    """What may be changed before asking."""
    both = (Option("days", words.CHANGE_DAYS), Option("time", words.CHANGE_TIME))
    if facts.get("weekdays"):
        run = (Option("first", words.CHANGE_FIRST), Option("until", words.CHANGE_LAST))
        return (*both, *run, Option("note", words.CHANGE_NOTE))
    return (*both, Option("who", words.CHANGE_WHO), Option("note", words.CHANGE_NOTE))


def refused(facts: Facts, refusal: DeskRefusal) -> Facts | None:
    """A new price or a slot just gone is quoted again; a day gone by is asked for again."""
    if refusal.code in ("price_changed", "slot_taken") and "seen_pence" in facts:
        return {k: v for k, v in facts.items() if k not in ("seen_pence", "left_out")}
    if refusal.code == "past_date":
        return forget(facts, "first") if facts.get("weekdays") else forget(facts, "days")
    if refusal.code in ("not_found", "not_bookable"):
        return forget(facts, "who")
    return None


def amend(talk: Talk, facts: Facts, heard: Heard) -> Facts | None:
    """ "Make it 10" or "Wednesdays, not Tuesdays", said at the read-back."""
    if heard.slots.get("need") or heard.slots.get("person"):
        return None
    told = {**_times(dict(heard.slots)), **_days(dict(heard.slots), "", talk.today)}
    if not told:
        return None
    if "start" in told and "end" not in told and facts.get("start") and facts.get("end"):
        told["end"] = _same_length(facts, str(told["start"]))
    if "weekdays" in told or "dates" in told:
        facts = forget(facts, "days")
    return {**facts, **told}


def _same_length(facts: Facts, start: str) -> str:
    was, end = time.fromisoformat(facts["start"]), time.fromisoformat(facts["end"])
    minutes = (end.hour * 60 + end.minute - was.hour * 60 - was.minute) % (24 * 60)
    return _after(start, minutes)


BOOK = Flow("book", begin, step, do, keep, forget, change, refused, amend)
