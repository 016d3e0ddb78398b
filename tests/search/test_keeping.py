"""A long-lived process keeps its index ready by itself, and encodes no listing that another has."""

import gc
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

import numpy as np

from market.core.clock import StandingClock
from market.core.database import Database
from market.search.keeping import keep_ready
from market.search.kept_vectors import KeptVectors
from market.search.live import LiveIndex
from matching.knowledge.library import shipped
from matching.postings import Floats
from matching.vectors.hearing import Hearing
from matching.vectors.meanings import Meanings
from tests.factories import county
from tests.matching.markets import LettersEncoder
from tests.search.test_live import retitle

PATIENCE_SECONDS = 20


class CountingEncoder(LettersEncoder):
    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.encoded.extend(texts)
        return super().encode(texts)


def test_two_processes_encode_a_text_once_between_them(tmp_path: Path) -> None:
    encoders = CountingEncoder(), CountingEncoder()
    one, other = (KeptVectors(encoder, tmp_path / "search" / "vectors.db") for encoder in encoders)
    texts = [f"text number {number}" for number in range(900)]
    first = one.encode(texts)
    assert np.allclose(other.encode([*texts[5:], "a new one"])[:-1], first[5:], atol=1e-3)
    assert encoders[1].encoded == ["a new one"]
    assert one.encode([]).shape == (0, 32)
    assert np.allclose(one.encode(["a new one"]), encoders[1].encode(["a new one"]), atol=1e-3)
    assert "a new one" not in encoders[0].encoded


def until(happens: Callable[[], bool]) -> None:
    """Wait for it, and fail when it takes too long."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while not happens():
        assert time.monotonic() < give_up
        time.sleep(0.02)


def test_a_process_comes_to_hear_by_meaning_and_keeps_up_with_changes(
    database: Database, clock: StandingClock, now: datetime, tmp_path: Path
) -> None:
    with database.write() as session:
        provider = county.provider(session, "Terry", now)
        listing = county.listing(session, provider, now, tiers=[])
        county.listing(session, county.provider(session, "Gill", now), now, tiers=[])
    kept = KeptVectors(CountingEncoder(), tmp_path / "vectors.db")
    live = LiveIndex(
        tmp_path / "index.snapshot",
        lambda: Hearing(LettersEncoder(), shipped().layer, Meanings(kept)),
    )
    stop = Event()
    gc.unfreeze()
    thread = Thread(target=keep_ready, args=(live, database, clock, stop))
    thread.start()
    try:
        until(lambda: live.kept)
        assert (tmp_path / "index.snapshot").exists()
        with database.write() as session:
            retitle(session, listing, "Harpsichord lessons", now)

        def heard() -> bool:
            with database.read() as session:
                index = live.fresh(session, now)
            assert index.hearing is not None
            found = index.get(listing.id)
            return found is not None and found.title == "Harpsichord lessons" and index.hearing.meanings.share == 1

        until(heard)
        until(lambda: gc.get_freeze_count() > 0)
    finally:
        stop.set()
        thread.join(PATIENCE_SECONDS)
        gc.unfreeze()
    assert not thread.is_alive()
