"""Where Telegram calls when it has something for us. Kept first, answered 200, read afterwards by the worker."""

from starlette.responses import PlainTextResponse, Response

from bot.channels.telegram_updates import NotFromTelegram, read_webhook
from market.chat.telegram import keep_update
from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.page import POST, Page

SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105  (the name of a header, not a secret)


def webhook(ask: Ask) -> Response | NotFound:
    """Keep one update. A call without the secret that only Telegram and we know is told nothing."""
    if not ask.settings.has_telegram:
        return NotFound()
    secret = ask.settings.telegram_webhook_secret.get_secret_value()
    try:
        raw = read_webhook(ask.body, ask.request.headers.get(SECRET, ""), secret)
    except NotFromTelegram:
        return PlainTextResponse("", status_code=403)
    keep_update(ask.session, raw, ask.now)
    return PlainTextResponse("")


ROUTES = [Page("/telegram", webhook, guards.machine, POST, most_bytes=256 * 1024)]
