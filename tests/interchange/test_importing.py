"""How each row of an import ends, on both databases, and that nothing unlawful or stale gets on show by it."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, col, select

from market.core.actor import System
from market.core.database import Database
from market.core.tables import EventRow
from matching.offering import Window
from providers.arrangement.rules import Arrangement, Basis
from providers.availability.queries import windows_of
from providers.candidates import candidates
from providers.interchange import queries, reports
from providers.interchange.dialects.bundle import bundle
from providers.interchange.dialects.table import DIALECTS
from providers.interchange.entry import SaidPlace, SaidPrice
from providers.interchange.importing import Importer
from providers.interchange.rules import Outcome
from providers.interchange.running import begin
from providers.interchange.tables import ImportedListing, ImportLine
from providers.listings.errors import NoLawfulBasis
from providers.listings.from_source import enter
from providers.listings.queries import listing, live_listings
from providers.listings.rules import ListingState
from providers.listings.service import suspend
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import Unit
from tests.factories.providers import a_listing, a_provider
from tests.interchange.conftest import BY, bring_in
from tests.interchange.rows import EXMOUTH, a_row


def ended(lines: list[ImportLine]) -> list[str]:
    return [line.outcome.value for line in lines]


def flags(line: ImportLine) -> set[str]:
    return {name for name, _ in line.flags}


def test_a_new_row_is_added_and_can_be_found_with_its_source_and_day(database: Database, now: datetime) -> None:
    checked = date(2026, 9, 1)
    with database.write() as session:
        (line,) = bring_in(
            session, [a_row(dated_on=checked, windows=(Window((1,), time(12), time(14)),))], now, source="Exmouth list"
        )
    with database.read() as session:
        row = listing(session, line.listing_id)
        assert (line.outcome, line.shown, row.state) == (Outcome.ADDED, True, ListingState.LIVE)
        assert row.checked_at is not None
        assert row.checked_at.date() == checked
        assert provider(session, row.provider_id).arrangement is Arrangement.COMMUNITY
        assert windows_of(session, row.id) == (Window((1,), time(12), time(14)),)
        assert [rate.unit for rate in rates_of(session, row.id)] == [Unit.FREE]
        origin = queries.origin(session, row.id)
        assert origin is not None
        assert (origin.source, origin.dated_on) == ("Exmouth list", checked)
        assert [offering.id for offering in candidates(session, now, {})] == [row.id]


def test_a_second_run_of_the_same_file_changes_nothing(database: Database, now: datetime) -> None:
    rows = [
        a_row(),
        a_row("2", "Seated Yoga", terms=("Yoga",)),
        a_row("3", "Scouts", ages=(6, 14)),
        a_row("4", "Exmouth Lunch Club"),
    ]
    with database.write() as session:
        first = bring_in(session, rows, now)
        before = _everything(session)
    with database.write() as session:
        again = bring_in(session, rows, now + timedelta(days=3))
        assert _everything(session) == before
    assert ended(first) == ["added", "added", "refused", "duplicate"]
    assert ended(again) == ["unchanged", "unchanged", "refused", "duplicate"]


def _everything(session: Session) -> list[str]:
    session.flush()
    return [repr(sorted(row.model_dump().items(), key=str)) for table in (Listing, ImportedListing, EventRow) for row in session.exec(
        select(table).order_by(col(table.id)))]  # fmt: skip


def test_a_changed_row_is_updated_with_its_times_and_prices(database: Database, now: datetime) -> None:
    with database.write() as session:
        bring_in(session, [a_row(windows=(Window((1,), time(12), time(14)),))], now)
        changed = a_row(
            title="Exmouth Lunch Club", free=False, prices=(SaidPrice(Unit.SESSION, 400),), description="Now with soup."
        )
        (line,) = bring_in(session, [changed], now)
        assert line.outcome is Outcome.UPDATED
        assert listing(session, line.listing_id).description == "Now with soup."
        assert [(rate.unit, rate.pence) for rate in rates_of(session, line.listing_id)] == [(Unit.SESSION, 400)]
        assert windows_of(session, line.listing_id) == ()


def test_a_trial_says_the_same_and_writes_nothing(database: Database, now: datetime) -> None:
    rows = [a_row(), a_row("2", "Exmouth Lunch Club"), a_row("3", "", problem="It has no name.")]
    with database.write() as session:
        trial = bring_in(session, rows, now, trial=True)
        assert session.exec(select(Listing)).all() == []
    with database.write() as session:
        real = bring_in(session, rows, now)
    assert ended(trial) == ended(real) == ["added", "duplicate", "refused"]
    assert [line.why for line in trial] == [line.why for line in real]
    assert [line.shown for line in trial] == [line.shown for line in real]


def test_a_run_broken_off_goes_on_where_it_was_and_ends_alike(database: Database, now: datetime) -> None:
    rows = [
        a_row(str(number), f"Club number {word}")
        for number, word in enumerate(("apple", "birch", "cedar", "damson", "elder"))
    ]
    rows.append(a_row("x", "Club number birch"))
    with database.write() as session:
        run_id = begin(
            session, source="s", dialect="csv", file_name="f", received_on=now.date(), is_trial=True, by=BY, now=now
        ).id
        run = queries.run(session, run_id)
        Importer(session, run, now).batch(session, run, rows[:4], by=BY, now=now)
    with database.write() as session:  # another process, that remembers nothing
        run = queries.run(session, run_id)
        assert run.rows_done == 4
        importer = Importer(session, run, now)
        while importer.batch(session, run, rows[run.rows_done : run.rows_done + 4], by=BY, now=now):
            pass
        lines = queries.lines(session, run_id)
        assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]
        assert lines[-1].outcome is Outcome.DUPLICATE
        assert run.ended_at == now


def test_personal_care_without_a_stated_basis_is_kept_and_never_shown(database: Database, now: datetime) -> None:
    care = a_row("c", "Bright Home Help", description="Our carers give personal care in your own home.", terms=())
    with database.write() as session:
        (line,) = bring_in(session, [care], now)
        row = listing(session, line.listing_id)
        assert flags(line) >= {"no_lawful_basis"}
        assert (line.shown, row.state, row.basis) == (False, ListingState.DRAFT, None)
        assert "personal_care" in row.kinds
        assert candidates(session, now, {}) == []
        with pytest.raises(NoLawfulBasis):
            enter(session, row, provider(session, row.provider_id), hidden="", checked_at=now, by=BY, now=now)


def test_an_agency_shows_its_number_and_waits_for_it_to_be_looked_up(database: Database, now: datetime) -> None:
    agency = a_row(
        "a",
        "Bluebell Care",
        description="We are a home care agency. Personal care by day.",
        cqc_number="1-134558905",
        terms=(),
    )
    bare = a_row("b", "Daisy Domiciliary Care", description="A domiciliary care agency.", terms=("Befriending",))
    with database.write() as session:
        first, second = bring_in(session, [agency, bare], now)
        row = listing(session, first.listing_id)
        assert provider(session, row.provider_id).arrangement is Arrangement.REGISTERED_AGENCY
        assert row.basis is Basis.REGISTERED
        assert not first.shown
        assert "cqc_number_unchecked" in flags(first)
        assert not second.shown
        assert "no_cqc_number" in flags(second)


def test_what_the_desk_took_down_stays_down_whatever_a_file_says(database: Database, now: datetime) -> None:
    with database.write() as session:
        (line,) = bring_in(session, [a_row()], now)
        suspend(session, line.listing_id, by=System("test"), now=now, why="Not safe.")
        (again,) = bring_in(session, [a_row(description="All is well now.")], now)
        assert again.outcome is Outcome.UPDATED
        assert not again.shown
        assert listing(session, line.listing_id).state is ListingState.SUSPENDED


def test_what_the_source_closes_leaves_search_and_a_closed_newcomer_is_refused(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        (line,) = bring_in(session, [a_row()], now)
        (closed,) = bring_in(session, [a_row(closed="defunct")], now)
        (never,) = bring_in(session, [a_row("9", "Gone Long Ago", closed="inactive")], now)
        assert closed.outcome is Outcome.UPDATED
        assert live_listings(session, now) == []
        assert never.outcome is Outcome.REFUSED
        assert never.why == "The source says it is inactive."
        (open_again,) = bring_in(session, [a_row()], now)
        assert open_again.shown
        assert [row.id for row in live_listings(session, now)] == [line.listing_id]


@pytest.mark.parametrize(
    ("facts", "flag"),
    [
        ({"dated_on": date(2025, 6, 1)}, "old_date"),
        ({"last_day": date(2026, 11, 1)}, "last_day_past"),
        ({"place": SaidPlace()}, "no_place"),
        ({"terms": (), "title": "Zyx", "description": "Zyx."}, "no_kind"),
    ],
)
def test_what_the_public_could_not_use_is_kept_and_not_shown(
    facts: dict[str, Any], flag: str, database: Database, now: datetime
) -> None:
    with database.write() as session:
        (line,) = bring_in(session, [a_row(**facts)], now)
        assert line.outcome is Outcome.ADDED
        assert not line.shown
        assert flag in flags(line)
        assert line.why.startswith("Kept, not on show. ")
        assert candidates(session, now, {}) == []


def test_a_row_of_no_place_is_shown_where_somebody_says_which_area_the_list_serves(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        (line,) = bring_in(session, [a_row(place=SaidPlace())], now, districts=("EX8", "EX9"))
        assert line.shown
        assert listing(session, line.listing_id).districts == ["EX8", "EX9"]


def test_freshness_counts_from_the_source_s_own_day_and_ends_a_year_later(database: Database, now: datetime) -> None:
    with database.write() as session:
        bring_in(session, [a_row(dated_on=now.date() - timedelta(days=300))], now)
        assert len(live_listings(session, now)) == 1
        assert live_listings(session, now + timedelta(days=66)) == []


def test_a_series_leaves_search_the_day_after_its_last_date(database: Database, now: datetime) -> None:
    with database.write() as session:
        bring_in(session, [a_row(last_day=date(2026, 12, 1))], now)
        assert len(live_listings(session, datetime(2026, 12, 1, 22, tzinfo=UTC))) == 1
        assert live_listings(session, datetime(2026, 12, 2, 1, tzinfo=UTC)) == []


def test_a_row_is_a_duplicate_of_what_a_provider_wrote_themself(database: Database, now: datetime) -> None:
    with database.write() as session:
        owner = a_provider(session, name="Exmouth Lunch Club")
        own = a_listing(session, owner, title="Exmouth Lunch Club", postcode="EX8 1QB")
        (line,) = bring_in(session, [a_row()], now)
        assert line.outcome is Outcome.DUPLICATE
        assert line.other_id == own.id
        assert "the same postcode, EX8 1QB" in line.why


def test_the_same_id_twice_in_one_file_is_said(database: Database, now: datetime) -> None:
    with database.write() as session:
        lines = bring_in(session, [a_row("1", "Alpha singing"), a_row("1", "Omega football")], now)
        assert ended(lines) == ["added", "duplicate"]
        assert lines[1].why == "It has the same id as row 1 of this file. Only the first is looked at."


def test_two_sources_with_the_same_ids_stay_apart(database: Database, now: datetime) -> None:
    with database.write() as session:
        (one,) = bring_in(session, [a_row("1", "Alpha singing")], now, source="A")
        (other,) = bring_in(session, [a_row("1", "Omega football")], now, source="B")
        assert one.listing_id != other.listing_id
        assert other.outcome is Outcome.ADDED


def test_the_report_says_every_row_and_no_cell_of_it_is_a_formula(database: Database, now: datetime) -> None:
    rows = [a_row("=1+1", '=HYPERLINK("http://evil.example")'), a_row("2", "Plain Club", place=EXMOUTH)]
    with database.write() as session:
        lines = bring_in(session, rows, now)
        written = "".join(reports.as_csv(lines))
    assert written.count("\r\n") == 3
    assert "\r\n=" not in written
    assert ",=" not in written
    assert "'=1+1" in written
    assert "added" in written


@pytest.mark.parametrize(
    ("name", "path", "added", "duplicates", "refused"),
    [
        ("suffolk", "suffolk-events/suffolk_series_DEV_ipswich.jsonl", 113, 12, 23),
        ("hounslow", "hounslow-services", 308, 2, 3),
        ("outpost", "outpost-import/services_template_with_sample.csv", 1, 0, 1),
    ],
)
def test_the_whole_files_end_as_they_were_read_by_a_person(
    name: str,
    path: str,
    added: int,
    duplicates: int,
    refused: int,
    shared: Path,
    sqlite_database: Database,
    now: datetime,
) -> None:
    rows = list(DIALECTS[name].read(bundle(shared / "data" / path), {}))
    with sqlite_database.write() as session:
        lines = bring_in(session, rows, now, source=name)
        counts = reports.summary(session, lines[0].run_id)
        assert [counts.outcomes[one] for one in (Outcome.ADDED, Outcome.DUPLICATE, Outcome.REFUSED)] == [
            added,
            duplicates,
            refused,
        ]
        assert counts.rows == len(rows)
    with sqlite_database.write() as session:
        again = bring_in(session, rows, now, source=name)
        assert {line.outcome for line in again} <= {Outcome.UNCHANGED, Outcome.DUPLICATE, Outcome.REFUSED}
