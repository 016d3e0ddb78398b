"""SMS words: no buttons, so numbered answers; 160 letters a message, so few words and no letter that halves that.

Pure: sending is a gateway's work (`sms_gateway`). Choices are read against the last message that offered any.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.messages import Button, Reply, is_called

ONE, EACH_OF_MANY = 160, 153
"""Septets of the GSM 7-bit alphabet in a single message, and in each part of a longer one (3GPP TS 23.038, 23.040)."""
ONE_WIDE, EACH_OF_MANY_WIDE = 70, 67
"""UTF-16 units in a message with any letter outside that alphabet: Polish, Gurmukhi, a smile."""
MOST_PARTS = 4
"""A reply longer than this is cut at a line, with where to read on. One about danger is never cut."""

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_TWICE = frozenset("^{}\\[~]|€\f")
"""Letters of the same alphabet that take two septets: an escape, and the letter."""
PLAINER = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "’": "'",
        "‘": "'",
        "•": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "✓": "",
        "\u00a0": " ",
        "\t": " ",
    }
)
PERSON = "Reply PERSON to talk to one."


def as_sms(reply: Reply, *, first: int = 1, can_answer: bool = True, read_on: str = "") -> str:
    """The whole text, in at most `MOST_PARTS` parts; the network joins them again.

    Choices are numbered from `first`, so that two messages in a row share no number; a person can always be had by
    PERSON. `can_answer` is False for a number whose answers would come from nobody we know: then only links are shown.
    """
    choices = _plainer("\n".join(_choices(reply.buttons, first, can_answer=can_answer)))
    body = _plainer(reply.text)
    whole = _joined(body, choices)
    if reply.urgent or parts_of(whole) <= MOST_PARTS:
        return whole
    more = _plainer(f"There is more. {read_on}").strip()
    words = re.findall(r"\S+\s*", body)
    while words and parts_of(_joined("".join(words).rstrip(), more, choices)) > MOST_PARTS:
        words.pop()
    return _joined("".join(words).rstrip(), more, choices)


def parts_of(text: str) -> int:
    """How many messages of the network this text takes, each of which is paid for."""
    if all(c in GSM or c in GSM_TWICE for c in text):
        return _packed((2 if c in GSM_TWICE else 1 for c in text), ONE, EACH_OF_MANY)
    return _packed((len(c.encode("utf-16-le", "surrogatepass")) // 2 for c in text), ONE_WIDE, EACH_OF_MANY_WIDE)


def _packed(sizes: Iterable[int], one: int, each: int) -> int:
    """Parts needed where no letter is cut in two between them."""
    every = list(sizes)
    if sum(every) <= one:
        return 1
    parts, left = 1, each
    for size in every:
        if size > left:
            parts, left = parts + 1, each
        left -= size
    return parts


def numbered_of(buttons: Sequence[Button]) -> tuple[Button, ...]:
    """The buttons that get a number: not a person, who is had by PERSON, and not links."""
    return tuple(b for b in buttons if b.means not in ("human", "link") and not b.url)


def number_said(text: str) -> int | None:
    """The number in "2", "2." or "reply 2"; None if it is something else said."""
    found = re.fullmatch(r"(?:reply |no\.? ?|number )?(\d{1,2})", text.strip().lower().rstrip(".!"))
    return int(found[1]) if found else None


def chosen(text: str, offered: Sequence[Button], first: int = 1) -> Button | None:
    """The button that its number or its own words choose; PERSON chooses a human. None if it is something else said."""
    said = text.strip().lower().rstrip(".!")
    pressable = [b for b in offered if b.id]
    numbered = dict(enumerate(numbered_of(pressable), first))
    if (number := number_said(text)) is not None and number in numbered:
        return numbered[number]
    if said in ("person", "a person", "reply person"):
        return next((b for b in pressable if b.means == "human"), None)
    return next((b for b in pressable if is_called(replace(b, label=b.label.rstrip(".!")), said)), None)


def _choices(buttons: Sequence[Button], first: int, *, can_answer: bool) -> list[str]:
    numbered = numbered_of(buttons) if can_answer else ()
    lines = [f"Reply {n} for: {_unnumbered(b.label)}" for n, b in enumerate(numbered, first)]
    lines += [f"{b.label}: {b.url}" for b in buttons if b.means == "link"]
    return lines + ([PERSON] if can_answer and any(b.means == "human" for b in buttons) else [])


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _unnumbered(label: str) -> str:
    return re.sub(r"^\d+\. ", "", label)


def _plainer(text: str) -> str:
    """Marks that would force 70-letter messages are swapped for plain ones; names keep their letters."""
    return text.translate(PLAINER)
