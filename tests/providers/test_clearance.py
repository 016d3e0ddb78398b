"""What one listing may be asked for over a run of days, and its public badge."""

from datetime import date, timedelta

import pytest

from market.core.database import Database
from market.core.errors import NotFound
from providers.accreditation.queries import evidence_of
from providers.arrangement.rules import Arrangement
from providers.clearance import badge_of, kinds_throughout
from tests.factories.providers import a_listing, a_provider, all_seen_for_personal_care, personal_care, seen

TODAY = date(2026, 11, 24)


def test_a_check_that_lapses_halfway_through_a_run_clears_none_of_it(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        all_seen_for_personal_care(session, provider, dbs_until=TODAY + timedelta(days=7))
        seen(session, provider, "dbs")
        row = a_listing(session, provider, **personal_care())
        evidence = evidence_of(session, provider.id)
    tuesdays = [TODAY + timedelta(weeks=n) for n in range(3)]
    assert kinds_throughout(row, provider, evidence, tuesdays[:2]) == ("personal_care", "companionship")
    assert kinds_throughout(row, provider, evidence, tuesdays) == ("companionship",)


def test_personal_care_on_no_lawful_basis_cannot_be_asked_for_whatever_was_checked(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.COMMUNITY)
        all_seen_for_personal_care(session, provider)
        row = a_listing(session, provider, **personal_care())
        evidence = evidence_of(session, provider.id)
    assert kinds_throughout(row, provider, evidence, [TODAY]) == ("companionship",)


def test_the_badge_of_a_listing_names_who_checked_and_what_was_not(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        seen(session, provider, "identity", "dbs")
        row = a_listing(session, provider)
        said = badge_of(session, row.id, TODAY)
        with pytest.raises(NotFound):
            badge_of(session, "lst_none", TODAY)
    assert said.headline == "Basic DBS certificate seen in March 2026"
    assert all("by Devon demo council" in line for line in said.checked)
    assert "References: not checked." in said.not_checked
