"""A request as its provider reads it before saying yes: what, when, how far, for how much; no name, address or diagnosis."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.seen import Request, Slot
from market.bookings import queries
from market.bookings.tables import Booking
from market.core.money import pounds
from market.core.places import Spot, metres_between
from market.core.times import wall
from market.web.filters import counted, day, miles, moment, period
from market.web.paying.fees import fee_rows
from market.wiring import seen
from providers.listings.kinds import kind_words
from providers.listings.queries import listing

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
    of_a_move: bool = False


def shown_request(session: Session, booking: Booking) -> ShownRequest:
    """The request, cut as `wiring.seen.request` cuts it."""
    cut = seen.request(session, booking)
    slots = tuple(seen.slot(one) for one in queries.visits_of(session, booking.id) if one.instead_of is None)
    return ShownRequest(
        id=cut.id,
        heading=_heading(booking, cut),
        title=cut.title,
        note=cut.note,
        answer_by=cut.answer_by,
        rows=_rows(session, booking, cut),
        slots=slots,
        monday=booking.first_day,
        of_a_move=cut.moves is not None,
    )


def _heading(booking: Booking, cut: Request) -> str:
    if cut.moves is not None:
        return f"{cut.for_name} asks to move a visit"
    return f"{kind_words(booking.kind)} in {cut.area}"


def _rows(session: Session, booking: Booking, cut: Request) -> tuple[Row, ...]:
    if cut.moves is not None:
        return _of_a_move(session, booking, cut)
    first = ("First visit", period(wall(cut.first.start), wall(cut.first.end)))
    many = (("Days", cut.days_words), first, ("Until", day(cut.until))) if cut.visits > 1 else (("When", first[1]),)
    price = pounds(cut.total_pence) if cut.total_pence else "free"
    in_all = ("In all", f"{counted(cut.visits, 'visit')}, {price}")
    needed = ("What is needed", f"{kind_words(booking.kind)} ({cut.title})")
    return (
        needed,
        ("How far", how_far(session, booking)),
        *many,
        *_each(booking),
        in_all,
        *fee_rows(session, booking.id, booking.total_pence),
        ("Answer by", moment(cut.answer_by)),
    )


def _of_a_move(session: Session, booking: Booking, cut: Request) -> tuple[Row, ...]:
    """They know whom it is for and where: what they are asked is the time."""
    assert cut.moves is not None
    return (
        ("What for", cut.title),
        ("Now", period(wall(cut.moves.start), wall(cut.moves.end))),
        ("New time", period(wall(cut.first.start), wall(cut.first.end))),
        ("Price", f"{pounds(cut.total_pence)}. Now it is {pounds(cut.was_pence)}." if cut.total_pence else "free"),
        *fee_rows(session, booking.id, booking.total_pence),
        ("If you say no", "It stays as it is"),
        ("Answer by", moment(cut.answer_by)),
    )


def _each(booking: Booking) -> tuple[Row, ...]:
    """What one visit comes to, where every visit comes to the same."""
    pence = {line["pence"] for line in booking.price_lines}
    return (("Each visit", pounds(pence.pop())),) if len(pence) == 1 and len(booking.price_lines) > 1 else ()


def how_far(session: Session, booking: Booking) -> str:
    """From where the provider starts to about where the person lives, in a straight line."""
    row, whose = listing(session, booking.listing_id), seen.person(session, booking.person_id)
    if None in (row.easting, row.northing, whose.easting, whose.northing):
        return "We cannot say"
    here = Spot(row.easting or 0, row.northing or 0)
    said = miles(metres_between(here, Spot(whose.easting or 0, whose.northing or 0)))
    return f"{said[:1].upper()}{said[1:]} from where you start"
