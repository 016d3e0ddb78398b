"""Where a plan stands, from who did what when."""

from datetime import UTC, datetime, timedelta

from market.plans.rules import PlanStatus, may_sign, status

SENT = datetime(2026, 11, 2, 9, tzinfo=UTC)
LATER = SENT + timedelta(days=1)


def test_the_newest_of_sending_signing_and_giving_back_counts() -> None:
    assert status(None, None, None) is PlanStatus.DRAFT
    assert status(SENT, None, None) is PlanStatus.WAITING
    assert status(SENT, LATER, None) is PlanStatus.SIGNED_OFF
    assert status(SENT, None, LATER) is PlanStatus.RETURNED
    assert status(LATER, None, SENT) is PlanStatus.WAITING


def test_a_decision_in_the_very_moment_of_sending_is_a_decision() -> None:
    assert status(SENT, SENT, None) is PlanStatus.SIGNED_OFF
    assert status(SENT, None, SENT) is PlanStatus.RETURNED


def test_nobody_signs_their_own_nor_above_their_limit() -> None:
    assert may_sign("malcolm", "priya", 1_500_000, 1_500_000)
    assert not may_sign("malcolm", "priya", 1_500_001, 1_500_000)
    assert not may_sign("priya", "priya", 1, 1_500_000)
