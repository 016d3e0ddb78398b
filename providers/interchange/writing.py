"""Writing a shaped row down: its organisation, its listing, times, prices and the source's own words.

Ids are made of the source and its id, so that the same row always is the same listing, whoever brings it in and however often
a run begins again.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from market.core.actor import Actor, Role, System
from providers.arrangement.rules import Arrangement
from providers.availability.tables import WindowRow
from providers.interchange.entry import Entry
from providers.interchange.looks import phone_digits, web_key
from providers.interchange.rules import checked_at, organisation_key
from providers.interchange.shaping import Given, Shaped
from providers.interchange.tables import ImportedListing
from providers.listings.from_source import enter, tell
from providers.listings.tables import Listing
from providers.organisations.queries import providers
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider
from providers.pricing.tables import RateRow

_ROLES = {Arrangement.REGISTERED_AGENCY: Role.AGENCY}


def made_id(prefix: str, *parts: str) -> str:
    """An id that is always the same for the same parts."""
    return f"{prefix}_{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:24]}"


def listing_id_of(source: str, source_id: str) -> str:
    """The listing that a row becomes."""
    return made_id("lst", source, source_id)


def add(
    session: Session,
    many: Sequence[Shaped],
    given: Given,
    *,
    authority: tuple[str | None, str],
    by: Actor | System,
    now: datetime,
    run_id: str = "",
) -> list[bool]:
    """Write new listings, table by table in one go each. Of each whether it is on show."""
    owners = _organisations(session, many, given, authority, now)
    rows = [_listing(shaped, given, owner.id, now) for shaped, owner in zip(many, owners, strict=True)]
    session.add_all(rows)
    session.flush()
    shown = []
    for shaped, row, owner in zip(many, rows, owners, strict=True):
        _around(session, row.id, shaped)
        session.add(_origin(shaped, given, row.id, run_id))
        fresh = _fresh(shaped, given)
        shown.append(enter(session, row, owner, hidden=shaped.hidden, checked_at=fresh, by=by, now=now))
    tell(session, rows, by=by, now=now)
    return shown


def _listing(shaped: Shaped, given: Given, provider_id: str, now: datetime) -> Listing:
    made = listing_id_of(given.source, shaped.entry.source_id)
    return Listing(id=made, provider_id=provider_id, made_at=now, **shaped.listing)


def update(
    session: Session,
    shaped: Shaped,
    given: Given,
    listing_id: str,
    *,
    authority: tuple[str | None, str],
    by: Actor | System,
    now: datetime,
    run_id: str = "",
) -> bool:
    """Bring a listing to what the source says now. Whether it is on show."""
    row = session.get_one(Listing, listing_id)
    (owner,) = _organisations(session, [shaped], given, authority, now)
    row.provider_id = owner.id  # another one, where its law has changed: the law of its neighbours has not
    for name, value in shaped.listing.items():
        setattr(row, name, value)
    for name, value in shaped.provider.items():
        setattr(owner, name, value)
    session.add_all([row, owner])
    for table in (WindowRow, RateRow):
        session.execute(sa.delete(table).where(col(table.listing_id) == listing_id))
    _around(session, listing_id, shaped)
    fresh = _origin(shaped, given, listing_id, run_id)
    same = sa.and_(
        col(ImportedListing.source) == given.source, col(ImportedListing.source_id) == shaped.entry.source_id
    )
    session.execute(
        sa.update(ImportedListing).where(same).values(fresh.model_dump(exclude={"id", "source", "source_id"}))
    )
    shown = enter(session, row, owner, hidden=shaped.hidden, checked_at=_fresh(shaped, given), by=by, now=now)
    tell(session, [row], by=by, now=now)
    return shown


def _organisations(
    session: Session, many: Sequence[Shaped], given: Given, authority: tuple[str | None, str], now: datetime
) -> list[Provider]:
    """The organisation that runs each, made where it is not there."""
    ids = [_provider_id(shaped, given) for shaped in many]
    known = providers(session, set(ids))
    for shaped, provider_id in zip(many, ids, strict=True):
        if provider_id not in known:
            known[provider_id] = Provider(
                id=provider_id,
                role=_ROLES.get(shaped.provider["arrangement"], Role.COMMUNITY_GROUP),
                state=ProviderState.LISTED,
                state_at=now,
                state_why=f"From {given.source}",
                authority_id=authority[0],
                made_at=now,
                **shaped.provider,
            )
            session.add(known[provider_id])
    session.flush()
    return [known[provider_id] for provider_id in ids]


def _provider_id(shaped: Shaped, given: Given) -> str:
    """One for each organisation of a source under each law, which its arrangement and its registration are.

    An agency's care and the same body's coffee morning have different laws, and so have two offices registered each by
    itself. As the law is in the name, no row can change it for another row's listing.
    """
    agency = shaped.provider["arrangement"] is Arrangement.REGISTERED_AGENCY
    law = [shaped.provider["arrangement"], *filter(None, [shaped.provider["cqc_number"] if agency else ""])]
    return made_id("prv", given.source, organisation_key(shaped.entry), *law)


def _around(session: Session, listing_id: str, shaped: Shaped) -> None:
    for place, window in enumerate(shaped.windows):
        session.add(WindowRow(id=made_id("win", listing_id, str(place)), listing_id=listing_id, **window))
    for place, rate in enumerate(shaped.rates):
        session.add(RateRow(id=made_id("rat", listing_id, str(place)), listing_id=listing_id, place=place, **rate))


def _origin(shaped: Shaped, given: Given, listing_id: str, run_id: str, *, merged: bool = False) -> ImportedListing:
    facts: dict[str, Any] = {"phone_digits": "", "web_key": ""} if merged else _keys(shaped)
    return ImportedListing(
        source=given.source,
        source_id=shaped.entry.source_id,
        organisation=organisation_key(shaped.entry),
        listing_id=listing_id,
        merged=merged,
        fingerprint=shaped.fingerprint,
        given_kinds=list(shaped.given_kinds),
        note=shaped.note,
        hidden=shaped.hidden,
        dated_on=shaped.entry.dated_on,
        received_on=given.received.date(),
        run_id=run_id,
        **facts,
    )


def _keys(shaped: Shaped) -> dict[str, str]:
    return {"phone_digits": phone_digits(shaped.entry.phone), "web_key": web_key(shaped.entry.url)}


def forget_origin(session: Session, given: Given, entry: Entry) -> None:
    """A row of a source is its listing no more."""
    same = sa.and_(col(ImportedListing.source) == given.source, col(ImportedListing.source_id) == entry.source_id)
    session.execute(sa.delete(ImportedListing).where(same))


def remember_merged(session: Session, shaped: Shaped, given: Given, listing_id: str) -> None:
    """Note that a row of a source is this listing of ours, so that no later file makes another of it."""
    session.add(_origin(shaped, given, listing_id, "", merged=True))


def _fresh(shaped: Shaped, given: Given) -> datetime:
    return checked_at(shaped.entry.dated_on, given.received)
