"""Words: phone writing, slips of the finger, denials."""

import pytest

from matching.knowledge.library import shipped
from matching.text.negation import split_denied
from matching.text.words import LONGEST, clean, content_stems


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("do u hav any1", "do you have anyone"),
        ("2x w/c user", "2x wheelchair user"),
        ("d/c tmrw", "discharge from hospital tomorrow"),
        ("LD & MH", "learning disability & mental health"),
    ],
)
def test_shorthand_is_opened(typed: str, meant: str) -> None:
    assert shipped().shorthand.open(typed) == meant


def test_two_letters_of_the_clinic_count_only_in_capitals() -> None:
    assert shipped().shorthand.open("sit in the ot room") == "sit in the ot room"
    assert shipped().shorthand.open("a low salt diet") == "a low salt diet"
    assert "speech" in shipped().shorthand.open("SALT review")
    assert shipped().shorthand.open("£60 pd") == "£60 a day"
    assert "Parkinson" in shipped().shorthand.open("72M, PD, lives w/ wife")
    assert shipped().shorthand.open("he hd a fall") == "he had a fall"
    assert "Huntington" in shipped().shorthand.open("51F HD")
    assert shipped().shorthand.open("Ich brauche Hilfe für sie") == "Ich brauche Hilfe für sie"


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("chruch", "church"),
        ("meels", "meals"),
        ("gardning", "gardening"),
        ("wheelchiar", "wheelchair"),
        ("lookin", "looking"),
        ("cleanr", "cleaner"),
    ],
)
def test_a_slip_is_put_right_towards_the_words_of_the_field(slip: str, word: str) -> None:
    assert shipped().speller.repair(slip) == word


@pytest.mark.parametrize("word", ["clutch", "fiesta", "opera", "lawnmower", "knitting"])
def test_a_word_that_is_only_unusual_is_left_alone(word: str) -> None:
    assert shipped().speller.knows(word)


def test_what_an_offering_denies_is_kept_apart() -> None:
    affirmed, denied = split_denied("Company and cards. Not personal care. No injections, no problem with dogs.")
    assert {"person", "care"} <= set(content_stems(denied))
    assert "inject" in content_stems(denied)
    assert "dog" in content_stems(affirmed)


def test_a_customers_cannot_is_no_denial() -> None:
    affirmed, denied = split_denied("When you can't get to the salon I come to you.")
    assert "salon" in content_stems(affirmed)
    assert denied == ""


def test_markup_entities_and_length_are_dealt_with() -> None:
    assert clean("<b>Tea</b> &amp; cake") == "Tea & cake"
    assert len(clean("x " * 20_000)) <= LONGEST
