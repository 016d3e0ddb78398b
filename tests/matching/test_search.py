"""Searching end to end over a handful of offerings."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.answer import Answer
from matching.filters import Filters, refusals
from matching.index import Index
from matching.need import KnownPerson, Need
from matching.offering import Offering, Point, Window
from matching.places import NoPlaces
from matching.search import ask, limits_of, search
from matching.workings import explain, told
from tests.matching.conftest import SomeTowns

TODAY = date(2026, 11, 22)
SIDMOUTH, EXETER = Point(312500, 87500), Point(292000, 92500)
MORNINGS = (Window((1, 3), time(8), time(12)),)
OFFERINGS = (
    Offering("choir", "Singing for the brain", "Old songs and tea on Fridays.", kinds=("arts_music", "dementia"),
             points=(SIDMOUTH,), travel_metres=8000, price_unit="free"),
    Offering("gardener", "Gentle gardening", "Weeding and pots together. No tree surgery.", kinds=("gardening",),
             points=(EXETER,), travel_metres=5000, price_pence=1700),
    Offering("wash", "Morning care", "Help to wash and dress, unhurried.", provider_name="Mary Hill", arrangement="sole_self_employed",
             kinds=("personal_care",),
             points=(EXETER,), travel_metres=20_000, price_pence=1900, windows=MORNINGS, worker_gender="female",
             assurance_note="DBS certificate seen in March 2026", limits=("not trained for hoists",)),
    Offering("befriend", "Befriending visits", "A volunteer comes for tea and a chat each week.", kinds=("companionship",),
             price_unit="free"),
    Offering("company", "Afternoon company", "I visit for tea, cards and a chat.", kinds=("companionship",), price_pence=1500),
)  # fmt: skip
INDEX = Index.build(OFFERINGS)


def asked(text: str, index: Index = INDEX, *, gates: str = "text", **more: object) -> Answer:
    need = Need(text, **more)  # type: ignore[arg-type]
    return search(index, need, gates=gates, gazetteer=SomeTowns(), today=TODAY)  # type: ignore[arg-type]


def found(text: str, **more: object) -> list[str]:
    return [match.offering_id for match in asked(text, **more).matches]  # type: ignore[arg-type]


def test_words_of_the_need_find_the_offering() -> None:
    assert found("I would love to sing old songs again")[0] == "choir"


def test_a_need_that_names_no_service_finds_it_through_the_knowledge() -> None:
    assert found("I can't do up my buttons any more")[0] == "wash"
    assert set(found("nobody to talk to since my wife died")[:2]) == {"befriend", "company"}


def test_an_offering_that_does_not_come_so_far_is_not_shown() -> None:
    assert found("weeding the garden", point=SIDMOUTH) == []
    assert found("weeding the garden", point=EXETER) == ["gardener"]


def test_a_town_in_the_words_goes_before_the_place_known() -> None:
    assert found("weeding the garden in Exeter", point=SIDMOUTH) == ["gardener"]


def test_an_empty_answer_says_which_gate_cost_most() -> None:
    answer = asked("weeding the garden", point=SIDMOUTH)
    assert answer.gate_report.dearest == "distance"
    assert answer.gate_report.opens_up == (
        "One more if they could come from further away: the nearest is about 13 miles away."
    )


def test_with_gates_off_limits_are_told_and_not_applied() -> None:
    answer = asked("weeding, Sidmouth, must be free", gates="none")
    assert answer.matches[0].offering_id == "gardener"
    assert answer.found.area_name == "Sidmouth"


def test_somebody_the_person_turned_down_is_not_shown_again() -> None:
    assert found("weeding", known=KnownPerson(exclusions=("gardener",))) == []


def test_a_worker_the_person_knows_comes_first_among_equals() -> None:
    twins = [Offering(name, "Help with cleaning", kinds=("cleaning",), provider_name=name) for name in ("Ann", "Bea")]
    index = Index.build(twins)
    known = KnownPerson(workers_known=("Bea",))
    assert asked("cleaning", index, known=known).matches[0].offering_id == "Bea"
    assert "someone you know" in asked("cleaning", index, known=known).matches[0].reasons


def test_free_things_are_not_buried_under_paid_ones() -> None:
    assert found("somebody for a chat and a cup of tea")[0] == "befriend"


def test_reasons_are_the_facts_that_counted() -> None:
    reasons = asked("a woman to help me wash on Tuesday mornings, Exeter").matches[0].reasons
    assert reasons[0] == "Help to wash and dress, unhurried"
    assert {"£19 an hour", "there on Tuesday mornings", "a woman", "DBS certificate seen in March 2026"} <= set(reasons)
    assert reasons[-1] == "not trained for hoists"


def test_what_an_offering_says_it_does_not_do_counts_against_it() -> None:
    plain = replace(OFFERINGS[1], id="surgeon", description="Weeding and pots together. Tree surgery.")
    index = Index.build([*OFFERINGS, plain])
    assert asked("tree surgery in my garden", index).matches[0].offering_id == "surgeon"


@pytest.mark.parametrize("text", ["I've got chest pain and can't breathe", "there is a smell of gas in the kitchen"])
def test_danger_is_never_matched(text: str) -> None:
    answer = asked(text)
    assert answer.danger is not None
    assert answer.matches == ()


def test_nursing_is_signposted_and_never_matched() -> None:
    answer = asked("someone to give me my insulin injection")
    assert answer.signpost is not None
    assert answer.matches == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "😀😀😀",
        "asdkjh qwlkej zzxc",
        "Ich brauche jemanden für den Haushalt",
        "<script>alert('x')</script>",
        "a" * 10_000,
    ],
)
def test_text_that_says_nothing_of_this_field_gets_a_clean_empty_answer(text: str) -> None:
    assert asked(text).matches == ()


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE listing; --", "<b>gardening</b> & <i>more", "\x00\ud800", "?" * 10_000]
)
def test_code_and_markup_are_read_as_words(text: str) -> None:
    assert isinstance(asked(text), Answer)


def test_ten_thousand_characters_are_read_as_far_as_they_tell() -> None:
    assert asked("weeding the garden " * 600).matches[0].offering_id == "gardener"


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    assert isinstance(asked(text), Answer)


NAMES = (
    "Mary Hill",
    "John Hill",
    "Mohammed Khan",
    "Oluwaseun Adeyemi",
    "Agnieszka Nowak",
    "Wei Chen",
    "Siobhan O'Brien",
    "Priya Patel",
)


@pytest.mark.parametrize("text", ["help to wash", "I can't do up my buttons any more", "personal care in the mornings"])
def test_the_name_of_a_provider_changes_nothing(text: str) -> None:
    same = [replace(OFFERINGS[2], id=f"o{number}", provider_name=name) for number, name in enumerate(NAMES)]
    scores = {
        match.score
        for match in asked(text, Index.build([*OFFERINGS, *same])).matches
        if match.offering_id.startswith("o")
    }
    assert len(scores) == 1


@pytest.mark.parametrize("name", ["Harold", "Mohammed", "Adeyemi", "Agnieszka", "Siobhan", "Priya", "Wei"])
def test_the_name_of_the_person_changes_nothing(name: str) -> None:
    text = "my neighbour {} can't do up her buttons any more"
    assert asked(text.format(name)).matches == asked(text.format("Mary")).matches


@given(
    st.sampled_from(["help to wash", "somebody for a chat", "weeding", "singing"]),
    st.sampled_from(["", ", Exeter", ", Sidmouth", " in Barnstaple"]),
    st.sampled_from(["", ", mornings", ", Tuesdays", ", at night"]),
    st.sampled_from(["", ", max £16 an hour", ", must be free"]),
    st.sampled_from(["", ", a woman please", ", a male PA"]),
)
@settings(deadline=None)
def test_nothing_shown_breaks_a_limit_that_was_read(need: str, place: str, when: str, price: str, who: str) -> None:
    said = Need(need + place + when + price + who)
    read = ask(INDEX, said, gazetteer=SomeTowns(), today=TODAY)
    in_force = limits_of(said, read, "text", SomeTowns(), None)
    for match in asked(said.text).matches:
        offering = INDEX.get(match.offering_id)
        assert offering is not None
        assert refusals(offering, in_force) == []


def test_more_of_what_is_needed_beats_free() -> None:
    paid = Offering("paid", "Help to wash and dress", kinds=("personal_care",), price_pence=2500)
    free = Offering("free", "Coffee and a chat after washing up", kinds=("social_groups",), price_unit="free")
    assert asked("help to wash and dress", Index.build([free, paid])).matches[0].offering_id == "paid"


def test_the_same_question_has_the_same_answer() -> None:
    assert found("somebody to visit") == found("somebody to visit")


def test_an_empty_index_answers_with_nothing() -> None:
    assert search(Index(), Need("cleaning"), gazetteer=NoPlaces(), today=TODAY).matches == ()


def test_the_workings_tell_which_knowledge_fired_and_who_gained() -> None:
    workings = explain(INDEX, "I can't do up my buttons any more", gazetteer=NoPlaces(), today=TODAY)
    first = next(fired for fired in workings.fired if fired.id == "wash_dress")
    assert any("buttons" in phrase for phrase in first.because)
    assert first.gained[0][0] == "Morning care"
    assert first.reason
    assert workings.candidates[0].id == "wash"
    assert workings.candidates[0].parts["helps"] > 0
    lines = told(workings)
    assert any("[wash]" in line and f"helps {workings.candidates[0].parts['helps']:.2f}" in line for line in lines)
    assert any("Washing and dressing" in line and "buttons" in line for line in lines)
    assert any(line.startswith("Shown (") for line in lines)


def test_few_who_pass_a_gate_are_found_however_many_do_not() -> None:
    many = [Offering(f"o{n:03}", "Cleaning", "Hoovering and dusting.", kinds=("cleaning",)) for n in range(700)]
    few = [
        Offering(
            f"z{n}",
            "Cleaning",
            "Hoovering and dusting, a bit of polishing.",
            kinds=("cleaning",),
            languages=("Polish",),
        )
        for n in range(5)
    ]
    need = Need("hoovering and dusting please")
    found = search(
        Index.build([*many, *few]), need, gazetteer=SomeTowns(), today=TODAY, filters=Filters(languages=("Polish",))
    )
    assert sorted(match.offering_id for match in found.matches) == [one.id for one in few]


@pytest.mark.parametrize("when", ["on Mondays", "on Monday mornings", "on Mondays from 9am to 11am"])
def test_another_day_is_named_also_where_a_time_was_said_with_the_day(when: str) -> None:
    walker = Offering(
        "w", "Walks", "I go for walks with you.", kinds=("companionship",), arrangement="sole_self_employed",
        windows=(Window((1,), time(9), time(12)),),
    )  # fmt: skip
    answer = asked(f"somebody to go for walks {when}", Index.build([walker]))
    assert answer.matches == ()
    assert answer.gate_report.opens_up == "One PA if Tuesday would do."


def test_the_hours_are_looked_at_on_the_days_that_were_ticked() -> None:
    walker = Offering(
        "w", "Walks", "I go for walks with you.", kinds=("companionship",),
        windows=(Window((0,), time(9), time(12)), Window((1,), time(18), time(20))),
    )  # fmt: skip
    index = Index.build([walker])
    for day, shown in ((0, 1), (1, 0)):
        need = Need("walks in the mornings")
        found = search(index, need, gazetteer=SomeTowns(), today=TODAY, filters=Filters(days=(day,)))
        assert len(found.matches) == shown


def test_the_workings_of_danger_say_danger() -> None:
    workings = explain(INDEX, "I've got chest pain and can't breathe", gazetteer=NoPlaces(), today=TODAY)
    assert any("999" in line for line in told(workings))
