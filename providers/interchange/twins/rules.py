"""Whether two listings are likely the same thing, said twice. Pure: a score from nought to one, and the reasons in words.

Names are compared word by word, each word counting for as much as it tells (a rare word more than "group"), a mistyped or
shortened word for nearly as much as a whole one. Telephone, web address and place then speak for or against. The weights
were chosen on half of the kinds of damage in `tests/bench/test_twins.py` and measured on the other half.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, hypot, log

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from providers.interchange.looks import GENERIC_HOSTS, Looks

LIKELY = 0.5
"""The score from which a person is asked."""
NEAR_METRES, FAR_METRES = 150.0, 2_000.0

_LEGAL = frozenset(
    {"ltd", "limited", "cic", "cio", "plc", "llp", "inc", "the", "of", "for", "in", "at", "and", "a", "to", "on", "by"}
)
_SAME = {"center": "centre", "saint": "st", "mens": "men", "womens": "women", "organization": "organisation"}
_LETTERS = re.compile(r"[^\W_]+")
_WORD_SHARE = 0.78
OTHER_THING, TELLING = -4.0, 0.4
"""What it says against a pair that each has a word of its own, and how much such a word must tell."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two are one, and why, in words for the person who decides."""

    score: float
    why: tuple[str, ...]

    @property
    def is_likely(self) -> bool:
        return self.score >= LIKELY


@lru_cache(maxsize=65_536)
def words_of(name: str) -> tuple[str, ...]:
    """The telling words of a name, in small letters: legal forms and little words left out, letters joined (`H.O.P.E.`)."""
    joined = re.sub(
        r"\b(?:[a-z]\.){2,}",
        lambda found: found.group(0).replace(".", ""),
        name.casefold().replace("'", "").replace("’", ""),
    )
    found = [_SAME.get(word, word) for word in _LETTERS.findall(joined)]
    kept = tuple(word for word in found if word not in _LEGAL)
    return kept or tuple(found)


Weigh = Callable[[str], float]


def likeness(a: Looks, b: Looks, weigh: Weigh) -> Likeness:
    """How likely these two are one. `weigh` says how much a word of a name tells, 0 to 1."""
    name = _names(a.name, b.name, weigh)
    if name < 0.95:
        name = max(name, _crossed(a, b, weigh))
    place, place_why = _place(a, b)
    phone = _agree(a.phone, b.phone, 3.0, -0.4)
    web = _web(a.web, b.web)
    text = _texts(a.text, b.text)
    other = OTHER_THING if _each_has_its_own(words_of(a.name), words_of(b.name), weigh) and name < 0.95 else 0.0
    total = 15.0 * (name - 0.80) + place + phone + web + text + other
    why = []
    if name >= 0.85:
        why.append("the names are alike")
    if place_why:
        why.append(place_why)
    if phone > 0:
        why.append("the same telephone number")
    if web > 1:
        why.append("the same web address")
    if text >= 1:
        why.append("much the same words")
    return Likeness(1 / (1 + exp(-total)), tuple(why))


def _each_has_its_own(left: tuple[str, ...], right: tuple[str, ...], weigh: Weigh) -> bool:
    """Whether each name has a telling word that nothing in the other is like: a jazz and a guitar ensemble are two."""
    if _is_initials(left, right) or _is_initials(right, left):
        return False
    joined = "".join(left), "".join(right)

    def own(some: tuple[str, ...], by: tuple[str, ...], written: str) -> bool:
        return any(
            weigh(word) >= TELLING
            and word not in by
            and word not in written
            and all(_alike(word, one) < 0.6 and one not in word for one in by)
            for word in some
        )

    return own(left, right, joined[1]) and own(right, left, joined[0])


def _crossed(a: Looks, b: Looks, weigh: Weigh) -> float:
    """One may call by its organisation what the other calls by its service."""
    pairs = []
    if b.organisation and b.organisation != b.name:
        pairs.append((a.name, b.organisation))
    if a.organisation and a.organisation != a.name:
        pairs.append((a.organisation, b.name))
    return max((0.97 * _names(one, other, weigh) for one, other in pairs), default=0.0)


def _names(a: str, b: str, weigh: Weigh) -> float:
    left, right = words_of(a), words_of(b)
    if not left or not right:
        return 0.0
    if left == right or "".join(left) == "".join(right):
        return 1.0
    if _is_initials(left, right) or _is_initials(right, left):
        return 0.86
    forth, back = _covered(left, right, weigh), _covered(right, left, weigh)
    least, most = min(forth, back), max(forth, back)
    whole = fuzz.ratio("".join(sorted(left)), "".join(sorted(right))) / 100
    return max(0.65 * least + 0.35 * most, whole if whole > 0.93 and _same_numbers(left, right) else 0.0)


def _covered(some: Collection[str], by: Collection[str], weigh: Weigh) -> float:
    total = shared = 0.0
    for word in some:
        weight = weigh(word)
        total += weight
        shared += weight * (1.0 if word in by else max([_alike(word, other) for other in by]))
    return shared / total if total else 0.0


@lru_cache(maxsize=262_144)
def _alike(a: str, b: str) -> float:
    """How alike two words are: 1 the same, less for a slip or a shortening, 0 for two words."""
    if a == b:
        return 1.0
    if a.isdigit() or b.isdigit():
        return 0.0
    short, long = sorted((a, b), key=len)
    if len(short) >= 2 and _shortens(short, long):
        return 0.92
    if len(short) < 4:
        return 0.0
    slips = DamerauLevenshtein.normalized_similarity(a, b)
    return slips if slips >= _WORD_SHARE else 0.0


def _shortens(short: str, long: str) -> bool:
    """`assoc`, `assn`, `ctr`, `comm`: it begins alike, and the rest of its letters stand in the long word in order."""
    if len(long) < 5 or len(short) > len(long) * 0.75 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return len(short) >= 3
    letters = iter(long)
    in_order = all(letter in letters for letter in short)
    return in_order and len(short) >= 3 and (short[-1] == long[-1] or not set(short[1:]) & set("aeiou"))


def _is_initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return (
        len(one) == 1
        and len(other) >= 3
        and len(one[0]) == len(other)
        and all(word[0] == letter for word, letter in zip(other, one[0], strict=True))
    )


def _same_numbers(a: Collection[str], b: Collection[str]) -> bool:
    return {word for word in a if any(map(str.isdigit, word))} == {word for word in b if any(map(str.isdigit, word))}


def _place(a: Looks, b: Looks) -> tuple[float, str]:
    if a.postcode and a.postcode == b.postcode:
        return 1.6, f"the same postcode, {a.postcode}"
    if a.spot and b.spot:
        apart = hypot(a.spot[0] - b.spot[0], a.spot[1] - b.spot[1])
        if apart <= NEAR_METRES:
            return 1.0, "very near each other"
        return (-2.2, "") if apart > FAR_METRES else (-1.0, "")
    if a.postcode and b.postcode:
        return -1.0, ""
    return 0.0, ""


def _agree(a: str, b: str, alike: float, unlike: float) -> float:
    return 0.0 if not a or not b else alike if a == b else unlike


def _web(a: str, b: str) -> float:
    if not a or not b:
        return 0.0
    if a == b:
        return 2.0
    same_host = a.split("/")[0] == b.split("/")[0]
    return 0.6 if same_host and a.split("/")[0] not in GENERIC_HOSTS else -0.6


def _texts(a: str, b: str) -> float:
    """What descriptions say: the very same text is strong, quite another text speaks a little against."""
    if len(a) < 40 or len(b) < 40:
        return 0.0
    share = fuzz.ratio(a, b) / 100
    return 2.0 if share > 0.8 else 1.0 if share > 0.6 else -0.8 if share < 0.45 else 0.0


def weigher(counts: Mapping[str, int], of: int) -> Weigh:
    """How much a word tells among `of` names, of which `counts` have it: 1 for one that stands alone, towards 0.15 for "group"."""
    among = 1 + max(of, 1)
    top = log(among)

    def weigh(word: str) -> float:
        return max(0.15, log(among / (counts.get(word, 0) or 1)) / top)

    return weigh
