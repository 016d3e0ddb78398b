"""`alongside import`: listings from a file. Each ends as added, unchanged or refused, with the reason in words.

One dialect so far: the product's own, the format of `seeds/demo/providers` (seeds/demo/README.md says every field). What
others publish (Open Referral UK, council dialects) comes with `providers/interchange`.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from market.cli.wiring_up import Started
from market.core.places import PlaceUnknown
from market.seeding.accounts import provider_id
from market.seeding.providers import add_provider
from market.seeding.reading import Table, Today
from providers.organisations.tables import Provider

DIALECTS = ("alongside-toml",)


class _NotKept(Exception):
    """A dry run ends by undoing itself."""


def import_listings(started: Started, file: Path, *, keep: bool) -> Iterator[str]:
    """Bring in every provider of a file with its listings. A second run of the same file changes nothing."""
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
