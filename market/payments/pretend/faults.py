"""What the pretend Stripe can be told to do badly: fail before or after doing a thing, be slow, lose and muddle webhooks."""

import random
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What goes wrong with one request. `after`: it was done, and the answer is lost. The last two: our key is refused."""

    BEFORE = "before"
    AFTER = "after"
    TOO_MANY = "too_many"
    WRONG_KEY = "wrong_key"
    RESTRICTED_KEY = "restricted_key"


KEY_FAULTS: Mapping[Fault | None, int] = {Fault.WRONG_KEY: 401, Fault.RESTRICTED_KEY: 403}
BY_CHANCE = (Fault.BEFORE, Fault.AFTER, Fault.TOO_MANY)


@dataclass
class Faults:
    """Told by whoever tests. Requests take faults from the queue first, then by chance."""

    queue: deque[Fault | None] = field(default_factory=deque)
    chance: float = 0.0
    always: Fault | None = None
    seconds: float = 0.0
    drop: float = 0.0
    repeat: float = 0.0
    shuffle: bool = False
    hold: bool = False
    dice: random.Random = field(default_factory=lambda: random.Random(0))

    def for_request(self) -> Fault | None:
        """What goes wrong with this request, if anything does."""
        if self.always is not None:
            return self.always
        if self.queue:
            return self.queue.popleft()
        return self.dice.choice(BY_CHANCE) if self.dice.random() < self.chance else None

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
        self.always = None
        self.chance = self.seconds = self.drop = self.repeat = 0.0
        self.shuffle = self.hold = False
