"""Everything found in a message, once: the ground for the choice of intent, the slots and the questions."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.understanding.figures import Money, find_money, find_phone
from bot.understanding.languages import named_in
from bot.understanding.names import Name, find_names
from bot.understanding.places import is_town
from bot.understanding.reading import Roster
from bot.understanding.when import When
from bot.understanding.words import Message

ANY_NAME = "donna"
"""What stands for every name when evidence is weighed."""


# Manners before the point say nothing of what is asked, but hold words ("bother", "hope", "trouble") that would.
_POLITE = re.compile(
    r"(?<!\w)(?:if (?:it|that) (?:is|was|would) not (?:be )?(?:too much |a |any )?(?:of a "
    r")?(?:bother|trouble|nuisance|hassle)|"
    r"if it is no (?:bother|trouble)|(?:i am )?(?:so |very |ever so |really )?sorry (?:to|for) "
    r"(?:be|being|bother|bothering|trouble|troubling|keep)"
    r"(?: (?:a|such a) (?:pain|nuisance|pest|bother)| you| on)*(?: again)?|i do apologise for "
    r"(?:bothering|troubling) you|"
    r"i hope (?:you are|this finds you|all is|everyone is) well|hope (?:you are|all is|your) "
    r"(?:well|ok)|just a quick (?:one|question)|"
    r"no offence|when you (?:have|get) (?:a|the) (?:minute|moment|chance)|i know you are "
    r"busy(?: but)?|do you happen to|"
    r"if you (?:do not|would not) mind|i do not (?:want|mean|like) to (?:be a|make a|bother|trouble)(?: \w+)?)(?!\w)"
)


@dataclass(frozen=True)
class Reading:
    """A message and everything found in it, shared by the choice of intent, the slots and the questions."""

    message: Message
    when: When
    past: When
    names: list[Name]
    money: list[Money]
    roster: Roster | None

    @cached_property
    def phone(self) -> str | None:
        return find_phone(self.message.text)

    @cached_property
    def with_names_levelled(self) -> str:
        """The plain text with every name as one and the same, so that evidence need not know names."""
        plain = self.message.plain
        for name in reversed(self.names):
            plain = f"{plain[: name.start]}{ANY_NAME}{plain[name.end :]}"
        return _POLITE.sub(" ", plain).strip()

    @cached_property
    def levelled(self) -> str:
        """The plain text with every name, day, time, length and sum made one and the same: what examples are learnt on."""
        marks = [
            *((n.start, n.end, ANY_NAME) for n in self.names),
            *((d.start, d.end, "dayx") for d in self.when.days),
            *((t.start, t.end, "timex") for t in self.when.times),
            *((x.start, x.end, "longx") for x in self.when.lengths),
            *((m.start, m.end, "£") for m in self.money),
        ]
        plain, taken = self.message.plain, len(self.message.plain) + 1
        for start, end, word in sorted(marks, reverse=True):
            if end <= taken:
                plain, taken = f"{plain[:start]}{word}{plain[end:]}", start
        return plain

    @cached_property
    def language(self) -> str | None:
        return named_in(self.message)


def read(message: Message, when: When, past: When, roster: Roster | None) -> Reading:
    """Find names and money once."""
    names = [n for n in find_names(message, roster) if not is_town(n.text)]
    return Reading(message, when, past, names, find_money(message.plain), roster)
