"""What waits for a person, since when and on whom, and what is wrong with their week. No I/O."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from market.bookings.rules import VisitStatus
from market.core.money import Pence
from market.plans.rules import PlanStatus

SLOW_AFTER = timedelta(days=14)  # community brokerage reached a plan in two weeks (seed paper A); longer is slow


class Step(StrEnum):
    """The steps from a first talk to a visit that happens."""

    BEGIN_PLAN = "begin_plan"
    FINISH_PLAN = "finish_plan"
    MEND_PLAN = "mend_plan"
    SIGN_OFF = "sign_off"
    FIND = "find"
    SEND = "send"
    CHOOSE = "choose"
    ANSWER = "answer"


BROKERS_OWN = frozenset({Step.BEGIN_PLAN, Step.FINISH_PLAN, Step.MEND_PLAN, Step.FIND, Step.SEND})


class Trouble(StrEnum):
    """What a broker should know of before anybody rings."""

    UNCOVERED = "uncovered"
    MISSED = "missed"
    DISPUTED = "disputed"
    NO_BACKUP = "no_backup"
    OVERSPENT = "overspent"


@dataclass(frozen=True)
class Outcome:
    """Something the person wants to be able to do, since when, and whether anything is booked or asked for it."""

    id: str
    words: str
    since: datetime
    has_support: bool


@dataclass(frozen=True)
class Listed:
    """A shortlist: made, perhaps sent, and whether anybody asked for something after it was sent."""

    id: str
    made_at: datetime
    sent_at: datetime | None
    was_used: bool
    outcome_id: str | None = None


@dataclass(frozen=True)
class Asked:
    """A request that its provider has not answered yet."""

    title: str
    since: datetime


@dataclass(frozen=True)
class Case:
    """What is known of one person's way to support. `plan_since` is when the plan came to stand where it stands."""

    begun_at: datetime
    plan: PlanStatus | None
    plan_since: datetime | None = None
    outcomes: tuple[Outcome, ...] = ()
    shortlists: tuple[Listed, ...] = ()
    requests: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """One step that waits. `count` is how many of the same wait; `subject` the id of the first."""

    step: Step
    since: datetime
    count: int = 1
    words: str = ""
    subject: str = ""

    @property
    def is_brokers(self) -> bool:
        """Whether it is the broker's own move; otherwise it is out with somebody else."""
        return self.step in BROKERS_OWN

    def is_slow(self, now: datetime) -> bool:
        """Whether it has waited longer than a good service takes."""
        return now - self.since > SLOW_AFTER


@dataclass(frozen=True)
class Week:
    """What is planned and what went wrong between Monday and Sunday."""

    states: tuple[VisitStatus, ...] = ()
    backup_contacts: int = 0
    has_visits_ahead: bool = False
    overspent: Pence = 0


def waits(case: Case) -> tuple[Waiting, ...]:
    """Everything that waits for a person: the broker's own moves first, each group by who waits longest."""
    found = [*_plan(case), *_finding(case), *_shortlists(case)]
    if case.requests:
        first = min(case.requests, key=lambda one: one.since)
        found.append(Waiting(Step.ANSWER, first.since, len(case.requests), first.title))
    return tuple(sorted(found, key=lambda one: (not one.is_brokers, one.since)))


def _plan(case: Case) -> list[Waiting]:
    since = case.plan_since or case.begun_at
    steps = {
        None: Step.BEGIN_PLAN,
        PlanStatus.DRAFT: Step.FINISH_PLAN,
        PlanStatus.RETURNED: Step.MEND_PLAN,
        PlanStatus.WAITING: Step.SIGN_OFF,
    }
    return [Waiting(steps[case.plan], since)] if case.plan in steps else []


def _finding(case: Case) -> list[Waiting]:
    """Only once money is agreed: before that, finding is part of planning and waits for nobody."""
    if case.plan is not PlanStatus.SIGNED_OFF:
        return []
    listed = {one.outcome_id for one in case.shortlists if not one.was_used}
    open_ones = [one for one in case.outcomes if not one.has_support and one.id not in listed]
    if not open_ones:
        return []
    agreed = case.plan_since or case.begun_at
    first = min(open_ones, key=lambda one: max(one.since, agreed))
    return [Waiting(Step.FIND, max(first.since, agreed), len(open_ones), first.words, first.id)]


def _shortlists(case: Case) -> list[Waiting]:
    unsent = sorted((one.made_at, one.id) for one in case.shortlists if one.sent_at is None)
    out = sorted((one.sent_at, one.id) for one in case.shortlists if one.sent_at is not None and not one.was_used)
    found = []
    for step, rows in ((Step.SEND, unsent), (Step.CHOOSE, out)):
        if rows:
            since, first = rows[0]
            found.append(Waiting(step, since, len(rows), subject=first))
    return found


def troubles(week: Week) -> tuple[Trouble, ...]:
    """What is wrong with a person's week, the worst first. Nobody to turn to counts only where visits are to come."""
    by_state = {
        VisitStatus.UNCOVERED: Trouble.UNCOVERED,
        VisitStatus.MISSED: Trouble.MISSED,
        VisitStatus.DISPUTED: Trouble.DISPUTED,
    }
    found = [trouble for state, trouble in by_state.items() if state in week.states]
    if week.has_visits_ahead and not week.backup_contacts:
        found.append(Trouble.NO_BACKUP)
    return (*found, Trouble.OVERSPENT) if week.overspent else tuple(found)


def longest_first(waiting: Sequence[Waiting], now: datetime) -> tuple[int, float]:
    """What to sort a caseload by: those who wait for the broker, longest first, then those who wait for others, then none."""
    if not waiting:
        return (2, 0.0)
    first = waiting[0]
    return (0 if first.is_brokers else 1, -(now - first.since).total_seconds())
