"""The first officer comes in by a command."""

from datetime import datetime

import pytest
from sqlmodel import select

from market.core.actor import Role
from market.core.database import Database, count
from market.people.errors import AddressUnreadable, NotAStaffRole, WhichAuthority
from market.people.inviting import invite, which_authority
from market.people.queries import actors_of
from market.people.tables import Account, RoleGrant
from tests.factories.people import an_account, an_authority


def test_an_invited_officer_has_the_role_in_the_council_and_saying_it_twice_changes_nothing(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        devon = an_authority(session)
        for _ in range(2):
            account = invite(session, email=" Ruth@Example.org", role=Role.BROKER, authority=devon, now=now)
        assert [(a.role, a.authority_id) for a in actors_of(session, account.id, now)] == [(Role.BROKER, devon.id)]
        assert count(session, select(RoleGrant)) == 1


def test_somebody_known_gets_one_more_role_on_the_same_account(database: Database, now: datetime) -> None:
    with database.write() as session:
        known = an_account(session, "ruth@example.org", name="Ruth")
        invite(session, email="ruth@example.org", role=Role.BROKER, authority=an_authority(session), now=now)
        assert count(session, select(Account)) == 1
        assert known.name == "Ruth"


@pytest.mark.parametrize("role", [role for role in Role if not role.is_staff])
def test_only_staff_are_invited_by_command(sqlite_database: Database, now: datetime, role: Role) -> None:
    with sqlite_database.write() as session, pytest.raises(NotAStaffRole):
        invite(session, email="x@example.org", role=role, authority=an_authority(session), now=now)


def test_an_address_that_is_none_is_refused(sqlite_database: Database, now: datetime) -> None:
    with sqlite_database.write() as session, pytest.raises(AddressUnreadable):
        invite(session, email="ruth", role=Role.BROKER, authority=an_authority(session), now=now)


def test_the_only_council_need_not_be_named_but_one_of_two_must(database: Database) -> None:
    with database.write() as session:
        with pytest.raises(WhichAuthority):
            which_authority(session)
        devon = an_authority(session)
        assert which_authority(session).id == devon.id
        torbay = an_authority(session, "Torbay demo council")
        assert which_authority(session, " torbay demo COUNCIL ").id == torbay.id
        with pytest.raises(WhichAuthority) as which:
            which_authority(session)
        assert which.value.known == ("Devon demo council", "Torbay demo council")
