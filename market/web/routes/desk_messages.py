"""Messages that did not arrive: whom to ring, and what may have been sent."""

from starlette.responses import Response

from market.core.actor import Role
from market.messages.service import settle_unsure, was_rung
from market.web import guards
from market.web.ask import Ask
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from market.wiring.undelivered import message_for, undelivered_for

DESK = guards.role(Role.OUT_OF_HOURS)


def messages(ask: Ask) -> Response:
    """The call list and the unsure, oldest first."""
    return ask.page("desk/messages.html", waiting=undelivered_for(ask.session, ask.me))


def rung(ask: Ask) -> Response:
    """Rang them: reached, or given up."""
    row = message_for(ask.session, ask.me, ask.path["message_id"])
    reached = _one_of(ask, "reached", "gave_up") == "reached"
    was_rung(ask.session, message_id=row.id, reached=reached, by=ask.me, now=ask.now)
    return ask.go("/desk/messages", "Written down.")


def settled(ask: Ask) -> Response:
    """A message that may have been sent: send it again, or leave it."""
    row = message_for(ask.session, ask.me, ask.path["message_id"])
    again = _one_of(ask, "again", "leave") == "again"
    settle_unsure(ask.session, message_id=row.id, again=again, by=ask.me, now=ask.now)
    return ask.go("/desk/messages", "It goes out again." if again else "Written down.")


def _one_of(ask: Ask, *choices: str) -> str:
    if ask.typed("what") not in choices:
        raise NothingWritten("what", "Press one of the two buttons.")
    return ask.typed("what")


ROUTES = [
    Page("/desk/messages", messages, DESK, GET, name="undelivered"),
    Page("/desk/messages/{message_id}/rung", rung, DESK, POST, again=messages),
    Page("/desk/messages/{message_id}/settle", settled, DESK, POST, again=messages, name="settle_message"),
]
