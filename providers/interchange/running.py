"""Runs of imports: begun at the desk or the command line, done in the worker a batch a job, ended, reported."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.errors import NotFound
from market.core.files import FileStore
from market.core.jobs import Handler, Payload, put_job
from providers.interchange import queries
from providers.interchange.dialects.bundle import Bundle
from providers.interchange.dialects.table import dialect as dialect_named
from providers.interchange.entry import Entry
from providers.interchange.errors import FileUnreadable, ImportStillRunning
from providers.interchange.importing import BATCH, Importer
from providers.interchange.keeping import kept, tidy
from providers.interchange.tables import ImportRun

NEXT_BATCH = "interchange.import_batch"
TIDY = "interchange.tidy_imports"
ROWS_A_JOB = 300
"""So few that nobody who writes waits long for the lock, and none of it is lost with its lease."""


def begin(
    session: Session,
    *,
    source: str,
    dialect: str,
    file_name: str,
    received_on: date,
    is_trial: bool,
    by: Actor | System,
    now: datetime,
    kept_as: str = "",
    file_hash: str = "",
    columns: dict[str, str] | None = None,
    districts: Sequence[str] = (),
    authority: tuple[str | None, str] = (None, ""),
) -> ImportRun:
    """A run, not yet begun to be read. Raises `DialectUnknown`."""
    run = ImportRun(
        source=source,
        dialect=dialect_named(dialect).name,
        file_name=file_name,
        kept_as=kept_as,
        file_hash=file_hash,
        columns=columns or {},
        districts=list(districts),
        received_on=received_on,
        is_trial=is_trial,
        authority_id=authority[0],
        authority_name=authority[1],
        by=by.says,
        made_at=now,
    )
    session.add(run)
    session.flush()
    return run


def entries(files: Bundle, run: ImportRun) -> Iterator[Entry]:
    """The rows of a run's file. Raises `FileUnreadable`, `ColumnsNotMapped`, some only when a row is reached."""
    return dialect_named(run.dialect).read(files, run.columns)


class Reading:
    """A run's file, read on from where the run stands. Several may read for one run: each row is taken once.

    Where the run stands is looked at under its lock, and the rows are taken after that: whoever finds that another has gone
    on meanwhile begins to read anew behind those rows.
    """

    def __init__(self, files: Bundle, rows: int = BATCH) -> None:
        self._files = files
        self._rows = rows
        self._at = -1
        self._entries: Iterator[Entry] = iter(())
        self._importer: Importer | None = None

    def take(self, session: Session, run_id: str, *, by: Actor | System, now: datetime) -> ImportRun:
        """Take the next rows; the run says how far it is, and has ended when there were none. Raises what `entries` raises."""
        run = queries.locked_run(session, run_id)
        if run.ended_at is not None:
            return run
        if self._importer is None or self._at != run.rows_done:
            self._importer = Importer(session, run, now)
            self._entries = islice(entries(self._files, run), run.rows_done, None)
        self._importer.batch(session, run, list(islice(self._entries, self._rows)), by=by, now=now)
        self._at = run.rows_done
        return run


def go_on(session: Session, run: ImportRun, now: datetime) -> None:
    """Have the worker take the next rows."""
    payload = {"run_id": run.id}
    put_job(session, NEXT_BATCH, payload, run_at=now, key=f"{NEXT_BATCH}:{run.id}:{run.rows_done}")


def bring_in(session: Session, trial: ImportRun, *, by: Actor, now: datetime) -> ImportRun:
    """The same file again, and this time for good. Raises `ImportStillRunning`."""
    if trial.ended_at is None or not trial.is_trial or trial.trouble:
        raise ImportStillRunning
    run = begin(
        session, source=trial.source, dialect=trial.dialect, file_name=trial.file_name, kept_as=trial.kept_as,
        file_hash=trial.file_hash,
        columns=trial.columns, districts=trial.districts, received_on=trial.received_on, is_trial=False,
        authority=(trial.authority_id, trial.authority_name), by=by, now=now,
    )  # fmt: skip
    go_on(session, run, now)
    return run


def plan_tidying(session: Session, now: datetime) -> None:
    """Put the next nightly round, a day on. Saying it again changes nothing: the day is the key."""
    at = now + timedelta(days=1)
    put_job(session, TIDY, {}, run_at=at, key=f"{TIDY}:{at.date().isoformat()}")


def handlers(store: FileStore) -> dict[str, Handler]:
    """The jobs of imports whose files are kept in this store: the next rows of a run, and the nightly round."""

    def next_batch(session: Session, payload: Payload, now: datetime) -> None:
        run = queries.locked_run(session, payload["run_id"])
        if run.ended_at is not None:
            return
        by = System("import", run.authority_id)
        try:
            reading = Reading(kept(store, run.kept_as, run.file_name), ROWS_A_JOB)
            reading.take(session, run.id, by=by, now=now)
        except (FileUnreadable, NotFound) as trouble:
            why = trouble.why if isinstance(trouble, FileUnreadable) else "the file is no longer kept"
            run.trouble, run.ended_at = f"It could not be read: {why}.", now
            session.add(run)
            return
        if run.ended_at is None:
            go_on(session, run, now)
        elif not run.is_trial:
            store.remove(run.kept_as)

    def tidy_up(session: Session, payload: Payload, now: datetime) -> None:
        tidy(session, store, now)
        plan_tidying(session, now)

    return {NEXT_BATCH: next_batch, TIDY: tidy_up}
