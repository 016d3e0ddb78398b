"""The start page, how it works, help now, and the size of the text."""

from datetime import datetime

from starlette.responses import Response

from market.core.times import wall, wall_day
from market.people.rules import own_page
from market.web import guards
from market.web.ask import Ask
from market.web.brokering.start import start_lines
from market.web.page import GET, Page
from market.web.routes.listing import ROOM_WORDS
from market.web.shown.my_day import my_day
from market.web.templating import LARGE, TEXT_SIZE_COOKIE

_A_YEAR = 365 * 24 * 3600


def start(ask: Ask) -> Response:
    """For a visitor the question box, and what this is; for a provider their day; for others the few places they go to."""
    if ask.here is None:
        return ask.page("home/start.html")
    first_name = ask.here.account.name.split()[0] if ask.here.account.name.strip() else "there"
    actor = ask.here.actor
    if actor is not None and actor.role.is_provider and actor.provider_id is not None:
        day = my_day(ask.session, actor, ask.now)
        hello, today = greeting(ask.now), wall_day(ask.now)
        return ask.page("work/home.html", day=day, greeting=hello, first_name=first_name, today=today, rooms=ROOM_WORDS)
    proved = actor is not None and not guards.needs_second_step(ask, actor)
    lines = start_lines(ask.session, actor, ask.now) if actor is not None and proved else []
    return ask.page("home/yours.html", greeting=greeting(ask.now), first_name=first_name, lines=lines)


def greeting(now: datetime) -> str:
    """By London's clock."""
    hour = wall(now).hour
    return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"


def how_it_works(ask: Ask) -> Response:
    """What happens between a wish and a visit, and what we do not do."""
    return ask.page("home/how_it_works.html")


def help_now(ask: Ask) -> Response:
    """Every number to ring, the most urgent first. Needs no sign-in and nothing of ours to be running but this page."""
    return ask.page("home/help_now.html")


def text_size(ask: Ask) -> Response:
    """Larger or ordinary text on this browser. Kept in a cookie, so that it needs no account."""
    if ask.path["size"] == LARGE:
        ask.jar.set(TEXT_SIZE_COOKIE, LARGE, _A_YEAR)
    else:
        ask.jar.drop(TEXT_SIZE_COOKIE)
    return ask.go(own_page(ask.query("back", "/")))


ROUTES = [
    Page("/", start, guards.anyone, GET, name="start"),
    Page("/how-it-works", how_it_works, guards.anyone, GET),
    Page("/help-now", help_now, guards.anyone, GET),
    Page("/text-size/{size}", text_size, guards.anyone, GET),
]
