"""Agreeing that somebody may act, and taking it back: it works from that very moment."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from market.core.actor import Actor, Role
from market.core.database import Database
from market.core.errors import NotFound
from market.core.tables import EventRow
from market.people.access import may
from market.people.consenting import grant, withdraw
from market.people.errors import BeyondTheBasis, NotTheirsToAgree
from market.people.queries import actors_of, grants_of
from market.people.rules import Basis, Scope
from tests.factories.people import a_person, an_account, an_authority, somebody

NAMES = select(EventRow.name).where(EventRow.name.like("consent.%"))  # type: ignore[attr-defined]


def test_what_a_customer_agrees_to_works_at_once_and_stops_at_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        person = a_person(session)
        _, arthur = somebody(session, Role.CUSTOMER_SELF_FUNDER, person=person)
        joanne = an_account(session)
        consent = grant(session, by=arthur, person=person, account_id=joanne.id, scopes=[Scope.BOOK], now=now)
        (actor,) = actors_of(session, joanne.id, now)
        assert actor.role is Role.SUPPORTER
        assert may(session, actor, person, Scope.BOOK, now)
        assert not may(session, actor, person, Scope.SEE_MONEY, now)
        withdraw(session, by=arthur, consent_id=consent.id, now=now + timedelta(minutes=1))
        assert not may(session, actor, person, Scope.BOOK, now + timedelta(minutes=1))
        assert grants_of(session, joanne.id, now + timedelta(minutes=1)) == ()
        facts = session.exec(select(EventRow).where(EventRow.name == "consent.granted")).one()
        assert facts.facts == {"scopes": ["book"], "basis": "consent"}
        assert sorted(session.exec(NAMES)) == ["consent.granted", "consent.withdrawn"]


def test_the_role_stays_while_anything_agreed_is_left(database: Database, now: datetime) -> None:
    with database.write() as session:
        person = a_person(session)
        _, arthur = somebody(session, Role.CUSTOMER_SELF_FUNDER, person=person)
        joanne = an_account(session)
        first = grant(session, by=arthur, person=person, account_id=joanne.id, scopes=[Scope.BOOK], now=now)
        grant(session, by=arthur, person=person, account_id=joanne.id, scopes=[Scope.SEE_PLAN], now=now)
        withdraw(session, by=arthur, consent_id=first.id, now=now)
        (actor,) = actors_of(session, joanne.id, now)
        assert may(session, actor, person, Scope.SEE_PLAN, now)
        assert not may(session, actor, person, Scope.BOOK, now)


def test_withdrawing_twice_changes_nothing(database: Database, now: datetime) -> None:
    with database.write() as session:
        person = a_person(session)
        _, arthur = somebody(session, Role.CUSTOMER_SELF_FUNDER, person=person)
        consent = grant(
            session, by=arthur, person=person, account_id=an_account(session).id, scopes=[Scope.BOOK], now=now
        )
        withdraw(session, by=arthur, consent_id=consent.id, now=now)
        withdraw(session, by=arthur, consent_id=consent.id, now=now + timedelta(days=1))
        assert consent.withdrawn_at == now
        assert len(session.exec(NAMES).all()) == 2


def test_the_holder_may_step_back_and_a_stranger_learns_nothing(database: Database, now: datetime) -> None:
    with database.write() as session:
        person = a_person(session)
        _, arthur = somebody(session, Role.CUSTOMER_SELF_FUNDER, person=person)
        joanne = an_account(session)
        consent = grant(session, by=arthur, person=person, account_id=joanne.id, scopes=[Scope.BOOK], now=now)
        _, stranger = somebody(session, Role.CUSTOMER_ISF, person=a_person(session, name="Somebody else"))
        for unknown in (consent.id, "con_nothing"):
            with pytest.raises(NotFound):
                withdraw(session, by=stranger, consent_id=unknown, now=now)
        (herself,) = actors_of(session, joanne.id, now)
        assert withdraw(session, by=herself, consent_id=consent.id, now=now).withdrawn_by == joanne.id


@pytest.mark.parametrize("role", [Role.SUPPORTER, Role.ATTORNEY, Role.SIGNOFF_OFFICER, Role.COMMISSIONER, Role.PA])
def test_nobody_agrees_for_another(database: Database, now: datetime, role: Role) -> None:
    with database.write() as session:
        authority = an_authority(session)
        person = a_person(session, authority)
        _, actor = somebody(session, role, authority=authority, person=person)
        with pytest.raises(NotTheirsToAgree):
            grant(session, by=actor, person=person, account_id="acc_x", scopes=[Scope.BOOK], now=now)


def test_a_broker_writes_down_what_the_person_said_but_only_in_their_own_council(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        devon, torbay = an_authority(session), an_authority(session, "Torbay demo council")
        person, joanne = a_person(session, devon), an_account(session)
        _, ours = somebody(session, Role.BROKER, authority=devon)
        _, theirs = somebody(session, Role.BROKER, authority=torbay)
        facts = {"person": person, "account_id": joanne.id, "scopes": [Scope.BOOK], "now": now}
        assert grant(session, by=ours, evidence="Arthur said yes in the room.", **facts).evidence  # type: ignore[arg-type]
        with pytest.raises(NotTheirsToAgree):
            grant(session, by=theirs, **facts)  # type: ignore[arg-type]


def test_a_power_over_welfare_does_not_reach_money_and_only_a_broker_records_one(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        devon = an_authority(session)
        person, joanne = a_person(session, devon), an_account(session)
        _, broker = somebody(session, Role.BROKER, authority=devon)
        _, arthur = somebody(session, Role.CUSTOMER_SELF_FUNDER, person=person)

        def record(by: Actor, *scopes: Scope) -> None:
            basis = Basis.LPA_HEALTH_WELFARE
            grant(session, by=by, person=person, account_id=joanne.id, scopes=scopes, basis=basis, now=now)

        with pytest.raises(BeyondTheBasis) as beyond:
            record(broker, Scope.BOOK, Scope.SPEND)
        assert beyond.value.beyond == (Scope.SPEND,)
        with pytest.raises(NotTheirsToAgree):
            record(arthur, Scope.BOOK)
        record(broker, Scope.BOOK)
        assert actors_of(session, joanne.id, now)[0].role is Role.ATTORNEY
