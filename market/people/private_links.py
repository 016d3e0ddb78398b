"""Links made for one thing: a backup contact answers about one visit without an account.

A link shows on GET and is used on POST, since mail scanners open links. How often it may be used is decided by the
thing it is about; the link itself only ends.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from market.core.ids import new_secret
from market.people.errors import LinkOutOfDate
from market.people.rules import hashed
from market.people.tables import PrivateLink


def make_private_link(session: Session, *, purpose: str, subject: str, now: datetime, lasts: timedelta) -> str:
    """A secret for an address such as `/answer/SECRET`. `purpose` names the page, `subject` the one row it is about."""
    secret = new_secret()
    session.add(
        PrivateLink(secret_hash=hashed(secret), purpose=purpose, subject=subject, made_at=now, expires_at=now + lasts)
    )
    return secret


def find_private_link(session: Session, *, purpose: str, secret: str, now: datetime) -> PrivateLink:
    """What a link is for. Raises `LinkOutOfDate` when it ended, or was never made for this purpose."""
    link = session.exec(
        select(PrivateLink).where(PrivateLink.secret_hash == hashed(secret), PrivateLink.purpose == purpose)
    ).first()
    if link is None or link.ended_at is not None or link.expires_at <= now:
        raise LinkOutOfDate(purpose)
    return link


def end_private_links(session: Session, *, purpose: str, subject: str, now: datetime) -> None:
    """From now on no link made for this opens anything."""
    for link in session.exec(select(PrivateLink).where(PrivateLink.purpose == purpose, PrivateLink.subject == subject)):
        link.ended_at = link.ended_at or now
        session.add(link)


def links_of(session: Session, *, purpose: str, subject: str, now: datetime) -> Sequence[PrivateLink]:
    """Links made for this that still open something, oldest first."""
    statement = select(PrivateLink).where(PrivateLink.purpose == purpose, PrivateLink.subject == subject)
    standing = statement.where(col(PrivateLink.ended_at).is_(None), col(PrivateLink.expires_at) > now)
    return session.exec(standing.order_by(col(PrivateLink.made_at))).all()
