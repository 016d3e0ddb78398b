"""A broker's people in one list: what waits, how long, the money, the next visit, and what is wrong."""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz
from starlette.responses import Response

from market.brokerage.service import Line, caseload
from market.core.times import wall_day
from market.web import guards
from market.web.ask import Ask
from market.web.brokering.words import STEPS, TROUBLES, step_note, step_path, waited
from market.web.page import GET, POST, Page

_LIKE = 80  # of 100: "westcot" and "Arthur Wescott" find Arthur Westcott

_SHOWS: dict[str, tuple[str, Callable[[Line], bool]]] = {
    "": ("Everybody", lambda _line: True),
    "you": ("Waiting for you", lambda line: bool(line.waiting) and line.waiting[0].is_brokers),
    "others": ("Out with others", lambda line: bool(line.waiting) and not line.waiting[0].is_brokers),
    "wrong": ("Something wrong", lambda line: bool(line.troubles)),
}


def everybody(ask: Ask) -> Response:
    """The whole caseload, or a part of it: what waits for the broker, what is out with others, what is wrong."""
    lines = caseload(ask.session, ask.me, ask.now)
    wanted = ask.query("show") if ask.query("show") in _SHOWS else ""
    return _page(ask, lines, [line for line in lines if _SHOWS[wanted][1](line)], wanted)


def by_name(ask: Ask) -> Response:
    """Those with a name like the one typed. A POST, so that no name stands in an address."""
    lines = caseload(ask.session, ask.me, ask.now)
    typed = ask.typed("name").casefold()
    return _page(ask, lines, [line for line in lines if _is_like(typed, line.person.name.casefold())], "")


def _is_like(typed: str, name: str) -> bool:
    return typed in name or (len(typed) > 2 and fuzz.partial_ratio(typed, name) >= _LIKE)


def _page(ask: Ask, everyone: Sequence[Line], lines: Sequence[Line], wanted: str) -> Response:
    tabs = [(show, words, sum(fits(line) for line in everyone)) for show, (words, fits) in _SHOWS.items()]
    return ask.page(
        "caseload/caseload.html",
        lines=lines,
        tabs=tabs,
        wanted=wanted,
        searched=ask.typed("name"),
        today=wall_day(ask.now),
        now=ask.now,
        steps=STEPS,
        troubles=TROUBLES,
        step_note=step_note,
        step_path=step_path,
        waited=waited,
    )


ROUTES = [
    Page("/caseload", everybody, guards.broker, GET, name="caseload"),
    Page("/caseload/by-name", by_name, guards.broker, POST, name="caseload_by_name", writes=False),
]
