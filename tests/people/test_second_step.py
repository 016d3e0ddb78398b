"""A code from an authenticator: right within half a minute either way, and once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlmodel import Session

from market.core.database import Database
from market.core.settings import Settings
from market.people.sealing import Seal
from market.people.second_step import as_picture, check, matching_step, new_totp_secret, seal_all, set_up
from market.people.tables import Account, SignedIn

SECRET = new_totp_secret()
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS, st.integers(-30, 30))
def test_a_clock_half_a_minute_off_is_forgiven(now: datetime, off: int) -> None:
    shown = pyotp.TOTP(SECRET).at(now + timedelta(seconds=off))
    assert matching_step(SECRET, shown, 0, now) is not None


@given(MOMENTS)
def test_a_code_is_not_taken_again(now: datetime) -> None:
    shown = pyotp.TOTP(SECRET).at(now)
    step = matching_step(SECRET, shown, 0, now)
    assert step is not None
    assert matching_step(SECRET, shown, step, now) is None


def test_nothing_typed_is_never_right(now: datetime) -> None:
    assert matching_step(SECRET, "", 0, now) is None
    assert matching_step(SECRET, "½²³", 0, now) is None


def test_the_picture_stands_in_a_page_with_nothing_inline(now: datetime) -> None:
    picture = as_picture(Account(email="ruth@example.org", name="Ruth", made_at=now), SECRET)
    assert picture.startswith("<svg")
    assert "style=" not in picture


SEAL = Seal(["of this installation"])


def signed_in(session: Session, now: datetime, **account: Any) -> tuple[Account, SignedIn]:
    row = Account(email="ruth@example.org", name="Ruth", made_at=now, **account)
    session.add(row)
    session.flush()
    signed = SignedIn(account_id=row.id, secret_hash="h", made_at=now, seen_at=now, expires_at=now + timedelta(hours=8))
    session.add(signed)
    session.flush()
    return row, signed


def test_the_secret_is_kept_sealed_and_still_makes_the_right_codes(database: Database, now: datetime) -> None:
    with database.write() as session:
        account, signed = signed_in(session, now)
        assert set_up(session, account, signed, SECRET, pyotp.TOTP(SECRET).at(now), seal=SEAL, now=now)
        assert SECRET not in account.totp_secret
        later = now + timedelta(minutes=5)
        assert check(session, account, signed, pyotp.TOTP(SECRET).at(later), seal=SEAL, now=later)


def test_another_installation_cannot_read_it_and_takes_no_code(database: Database, now: datetime) -> None:
    with database.write() as session:
        account, signed = signed_in(session, now, totp_secret=SEAL.close(SECRET))
        stolen = Seal(["another"])
        assert stolen.open(account.totp_secret) is None
        assert check(session, account, signed, pyotp.TOTP(SECRET).at(now), seal=stolen, now=now) is None


def test_a_secret_kept_plain_is_read_and_sealed_when_it_is_first_used(database: Database, now: datetime) -> None:
    with database.write() as session:
        account, signed = signed_in(session, now, totp_secret=SECRET)
        assert check(session, account, signed, pyotp.TOTP(SECRET).at(now), seal=SEAL, now=now)
        assert (SECRET in account.totp_secret, SEAL.open(account.totp_secret)) == (False, SECRET)


def test_secrets_kept_plain_are_all_sealed_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        account, _ = signed_in(session, now, totp_secret=SECRET)
        assert (seal_all(session, SEAL), seal_all(session, SEAL)) == (1, 0)
        assert SEAL.open(account.totp_secret) == SECRET


def test_what_was_sealed_with_a_former_key_is_read_while_that_is_named() -> None:
    settings = Settings(_env_file=None, secret_key=SecretStr("new"), former_secret_keys=SecretStr("old, older"))
    assert Seal.of(settings).open(Seal(["old"]).close(SECRET)) == SECRET
    assert Seal(["new"]).open(Seal.of(settings).close(SECRET)) == SECRET
    assert Seal(["new"]).open(Seal(["old"]).close(SECRET)) is None
