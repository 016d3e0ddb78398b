"""A copy of everything there is, and back: the database as one file, and beside it the files that people sent.

The database is copied first. A file is written before the row that names it and taken away before the row says so: what the
copied rows name is therefore there, save for what was to be deleted in that very moment.
"""

import sqlite3
import subprocess
import tarfile
from pathlib import Path
from shutil import which

import sqlalchemy as sa
import typer

from market.cli.wiring_up import Started, fail
from market.core.database import Database
from market.core.files import ROOMS, FolderStore


def files_beside(file: Path) -> Path:
    """Where the files of a copied database are: `copy.db` has `copy.db.files.tar`."""
    return file.with_name(f"{file.name}.files.tar")


def back_up(started: Started, file: Path) -> None:
    """Copy the database to a file, and photographs, papers and lists to another beside it, while both are in use."""
    files = files_beside(file)
    for there in (file, files):
        if there.exists():
            fail(f"{there} is there already. Choose another name, so that no older copy is lost.")
    if started.database.is_sqlite:
        _copy_sqlite(started.database.engine, file)
    else:
        _dump_postgres(started.settings.database_url, file)
    many = _pack(started.settings.data_folder, files)
    typer.echo(f"Copied to {file} ({file.stat().st_size:,} bytes).")
    typer.echo(f"Copied {many:,} photographs, papers and lists to {files} ({files.stat().st_size:,} bytes).")


def restore(started: Started, file: Path) -> None:
    """Bring a copy back into a database with nothing in it and a data folder with no files in it."""
    files = files_beside(file)
    if not file.is_file() or not files.is_file():
        fail(f"{file if not file.is_file() else files} is not there. A copy is two files, side by side.")
    if sa.inspect(started.database.engine).get_table_names():
        fail(
            "There are tables in this database. A copy is brought back only into an empty one, so that nothing is lost."
        )
    if any(_files_in(started.settings.data_folder)):
        fail(f"There are files in {started.settings.data_folder}. Move them away first, so that none is lost.")
    if started.database.is_sqlite:
        _fill_sqlite(started.database, file)
    else:
        _fill_postgres(started.settings.database_url, file)
    many = _unpack(files, started.settings.data_folder)
    typer.echo(f"Brought back the database and {many:,} files. Now run: alongside migrate")


def _files_in(data_folder: Path) -> list[tuple[str, str]]:
    return [(room, name) for room in ROOMS for name, _ in FolderStore(data_folder / room).kept()]


def _pack(data_folder: Path, file: Path) -> int:
    many = 0
    with tarfile.open(file, "x") as archive:
        for room, name in _files_in(data_folder):
            try:
                archive.add(data_folder / room / name, f"{room}/{name}")
            except FileNotFoundError:
                continue  # deleted since it was listed
            many += 1
    file.chmod(0o600)
    return many


def _unpack(file: Path, data_folder: Path) -> int:
    """Put back what a store could have written, and nothing else that an archive might hold."""
    many = 0
    with tarfile.open(file) as archive:
        for member in archive:
            room, _, name = member.name.partition("/")
            content = archive.extractfile(member) if member.isfile() and room in ROOMS else None
            if content is not None:
                FolderStore(data_folder / room).put_back(name, content.read())
                many += 1
    return many


def _copy_sqlite(engine: sa.Engine, file: Path) -> None:
    raw = engine.raw_connection()
    try:
        with sqlite3.connect(file) as copy:
            raw.driver_connection.backup(copy)  # type: ignore[union-attr]
        copy.close()
    finally:
        raw.close()
    file.chmod(0o600)


def _fill_sqlite(database: Database, file: Path) -> None:
    raw = database.engine.raw_connection()
    try:
        with sqlite3.connect(file) as copy:
            copy.backup(raw.driver_connection)  # type: ignore[arg-type]
        copy.close()
    finally:
        raw.close()


def _dump_postgres(url: str, file: Path) -> None:
    _run_tool("pg_dump", "--format=custom", "--no-owner", f"--file={file}", _plain(url))
    file.chmod(0o600)


def _fill_postgres(url: str, file: Path) -> None:
    _run_tool(
        "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={_plain(url)}", str(file)
    )


def _run_tool(name: str, *words: str) -> None:
    program = which(name)
    if program is None:
        fail(f"{name} is not installed: it comes with PostgreSQL's client package.")
    if subprocess.run([program, *words], check=False).returncode:  # noqa: S603
        fail(f"{name} did not finish; what it said stands above. It must be as new as the server is.")


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)
