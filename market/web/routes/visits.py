"""One visit for those it is for and those who watch over them: who comes, nobody has come, cancel it."""

from dataclasses import dataclass

from starlette.responses import Response

from market.bookings import queries, visiting
from market.bookings.freeing import is_coming
from market.bookings.moving.service import can_be_moved
from market.bookings.once.service import own_price, takes_it_on
from market.bookings.rules import terms_from
from market.bookings.tables import Visit
from market.payments.visit_money import goes_back, may_say_wrong
from market.people.access import may, person_for
from market.people.rules import Scope
from market.people.tables import Authority, Person
from market.web.ask import Ask
from market.web.booking.around import called
from market.web.booking.progress import progress_of
from market.web.booking.weeks import ShownVisit, shown
from market.web.page import GET, POST, Page
from market.web.routes.week import VIEWERS
from market.wiring.terms_words import why_charged
from providers.organisations.queries import provider as provider_by_id


@dataclass(frozen=True)
class _Seen:
    """A visit that the asker may see, with whose it is."""

    row: Visit
    person: Person
    shown: ShownVisit
    sees_money: bool


def visit(ask: Ask) -> Response:
    """Who, when, the price, how it stands in words; and how the search for cover goes, if there is one."""
    seen = _seen(ask)
    row = seen.row
    failed = queries.visit(ask.session, row.instead_of) if row.instead_of else row
    progress = progress_of(ask.session, failed, ask.now)
    booking = queries.booking(ask.session, row.booking_id)
    return ask.page(
        "booking/visit.html",
        visit=seen.shown,
        person=seen.person,
        booking=booking,
        failed=failed if row.instead_of else None,
        stand_in=queries.substitute_of(ask.session, row.id),
        progress=progress,
        ring=_ring(ask, row, accepted=booking.accepted_at is not None),
        desk=_desk(ask, seen.person),
        can_cancel=is_coming(row) and row.starts_at > ask.now and _may(ask, seen.person, Scope.CANCEL),
        can_move=can_be_moved(ask.session, row, ask.now) and _may(ask, seen.person, Scope.CANCEL),
        can_say_nobody_came=seen.shown.state in ("overdue", "unconfirmed")
        or (is_coming(row) and booking.accepted_at is not None and row.starts_at <= ask.now),
        can_say_wrong=may_say_wrong(ask.session, row, ask.now) and _may(ask, seen.person, Scope.CANCEL),
        goes_back=goes_back(ask.session, row) if seen.sees_money else 0,
        is_mine=ask.me.person_id == seen.person.id,
        name=called(seen.person),
    )


def nobody_came(ask: Ask) -> Response:
    """Nobody has come: the desk and the provider are told, and the backup contacts asked."""
    row = visiting.report_not_arrived(ask.session, ask.me, ask.path["visit_id"], now=ask.now)
    return ask.go(f"/visits/{row.id}", "Thank you for telling us. Look below for who has been told.", "wait")


def before_cancelling(ask: Ask) -> Response:
    """What cancelling this one visit costs, before it is done."""
    seen = _seen(ask)
    person_for(ask.session, ask.me, seen.person.id, Scope.CANCEL, ask.now)
    charge = visiting.charge_for_cancelling(ask.session, seen.row, ask.now)
    terms = terms_from(queries.booking(ask.session, seen.row.booking_id).cancel_terms)
    return ask.page(
        "booking/cancel_visit.html",
        visit=seen.shown,
        charge=charge,
        freed=own_price(ask.session, seen.row, ask.now) - charge,
        is_one=len(queries.visits_of(ask.session, seen.row.booking_id)) == 1,
        goes_on=takes_it_on(ask.session, seen.row, ask.now),
        once=seen.row.once_pence,
        sees_money=seen.sees_money,
        too_late=not is_coming(seen.row) or seen.row.starts_at <= ask.now,
        free_until=seen.row.starts_at - terms[0].notice,
        why=why_charged(seen.row.starts_at, ask.now, terms),
    )


def cancel(ask: Ask) -> Response:
    """Cancel this one visit at the charge that was seen. The others stay."""
    typed = ask.typed("seen_pence")
    seen_charge = int(typed) if typed.isdigit() else -1
    row = visiting.cancel_visit(ask.session, ask.me, ask.path["visit_id"], seen_charge, now=ask.now)
    alone = len(queries.visits_of(ask.session, row.booking_id)) == 1
    return ask.go(f"/visits/{row.id}", "This visit is cancelled." + ("" if alone else " The others stay as they are."))


def _seen(ask: Ask) -> _Seen:
    row = queries.visit(ask.session, ask.path["visit_id"])
    person = person_for(ask.session, ask.me, row.person_id, Scope.SEE_VISITS, ask.now)
    sees_money = _may(ask, person, Scope.SEE_MONEY)
    return _Seen(row, person, shown(ask.session, row, ask.now, sees_money=sees_money), sees_money)


def _may(ask: Ask, person: Person, scope: Scope) -> bool:
    return may(ask.session, ask.me, person, scope, ask.now)


def _ring(ask: Ask, row: Visit, *, accepted: bool) -> tuple[str, str] | None:
    """Whom to ring about this visit. The number of somebody is shared once they have said yes."""
    if not accepted or row.provider_id is None:
        return None
    provider = provider_by_id(ask.session, row.provider_id)
    return (provider.name, provider.phone) if provider.phone else None


def _desk(ask: Ask, person: Person) -> str:
    authority = ask.session.get(Authority, person.authority_id) if person.authority_id else None
    return authority.out_of_hours_phone if authority else ""


ROUTES = [
    Page("/visits/{visit_id}", visit, VIEWERS, GET, name="visit"),
    Page("/visits/{visit_id}/nobody-came", nobody_came, VIEWERS, POST, again=visit),
    Page("/visits/{visit_id}/cancel", before_cancelling, VIEWERS, GET, name="before_cancelling_visit"),
    Page("/visits/{visit_id}/cancel", cancel, VIEWERS, POST, name="cancel_visit", again=before_cancelling),
]
