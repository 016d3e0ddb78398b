"""How far a message leans to danger that no rule names: by its words, and by what it means where an alarm is listening.

Words are read always and need nothing else. The alarm (`matching/vectors/alarm.py`) hears sentences and not words, so that
"nan's gone quiet and her lips are blue" and "nan's gone quiet since the club shut" lie apart; it is only asked where the
words leave it open.
"""

from dataclasses import dataclass
from typing import Final, Protocol

from matching.signs.learnt import leaning


class Alarm(Protocol):
    """Whoever hears by meaning how far a text leans to danger, in logits; nought is even, None that it cannot hear."""

    def __call__(self, text: str) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Bars:
    """How far a message must lean, for each thing that may follow."""

    perhaps: float
    """Written to the bot, and nothing else is plainly asked for: a wrong alarm costs one question."""
    likely: float
    """Written to the bot, and something else is plainly asked for."""
    in_a_need: float
    """Typed into a search box. Needs are told sideways as often as not, and there a wrong alarm sends somebody away."""
    plainly: float
    """Danger by all it sounds like: nothing is offered beside the number to ring."""
    denied: float
    """Below it even what a rule knows is not danger. Words alone never go so far."""


BY_WORDS: Final = Bars(perhaps=0.2, likely=1.0, in_a_need=3.2, plainly=6.5, denied=float("-inf"))
WITH_MEANING: Final = Bars(perhaps=0.0, likely=1.0, in_a_need=4.0, plainly=6.0, denied=-8.0)
"""Measured: `tests/bot/understanding/sets/README.md`."""
WORDS_COUNT: Final = 1.0
"""What the words count beside the alarm. With half of it texting alone was taken for danger ("wot time is some1 comin")."""
FAR_FROM_IT: Final = -4.5
"""Words that lean so far the other way: of 5,700 messages of danger, each left out of learning in turn, twelve did, and a third
of all others."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What may follow from how far a message leans."""

    far: float
    bars: Bars

    @property
    def perhaps(self) -> bool:
        return self.far >= self.bars.perhaps

    @property
    def likely(self) -> bool:
        return self.far >= self.bars.likely

    @property
    def in_a_need(self) -> bool:
        return self.far >= self.bars.in_a_need

    @property
    def plainly(self) -> bool:
        return self.far >= self.bars.plainly

    @property
    def denied(self) -> bool:
        return self.far < self.bars.denied


def leaning_of(text: str, plain: str, alarm: Alarm | None, *, asks_always: bool = False) -> Leaning:
    """How far a message leans; `plain` is it folded.

    Where its words are far from danger the alarm is left alone, unless somebody asks for it all the same.
    """
    words = leaning(plain)
    heard = alarm(text) if alarm is not None and (words >= FAR_FROM_IT or asks_always) else None
    if heard is None:
        return Leaning(words, BY_WORDS)
    return Leaning(heard + WORDS_COUNT * words, WITH_MEANING)
