"""Which visit is meant, by what was said of it: day, part of day, time, or whose."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from bot.phrases import saying
from bot.phrases.said import whose as words
from bot.questions import Option, Question
from bot.seen import Slot, Visit
from bot.talk import Ask, Facts, Heard, Say, Talk, say, slots_of

PARTS: Mapping[str, tuple[int, int]] = {
    "morning": (5, 12),
    "lunchtime": (11, 15),
    "afternoon": (12, 17),
    "teatime": (15, 19),
    "evening": (17, 23),
    "bedtime": (19, 24),
    "night": (20, 24),
}
"""Hours of local time in which a visit said to be of that part of the day may start: from, and before."""

TITLES = ("mr", "mrs", "miss", "ms", "dr")
OPEN_STATES = ("planned", "changed", "covered", "started", "requested")


def with_both_days(talk: Talk, heard: Heard, text: str) -> Facts:
    """What was heard, with the two days a visit may be on where one was said that can be read in two ways ("next Thursday")."""
    two = heard.either.get("which_visit") or heard.either.get("date") or ()
    return {**slots_of(talk, heard, text), **({"either_day": list(two)} if two else {})}


def on_either(facts: Facts, visits: Sequence[Visit]) -> list[Visit]:
    """The visits on the two days that were meant perhaps, all of them where none was or neither has any."""
    two = facts.get("either_day") or ()
    return [v for v in visits if day_of(v).isoformat() in two] or list(visits)


def which_visit(talk: Talk, facts: Facts, visits: Sequence[Visit]) -> Visit | Ask | Say:
    """The visit meant among these, or the question that settles it. Keep the answer as fact `visit_id`."""
    if chosen := facts.get("visit_id"):
        for visit in visits:
            if visit.id == chosen:
                return visit
        return say(words.NO_SUCH_VISIT)
    if not visits:
        return say(words.NO_VISITS)
    told = dict(facts.get("which_visit") or {})
    alike = matching(visits, told)
    if len(alike) == 1:
        return alike[0]
    lead = _not_there(visits, told, talk) if told and not alike else ""
    options = tuple(Option(v.id, label(v, talk)) for v in (alike or visits)[:4])
    return Ask(Question("visit_id", "choice", words.WHICH_VISIT, words.WHICH_VISIT_SORRY, options=options), facts, lead)


def _not_there(visits: Sequence[Visit], told: Mapping[str, object], talk: Talk) -> str:
    """Why no visit fits: none on that day, or none of all that was told."""
    if told.get("date") and not matching(visits, {"date": told["date"]}):
        return words.NO_VISIT_ON.format(day=saying.day(date.fromisoformat(str(told["date"])), talk.today))
    return words.NO_SUCH_VISIT


def matching(visits: Sequence[Visit], told: Mapping[str, object]) -> list[Visit]:
    """The visits that everything told fits."""
    return [v for v in visits if _on_day(v, told) and _in_part(v, told) and _at(v, told) and _with(v, told)]


def label(visit: Visit, talk: Talk) -> str:
    """A short label for a button: "Mrs K, tomorrow 9am" for a provider, "Donna, tomorrow 9am" for others."""
    start = visit.start.astimezone(saying.LONDON)
    who = visit.for_name if talk.me.voice == "provider" else (visit.worker or visit.title)
    return f"{who}, {saying.day(start.date(), talk.today)} {saying.clock(start.time())}"


def sentence(visit: Visit, talk: Talk) -> str:
    """The same within a sentence: "on Thursday 26 November, 9am to 10am"."""
    return saying.at_slot(Slot(visit.start, visit.end), talk.today)


def own_or(talk: Talk, person_id: str, first: date, days: int) -> tuple[Visit, ...]:
    """Open visits from `first` for so many days: a provider's own work, or the person's."""
    who = "" if talk.me.voice == "provider" else person_id
    found = talk.desk.visits(who, first, first + timedelta(days=days - 1))
    return tuple(v for v in found if v.state in OPEN_STATES)


def day_of(visit: Visit) -> date:
    """The local day a visit begins; a night belongs to the day it starts."""
    return visit.start.astimezone(saying.LONDON).date()


def is_due(talk: Talk, visit: Visit) -> bool:
    """Its time has come and nobody has said they are there. From the very start: who waits alone should not wait on."""
    return visit.state in ("planned", "changed", "covered") and visit.start <= talk.now


def _on_day(visit: Visit, told: Mapping[str, object]) -> bool:
    return not told.get("date") or day_of(visit).isoformat() == told["date"]


def _in_part(visit: Visit, told: Mapping[str, object]) -> bool:
    hours = PARTS.get(str(told.get("part_of_day") or ""))
    return hours is None or hours[0] <= visit.start.astimezone(saying.LONDON).hour < hours[1]


def _at(visit: Visit, told: Mapping[str, object]) -> bool:
    if not told.get("start"):
        return True
    said, start = time.fromisoformat(str(told["start"])), visit.start.astimezone(saying.LONDON)
    return abs((start.hour * 60 + start.minute) - (said.hour * 60 + said.minute)) <= 30


def _with(visit: Visit, told: Mapping[str, object]) -> bool:
    """By any name told ("Donna" is Donna Marsh), or by an initial ("Mrs K")."""
    said = [w for w in str(told.get("person") or "").lower().replace(".", "").split() if w not in TITLES]
    known = f"{visit.for_name} {visit.worker} {visit.provider}".lower().replace(".", "").split()
    return not said or any(w in known or (len(w) == 1 and any(k.startswith(w) for k in known)) for w in said)
