"""What every way of signing in comes to in the browser: the session's cookie, and the page to go on to."""

from starlette.responses import Response

from market.people.sessions import end_session
from market.people.signing_in import Entered
from market.web.ask import Ask
from market.web.browsers import browser_words
from market.web.cookies import ASKED, SESSION, VISITOR

_SKIPPED = "This is the demonstration, so staff skip the second step. Real staff prove who they are twice."


def enter(ask: Ask, entered: Entered) -> Response:
    """Put the new session in the browser. One that was there before is ended: a cookie planted earlier opens nothing."""
    if ask.here is not None:
        end_session(ask.session, ask.here.account.id, ask.here.signed.id, ask.now)
    seconds = int((entered.signed.expires_at - ask.now).total_seconds())
    ask.jar.set(SESSION, entered.secret, seconds)
    ask.jar.drop(ASKED)
    ask.jar.drop(VISITOR)
    return ask.go(entered.next_page, _SKIPPED if ask.settings.demo and entered.is_staff else "", "calm")


def browser_of(ask: Ask) -> str:
    """The browser in words its owner knows: "Firefox on Android"."""
    return browser_words(ask.request.headers.get("user-agent", ""))
