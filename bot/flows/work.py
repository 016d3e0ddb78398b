"""A worker's day: can't come, running late, arrived, finished."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from bot.flows.pushed import human_button
from bot.flows.which_visit import day_of, matching, on_either, own_or, sentence, which_visit, with_both_days
from bot.phrases import saying
from bot.phrases.said import home
from bot.phrases.said import work as words
from bot.questions import Option, Question, Value
from bot.seen import Visit
from bot.talk import Ask, Facts, Flow, ReadBack, Say, Step, Talk, menu_button, say, slots_of

AHEAD_DAYS = 28
ILL_WORDS = ("ill", "sick", "poorly", "covid", "flu", "cold", "bug", "hospital", "unwell", "rough", "vomit", "virus")
LATE = Question(
    "late", "length", words.HOW_LATE, words.HOW_LATE_SORRY,
    options=tuple(Option(f"{m} minutes", f"{m} minutes") for m in (15, 30, 45)),
)  # fmt: skip
NEAR = timedelta(hours=6)
"""An arrival or a finish said now is about a visit that starts or ends within this time."""


def cannot_come(talk: Talk, facts: Facts) -> Step:
    """Give up visits: which ones, read back one by one, then told."""
    visits = [v for v in own_or(talk, "", talk.today, AHEAD_DAYS) if v.end > talk.now and v.state != "started"]
    if not visits:
        return say(words.NO_WORK, human_button())
    meant = _meant(visits, facts)
    if meant is None:
        return Ask(_which_day(talk, on_either(facts, visits)), facts)
    if not meant:
        return Ask(_which_day(talk, visits), {k: v for k, v in facts.items() if k != "which_visit"}, words.NO_WORK)
    shown = [words.VISIT.format(for_name=v.for_name, slot=sentence(v, talk)) for v in meant[:4]]
    if len(meant) > 4:
        shown.append(words.MORE_VISITS.format(count=len(meant) - 4))
    facts = {**facts, "visit_ids": [v.id for v in meant]}
    return ReadBack(words.ILL_READ_BACK.format(visits=saying.listed(shown)), facts, yes=words.YES_TELL)


def _meant(visits: Sequence[Visit], facts: Facts) -> list[Visit] | None:
    """The visits told of, or None if nothing was told that says which."""
    if chosen := facts.get("which"):
        return [v for v in visits if chosen in (v.id, day_of(v).isoformat())]
    told = dict(facts.get("which_visit") or {})
    if facts.get("date") and facts.get("until"):
        return [v for v in visits if str(facts["date"]) <= day_of(v).isoformat() <= str(facts["until"])]
    if facts.get("dates"):
        return [v for v in visits if day_of(v).isoformat() in facts["dates"]]
    if facts.get("date"):
        told.setdefault("date", facts["date"])
    return matching(visits, told) if told.get("date") else (_only(matching(visits, told)) if told else None)


def _only(found: list[Visit]) -> list[Visit] | None:
    return found if len(found) == 1 else None


def _which_day(talk: Talk, visits: Sequence[Visit]) -> Question:
    days = sorted({day_of(v) for v in visits})[:3]
    options = [Option(d.isoformat(), words.ALL_ON.format(day=saying.day(d, talk.today))) for d in days]
    return Question("which", "day", words.WHICH_DAY, words.WHICH_DAY_SORRY, options=tuple(options))


def tell_cannot_come(talk: Talk, facts: Facts) -> Step:
    """Give the visits up. Illness is not repeated to anyone; only that the worker can't come."""
    ill = any(word in str(facts.get("said", "")).lower().split() for word in ILL_WORDS)
    done = talk.desk.cannot_come(tuple(facts["visit_ids"]), "ill" if ill else "", talk.key)
    return say((words.ILL_DONE if ill else words.ILL_DONE_PLAIN).format(next_step=done.next_step))


def keep_which(facts: Facts, name: str, value: Value) -> Facts:
    """A day said replaces what was told before."""
    return {
        **{k: v for k, v in facts.items() if k not in ("which_visit", "either_day", "date", "dates", "until")},
        name: value,
    }


def _near(talk: Talk, facts: Facts, states: tuple[str, ...], moment: Callable[[Visit], datetime]) -> Visit | Ask | Say:
    """The visit of now: told apart if need be, else the one nearest in time."""
    visits = [v for v in own_or(talk, "", talk.today - timedelta(days=1), 2) if v.state in states]
    near = sorted((v for v in visits if abs(moment(v) - talk.now) <= NEAR), key=lambda v: abs(moment(v) - talk.now))
    if not near:
        return say(words.NO_WORK_NOW, menu_button(home.MY_VISITS, "list_visits"), human_button())
    told = {k: v for k, v in dict(facts.get("which_visit") or {}).items() if k == "person"}
    if "visit_id" not in facts and not told:
        return near[0]
    return which_visit(talk, {**facts, "which_visit": told}, near)


def running_late(talk: Talk, facts: Facts) -> Step:
    """Say how late, read back."""
    visit = _near(talk, facts, ("planned", "changed", "covered"), lambda v: v.start)
    if not isinstance(visit, Visit):
        return visit
    facts = {**facts, "visit_id": visit.id}
    minutes = _minutes_late(facts, visit)
    if minutes is None:
        return Ask(LATE, facts)
    text = words.LATE_READ_BACK.format(
        minutes=saying.length(minutes), for_name=visit.for_name, slot=sentence(visit, talk)
    )
    return ReadBack(text, {**facts, "minutes": minutes}, yes=words.YES_TELL)


def _minutes_late(facts: Facts, visit: Visit) -> int | None:
    if isinstance(facts.get("late"), dict):
        return int(facts["late"].get("minutes", 0)) or None
    if facts.get("minutes_late"):
        return int(facts["minutes_late"])
    if facts.get("start"):
        at = datetime.combine(day_of(visit), time.fromisoformat(str(facts["start"])), tzinfo=saying.LONDON)
        late = round((at - visit.start).total_seconds() / 60)
        return late if 0 < late < 600 else None
    return None


def tell_late(talk: Talk, facts: Facts) -> Step:
    """Tell those who wait."""
    talk.desk.running_late(str(facts["visit_id"]), int(facts["minutes"]), talk.key)
    return say(words.LATE_DONE.format(minutes=saying.length(int(facts["minutes"]))))


def arrived(talk: Talk, facts: Facts) -> Step:
    """Read back where and when."""
    visit = _near(talk, facts, ("planned", "changed", "covered"), lambda v: v.start)
    if not isinstance(visit, Visit):
        return visit
    return _at_visit(talk, facts, visit, "start", words.ARRIVED_READ_BACK)


def finished(talk: Talk, facts: Facts) -> Step:
    """Read back where and when."""
    visit = _near(talk, facts, ("started", "planned", "changed", "covered"), lambda v: v.end)
    if not isinstance(visit, Visit):
        return visit
    return _at_visit(talk, facts, visit, "end", words.FINISHED_READ_BACK)


def _at_visit(talk: Talk, facts: Facts, visit: Visit, slot: str, template: str) -> ReadBack:
    """The time said, but never one still to come; else now."""
    at = talk.now
    if facts.get(slot):
        told = datetime.combine(talk.today, time.fromisoformat(str(facts[slot])), tzinfo=saying.LONDON)
        at = min(told, talk.now)
    text = template.format(for_name=visit.for_name, at=saying.when(at, talk.now), slot=sentence(visit, talk))
    return ReadBack(text, {**facts, "visit_id": visit.id, "at": at.isoformat()})


def tell_arrived(talk: Talk, facts: Facts) -> Step:
    """The visit has begun."""
    visit = talk.desk.arrived(str(facts["visit_id"]), datetime.fromisoformat(facts["at"]), talk.key)
    return say(words.ARRIVED_DONE.format(for_name=visit.for_name))


def tell_finished(talk: Talk, facts: Facts) -> Step:
    """The visit is done."""
    visit = talk.desk.finished(str(facts["visit_id"]), datetime.fromisoformat(facts["at"]), talk.key)
    return say(words.FINISHED_DONE.format(for_name=visit.for_name))


CANNOT_COME = Flow("cannot_come", with_both_days, cannot_come, tell_cannot_come, keep_which)
RUNNING_LATE = Flow("running_late", slots_of, running_late, tell_late)
ARRIVED = Flow("arrived", slots_of, arrived, tell_arrived)
FINISHED = Flow("finished", slots_of, finished, tell_finished)
