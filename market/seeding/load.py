"""Loading the county, step by step, with a word about each."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from market.core.database import Database
from market.people.tables import Authority
from market.seeding.accounts import authority_id, load_accounts, load_authorities, load_roles
from market.seeding.bookings import load_bookings
from market.seeding.checks import load_checks
from market.seeding.people import load_people
from market.seeding.providers import load_providers
from market.seeding.reading import DEMO, Today, read_county

Progress = Callable[[str], None]


def load_demo(database: Database, now: datetime, *, folder: Path = DEMO, progress: Progress | None = None) -> bool:
    """Load the county as seen from `now`, in one transaction. False when it stands there already: nothing is changed."""
    say = progress or (lambda _words: None)
    county = read_county(folder)
    today = Today(now)
    with database.write() as session:
        if session.get(Authority, authority_id(county.authorities[0]["key"])) is not None:
            return False
        steps: tuple[tuple[str, Callable[[Session], None]], ...] = (
            ("councils", lambda session: load_authorities(session, county)),
            ("accounts", lambda session: load_accounts(session, county, today)),
            ("providers and what they offer", lambda session: load_providers(session, county, today)),
            ("people, plans and pots", lambda session: load_people(session, county, today)),
            ("roles", lambda session: load_roles(session, county, today)),
            ("checks", lambda session: load_checks(session, county, today)),
            ("visits", lambda session: load_bookings(session, county, today)),
        )
        for words, step in steps:
            say(words)
            step(session)
    return True
