"""Everything found in a message, once: the ground for the choice of intent, the slots and the questions."""

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
        return plain

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
