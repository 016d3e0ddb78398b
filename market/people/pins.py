"""A person's own PIN: what a chat on a shared or lost telephone asks for before anything private.

A few digits are soon tried, so the hash is slow and is made with this installation's own secret, which is no part of the
database; and wrong tries are counted in the account's row, whichever chat they come from.
"""

import hashlib
import hmac
import secrets
from datetime import datetime

from sqlmodel import Session

from market.core import events
from market.core.actor import Actor
from market.people.errors import PinsDiffer, PinShut, PinTooEasy, PinWrong
from market.people.queries import account_held
from market.people.rules import MOST_WRONG_PINS, is_pin, is_too_easy
from market.people.tables import Account


def set_pin(session: Session, account: Account, pin: str, again: str, *, secret: str, by: Actor, now: datetime) -> None:
    """Take this PIN from now on, in place of any other. Raises `PinTooEasy` and `PinsDiffer`."""
    if not is_pin(pin) or is_too_easy(pin):
        raise PinTooEasy
    if pin != again:
        raise PinsDiffer
    salt = secrets.token_hex(16)
    account.pin_hash = f"{salt}:{_slow_hash(pin, salt, secret)}"
    account.pin_wrong, account.pin_off = 0, False
    session.add(account)
    events.record(session, "account.pin_set", at=now, by=by, subject=account.id)


def stop_asking(session: Session, account: Account, *, by: Actor, now: datetime) -> None:
    """Ask for nothing in this person's chats: their own choice, made on their signed-in page with what it means beside it."""
    account.pin_off = True
    session.add(account)
    events.record(session, "account.pin_off", at=now, by=by, subject=account.id)


def ask_again(session: Session, account: Account, *, by: Actor, now: datetime) -> None:
    """Ask in this person's chats again."""
    account.pin_off = False
    session.add(account)
    events.record(session, "account.pin_on", at=now, by=by, subject=account.id)


def check_pin(session: Session, account: Account, typed: str, *, secret: str) -> None:
    """Pass with the right PIN. Raises `PinWrong`, counted, and `PinShut` once there were too many, right or not.

    The account's row is held from before the count is read: two tries at once, from two chats, are two.
    The count is the caller's to commit, also when this is refused.
    """
    account = account_held(session, account)
    if account.pin_wrong >= MOST_WRONG_PINS:
        raise PinShut
    salt, _, known = account.pin_hash.partition(":")
    if known and hmac.compare_digest(_slow_hash(typed, salt, secret), known):
        account.pin_wrong = 0
        session.add(account)
        return
    account.pin_wrong += 1
    session.add(account)
    session.flush()
    if account.pin_wrong >= MOST_WRONG_PINS:
        raise PinShut
    raise PinWrong(MOST_WRONG_PINS - account.pin_wrong)


def _slow_hash(pin: str, salt: str, secret: str) -> str:
    mixed = hmac.new(secret.encode(), pin.encode(), "sha256").digest()
    return hashlib.scrypt(mixed, salt=bytes.fromhex(salt or "00"), n=2**14, r=8, p=1).hex()
