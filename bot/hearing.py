"""Understanding for one actor: words are read with the names that this actor may mean, and no others."""

from datetime import datetime
from functools import cached_property
from typing import cast

from bot.desk import Desk
from bot.understanding import Role, Roster, Understood, understand


class Hearing:
    """What the engine takes as `understand`. The names are looked up once, and only when there are words to read."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __call__(self, text: str, *, role: str, now: datetime) -> Understood:
        return understand(text, role=cast(Role, role), now=now, roster=self.roster)

    @cached_property
    def roster(self) -> Roster:
        """The people this actor acts for, and the names in their own bookings."""
        people = tuple(p.name for p in self.desk.me().people)
        return Roster(people=(*people, *self.desk.workers_known()))
