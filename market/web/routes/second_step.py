"""The second step for staff: set up an authenticator once, then six digits at each sign-in."""

from markupsafe import Markup
from starlette.responses import Response

from market.core.errors import Refusal
from market.people import second_step as steps
from market.people.errors import SecondStepWrong, TooManyTries
from market.people.rules import ATTEMPT_WINDOW, MOST_TRIED_PER_ACCOUNT, Knock, own_page, tidy_code
from market.people.sealing import Seal
from market.people.signing_in import note_try
from market.web import guards
from market.web.ask import Ask
from market.web.cookies import SESSION
from market.web.page import GET, POST, Page


def second_step(ask: Ask) -> Response:
    """Ask for the code; for the first time, show what to scan."""
    next_page = own_page(ask.typed("next") or ask.query("next", "/"))
    if _proven(ask) and ask.refused is None:
        return ask.page("signing_in/second_step_done.html", next_page=next_page)
    if ask.who.account.totp_secret:
        return ask.page("signing_in/second_step.html", next_page=next_page)
    secret = _offered(ask) or steps.new_totp_secret()
    return ask.page(
        "signing_in/second_step_new.html",
        next_page=next_page,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        kept=ask.signer.sign("totp", [ask.who.account.id, secret]),
        picture=Markup(steps.as_picture(ask.who.account, secret)),  # noqa: S704  (made here, from nothing typed)
    )


def _proven(ask: Ask) -> bool:
    return ask.who.signed.second_factor_at is not None


def _offered(ask: Ask) -> str:
    """The secret this very account was shown, when the form brings it back."""
    kept = ask.signer.read("totp", ask.typed("kept")) if ask.typed("kept") else None
    mine = isinstance(kept, list) and len(kept) == 2 and kept[0] == ask.who.account.id
    return str(kept[1]) if mine and kept else ""


def pass_second_step(ask: Ask) -> Response | Refusal:
    """Take the code. Tries are counted by account; a code passes once; the cookie's secret changes."""
    account, signed = ask.who.account, ask.who.signed
    knock = Knock(ask.signer.hash("second-step", account.id), ask.address_hash)
    if note_try(ask.session, "second-step", knock, ask.now) >= MOST_TRIED_PER_ACCOUNT:
        return TooManyTries(int(ATTEMPT_WINDOW.total_seconds() // 60))
    typed, seal = tidy_code(ask.typed("code")), Seal.of(ask.settings)
    if account.totp_secret:
        secret = steps.check(ask.session, account, signed, typed, seal=seal, now=ask.now)
    else:
        offered = _offered(ask)
        secret = steps.set_up(ask.session, account, signed, offered, typed, seal=seal, now=ask.now) if offered else None
    if secret is None:
        return SecondStepWrong()
    ask.jar.set(SESSION, secret, int((signed.expires_at - ask.now).total_seconds()))
    return ask.go(own_page(ask.typed("next", "/")))


ROUTES = [
    Page("/you/second-step", second_step, guards.own_account, GET),
    Page("/you/second-step", pass_second_step, guards.own_account, POST, again=second_step),
]
