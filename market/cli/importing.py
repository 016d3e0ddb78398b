"""`alongside import`: listings from a file. Each row ends as added, updated, unchanged, duplicate or refused, with the reason.

The product's own dialect, `alongside-toml`, is the format of `seeds/demo/providers` (seeds/demo/README.md says every field).
What others publish is read by `providers.interchange`; a run that was broken off goes on where it was when begun again.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import typer
from rich.progress import Progress, TextColumn, TimeElapsedColumn
from sqlmodel import Session

from market.cli.wiring_up import Started, console, fail
from market.core.actor import System
from market.core.errors import Refusal
from market.core.places import PlaceUnknown
from market.core.times import wall_day
from market.people.inviting import which_authority
from market.seeding.accounts import provider_id
from market.seeding.providers import add_provider
from market.seeding.reading import Table, Today
from providers.interchange import queries, reports
from providers.interchange.dialects.bundle import bundle
from providers.interchange.dialects.table import DIALECTS as OTHERS
from providers.interchange.rules import Outcome
from providers.interchange.running import Reading, begin
from providers.organisations.tables import Provider

OWN = "alongside-toml"
DIALECTS = (OWN, *OTHERS)
_BY = System("import")


@dataclass(frozen=True)
class Said:
    """What the command line says of a whole file."""

    dialect: str
    source: str = ""
    authority: str = ""
    as_of: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    districts: Sequence[str] = ()
    report: Path | None = None


class _NotKept(Exception):
    """A dry run ends by undoing itself."""


def import_others(started: Started, file: Path, said: Said, *, keep: bool) -> bool:
    """Bring in what somebody else publishes, print its report in short, and write it whole where asked. False when unreadable."""
    run_id = _begin(started, file, said, keep=keep)
    try:
        _read_on(started, file, run_id)
    except Refusal:
        with started.database.write() as session:
            run = queries.run(session, run_id)
            run.ended_at, run.trouble = started.clock.now(), "The file could not be read to its end."
            session.add(run)
        raise
    with started.database.read() as session:
        _print(session, run_id, said.report, keep=keep)
    return True


def _begin(started: Started, file: Path, said: Said, *, keep: bool) -> str:
    """A new run, or the one of the same file that was broken off."""
    now = started.clock.now()
    with started.database.write() as session:
        council = which_authority(session, said.authority) if said.authority else None
        source = said.source or OTHERS[said.dialect].label
        name = str(file.resolve().name)
        file_hash = bundle(file).content_hash()
        broken_off = queries.unfinished(
            session, source=source, dialect=said.dialect, file_hash=file_hash, is_trial=not keep, by=_BY.says,
            columns=dict(said.columns), districts=said.districts,
        )  # fmt: skip
        if broken_off is not None:
            typer.echo(f"Going on after row {broken_off.rows_done}.", err=True)
            return broken_off.id
        run = begin(
            session, source=source, dialect=said.dialect, file_name=name, file_hash=file_hash, is_trial=not keep, by=_BY, now=now,
            received_on=said.as_of or wall_day(now), columns=dict(said.columns), districts=said.districts,
            authority=(council.id, council.name) if council else (None, ""),
        )  # fmt: skip
        return run.id


def _read_on(started: Started, file: Path, run_id: str) -> None:
    reading = Reading(bundle(file))
    bar = Progress(TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True)
    with bar:
        task = bar.add_task("0 rows", total=None)
        done = False
        while not done:
            with started.database.write() as session:
                current = reading.take(session, run_id, by=_BY, now=started.clock.now())
                done = current.ended_at is not None
            bar.update(task, description=f"{current.rows_done:,} rows")


def _print(session: Session, run_id: str, report: Path | None, *, keep: bool) -> None:
    found = reports.summary(session, run_id)
    for line in queries.lines(session, run_id):
        if line.outcome in {Outcome.REFUSED, Outcome.DUPLICATE}:
            typer.echo(f"{line.outcome:10} {line.title or line.source_id}: {line.why}")
    typer.echo("")
    for outcome, many in found.outcomes.items():
        typer.echo(f"{many:6,} {outcome}")
    verb = "are" if keep else "would be"
    typer.echo(f"{found.shown:6,} of those added or updated {verb} on show")
    for _, words, many in found.flags:
        typer.echo(f"{many:6,} flagged: {words}.")
    if report is not None:
        with report.open("w", encoding="utf-8", newline="") as out:
            out.writelines(reports.as_csv(queries.lines(session, run_id)))
        typer.echo(f"Every row stands in {report}.")
    if not keep:
        typer.echo("Nothing was kept: this was a dry run.")


def columns_from(mapping: Sequence[str]) -> dict[str, str]:
    """`["title=Service name"]` as a mapping. Stops the command for one that is not of that shape."""
    parts = [one.partition("=") for one in mapping]
    if any(not mark or not name or not column for name, mark, column in parts):
        fail("Write each column as FIELD=COLUMN, for example --column 'title=Service name'.", 2)
    return {name.strip(): column.strip() for name, _, column in parts}


def import_listings(started: Started, file: Path, *, keep: bool) -> Iterator[str]:
    """Bring in every provider of a file of our own with its listings. A second run of the same file changes nothing."""
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8")).get("provider", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        yield f"refused    {file.name}: it cannot be read as TOML ({trouble})."
        return
    if not rows:
        yield f"refused    {file.name}: there is no [[provider]] in it."
        return
    today = Today(started.clock.now())
    said: list[str] = []
    try:
        with started.database.write() as session:
            said = [_one(session, row, today) for row in rows]
            if not keep:
                raise _NotKept
    except _NotKept:
        said.append("Nothing was kept: this was a dry run.")
    yield from said


def _one(session: Session, row: Table, today: Today) -> str:
    name = row.get("name") or row.get("key") or "a provider without a name"
    if session.get(Provider, provider_id(str(row.get("key")))) is not None:
        return f"unchanged  {name}: already here."
    try:
        with session.begin_nested():
            add_provider(session, row, {}, {}, {}, today)
    except PlaceUnknown as unknown:
        return f"refused    {name}: there is no postcode {unknown.typed}."
    except KeyError as missing:
        return f"refused    {name}: the field {missing} is missing."
    except (ValueError, TypeError) as wrong:
        return f"refused    {name}: {wrong}."
    listings = len(row.get("listing", ()))
    return f"added      {name}: {listings} listing{'' if listings == 1 else 's'}."
