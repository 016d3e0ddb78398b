"""Two wrong PINs at once, from two chats of one account, are two tries: first the race with the lock off, then the lock that stops it."""

import threading
from contextlib import suppress
from datetime import datetime

import pytest
from sqlmodel import Session

from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.people import pins
from market.people.errors import PinShut, PinWrong
from market.people.rules import MOST_WRONG_PINS
from market.people.tables import Account

SECRET = "of this installation"


class MeetsInTheMiddle(str):
    """The installation's secret, which waits, a moment at most, until the other try has read the count too."""

    both: threading.Barrier

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        with suppress(threading.BrokenBarrierError):
            self.both.wait(timeout=1)
        return super().encode(encoding, errors)


def account_with_pin(database: Database, now: datetime) -> str:
    with database.write() as session:
        row = Account(email="jean@example.org", name="Jean Pym", made_at=now)
        session.add(row)
        session.flush()
        by = Actor(row.id, row.name, Role.SUPPORTER)
        pins.set_pin(session, row, "4821", "4821", secret=SECRET, by=by, now=now)
        return row.id


def wrong_at_once(database: Database, account_id: str, tries: int = 2) -> int:
    """So many wrong PINs at the same moment. How many are counted afterwards."""
    secret = MeetsInTheMiddle(SECRET)
    secret.both = threading.Barrier(tries)

    def attempt() -> None:
        with database.write() as session:
            row = session.get(Account, account_id)
            assert row is not None
            with suppress(PinWrong, PinShut):
                pins.check_pin(session, row, "9999", secret=secret)

    threads = [threading.Thread(target=attempt) for _ in range(tries)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with database.read() as session:
        row = session.get(Account, account_id)
        assert row is not None
        return row.pin_wrong


def test_without_the_lock_two_wrong_pins_at_once_count_as_one(
    database: Database, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")

    def not_held(session: Session, account: Account) -> Account:
        return account

    monkeypatch.setattr(pins, "account_held", not_held)
    assert wrong_at_once(database, account_with_pin(database, clock.now())) == 1


def test_with_the_lock_each_wrong_pin_is_counted(database: Database, clock: StandingClock) -> None:
    assert wrong_at_once(database, account_with_pin(database, clock.now())) == 2


def test_no_number_of_tries_at_once_gives_more_than_there_are(database: Database, clock: StandingClock) -> None:
    counted = wrong_at_once(database, account_with_pin(database, clock.now()), tries=MOST_WRONG_PINS + 2)
    assert counted == MOST_WRONG_PINS
