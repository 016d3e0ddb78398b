"""Ten thousand rows in under a minute, in memory that does not grow with their number: `./dev bench -k import`."""

import json
import random
import resource
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

import pytest

from market.core.clock import SystemClock
from market.core.database import Database
from market.migrations.every_table import METADATA
from providers.interchange import reports
from providers.interchange.dialects.bundle import bundle
from providers.interchange.importing import BATCH
from providers.interchange.rules import Outcome
from providers.interchange.running import Reading, begin
from tests.interchange.conftest import BY

ROWS = 10_000
MOST_SECONDS = 60
MOST_GROWTH_MB = 120
"""Between a quarter of the rows and all of them: the index of what twins are looked for among grows, the rest must not."""
_FIRST = (
    "Sea",
    "Moor",
    "Hill",
    "River",
    "Garden",
    "Market",
    "Station",
    "Harbour",
    "Meadow",
    "Orchard",
    "Castle",
    "Chapel",
)
_WHAT = (
    "Singers",
    "Lunch Club",
    "Seated Yoga",
    "Men's Shed",
    "Memory Cafe",
    "Walking Group",
    "Craft Circle",
    "Befriending",
    "Carers Group",
)
_TERMS = (
    "Singing",
    "Lunch clubs",
    "Yoga",
    "Social clubs and groups",
    "Dementia",
    "Walking",
    "Arts / Crafts",
    "Befriending",
    "Carers",
)


@pytest.mark.timeout(1800)
def test_ten_thousand_rows_under_a_minute_with_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    _write(path)
    database = Database(f"sqlite:///{tmp_path / 'bench.db'}")
    METADATA.create_all(database.engine)
    clock, began, busy, sizes = SystemClock(), perf_counter(), process_time(), []
    with database.write() as session:
        run = begin(
            session, source="Bench", dialect="open-referral-uk", file_name=path.name, received_on=clock.now().date(), is_trial=False,
            by=BY, now=clock.now(),
        )  # fmt: skip
    reading, ended = Reading(bundle(path)), False
    while not ended:
        with database.write() as session:
            ended = reading.take(session, run.id, by=BY, now=clock.now()).ended_at is not None
        sizes.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    seconds, worked = perf_counter() - began, process_time() - busy
    with database.read() as session:
        found = reports.summary(session, run.id)
    growth = sizes[-1] - sizes[len(sizes) // 4]
    memory = (
        f"memory {sizes[0]:.0f} MB after {BATCH} rows, {sizes[-1]:.0f} MB at the end, +{growth:.0f} from a quarter on"
    )
    print(f"\nimport: {ROWS:,} rows in {seconds:.1f} s, {worked:.1f} s of one core; {memory}")
    print(f"  {', '.join(f'{many:,} {outcome}' for outcome, many in found.outcomes.items())}; {found.shown:,} on show")
    database.close()
    assert found.rows == ROWS
    assert found.outcomes[Outcome.ADDED] > ROWS * 0.7
    assert (
        worked < MOST_SECONDS
    )  # what it takes where nothing else runs: the clock on the wall says how busy the machine is
    assert growth < MOST_GROWTH_MB


def _write(path: Path) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.write('{"total_items": %d, "contents": [' % ROWS)  # noqa: UP031  (braces of JSON)
        for number, record in enumerate(_records()):
            out.write(("," if number else "") + json.dumps(record))
        out.write("]}")


def _records() -> Iterator[dict[str, object]]:
    chance = random.Random(1)
    for number in range(ROWS):
        what = chance.randrange(len(_WHAT))
        place = f"{chance.choice(_FIRST)}{chance.choice(_FIRST).lower()} {chance.choice('ABCDEFGHJKLM')}{number}"
        yield {
            "id": f"s{number}",
            "name": f"{place} {_WHAT[what]}",
            "description": f"<p>{_WHAT[what]} at {place}, every week. Tea, company and a warm welcome.</p>" * 3,
            "status": "active",
            "assured_date": "2026-10-01",
            "organization": {"id": f"o{number // 2}", "name": f"Friends of {place}"},
            "schedules": [{"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}],
            "cost_options": [{"amount": 3, "amount_description": "per session"}],
            "attributes": [{"taxonomy_term": {"name": _TERMS[what]}}],
            "service_at_locations": [{"location": {"addresses": [_address(number, chance)]}}],
        }


def _address(number: int, chance: random.Random) -> dict[str, str]:
    postcode = f"EX{chance.randrange(1, 9)} {chance.randrange(1, 6)}AB"
    return {"address_1": f"{number} High Street", "city": "Exmouth", "postal_code": postcode}
