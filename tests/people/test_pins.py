"""A PIN of one's own: slow to guess, soon shut, and never told from the database alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.people.errors import PinsDiffer, PinShut, PinTooEasy, PinWrong
from market.people.pins import ask_again, check_pin, set_pin, stop_asking
from market.people.rules import MOST_WRONG_PINS, is_pin, is_too_easy
from market.people.tables import Account

SECRET = "of this installation"


def by(account: Account) -> Actor:
    return Actor(account.id, account.name, Role.SUPPORTER)


@pytest.fixture
def account(database: Database, clock: StandingClock) -> Account:
    with database.write() as session:
        row = Account(email="jean@example.org", name="Jean Pym", made_at=clock.now())
        session.add(row)
        session.flush()
        set_pin(session, row, "4821", "4821", secret=SECRET, by=by(row), now=clock.now())
    return row


def kept(session: Session, account: Account) -> Account:
    found = session.get(Account, account.id)
    assert found is not None
    return found


def test_the_right_pin_passes_and_is_not_in_the_row(database: Database, account: Account) -> None:
    with database.write() as session:
        row = kept(session, account)
        salt, _, digest = row.pin_hash.partition(":")
        assert "4821" not in (salt, digest)
        assert len(digest) >= 40  # four digits within so many are there by chance at times, and tell nothing
        check_pin(session, row, "4821", secret=SECRET)


def test_the_row_alone_does_not_tell_whether_a_pin_is_right(database: Database, account: Account) -> None:
    with database.write() as session, pytest.raises(PinWrong):
        check_pin(session, kept(session, account), "4821", secret="another installation's")


def test_five_wrong_pins_shut_it_for_the_right_one_too_until_a_new_one_is_set(
    database: Database, account: Account, clock: StandingClock
) -> None:
    for tried in range(MOST_WRONG_PINS):
        with database.write() as session, pytest.raises(PinShut if tried == MOST_WRONG_PINS - 1 else PinWrong):
            check_pin_keeping_count(session, account, "9999")
    with database.write() as session:
        with pytest.raises(PinShut):
            check_pin(session, kept(session, account), "4821", secret=SECRET)
        set_pin(session, kept(session, account), "7309", "7309", secret=SECRET, by=by(account), now=clock.now())
        check_pin(session, kept(session, account), "7309", secret=SECRET)


def check_pin_keeping_count(session: Session, account: Account, typed: str) -> None:
    try:
        check_pin(session, kept(session, account), typed, secret=SECRET)
    except (PinWrong, PinShut):
        session.commit()
        raise


def test_a_right_pin_forgets_the_wrong_ones(database: Database, account: Account) -> None:
    with database.write() as session:
        row = kept(session, account)
        for _ in range(3):
            for _ in range(MOST_WRONG_PINS - 1):
                with pytest.raises(PinWrong):
                    check_pin(session, row, "0000", secret=SECRET)
            check_pin(session, row, "4821", secret=SECRET)


@pytest.mark.parametrize("pin", ["", "123", "1234567", "12a4", "1234", "4321", "0000", "1944", "2001", "١٢٣٤", "48 21"])
def test_what_anybody_would_try_first_is_no_pin(
    database: Database, account: Account, clock: StandingClock, pin: str
) -> None:
    with database.write() as session, pytest.raises(PinTooEasy):
        set_pin(session, kept(session, account), pin, pin, secret=SECRET, by=by(account), now=clock.now())


def test_the_two_typed_must_be_the_same(database: Database, account: Account, clock: StandingClock) -> None:
    with database.write() as session, pytest.raises(PinsDiffer):
        set_pin(session, kept(session, account), "7309", "7390", secret=SECRET, by=by(account), now=clock.now())


def test_asking_can_be_switched_off_and_on(database: Database, account: Account, clock: StandingClock) -> None:
    with database.write() as session:
        row = kept(session, account)
        stop_asking(session, row, by=by(row), now=clock.now())
        assert row.pin_off
        ask_again(session, row, by=by(row), now=clock.now())
        assert not row.pin_off


@given(st.text())
def test_no_text_breaks_the_rule_of_what_a_pin_is(typed: str) -> None:
    if is_pin(typed):
        is_too_easy(typed)
