"""The out-of-hours desk: visits that nobody covers yet, beside reports and messages that wait for a human."""

from starlette.responses import Response

from market.bookings.cascade import queries
from market.bookings.cascade.answers import settle_by_desk
from market.core.actor import Role
from market.safeguarding.queries import open_reports
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.routes.desk_reports import shown_report
from market.web.shown.desk import shown_cascade
from market.web.written import written
from market.wiring.undelivered import undelivered_for

DESK = guards.role(Role.OUT_OF_HOURS)


def desk(ask: Ask) -> Response:
    """Everything that waits for this desk, danger first."""
    me = ask.me
    cascades = queries.desk_list(ask.session, me.authority_id) if me.authority_id else ()
    waiting = undelivered_for(ask.session, me)
    return ask.page(
        "desk/list.html",
        reports=[shown_report(ask, report) for report in open_reports(ask.session, me)],
        cascades=[shown_cascade(ask.session, me, cascade, ask.now) for cascade in cascades],
        to_ring=len(waiting.to_ring),
        unsure=len(waiting.unsure),
    )


def failed_visit(ask: Ask) -> Response:
    """One failed visit: what was asked and answered, whom to ring, how long is left."""
    cascade = queries.cascade(ask.session, ask.path["cascade_id"])
    shown = shown_cascade(ask.session, ask.me, cascade, ask.now)
    return ask.page("desk/visit.html", cascade=shown, note=cascade.desk_note)


def settle_visit(ask: Ask) -> Response:
    """Write down what was done: from now on nobody else is asked."""
    note = written(ask, "note", "Write down what was done, in a few words.")
    settle_by_desk(ask.session, ask.me, ask.path["cascade_id"], note, now=ask.now)
    return ask.go("/desk", "Written down. Nobody else is asked about that visit.")


ROUTES = [
    Page("/desk", desk, DESK, GET),
    Page("/desk/{cascade_id}", failed_visit, DESK, GET),
    Page("/desk/{cascade_id}/settle", settle_visit, DESK, POST, again=failed_visit),
]
