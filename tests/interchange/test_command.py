"""`alongside import` of what others publish: a dry run first, then for good, going on where it was broken off."""

from pathlib import Path

import pytest
from sqlmodel import select

from bot.understanding import understand
from market.chat.turns import ChatServices
from market.cli.importing import Said, columns_from, import_others
from market.cli.wiring_up import Started
from market.core.clock import SystemClock
from market.core.database import Database
from market.core.settings import Settings
from market.search.live import LiveIndex
from providers.interchange.dialects.bundle import bundle
from providers.interchange.errors import FileUnreadable
from providers.interchange.running import Reading, begin
from providers.interchange.tables import ImportedListing, ImportRun
from tests.interchange.conftest import BY

TABLE = "Name,Postcode,Category\nExmouth Lunch Club,EX8 1QB,Lunch clubs\nSeated Yoga,EX8 1QB,Yoga\nSea Singers,EX8 1QB,Singing\n"
COLUMNS = {"title": "Name", "postcode": "Postcode", "categories": "Category"}


@pytest.fixture
def started(sqlite_database: Database) -> Started:
    settings = Settings(_env_file=None)
    return Started(settings, sqlite_database, SystemClock(), ChatServices(settings, LiveIndex(), understand))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def said(**more: object) -> Said:
    return Said("csv", source="A list", columns=COLUMNS, **more)  # type: ignore[arg-type]


def test_a_dry_run_reports_and_keeps_nothing_and_a_second_run_changes_nothing(
    started: Started, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.csv"
    import_others(started, file, said(report=report), keep=False)
    dry = capsys.readouterr().out
    assert "     3 added" in dry
    assert "Nothing was kept: this was a dry run." in dry
    assert report.read_text(encoding="utf-8").count("\n") == 4
    with started.database.read() as session:
        assert session.exec(select(ImportedListing)).all() == []
    import_others(started, file, said(), keep=True)
    assert "     3 of those added or updated are on show" in capsys.readouterr().out
    import_others(started, file, said(), keep=True)
    assert "     3 unchanged" in capsys.readouterr().out


def broken_off(started: Started, file: Path, **facts: object) -> str:
    """A run of this file that ended after two rows, with nobody to go on."""
    now = started.clock.now()
    with started.database.write() as session:
        run = begin(
            session, source="A list", dialect="csv", file_name="list.csv", received_on=now.date(), is_trial=False, by=BY,
            now=now, file_hash=bundle(file).content_hash(), **{"columns": COLUMNS} | facts,  # type: ignore[arg-type]
        )  # fmt: skip
        Reading(bundle(file), 2).take(session, run.id, by=BY, now=now)
        return run.id


def test_a_run_that_was_broken_off_goes_on_after_the_rows_it_had_whatever_the_file_is_called_now(
    started: Started, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken_off(started, file)
    renamed = file.rename(file.with_name("list (1).csv"))
    import_others(started, renamed, said(), keep=True)
    told = capsys.readouterr()
    assert "Going on after row 2." in told.err
    assert "     3 added" in told.out
    with started.database.read() as session:
        assert [row.rows_done for row in session.exec(select(ImportRun))] == [3]


@pytest.mark.parametrize("change", ["another file of that name", "other columns"])
def test_what_is_not_the_same_file_read_the_same_way_begins_anew(
    change: str, started: Started, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken_off(started, file, **{"columns": {"title": "Name"}} if change == "other columns" else {})
    if change == "another file of that name":
        file.write_text(file.read_text() + "Beer Singers,EX12 3AA,,\n")
    import_others(started, file, said(), keep=True)
    assert "Going on" not in capsys.readouterr().err
    with started.database.read() as session:
        assert len(session.exec(select(ImportRun)).all()) == 2


def test_a_file_of_another_kind_is_refused_and_its_run_is_not_gone_on_with(started: Started, file: Path) -> None:
    with pytest.raises(FileUnreadable):
        import_others(started, file, Said("open-referral-uk"), keep=True)
    with started.database.read() as session:
        (run,) = session.exec(select(ImportRun)).all()
        assert run.ended_at is not None
        assert run.trouble


def test_columns_are_named_as_field_and_column() -> None:
    assert columns_from(["title=Service name", "price = What = it costs"]) == {
        "title": "Service name",
        "price": "What = it costs",
    }
