"""The live index stays true: over several processes, over a change that commits late or not at all, over a restart."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from market.core.actor import System
from market.core.database import Database
from market.core.events import record
from market.core.tables import EventRow
from market.core.times import wall_day
from market.search import live as live_index
from market.search.live import LiveIndex
from matching.index import Index
from matching.knowledge.library import shipped
from matching.vectors.hearing import Hearing
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from tests.factories import county
from tests.matching.markets import LettersEncoder

BY = System("test")


@pytest.fixture
def market(database: Database, now: datetime) -> dict[str, tuple[Provider, Listing]]:
    """Four providers with a listing each."""
    made = {}
    with database.write() as session:
        for name in ("Terry", "Doreen", "Gill", "Sandra"):
            provider = county.provider(session, name, now)
            made[name] = (provider, county.listing(session, provider, now, tiers=[]))
    return made


def retitle(session: Session, listing: Listing, title: str, now: datetime) -> None:
    row = session.get_one(Listing, listing.id)
    row.title = title
    session.add(row)
    record(session, "listing.published", at=now, by=BY, subject=row.id, provider_id=row.provider_id)


def title(live: LiveIndex, database: Database, listing: Listing, now: datetime) -> str | None:
    with database.read() as session:
        found = live.fresh(session, now).get(listing.id)
    return found.title if found else None


def test_two_processes_see_the_same_whoever_made_the_change(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime
) -> None:
    pages, worker = LiveIndex(), LiveIndex()
    _, terrys = market["Terry"]
    assert title(pages, database, terrys, now) == title(worker, database, terrys, now) == terrys.title
    with database.write() as session:
        retitle(session, terrys, "Allotments and company", now)
    assert title(pages, database, terrys, now) == title(worker, database, terrys, now) == "Allotments and company"
    with database.write() as session:
        row = session.get_one(Listing, terrys.id)
        row.checked_at = now - timedelta(days=400)
        session.add(row)
        record(session, "listing.stale", at=now, by=BY, subject=row.id, provider_id=row.provider_id)
    assert title(pages, database, terrys, now) is title(worker, database, terrys, now) is None
    assert len(pages) == len(worker) == 3


def test_a_change_that_commits_after_a_later_one_is_seen(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime
) -> None:
    if database.is_sqlite:
        pytest.skip("On SQLite writers take turns: events commit in their order.")
    live = LiveIndex()
    (_, slow), (_, quick) = market["Terry"], market["Gill"]
    assert title(live, database, quick, now) == quick.title
    with database.write() as session:
        retitle(session, slow, "Slow to commit", now)
        session.flush()
        with database.write() as other:
            retitle(other, quick, "Quick to commit", now)
        assert title(live, database, quick, now) == "Quick to commit"
        assert title(live, database, slow, now) == slow.title
    assert title(live, database, slow, now) == "Slow to commit"


def test_what_was_taken_back_is_forgotten_and_its_number_may_serve_again(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime
) -> None:
    live = LiveIndex()
    (_, terrys), (_, gills) = market["Terry"], market["Gill"]
    assert title(live, database, terrys, now) == terrys.title

    class ChangedMind(Exception):
        pass

    def change_and_take_back() -> None:
        with database.write() as session:
            retitle(session, terrys, "Never so", now)
            found = live.fresh(session, now).get(terrys.id)
            assert found is not None
            assert found.title == "Never so"
            raise ChangedMind

    with pytest.raises(ChangedMind):
        change_and_take_back()
    with database.write() as session:
        retitle(session, gills, "Truly so", now)
    assert title(live, database, terrys, now) == terrys.title
    assert title(live, database, gills, now) == "Truly so"


def test_a_process_starts_from_what_another_kept_and_what_has_happened_since(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "search" / "index"
    first = LiveIndex(file)
    (_, terrys), (_, gills) = market["Terry"], market["Gill"]
    assert title(first, database, terrys, now)
    first.settle()
    with database.write() as session:
        retitle(session, gills, "Since then", now)
    again = LiveIndex(file)
    assert title(again, database, gills, now) == "Since then"
    assert title(again, database, terrys, now) == terrys.title
    assert len(again) == 4


@pytest.mark.parametrize("harm", ["broken", "older code", "another day", "newer rules"])
def test_a_snapshot_that_does_not_fit_is_built_anew(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime, tmp_path: Path, harm: str
) -> None:
    file = tmp_path / "index"
    live = LiveIndex(file)
    _, terrys = market["Terry"]
    assert title(live, database, terrys, now)
    live.settle()
    if harm == "broken":
        file.write_bytes(file.read_bytes()[:500])
    elif harm == "older code":
        file.write_bytes(b"alongside-index-0\n" + file.read_bytes()[18:])
    with database.write() as session:  # with no event: only reading everything anew finds it
        row = session.get_one(Listing, terrys.id)
        row.title = "Read anew"
        session.add(row)
    later = now + timedelta(days=1) if harm == "another day" else now
    assert title(LiveIndex(file), database, terrys, later) == "Read anew"


def test_a_snapshot_of_another_database_is_not_used(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "index"
    live = LiveIndex(file)
    _, terrys = market["Terry"]
    with database.write() as session:
        retitle(session, terrys, "Here", now)
    assert title(live, database, terrys, now) == "Here"
    live.settle()
    with database.write() as session:
        session.execute(sa.delete(EventRow))
        row = session.get_one(Listing, terrys.id)
        row.title = "In another life"
        session.add(row)
    assert title(LiveIndex(file), database, terrys, now) == "In another life"


def test_what_changes_while_the_index_is_laid_out_is_kept(
    sqlite_database: Database, now: datetime, tmp_path: Path
) -> None:
    with sqlite_database.write() as session:
        provider = county.provider(session, "Terry", now)
        listing = county.listing(session, provider, now, tiers=[])
    live = Meanwhile(tmp_path / "index", sqlite_database, listing, now)
    assert title(live, sqlite_database, listing, now) == listing.title
    live.settle()
    assert live.changed
    assert title(live, sqlite_database, listing, now) == "Meanwhile"


class Meanwhile(LiveIndex):
    """A live index in which somebody changes a listing just as the settling begins."""

    def __init__(self, file: Path, database: Database, listing: Listing, now: datetime) -> None:
        super().__init__(file)
        self._what, self.changed = (database, listing, now), False

    def laid_out(self, index: Index, facts: dict[str, Any]) -> Index:
        database, listing, now = self._what
        with database.write() as session:
            retitle(session, listing, "Meanwhile", now)
        laid = super().laid_out(index, facts)
        assert title(self, database, listing, now) == "Meanwhile"
        self.changed = True
        return laid


def test_vectors_come_later_and_then_count(
    database: Database, market: dict[str, tuple[Provider, Listing]], now: datetime
) -> None:
    live = LiveIndex(hears=lambda: Hearing(LettersEncoder(), shipped().layer))
    with database.read() as session:
        index = live.fresh(session, now)
    assert index.hearing is not None
    assert not index.hearing.ready
    assert [live.encode(3), live.encode(3), live.encode(3)] == [3, 1, 0]
    assert index.hearing.ready
    with database.write() as session:
        retitle(session, market["Gill"][1], "Something else", now)
    assert title(live, database, market["Gill"][1], now) == "Something else"
    assert live.encode(3) == 1


def test_at_midnight_in_a_large_market_nobody_waits_and_nothing_lapsed_is_shown(
    database: Database,
    market: dict[str, tuple[Provider, Listing]],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(live_index, "MANY", 1)
    live, tomorrow = LiveIndex(), now + timedelta(days=1)
    (_, terrys), (_, gills) = market["Terry"], market["Gill"]
    with database.write() as session:
        row = session.get_one(Listing, terrys.id)
        row.expires_on = wall_day(now)
        session.add(row)
    assert title(live, database, terrys, now) == terrys.title
    live.has_keeper = True
    with database.read() as session:
        assert terrys.id in live.fresh(session, tomorrow)  # not read anew: nobody waited
        assert terrys.id not in live.sure(session, [terrys.id, gills.id], tomorrow)
        assert gills.id in live.sure(session, [terrys.id, gills.id], tomorrow)
        live.turn_the_day(session, tomorrow)
        assert [terrys.id in live.fresh(session, tomorrow), len(live)] == [False, 3]
