"""Where an SMS gateway calls when somebody has texted us. Kept first, answered 200, read afterwards by the worker."""

from starlette.responses import PlainTextResponse, Response

from bot.channels.sms_gateway import Names, NotFromGateway, read_text
from market.chat.sms import keep_text
from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.page import POST, Page

SECRET = "x-alongside-secret"  # noqa: S105  (the name of a header, not a secret)


def receive(ask: Ask) -> Response | NotFound:
    """Keep one text. A call without the secret that only the gateway and we know is told nothing."""
    settings, headers = ask.settings, ask.request.headers
    if not settings.takes_sms:
        return NotFound()
    names = Names(settings.sms_from_field, settings.sms_text_field, settings.sms_id_field)
    kind, given = headers.get("content-type", ""), headers.get(SECRET, "")
    try:
        received = read_text(ask.body, kind, given, settings.sms_secret.get_secret_value(), names)
    except NotFromGateway:
        return PlainTextResponse("", status_code=403)
    keep_text(ask.session, received, ask.now)
    return PlainTextResponse("")


ROUTES = [Page("/sms", receive, guards.machine, POST, name="sms", most_bytes=64 * 1024)]
