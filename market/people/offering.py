"""Beginning to offer support: an account becomes a provider's, with an empty listing to fill in."""

from datetime import datetime

from sqlmodel import Session

from market.core import events
from market.people.queries import account_held, as_actor, authority_by_council, grants_for_provider, providing_grant
from market.people.tables import Account, RoleGrant
from providers.arrangement.rules import Arrangement
from providers.listings.service import begin
from providers.organisations.queries import provider
from providers.organisations.rules import role_for
from providers.organisations.tables import Provider

BEGUN = "provider.begun"


def begin_offering(session: Session, account: Account, arrangement: Arrangement, now: datetime) -> RoleGrant:
    """Make an account a provider's, with a listing that nobody sees yet. Begun twice, the first is gone on with.

    Whoever is a customer or somebody's daughter stays so: this is one more role. The account's row is held before the look,
    so that two presses at once begin once.
    """
    account = account_held(session, account)
    if (known := providing_grant(session, account.id)) is not None:
        return known
    owner = Provider(
        name=account.name,
        arrangement=arrangement,
        role=role_for(arrangement),
        state_at=now,
        email=account.email,
        phone=account.phone,
        languages=["English"],
        made_at=now,
    )
    session.add(owner)
    session.flush()
    grant = RoleGrant(account_id=account.id, role=owner.role, provider_id=owner.id, starts_at=now)
    session.add(grant)
    session.flush()
    by = as_actor(account, grant)
    events.record(session, BEGUN, at=now, by=by, subject=owner.id, provider_id=owner.id)
    begin(session, owner.id, by=by, now=now)
    return grant


def follow_arrangement(session: Session, provider_id: str) -> None:
    """Those who sign in for a provider do so in the role that its arrangement has."""
    owner = provider(session, provider_id)
    for grant in grants_for_provider(session, provider_id):
        if grant.role is not owner.role:
            grant.role = owner.role
            session.add(grant)


def stand_at_desk(session: Session, provider_id: str) -> None:
    """A provider whom no council checks yet waits at the desk of the council where it is, if that council is here."""
    owner = provider(session, provider_id)
    if owner.authority_id is not None or not owner.council:
        return
    if (authority := authority_by_council(session, owner.council)) is not None:
        owner.authority_id, owner.authority_name = authority.id, authority.name
        session.add(owner)
