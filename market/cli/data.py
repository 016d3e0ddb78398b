"""Commands on the database and its surroundings: migrate, seed, backup, doctor, import."""

import sqlite3
import subprocess
from datetime import date
from pathlib import Path
from shutil import which
from typing import Annotated

import sqlalchemy as sa
import typer

from market.cli.doctor import look_over
from market.cli.importing import DIALECTS, OWN, Said, columns_from, import_listings, import_others
from market.cli.wiring_up import console, fail, start
from market.core.places import PlaceNames
from market.migrations.upgrade import newest, standing_at, upgrade
from market.migrations.upgrade import write_migration as write
from market.payments.gateway import cards_from
from market.payments.smoke import Smoke
from market.payments.tables import SmokeRun
from market.seeding import load_demo


def migrate() -> None:
    """Bring the database to the newest shape."""
    started = start(checked=False)
    was = standing_at(started.database)
    upgrade(started.database)
    typer.echo(f"The database stood at {was or 'nothing'} and stands at {newest()}.")


def write_migration(message: Annotated[list[str], typer.Argument(help="What changes, in a few words.")]) -> None:
    """For makers: write the next migration from what the tables say and the current database lacks."""
    started = start()
    write(started.database, " ".join(message))


def seed() -> None:
    """Load the demo county into the current database. Loading again changes nothing."""
    started = start()
    loaded = load_demo(started.database, started.clock.now(), progress=lambda words: console.print(f"Loading {words}"))
    typer.echo("The demo county is loaded." if loaded else "The demo county was there already; nothing was changed.")


def backup(file: Annotated[Path, typer.Argument(help="Where to write the copy. It must not exist yet.")]) -> None:
    """Copy the whole database to a file while it is in use: SQLite as a database, PostgreSQL by pg_dump."""
    started = start(checked=False)
    if file.exists():
        fail(f"{file} is there already. Choose another name, so that no older copy is lost.")
    if started.database.is_sqlite:
        _copy_sqlite(started.database.engine, file)
    else:
        _dump_postgres(started.settings.database_url, file)
    typer.echo(f"Copied to {file} ({file.stat().st_size:,} bytes).")


def _copy_sqlite(engine: sa.Engine, file: Path) -> None:
    raw = engine.raw_connection()
    try:
        with sqlite3.connect(file) as copy:
            raw.driver_connection.backup(copy)  # type: ignore[union-attr]
        copy.close()
    finally:
        raw.close()


def _dump_postgres(url: str, file: Path) -> None:
    program = which("pg_dump")
    if program is None:
        fail("pg_dump is not installed: it comes with PostgreSQL's client package.")
        return
    plain = url.replace("postgresql+psycopg://", "postgresql://", 1)
    done = subprocess.run([program, "--format=custom", f"--file={file}", plain], check=False)  # noqa: S603
    if done.returncode:
        fail("pg_dump did not finish; what it said stands above.")


def doctor() -> None:
    """Say plainly what is missing or misconfigured, and how to mend it. Exit 1 when something must be mended."""
    if not look_over():
        raise typer.Exit(1)


def import_file(
    file: Annotated[Path, typer.Argument(exists=True, help="What to import: a file, a zip, or a folder of tables.")],
    dialect: Annotated[str, typer.Option("--as", help=f"The dialect of the file: {', '.join(DIALECTS)}.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report what would happen and keep nothing.")] = False,
    source: Annotated[str, typer.Option(help="Whose list it is, as people read it beside each listing.")] = "",
    authority: Annotated[str, typer.Option(help="The council whose desk looks after what comes in.")] = "",
    as_of: Annotated[str, typer.Option(help="The day the list was right, where its rows carry none: 2026-11-01.")] = "",
    area: Annotated[str, typer.Option(help="Postcode districts that rows without a place serve: TW3,TW4.")] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="For plain CSV, once a column: title='Service name'.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="Where to write the whole report, as CSV.")] = None,
) -> None:
    """Bring in listings from a file. Each row ends as added, updated, unchanged, duplicate or refused, with the reason."""
    if dialect not in DIALECTS:
        fail(f"There is no dialect {dialect!r}. There is: {', '.join(DIALECTS)}.", 2)
    day = _day(as_of)
    started = start()
    if dialect != OWN:
        said = Said(dialect, source, authority, day, columns_from(column or ()), _districts(area), report)
        import_others(started, file, said, keep=not dry_run)
        return
    if file.is_dir():
        fail(f"{file} is a folder, and this dialect is one file.", 2)
    for line in import_listings(started, file, keep=not dry_run):
        typer.echo(line)


def stripe_smoke() -> None:
    """Run the card payments once against Stripe's test mode, with your own test keys, and say line by line how it went."""
    started = start()
    key = started.settings.stripe_key.get_secret_value()
    cards = cards_from(started.settings)
    if cards is None or not key.startswith(("sk_test_", "rk_test_")):
        fail("Set ALONGSIDE_STRIPE_KEY to a test key of your own (sk_test_…). It is never run with live keys.")
        return
    failed = 0
    for line in Smoke(cards, started.clock.now()).lines():
        typer.echo(f"{'ok    ' if line.fine else 'FAILED'} {line.what}: {line.said}")
        failed += not line.fine
    mode = "pretend" if started.settings.money_is_pretend else "test"
    with started.database.write() as session:
        session.add(SmokeRun(at=started.clock.now(), mode=mode, failed=failed))
    if failed:
        raise typer.Exit(1)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        fail(f"{text!r} is not a day. Write it like 2026-11-01.", 2)
        return None


def _districts(text: str) -> tuple[str, ...]:
    """The districts of a list of districts and towns."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    found = {name: PlaceNames().districts_of(name) for name in names}
    if unknown := [name for name, districts in found.items() if not districts]:
        fail(f"We do not know the district or town {', '.join(unknown)}.", 2)
    return tuple(dict.fromkeys(district for districts in found.values() for district in districts))
