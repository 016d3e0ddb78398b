"""The bot's words can be read by a nine-year-old: Flesch-Kincaid grade 5 at most over the phrases of each flow joined."""

import re
import string
from types import ModuleType

import pytest
import textstat

from bot.phrases import booking, care, danger, home, pushed, visits, whose, work
from bot.phrases.home import WHAT_IT_IS

GRADE = 5.0
FIELD_TERMS = re.compile(
    r"\b(backup contacts?|out-of-hours desk|safeguarding team|direct payment|caseload|broker|postcode|customer|supporter|"
    r"visits?|PAs?|plan|pots?|desk|code|PIN)\b"
)
"""FIELD.md's own words, and those nobody can go without; each counts as one short word."""
JARGON = re.compile(r"\b(back-up|back up contact|carer|service user|appointment|invalid|error|please note that)\b")
FILLED = {
    "for_name": "Joan", "name": "Joan", "worker": "Ann", "provider": "Ann", "usual": "Ann", "who": "Ann",
    "them": "them", "person": "Joan", "people": "Joan and Bill", "reason": "too far", "title": "a walk", "days": "on Fridays",
    "first": "Friday", "last": "Friday", "until": "Friday", "day": "Friday", "slot": "on Friday, 9am to 10am",
    "time": "9am to 10am", "answer_by": "9am", "by": "9am", "at": "9am", "place": "EX4", "area": "EX4",
}  # fmt: skip
"""What stands in the braces, as short as such words mostly are; anything else becomes "two"."""
MODULES = [booking, care, danger, home, pushed, visits, whose, work]


class Filling(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "two"


def phrases(module: ModuleType) -> list[str]:
    """Every phrase of the module, filled in. Words of one button are left out: a grade means nothing there."""
    found = [v for k, v in vars(module).items() if k.isupper() and isinstance(v, str)]
    filled = [string.Formatter().vformat(v, (), Filling(FILLED)) for v in found]
    return [" ".join(p.split()) for p in filled if len(p.split()) > 3]


def grade(text: str) -> float:
    """Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).

    textstat splits words and sentences. Its own syllables come from a word list that is fetched over the network, so they are counted
    here by spelling: the groups of vowels that are said.
    """
    plain = FIELD_TERMS.sub("dog", text)
    words = re.findall(r"[a-z']+", plain.lower())
    sentences = int(textstat.sentence_count(plain))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    silent = re.sub(r"(?<=[^aeiouylr])es?$|(?<=[aeiouy][lr])es?$|(?<=[^aeiouytd])ed$", "", word)
    groups = len(re.findall(r"[aeiouy]+", silent))
    return max(1, groups)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("come", 1),
        ("nobody", 3),
        ("visit", 2),
        ("told", 1),
        ("asked", 1),
        ("wanted", 2),
        ("table", 2),
        ("any", 2),
        ("here", 1),
    ],
)
def test_syllables_are_counted_as_said(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_each_flow_reads_at_grade_five_or_below(module: ModuleType) -> None:
    sentences = [p if p[-1] in ".?!" else p + "." for p in phrases(module)]
    assert grade(" ".join(sentences)) <= GRADE


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_no_sentence_is_long(module: ModuleType) -> None:
    for phrase in phrases(module):
        for sentence in re.split(r"[.?!:]\s", phrase):
            assert len(sentence.split()) <= 24, sentence


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_no_jargon_and_the_fields_own_spelling(module: ModuleType) -> None:
    for phrase in [*phrases(module), *WHAT_IT_IS.values()]:
        assert not re.search(
            r"\b(back-up|back up contact|carer|service user|appointment|invalid|error|please note that)\b",
            phrase.lower(),
        ), phrase
        assert "P.A." not in phrase
