"""The second step at sign-in for staff: a code from an authenticator app (TOTP, RFC 6238)."""

import hmac
from datetime import datetime

import pyotp
import segno
from sqlmodel import Session

from market.people.queries import accounts_with_second_step
from market.people.rules import hashed
from market.people.sealing import Seal
from market.people.sessions import new_secret_for
from market.people.tables import Account, SignedIn

_STEP_SECONDS = 30
_STEPS_EITHER_WAY = 1


def new_totp_secret() -> str:
    """A secret to show once and keep only when a code made from it comes back."""
    return pyotp.random_base32()


def as_picture(account: Account, secret: str) -> str:
    """The secret as a QR code: an SVG to stand in a page, with no size of its own and no style inside."""
    address = pyotp.TOTP(secret).provisioning_uri(name=account.email, issuer_name="Alongside")
    return segno.make(address, error="m").svg_inline(scale=5, border=4, light="#fff", title="QR code")


def matching_step(secret: str, typed: str, last_step: int, now: datetime) -> int | None:
    """The time step that the code belongs to, when it is right and newer than the last that was used."""
    this_step = int(now.timestamp()) // _STEP_SECONDS
    codes = pyotp.TOTP(secret)
    for step in range(this_step - _STEPS_EITHER_WAY, this_step + _STEPS_EITHER_WAY + 1):
        if step > last_step and hmac.compare_digest(codes.generate_otp(step).encode(), typed.encode()):
            return step
    return None


def set_up(
    session: Session, account: Account, signed: SignedIn, secret: str, typed: str, *, seal: Seal, now: datetime
) -> str | None:
    """Keep the secret, sealed, when the code made from it is right. Returns the session's new cookie secret, or None."""
    step = matching_step(secret, typed, 0, now)
    return None if step is None else _passed(session, account, signed, seal.close(secret), step, now)


def check(session: Session, account: Account, signed: SignedIn, typed: str, *, seal: Seal, now: datetime) -> str | None:
    """Pass the second step. A code passes once. Returns the session's new cookie secret, or None when it is wrong.

    A secret that was kept plain, or sealed with a former key, is sealed anew.
    """
    secret = seal.open(account.totp_secret) if account.totp_secret else None
    if secret is None:
        return None
    step = matching_step(secret, typed, account.totp_last_step, now)
    return None if step is None else _passed(session, account, signed, seal.close(secret), step, now)


def seal_all(session: Session, seal: Seal) -> int:
    """Seal every secret that is still kept plain. Returns how many there were."""
    plain = [
        account
        for account in accounts_with_second_step(session)
        if seal.open(account.totp_secret) == account.totp_secret
    ]
    for account in plain:
        account.totp_secret = seal.close(account.totp_secret)
        session.add(account)
    return len(plain)


def _passed(session: Session, account: Account, signed: SignedIn, sealed: str, step: int, now: datetime) -> str:
    account.totp_secret = sealed
    account.totp_last_step = step
    signed.second_factor_at = now
    session.add_all([account, signed])
    return new_secret_for(session, signed)


def start_again(session: Session, account: Account) -> None:
    """Forget a lost authenticator: the account sets up a new one when it next signs in. For a command, not a page."""
    account.totp_secret = ""
    account.totp_last_step = 0
    session.add(account)


def counted_as(account: Account) -> str:
    """What tries at an account's second step are counted under."""
    return hashed(account.id)
