"""What the pretend Stripe can be told to do badly: fail before or after doing a thing, be slow, lose and muddle webhooks."""

import random
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What goes wrong with one request. `after`: it was done, and the answer is lost."""

    BEFORE = "before"
    AFTER = "after"
    TOO_MANY = "too_many"


@dataclass
class Faults:
    """Told by whoever tests. Requests take faults from the queue first, then by chance."""

    queue: deque[Fault | None] = field(default_factory=deque)
    chance: float = 0.0
    seconds: float = 0.0
    drop: float = 0.0
    repeat: float = 0.0
    shuffle: bool = False
    hold: bool = False
    dice: random.Random = field(default_factory=lambda: random.Random(0))

    def for_request(self) -> Fault | None:
        """What goes wrong with this request, if anything does."""
        if self.queue:
            return self.queue.popleft()
        return self.dice.choice(list(Fault)) if self.dice.random() < self.chance else None

    def for_webhooks(self, letters: list[bytes]) -> list[bytes]:
        """The webhooks as they arrive: some lost, some twice, in any order."""
        arriving = [one for one in letters if self.dice.random() >= self.drop]
        arriving += [one for one in arriving if self.dice.random() < self.repeat]
        if self.shuffle:
            self.dice.shuffle(arriving)
        return arriving

    def none_any_more(self) -> None:
        """Behave from now on."""
        self.queue.clear()
        self.chance = self.seconds = self.drop = self.repeat = 0.0
        self.shuffle = self.hold = False
