"""SMS rules: no buttons, so numbered answers; 160 letters a message, so few words and no letter that halves that.

Pure: sending is a gateway's work. Choices are read against the last message that offered any.
"""

import re
from collections.abc import Sequence

from bot.messages import Button, Reply

ONE, EACH_OF_MANY = 160, 153
"""Letters of the GSM 7-bit alphabet in a single message, and in each part of a longer one (GSM 03.40)."""
MOST_PARTS = 4
"""A reply longer than this is cut at a line, with where to read on."""

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
PLAINER = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "•": "-", "–": "-", "—": "-", "…": "...", "✓": ""})


def as_sms(reply: Reply, *, read_on: str = "") -> list[str]:
    """The parts to send, each within one part's letters. Choices are numbered; a person can always be had by PERSON."""
    text = _plainer("\n".join([reply.text, *_choices(reply.buttons)]))
    if len(text) <= ONE:
        return [text]
    parts = _split(text)
    if len(parts) > MOST_PARTS:
        kept = parts[: MOST_PARTS - 1]
        return [*kept, _plainer(f"There is more. {read_on}").strip()]
    return parts


def chosen(text: str, offered: Sequence[Button]) -> Button | None:
    """The button that "2", "2." or its own words choose; PERSON chooses a human. None if it is something else said."""
    said = text.strip().lower().rstrip(".!")
    pressable = [b for b in offered if b.id]
    numbered = [b for b in pressable if b.means != "human"]
    if re.fullmatch(r"\d", said) and 1 <= int(said) <= len(numbered):
        return numbered[int(said) - 1]
    if said == "person":
        return next((b for b in pressable if b.means == "human"), None)
    return next((b for b in pressable if b.label.lower().rstrip(".!") == said), None)


def _choices(buttons: Sequence[Button]) -> list[str]:
    numbered = [b for b in buttons if b.means not in ("human", "link")]
    lines = [f"Reply {n} for: {_unnumbered(b.label)}" for n, b in enumerate(numbered, 1)]
    lines += [f"{b.label}: {b.url}" for b in buttons if b.means == "link"]
    return lines + (["Or reply PERSON"] if any(b.means == "human" for b in buttons) else [])


def _unnumbered(label: str) -> str:
    return re.sub(r"^\d+\. ", "", label)


def _plainer(text: str) -> str:
    """Marks that would force 70-letter messages are swapped for plain ones; names keep their letters."""
    return text.translate(PLAINER)


def _split(text: str) -> list[str]:
    """Whole words, and whole lines where they fit."""
    size = EACH_OF_MANY if all(c in GSM for c in text) else 67
    parts, part = [], ""
    for word in re.findall(r"\S+\s*", text):
        if len((part + word).rstrip()) > size and part:
            parts.append(part.rstrip())
            part = ""
        while len(word.rstrip()) > size:
            parts.append(word[:size])
            word = word[size:]
        part += word
    return [*parts, part.rstrip()] if part.strip() else parts
