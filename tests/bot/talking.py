"""A conversation with the bot in a test: say, press by label, push, move the clock."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.engine import Engine, Turn, Understand
from bot.messages import Button, Incoming, Kind, Reply, is_called
from bot.pushing import keep_pushed
from bot.safety import check
from tests.fakes.memory_store import MemoryStore
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_understanding import ScriptedUnderstanding
from tests.fakes.scripted_world import MONDAY, PEOPLE

HERE = "cnv_test"


@dataclass
class Talking:
    """One person's chat. `seen` is every reply so far, `turns` how many messages were sent."""

    desk: ScriptedDesk
    understand: Understand = field(default_factory=ScriptedUnderstanding)
    store: MemoryStore = field(default_factory=MemoryStore)
    now: datetime = MONDAY
    seen: list[Reply] = field(default_factory=list)
    turns: int = 0

    @classmethod
    def as_(cls, who: str) -> "Talking":
        return cls(ScriptedDesk(PEOPLE[who]))

    def send(self, incoming: Incoming) -> Turn:
        self.desk.now = self.now
        turn = Engine(self.desk, self.store, self.understand, check, lambda: self.now).turn(incoming)
        self.seen += turn.replies
        return turn

    def _next(self) -> str:
        self.turns += 1
        return f"in_{self.turns}"

    def say(self, text: str) -> Turn:
        return self.send(Incoming(self._next(), HERE, text))

    def press(self, label: str) -> Turn:
        """Press the newest button of that label, used or not; an unknown label presses a button nobody made."""
        button = self.button(label)
        return self.send(Incoming(self._next(), HERE, button=button.id if button else "btn_nobody_made", kind="button"))

    def send_kind(self, kind: Kind) -> Turn:
        return self.send(Incoming(self._next(), HERE, kind=kind))

    def button(self, label: str) -> Button | None:
        every = [b for reply in reversed(self.seen) for b in reply.buttons]
        return next((b for b in every if is_called(b, label)), None)

    def push(self, reply: Reply, hours: float = 24) -> None:
        self.seen.append(keep_pushed(self.store, HERE, reply, self.now + timedelta(hours=hours)))

    def wait(self, words: str) -> None:
        """ "+20m", "+2h", "+3d"."""
        found = re.fullmatch(r"\+(\d+)([mhd])", words)
        assert found, words
        unit = {"m": "minutes", "h": "hours", "d": "days"}[found[2]]
        self.now += timedelta(**{unit: int(found[1])})

    @property
    def last(self) -> Reply:
        return self.seen[-1]
