"""Commands on the database and its surroundings: migrate, seed, backup, restore, doctor, import."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from market.cli.backups import back_up
from market.cli.backups import restore as bring_back
from market.cli.doctor import look_over
from market.cli.importing import DIALECTS, OWN, Said, columns_from, import_listings, import_others
from market.cli.wiring_up import Started, console, fail, start
from market.core.places import PlaceNames
from market.migrations.upgrade import newest, standing_at, upgrade
from market.migrations.upgrade import write_migration as write
from market.payments.gateway import cards_from
from market.payments.queries import newest_event
from market.payments.smoke.run import lines
from market.payments.smoke.trying import How, Trying
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


def backup(
    file: Annotated[Path, typer.Argument(help="Where to write the copy of the database. It must not exist yet.")],
) -> None:
    """Copy everything while it is in use: the database to FILE, photographs and papers to FILE.files.tar beside it."""
    back_up(start(checked=False), file)


def restore(file: Annotated[Path, typer.Argument(help="The file that `alongside backup` wrote.")]) -> None:
    """Bring a backup back: FILE into an empty database, FILE.files.tar beside it into the data folder. Then migrate."""
    bring_back(start(checked=False), file)


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


def stripe_smoke(
    page: Annotated[str, typer.Option(help="A page of an earlier run that you have paid since: cs_test_…")] = "",
    account: Annotated[str, typer.Option(help="A test account that you have filled in since: acct_…")] = "",
) -> None:
    """Run the card payments once against Stripe's test mode, with your own test keys, and say line by line how it went."""
    started = start()
    settings = started.settings
    cards = cards_from(settings)
    if cards is None or not settings.stripe_key.get_secret_value().startswith(("sk_test_", "rk_test_")):
        fail("Set ALONGSIDE_STRIPE_KEY to a test key of your own (sk_test_…). It is never run with live keys.")
    run = Trying(
        cards,
        started.clock.now(),
        webhook_secret=settings.stripe_webhook_secret.get_secret_value(),
        address=settings.public_address.rstrip("/"),
        page_ref=page,
        account_ref=account,
        last_heard=_last_heard(started),
    )
    seen = Counter[How]()
    for line in lines(run):
        typer.echo(f"{line.how:7} {line.what}: {line.said}")
        seen[line.how] += 1
    typer.echo(f"{seen[How.FINE]} went well, {seen[How.FAILED]} failed, {seen[How.BY_HAND]} left to you.")
    mode = "pretend" if settings.money_is_pretend else "test"
    with started.database.write() as session:
        session.add(SmokeRun(at=run.now, mode=mode, failed=seen[How.FAILED], by_hand=seen[How.BY_HAND]))
    if seen[How.FAILED]:
        raise typer.Exit(1)


def _last_heard(started: Started) -> datetime | None:
    with started.database.read() as session:
        newest = newest_event(session)
        return newest.heard_at if newest else None


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
