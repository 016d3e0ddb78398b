"""Typing slips put right, towards the words that decide what a message asks, and nothing else.

A word that English knows is never touched, nor one that looks like a name; what is not close to a deciding word stays
as written.
"""

from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.knowledge import files

_DECIDING = frozenset(
    str.split(
        """
        monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
        saturdays sundays tomorrow today tonight yesterday morning mornings afternoon afternoons evening
        evenings night nights lunchtime teatime bedtime fortnight fortnightly weekly daily weekend weekday
        weekdays week weeks month january february march april june july august september october november
        december christmas easter boxing minutes minute hour hours half quarter past noon midday midnight lunch
        dinner breakfast cancel cancelled cancelling change move moved swap book booking booked arrange visit
        visits appointment carer carers worker cleaner cleaning gardener gardening shopping washing ironing
        shower bath personal companion company someone somebody anyone nobody arrived turned coming running late
        later delayed finished cover request requests shift shifts available availability holiday backup contact
        emergency emergencies phone number telephone text texts messages message speak talk person human please
        thanks thank hello goodbye morning budget balance money left spent payment invoice account price cost
        costs much complaint complain concern worried rough bruise bruises bruised shouting shouted stolen
        missing neglected hungry threatened language english polish punjabi bengali urdu gujarati bigger larger
        slower print letters caseload client clients review reviews overdue waiting arrangement arranged accept
        decline happy instead rather earlier longer every hairdresser hospital doctor chemist prescription stop
        remove unsubscribe feedback brilliant lovely excellent wonderful female male lady woman
        """
    )
)


@cache
def _known() -> frozenset[str]:
    return frozenset(files.lines("common_words.txt"))


def known(word: str) -> bool:
    """Whether English, as commonly written, has this word."""
    return word in _known()


def mend(word: str, *, named: bool = False) -> str:
    """The deciding word meant, or the word as it stands. `named` words start with a capital where others do not."""
    if len(word) < 4 or not word.isascii() or not word.isalpha() or word in _DECIDING:
        return word
    return _mend(word, named)


@lru_cache(maxsize=20_000)
def _mend(word: str, named: bool) -> str:
    if word in _known() or (word.endswith("s") and word[:-1] in _known()):
        return word
    slips = 1 if len(word) < 6 or named else 2
    near = process.extract(word, _DECIDING, scorer=OSA.distance, score_cutoff=slips, limit=6)
    best = [(distance, abs(len(found) - len(word)), found) for found, distance, _ in near if found[0] == word[0]]
    return min(best)[2] if best else word
