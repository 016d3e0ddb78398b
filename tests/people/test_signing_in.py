"""Links, codes and sessions as rows, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from market.core.actor import Role
from market.core.database import Database, count
from market.people.errors import CodeWrong, LinkOutOfDate, TooManyTries
from market.people.queries import here
from market.people.rules import Knock, hashed
from market.people.sessions import end_session
from market.people.signing_in import (
    Entered,
    ask_to_sign_in,
    forget_old,
    link_opens,
    make_link,
    use_code,
    use_link,
)
from market.people.tables import Account, SignedIn, SignInAttempt, SignInToken
from tests.factories.people import a_grant, a_person, an_account, somebody

KNOCK = Knock("email", "address")


@pytest.fixture
def joanne(database: Database) -> Account:
    with database.write() as session:
        account, _ = somebody(session, Role.SUPPORTER, person=a_person(session), email="joanne@example.org")
    return account


def secret_of(path: str) -> str:
    return path.rsplit("/", 1)[1]


def test_of_two_who_press_one_link_at_the_same_moment_one_comes_in(
    database: Database, joanne: Account, now: datetime
) -> None:
    with database.write() as session:
        secret = secret_of(make_link(session, joanne, now))

    def press(_: int) -> bool:
        try:
            with database.write() as session:
                use_link(session, secret, now)
        except LinkOutOfDate:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(press, range(8))) == 1
    with database.read() as session:
        assert count(session, select(SignedIn)) == 1


def test_a_link_lasts_fifteen_minutes_and_not_a_moment_longer(
    database: Database, joanne: Account, now: datetime
) -> None:
    with database.write() as session:
        secret = secret_of(make_link(session, joanne, now))
    with database.write() as session:
        assert link_opens(session, secret, now + timedelta(minutes=15) - timedelta(seconds=1))
        assert not link_opens(session, secret, now + timedelta(minutes=15))
        with pytest.raises(LinkOutOfDate):
            use_link(session, secret, now + timedelta(minutes=15))


def test_a_used_code_says_out_of_date_and_a_wrong_one_counts_down(
    database: Database, joanne: Account, now: datetime
) -> None:
    with database.write() as session:
        asked = ask_to_sign_in(session, "joanne@example.org", KNOCK, now)
        wrong = use_code(session, asked.asked_id, "not it", KNOCK, now)
        right = use_code(session, asked.asked_id, asked.code, KNOCK, now)
        again = use_code(session, asked.asked_id, asked.code, KNOCK, now)
    assert isinstance(wrong, CodeWrong)
    assert wrong.tries_left == 4
    assert isinstance(right, Entered)
    assert isinstance(again, LinkOutOfDate)


def test_a_code_for_one_asking_does_not_open_another(database: Database, joanne: Account, now: datetime) -> None:
    with database.write() as session:
        first = ask_to_sign_in(session, "joanne@example.org", KNOCK, now)
        second = ask_to_sign_in(session, "joanne@example.org", KNOCK, now)
        crossed = use_code(session, second.asked_id, first.code, KNOCK, now)
    assert isinstance(crossed, CodeWrong) or first.code == second.code


def test_an_unknown_address_leaves_the_same_rows_and_opens_nothing(database: Database, now: datetime) -> None:
    with database.write() as session:
        asked = ask_to_sign_in(session, "nobody@example.org", KNOCK, now)
        assert not asked.opens
        assert not link_opens(session, asked.secret, now)
        assert isinstance(use_code(session, asked.asked_id, asked.code, KNOCK, now), CodeWrong)
        with pytest.raises(LinkOutOfDate):
            use_link(session, asked.secret, now)
        assert count(session, select(Account)) == 0


def test_tries_are_counted_apart_by_address_of_mail_and_of_network(
    database: Database, joanne: Account, now: datetime
) -> None:
    with database.write() as session:
        for number in range(30):
            asked = ask_to_sign_in(session, "joanne@example.org", Knock(f"e{number}", f"n{number}"), now)
            use_code(session, asked.asked_id, "000", Knock(f"e{number}", "one network"), now)
        from_there = use_code(session, asked.asked_id, asked.code, Knock("e99", "one network"), now)
        from_elsewhere = use_code(session, asked.asked_id, asked.code, Knock("e99", "another"), now)
    assert isinstance(from_there, TooManyTries)
    assert isinstance(from_elsewhere, Entered)


def test_an_ended_session_is_nobody_s_from_that_moment(database: Database, joanne: Account, now: datetime) -> None:
    with database.write() as session:
        entered = use_link(session, secret_of(make_link(session, joanne, now)), now)
        assert here(session, hashed(entered.secret), now) is not None
        end_session(session, joanne.id, entered.signed.id, now)
        assert here(session, hashed(entered.secret), now) is None


def test_the_role_last_acted_in_is_the_one_to_go_on_in(database: Database, joanne: Account, now: datetime) -> None:
    with database.write() as session:
        as_pa = a_grant(session, joanne, Role.PA)
        use_link(session, secret_of(make_link(session, joanne, now, grant_id=as_pa.id)), now)
        later = use_link(session, secret_of(make_link(session, joanne, now)), now + timedelta(minutes=1))
        found = here(session, hashed(later.secret), now + timedelta(minutes=1))
    assert found is not None
    assert found.actor is not None
    assert found.actor.role is Role.PA


def test_a_role_that_ended_is_not_acted_in_even_if_it_was_chosen(
    database: Database, joanne: Account, now: datetime
) -> None:
    with database.write() as session:
        as_pa = a_grant(session, joanne, Role.PA, ends_at=now + timedelta(hours=1))
        entered = use_link(session, secret_of(make_link(session, joanne, now, grant_id=as_pa.id)), now)
        before = here(session, hashed(entered.secret), now)
        after = here(session, hashed(entered.secret), now + timedelta(hours=1))
    assert before is not None
    assert before.actor is not None
    assert before.actor.role is Role.PA
    assert after is not None
    assert after.actor is not None
    assert after.actor.role is Role.SUPPORTER


def test_what_is_of_no_more_use_is_forgotten_after_a_day(database: Database, now: datetime) -> None:
    with database.write() as session:
        an_account(session)
        ask_to_sign_in(session, "joanne@example.org", KNOCK, now - timedelta(days=1, minutes=16))
        ask_to_sign_in(session, "joanne@example.org", KNOCK, now)
        assert forget_old(session, now) == 2
        session.flush()
        assert count(session, select(SignInAttempt)) == 1
        assert count(session, select(SignInToken)) == 1
