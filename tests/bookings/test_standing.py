"""How a question stands for the contact whenever they look, and how long a door is known."""

from datetime import UTC, datetime, timedelta

import pytest

from market.bookings.cascade.rules import Answer, CascadeStatus, Standing, standing
from market.bookings.rules import VisitStatus, may_know_the_door

END = datetime(2026, 12, 3, 10, tzinfo=UTC)
ASKING, COVERED, DESK, STOPPED = (
    CascadeStatus.ASKING,
    CascadeStatus.COVERED,
    CascadeStatus.WITH_DESK,
    CascadeStatus.STOPPED,
)


@pytest.mark.parametrize(
    ("status", "answer", "goes", "over", "stands"),
    [
        (ASKING, None, False, False, Standing.OPEN),
        (ASKING, None, False, True, Standing.OVER),
        (ASKING, Answer.YES, False, False, Standing.WAITING),
        (ASKING, Answer.SILENCE, False, False, Standing.LATE),
        (DESK, Answer.SILENCE, False, False, Standing.LATE),
        (DESK, Answer.UNREACHABLE, False, False, Standing.LATE),
        (DESK, Answer.NO, False, False, Standing.SAID_NO),
        (ASKING, Answer.TOO_DEAR, False, False, Standing.NOT_THIS_TIME),
        (COVERED, Answer.SILENCE, False, False, Standing.COVERED),
        (COVERED, Answer.YES, True, False, Standing.GOING),
        (COVERED, Answer.YES, True, True, Standing.GOING),
        (STOPPED, Answer.SILENCE, False, False, Standing.SETTLED),
        (STOPPED, None, False, False, Standing.SETTLED),
    ],
)
def test_a_question_stands_as_its_answer_and_its_cascade_say(
    status: CascadeStatus, answer: Answer | None, goes: bool, over: bool, stands: Standing
) -> None:
    assert standing(status, answer, goes=goes, over=over) is stands


@pytest.mark.parametrize(
    "state", [VisitStatus.PLANNED, VisitStatus.CHANGED, VisitStatus.STARTED, VisitStatus.COMPLETED]
)
def test_the_door_is_known_until_a_day_after_the_visit(state: VisitStatus) -> None:
    assert may_know_the_door(state, END, END + timedelta(days=1))
    assert not may_know_the_door(state, END, END + timedelta(days=1, seconds=1))


@pytest.mark.parametrize(
    "state", [VisitStatus.UNCOVERED, VisitStatus.COVERED, VisitStatus.CANCELLED, VisitStatus.MISSED]
)
def test_the_door_of_a_visit_that_is_no_longer_theirs_is_not_known(state: VisitStatus) -> None:
    assert not may_know_the_door(state, END, END - timedelta(days=2))
