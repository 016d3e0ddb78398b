"""Decisions about chats: channels, codes that tie one to an account, and when private things want a code. No I/O."""

import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from market.messages.rules import Channel

CODE_LASTS = timedelta(minutes=15)
UNLOCKED_FOR = timedelta(hours=12)
MOST_WRONG_CODES = 5
WRONG_CODES_WINDOW = timedelta(minutes=15)

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No I, L, O, 0 or 1: a code is read off one screen and typed on another."""


class Via(StrEnum):
    """The channels a conversation can be held over."""

    TERMINAL = "terminal"
    WEB = "web"
    TELEGRAM = "telegram"
    SMS = "sms"

    @property
    def channel(self) -> Channel | None:
        """The way messages that come by themselves take here; None where somebody has to look."""
        return {Via.TELEGRAM: Channel.TELEGRAM, Via.SMS: Channel.SMS}.get(self)


def new_link_code() -> str:
    """Eight letters and digits in two groups, "K7QP-2MXD": 39 bits, tried five times in a quarter of an hour.

    One at least is a digit, so that it is never taken for a word.
    """
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    code = f"{letters[:4]}-{letters[4:]}"
    return code if any(letter.isdigit() for letter in code) else new_link_code()


def tidy_link_code(typed: str) -> str:
    """The code as it is compared: capitals, no spaces or dashes."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def may_try(wrong_codes: int, wrong_since: datetime | None, now: datetime) -> bool:
    """Whether another code may be tried in this chat now: five wrong ones make a pause of a quarter of an hour."""
    return wrong_codes < MOST_WRONG_CODES or not _recent(wrong_since, now)


def one_more_wrong(wrong_codes: int, wrong_since: datetime | None, now: datetime) -> tuple[int, datetime]:
    """How many wrong codes stand after one more, and since when they are counted."""
    if wrong_since is not None and _recent(wrong_since, now):
        return wrong_codes + 1, wrong_since
    return 1, now


def _recent(wrong_since: datetime | None, now: datetime) -> bool:
    return wrong_since is not None and now - wrong_since < WRONG_CODES_WINDOW


MOST_TEXTS_AN_HOUR = 40


def may_answer_texts(within_the_hour: int) -> bool:
    """Whether a number that sent so many texts within the hour is still answered. Each answer costs money, and two
    machines that answer one another never stop. Danger is answered always, and a STOP is heeded, if not answered.
    """
    return within_the_hour <= MOST_TEXTS_AN_HOUR


OPEN_BY_PIN = timedelta(hours=1)
"""A PIN opens a chat for less long than a code: whoever picks the telephone up next should meet the question again."""


def is_locked(locked: bool, unlocked_until: datetime | None, now: datetime, *, asks_nothing: bool = False) -> bool:
    """Whether private things want a PIN or a code first. `asks_nothing`: the person has switched that off for themself."""
    return locked and not asks_nothing and (unlocked_until is None or unlocked_until <= now)
