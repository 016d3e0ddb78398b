"""Keeping the index of a long-lived process ready: true, with vectors, laid out, and written down for the next start.

Encoding a listing takes some thirty milliseconds, a county of them some ten seconds, so it is done here and never while
somebody waits. Until nearly all have their vectors words alone count; a changed listing has its own within a second or two.
The thread takes a breath between listings; making it "nice" would be worse, since it would be put off while it holds the
interpreter.
"""

import gc
from threading import Event

from market.core.clock import Clock
from market.core.database import Database
from market.core.log import log
from market.core.places import SEEDS
from market.core.settings import Settings
from market.search.kept_vectors import KeptVectors
from market.search.live import LiveIndex
from matching.knowledge.library import shipped
from matching.vectors.ear import ear_of
from matching.vectors.hearing import Hearing
from matching.vectors.meanings import Meanings
from matching.vectors.minilm import MiniLM, WeightsUnknown, installed
from matching.vectors.remembered import Remembered

DEMO_VECTORS = SEEDS / "demo" / "vectors"
"""The demo county's listings come with their vectors, so that a first start hears meaning at once."""
LISTINGS_AT_ONCE = 4
PAUSE_SECONDS, BREATH_SECONDS = 1.0, 0.02
ENOUGH_CHANGED, SHARE_CHANGED = 256, 0.05
"""After so many changes, and such a share, the index is laid out and kept anew."""


def long_lived(settings: Settings) -> LiveIndex:
    """The live index of a process that goes on: with a snapshot, and with vectors where the weights are installed."""
    folder = settings.data_folder / "search"
    return LiveIndex(folder / "index.snapshot", lambda: ears(settings))


def weights_at_hand(settings: Settings) -> MiniLM | None:
    """The encoder; None where it is not wanted, not installed, or not the one that was measured."""
    try:
        return installed() if settings.sentence_vectors else None
    except WeightsUnknown as unknown:
        log.error("search.weights_unknown", found=unknown.found)
        return None


def ears(settings: Settings) -> Hearing | None:
    """The encoder with its files; None where it is not at hand."""
    weights = weights_at_hand(settings)
    if weights is None:
        return None
    kept = KeptVectors(weights, settings.data_folder / "search" / "vectors.db")
    return Hearing(
        weights,
        shipped().layer,
        Meanings(Remembered(kept, None, DEMO_VECTORS) if settings.demo else kept),
        phrases=lambda: kept,
        ear=ear_of(weights),
    )


def keep_ready(live: LiveIndex, database: Database, clock: Clock, stop: Event) -> None:
    """Go on until `stop` is set. For a thread of its own."""
    live.has_keeper, pause, new = True, 0.0, True
    while not stop.wait(pause):
        try:
            busy = _round(live, database, clock)
            if new and not busy:
                leave_what_stays()
                new = False
            pause = BREATH_SECONDS if busy else PAUSE_SECONDS
        except Exception as trouble:  # the database or the disk may be away for a moment: pages go on by words
            log.error("search.keeping_trouble", error=type(trouble).__name__)
            pause = PAUSE_SECONDS


def leave_what_stays() -> None:
    """Python's collector looks no more at what is in memory now: the code, the knowledge, the index.

    It stays for the life of the process, and one look at all of it takes a quarter of a second, which falls into somebody's
    search (measured with 440,000 objects: 258 to 269 ms, and searches of 264 ms that took 10 without it).
    """
    gc.collect()
    gc.freeze()


def _round(live: LiveIndex, database: Database, clock: Clock) -> bool:
    """Bring the index up to date, then the next listings' vectors. Whether there was anything to do."""
    with database.read() as session:
        live.fresh(session, clock.now())
    with database.read() as session:  # a later look: what is put meanwhile must not be overwritten by an older one
        live.turn_the_day(session, clock.now())
    if live.encode(LISTINGS_AT_ONCE):
        return True
    if live.waits_for_settling > max(ENOUGH_CHANGED, SHARE_CHANGED * len(live)) or not live.kept:
        live.settle()
    return False
