"""From raw text to words: one way of doing it for needs, offerings and knowledge alike."""

import html
import re
import unicodedata
from functools import lru_cache
from threading import Lock
from typing import Final

import snowballstemmer  # type: ignore[import-untyped]

from matching.text.same import SAME

LONGEST = 3000
"""Characters of a need that are read. Longer text is cut, not refused."""

_TAG = re.compile(r"<(script|style)\b.{0,2000}?</\1\s*>|<[^>\n]{0,200}>", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SPLIT_SHORT = re.compile(r"(?<=[a-z])/(?=[a-z])|[&+]")
_STEMMER: Final = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME: Final = Lock()
"""The stemmer keeps the word it is at in itself: two threads in it at once break each other's words."""

_STOP_WORDS = """
    a an and are as at be been being but by can could did do does doing done for from had has have having he her
    hers him his how i if in into is it its just like may me mine more most much my no nor not of off on once one only or
    other our ours own please she should so some somebody someone something such than that the their theirs them then
    there these they this those through to too up us very was we were what when where which while who whom why will
    with would you your yours am im i'm ive i've id i'd ill i'll we've we're it's he's she's they're they've that's
    there's don't doesn't didn't isn't aren't wasn't weren't won't can't cannot couldn't wouldn't shouldn't hasn't
    haven't hadn't want wants wanted need needs needed require requires required looking look get gets getting got
    go goes going anyone anybody anything any also about all again ago always another around because before after
    both each even ever every few here let lets make makes many maybe might must really say says said see seem seems
    since still take takes thing things think though till until way well went whether within without yes know
    knows lot lots quite rather sort us use used using keep keeps kept put puts bit come comes coming give gives
    help helps helping helped support find finding hi hello thanks thank dear today now already later nothing never
    everything wish hoping hope nice good bring etc i'd he'd she'd you're you'd who's what's
"""
STOP: Final = frozenset(_STOP_WORDS.split())
"""Words that say nothing about which support is meant. "Help" and "support" are in every offering."""


def clean(text: str, longest: int = LONGEST) -> str:
    """Plain characters: entities undone, tags dropped, quotes straight, spaces single, cut to length."""
    text = html.unescape(text[: longest * 2]) if "&" in text else text[: longest * 2]
    text = _TAG.sub(" ", text)
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").replace("`", "'")
    return " ".join(text.split())[:longest]


def words(text: str) -> list[str]:
    """Lower-case words in their order; apostrophes inside a word are kept."""
    return _WORD.findall(_SPLIT_SHORT.sub(" ", text.lower()))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word's root, by Snowball's English stemmer; possessive endings go first."""
    bare = word.removesuffix("'s").replace("'", "")
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(SAME.get(bare, bare)))


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order, repeats kept."""
    return [stem(word) for word in words(text) if is_content(word)]


def is_content(word: str) -> bool:
    """Whether a word can tell one kind of support from another."""
    return word not in STOP and (len(word) > 1 or not word.isascii()) and not word.isdigit()
