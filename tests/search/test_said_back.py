"""What was understood is said back in words a person would use."""

from datetime import date, time

import pytest

from market.search.said_back import said_back, shut_out
from matching.answer import Answer, GateReport
from matching.constraints.found import Ceiling, Constraints, Urgency
from matching.filters import GATES


def limits(found: Constraints) -> tuple[str, ...]:
    return said_back(Answer(found=found), "EX9").limits


def test_every_limit_that_was_heard_is_said() -> None:
    found = Constraints(
        days=(1, 3),
        time_of_day="morning",
        worker_gender="female",
        languages=("Polish", "BSL"),
        max_price=Ceiling(2000, "hour"),
        accreditation=("enhanced_dbs",),
        urgency=Urgency("by", date(2026, 12, 1)),
    )
    assert limits(found) == (
        "on Tuesdays and Thursdays",
        "in the morning",
        "a woman",
        "who speaks Polish and sign language (BSL)",
        "up to £20 an hour",
        "with an enhanced DBS check",
        "by 1 December",
    )


def test_hours_that_were_named_go_before_a_part_of_the_day() -> None:
    assert limits(Constraints(time_of_day="morning", start=time(9), end=time(10, 30))) == ("from 09:00 to 10:30",)


def test_free_is_said_as_free_and_a_night_as_at_night() -> None:
    assert limits(Constraints(time_of_day="night", max_price=Ceiling(0, "free"))) == ("at night", "free")


def test_a_place_in_the_words_goes_before_the_one_typed_beside_them() -> None:
    assert said_back(Answer(found=Constraints(area_name="Sidmouth")), "EX9 6PD").near == "Sidmouth"
    assert said_back(Answer(), "EX9 6PD").near == "EX9 6PD"


def test_what_cost_most_is_said_first() -> None:
    report = GateReport(refused={"price": 1, "distance": 7, "language": 3})
    assert shut_out(report) == (
        "7 are too far away.",
        "3 do not say that they speak the language.",
        "1 costs more than that.",
    )


@pytest.mark.parametrize("gate", GATES)
def test_every_gate_can_say_why_it_refused_one_and_why_it_refused_several(gate: str) -> None:
    (one,), (two,) = shut_out(GateReport(refused={gate: 1})), shut_out(GateReport(refused={gate: 2}))
    assert one.startswith("1 ")
    assert two.startswith("2 ")
    assert one[2:] != two[2:]
