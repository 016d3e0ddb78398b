"""Danger is known however it is told, and words that merely look dangerous are left alone."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.danger import look_for_danger, outside_the_market
from matching.knowledge import files

SHARED = Path(__file__).resolve().parents[3] / "shared" / "evaluation" / "matching" / "queries.jsonl"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("HELP THE KITCHEN IS ON FIRE", "fire"),
        ("hes choking on his dinner", "life"),
        ("cnt breath plz", "life"),
        ("me mam's gone all lopsided in the face", "stroke_or_heart"),
        ("it's like a belt round my chest", "stroke_or_heart"),
        ("nan has gone over in the hall and she cant shift", "fallen"),
        ("Dad has slipped and he's bleeding from his head", "life"),
        ("i've took all me tablets", "overdose"),
        ("she has drunk bleach", "overdose"),
        ("house stinks of gas", "gas"),
        ("I can smell gas and feel dizzy", "gas_ill"),
        ("theres a man i dont know trying my back door handle", "intruder"),
        ("my husband has got me by the throat", "violence"),
        ("mum isnt in her bed and the front door is wide open, she has dementia", "missing"),
        ("i'm stood on the bridge", "plan_to_die"),
        ("I've swallowed the lot and rung nobody", "overdose"),
        ("she's had the whole week's tray in one go, could somebody sit with her", "overdose"),
        ("I've written the letters and I've taken them all", "overdose"),
        ("nan's emptied all the blisters since this morning", "overdose"),
        ("I don't want to be here when mum finds me", "despair"),
        ("everyone would be better off without me", "despair"),
    ],
)
def test_danger_is_known_plain_sideways_misspelt_and_for_somebody_else(text: str, kind: str) -> None:
    danger = look_for_danger(text)
    assert danger is not None
    assert danger.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "killer cook that Donna",
        "he swallowed the lot and asked for more pudding",
        "he got through the whole box set in one sitting",
        "I took the whole box of tablets to the chemist in one go",
        "we've had all the post at once",
        "I've written the cards and taken them all to the post box",
        "I want to be here when they find me a flat, not in hospital",
        "Dad is on fire at the dominoes",
        "had a good heart-to-heart with her",
        "she loves to stroke the cat",
        "I'm dying to see the new carer",
        "carer for someone who had a stroke in March",
        "dreading the gas bill",
        "I need help at home after a fall last week",
        "I lay on the kitchen floor till the postman heard me",
        "looking for a stroke club",
        "the smoke alarm needs a new battery",
        "smelt gas yesterday but the engineer came and fixed it",
        "Mum wants to come home to die, who can help",
        "traffic's murder, be there by ten",
    ],
)
def test_figures_of_speech_and_settled_events_are_not_danger(text: str) -> None:
    assert look_for_danger(text) is None


@pytest.mark.parametrize(
    ("lasting", "this_minute"),
    [
        ("dad can't get up from his armchair", "help dad can't get up from his armchair"),
        ("we can't lift him", "he's on the floor and we can't lift him"),
        ("I got stuck in the bath", "I'm stuck in the bath"),
        ("I can't find my words", "I can't find my words all of a sudden"),
        ("his speech is slurred from the MS", "his speech is slurred"),
        ("my chest is bad in winter", "my chest is bad and it goes down my arm"),
        ("burnt my hand cooking", "I've just burnt my hand cooking"),
        ("I'm having a baby and I use a wheelchair", "help I'm having a baby"),
        ("I'm unsteady on the stairs", "I'm lying on the stairs"),
    ],
)
def test_a_lasting_difficulty_is_a_need_and_the_same_thing_this_minute_is_danger(
    lasting: str, this_minute: str
) -> None:
    assert look_for_danger(lasting) is None
    assert look_for_danger(this_minute) is not None


@pytest.mark.parametrize(
    ("thing", "person"),
    [
        ("the bills are strangling us", "he is strangling us"),
        ("my knees are killing me on the stairs", "he is killing me"),
        ("the hoover has conked out", "dad has conked out"),
        ("he won't leave the house", "a man got in and he won't leave"),
        ("dad can't go", "there's a stranger here and he won't go"),
    ],
)
def test_who_does_it_decides_whether_a_deed_is_danger(thing: str, person: str) -> None:
    assert look_for_danger(thing) is None
    assert look_for_danger(person) is not None


def test_not_wanting_a_treatment_is_a_wish_and_not_wanting_to_be_is_despair() -> None:
    assert look_for_danger("I don't want to be resuscitated") is None
    assert look_for_danger("I don't want to be here any more") is not None


def test_asking_for_help_does_not_undo_a_fall() -> None:
    assert look_for_danger("I've fallen and I can't get up, need help") is not None


def test_danger_beside_something_ordinary_is_still_danger() -> None:
    danger = look_for_danger("Morning love, cancel tomorrow please and also I've got these awful pains in my chest")
    assert danger is not None
    assert danger.number == "999"


def test_a_fall_with_hurt_is_999_and_one_without_names_111() -> None:
    hurt, unhurt = look_for_danger("I fell and I've hit my head"), look_for_danger("I've slid off and I can't get up")
    assert hurt is not None
    assert hurt.number == "999"
    assert unhurt is not None
    assert "111" in unhurt.first_line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("can the PA do my insulin injections", "nursing"),
        ("someone to take my stitches out", "nursing"),
        ("pay her cash in hand so the tax man doesn't know", "illegal"),
        ("full time nanny for twins", "childcare"),
        ("solicitor for my divorce", "lawyer"),
        ("builder for a loft conversion", "builder"),
        ("need a vet for my cat", "vet"),
        ("a tiler for the bathroom", "builder"),
        ("plumber for a burst pipe", "builder"),
        ("electrician to put a socket in", "builder"),
        ("removal of a tree in the back garden", "builder"),
        ("I want an escort tonight", "illegal"),
        ("forgot my blood pressure tablets this morning, should I take both tonight", "medical"),
        ("how many paracetamol should dad be on a day", "medical"),
        ("could mum have another dose of morphine", "medical"),
        ("can I pay my rent out of nan's savings, she won't notice", "illegal"),
        ("he won't miss it if I put a bit of his budget on my bills", "illegal"),
        ("we've not told the council she moved out, how do we keep it coming", "illegal"),
    ],
)
def test_what_no_offering_may_serve_is_signposted(text: str, kind: str) -> None:
    signpost = outside_the_market(text)
    assert signpost is not None
    assert signpost.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "help with medication prompting morning and night",
        "is there a stroke club near Exmouth",
        "help with bathing now the wound has healed",
        "epilepsy trained PA for my son",
        "drug and alcohol support group",
        "somebody to help me count cash to pay at the market",
        "company for my wife at the end of her life",
        "an escort on a flight to Jersey",
        "somebody to wait in for the electrician",
        "he was a plumber and would like to talk shop",
        "someone to keep mum safe without locking her in",
        "the cat goes under the table and I can not bend to feed him",
        "my dressing gets done at the surgery, who would run me there and back",
        "take her for her injection",
        "the nurse gives mum her insulin at eight, we want porridge done after",
        "somebody to remind him to take both tablets at night",
        "I missed my tablets twice this week, is there a box that beeps",
        "can he take another friend along on his day out",
        "she won't notice who comes, as long as somebody does",
        "he does not notice what he spends of his money",
        "I've not told the family yet that I want to stay at home",
        "scaffolding for daily tasks, body doubling and post",
    ],
)
def test_fine_needs_that_look_clinical_or_risky_pass(text: str) -> None:
    assert outside_the_market(text) is None
    assert look_for_danger(text) is None


def test_the_rules_turn_away_few_of_what_only_looks_outside_and_hardly_any_as_nursing_or_crime() -> None:
    fine = [row["told"] for row in files.rows("outside_told.csv") if row["kind"] == "fine"]
    away = Counter(found.kind for told in fine if (found := outside_the_market(told)) is not None)
    assert away.total() <= 0.025 * len(fine)
    assert away["nursing"] + away["illegal"] <= 0.005 * len(fine)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    look_for_danger(text)
    outside_the_market(text)


def test_the_given_needs_are_refused_where_they_must_be_and_only_there() -> None:
    if not SHARED.exists():
        pytest.skip("The given needs are not beside this checkout.")
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        stopped = bool(look_for_danger(row["text"]) or outside_the_market(row["text"]))
        assert stopped is not row["answerable"], row["text"]
