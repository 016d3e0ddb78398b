"""Deciding where a provider stands."""

from datetime import UTC, datetime

import pytest

from market.core.actor import Actor, Role
from market.core.database import Database
from providers.organisations.errors import CannotStand, NotYourDecision
from providers.organisations.queries import providers
from providers.organisations.rules import ProviderState, may_be_found
from providers.organisations.service import decide
from tests.factories.providers import OFFICER, OFFICER_ELSEWHERE, a_provider, as_

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_an_officer_lists_then_approves_and_who_and_why_stay_on_the_row(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, state=ProviderState.APPLIED)
        decide(session, provider.id, ProviderState.LISTED, by=OFFICER, now=NOW)
        decide(session, provider.id, ProviderState.APPROVED, by=OFFICER, now=NOW, why="All seen.")
    with database.read() as session:
        (row,) = providers(session).values()
    assert (row.state, row.state_at, row.state_why) == (ProviderState.APPROVED, NOW, "All seen.")


def test_only_an_officer_of_the_providers_own_authority_decides(database: Database) -> None:
    broker = Actor("acc_priya", "Priya", Role.BROKER, authority_id="aut_devon")
    with database.write() as session:
        provider = a_provider(session, state=ProviderState.APPLIED)
        for stranger in (as_(provider), OFFICER_ELSEWHERE, broker):
            with pytest.raises(NotYourDecision):
                decide(session, provider.id, ProviderState.LISTED, by=stranger, now=NOW)


def test_an_officer_who_is_also_a_pa_does_not_decide_on_themself(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, state=ProviderState.APPLIED)
        both = Actor("acc_both", "Both", Role.ACCREDITATION_OFFICER, None, provider.id, "aut_devon")
        with pytest.raises(NotYourDecision):
            decide(session, provider.id, ProviderState.LISTED, by=both, now=NOW)


def test_a_provider_that_stands_there_already_is_not_put_there_again(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        with pytest.raises(CannotStand):
            decide(session, provider.id, ProviderState.APPROVED, by=OFFICER, now=NOW)


def test_only_those_listed_or_approved_may_be_found() -> None:
    assert {state for state in ProviderState if may_be_found(state)} == {ProviderState.LISTED, ProviderState.APPROVED}
