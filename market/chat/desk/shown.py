"""Rows of the services as the bot is shown them, cut to what this one actor may see."""

from sqlmodel import Session

from bot.phrases import saying
from bot.seen import Request, Slot
from bot.seen import Visit as SeenVisit
from market.bookings import queries
from market.bookings.tables import Booking, Visit
from market.core.places import district_of
from market.people.tables import Person

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "rev"})


def first_name(name: str) -> str:
    """ "Arthur Westcott" -> "Arthur"; "Mrs Gill" stays as it is."""
    parts = name.split()
    return name if not parts or parts[0].lower().rstrip(".") in TITLES else parts[0]


def seen_visit(session: Session, visit: Visit, *, to_provider: bool, with_place: bool) -> SeenVisit:
    """One visit. The place is for whoever has to find it, on a phone that is known to be theirs."""
    person = session.get(Person, visit.person_id)
    name = person.name if person else ""
    return SeenVisit(
        id=visit.id,
        person_id=visit.person_id,
        for_name=name if to_provider else first_name(name),
        title=visit.title,
        start=visit.starts_at,
        end=visit.ends_at,
        state=str(queries.state_of(visit)),
        worker=visit.who_comes,
        provider=visit.who_comes,
        place=_place(person) if person and with_place and to_provider else "",
        minutes_late=visit.minutes_late,
    )


def _place(person: Person) -> str:
    return ", ".join(part for part in (person.address, person.postcode) if part)


def seen_request(session: Session, booking: Booking) -> Request:
    """A request as a provider sees it before saying yes: first name and district, never the address."""
    person = session.get(Person, booking.person_id)
    visits = [visit for visit in queries.visits_of(session, booking.id) if visit.instead_of is None]
    slots = [Slot(visit.starts_at, visit.ends_at) for visit in visits]
    return Request(
        id=booking.id,
        for_name=first_name(person.name) if person else "",
        area=district_of(person.postcode) if person else "",
        title=booking.title,
        first=slots[0],
        visits=len(slots),
        until=booking.until_day,
        days_words=days_words(booking),
        total_pence=booking.total_pence,
        answer_by=booking.answer_by,
        note=booking.note,
    )


def days_words(booking: Booking) -> str:
    """ "on Tuesdays and Thursdays, 9am to 10am"."""
    span = saying.span(booking.wall_start, booking.wall_end)
    if not booking.weekdays:
        return f"on {saying.plain_date(booking.first_day)}, {span}"
    every = " every other week" if booking.every_weeks == 2 else ""
    days = saying.weekdays(booking.weekdays)
    return f"{'on ' if days.endswith('s') else ''}{days}{every}, {span}"
