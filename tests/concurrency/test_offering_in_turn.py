"""Two presses of "offer support" at once make one provider: first the race with the lock off, then the lock that stops it."""

import threading
from contextlib import suppress
from datetime import datetime

import pytest
from sqlmodel import Session, select

from market.core.clock import StandingClock
from market.core.database import Database, count
from market.people import offering
from market.people.offering import begin_offering
from market.people.queries import providing_grant
from market.people.tables import Account
from providers.arrangement.rules import Arrangement
from providers.organisations.tables import Provider


def begun_at_once(database: Database, now: datetime) -> int:
    """One account begins twice at the same moment. How many providers there are afterwards."""
    with database.write() as session:
        row = Account(email="pat@example.org", name="Pat Lee", made_at=now)
        session.add(row)
        session.flush()
        account_id = row.id
    ready = threading.Barrier(2)

    def begin() -> None:
        with database.write() as session:
            account = session.get(Account, account_id)
            assert account is not None
            with suppress(threading.BrokenBarrierError):
                ready.wait(timeout=1)  # on SQLite the other has not even begun: it waits outside
            begin_offering(session, account, Arrangement.SOLE_SELF_EMPLOYED, now)

    threads = [threading.Thread(target=begin) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with database.read() as session:
        return count(session, select(Provider))


def test_without_the_lock_two_presses_make_two_providers(
    database: Database, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")

    def not_held(session: Session, account: Account) -> Account:
        return account

    meet = threading.Barrier(2)
    looked = providing_grant

    def looks_then_waits(session: Session, account_id: str) -> object:
        found = looked(session, account_id)
        meet.wait(timeout=10)
        return found

    monkeypatch.setattr(offering, "account_held", not_held)
    monkeypatch.setattr(offering, "providing_grant", looks_then_waits)
    assert begun_at_once(database, clock.now()) == 2


def test_with_the_lock_they_make_one(database: Database, clock: StandingClock) -> None:
    assert begun_at_once(database, clock.now()) == 1
