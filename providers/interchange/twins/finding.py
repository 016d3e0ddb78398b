"""Finding, among many listings, those that are likely the same as one: by what they share, then by likeness. In memory."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from providers.interchange.looks import Looks
from providers.interchange.twins.rules import Likeness, likeness, weigher, words_of

MOST_LOOKED_AT = 10
"""Of those that share something, how many are compared: those that share most."""
TOO_COMMON = 400
"""What more than so many share says nothing, and is not looked up."""


@dataclass(frozen=True, slots=True)
class Twin:
    """One that is likely the same."""

    looks: Looks
    likeness: Likeness


class Finder:
    """Listings by what they may share. Names' words are counted, so that rare ones tell more."""

    def __init__(self, some: Iterable[Looks] = ()) -> None:
        self._looks: dict[str, Looks] = {}
        self._by: defaultdict[str, set[str]] = defaultdict(set)
        self._counts: Counter[str] = Counter()
        for one in some:
            self.add(one)

    def __len__(self) -> int:
        return len(self._looks)

    def add(self, one: Looks) -> None:
        """Add or replace a listing."""
        self.drop(one.key)
        self._looks[one.key] = one
        self._counts.update(set(words_of(one.name)))
        for shared in _keys(one):
            self._by[shared].add(one.key)

    def drop(self, key: str) -> None:
        """Take a listing out."""
        one = self._looks.pop(key, None)
        if one is None:
            return
        self._counts.subtract(set(words_of(one.name)))
        for shared in _keys(one):
            self._by[shared].discard(key)

    def twins(self, one: Looks) -> list[Twin]:
        """Those likely the same as this one, the likeliest first."""
        weigh = weigher(self._counts, len(self._looks))
        found = (Twin(other, likeness(one, other, weigh)) for other in self._near(one))
        likely = [twin for twin in found if twin.likeness.is_likely]
        return sorted(likely, key=lambda twin: (-twin.likeness.score, twin.looks.key))

    def _near(self, one: Looks) -> Iterator[Looks]:
        shared: Counter[str] = Counter()
        for key in _keys(one):
            others = self._by.get(key, set())
            if len(others) <= TOO_COMMON:
                weight = 1 + 40 // (1 + len(others))
                for other in others:
                    shared[other] += weight
        shared.pop(one.key, None)
        return (self._looks[key] for key, _ in shared.most_common(MOST_LOOKED_AT))


def _keys(one: Looks) -> set[str]:
    """What it may share with a twin: number, page, postcode, and the beginnings and ends of the words of its names."""
    keys = {f"t:{one.phone}", f"w:{one.web}", f"p:{one.postcode}"} - {"t:", "w:", "p:"}
    for name in (one.name, one.organisation):
        words = words_of(name)
        for word in words:
            keys |= {f"s:{word[:3]}", f"e:{word[-4:]}", f"n:{word}"}
        if words:
            keys |= {f"i:{''.join(word[0] for word in words)}", f"i:{words[0]}", f"j:{''.join(words)[:8]}"}
    return keys
