"""Rows as the bot is shown them, cut to what this one actor may see; beside those that every message shares."""

from dataclasses import replace

from sqlmodel import Session

from bot.seen import Asked
from bot.seen import Visit as SeenVisit
from market.bookings.tables import Booking, Visit
from market.people.tables import Person
from market.wiring import seen
from providers.organisations.queries import provider as provider_by_id

START_SOONER = "You have 14 days to change your mind about paying. These visits start sooner, so you would pay for those you have had."
"""Consumer Contracts (Information, Cancellation and Additional Charges) Regulations 2013, regs 29 and 36."""


def called_by(person: Person) -> str:
    """What a person is called: as they said, else their first name."""
    return str(person.needs.get("known_as") or seen.first_name(person.name))


def work_visit(session: Session, visit: Visit, *, with_place: bool) -> SeenVisit:
    """One visit as the worker who goes there sees it. The place is left out on a phone that may not be theirs."""
    shown = seen.visit(session, visit)
    if not with_place:
        return shown
    person = seen.person(session, visit.person_id)
    return replace(shown, place=", ".join(part for part in (person.address, person.postcode) if part))


def asked_of(session: Session, booking: Booking) -> Asked:
    """A request as whoever made it is told of it."""
    owner = provider_by_id(session, booking.provider_id)
    return Asked(booking.id, owner.name, len(booking.price_lines), booking.answer_by)
