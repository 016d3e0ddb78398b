"""How long a search takes, from words to ten explained results, beside SQLite FTS5 and plain rapidfuzz in the same run."""

import random
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from market.core.clock import SystemClock
from market.core.database import Database
from market.core.places import PlaceNames
from market.migrations.upgrade import upgrade
from market.search.live import LiveIndex
from market.seeding import load_demo
from matching.index import Index
from matching.need import Need
from matching.offering import Offering, Point
from matching.search import search

NEEDS = (
    "Dad can't get to his allotment since his fall",
    "somebody to cook a proper dinner and eat it with mum",
    "lift to the hospital on thursday",
    "she gets muddled at night and wanders",
    "cleaner two hours a week",
    "I want to sing again",
    "help with PIP forms",
    "polish speaking lady to help with washing mornings",
)
HERE = Point(305908, 82231)
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> list[Offering]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('bench') / 'county.db'}")
    upgrade(database)
    now = SystemClock().now()
    load_demo(database, now)
    with database.read() as session:
        return list(LiveIndex().fresh(session, now))


def copies(originals: Sequence[Offering], count: int) -> list[Offering]:
    """Copies with words left out and swapped, and places spread over 100 miles: a larger market of the same kind."""
    chance = random.Random(1)
    made = []
    for number in range(count):
        one = originals[number % len(originals)]
        words = one.description.split()
        kept = [word for word in words if chance.random() > 0.15]
        chance.shuffle(kept[: len(kept) // 2])
        shift = Point(chance.randint(-80_000, 80_000), chance.randint(-80_000, 80_000))
        points = tuple(Point(p.easting + shift.easting, p.northing + shift.northing) for p in one.points)
        made.append(replace(one, id=f"{one.id}_{number}", description=" ".join(kept), points=points))
    return made


def timed(ask: Callable[[str], object], rounds: int) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds over the needs, `rounds` times."""
    taken = []
    for _ in range(rounds):
        for words in NEEDS:
            start = time.perf_counter()
            ask(words)
            taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.95)]


@pytest.mark.parametrize("size", [0, 10_000], ids=["county", "10,000"])
def test_search_beside_fts5_and_rapidfuzz(county: list[Offering], size: int, tmp_path: Path) -> None:
    offerings = copies(county, size) if size else county
    started = time.perf_counter()
    index = Index.build(offerings)
    built = time.perf_counter() - started
    places = PlaceNames()
    full_text = _fts5(tmp_path / "fts.db", offerings)
    texts = [f"{one.title} {one.description}" for one in offerings]
    rounds = 5 if size == 0 else 2

    figures = {
        "alongside": timed(lambda words: search(index, Need(words, HERE), gazetteer=places, today=DAY), rounds),
        "SQLite FTS5": timed(full_text, rounds),
        "rapidfuzz": timed(lambda words: process.extract(words, texts, scorer=fuzz.token_set_ratio, limit=10), rounds),
    }
    start = time.perf_counter()
    for one in offerings[:100]:
        index.put(one)
    changed = (time.perf_counter() - start) * 10
    print(f"\n{len(offerings):,} offerings: built in {built:.2f} s, {changed:.2f} ms for a changed listing")
    floor = figures["SQLite FTS5"][0]
    for name, (median, high) in figures.items():
        print(f"  {name:12} p50 {median:8.2f} ms   p95 {high:8.2f} ms   {median / floor:6.1f} x FTS5")


def _fts5(file: Path, offerings: Sequence[Offering]) -> Callable[[str], object]:
    connection = sqlite3.connect(file)
    connection.execute("CREATE VIRTUAL TABLE o USING fts5(id UNINDEXED, words, tokenize = 'porter')")
    connection.executemany(
        "INSERT INTO o VALUES (?, ?)", [(one.id, f"{one.title} {one.description}") for one in offerings]
    )

    def ask(words: str) -> object:
        query = " OR ".join(f'"{word}"' for word in words.replace("'", " ").split())
        return connection.execute("SELECT id FROM o WHERE o MATCH ? ORDER BY rank LIMIT 10", (query,)).fetchall()

    return ask
