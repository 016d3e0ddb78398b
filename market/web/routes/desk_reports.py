"""Danger, concerns and requests for a human, as staff take them and settle them. Never seen by a provider."""

from dataclasses import dataclass

from starlette.responses import Response

from market.core.actor import Role
from market.people.tables import Account
from market.safeguarding import service
from market.safeguarding.queries import open_reports
from market.safeguarding.rules import ReportKind
from market.safeguarding.tables import Report
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.written import written

STAFF_FOR_REPORTS = guards.role(Role.OUT_OF_HOURS, Role.BROKER)
TITLES = {
    ReportKind.DANGER: "Danger now",
    ReportKind.CONCERN: "A concern",
    ReportKind.TALK: "Wants to talk to somebody",
}


@dataclass(frozen=True)
class ShownReport:
    """One report, with who it is about and who told us, each with a number to ring where there is one."""

    row: Report
    title: str
    is_danger: bool
    about: str
    about_phone: str
    told_by: str
    told_by_phone: str
    taken_by: str


def shown_report(ask: Ask, report: Report) -> ShownReport:
    """The report, for an officer who may see it. Raises `NotFound`."""
    person = service.whom(ask.session, ask.me, report, ask.now)
    teller, taker = (ask.session.get(Account, by) if by else None for by in (report.made_by, report.taken_by))
    return ShownReport(
        row=report,
        title=TITLES[report.kind],
        is_danger=report.kind is ReportKind.DANGER,
        about=person.name if person else "Nobody was named",
        about_phone=person.phone if person else "",
        told_by=teller.name if teller else "Somebody who has not signed in",
        told_by_phone=teller.phone if teller else "",
        taken_by=taker.name if taker else "",
    )


def reports(ask: Ask) -> Response:
    """What waits, danger first."""
    rows = open_reports(ask.session, ask.me)
    return ask.page("desk/reports.html", reports=[shown_report(ask, row) for row in rows])


def report(ask: Ask) -> Response:
    """One report."""
    row = service.report_for(ask.session, ask.me, ask.path["report_id"])
    return ask.page("desk/report.html", report=shown_report(ask, row), is_mine=row.taken_by == ask.me.account_id)


def take(ask: Ask) -> Response:
    """This officer has it, so that nobody else need ring too."""
    row = service.take(ask.session, ask.me, ask.path["report_id"], now=ask.now)
    mine = row.taken_by == ask.me.account_id
    return ask.go(f"/desk/reports/{row.id}", "It is yours." if mine else "Somebody else has it already.", "calm")


def settle(ask: Ask) -> Response:
    """Write down what was done."""
    note = written(ask, "note", "Write down what was done, in a few words.")
    service.settle(ask.session, ask.me, ask.path["report_id"], note, now=ask.now)
    return ask.go("/desk" if ask.me.role is Role.OUT_OF_HOURS else "/desk/reports", "Written down. It is settled.")


ROUTES = [
    Page("/desk/reports", reports, STAFF_FOR_REPORTS, GET),
    Page("/desk/reports/{report_id}", report, STAFF_FOR_REPORTS, GET),
    Page("/desk/reports/{report_id}/take", take, STAFF_FOR_REPORTS, POST, again=report),
    Page("/desk/reports/{report_id}/settle", settle, STAFF_FOR_REPORTS, POST, again=report),
]
