"""Two workers read one import, or two imports of one source, at the same moment: each row is taken once.

First with the lock taken away, to show that the race is real and the test can see it; then with it.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import islice
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa
from sqlmodel import select

from market.core.database import Database
from providers.interchange import queries
from providers.interchange.dialects.bundle import Bundle, bundle
from providers.interchange.importing import Importer
from providers.interchange.rules import Outcome
from providers.interchange.running import Reading, begin, entries
from providers.interchange.tables import ImportedListing, ImportLine
from tests.interchange.conftest import BY

ROWS = 24
BATCH = 4


@pytest.fixture
def files(tmp_path: Path) -> Bundle:
    places = ("Oakham", "Elmstead", "Ashburn", "Yewley", "Firton", "Boxford", "Bayham", "Figbury")
    kinds = ("Singers", "Lunch Club", "Yoga Circle")
    names = [f"{place} {kind}" for place in places for kind in kinds]
    path = tmp_path / "list.csv"
    path.write_text("Name,Category\n" + "".join(f"{name},Singing\n" for name in names), encoding="utf-8")
    return bundle(path)


def a_run(database: Database, now: datetime) -> str:
    with database.write() as session:
        return begin(
            session, source="A list", dialect="csv", file_name="list.csv", received_on=now.date(), is_trial=False, by=BY,
            now=now, columns={"title": "Name", "categories": "Category"},
        ).id  # fmt: skip


def both(do: Callable[[int], str]) -> Counter[str]:
    with ThreadPoolExecutor(2) as pool:
        return Counter(pool.map(do, range(2)))


def numbers(database: Database) -> list[int]:
    with database.read() as session:
        return sorted(session.exec(select(ImportLine.number)))


def test_without_the_lock_the_same_rows_are_taken_twice(database: Database, files: Bundle, now: datetime) -> None:
    """The control: both look where the run stands before either takes a row."""
    run_id, barrier = a_run(database, now), Barrier(2)

    def look_then_take(_: int) -> str:
        with database.read() as session:
            run = queries.run(session, run_id)
            importer = Importer(session, run, now)
            rows = list(islice(entries(files, run), run.rows_done, run.rows_done + BATCH))
        barrier.wait(timeout=60)
        try:
            with database.write() as session:
                importer.batch(session, queries.run(session, run_id), rows, by=BY, now=now)
        except sa.exc.IntegrityError:
            return "lost"
        return "taken"

    ended = both(look_then_take)
    assert ended["lost"] == 1 or numbers(database) == list(range(1, 2 * BATCH + 1))


def test_with_the_lock_two_readers_of_one_run_take_each_row_once(
    database: Database, files: Bundle, now: datetime
) -> None:
    run_id, barrier = a_run(database, now), Barrier(2)

    def read_to_the_end(_: int) -> str:
        reading, ended = Reading(files, BATCH), False
        barrier.wait(timeout=60)
        while not ended:
            with database.write() as session:
                ended = reading.take(session, run_id, by=BY, now=now).ended_at is not None
        return "done"

    assert both(read_to_the_end) == {"done": 2}
    assert numbers(database) == list(range(1, ROWS + 1))
    with database.read() as session:
        names = session.exec(select(ImportLine.title).order_by(sa.text("number"))).all()
        assert len(set(names)) == ROWS
        assert queries.outcomes(session, run_id)[Outcome.ADDED] == len(session.exec(select(ImportedListing)).all())


def test_two_runs_of_one_source_at_once_add_each_row_once(database: Database, files: Bundle, now: datetime) -> None:
    runs, barrier = [a_run(database, now), a_run(database, now)], Barrier(2)

    def read_to_the_end(which: int) -> str:
        reading, ended = Reading(files, BATCH), False
        barrier.wait(timeout=60)
        while not ended:
            with database.write() as session:
                ended = reading.take(session, runs[which], by=BY, now=now).ended_at is not None
        return "done"

    assert both(read_to_the_end) == {"done": 2}
    with database.read() as session:
        found = [queries.outcomes(session, run_id) for run_id in runs]
        assert all(sum(one.values()) == ROWS for one in found)
        assert sum(one[Outcome.ADDED] for one in found) == len(session.exec(select(ImportedListing)).all())
