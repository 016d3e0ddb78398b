"""Signing in and out: ask for a link and a code, use one of them."""

from starlette.responses import Response

from market.core.errors import Refusal
from market.messages.service import Message, Recipient, tell
from market.people.rules import Knock, own_page
from market.people.sessions import end_session
from market.people.signing_in import Asked, Entered, ask_to_sign_in, link_opens, use_code, use_link
from market.people.signing_up import read_email
from market.web import guards, sign_in_words
from market.web.ask import Ask
from market.web.cookies import ASKED, SESSION
from market.web.entering import browser_of, enter
from market.web.page import GET, POST, Page

_QUARTER_HOUR = 15 * 60


def sign_in(ask: Ask) -> Response:
    """Ask for an e-mail address."""
    if ask.here is not None and ask.refused is None:
        return ask.go(own_page(ask.query("next", "/")))
    next_page = own_page(ask.typed("next") or ask.query("next", "/"))
    return ask.page("signing_in/ask.html", next_page=next_page)


def send_link(ask: Ask) -> Response:
    """Send a link and a code. The answer is the same whether or not we know the address."""
    email = read_email(ask.typed("email"))
    asked = ask_to_sign_in(ask.session, email, ask.knock(email), ask.now, next_page=ask.typed("next", "/"))
    return post(ask, asked)


def post(ask: Ask, asked: Asked) -> Response:
    """Queue the e-mail and go on to where the code is typed. Used by joining, too."""
    subject, text = sign_in_words.letter(asked, ask.settings.public_address)
    tell(
        ask.session,
        to=Recipient(email=asked.email),
        message=Message(kind="sign_in.link", subject=subject, text=text),
        key=f"sign_in:{asked.asked_id}",
        at=ask.now,
    )
    kept = ask.signer.sign("asked", [asked.asked_id, ask.signer.hash("email", asked.email)])
    ask.jar.set(ASKED, kept, _QUARTER_HOUR)
    return ask.go("/sign-in/check")


def check(ask: Ask) -> Response:
    """Tell them to look at their e-mail; take the six digits."""
    return ask.page("signing_in/check.html", has_asked=_asked(ask) is not None)


def type_code(ask: Ask) -> Response | Refusal:
    """Sign in with the digits, in the browser that asked for them."""
    asked = _asked(ask)
    if asked is None:
        return ask.go("/sign-in", "That was a while ago. Ask for a new code.", "wait")
    asked_id, knock = asked
    entered = use_code(ask.session, asked_id, ask.typed("code"), knock, ask.now, browser=browser_of(ask))
    return enter(ask, entered) if isinstance(entered, Entered) else entered


def _asked(ask: Ask) -> tuple[str, Knock] | None:
    kept = ask.signer.read("asked", ask.jar.get(ASKED)) if ask.jar.get(ASKED) else None
    if not isinstance(kept, list) or len(kept) != 2:
        return None
    return str(kept[0]), Knock(str(kept[1]), ask.address_hash)


def with_link(ask: Ask) -> Response:
    """Show a button. Opening the address uses nothing up: mail scanners open links."""
    return ask.page("signing_in/link.html", opens=link_opens(ask.session, ask.path["secret"], ask.now))


def press_link(ask: Ask) -> Response:
    """Sign in with the link."""
    return enter(ask, use_link(ask.session, ask.path["secret"], ask.now, browser=browser_of(ask)))


def sign_out(ask: Ask) -> Response:
    """End this session, at once."""
    if ask.here is not None:
        end_session(ask.session, ask.here.account.id, ask.here.signed.id, ask.now)
    ask.jar.drop(SESSION)
    return ask.go("/", "You are signed out.")


ROUTES = [
    Page("/sign-in", sign_in, guards.anyone, GET),
    Page("/sign-in", send_link, guards.anyone, POST, again=sign_in),
    Page("/sign-in/check", check, guards.anyone, GET, name="sign_in_check"),
    Page("/sign-in/check", type_code, guards.anyone, POST, again=check),
    Page("/sign-in/with/{secret}", with_link, guards.anyone, GET, name="sign_in_with"),
    Page("/sign-in/with/{secret}", press_link, guards.anyone, POST),
    Page("/sign-out", sign_out, guards.anyone, POST),
]
