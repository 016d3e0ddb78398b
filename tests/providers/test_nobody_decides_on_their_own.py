"""Nobody decides on their own application, whichever of their roles they act in."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from market.core.actor import Actor, Role
from market.core.database import Database
from market.core.errors import NotAllowed
from market.people.queries import actors_of
from providers.accreditation.service import Seen, note_evidence
from providers.listings import service
from providers.listings.rules import ListingState
from providers.organisations.rules import ProviderState
from providers.organisations.service import decide
from tests.factories.people import a_grant, an_account, an_authority
from tests.factories.providers import a_listing, a_provider

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
Deed = Callable[[Session, str, str, Actor], object]

DEEDS: dict[str, Deed] = {
    "publish": lambda session, listing, _, by: service.publish(session, listing, by=by, now=NOW),
    "send back": lambda session, listing, _, by: service.send_back(session, listing, by=by, now=NOW, why="no"),
    "suspend": lambda session, listing, _, by: service.suspend(session, listing, by=by, now=NOW, why="no"),
    "approve": lambda session, _, whose, by: decide(session, whose, ProviderState.LISTED, by=by, now=NOW),
    "note": lambda session, _, whose, by: note_evidence(
        session, whose, Seen("identity", date(2026, 1, 1)), by=by, now=NOW
    ),
}


def officer_who_is_a_pa_too(session: Session) -> tuple[dict[Role, Actor], str, str]:
    """One human, two roles: each as an actor, the listing and the provider."""
    council = an_authority(session)
    provider = a_provider(session, authority_id=council.id)
    listing = a_listing(session, provider, state=ListingState.SUBMITTED)
    account = an_account(session)
    a_grant(session, account, Role.PA, provider_id=provider.id)
    a_grant(session, account, Role.ACCREDITATION_OFFICER, authority_id=council.id)
    return {actor.role: actor for actor in actors_of(session, account.id, NOW)}, listing.id, provider.id


@pytest.mark.parametrize("role", [Role.PA, Role.ACCREDITATION_OFFICER])
@pytest.mark.parametrize("deed", DEEDS)
def test_one_account_that_is_both_may_decide_in_neither_role(database: Database, role: Role, deed: str) -> None:
    with database.write() as session:
        roles, listing, provider = officer_who_is_a_pa_too(session)
        with pytest.raises(NotAllowed):
            DEEDS[deed](session, listing, provider, roles[role])


@pytest.mark.parametrize("deed", DEEDS)
def test_another_officer_of_the_same_council_may(database: Database, deed: str) -> None:
    with database.write() as session:
        _, listing, provider = officer_who_is_a_pa_too(session)
        council = session.get_one(type(a_provider(session)), provider).authority_id
        other = Actor("acc_other", "Other", Role.ACCREDITATION_OFFICER, authority_id=council)
        DEEDS[deed](session, listing, provider, other)
