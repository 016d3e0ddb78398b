"""Danger is known however it is told, and words that merely look dangerous are left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.danger import look_for_danger, outside_the_market

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
    ],
)
def test_fine_needs_that_look_clinical_or_risky_pass(text: str) -> None:
    assert outside_the_market(text) is None
    assert look_for_danger(text) is None


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
