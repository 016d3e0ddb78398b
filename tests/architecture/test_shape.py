"""The shape of the code, held by tests: who may import whom, what each job is, how long a file may grow."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from bot.understanding import understand
from market.chat.turns import ChatServices
from market.core.database import Database
from market.core.events import subscribed_kinds
from market.core.settings import Settings
from market.migrations.upgrade import differences, newest, standing_at, upgrade
from market.search.live import LiveIndex
from market.wiring import connect
from market.worker import every_handler

ROOT = Path(__file__).parents[2]
PACKAGES = ("market", "bot", "matching", "providers")
TOO_LONG = 450
A_LOT = 300
FILES_OVER_A_LOT = 8  # only ever made smaller
BANNED_NAMES = {"utils", "helpers", "common", "models", "base", "manager"}


def sources() -> Iterator[Path]:
    """Every file somebody writes and reads: not what was fetched, nor migrations, which are written by a program."""
    for package in PACKAGES:
        yield from (
            path for path in (ROOT / package).rglob("*.py") if not {"node_modules", "versions"} & set(path.parts)
        )


def test_imports_keep_to_the_order_of_the_design() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_job_kind_that_is_put_has_somebody_who_does_it() -> None:
    connect()
    handlers = every_handler(ChatServices(Settings(), LiveIndex(), understand))
    put = {kind for path in sources() for kind in kinds_put(path)} | subscribed_kinds()
    assert put, "no put_job was found: this check would pass by finding nothing"
    assert put <= set(handlers)


def kinds_put(path: Path) -> Iterator[str]:
    """The job kinds a file puts: the second argument of put_job, as a text or as a constant of the same file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "put_job":
            kind = node.args[1]
            if isinstance(kind, ast.Constant):
                yield str(kind.value)
            elif isinstance(kind, ast.Name) and isinstance(constants.get(kind.id), str):
                yield str(constants[kind.id])


def test_there_is_one_newest_migration_and_it_makes_every_table(database: Database, tmp_path: Path) -> None:
    assert newest()
    migrated = Database(f"sqlite:///{tmp_path / 'migrated.db'}")
    upgrade(migrated)
    assert standing_at(migrated) == newest()
    assert differences(migrated) == []
    migrated.close()


def test_no_file_grows_past_its_limit() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {path: length for path, length in lengths.items() if length > TOO_LONG} == {}
    assert len([path for path, length in lengths.items() if length > A_LOT]) <= FILES_OVER_A_LOT


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [path for path in sources() if path.stem in BANNED_NAMES] == []


def test_the_package_market_is_empty_at_its_top() -> None:
    assert (ROOT / "market" / "__init__.py").read_text() == ""


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|--index-url|--find-links", text)


def test_what_runs_is_locked_the_same_for_testing() -> None:
    pinned = [set(re.findall(r"^[\w.-]+==\S+", (ROOT / lock).read_text(), re.M)) for lock in
              ("requirements.lock", "requirements-dev.lock")]  # fmt: skip
    assert pinned[0] <= pinned[1]
