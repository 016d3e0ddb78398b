"""The demo's outbox: every message that would have been sent."""

from sqlmodel import col, select
from starlette.responses import Response

from market.core.errors import NotFound
from market.core.tables import OutboxRow
from market.web import guards
from market.web.ask import Ask
from market.web.linked import with_links
from market.web.page import GET, Page

_SHOWN = 200


def outbox(ask: Ask) -> Response:
    """All messages, newest first."""
    rows = ask.session.exec(
        select(OutboxRow).order_by(col(OutboxRow.made_at).desc(), col(OutboxRow.id).desc()).limit(_SHOWN)
    ).all()
    return ask.page("outbox/list.html", messages=rows)


def message(ask: Ask) -> Response:
    """One message as its reader would see it, links and buttons included."""
    row = ask.session.get(OutboxRow, ask.path["message_id"])
    if row is None:
        raise NotFound
    return ask.page("outbox/message.html", message=row, body=with_links(row.text, ask.settings.public_address))


ROUTES = [
    Page("/outbox", outbox, guards.demo_only, GET),
    Page("/outbox/{message_id}", message, guards.demo_only, GET, name="outbox_message"),
]
