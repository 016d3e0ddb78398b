"""What one sign of danger looks like, and the turns of speech that take a sign's force away."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from matching.plain import PERSON


@dataclass(frozen=True)
class Sign:
    """One sign of danger.

    `weight` 1.0 is enough alone; lesser signs need company. `figure` is what makes the same words harmless when it
    stands close by. `lasting` signs tell of a state, so a date in the past beside them does not settle them.
    `chronic` signs tell of what some people live with: "any more", a condition or a search for help excuses them.
    `at_once` signs are ordinary words of need, and count only beside a mark that it is happening this minute.
    """

    kind: str
    pattern: re.Pattern[str]
    weight: float = 1.0
    figure: re.Pattern[str] | None = None
    lasting: bool = False
    chronic: bool = False
    at_once: bool = False


_MINE = r"(?:my|me|his|her|their|your|the|its|our)"
_BREAK = re.compile(r"\n\s*")
_NAMED = re.compile(r"<([a-z]+)>")


def sign(
    kind: str,
    pattern: str,
    *,
    words: Mapping[str, str] = MappingProxyType({}),
    weight: float = 1.0,
    figure: str = "",
    lasting: bool = False,
    chronic: bool = False,
    at_once: bool = False,
) -> Sign:
    """A sign from a pattern over folded text, which may be written over several lines.

    `<name>` stands for an entry of `words`, `<gap3>` for up to three words between two parts (never across a
    sentence mark), PERSON for whoever the message is about, MINE for my, his, the.
    """
    return Sign(
        kind,
        _compiled(pattern, words),
        weight,
        _compiled(figure, words) if figure else None,
        lasting=lasting,
        chronic=chronic,
        at_once=at_once,
    )


def _compiled(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    flat = _BREAK.sub("", pattern)
    flat = re.sub(r"<gap(\d)>", lambda m: "(?: [a-z0-9']+){0," + m.group(1) + "} ", flat)
    while _NAMED.search(flat):
        flat = _NAMED.sub(lambda m: _BREAK.sub("", words[m.group(1)]), flat)
    return re.compile(rf"\b(?:{flat.replace('PERSON', PERSON).replace('MINE', _MINE)})\b")
