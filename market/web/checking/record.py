"""The portable record: what was checked, on paper or in a file, signed, with a picture that opens the live page.

The token holds the provider's id, the day, and a mark of the words; signed with the application's key. It names nobody.
The live page says what stands today, and whether anything has changed since that paper was made.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

import segno
from markupsafe import Markup
from sqlmodel import Session

from market.core.errors import NotFound
from market.core.times import wall_day
from market.web.cookies import Signer
from providers.accreditation.badge import Badge
from providers.applications.checked import asked_of
from providers.clearance import badge_for
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import may_be_found
from providers.organisations.tables import Provider

USE = "checks-record"


@dataclass(frozen=True)
class Record:
    """What a page or a file shows. `token` is what was signed; `address` opens the live page."""

    owner: Provider
    badge: Badge
    made_on: date
    token: str
    address: str
    picture: Markup


def make_record(session: Session, signer: Signer, provider_id: str, public_address: str, now: datetime) -> Record:
    """The record of a provider as it stands today."""
    owner = provider_by_id(session, provider_id)
    badge = _badge(session, owner, wall_day(now))
    token = signer.sign(USE, [owner.id, wall_day(now).isoformat(), mark_of(badge)])
    address = f"{public_address.rstrip('/')}/checked/{token}"
    picture = segno.make(address, error="m").svg_inline(
        scale=4, border=4, light="#fff", title="QR code to the live page"
    )
    return Record(owner, badge, wall_day(now), token, address, Markup(picture))  # noqa: S704  (made here, from our own address)


@dataclass(frozen=True)
class Live:
    """What somebody who scans the picture sees. `changed`: something is not as the paper says."""

    name: str
    town: str
    badge: Badge
    on: date
    made_on: date
    changed: bool
    shown: bool


def live_record(session: Session, signer: Signer, token: str, now: datetime) -> Live:
    """The checks today of whoever a record was made for. Raises `NotFound` for what we did not sign."""
    kept = signer.read(USE, token)
    if not (isinstance(kept, list) and len(kept) == 3 and all(isinstance(part, str) for part in kept)):
        raise NotFound
    owner = provider_by_id(session, kept[0])
    badge = _badge(session, owner, wall_day(now))
    return Live(
        name=owner.name,
        town=owner.town,
        badge=badge,
        on=wall_day(now),
        made_on=date.fromisoformat(kept[1]),
        changed=mark_of(badge) != kept[2],
        shown=may_be_found(owner.state),
    )


def mark_of(badge: Badge) -> str:
    """A short mark of everything the badge says: another word, another mark."""
    words = "\n".join((*badge.checked, "", *badge.lapsed, "", *badge.not_checked))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _badge(session: Session, owner: Provider, on: date) -> Badge:
    return badge_for(session, owner, tuple(asked_of(session, owner).tiers), on)
