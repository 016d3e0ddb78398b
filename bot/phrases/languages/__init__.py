"""Phrases in other languages: safety, the first page, who is coming, nobody has come, and handing over to a person.

Each is written with care and NOT yet checked by a speaker. Until one has (`checked`), the English stands below it, and the
number to ring stands in both. The rest of the chat stays English.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.phrases.languages import polish, punjabi


@dataclass(frozen=True)
class Language:
    """One language. `phrases` are keyed by the English phrase, `labels` by the English of a button or a menu line.

    `asks` are its button words that may be typed, each with what is meant. `times` are the words of days and times.
    """

    name: str
    phrases: Mapping[str, str]
    labels: Mapping[str, str]
    asks: Mapping[str, str]
    times: Mapping[str, str]
    checked: bool = False

    def turned(self, value: str) -> str:
        """A day or a time in this language ("today, 9am to 10am"); any other value as it is."""
        found = re.findall(r"\d{1,2}(?::\d\d)?[ap]m|\d+|[A-Za-z]+|[^\w\s]", value)
        parts = [self._part(token) for token in found]
        if any(part is None for part in parts):
            return value
        line = " ".join(part for part in parts if part)
        return re.sub(r" ([,.])", r"\1", line)

    def _part(self, token: str) -> str | None:
        if clock := re.fullmatch(r"(\d{1,2})(?::(\d\d))?([ap])m", token):
            hour = int(clock[1]) % 12 + (12 if clock[3] == "p" else 0)
            return f"{hour}:{clock[2] or '00'}"
        return token if not token.isalpha() else self.times.get(token)


def _is_of_a_word(letter: str) -> bool:
    """Letters, spaces, and the vowel signs that Gurmukhi writes beside and above its letters."""
    return letter.isalnum() or letter.isspace() or unicodedata.category(letter).startswith("M")


LANGUAGES: Mapping[str, Language] = {
    "Polish": Language("Polish", polish.PHRASES, polish.LABELS, polish.ASKS, polish.TIMES),
    "Punjabi": Language("Punjabi", punjabi.PHRASES, punjabi.LABELS, punjabi.ASKS, punjabi.TIMES),
}


def asked_in(text: str) -> tuple[str, str] | None:
    """The language and the intent of words that stand on one of its buttons, typed instead of pressed."""
    said = " ".join("".join(c for c in text.casefold() if _is_of_a_word(c)).split())
    found = ((language.name, language.asks.get(said)) for language in LANGUAGES.values())
    return next(((name, intent) for name, intent in found if intent), None)
