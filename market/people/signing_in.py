"""Signing in without a password: a link and six digits by e-mail, each of which opens a session once."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from market.core.database import locked
from market.core.errors import Refusal
from market.core.ids import new_code, new_id, new_secret
from market.people import signing_up
from market.people.errors import CodeWrong, LinkOutOfDate, TooManyTries
from market.people.queries import (
    account_by_email,
    attempts_by_address,
    attempts_by_email,
    attempts_in_all,
    grants_of,
    last_grant_id,
)
from market.people.rules import (
    ATTEMPT_WINDOW,
    CODE_LASTS,
    MOST_ASKED_PER_ACCOUNT,
    MOST_ASKED_PER_ADDRESS,
    MOST_REPORTS_IN_ALL,
    MOST_REPORTS_PER_ADDRESS,
    MOST_TRIED_PER_ACCOUNT,
    MOST_TRIED_PER_ADDRESS,
    OTHER_SESSION,
    STAFF_SESSION,
    Knock,
    code_hashed,
    hashed,
    own_page,
    tidy_code,
    tidy_email,
)
from market.people.signing_up import Joining
from market.people.tables import Account, PrivateLink, SignedIn, SignInAttempt, SignInToken

_WAIT = int(ATTEMPT_WINDOW.total_seconds() // 60)


@dataclass(frozen=True)
class Asked:
    """What an asking came to. The caller tells nobody at the door whether the address is known.

    `asked_id` goes into the asker's own cookie, so that the digits can be tried only where they were asked for.
    `secret` and `code` go to the address, and nowhere else.
    """

    asked_id: str
    email: str
    account_id: str | None
    opens: bool
    secret: str
    code: str


@dataclass(frozen=True)
class Entered:
    """A session that was just opened. `secret` goes into the cookie; only its hash is kept."""

    account: Account
    signed: SignedIn
    secret: str
    next_page: str
    is_staff: bool


def ask_to_sign_in(
    session: Session,
    typed_email: str,
    knock: Knock,
    now: datetime,
    *,
    next_page: str = "/",
    joining: Joining | None = None,
) -> Asked:
    """Make a link and a code for an address. The same rows are written for an address that we do not know.

    With `joining`, the link also makes the newcomer's account. Raises `TooManyTries` by e-mail or network address.
    """
    if attempts_by_email(session, "asked", knock.email_hash, now) >= MOST_ASKED_PER_ACCOUNT:
        raise TooManyTries(_WAIT)
    if attempts_by_address(session, "asked", knock.address_hash, now) >= MOST_ASKED_PER_ADDRESS:
        raise TooManyTries(_WAIT)
    _note(session, "asked", knock, now)
    email = tidy_email(typed_email)
    account = account_by_email(session, email)
    newcomer = joining if account is None else None
    token, secret, code = _new_token(session, account, now, CODE_LASTS, next_page, newcomer)
    return Asked(token.id, email, account.id if account else None, bool(account or newcomer), secret, code)


def make_link(
    session: Session,
    account: Account,
    now: datetime,
    *,
    lasts: timedelta = CODE_LASTS,
    grant_id: str | None = None,
    next_page: str = "/",
) -> str:
    """The path of a one-time sign-in page for an account, for commands that print it: `/sign-in/with/SECRET`."""
    token, secret, _ = _new_token(session, account, now, lasts, next_page, None)
    token.grant_id = grant_id
    return f"/sign-in/with/{secret}"


def _new_token(
    session: Session, account: Account | None, now: datetime, lasts: timedelta, next_page: str, joining: Joining | None
) -> tuple[SignInToken, str, str]:
    secret, code, token_id = new_secret(), new_code(), new_id("tok")
    token = SignInToken(
        id=token_id,
        account_id=account.id if account else None,
        joining=joining.as_facts() if joining else None,
        link_hash=hashed(secret),
        code_hash=code_hashed(token_id, code),
        next_page=own_page(next_page),
        made_at=now,
        expires_at=now + lasts,
    )
    session.add(token)
    session.flush()
    return token, secret, code


def link_opens(session: Session, secret: str, now: datetime) -> bool:
    """Whether a link still opens anything. Looking does not use it up."""
    return _opens(session.exec(_by_link(secret)).first(), now)


def use_link(session: Session, secret: str, now: datetime, *, browser: str = "") -> Entered:
    """Open a session by a link. Raises `LinkOutOfDate` when it was used, is too old, or never was."""
    token = session.exec(locked(_by_link(secret))).first()
    if token is None or not _opens(token, now):
        raise LinkOutOfDate
    return _enter(session, token, now, browser)


def use_code(
    session: Session, asked_id: str, typed: str, knock: Knock, now: datetime, *, browser: str = ""
) -> Entered | Refusal:
    """Open a session by six digits. A refusal is given back, not raised, since the try must be kept and counted."""
    tried = attempts_by_email(session, "code", knock.email_hash, now)
    if tried >= MOST_TRIED_PER_ACCOUNT:
        return TooManyTries(_WAIT)
    if attempts_by_address(session, "code", knock.address_hash, now) >= MOST_TRIED_PER_ADDRESS:
        return TooManyTries(_WAIT)
    _note(session, "code", knock, now)
    token = session.exec(locked(select(SignInToken).where(SignInToken.id == asked_id))).first()
    kept = token.code_hash if token else ""
    right = hmac.compare_digest(kept, code_hashed(asked_id, tidy_code(typed)))
    if token is None or not _opens(token, now):
        gone = token is not None and (token.used_at is not None or token.expires_at <= now)
        return LinkOutOfDate() if gone else CodeWrong(MOST_TRIED_PER_ACCOUNT - tried - 1)
    if not right:
        return CodeWrong(MOST_TRIED_PER_ACCOUNT - tried - 1)
    return _enter(session, token, now, browser)


def _opens(token: SignInToken | None, now: datetime) -> bool:
    if token is None or token.used_at is not None or token.expires_at <= now:
        return False
    return token.account_id is not None or token.joining is not None


def _by_link(secret: str) -> SelectOfScalar[SignInToken]:
    return select(SignInToken).where(SignInToken.link_hash == hashed(secret))


def _enter(session: Session, token: SignInToken, now: datetime, browser: str) -> Entered:
    token.used_at = now
    session.add(token)
    if token.account_id is None:
        account = signing_up.welcome(session, Joining.from_facts(token.joining or {}), now)
    else:
        account = session.get_one(Account, token.account_id)
    grants = grants_of(session, account.id, now)
    is_staff = any(grant.role.is_staff for grant in grants)
    secret = new_secret()
    signed = SignedIn(
        account_id=account.id,
        secret_hash=hashed(secret),
        grant_id=token.grant_id or last_grant_id(session, account.id),
        browser=browser[:60],
        made_at=now,
        seen_at=now,
        expires_at=now + (STAFF_SESSION if is_staff else OTHER_SESSION),
    )
    session.add(signed)
    session.flush()
    return Entered(account, signed, secret, token.next_page, is_staff)


def too_many_reports(session: Session, knock: Knock, now: datetime) -> bool:
    """Count one report by somebody unknown, and say whether there were too many, from their network address or in all."""
    before = attempts_by_address(session, "report", knock.address_hash, now)
    in_all = attempts_in_all(session, "report", now)
    _note(session, "report", knock, now)
    return before >= MOST_REPORTS_PER_ADDRESS or in_all >= MOST_REPORTS_IN_ALL


def note_try(session: Session, what: str, knock: Knock, now: datetime) -> int:
    """Count one try, and say how many stood before it for the same account."""
    before = attempts_by_email(session, what, knock.email_hash, now)
    _note(session, what, knock, now)
    return before


def _note(session: Session, what: str, knock: Knock, now: datetime) -> None:
    session.add(SignInAttempt(at=now, what=what, email_hash=knock.email_hash, address_hash=knock.address_hash))
    session.flush()


def forget_old(session: Session, now: datetime) -> int:
    """Delete attempts, links and codes that were of no more use a day ago. For the nightly job."""
    a_day_ago = now - timedelta(days=1)
    old = (
        (SignInAttempt, col(SignInAttempt.at)),
        (SignInToken, col(SignInToken.expires_at)),
        (PrivateLink, col(PrivateLink.expires_at)),
    )
    gone = 0
    for kind, ended_at in old:
        deleted: Any = session.execute(sa.delete(kind).where(ended_at < a_day_ago))
        gone += deleted.rowcount
    return gone
