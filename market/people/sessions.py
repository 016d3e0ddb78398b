"""Sessions that are open: ended by their owner at once, moved to another role, given a new secret."""

from datetime import datetime

from sqlmodel import Session

from market.core.errors import NotFound
from market.core.ids import new_secret
from market.people.errors import NotYourRole
from market.people.queries import grants_of, sessions_of
from market.people.rules import hashed
from market.people.tables import SignedIn


def new_secret_for(session: Session, signed: SignedIn) -> str:
    """Give a session a new secret, when its holder has just proved more: an old copy of the cookie opens nothing."""
    secret = new_secret()
    signed.secret_hash = hashed(secret)
    session.add(signed)
    return secret


def end_session(session: Session, account_id: str, signed_id: str, now: datetime) -> None:
    """Sign out one of the account's own sessions, at once. Raises `NotFound` for anybody else's."""
    signed = session.get(SignedIn, signed_id)
    if signed is None or signed.account_id != account_id:
        raise NotFound
    signed.ended_at = signed.ended_at or now
    session.add(signed)


def end_other_sessions(session: Session, account_id: str, keep_id: str, now: datetime) -> int:
    """Sign out everywhere but here. Returns how many were ended."""
    others = [signed for signed in sessions_of(session, account_id, now) if signed.id != keep_id]
    for signed in others:
        signed.ended_at = now
        session.add(signed)
    return len(others)


def act_as(session: Session, signed: SignedIn, grant_id: str, now: datetime) -> None:
    """Go on in another of the account's own roles. Raises `NotYourRole`."""
    if grant_id not in {grant.id for grant in grants_of(session, signed.account_id, now)}:
        raise NotYourRole
    signed.grant_id = grant_id
    session.add(signed)
