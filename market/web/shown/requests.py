"""A request as its provider reads it before saying yes: first name and district, no address and no diagnosis."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.seen import Request, Slot
from market.bookings import queries
from market.bookings.tables import Booking
from market.core.money import pounds
from market.core.times import wall
from market.web.filters import counted, day, moment, period
from market.wiring import seen

Row = tuple[str, str]


@dataclass(frozen=True)
class ShownRequest:
    """One request: the words of its heading, its facts in order, and every visit it asks for."""

    id: str
    heading: str
    title: str
    note: str
    answer_by: datetime
    rows: tuple[Row, ...]
    slots: tuple[Slot, ...]
    monday: date


def shown_request(session: Session, booking: Booking) -> ShownRequest:
    """The request, cut as `wiring.seen.request` cuts it."""
    cut = seen.request(session, booking)
    slots = tuple(seen.slot(one) for one in queries.visits_of(session, booking.id) if one.instead_of is None)
    return ShownRequest(
        id=cut.id,
        heading=f"{cut.for_name}, {cut.area}",
        title=cut.title,
        note=cut.note,
        answer_by=cut.answer_by,
        rows=_rows(cut),
        slots=slots,
        monday=booking.first_day,
    )


def _rows(cut: Request) -> tuple[Row, ...]:
    first = ("First visit", period(wall(cut.first.start), wall(cut.first.end)))
    many = (("Days", cut.days_words), first, ("Until", day(cut.until))) if cut.visits > 1 else (("When", first[1]),)
    price = pounds(cut.total_pence) if cut.total_pence else "free"
    in_all = ("In all", f"{counted(cut.visits, 'visit')}, {price}")
    return (("What", cut.title), *many, in_all, ("Answer by", moment(cut.answer_by)))
