"""Phrases as this one person wants them: in few words, or with their own language above the English.

Flows import the modules of phrases from here, and write as though there were only English. Which words come out is settled once a
turn, by `spoken_to`. A phrase that has no other words stays as it is.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from bot.phrases.languages import LANGUAGES, Language
from bot.phrases.short import SHORT

if TYPE_CHECKING:
    from bot.phrases import booking as booking
    from bot.phrases import care as care
    from bot.phrases import danger as danger
    from bot.phrases import home as home
    from bot.phrases import pushed as pushed
    from bot.phrases import visits as visits
    from bot.phrases import whose as whose
    from bot.phrases import work as work


@dataclass(frozen=True)
class Manner:
    """How a person is spoken to in this turn. A language without a set of phrases is spoken to in English."""

    language: str = "English"
    few_words: bool = False


PLAIN = Manner()
_NOW: ContextVar[Manner] = ContextVar("manner", default=PLAIN)


@contextmanager
def spoken_to(manner: Manner) -> Iterator[None]:
    """Speak in this manner until the block ends."""
    before = _NOW.set(manner)
    try:
        yield
    finally:
        _NOW.reset(before)


def change_language(language: str) -> None:
    """For the rest of this turn: what somebody has just written was in this language."""
    _NOW.set(Manner(language, _NOW.get().few_words))


def change_words(*, few: bool) -> None:
    """For the rest of this turn: half the words, or all of them again."""
    _NOW.set(Manner(_NOW.get().language, few))


def in_few_words() -> bool:
    """Whether this person wants half the words."""
    return _NOW.get().few_words


class Beside(str):
    """A phrase in another language, and below it the English, until a speaker of it has checked the words.

    Filled in, it fills in both; parts of both kinds may be put together with +.
    """

    language: Language
    theirs: str
    english: str
    between: str

    def __new__(cls, language: Language, theirs: str, english: str, between: str = "\n") -> "Beside":
        whole = theirs if language.checked else f"{theirs}{between}{english}"
        made = super().__new__(cls, whole)
        made.language, made.theirs, made.english, made.between = language, theirs, english, between
        return made

    def format(self, *args: object, **fields: Any) -> "Beside":
        """Both filled in: days and times in the words of each."""
        theirs = {k: _theirs(self.language, k, v) for k, v in fields.items()}
        english = {k: v.english if isinstance(v, Beside) else v for k, v in fields.items()}
        return Beside(self.language, self.theirs.format(**theirs), self.english.format(*args, **english), self.between)

    def __deepcopy__(self, memo: object) -> str:
        """Kept anywhere, it is the words as they were said."""
        return str(self)

    def __add__(self, other: str) -> "Beside":
        theirs = other.theirs if isinstance(other, Beside) else other
        english = other.english if isinstance(other, Beside) else other
        return Beside(self.language, self.theirs + theirs, self.english + english, self.between)


def _theirs(language: Language, field: str, value: object) -> str:
    if isinstance(value, Beside):
        return value.theirs
    return language.turned(str(value)) if field in _TIMES else str(value)


_TIMES = frozenset({"answer_by", "slot", "day", "first", "last", "visit", "at", "end", "by", "minutes"})
"""Fields that hold a day or a time. A worker called May stays May."""


def said(english: str) -> str:
    """One phrase in the present manner. What is no phrase of ours comes back as it is."""
    manner = _NOW.get()
    shown = SHORT.get(english, english) if manner.few_words else english
    language = LANGUAGES.get(manner.language)
    if language is None:
        return shown
    if english in language.labels:
        return Beside(language, language.labels[english], shown, " / ")
    return Beside(language, language.phrases[english], shown) if english in language.phrases else shown


def said_by_line(text: str) -> str:
    """A text whose every line is one whole phrase: what is said of danger."""
    return "\n".join(said(line) for line in text.split("\n"))


def said_again(text: str) -> str:
    """A text that was made of one of our phrases for what arrives by itself, in the present manner. Any other stays as it is."""
    if _NOW.get() == PLAIN:
        return text
    for phrase, pattern in _patterns():
        if found := pattern.fullmatch(text):
            again = {field: said_again(value) for field, value in found.groupdict().items()}
            return said(phrase).format(**again)
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each phrase with what it looks like filled in, those that say the most in words of their own first."""
    module = import_module("bot.phrases.pushed")
    every = [v for k, v in vars(module).items() if k.isupper() and isinstance(v, str)]
    ordered = sorted(every, key=lambda phrase: -len(_FIELD.sub("", phrase)))
    return tuple((phrase, re.compile(_pattern(phrase))) for phrase in ordered)


_FIELD = re.compile(r"\{(\w+)\}")


def _pattern(phrase: str) -> str:
    """A field may be empty, and may begin a line but holds no more than one: what it is filled with runs no further than it must."""
    parts = _FIELD.split(phrase)
    return "".join(rf"(?P<{part}>\n?[^\n]*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))


class _Said:
    """A module of phrases, each as `said` has it."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> object:
        value = getattr(self._module, name)
        return said(value) if isinstance(value, str) else value


if not TYPE_CHECKING:
    from bot.phrases import booking, care, danger, home, pushed, visits, whose, work

    booking, care, danger, home = _Said(booking), _Said(care), _Said(danger), _Said(home)
    pushed, visits, whose, work = _Said(pushed), _Said(visits), _Said(whose), _Said(work)
