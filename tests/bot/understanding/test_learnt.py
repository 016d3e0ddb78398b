"""What is learnt: kept in step with its examples, gated by role, and unsure where it should be."""

from datetime import UTC, datetime

import pytest

from bot.understanding import understand
from bot.understanding.choosing import Belief, intents_of
from bot.understanding.deciding import decide, likeliest, stands_alone
from bot.understanding.learnt import Learnt, kept
from bot.understanding.learnt.examples import Example, all_asides, all_examples, examples, mark_of
from bot.understanding.learnt.fit import fit

NOW = datetime(2026, 11, 25, 8, 10, tzinfo=UTC)


def test_the_weights_were_learnt_from_the_examples_as_they_stand() -> None:
    assert kept().mark == mark_of((*all_examples(), *all_asides())), "run python -m bot.understanding.fitting"


def test_learning_gives_the_same_every_time_and_tells_its_examples_apart() -> None:
    told = [Example("customer", "pay", f"i want to pay my bill {n}") for n in range(6)]
    told += [Example("customer", "list_visits", f"when is my next visit {n}") for n in range(6)]
    first, again = (fit(told, (), str, lambda role: ("pay", "list_visits")) for _ in range(2))
    assert (first["weights"] == again["weights"]).all()  # type: ignore[attr-defined]
    model = Learnt(
        first["weights"] * first["scale"],  # type: ignore[operator]
        first["bias"],  # type: ignore[arg-type]
        first["known"].tobytes().decode().split("\n"),  # type: ignore[attr-defined]
        first["intents"].tobytes().decode().split("\n"),  # type: ignore[attr-defined]
    )
    leaning = model.leanings("may i pay my bill", "customer", ("pay", "list_visits"))
    assert leaning["pay"] > leaning["list_visits"]


def test_an_example_is_a_role_an_intent_and_what_is_said() -> None:
    assert examples(["# a note", "", "P|arrived|im here | now"]) == [Example("provider", "arrived", "im here | now")]


@pytest.mark.parametrize("role", ["customer", "supporter", "provider", "broker"])
def test_nothing_is_heard_that_this_role_may_not_ask(role: str) -> None:
    allowed = {*intents_of(role), "yes", "no", "out_of_scope", "danger_now"}
    for example in all_examples()[::17]:
        assert understand(example.text, role=role, now=NOW).intent in allowed, example.text


def test_an_act_without_a_clear_lead_gives_way_to_asking() -> None:
    assert decide(Belief({"cancel_visit": 0.46, "change_visit": 0.44, "out_of_scope": 0.1}, {})) is None
    assert decide(Belief({"cancel_visit": 0.7, "change_visit": 0.2, "out_of_scope": 0.1}, {})) == "cancel_visit"


def test_booking_and_finding_count_together_for_each_is_read_back() -> None:
    assert decide(Belief({"book_visit": 0.4, "find_help": 0.38, "out_of_scope": 0.22}, {})) == "book_visit"


def test_nothing_in_orders_scams_and_sales_is_acted_on_however_likely() -> None:
    assert decide(Belief({"pay": 0.97, "out_of_scope": 0.03}, {}, barred=True)) == "out_of_scope"


def test_a_concern_is_heard_before_what_is_likelier() -> None:
    assert decide(Belief({"cancel_visit": 0.5, "raise_concern": 0.45, "out_of_scope": 0.05}, {})) == "raise_concern"


def test_what_cannot_be_told_offers_the_two_likeliest() -> None:
    held = Belief({"list_visits": 0.4, "who_is_coming": 0.38, "unclear": 0.22}, {})
    assert likeliest(held) == ("list_visits", "who_is_coming")
    assert likeliest(Belief({"pay": 0.9, "out_of_scope": 0.1}, {}, barred=True)) == ()


def test_a_stretch_that_the_whole_gives_no_ground_for_must_be_surer() -> None:
    stretch, whole = Belief({"find_help": 0.7, "out_of_scope": 0.3}, {}), Belief({"change_visit": 1.0}, {})
    assert stands_alone(stretch, whole) is None
    assert stands_alone(stretch, Belief({"find_help": 0.4, "change_visit": 0.6}, {})) == "find_help"


@pytest.mark.parametrize(
    ("text", "slot", "two"),
    [
        ("Please book Donna next Friday at 2pm", "date", ("2026-11-27", "2026-12-04")),
        ("Please book Donna on Wednesday at 2pm", "date", ("2026-11-25", "2026-12-02")),
        ("Please book Donna on Friday 3rd December at 2pm", "date", ("2026-12-03", "2026-12-04")),
        ("Please book Donna tomorrow at half seven", "start", ("07:30", "19:30")),
        ("Please book Donna tomorrow at dinner time", "part_of_day", ("lunchtime", "evening")),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_with_both(text: str, slot: str, two: tuple[str, ...]) -> None:
    told = understand(text, role="customer", now=NOW)
    assert slot in told.ask
    assert slot not in told.slots
    assert told.either[slot] == two
