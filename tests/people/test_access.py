"""Who reaches whose record: by role, by council, by what was agreed, and never without a note."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from market.core.actor import Role
from market.core.database import Database
from market.core.tables import AuditRow
from market.people.access import caseload_of, may, people_of, person_for
from market.people.errors import NotYourPerson
from market.people.rules import Scope
from tests.factories.people import a_consent, a_person, an_authority, somebody

ALL = frozenset(Scope)
WELFARE = frozenset({Scope.SEE_VISITS, Scope.BOOK, Scope.CANCEL, Scope.SEE_PLAN})
REACH: dict[Role, frozenset[Scope]] = {
    Role.CUSTOMER_DIRECT_PAYMENT: ALL,
    Role.CUSTOMER_SELF_FUNDER: ALL,
    Role.CUSTOMER_ISF: ALL,
    Role.SUPPORTER: ALL,
    Role.ATTORNEY: WELFARE,
    Role.BROKER: ALL,
    Role.SIGNOFF_OFFICER: frozenset({Scope.SEE_PLAN, Scope.SEE_MONEY, Scope.SEE_VISITS}),
    Role.DIRECT_PAYMENTS_OFFICER: frozenset({Scope.SEE_PLAN, Scope.SEE_MONEY}),
    Role.OUT_OF_HOURS: frozenset({Scope.SEE_VISITS, Scope.CANCEL, Scope.BOOK}),
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_reaches_what_its_post_or_its_consent_covers_and_nobody_else_s_people(
    sqlite_database: Database, now: datetime, role: Role
) -> None:
    with sqlite_database.write() as session:
        devon, torbay = an_authority(session), an_authority(session, "Torbay demo council")
        ours, theirs = a_person(session, devon), a_person(session, torbay, name="Zebedee Quillfeather")
        nobodys = a_person(session, name="A self-funder in no council")
        _, actor = somebody(session, role, authority=devon, person=ours)
        assert {scope for scope in Scope if may(session, actor, ours, scope, now)} == REACH.get(role, frozenset())
        for other in (theirs, nobodys):
            assert not any(may(session, actor, other, scope, now) for scope in Scope)
        seen = {person.id for scope in Scope for person in people_of(session, actor, scope, now)}
        assert seen == ({ours.id} if role in REACH else set())


def test_a_record_is_not_opened_without_a_note_and_a_refusal_is_noted_too(database: Database, now: datetime) -> None:
    with database.write() as session:
        person = a_person(session)
        _, stranger = somebody(session, Role.PA)
        _, arthur = somebody(session, Role.CUSTOMER_SELF_FUNDER, person=person)
        person_for(session, arthur, person.id, Scope.SEE_PLAN, now)
        for unreachable in (person.id, "per_nobody"):
            with pytest.raises(NotYourPerson):
                person_for(session, stranger, unreachable, Scope.SEE_PLAN, now)
        session.flush()
        assert [row.tag for row in session.exec(select(AuditRow).order_by(AuditRow.id))] == [  # type: ignore[arg-type]
            "person:see_plan:read",
            "person:see_plan:refused",
            "person:see_plan:refused",
        ]


def test_consent_works_between_its_beginning_and_its_end(database: Database, now: datetime) -> None:
    day = timedelta(days=1)
    with database.write() as session:
        person = a_person(session)
        joanne, actor = somebody(session, Role.SUPPORTER, person=a_person(session, name="Somebody else"))
        a_consent(session, person, joanne, Scope.BOOK, starts_at=now, ends_at=now + day)
        assert not may(session, actor, person, Scope.BOOK, now - timedelta(seconds=1))
        assert may(session, actor, person, Scope.BOOK, now)
        assert not may(session, actor, person, Scope.BOOK, now + day)


def test_a_caseload_is_a_broker_s_own_people_in_their_own_council(database: Database, now: datetime) -> None:
    with database.write() as session:
        devon, torbay = an_authority(session), an_authority(session, "Torbay demo council")
        account, broker = somebody(session, Role.BROKER, authority=devon)
        mine = a_person(session, devon, broker_account_id=account.id)
        a_person(session, devon, name="A colleague's")
        a_person(session, torbay, name="Over the border", broker_account_id=account.id)
        _, officer = somebody(session, Role.SIGNOFF_OFFICER, authority=devon)
        assert [person.id for person in caseload_of(session, broker)] == [mine.id]
        assert caseload_of(session, officer) == ()
