"""A sender that does as it is told, and somebody to write to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from sqlmodel import Session

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.tables import OutboxRow
from market.messages.handlers import handlers
from market.messages.sending import Outcome, Sent
from market.people.tables import Account


class Killed(BaseException):
    """The process ends here, as by kill -9: nothing of ours catches it."""


@dataclass
class FakeSender:
    """Keeps what it was given. `answers` are given in turn, then `Sent`; a callable is called."""

    answers: list[Outcome | Callable[[], Outcome]] = field(default_factory=list)
    got: list[tuple[str, str]] = field(default_factory=list)
    readied: list[str] = field(default_factory=list)

    def ready(self, session: Session, row: OutboxRow, now: datetime) -> None:
        self.readied.append(row.id)

    def send(self, row: OutboxRow) -> Outcome:
        self.got.append((row.address, row.text))
        if not self.answers:
            return Sent("out")
        answer = self.answers.pop(0)
        return answer() if callable(answer) else answer

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.got]


@dataclass
class Post:
    """The three channels, a worker over them, and the clock."""

    database: Database
    clock: StandingClock
    chat: FakeSender = field(default_factory=FakeSender)
    mail: FakeSender = field(default_factory=FakeSender)

    @property
    def worker(self) -> Worker:
        return Worker(self.database, self.clock, handlers({"telegram": self.chat, "email": self.mail}))


@pytest.fixture
def post(database: Database, clock: StandingClock) -> Post:
    return Post(database, clock)


@pytest.fixture
def account(database: Database, clock: StandingClock) -> Account:
    with database.write() as session:
        row = Account(email="wendy@example.org", name="Wendy Coombes", made_at=clock.now())
        session.add(row)
    return row
