"""Joining by oneself: only what was needed, and never a way into a record that was there before."""

from datetime import datetime

import pytest
from sqlmodel import select

from market.core.actor import Role
from market.core.database import Database, count
from market.core.places import PlaceUnknown
from market.core.tables import EventRow
from market.people.access import may
from market.people.errors import AddressUnreadable, NameMissing
from market.people.queries import actors_of
from market.people.rules import Scope
from market.people.signing_up import UNTIL_CONFIRMED, Joining, read_joining, welcome
from market.people.tables import Account, Person
from tests.factories.people import a_person, an_account, an_authority

VERA = Joining("vera@example.org", "Vera Lamb", "EX8 1AA")
JO = Joining("jo@example.org", "Jo Lamb", "EX8 1AA", "Vera Lamb")


def test_somebody_who_joins_for_themself_is_a_self_funder_and_reaches_their_own_record(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        account = welcome(session, VERA, now)
        (actor,) = actors_of(session, account.id, now)
        person = session.exec(select(Person)).one()
        assert actor.role is Role.CUSTOMER_SELF_FUNDER
        assert all(may(session, actor, person, scope, now) for scope in Scope)
        assert person.easting is not None


def test_somebody_who_joins_for_another_sees_visits_not_money_until_four_weeks_are_over(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        account = welcome(session, JO, now)
        (actor,) = actors_of(session, account.id, now)
        person = session.exec(select(Person)).one()
        allowed = {scope for scope in Scope if may(session, actor, person, scope, now)}
        assert allowed == {Scope.SEE_VISITS, Scope.BOOK, Scope.CANCEL}
        assert not may(session, actor, person, Scope.SEE_VISITS, now + UNTIL_CONFIRMED)
        assert session.exec(select(EventRow.name).order_by(EventRow.name)).all() == [
            "account.joined",
            "consent.granted",
        ]


def test_joining_never_reaches_a_person_who_was_there_before(database: Database, now: datetime) -> None:
    with database.write() as session:
        before = a_person(session, name="Vera Lamb", postcode="EX8 1AA")
        account = welcome(session, JO, now)
        (actor,) = actors_of(session, account.id, now)
        assert not may(session, actor, before, Scope.SEE_VISITS, now)
        assert count(session, select(Person)) == 2


def test_a_newcomer_belongs_to_the_council_they_live_in_if_it_is_here(database: Database, now: datetime) -> None:
    with database.write() as session:
        devon = an_authority(session)
        welcome(session, VERA, now)
        welcome(session, Joining("x@example.org", "X", "SW1A 1AA"), now)
        found = {person.name: person.authority_id for person in session.exec(select(Person))}
    assert found == {"Vera Lamb": devon.id, "X": None}


def test_a_second_letter_answered_makes_no_second_account(database: Database, now: datetime) -> None:
    with database.write() as session:
        assert welcome(session, VERA, now).id == welcome(session, VERA, now).id
        assert count(session, select(Account)) == 1


def test_an_address_that_became_known_meanwhile_just_signs_in(database: Database, now: datetime) -> None:
    with database.write() as session:
        known = an_account(session, "vera@example.org", name="Vera of old")
        assert welcome(session, VERA, now).id == known.id
        assert count(session, select(Person)) == 0


def test_what_is_typed_is_tidied_and_checked() -> None:
    read = read_joining(email=" Vera@Example.org ", name=" Vera  Lamb ", postcode="ex81aa", helps=False, for_name="x")
    assert read == VERA
    with pytest.raises(AddressUnreadable):
        read_joining(email="vera at home", name="Vera", postcode="EX8 1AA", helps=False, for_name="")
    with pytest.raises(NameMissing) as missing:
        read_joining(email="v@example.org", name="Vera", postcode="EX8 1AA", helps=True, for_name=" ")
    assert missing.value.whose == "theirs"
    with pytest.raises(PlaceUnknown):
        read_joining(email="v@example.org", name="Vera", postcode="ZZ1 1ZZ", helps=False, for_name="")
