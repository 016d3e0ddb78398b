"""What keeps a chat on a telephone safe: a PIN of one's own, and taking away a telephone that is lost."""

from starlette.responses import Response

from market.chat.lost_phone import chats_outside, take_away
from market.people import pins
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page


def pin(ask: Ask) -> Response:
    """Whether there is a PIN, and a form for a new one."""
    return ask.page("account/pin.html", account=ask.who.account)


def set_pin(ask: Ask) -> Response:
    """Take a new PIN."""
    secret = ask.settings.secret_key.get_secret_value()
    typed, again = ask.typed("pin"), ask.typed("again")
    pins.set_pin(ask.session, ask.who.account, typed, again, secret=secret, by=ask.me, now=ask.now)
    return ask.go("/you/pin", "Your PIN is set. Your chats will ask for it.")


def asking(ask: Ask) -> Response:
    """What going without a PIN means, before it is done."""
    return ask.page("account/pin_off.html", account=ask.who.account)


def stop_asking(ask: Ask) -> Response:
    """Ask for nothing in one's chats from now on."""
    pins.stop_asking(ask.session, ask.who.account, by=ask.me, now=ask.now)
    return ask.go("/you/pin", "Your chats ask for no PIN now.")


def ask_again(ask: Ask) -> Response:
    """Ask again."""
    pins.ask_again(ask.session, ask.who.account, by=ask.me, now=ask.now)
    return ask.go("/you/pin", "Your chats will ask again.")


def chats(ask: Ask) -> Response:
    """The telephones that speak as this account."""
    return ask.page("account/chats.html", chats=chats_outside(ask.session, ask.me.account_id))


def lost(ask: Ask) -> Response:
    """Take one away."""
    take_away(ask.session, ask.me, ask.path["conversation_id"], now=ask.now)
    return ask.go("/you/chats", "Done. That phone shows nothing of yours any more.")


ROUTES = [
    Page("/you/pin", pin, guards.signed_in, GET),
    Page("/you/pin", set_pin, guards.signed_in, POST, again=pin),
    Page("/you/pin/off", asking, guards.signed_in, GET, name="pin_off"),
    Page("/you/pin/off", stop_asking, guards.signed_in, POST, name="pin_stop_asking"),
    Page("/you/pin/on", ask_again, guards.signed_in, POST, name="pin_ask_again"),
    Page("/you/chats", chats, guards.signed_in, GET, name="own_chats"),
    Page("/you/chats/{conversation_id}/lost", lost, guards.signed_in, POST, name="lost_phone"),
]
