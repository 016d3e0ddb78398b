"""The desk brings in a directory: hand over the file, say which column is which, read the trial's report, then bring it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import UploadFile
from starlette.responses import Response

from market.core.actor import Role
from market.core.files import FileStore
from market.core.places import PlaceNames
from market.core.times import wall_day
from market.people.queries import authority
from market.web import guards
from market.web.ask import Ask
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from market.web.written import day_in
from providers.interchange import queries, reports, running
from providers.interchange.dialects import plain_csv
from providers.interchange.dialects.table import DIALECTS, dialect
from providers.interchange.dialects.tables import header
from providers.interchange.errors import ColumnsNotMapped, FileUnreadable
from providers.interchange.keeping import IMPORTS, keep, kept
from providers.interchange.rules import Outcome
from providers.interchange.tables import ImportLine, ImportRun
from providers.interchange.twins.queries import pairs_waiting

OFFICER = guards.role(Role.ACCREDITATION_OFFICER)
IMPORT_BYTES = 32 * 1024 * 1024
SHOWN_LINES = 40
HOME = "/accreditation/imports"
OUTCOME_WORDS = {
    Outcome.ADDED: "New",
    Outcome.UPDATED: "Changed",
    Outcome.UNCHANGED: "The same as before",
    Outcome.DUPLICATE: "Likely here already",
    Outcome.REFUSED: "Not taken",
}


@dataclass(frozen=True)
class ShownLine:
    """A row of the report as the page says it."""

    title: str
    why: str
    flags: tuple[str, ...]
    href: str


def imports(ask: Ask) -> Response:
    """What was brought in lately, what looks like a double, and the form for another file."""
    return ask.page(
        "imports/list.html",
        runs=queries.runs_of_authority(ask.session, ask.me.authority_id),
        pairs=len(pairs_waiting(ask.session, ask.me.authority_id)),
        without_kind=len(queries.waiting_for_a_kind(ask.session, ask.me.authority_id)),
        dialects=[(one.name, one.label, one.hint) for one in DIALECTS.values()],
        today=wall_day(ask.now),
    )


def hand_over(ask: Ask) -> Response:
    """Keep the file and read it on trial; a plain table asks first which column is which."""
    files = [one for one in ask.form.getlist("file") if isinstance(one, UploadFile) and one.size]
    if not files:
        raise NothingWritten("file", "Choose the file you want to bring in.")
    source = ask.typed("source")[:80]
    if not source:
        raise NothingWritten("source", "Say whose list it is. People read it beside each listing.")
    if ask.typed("dialect") not in DIALECTS:
        raise NothingWritten("dialect", "Choose what kind of file it is.")
    chosen = dialect(ask.typed("dialect"))
    received = _received(ask)
    districts = _districts(ask)
    contents = [(one.filename or "file", one.file.read()) for one in files]
    store = ask.files(IMPORTS)
    kept_as = keep(store, contents)
    _look_inside(store, kept_as, chosen.name, contents[0][0])
    council = authority(ask.session, ask.me.authority_id)
    run = running.begin(
        ask.session, source=source, dialect=chosen.name, file_name=(files[0].filename or "file")[-120:], kept_as=kept_as,
        file_hash=kept(store, kept_as).content_hash(),
        received_on=received, districts=districts, is_trial=True, by=ask.me, now=ask.now,
        authority=(council.id, council.name) if council else (None, ""),
    )  # fmt: skip
    if chosen.asks_for_columns:
        return ask.go(f"{HOME}/{run.id}/columns")
    running.go_on(ask.session, run, ask.now)
    return ask.go(f"{HOME}/{run.id}", "We are reading it. Nothing is brought in yet.", "calm")


def columns(ask: Ask) -> Response:
    """Which column is which, as far as their names tell, for a person to put right."""
    run = _run(ask)
    there = _header(ask, run)
    guessed = run.columns or plain_csv.guess(there)
    choices = [("", "Not in this file"), *((column, column) for column in there)]
    fields = [(name, words, ask.typed(name) or guessed.get(name, "")) for name, words in plain_csv.FIELDS.items()]
    return ask.page("imports/columns.html", run=run, fields=fields, choices=choices)


def set_columns(ask: Ask) -> Response:
    """Read it on trial with these columns."""
    run = _run(ask)
    chosen = {name: ask.typed(name) for name in plain_csv.FIELDS if ask.typed(name)}
    there = _header(ask, run)
    if "title" not in chosen:
        raise NothingWritten("title", "Choose the column with the name of the service. The others may be left out.")
    if wrong := [column for column in chosen.values() if column not in there]:
        raise ColumnsNotMapped(there, wrong[0])
    run.columns = chosen
    ask.session.add(run)
    running.go_on(ask.session, run, ask.now)
    return ask.go(f"{HOME}/{run.id}", "We are reading it. Nothing is brought in yet.", "calm")


def report(ask: Ask) -> Response:
    """How far it is; then how every row ended, those first that want looking at."""
    run = _run(ask)
    if run.ended_at is None:
        waits_for_columns = dialect(run.dialect).asks_for_columns and not run.columns
        return ask.go(f"{HOME}/{run.id}/columns") if waits_for_columns else ask.page("imports/running.html", run=run)
    found = reports.summary(ask.session, run.id)
    parts = [
        (outcome, OUTCOME_WORDS[outcome], found.outcomes[outcome], _shown(ask, run, outcome))
        for outcome in (Outcome.DUPLICATE, Outcome.REFUSED, Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED)
        if found.outcomes[outcome]
    ]
    return ask.page("imports/report.html", run=run, found=found, parts=parts, most=SHOWN_LINES)


def bring_in(ask: Ask) -> Response:
    """After the trial: for good."""
    run = running.bring_in(ask.session, _run(ask), by=ask.me, now=ask.now)
    return ask.go(f"{HOME}/{run.id}", "It is being brought in.", "calm")


def report_csv(ask: Ask) -> Response:
    """The whole report, to keep or to go through in a spreadsheet."""
    run = _run(ask)
    text = "\ufeff" + "".join(reports.as_csv(queries.lines(ask.session, run.id)))
    headers = {"content-disposition": 'attachment; filename="import-report.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def _run(ask: Ask) -> ImportRun:
    return queries.run_of_authority(ask.session, ask.path["import_id"], ask.me.authority_id)


def _received(ask: Ask) -> date:
    said, today = ask.typed("as_of"), wall_day(ask.now)
    found = day_in(said) if said else today
    if found is None or found > today:
        raise NothingWritten("as_of", "Write the day like 2026-11-01. It cannot lie ahead.")
    return found


def _districts(ask: Ask) -> list[str]:
    found: list[str] = []
    for name in filter(None, (part.strip() for part in ask.typed("area").split(","))):
        districts = PlaceNames().districts_of(name)
        if not districts:
            raise NothingWritten(
                "area", f"We do not know “{name}”. Write towns or postcode districts, such as Exmouth or EX8."
            )
        found += districts
    return list(dict.fromkeys(found))


def _look_inside(store: FileStore, kept_as: str, name: str, called: str) -> None:
    """Read the first row, so that a file of another kind is refused at once."""
    if dialect(name).asks_for_columns:
        return
    try:
        next(iter(dialect(name).read(kept(store, kept_as, called), {})), None)
    except FileUnreadable:
        store.remove(kept_as)
        raise


def _header(ask: Ask, run: ImportRun) -> tuple[str, ...]:
    files = kept(ask.files(IMPORTS), run.kept_as, run.file_name)
    name = files.main or files.names()[0]
    found = header(files, name)
    if len(found) > 200:
        raise FileUnreadable(run.file_name, "it does not look like a table")
    return found


def _shown(ask: Ask, run: ImportRun, outcome: Outcome) -> Sequence[ShownLine]:
    lines = queries.lines(ask.session, run.id, outcome=outcome, most=SHOWN_LINES)
    return [_line(line, run) for line in lines]


def _line(line: ImportLine, run: ImportRun) -> ShownLine:
    words = tuple(one.words() for one in reports.flags_of(line))
    href = f"/listings/{line.listing_id}" if line.shown and not run.is_trial and line.listing_id else ""
    return ShownLine(line.title or line.source_id or "A row without a name", line.why, words, href)


ROUTES = [
    Page(HOME, imports, OFFICER, GET),
    Page(HOME, hand_over, OFFICER, POST, again=imports, most_bytes=IMPORT_BYTES),
    Page(f"{HOME}/{{import_id}}", report, OFFICER, GET, name="import_report"),
    Page(f"{HOME}/{{import_id}}/columns", columns, OFFICER, GET, name="import_columns"),
    Page(f"{HOME}/{{import_id}}/columns", set_columns, OFFICER, POST, again=columns),
    Page(f"{HOME}/{{import_id}}/bring-in", bring_in, OFFICER, POST, again=report, name="bring_in_import"),
    Page(f"{HOME}/{{import_id}}/report.csv", report_csv, OFFICER, GET),
]
