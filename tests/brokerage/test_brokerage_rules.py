"""What waits, on whom, since when; and what is wrong with a week."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from market.bookings.rules import VisitStatus
from market.brokerage.rules import (
    Asked,
    Case,
    Listed,
    Outcome,
    Step,
    Trouble,
    Waiting,
    Week,
    longest_first,
    troubles,
    waits,
)
from market.plans.rules import PlanStatus

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def days_ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def signed(*outcomes: Outcome, shortlists: tuple[Listed, ...] = (), requests: tuple[Asked, ...] = ()) -> Case:
    return Case(days_ago(200), PlanStatus.SIGNED_OFF, days_ago(40), outcomes, shortlists, requests)


def test_without_a_plan_the_plan_is_what_waits() -> None:
    assert waits(Case(days_ago(3), None)) == (Waiting(Step.BEGIN_PLAN, days_ago(3)),)


def test_a_plan_sent_back_waits_for_the_broker_since_it_came_back() -> None:
    (only,) = waits(Case(days_ago(90), PlanStatus.RETURNED, days_ago(2)))
    assert (only.step, only.since, only.is_brokers) == (Step.MEND_PLAN, days_ago(2), True)


def test_a_plan_out_for_signature_waits_for_somebody_else() -> None:
    (only,) = waits(Case(days_ago(90), PlanStatus.WAITING, days_ago(5)))
    assert (only.step, only.is_brokers) == (Step.SIGN_OFF, False)


def test_support_is_to_be_found_from_the_day_that_money_was_agreed_and_no_earlier() -> None:
    old, new = Outcome("a", "Garden", days_ago(90), False), Outcome("b", "Swim", days_ago(4), False)
    (only,) = waits(signed(old, new))
    assert (only.step, only.since, only.count, only.subject) == (Step.FIND, days_ago(40), 2, "a")


def test_before_sign_off_finding_support_waits_for_nobody() -> None:
    case = Case(days_ago(9), PlanStatus.DRAFT, days_ago(9), (Outcome("a", "Garden", days_ago(8), False),))
    assert [one.step for one in waits(case)] == [Step.FINISH_PLAN]


def test_an_outcome_with_support_or_with_an_open_shortlist_is_not_to_be_found_again() -> None:
    served, listed = Outcome("a", "Garden", days_ago(9), True), Outcome("b", "Swim", days_ago(9), False)
    case = signed(served, listed, shortlists=(Listed("s", days_ago(2), None, False, "b"),))
    assert [one.step for one in waits(case)] == [Step.SEND]


def test_a_shortlist_that_came_to_nothing_is_waited_for_until_somebody_asks() -> None:
    out = Listed("s", days_ago(9), days_ago(8), was_used=False)
    (only,) = waits(signed(shortlists=(out,)))
    assert (only.step, only.since, only.is_brokers) == (Step.CHOOSE, days_ago(8), False)
    assert waits(signed(shortlists=(Listed("s", days_ago(9), days_ago(8), was_used=True),))) == ()


def test_the_brokers_own_moves_come_before_what_is_out_with_others() -> None:
    case = signed(
        Outcome("a", "Garden", days_ago(1), False),
        requests=(Asked("Lunch", days_ago(30)), Asked("Lifts", days_ago(31))),
    )
    own, others = waits(case)
    assert (own.step, others.step, others.count, others.words) == (Step.FIND, Step.ANSWER, 2, "Lifts")


def test_two_weeks_is_slow_and_not_before() -> None:
    assert not Waiting(Step.FIND, days_ago(14)).is_slow(NOW)
    assert Waiting(Step.FIND, NOW - timedelta(days=14, seconds=1)).is_slow(NOW)


@given(st.lists(st.tuples(st.sampled_from(Step), st.integers(0, 400)), max_size=12))
def test_a_caseload_is_ordered_by_who_waits_longest_for_the_broker(steps: list[tuple[Step, int]]) -> None:
    lines = [(Waiting(step, days_ago(days)),) for step, days in steps]
    ordered = [line[0] for line in sorted(lines, key=lambda line: longest_first(line, NOW))]
    own = [one.since for one in ordered if one.is_brokers]
    assert own == sorted(own)
    assert [one.is_brokers for one in ordered] == sorted((one.is_brokers for one in ordered), reverse=True)
    assert longest_first((), NOW) > max((longest_first(line, NOW) for line in lines), default=(1, 0.0))


def test_a_week_with_no_one_to_turn_to_is_wrong_only_when_visits_are_to_come() -> None:
    assert troubles(Week(has_visits_ahead=True)) == (Trouble.NO_BACKUP,)
    assert troubles(Week(has_visits_ahead=False)) == ()
    assert troubles(Week(backup_contacts=1, has_visits_ahead=True)) == ()


def test_the_worst_is_said_first() -> None:
    states = (VisitStatus.COMPLETED, VisitStatus.MISSED, VisitStatus.UNCOVERED)
    assert troubles(Week(states, 0, True, 500)) == (
        Trouble.UNCOVERED,
        Trouble.MISSED,
        Trouble.NO_BACKUP,
        Trouble.OVERSPENT,
    )
