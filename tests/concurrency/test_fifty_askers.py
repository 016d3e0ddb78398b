"""Fifty people ask for one slot at the same moment: one gets it, forty-nine are told kindly.

First with the lock taken away, to show that the race is real and the test can see it; then with it.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from threading import Barrier

from market.bookings import asking
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.errors import SlotsTaken
from market.bookings.rules import Wish
from market.core.actor import Actor, Role
from market.core.database import Database
from tests.factories import county

ASKERS = 50
ONE_SLOT = Wish(date(2026, 12, 1), time(9), time(10))
Asker = tuple[Actor, str]


def test_without_the_lock_the_slot_is_sold_more_than_once(database: Database, now: datetime) -> None:
    """The control: the same look, then the same taking, with nothing held between. Everybody looks before anybody takes."""
    askers, wanted = _fifty(database, now)
    few = askers[:5]
    barrier = Barrier(len(few))

    def look_then_take(asker: Asker, key: str) -> None:
        actor, person_id = asker
        with database.write() as session:
            run = quote_run(session, actor, person_id, wanted, now=now)
        barrier.wait(timeout=60)
        with database.write() as session:
            booking = asking._write_booking(session, actor, run, key, now)
            asking._write_visits(session, actor, run, booking, now)

    assert _all_at_once(few, look_then_take) == {"got it": len(few)}


def test_with_the_lock_one_wins_and_forty_nine_are_told(database: Database, now: datetime) -> None:
    askers, wanted = _fifty(database, now)

    def ask(asker: Asker, key: str) -> None:
        actor, person_id = asker
        with database.write() as session:
            ask_for(session, actor, person_id, wanted, seen_pence=1700, leave_out_taken=False, key=key, now=now)

    assert _all_at_once(askers, ask) == {"got it": 1, "told kindly": ASKERS - 1}


def _fifty(database: Database, now: datetime) -> tuple[list[Asker], Wanted]:
    with database.write() as session:
        here = county.small_county(session, now)
        askers = []
        for number in range(ASKERS):
            whose = county.person(session, f"Person {number}", now, here.council)
            county.pot(session, whose, 10_000, now)
            actor = county.actor(session, Role.CUSTOMER_DIRECT_PAYMENT, whose.name, now, person_id=whose.id)
            askers.append((actor, whose.id))
        return askers, Wanted(here.aleds_listing.id, ONE_SLOT)


def _all_at_once(askers: list[Asker], ask: Callable[[Asker, str], None]) -> Counter[str]:
    def one(number: int) -> str:
        try:
            ask(askers[number], f"k{number}")
        except SlotsTaken:
            return "told kindly"
        return "got it"

    with ThreadPoolExecutor(max_workers=len(askers)) as pool:
        return Counter(pool.map(one, range(len(askers))))
