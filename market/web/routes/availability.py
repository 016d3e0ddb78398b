"""When a provider can come: single days, time off, and the rules between visits. The usual week is a question of its own."""

from datetime import date, timedelta
from typing import Any

from starlette.responses import Response

from market.core.times import wall_day
from market.web import guards
from market.web.ask import Ask
from market.web.booking.reading import read_clock, read_date
from market.web.errors import NothingWritten
from market.web.listing.reading_lists import line_key
from market.web.listing.words import part_words
from market.web.page import GET, POST, Page
from market.web.shown.work import work_of
from providers.availability.queries import away_rows
from providers.availability.service import take_time_off, work_after_all
from providers.changes.rules import Part
from providers.changes.service import change, wished
from providers.listings import service
from providers.listings.rules import stands_down

NOTICE = ((0, "None"), (2, "2 hours"), (12, "12 hours"), (24, "A day"), (48, "2 days"), (72, "3 days"), (168, "A week"))
GAPS = ((0, "None"), (5, "5 minutes"), (10, "10 minutes"), (15, "15 minutes"), (30, "Half an hour"), (45, "45 minutes"))
AHEAD = ((None, "As far as people like"), (14, "2 weeks"), (28, "4 weeks"), (84, "12 weeks"), (182, "Half a year"))


def availability(ask: Ask) -> Response:
    """The usual week, the single days, time off, and the rules, each with what changes it."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    value = wished(ask.session, Part.TIMES, row, owner)
    today = wall_day(ask.now)
    away = [
        one for one in away_rows(ask.session, owner.id) if one.last_day >= today and one.listing_id in (None, row.id)
    ]
    return ask.page(
        "listing/availability.html",
        row=row,
        value=value,
        until=date.fromisoformat(value["last_day"]) if value.get("last_day") else None,
        may_change=not stands_down(row.state),
        week=part_words(Part.TIMES, value | {"dated": [], **_NO_RULES}),
        dated=[(line_key(one), one, date.fromisoformat(one["day"])) for one in value["dated"]],
        away=[(one, _agreed(ask, owner.id, one.first_day, one.last_day)) for one in away],
        notices=_options(NOTICE, value["notice_hours"], "hours"),
        gaps=_options(GAPS, value["buffer_minutes"], "minutes"),
        travel=_options(GAPS, value["travel_minutes"], "minutes"),
        ahead=_options(AHEAD, value["ahead_days"], "days"),
    )


_NO_RULES = {"notice_hours": 0, "buffer_minutes": 0, "travel_minutes": 0, "ahead_days": None, "last_day": ""}


def _options(options: Any, now: int | None, unit: str) -> list[tuple[str, str]]:
    """The choices, with what stands now among them whatever it is."""
    known = [("" if value is None else str(value), words) for value, words in options]
    stands = "" if now is None else str(now)
    return known if stands in dict(known) else [*known, (stands, f"{stands} {unit}")]


def _agreed(ask: Ask, provider_id: str, first: date, last: date) -> int:
    """How many agreed visits lie in a spell away: the worker must tell those people themself."""
    return len([one for one in work_of(ask.session, provider_id, first, last, ask.now) if one.can_give_up])


def rules(ask: Ask) -> Response:
    """Notice, a breath and the way between visits, how far ahead."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    value = wished(ask.session, Part.TIMES, row, owner)
    for field in ("notice_hours", "buffer_minutes", "travel_minutes"):
        typed = ask.typed(field)
        if not typed.isdigit() or int(typed) > 24 * 60:
            raise NothingWritten(field, "Choose one from the list.")
        value[field] = int(typed)
    ahead = ask.typed("ahead_days")
    value["ahead_days"] = int(ahead) if ahead.isdigit() and int(ahead) <= 730 else None
    change(ask.session, row.id, Part.TIMES, value, by=ask.me, now=ask.now)
    return ask.go(f"/listing/{row.id}/availability", "Kept. It holds from now on.")


def last_day(ask: Ask) -> Response:
    """Until when it is offered at all: a course ends, somebody moves away. Nothing typed: there is no last day."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    value = wished(ask.session, Part.TIMES, row, owner)
    typed = any(ask.typed(f"until-{part}") for part in ("day", "month", "year"))
    until = _day(ask, "until", "Type the last day, such as 24 12 2026.") if typed else None
    change(
        ask.session,
        row.id,
        Part.TIMES,
        value | {"last_day": until.isoformat() if until else ""},
        by=ask.me,
        now=ask.now,
    )
    said = "Kept. After that day nobody finds it." if until else "Kept. It has no last day."
    return ask.go(f"/listing/{row.id}/availability", said)


def one_day(ask: Ask) -> Response:
    """Other hours on one date, added or taken away."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    value = wished(ask.session, Part.TIMES, row, owner)
    if gone := ask.typed("remove"):
        value["dated"] = [one for one in value["dated"] if line_key(one) != gone]
    else:
        value["dated"] = sorted([*value["dated"], _dated(ask)], key=lambda one: (one["day"], one["from"]))
    change(ask.session, row.id, Part.TIMES, value, by=ask.me, now=ask.now)
    return ask.go(f"/listing/{row.id}/availability", "Kept. It holds for that day only.")


def _dated(ask: Ask) -> dict[str, str]:
    day = _day(ask, "on", "Type the day, such as 24 12 2026.")
    starts, ends = read_clock(ask.typed("starts")), read_clock(ask.typed("ends"))
    if starts is None:
        raise NothingWritten("starts", "Type from when, such as 09:00.")
    if ends is None:
        raise NothingWritten("ends", "Type until when, such as 12:00.")
    return {"day": day.isoformat(), "from": f"{starts:%H:%M}", "to": f"{ends:%H:%M}"}


def _day(ask: Ask, name: str, missing: str) -> date:
    read = read_date({part: ask.typed(f"{name}-{part}") for part in ("day", "month", "year")})
    if read is None:
        raise NothingWritten(name, missing)
    if read < wall_day(ask.now):
        raise NothingWritten(name, "That day has gone. Choose one that is still to come.")
    return read


def away(ask: Ask) -> Response:
    """Time off: nobody new can ask for these days. Visits agreed still stand, and the worker is told how many there are."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    first = _day(ask, "first", "Type the first day away, such as 24 12 2026.")
    last = _day(ask, "last", "Type the last day away. For one day, type the same day again.")
    take_time_off(ask.session, owner.id, first, last, ask.typed("why")[:100], by=ask.me, now=ask.now)
    agreed = _agreed(ask, owner.id, first, min(last, first + timedelta(days=366)))
    if not agreed:
        return ask.go(f"/listing/{row.id}/availability", "Kept. Nobody can ask for those days.")
    words = f"Kept. {agreed} agreed visit{'s' if agreed > 1 else ''} still stand in those days. Tell us below if you cannot come."
    return ask.go(f"/listing/{row.id}/availability", words, "wait")


def not_away(ask: Ask) -> Response:
    """Work those days after all."""
    row, _ = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    work_after_all(ask.session, ask.path["away_id"], by=ask.me, now=ask.now)
    return ask.go(f"/listing/{row.id}/availability", "Kept. People can ask for those days again.")


ROUTES = [
    Page("/listing/{listing_id}/availability", availability, guards.provider, GET),
    Page(
        "/listing/{listing_id}/availability/rules", rules, guards.provider, POST, again=availability, name="set_rules"
    ),
    Page("/listing/{listing_id}/availability/last-day", last_day, guards.provider, POST, again=availability),
    Page("/listing/{listing_id}/availability/day", one_day, guards.provider, POST, again=availability),
    Page("/listing/{listing_id}/availability/away", away, guards.provider, POST, again=availability),
    Page(
        "/listing/{listing_id}/availability/away/{away_id}/take-back",
        not_away,
        guards.provider,
        POST,
        again=availability,
    ),
]
