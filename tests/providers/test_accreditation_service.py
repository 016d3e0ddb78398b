"""Noting evidence, and noticing at the right midnight that it has lapsed."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from market.core.actor import System
from market.core.database import Database
from market.core.tables import EventRow
from providers.accreditation.errors import DbsLevelMissing, EvidenceUnknown, IssuedInTheFuture, NotYourOwnChecks
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import DbsLevel
from providers.accreditation.service import (
    Seen,
    note_evidence,
    note_expiring,
    note_lapses,
    note_update_service,
    withdraw_evidence,
)
from tests.factories.providers import OFFICER, a_provider, as_

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
CHECK = Seen("dbs", date(2023, 11, 24), level=DbsLevel.BASIC, seen_for="Devon demo council")


def names(session: Session) -> list[str]:
    return [event.name for event in session.exec(select(EventRow).order_by(sa.text("id")))]


def test_a_dbs_check_is_trusted_as_long_as_the_authority_trusts_one(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        note_evidence(session, provider.id, CHECK, by=OFFICER, now=NOW)
        note_evidence(session, provider.id, CHECK, by=OFFICER, now=NOW, dbs_months=12)
        ends = [one.last_day for one in evidence_of(session, provider.id)]
    assert ends == [date(2026, 11, 24), date(2024, 11, 24)]


def test_a_printed_end_counts_before_the_schemes_own(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        seen = Seen("first_aid", date(2026, 1, 1), expires_on=date(2026, 12, 31))
        note_evidence(session, provider.id, seen, by=OFFICER, now=NOW)
        (one,) = evidence_of(session, provider.id)
    assert one.last_day == date(2026, 12, 31)


def test_identity_never_lapses(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        note_evidence(session, provider.id, Seen("identity", date(2020, 1, 1)), by=OFFICER, now=NOW)
        (one,) = evidence_of(session, provider.id)
    assert one.last_day is None


def test_nobody_notes_their_own_checks(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        with pytest.raises(NotYourOwnChecks):
            note_evidence(session, provider.id, CHECK, by=as_(provider), now=NOW)


def test_nonsense_is_refused_before_a_row_is_made(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        for seen, refusal in (
            (Seen("crystal_ball", date(2026, 1, 1)), EvidenceUnknown),
            (Seen("dbs", date(2026, 1, 1)), DbsLevelMissing),
            (Seen("identity", date(2026, 11, 25)), IssuedInTheFuture),
        ):
            with pytest.raises(refusal):
                note_evidence(session, provider.id, seen, by=OFFICER, now=NOW)
        assert evidence_of(session, provider.id) == ()


def test_a_lapse_is_told_once_and_only_after_its_last_day(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        note_evidence(session, provider.id, CHECK, by=OFFICER, now=NOW)
        last_minute = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
        assert note_lapses(session, last_minute) == []
        midnight = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
        assert len(note_lapses(session, midnight)) == 1
        assert note_lapses(session, midnight) == []
        assert names(session).count("evidence.lapsed") == 1


def test_a_check_that_was_renewed_in_time_does_not_count_as_lapsed(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        note_evidence(session, provider.id, CHECK, by=OFFICER, now=NOW)
        newer = Seen("dbs", date(2026, 11, 20), level=DbsLevel.ENHANCED)
        note_evidence(session, provider.id, newer, by=OFFICER, now=NOW)
        assert note_lapses(session, datetime(2026, 12, 1, tzinfo=UTC)) == []


def test_looking_at_the_update_service_is_noted_and_makes_nothing_younger(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = note_evidence(session, provider.id, CHECK, by=System("seed"), now=NOW)
        note_update_service(session, row.id, on=date(2026, 11, 24), by=OFFICER, now=NOW)
        (one,) = evidence_of(session, provider.id)
    assert (one.update_service_on, one.last_day) == (date(2026, 11, 24), date(2026, 11, 24))


def test_its_holder_gets_a_notice_at_each_of_the_days_the_scheme_names_and_no_more(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        seen = Seen("first_aid", date(2026, 1, 1), expires_on=NOW.date() + timedelta(days=70))
        note_evidence(session, provider.id, seen, by=OFFICER, now=NOW)
        days = [left for left in range(70, -3, -1) if note_expiring(session, NOW + timedelta(days=70 - left))]
    assert days == [60, 30, 7]


def test_a_round_that_was_missed_gives_one_notice_and_a_renewed_check_none(database: Database) -> None:
    with database.write() as session:
        provider, renewed = a_provider(session), a_provider(session)
        for owner in (provider, renewed):
            seen = Seen("first_aid", date(2026, 1, 1), expires_on=NOW.date() + timedelta(days=5))
            note_evidence(session, owner.id, seen, by=OFFICER, now=NOW)
        longer = Seen("first_aid", date(2026, 2, 1), expires_on=NOW.date() + timedelta(days=900))
        note_evidence(session, renewed.id, longer, by=OFFICER, now=NOW)
        told = [row.provider_id for _ in range(2) for row in note_expiring(session, NOW)]
    assert told == [provider.id]


def test_a_certificate_that_is_no_longer_current_stands_no_more_from_today_and_did_before(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        seen = Seen("dbs", date(2026, 1, 5), level=DbsLevel.BASIC)
        row = note_evidence(session, provider.id, seen, by=OFFICER, now=NOW)
        note_update_service(session, row.id, on=NOW.date(), by=OFFICER, now=NOW, is_current=False)
        (one,) = evidence_of(session, provider.id)
        assert one.stands(NOW.date() - timedelta(days=1))
        assert not one.stands(NOW.date())
        assert names(session).count("evidence.lapsed") == 1
        withdraw_evidence(session, row.id, by=OFFICER, now=NOW, why="again")
        assert note_lapses(session, NOW + timedelta(days=3)) == []
        assert names(session).count("evidence.lapsed") == 1
