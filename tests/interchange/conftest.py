"""What tests of in and out share: bringing rows in without a file, and the standard's schemas."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from sqlmodel import Session

from market.core.actor import System
from providers.interchange import queries
from providers.interchange.entry import Entry
from providers.interchange.importing import Importer
from providers.interchange.running import begin
from providers.interchange.tables import ImportLine
from tests.interchange.written import checks

BY = System("import")
Validate = Callable[[str, Any], list[str]]


@pytest.fixture(scope="session")
def valid(shared: Path) -> Validate:
    """Everything wrong with a document by one schema of Open Referral UK 3.0: all 17 in one registry, formats checked."""
    folder = shared / "data" / "open-referral" / "oruk_3.0" / "schemata"
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    assert len(schemas) == 17
    resources = (
        (name, Resource.from_contents(body, default_specification=DRAFT202012)) for name, body in schemas.items()
    )
    registry: Registry[Any] = Registry().with_resources(resources)
    formats = FormatChecker()
    for name, check in checks().items():
        formats.checks(name)(check)

    def wrong(name: str, document: Any) -> list[str]:
        checker = Draft202012Validator(schemas[f"{name}.json"], registry=registry, format_checker=formats)
        return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)]

    return wrong


def bring_in(
    session: Session,
    entries: Iterable[Entry],
    now: datetime,
    *,
    source: str = "A directory",
    trial: bool = False,
    **said: Any,
) -> list[ImportLine]:
    """Run rows through an import in one go, and give how each ended."""
    received = said.pop("received_on", now.date())
    run = begin(
        session,
        source=source,
        dialect="csv",
        file_name="rows.csv",
        received_on=received,
        is_trial=trial,
        by=BY,
        now=now,
        **said,
    )
    importer, rows = Importer(session, run, now), iter(list(entries))
    while importer.batch(session, run, _some(rows), by=BY, now=now):
        pass
    return list(queries.lines(session, run.id))


def _some(rows: Iterator[Entry]) -> list[Entry]:
    return list(islice(rows, 60))
