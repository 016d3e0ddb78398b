"""A message as pieces: each a plain word, and the stretch of the original it was read from.

Rules match on `plain` (lower case, contractions opened, texting and slips undone); `said` gives back the very
letters that were written, so that a need or a name is never shown respelled.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from bot.understanding.spelling import mend
from bot.understanding.texting import OPENED

_DIGIT_WORDS = "|".join(sorted((re.escape(k) for k in OPENED if re.search(r"\d", k)), key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?i:\b(?:{_DIGIT_WORDS})\b)|"
    r"(?<!\w)[aApP]\.[mM]\.?(?!\w)|£\s?\d+(?:,\d{3})*(?:\.\d+)?|\d+(?:[.:/]\d+)+|\d+(?:st|nd|rd|th)\b|\d+|"
    r"\b(?:[wpWP]/[cehdwnCEHDWN]|[dD]/[hH])\b|[^\W\d_]+(?:['-][^\W\d_]+)*'?|[£%&@+]|[.!?,;:()/–—\n-]|\S"
)
_BESIDE_A_DAY = re.compile(
    r"^(?:on|this|next|last|every|each|till|until|for|from|and|or|to|-|,|@|\+|&|/|at|am|pm|morning|"
    r"so|please|thanks|because|afternoon|evening|night|week|"
    r"coming|alternate|by|not|cancel|book|\d.*|(?:mon|tues|wednes|thurs|fri)days?)$"
)
_DOING = frozenset(
    str.split(
        "be take do have pay go come cover need let see get ring call not just try pop give make "
        "start finish leave bring text"
    )
)
_VERBS = _DOING | frozenset(
    str.split(
        "see talk speak know find move visit sort clean cook wash walk drive sit shower arrange "
        "my the mum dad me us bingo church town"
    )
)
_MINUTES = frozenset({"quarter", "five", "ten", "twenty", "twentyfive", "5", "10", "20", "25"})
_HOURS = frozenset(
    {str(n) for n in range(1, 13)} | set(str.split("one two three four five six seven eight nine ten eleven twelve"))
)
_WHOM = frozenset(
    str.split("me us him her them someone somebody anyone carer lady cleaner lift book visit price cost work jobs")
)
_UNITS = frozenset(
    str.split(
        "oclock pm am hours hour minutes days weeks people carers visits calls times nights of or and to till until on today "
        "tomorrow in at is please thanks instead x"
    )
)
_THE_ONE = re.compile(
    r"(?:^|the|that|this|my|'s|s) (?:morning|afternoon|evening|night|lunch|tea|bed|early|late|new|other|last|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day)$"
)
_JOINED = re.compile(r"^([a-z]+)-([a-z]+(?:-[a-z]+)*)$")


@dataclass(frozen=True)
class Piece:
    """One plain word, and where in the message it stood."""

    plain: str
    start: int
    end: int


def _pieces_of(word: str, raw: str, start: int, end: int, shouted: bool) -> list[Piece]:
    opened = OPENED.get(word)
    if opened is None and _JOINED.match(word):
        pieces, at = [], start
        joins_days = all(OPENED.get(part, part).removesuffix("s").endswith("day") for part in word.split("-"))
        for part in word.split("-"):
            if joins_days and at > start:
                pieces.append(Piece("to", at - 1, at))
            pieces += _pieces_of(part, part, at, at + len(part), shouted)
            at += len(part) + 1
        return pieces
    if opened is None and word.endswith(("'s", "s'")) and len(word) > 3:
        stem = word[:-2] if word.endswith("'s") else word[:-1]
        opened = f"{OPENED.get(stem, mend(stem, named=raw[:1].isupper() and not shouted))} 's"
    if opened is None:
        opened = mend(word, named=raw[:1].isupper() and not shouted)
    return [Piece(part, start, end) for part in opened.split()]


def _settled(pieces: list[Piece]) -> list[Piece]:
    """Short words that mean one thing beside a day or a verb and another elsewhere: sat, sun, ill."""
    told = [""] + [p.plain for p in pieces] + [""]
    for i, p in enumerate(pieces):
        before, after = told[i], told[i + 2]
        if p.plain in ("sat", "sun") and _is_a_day(before, after):
            pieces[i] = Piece("saturday" if p.plain == "sat" else "sunday", p.start, p.end)
        elif p.plain == "1" and _THE_ONE.search(" ".join(told[max(0, i - 1) : i + 1])):
            pieces[i] = Piece("one", p.start, p.end)
        elif p.plain == "2" and before in _MINUTES and after in _HOURS:
            pieces[i] = Piece("to", p.start, p.end)
        elif p.plain == "4" and before in _WHOM and after.isalpha() and after not in _UNITS:
            pieces[i] = Piece("for", p.start, p.end)
        elif p.plain in ("2", "4") and after in _VERBS and not before.replace("", "")[-1:].isdigit():
            pieces[i] = Piece("to" if p.plain == "2" else "for", p.start, p.end)
        elif p.plain == "ill" and after in _DOING:
            pieces[i] = Piece("i will", p.start, p.end)
    return [Piece(word, p.start, p.end) for p in pieces for word in p.plain.split()]


def _is_a_day(before: str, after: str) -> bool:
    if after in ("&", "+", "/"):
        return True
    if before in ("the", "in", "is", "was", "had", "i", "he", "she", "they", "and i", "just", "left", "been"):
        return False
    return bool(_BESIDE_A_DAY.match(before) or _BESIDE_A_DAY.match(after)) or not (before and after)


@dataclass(frozen=True)
class Message:
    """The original text, and its pieces in order."""

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def read(cls, text: str) -> "Message":
        """Split a message into pieces. Never raises."""
        straight = unicodedata.normalize("NFC", text)[:2000].translate(_STRAIGHT)
        letters = [c for c in straight if c.isalpha()]
        shouted = bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
        pieces: list[Piece] = []
        for m in _TOKEN.finditer(straight):
            pieces += _pieces_of(m.group().lower(), m.group(), m.start(), m.end(), shouted)
        return cls(straight, tuple(_settled(pieces)))

    @cached_property
    def plain(self) -> str:
        """The pieces joined by single spaces: what rules are matched on."""
        return " ".join(p.plain for p in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for p in self.pieces:
            starts.append(at)
            at += len(p.plain) + 1
        return starts

    def piece_at(self, offset: int) -> int:
        """The index of the piece that holds this offset of `plain`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def said(self, start: int, end: int) -> str:
        """The original letters behind `plain[start:end]`."""
        if end <= start or not self.pieces:
            return ""
        first, last = self.pieces[self.piece_at(start)], self.pieces[self.piece_at(end - 1)]
        return self.text[first.start : last.end]

    def offset(self, index: int) -> int:
        """Where in `plain` the piece of this index begins."""
        return self._starts[index]

    @cached_property
    def shouted(self) -> bool:
        """Written wholly in capitals, or wholly without: capitals then tell nothing of names."""
        letters = [c for c in self.text if c.isalpha()]
        upper = sum(c.isupper() for c in letters)
        return not letters or upper > 0.8 * len(letters) or upper == 0


_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u201c": '"', "\u201d": '"', "\u00b4": "'"})
