"""A provider's calendar: the private link their telephone reads visits from, and calendars of theirs that say when they are busy."""

from datetime import timedelta

from starlette.responses import Response

from market.core.errors import NotFound
from market.people.private_links import end_private_links, links_of, make_private_link
from market.web import guards
from market.web.ask import Ask
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from market.web.shown.calendar import calendar_visits
from providers.interchange.calendars import service
from providers.interchange.calendars.parsing import MOST_BYTES
from providers.interchange.calendars.queries import calendars_of
from providers.interchange.calendars.writing import calendar_of

PURPOSE = "calendar"
LASTS = timedelta(days=400)
HOME = "/work/calendar"
_ROOM = 64 * 1024


def _provider_id(ask: Ask) -> str:
    if ask.me.provider_id is None:
        raise NotFound
    return ask.me.provider_id


def _page(ask: Ask, link: str = "") -> Response:
    provider_id = _provider_id(ask)
    links = links_of(ask.session, purpose=PURPOSE, subject=provider_id, now=ask.now)
    return ask.page(
        "work/calendar.html",
        link=link,
        until=links[-1].expires_at if links else None,
        calendars=calendars_of(ask.session, provider_id),
    )


def calendar(ask: Ask) -> Response:
    """Whether there is a link, and which calendars were given."""
    return _page(ask)


def make_link(ask: Ask) -> Response:
    """A new link, shown this once; any older one ends."""
    provider_id = _provider_id(ask)
    end_private_links(ask.session, purpose=PURPOSE, subject=provider_id, now=ask.now)
    secret = make_private_link(ask.session, purpose=PURPOSE, subject=provider_id, now=ask.now, lasts=LASTS)
    ask.session.flush()
    return _page(ask, f"{ask.settings.public_address}/calendar/{secret}/visits.ics")


def end_link(ask: Ask) -> Response:
    """No calendar reads visits from here any more."""
    end_private_links(ask.session, purpose=PURPOSE, subject=_provider_id(ask), now=ask.now)
    return ask.go(HOME, "The link opens nothing any more.")


def visits(ask: Ask) -> Response:
    """The visits, for whoever holds the link."""
    if ask.link is None:
        raise NotFound
    found = calendar_visits(ask.session, ask.link.subject, ask.now)
    content = calendar_of(found, address=ask.settings.public_address, now=ask.now)
    headers = {"x-robots-tag": "noindex", "cache-control": "private, no-cache"}
    return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)


def give_calendar(ask: Ask) -> Response:
    """When they are busy elsewhere: from a file now, or from an address again and again."""
    provider_id, name, address, file = _provider_id(ask), ask.typed("name")[:60], ask.typed("address"), ask.file("file")
    if address:
        loopback = ask.settings.calendars_from_loopback
        service.give_address(ask.session, provider_id, name, address, by=ask.me, now=ask.now, loopback=loopback)
        return ask.go(HOME, "We read it now, and again each hour.")
    if file is None:
        raise NothingWritten("address", "Type the address of your calendar, or choose a file.")
    busy = service.give_file(ask.session, provider_id, name, file.file.read(), by=ask.me, now=ask.now)
    return ask.go(HOME, f"We read it: busy at {len(busy.spans)} time{'' if len(busy.spans) == 1 else 's'}.")


def take_away(ask: Ask) -> Response:
    """Forget a calendar and what it said."""
    service.take_away(ask.session, ask.path["calendar_id"], by=ask.me, now=ask.now)
    return ask.go(HOME, "It is taken away. Those times are free again.")


ROUTES = [
    Page(HOME, calendar, guards.provider, GET, name="own_calendar"),
    Page(HOME, give_calendar, guards.provider, POST, again=calendar, most_bytes=MOST_BYTES + _ROOM),
    Page(f"{HOME}/link", make_link, guards.provider, POST, again=calendar, name="make_calendar_link"),
    Page(f"{HOME}/link/end", end_link, guards.provider, POST, again=calendar, name="end_calendar_link"),
    Page(
        f"{HOME}/{{calendar_id}}/take-away", take_away, guards.provider, POST, again=calendar, name="take_calendar_away"
    ),
    Page("/calendar/{secret}/visits.ics", visits, guards.private_link(PURPOSE), GET, name="calendar_visits"),
]
