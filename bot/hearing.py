"""Understanding for one actor: words are read with the names and places that this actor may mean, and no others."""

from datetime import datetime
from functools import cached_property
from typing import Protocol, cast

from bot.desk import Desk
from bot.talk import Heard
from bot.understanding import Role, Roster, understand
from matching.danger import Alarm


class Understands(Protocol):
    """`bot.understanding.understand`, or any stand-in for it."""

    def __call__(
        self, text: str, *, role: str, now: datetime, roster: Roster | None = None, alarm: Alarm | None = None
    ) -> Heard: ...


def by_rules(text: str, *, role: str, now: datetime, roster: Roster | None = None, alarm: Alarm | None = None) -> Heard:
    """The bot's own understanding."""
    return understand(text, role=cast(Role, role), now=now, roster=roster, alarm=alarm)


class Hearing:
    """What the engine takes as `understand`. The names are looked up once a turn, and only when there are words to read."""

    def __init__(self, desk: Desk, understands: Understands = by_rules, alarm: Alarm | None = None) -> None:
        self.desk, self.understands, self.alarm = desk, understands, alarm

    def __call__(self, text: str, *, role: str, now: datetime) -> Heard:
        return self.understands(text, role=role, now=now, roster=self.roster, alarm=self.alarm)

    @cached_property
    def roster(self) -> Roster:
        """The people this actor acts for and where they live, and the names in their own bookings."""
        people = self.desk.me().people
        names = (*self.desk.workers_known(), *(person.name for person in people))
        places = tuple(person.postcode for person in people if person.postcode)
        return Roster(tuple(dict.fromkeys(names)), places)
