"""The demo county's listings come with their vectors."""

from datetime import datetime
from pathlib import Path

import numpy as np

from market.core.database import Database
from market.migrations.upgrade import upgrade
from market.search.keeping import DEMO_VECTORS
from market.seeding import load_demo
from matching.vectors.meanings import texts_of
from matching.vectors.remembered import mark_of
from providers.candidates import candidates


def test_nearly_every_listing_of_the_county_has_its_vectors_shipped(tmp_path: Path, now: datetime) -> None:
    """What was written since is encoded after the first start; when that is much, run `alongside fit county`."""
    database = Database(f"sqlite:///{tmp_path / 'county.db'}")
    upgrade(database)
    load_demo(database, now)
    with database.read() as session:
        texts = {text for one in candidates(session, now, {}) for text in texts_of(one)}
    database.close()
    [file] = DEMO_VECTORS.glob("vectors-*.npz")
    with np.load(file) as kept:
        there = set(kept["hashes"].tolist())
    assert len(texts) > 500
    assert len([text for text in texts if mark_of(text) not in there]) < len(texts) / 10
