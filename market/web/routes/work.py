"""A provider's visits: today, the week, one visit, and what a worker says from the road and the doorstep."""

from collections.abc import Sequence
from datetime import date, timedelta

from starlette.responses import Response

from market.bookings import queries, visiting
from market.bookings.doorstep import doorstep_for_worker
from market.bookings.errors import MayNotSubstitute
from market.core.errors import NotFound
from market.core.times import wall_day
from market.web import guards
from market.web.ask import Ask
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from market.web.paying.fees import fee_rows
from market.web.routes.requests import questions_to
from market.web.shown.work import WorkVisit, month_of, week_of, work_of, work_visit
from market.web.written import day_in, monday_in, written
from providers.arrangement.rules import Arrangement, may_send_substitute
from providers.organisations.queries import provider as provider_by_id

AHEAD = timedelta(days=27)
LATE_BY = (
    (10, "10 minutes"),
    (15, "15 minutes"),
    (20, "20 minutes"),
    (30, "Half an hour"),
    (45, "45 minutes"),
    (60, "An hour"),
)
WHY = (("ill", "I am ill"), ("an emergency", "An emergency at home"), ("no way to get there", "I cannot get there"),
       ("something else", "Something else"))  # fmt: skip


def work(ask: Ask) -> Response:
    """Today first, then the week as a picture, then the month in hours and money."""
    actor, today = ask.me, wall_day(ask.now)
    monday = monday_in(ask.query("monday"), today)
    visits = work_of(ask.session, actor.provider_id, monday, monday + timedelta(days=6), ask.now)
    return ask.page(
        "work/week.html",
        today=today,
        todays=work_of(ask.session, actor.provider_id, today, today, ask.now),
        days=week_of(visits, monday),
        monday=monday,
        before=monday - timedelta(days=7),
        after=monday + timedelta(days=7),
        month=month_of(ask.session, actor.provider_id, today),
        to_answer=len(queries.requests_for(ask.session, actor.provider_id, ask.now)) if actor.provider_id else 0,
        to_cover=questions_to(ask, actor),
    )


def visit(ask: Ask) -> Response:
    """One visit: where, what matters there, and what can be said of it now."""
    row = queries.work_visit(ask.session, ask.me.provider_id, ask.path["visit_id"])
    booking = queries.booking(ask.session, row.booking_id)
    return ask.page(
        "work/visit.html",
        visit=work_visit(ask.session, row, ask.now),
        door=doorstep_for_worker(ask.session, ask.me, row, ask.now),
        note=booking.note,
        pence=row.price_pence,
        fees=fee_rows(ask.session, row.booking_id, row.price_pence),
        sends_others=sends_others(ask),
        today=wall_day(ask.now),
    )


def sends_others(ask: Ask) -> bool:
    """Whether this provider may send another of its own workers (`providers.arrangement`)."""
    provider_id = ask.me.provider_id
    return provider_id is not None and may_send_substitute(
        Arrangement(provider_by_id(ask.session, provider_id).arrangement)
    )


def there(ask: Ask) -> Response:
    """The worker has arrived."""
    row = visiting.start_visit(ask.session, ask.me, ask.path["visit_id"], now=ask.now)
    return ask.go(f"/work/{row.id}", "You are there. Press “Done” when you leave.")


def done(ask: Ask) -> Response:
    """The visit is done, and paid from the pot."""
    visiting.complete_visit(ask.session, ask.me, ask.path["visit_id"], now=ask.now)
    return ask.go("/work", "Done. Thank you.")


def late(ask: Ask) -> Response:
    """Ask how late."""
    row = queries.work_visit(ask.session, ask.me.provider_id, ask.path["visit_id"])
    return ask.page("work/late.html", visit=work_visit(ask.session, row, ask.now), late_by=LATE_BY)


def say_late(ask: Ask) -> Response:
    """Whoever waits is told when to expect the worker."""
    minutes = {str(number) for number, _ in LATE_BY}
    if ask.typed("minutes") not in minutes:
        raise NothingWritten("minutes", "Choose about how late you will be.")
    row = visiting.running_late(ask.session, ask.me, ask.path["visit_id"], int(ask.typed("minutes")), now=ask.now)
    return ask.go(f"/work/{row.id}", "They have been told that you are late.", "calm")


def cannot_come(ask: Ask) -> Response:
    """Which visits, why, and what happens next. With no visit named yet: choose a day."""
    chosen = _chosen(ask)
    if not chosen:
        return ask.page("work/which_day.html", days=_days_ahead(ask), today=wall_day(ask.now))
    return ask.page(
        "work/cannot_come.html", visits=chosen, reasons=WHY, sends_others=sends_others(ask), today=wall_day(ask.now)
    )


def give_up(ask: Ask) -> Response:
    """Give up one visit or a day of them: each person's own backup contacts are asked from this moment."""
    visit_ids = ask.ticked("visit")
    if not visit_ids:
        raise NotFound
    if ask.typed("why") not in dict(WHY):
        raise NothingWritten("why", "Choose why you cannot come.")
    given_up = [
        visiting.report_cannot_come(ask.session, ask.me, visit_id, ask.typed("why"), now=ask.now)
        for visit_id in visit_ids
    ]
    first = min(row.day for row in given_up)
    return ask.go(
        f"/work?monday={first.isoformat()}",
        "Thank you for telling us. We are asking their backup contacts now.",
        "calm",
    )


def _chosen(ask: Ask) -> list[WorkVisit]:
    provider_id = ask.me.provider_id
    named = ask.ticked("visit") or ask.queries("visit")
    if named:
        rows = [queries.work_visit(ask.session, provider_id, visit_id) for visit_id in named]
        return [work_visit(ask.session, row, ask.now) for row in rows]
    day = day_in(ask.query("day"))
    found: Sequence[WorkVisit] = work_of(ask.session, provider_id, day, day, ask.now) if day else ()
    return [one for one in found if one.can_give_up]


def _days_ahead(ask: Ask) -> list[tuple[date, list[WorkVisit]]]:
    today = wall_day(ask.now)
    coming = [one for one in work_of(ask.session, ask.me.provider_id, today, today + AHEAD, ask.now) if one.can_give_up]
    days = dict.fromkeys(one.day for one in coming)
    return [(day, [one for one in coming if one.day == day]) for day in days]


def somebody_else(ask: Ask) -> Response:
    """Ask an agency whom it sends. Raises `MayNotSubstitute` for who comes as themself."""
    if not sends_others(ask):
        raise MayNotSubstitute
    row = queries.work_visit(ask.session, ask.me.provider_id, ask.path["visit_id"])
    return ask.page("work/somebody_else.html", visit=work_visit(ask.session, row, ask.now))


def send_somebody_else(ask: Ask) -> Response:
    """The visit stands, and another of the provider's own workers comes."""
    name = written(ask, "name", "Type the name of who comes.")[:80]
    row = visiting.send_own_substitute(ask.session, ask.me, ask.path["visit_id"], name, now=ask.now)
    return ask.go(f"/work/{row.id}", "Thank you. The visit stands.")


ROUTES = [
    Page("/work", work, guards.provider, GET),
    Page("/work/cannot-come", cannot_come, guards.provider, GET),
    Page("/work/cannot-come", give_up, guards.provider, POST, again=cannot_come),
    Page("/work/{visit_id}", visit, guards.provider, GET, name="work_visit"),
    Page("/work/{visit_id}/there", there, guards.provider, POST, again=visit),
    Page("/work/{visit_id}/done", done, guards.provider, POST, again=visit),
    Page("/work/{visit_id}/late", late, guards.provider, GET),
    Page("/work/{visit_id}/late", say_late, guards.provider, POST, again=late),
    Page("/work/{visit_id}/somebody-else", somebody_else, guards.provider, GET),
    Page("/work/{visit_id}/somebody-else", send_somebody_else, guards.provider, POST, again=somebody_else),
]
