"""`./dev explain TEXT`: the matcher's workings for one need, over the demo county."""

from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from market.core.clock import SystemClock
from market.core.database import Database
from market.core.places import PlaceNames
from market.core.settings import Settings
from market.core.times import wall_day
from market.migrations.upgrade import upgrade
from market.search.keeping import ears
from market.search.live import LiveIndex
from market.seeding import load_demo
from matching.workings import explain, told


def explain_need(text: str) -> None:
    """Print which knowledge fired and why, and which offerings gained. A place is read from the words, as anybody's is."""
    now = SystemClock().now()
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'county.db'}")
        upgrade(database)
        load_demo(database, now)
        live = LiveIndex(hears=lambda: ears(Settings(demo=True, data_folder=Path(folder), _env_file=None)))
        with database.read() as session:
            index = live.fresh(session, now)
        live.encode(len(index))
        database.close()
    for line in told(explain(index, text, gazetteer=PlaceNames(), today=wall_day(now))):
        typer.echo(line)
