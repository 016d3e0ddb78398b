"""Where Stripe calls when something happened. The signature is checked, the event kept once, 200 at once; worked later."""

from starlette.responses import PlainTextResponse, Response

from market.core.errors import NotFound
from market.payments.errors import NotFromStripe
from market.payments.hearing import keep_heard
from market.web import guards
from market.web.ask import Ask
from market.web.page import POST, Page

SIGNATURE = "stripe-signature"


def webhook(ask: Ask) -> Response | NotFound:
    """Keep one event. One without Stripe's signature for us, or too old, is told nothing."""
    cards = ask.services.cards(ask.settings)
    if cards is None:
        return NotFound()
    try:
        heard = cards.read_webhook(ask.body, ask.request.headers.get(SIGNATURE, ""), ask.now)
    except NotFromStripe:
        return PlainTextResponse("", status_code=400)
    keep_heard(ask.session, heard, now=ask.now)
    return PlainTextResponse("")


ROUTES = [Page("/stripe", webhook, guards.machine, POST, most_bytes=256 * 1024)]
