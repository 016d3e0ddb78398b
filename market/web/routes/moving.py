"""Moving one visit: what is typed, then what it would cost, and only then the asking. It stays as agreed until a yes."""

from dataclasses import dataclass
from datetime import date, time

from starlette.responses import Response

from market.bookings import queries
from market.bookings.errors import SlotsTaken
from market.bookings.moving.rules import NewTime, wall_minutes
from market.bookings.moving.service import Move, ask_to_move, look_at_move
from market.bookings.tables import Visit
from market.core.errors import NotAllowed, NotFound, Refusal
from market.core.ids import new_id
from market.people.access import may, person_for
from market.people.rules import Scope
from market.web.ask import Ask
from market.web.booking.reading import read_clock, read_date
from market.web.booking.weeks import shown
from market.web.page import GET, POST, Page
from market.web.refusal_words.bookings import TAKEN_WHY
from market.web.refusals import said
from market.web.routes.week import VIEWERS

_MOST_PENCE = 12
LONGEST_NIGHT_MINUTES = 16 * 60
"""A longer one is a slip: an end typed before its beginning."""


@dataclass(frozen=True)
class Typed:
    """A day and two times as they were typed, each in its box, and what is wrong with them by field."""

    boxes: dict[str, str]
    start: str
    end: str

    @classmethod
    def of(cls, ask: Ask) -> "Typed":
        boxes = {part: ask.typed(f"day-{part}") for part in ("day", "month", "year")}
        return cls(boxes, ask.typed("start"), ask.typed("end"))

    @classmethod
    def agreed(cls, row: Visit) -> "Typed":
        boxes = {"day": str(row.day.day), "month": str(row.day.month), "year": str(row.day.year)}
        return cls(boxes, f"{row.wall_start:%H:%M}", f"{row.wall_end:%H:%M}")

    @property
    def read(self) -> tuple[date | None, time | None, time | None]:
        return read_date(self.boxes), read_clock(self.start), read_clock(self.end)

    @property
    def wrong(self) -> dict[str, str]:
        day, start, end = self.read
        found = {}
        if day is None:
            found["day"] = "Type a date, such as 1 12 2026."
        if start is None:
            found["start"] = "Type when the visit begins, such as 09:00."
        if end is None:
            found["end"] = "Type when the visit ends, such as 10:00."
        if start is not None and end is not None and wall_minutes(start, end) > LONGEST_NIGHT_MINUTES:
            found["end"] = "The end is before the visit begins. Look at both times again."
        return found

    @property
    def new_time(self) -> NewTime:
        day, start, end = self.read
        assert start is not None
        assert end is not None, "looked at only where nothing is wrong"
        return NewTime(day, start, wall_minutes(start, end))


def before_moving(ask: Ask) -> Response:
    """The visit as it stands, in boxes that can be typed over."""
    return _form(ask, _row(ask), None, {})


def look(ask: Ask) -> Response:
    """What the new time would cost, and what its provider must agree to. Nobody is asked yet."""
    row, typed = _row(ask), Typed.of(ask)
    if typed.wrong:
        return _form(ask, row, typed, typed.wrong)
    try:
        move = look_at_move(ask.session, ask.me, row.id, typed.new_time, now=ask.now)
    except (NotAllowed, NotFound):
        raise
    except SlotsTaken as refusal:
        why = TAKEN_WHY.get(refusal.taken[0].why, "that time has gone")
        words = f"They cannot come then: {why}. The visit stays as it is. Choose another day or time."
        return _form(ask, row, typed, {"": words})
    except Refusal as refusal:
        return _form(ask, row, typed, {"": said(refusal).words})
    return _check(ask, row, typed, move)


def confirm(ask: Ask) -> Response:
    """Ask the provider, once, at the price that was seen."""
    row, typed = _row(ask), Typed.of(ask)
    if typed.wrong:
        return _form(ask, row, typed, typed.wrong)
    pence = ask.typed("seen_pence")
    ask_to_move(
        ask.session,
        ask.me,
        row.id,
        typed.new_time,
        seen_pence=int(pence) if pence.isdigit() and len(pence) < _MOST_PENCE else -1,
        key=f"web:{ask.me.account_id}:{ask.typed('key') or new_id('key')}",
        now=ask.now,
    )
    return ask.go(f"/visits/{row.id}", "We have asked. The visit stays as it is until they say yes.", "calm")


def _row(ask: Ask) -> Visit:
    row = queries.visit(ask.session, ask.path["visit_id"])
    person_for(ask.session, ask.me, row.person_id, Scope.CANCEL, ask.now)
    return row


def _form(ask: Ask, row: Visit, typed: Typed | None, errors: dict[str, str]) -> Response:
    page = ask.page(
        "booking/move_visit.html",
        visit=shown(ask.session, row, ask.now, sees_money=False),
        typed=typed or Typed.agreed(row),
        errors=errors,
        move=None,
    )
    page.status_code = 422 if errors else 200
    return page


def _check(ask: Ask, row: Visit, typed: Typed, move: Move) -> Response:
    sees_money = may(ask.session, ask.me, move.run.person, Scope.SEE_MONEY, ask.now)
    return ask.page(
        "booking/move_visit.html",
        visit=shown(ask.session, row, ask.now, sees_money=True),
        typed=typed,
        errors={},
        move=move,
        slot=move.to.slot,
        left=move.run.left if sees_money else None,
        must_start_sooner=move.run.starts_within_cooling_off(ask.now),
        key=ask.typed("key") or new_id("key"),
    )


ROUTES = [
    Page("/visits/{visit_id}/move", before_moving, VIEWERS, GET, name="before_moving_visit"),
    Page("/visits/{visit_id}/move", look, VIEWERS, POST, name="look_at_move"),
    Page("/visits/{visit_id}/move/ask", confirm, VIEWERS, POST, name="move_visit", again=look),
]
