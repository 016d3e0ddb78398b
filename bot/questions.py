"""One definition of a question, for a chat turn and for a page.

A `Question` says what is asked, its hint, its options and what to say to an answer that cannot be read. `read` turns
what was
typed (or posted by a form, or pressed) into a plain JSON value, or raises `NotUnderstood` with a kind sentence. A page
shows `words` as the label and `hint` as the hint; a chat turn joins them. What free talk tells in passing comes in as
`heard`, the slots of `bot.understanding`, so that "Tuesdays please, love" answers a question about days.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from bot.codes import tidy_code
from bot.phrases.saying import CODES, DAYS, LONDON, MONTHS

QuestionKind = Literal["text", "choice", "days", "day", "time", "length", "code"]
Value = str | dict[str, Any]

MORNING_OR_EVENING = "Is that in the morning or the evening? Please say it with am or pm, such as 8am."
LONGEST_TEXT = 1000
"""Characters kept of a free answer; a longer one is refused, not cut, so that nothing typed is lost unseen."""


@dataclass(frozen=True)
class Option:
    """One answer to choose: `value` is kept, `label` is shown on a button or beside a radio."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """What is asked. `name` is the fact it fills; `sorry` is said, before asking again, to an answer that cannot be read.

    `half` is the half of the day already told ("in the morning"), which settles a bare 8.
    """

    name: str
    kind: QuestionKind
    words: str
    sorry: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    half: Literal["", "am", "pm"] = ""

    @property
    def asked(self) -> str:
        """The question as a chat turn says it."""
        return f"{self.words} {self.hint}".strip()


class NotUnderstood(Exception):
    """An answer that cannot be read as one. `sentence` is kind, and says what would do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read(question: Question, typed: str, now: datetime, heard: Mapping[str, object] | None = None) -> Value:
    """The answer as a JSON value.

    text, code, choice: a string. day: ISO date. time: {"start", "end"?} as HH:MM. length: {"minutes"} or {"end"}.
    days: {"weekdays", "first"?} or {"dates"}. Raises `NotUnderstood`; a day gone by is said so.
    """
    chosen = _option(question, typed)
    if chosen is not None and question.kind in ("choice", "text"):
        return chosen
    if question.kind == "day" and heard and heard.get(question.name):
        heard = {**heard, "date": heard[question.name]}
    if question.half and re.fullmatch(
        r"(?:at )?(?:[1-9]|1[01])(?:[.:]\d\d)?(?: o'?clock)?", typed.lower().strip(" .!")
    ):
        typed = re.sub("[^0-9.:]", "", typed).strip(".") + question.half
    readers = {"text": _text, "choice": _no_option, "code": _code, "day": _day, "days": _days, "time": _time,
               "length": _length}  # fmt: skip
    value = readers[question.kind](typed if chosen is None else chosen, now, heard or {})
    if value is None:
        raise NotUnderstood(question.sorry)
    return value


def _option(question: Question, typed: str) -> str | None:
    """The option meant. A number or a name chooses among choices; "2" to "How long?" is two hours, not the second option."""
    said = _plain(typed).removeprefix("from ").removeprefix("for ")
    labels = {option.value: _plain(option.label) for option in question.options}
    exact = [v for v, label in labels.items() if said in (label, _plain(v))]
    if exact or question.kind in ("time", "length"):
        return exact[0] if exact else None
    if placed := _by_place(question, said):
        return placed
    begun = [v for v, label in labels.items() if said and label.startswith(said + " ")]
    if question.kind == "choice":
        begun = begun or [v for v, label in labels.items() if label in said]
        begun = begun or [v for v, label in labels.items() if _names(said) and _names(said) <= _names(label)]
    return begun[0] if len(begun) == 1 else None


def _by_place(question: Question, said: str) -> str | None:
    """ "2", or among choices "the second one"; an answer of more words than that is no bare number."""
    words = said.split()
    places = [int(said) - 1] if re.fullmatch("[1-9]", said) else []
    if question.kind == "choice" and len(words) <= 3:
        places += [n for n, word in enumerate(ORDINALS) if word in words]
    return next((question.options[n].value for n in places if n < len(question.options)), None)


ORDINALS = ("first", "second", "third", "fourth", "fifth")


def _names(said: str) -> set[str]:
    """The words that can tell options apart: not "please", "the" or "one", nor bare numbers."""
    return {w for w in said.split() if len(w) > 2 and not w[0].isdigit()} - {"please", "the", "one", "that", "yes"}


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w£:/ -]", "", words.lower()).split())


def _no_option(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    return None


def _text(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    words = " ".join(typed.split())
    if len(words) > LONGEST_TEXT:
        raise NotUnderstood(f"That is a long message. Please say it in under {LONGEST_TEXT} letters.")
    return words if any(c.isalpha() for c in words) else None


def _code(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    return tidy_code(typed) or None


def _day(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    day = read_day(typed, now) or _heard_day(heard)
    if day is not None and day < now.astimezone(LONDON).date():
        raise NotUnderstood("That day has gone. Please give a day from today on.")
    return day.isoformat() if day else None


def _days(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    if weekdays := heard.get("weekdays") or read_weekdays(typed):
        first = {"first": heard["date"]} if heard.get("date") else {}
        return {"weekdays": list(weekdays), **first}  # type: ignore[call-overload]
    if dates := heard.get("dates"):
        return {"dates": list(dates)}  # type: ignore[call-overload]
    if heard.get("repeat") == "daily":
        return {"weekdays": list(CODES)}
    if heard.get("repeat") == "weekdays":
        return {"weekdays": list(CODES[:5])}
    one = _day(typed, now, heard)
    return {"dates": [one]} if one else None


def _time(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    if heard.get("start"):
        end = {"end": str(heard["end"])} if heard.get("end") else {}
        return {"start": str(heard["start"]), **end}
    times = read_times(typed)
    if times is None and re.fullmatch(r"(?:at )?0?[678](?:[.:]\d\d)?", typed.strip(" .!")):
        raise NotUnderstood(MORNING_OR_EVENING)
    return times


def _length(typed: str, now: datetime, heard: Mapping[str, object]) -> Value | None:
    if heard.get("end"):
        return {"end": str(heard["end"])}
    minutes = heard.get("duration_minutes") or read_minutes(typed)
    return {"minutes": minutes} if isinstance(minutes, int) and minutes > 0 else None


def _heard_day(heard: Mapping[str, object]) -> date | None:
    try:
        return date.fromisoformat(str(heard["date"])) if heard.get("date") else None
    except ValueError:
        return None


def read_day(typed: str, now: datetime) -> date | None:
    """A plain day: today, tomorrow, a weekday (the next such), 2026-12-01, 1/12, 1/12/2026, 1 December."""
    said, today = _plain(typed), now.astimezone(LONDON).date()
    if said in ("today", "tomorrow"):
        return today + timedelta(days=said == "tomorrow")
    for at, name in enumerate(DAYS):
        if said in (name.lower(), name.lower()[:3], f"on {name.lower()}"):
            return today + timedelta(days=(at - today.weekday() - 1) % 7 + 1)
    return _written_day(said, today)


def _written_day(said: str, today: date) -> date | None:
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", said):
        return _date(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?", said):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else None
        return _next(int(found[1]), int(found[2]), year, today)
    months = "|".join(m.lower()[:3] for m in MONTHS)
    if found := re.search(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({months})\w*(?: (\d{{4}}))?$", said):
        month = [m.lower()[:3] for m in MONTHS].index(found[2]) + 1
        return _next(int(found[1]), month, int(found[3]) if found[3] else None, today)
    return None


def _next(day: int, month: int, year: int | None, today: date) -> date | None:
    if year is not None:
        return _date(year, month, day)
    here = _date(today.year, month, day)
    return here if here and here >= today else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_weekdays(typed: str) -> list[str]:
    """Standing days: named with an s, or after "every", or two and more; one bare weekday is a day, not this."""
    said = _plain(typed)
    named = [str(code) for name, code in zip(DAYS, CODES, strict=True) if _is_named(name, said)]
    standing = re.search(r"days\b|\bevery\b", said)
    return named if len(named) > 1 or standing else []


def _is_named(name: str, said: str) -> bool:
    shorts = {"Tuesday": "tues?", "Wednesday": "weds?", "Thursday": "thu|thurs?"}
    return bool(re.search(rf"\b(?:{name.lower()}s?|{shorts.get(name, name.lower()[:3])})\b", said))


def read_times(typed: str) -> dict[str, Any] | None:
    """ "9 to 10", "9-10am", "09:30", "2pm", "9.30 until 11". An hour from 6 to 8 with no am or pm is not read (ask)."""
    part = r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?"
    found = re.search(rf"\b{part}\s*(?:-|–|to|till|til|until)\s*{part}(?![\d/])", typed.lower())
    if found:
        start = _hour(found[1], found[2], found[3], found[6])
        end = _hour(found[4], found[5], found[6], None, after=start)
        return {"start": start.isoformat("minutes"), "end": end.isoformat("minutes")} if start and end else None
    one = re.fullmatch(rf"(?:at |about |around )?{part}(?: o'?clock)?(?: please)?", typed.lower().strip(" .!?"))
    start = _hour(one[1], one[2], one[3], None) if one else None
    return {"start": start.isoformat("minutes")} if start else None


def _hour(
    hours: str, minutes: str | None, half: str | None, other: str | None, after: time | None = None
) -> time | None:
    hour, minute = int(hours), int(minutes or 0)
    if hour > 23 or minute > 59:
        return None
    half = half or (None if len(hours) == 2 and hours[0] == "0" else _likely_half(hour, other, after))
    if half is None and 6 <= hour <= 8 and len(hours) == 1 and after is None:
        return None
    if hour <= 12 and half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)


def _likely_half(hour: int, other: str | None, after: time | None) -> str | None:
    """Bare hours: 9 to 11 morning, 12 noon, 1 to 5 afternoon; an end is the first such hour after its start."""
    if hour > 12 or hour == 0:
        return None
    if after is not None:
        return "am" if hour % 12 > after.hour else "pm"
    if other and 6 <= hour <= 8:
        return other
    return "am" if 9 <= hour <= 11 else ("pm" if hour == 12 or hour <= 5 else None)


def read_minutes(typed: str) -> int | None:
    """ "1 hour", "90 minutes", "half an hour", "1.5 hours", "an hour and a half", "2"(hours)."""
    said = typed.lower().strip(" .!")
    fixed = {"half an hour": 30, "half hour": 30, "an hour": 60, "one hour": 60, "an hour and a half": 90,
             "two hours": 120, "a couple of hours": 120, "three hours": 180}  # fmt: skip
    if said in fixed:
        return fixed[said]
    if re.fullmatch(r"(?:for )?(?:(?:about )?(?:an?|one) )?(?:hour|hr)(?: or so| please)?", said):
        return 60
    if found := re.search(
        r"(\d+(?:\.\d+)?)\s*(?:hours?|hrs?|h)\b(?:\s*(?:and )?(\d+)\s*(?:minutes?|mins?|m)\b)?", said
    ):
        return round(float(found[1]) * 60) + int(found[2] or 0)
    if found := re.search(r"(\d+)\s*(?:minutes?|mins?)\b", said):
        return int(found[1])
    return int(said) * 60 if re.fullmatch(r"[1-9]", said) else None
