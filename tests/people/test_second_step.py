"""A code from an authenticator: right within half a minute either way, and once."""

from datetime import UTC, datetime, timedelta

import pyotp
from hypothesis import given
from hypothesis import strategies as st

from market.people.second_step import as_picture, matching_step, new_totp_secret
from market.people.tables import Account

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
