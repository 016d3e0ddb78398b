"""The built files are what the sources give."""

import subprocess
import sys
from pathlib import Path

import pytest

from market.web.static_files import STATIC

ASSETS = Path(__file__).parents[2] / "market" / "web" / "assets"
BUILT_BEFORE = (ASSETS / "node_modules" / "sass").is_dir()


@pytest.mark.skipif(
    not BUILT_BEFORE, reason="the packages of the asset build are not installed: ./dev assets installs them"
)
def test_building_again_gives_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, str(ASSETS / "build.py"), "--check"], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr


def test_every_foreign_file_has_its_licence_beside_it() -> None:
    licences = (STATIC / "LICENCES.md").read_text("utf-8")
    for name in (
        "GOV.UK Frontend 6.3.0",
        "htmx 4.0.1",
        "Atkinson Hyperlegible Next",
        "Lucide",
        "SIL OPEN FONT LICENSE",
        "ISC License",
    ):
        assert name in licences


def test_the_lock_names_no_registry() -> None:
    lock = (ASSETS / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
