"""Deciding where a provider stands."""

from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.events import record
from providers.organisations import events
from providers.organisations.errors import CannotStand, NotYourDecision
from providers.organisations.queries import lock_provider
from providers.organisations.rules import ProviderState, may_become, may_decide
from providers.organisations.tables import Provider


def decide(
    session: Session, provider_id: str, state: ProviderState, *, by: Actor | System, now: datetime, why: str = ""
) -> Provider:
    """List, approve, suspend or reinstate a provider. Events are `provider.listed` and so on.

    Its listings have states of their own: `listings.service.suspend_provider` takes them down too. Raises
    `NotYourDecision`, `CannotStand`, `NotFound`.
    """
    owner = lock_provider(session, provider_id)
    if not may_decide(by, provider_id=owner.id, authority_id=owner.authority_id):
        raise NotYourDecision
    if not may_become(owner.state, state):
        raise CannotStand(owner.state, state)
    owner.state, owner.state_at, owner.state_why = state, now, why
    session.add(owner)
    record(session, events.BECAME[state], at=now, by=by, subject=owner.id, provider_id=owner.id)
    return owner
