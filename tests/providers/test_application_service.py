"""Sending an application and deciding on it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from market.core.database import Database
from providers.accreditation.rules import DbsLevel
from providers.accreditation.service import withdraw_evidence
from providers.applications import service
from providers.applications.checked import checked
from providers.applications.errors import (
    ChecksNotComplete,
    ConductNotSigned,
    NobodyToCheck,
    NothingToCheckFor,
    NotWaiting,
    NotYourApplication,
    ReasonMissing,
    SentAlready,
    StillToShow,
)
from providers.applications.queries import decisions_on
from providers.applications.rules import Outcome, Stage
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider
from tests.factories.providers import OFFICER, OFFICER_ELSEWHERE, a_listing, a_provider, as_, seen

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
CODE = "adults-2026-11"


def ready(session: Session) -> Provider:
    """A gardener with everything shown and signed, not sent yet."""
    owner = a_provider(session, state=ProviderState.APPLIED)
    a_listing(session, owner)
    seen(session, owner, "identity", "right_to_work", "references", "public_liability")
    seen(session, owner, "dbs", level=DbsLevel.BASIC)
    service.sign_conduct(session, CODE, name="Terry Holwill", by=as_(owner), now=NOW)
    return owner


def test_nothing_is_sent_before_there_is_something_to_look_at(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session, state=ProviderState.APPLIED)
        with pytest.raises(NothingToCheckFor):
            service.send(session, by=as_(owner), now=NOW)
        a_listing(session, owner)
        with pytest.raises(StillToShow) as refused:
            service.send(session, by=as_(owner), now=NOW)
        assert "DBS check" in refused.value.labels
        seen(session, owner, "identity", "right_to_work", "references", "public_liability", "dbs")
        with pytest.raises(ConductNotSigned):
            service.send(session, by=as_(owner), now=NOW)
        with pytest.raises(NobodyToCheck):
            service.send(session, by=as_(a_provider(session, authority_id=None)), now=NOW)


def test_signing_twice_leaves_one_signature(database: Database) -> None:
    with database.write() as session:
        owner = ready(session)
        first = service.sign_conduct(session, CODE, name="Terry H", by=as_(owner), now=NOW + timedelta(days=1))
        assert (first.name, len(checked(session, owner, NOW).signed)) == ("Terry Holwill", 1)


def test_it_goes_to_and_fro_and_is_decided_once_for_each_sending(database: Database) -> None:
    hour = timedelta(hours=1)
    with database.write() as session:
        owner = ready(session)
        row = service.send(session, by=as_(owner), now=NOW)
        with pytest.raises(SentAlready):
            service.send(session, by=as_(owner), now=NOW)
        with pytest.raises(ReasonMissing):
            service.decide(session, row.id, Outcome.MORE_ASKED, by=OFFICER, now=NOW + hour)
        service.decide(session, row.id, Outcome.MORE_ASKED, by=OFFICER, now=NOW + hour, why="A clearer page")
        with pytest.raises(NotWaiting):
            service.decide(session, row.id, Outcome.APPROVED, by=OFFICER, now=NOW + hour)
        again = service.send(session, by=as_(owner), now=NOW + 2 * hour)
        assert again.id == row.id
        service.decide(session, row.id, Outcome.APPROVED, by=OFFICER, now=NOW + 3 * hour)
        assert provider_by_id(session, owner.id).state is ProviderState.APPROVED
        assert checked(session, owner, NOW).stage is Stage.APPROVED
        outcomes = [one.outcome for one in decisions_on(session, [row.id])[row.id]]
    assert outcomes == [Outcome.MORE_ASKED, Outcome.APPROVED]


def test_only_an_officer_of_the_own_council_who_did_not_send_it_decides(database: Database) -> None:
    with database.write() as session:
        owner = ready(session)
        row = service.send(session, by=as_(owner), now=NOW)
        for nobody in (OFFICER_ELSEWHERE, as_(owner)):
            with pytest.raises(NotYourApplication):
                service.decide(session, row.id, Outcome.APPROVED, by=nobody, now=NOW)
        row.sent_by = OFFICER.account_id
        session.add(row)
        session.flush()
        with pytest.raises(NotYourApplication):
            service.decide(session, row.id, Outcome.APPROVED, by=OFFICER, now=NOW)


def test_approved_needs_every_check_and_listed_needs_to_know_who_they_are(database: Database) -> None:
    with database.write() as session:
        owner = ready(session)
        row = service.send(session, by=as_(owner), now=NOW)
        for one in checked(session, owner, NOW).evidence:
            if one.kind in ("dbs", "identity"):
                withdraw_evidence(session, one.id, by=OFFICER, now=NOW, why="false")
        with pytest.raises(ChecksNotComplete) as refused:
            service.decide(session, row.id, Outcome.APPROVED, by=OFFICER, now=NOW)
        assert set(refused.value.labels) >= {"DBS check", "Who they are"}
        with pytest.raises(ChecksNotComplete):
            service.decide(session, row.id, Outcome.LISTED, by=OFFICER, now=NOW, why="Known")
        seen(session, owner, "identity")
        service.decide(session, row.id, Outcome.LISTED, by=OFFICER, now=NOW, why="Known")
        assert provider_by_id(session, owner.id).state is ProviderState.LISTED
