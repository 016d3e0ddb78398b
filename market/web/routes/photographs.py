"""Photographs: on show to everybody while their provider's listing is; else to its provider and the desk that checks it."""

from starlette.responses import Response

from market.core.actor import Actor, Role
from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, Page
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState, state_now
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import may_be_found
from providers.organisations.tables import Provider
from providers.photographs.service import PHOTOGRAPHS, photograph
from providers.photographs.tables import Photograph


def show(ask: Ask) -> Response:
    """One picture. Whoever may not see it hears that it is not there."""
    row = photograph(ask.session, ask.path["photograph_id"])
    owner = provider_by_id(ask.session, row.provider_id)
    if not (_is_public(ask, row, owner) or _is_theirs(ask, owner)):
        raise NotFound
    return Response(
        ask.files(PHOTOGRAPHS).get(row.file),
        media_type="image/jpeg",
        headers={"cache-control": "private, max-age=3600"},
    )


def _is_public(ask: Ask, row: Photograph, owner: Provider) -> bool:
    if owner.photo != row.id or not may_be_found(owner.state):
        return False
    return any(
        state_now(one.state, checked_at=one.checked_at, expires_on=one.expires_on, now=ask.now) is ListingState.LIVE
        for one in listings_of(ask.session, owner.id)
    )


def _is_theirs(ask: Ask, owner: Provider) -> bool:
    actor = ask.actor
    if not isinstance(actor, Actor):
        return False
    officer = actor.role is Role.ACCREDITATION_OFFICER and actor.authority_id == owner.authority_id
    return actor.provider_id == owner.id or (officer and actor.authority_id is not None)


ROUTES = [Page("/photographs/{photograph_id}", show, guards.anyone, GET, name="photograph")]
