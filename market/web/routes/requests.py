"""Requests that a provider has to answer: looked at, then yes in two taps, or no with a reason."""

from starlette.responses import Response

from market.bookings import answering, queries
from market.bookings.cascade.queries import open_questions_for
from market.bookings.rules import BookingStatus
from market.core.actor import Actor
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.shown.requests import shown_request

REASONS = (
    ("I am not free then.", "I am not free then"),
    ("It is too far for me.", "It is too far"),
    ("It is not what I do.", "It is not what I do"),
    ("", "Another reason"),
)


def questions_to(ask: Ask, actor: Actor) -> int:
    """How many visits of others wait for this worker's yes or no, as a backup contact."""
    return len(open_questions_for(ask.session, actor.account_id, actor.provider_id))


def requests(ask: Ask) -> Response:
    """What waits for an answer, soonest to run out first."""
    actor = ask.me
    waiting = queries.requests_for(ask.session, actor.provider_id, ask.now) if actor.provider_id else ()
    shown = [shown_request(ask.session, booking) for booking in waiting]
    return ask.page("requests/list.html", requests=shown, to_cover=questions_to(ask, actor))


def request(ask: Ask) -> Response:
    """One request read back, with the button that says yes. Once answered, it says so."""
    booking = answering.request_for(ask.session, ask.me, ask.path["booking_id"])
    status = queries.status_of(booking, ask.now)
    return ask.page(
        "requests/one.html",
        request=shown_request(ask.session, booking),
        status=status,
        waits=status is BookingStatus.REQUESTED and ask.refused is None,
    )


def accept(ask: Ask) -> Response:
    """Yes: the visits are agreed, and everyone who asked is told."""
    booking = answering.accept(ask.session, ask.me, ask.path["booking_id"], now=ask.now)
    return ask.go(f"/work?monday={booking.first_day}", "You said yes. They have been told, and the visits are below.")


def say_no(ask: Ask) -> Response:
    """Ask for the reason: it helps them look for somebody else."""
    booking = answering.request_for(ask.session, ask.me, ask.path["booking_id"])
    waits = queries.status_of(booking, ask.now) is BookingStatus.REQUESTED
    if not waits and ask.refused is None:
        return ask.go(f"/requests/{booking.id}")
    return ask.page("requests/no.html", request=shown_request(ask.session, booking), reasons=REASONS)


def decline(ask: Ask) -> Response:
    """No, with the reason that whoever asked will read."""
    why = ask.typed("words")[:200] or ask.typed("why")[:200]
    answering.decline(ask.session, ask.me, ask.path["booking_id"], why, now=ask.now)
    return ask.go("/requests", "Thank you for answering. They have been told, and can ask somebody else.", "calm")


ROUTES = [
    Page("/requests", requests, guards.provider, GET),
    Page("/requests/{booking_id}", request, guards.provider, GET),
    Page("/requests/{booking_id}/accept", accept, guards.provider, POST, again=request),
    Page("/requests/{booking_id}/no", say_no, guards.provider, GET),
    Page("/requests/{booking_id}/decline", decline, guards.provider, POST, again=request),
]
