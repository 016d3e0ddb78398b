"""Codes that tie a chat to an account, and when private things want one."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.commands import BARE_CODE, CODE, POSTCODE
from market.chat.rules import (
    MOST_WRONG_CODES,
    WRONG_CODES_WINDOW,
    is_locked,
    may_try,
    new_link_code,
    one_more_wrong,
    tidy_link_code,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_every_code_is_known_for_a_code_however_it_is_typed() -> None:
    for _ in range(300):
        code = new_link_code()
        for typed in (code, code.replace("-", ""), code.replace("-", " ")):
            assert BARE_CODE.fullmatch(typed)
            assert not POSTCODE.fullmatch(typed)
            assert any(letter.isdigit() for letter in typed)
            assert tidy_link_code(typed.lower()) == tidy_link_code(code)
        assert CODE.fullmatch(f"/start {code}")


def test_no_letter_of_a_code_is_read_for_another() -> None:
    assert not set("".join(new_link_code() for _ in range(200))) & set("ILO01")


@given(st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_never_more_than_five_wrong_codes_count_in_a_quarter_of_an_hour(gaps: list[int]) -> None:
    wrong, since, now = 0, None, NOON
    tried: list[datetime] = []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if may_try(wrong, since, now):
            wrong, since = one_more_wrong(wrong, since, now)
            tried.append(now)
    for first in tried:
        assert sum(first <= at < first + WRONG_CODES_WINDOW for at in tried) <= 2 * MOST_WRONG_CODES


def test_a_pause_ends_after_a_quarter_of_an_hour() -> None:
    assert not may_try(MOST_WRONG_CODES, NOON, NOON + timedelta(minutes=14))
    assert may_try(MOST_WRONG_CODES, NOON, NOON + timedelta(minutes=15))


def test_a_phone_that_is_known_is_open_for_a_while_and_then_locked_again() -> None:
    assert not is_locked(False, None, NOON)
    assert is_locked(True, None, NOON)
    assert not is_locked(True, NOON + timedelta(hours=1), NOON)
    assert is_locked(True, NOON, NOON)
