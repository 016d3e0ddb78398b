"""What is on, and who is coming."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.flows.pushed import human_button
from bot.flows.which_visit import day_of, is_due, matching, own_or, sentence
from bot.flows.whose import is_self, whose
from bot.messages import Button, Press
from bot.phrases import saying
from bot.phrases.said import home, in_few_words
from bot.phrases.said import visits as words
from bot.seen import Person, Visit
from bot.talk import Ask, Facts, Flow, Heard, Say, Step, Talk, menu_button, say, slots_of

MOST_LINES, FEW_LINES = 14, 3
WEEKS = (
    (r"\b(?:the )?week after (?:next|that)\b|\bin two weeks\b|\bin a fortnight\b", 2),
    (r"\b(?:next|nxt|following) (?:week|wk)\b|\bweek after\b", 1),
)


def week(talk: Talk, facts: Facts) -> Step:
    """Visits of a day, of some days, or of the seven days from today."""
    person = _person(talk, facts)
    if not (person is None or isinstance(person, Person)):
        return person
    first, last, picked = _days(talk, facts)
    visits = talk.desk.visits(person.id if person else "", first, last)
    if picked:
        visits = tuple(v for v in visits if day_of(v).isoformat() in picked)
    if facts.get("person") and talk.me.voice in ("customer", "supporter"):
        return _of_worker(talk, person, str(facts["person"]), visits)
    if facts.get("part_of_day") or facts.get("start"):
        visits = tuple(matching(visits, {k: facts.get(k) for k in ("part_of_day", "start")})) or visits
    return say(_listing(talk, person, visits, first, last), *_after_list(talk, visits))


def _of_worker(talk: Talk, person: Person | None, worker: str, visits: Sequence[Visit]) -> Step:
    """ "When is Donna coming?": hers among the days asked about, else her next."""
    hers = matching(visits, {"person": worker})
    coming = hers or matching(own_or(talk, person.id if person else "", talk.today, 28), {"person": worker})
    if not coming:
        name = worker if worker != worker.lower() else worker.title()
        week_button = menu_button(home.SEE_WEEK, "list_visits")
        return say(words.NONE_WITH.format(worker=name), week_button, human_button())
    return say("\n".join(line(talk, v) for v in (hers or coming[:1])))


def _person(talk: Talk, facts: Facts) -> Person | Ask | Say | None:
    if talk.me.voice == "provider":
        return None
    return whose(talk, facts)


def _days(talk: Talk, facts: Facts) -> tuple[date, date, tuple[str, ...]]:
    if dates := facts.get("dates"):
        days = sorted(date.fromisoformat(str(d)) for d in dates)
        return days[0], days[-1], tuple(str(d) for d in dates)
    if facts.get("date"):
        first = date.fromisoformat(str(facts["date"]))
        return first, date.fromisoformat(str(facts.get("until") or facts["date"])), ()
    return (*_spell(str(facts.get("said") or ""), talk.today), ())


def _spell(said: str, today: date) -> tuple[date, date]:
    """The days asked about where none was named: next week and the like, else the seven days from today."""
    monday = today - timedelta(days=today.weekday())
    weeks = next((n for pattern, n in WEEKS if re.search(pattern, said.lower())), None)
    if weeks is not None:
        return monday + timedelta(weeks=weeks), monday + timedelta(weeks=weeks, days=6)
    if re.search(r"\bweek-? ?end\b", said.lower()):
        return max(today, monday + timedelta(days=5)), monday + timedelta(days=6)
    return today, today + timedelta(days=6)


def _listing(talk: Talk, person: Person | None, visits: Sequence[Visit], first: date, last: date) -> str:
    mine = person is None or is_self(talk, person)
    whose_words = words.YOURS if mine else words.OF.format(name=person.name if person else "")
    if not visits:
        return _none(talk, person, first, last)
    one_day = first == last
    heading = words.DAY if one_day else words.WEEK
    lines = [
        heading.format(
            whose=whose_words, day=saying.day(first, talk.today), first=saying.day(first, talk.today),
            last=saying.day(last, talk.today),
        )
    ]  # fmt: skip
    most = _most_lines()
    lines += [line(talk, v) for v in visits[:most]]
    if len(visits) > most:
        lines.append(words.MORE.format(count=len(visits) - most))
    return "\n".join(lines)


def _none(talk: Talk, person: Person | None, first: date, last: date) -> str:
    said = (
        words.NONE_DAY.format(day=saying.day(first, talk.today))
        if first == last
        else words.NONE_WEEK.format(first=saying.day(first, talk.today), last=saying.day(last, talk.today))
    )
    coming = own_or(talk, person.id if person else "", max(last, talk.today) + timedelta(days=1), 28)
    coming = tuple(v for v in coming if v.state != "requested")
    return said + (words.NEXT_IS.format(visit=sentence(coming[0], talk)) if coming else "")


def line(talk: Talk, visit: Visit) -> str:
    """One visit on one line."""
    start, end = visit.start.astimezone(saying.LONDON), visit.end.astimezone(saying.LONDON)
    day, time = saying.capital(saying.day(start.date(), talk.today)), saying.span(start.time(), end.time())
    if talk.me.voice == "provider":
        place = words.PLACE.format(place=visit.place) if visit.place else ""
        return words.LINE_PROVIDER.format(day=day, time=time, who=visit.for_name, title=visit.title, place=place)
    late = words.LATE.format(minutes=saying.length(visit.minutes_late)) if visit.minutes_late else ""
    note = late or words.STATES.get(visit.state, "")
    return words.LINE.format(day=day, time=time, who=visit.worker or visit.provider or words.NOBODY_SET, note=note)


def _after_list(talk: Talk, visits: Sequence[Visit]) -> tuple[Button, ...]:
    if talk.me.voice in ("provider", "broker"):
        return ()
    page = Button(home.OPEN_PAGE, "link", url=talk.desk.page("visits"))
    return (page,) if len(visits) > _most_lines() else ()


def _most_lines() -> int:
    return FEW_LINES if in_few_words() else MOST_LINES


def coming(talk: Talk, facts: Facts) -> Step:
    """Who is coming: on the day asked about, else the next one today or later."""
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    told = dict(facts.get("which_visit") or {})
    day = date.fromisoformat(str(told["date"])) if told.get("date") else talk.today
    visits = [v for v in own_or(talk, person.id, day, 1) if v.end > talk.now]
    visits = matching(visits, {k: told.get(k) for k in ("part_of_day", "start", "person")}) or visits
    if not visits:
        return say(_none(talk, person, day, day), human_button())
    return say(
        "\n".join(_who(talk, v, asks_late=bool(facts.get("asks_late"))) for v in visits), *_nobody_button(talk, visits)
    )


def _who(talk: Talk, visit: Visit, *, asks_late: bool) -> str:
    worker = visit.worker or visit.provider
    if not worker:
        return words.COMING_NOBODY.format(slot=sentence(visit, talk))
    if visit.state == "requested":
        return words.COMING_ASKED.format(worker=worker, slot=sentence(visit, talk))
    if visit.state == "started":
        return words.HERE_NOW.format(worker=worker, end=saying.when(visit.end, talk.now))
    late = words.NOT_SAID_LATE if asks_late else ""
    if visit.minutes_late:
        at = saying.when(visit.start + timedelta(minutes=visit.minutes_late), talk.now)
        late = words.COMING_LATE.format(minutes=saying.length(visit.minutes_late), at=at)
    about = f" {visit.about_worker}" if visit.about_worker else ""
    return words.COMING.format(worker=worker, slot=sentence(visit, talk), title=visit.title, about=about, late=late)


def _nobody_button(talk: Talk, visits: Sequence[Visit]) -> tuple[Button, ...]:
    due = [v for v in visits if is_due(talk, v)]
    if not due:
        return (human_button(),)
    press = Press("intent", {"intent": "worker_not_arrived"}, lasting=True)
    return (Button(home.NOBODY_HAS_COME, "option", press=press), human_button())


def _asks_late(talk: Talk, heard: Heard, text: str) -> Facts:
    return {**slots_of(talk, heard, text), "asks_late": True}


WEEK = Flow("week", slots_of, week)
COMING = Flow("coming", slots_of, coming)
LATE_QUERY = Flow("late_query", _asks_late, coming)
