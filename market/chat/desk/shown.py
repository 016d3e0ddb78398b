"""Rows as the bot is shown them, cut to what this one actor may see; beside those that every message shares."""

from dataclasses import replace

from sqlmodel import Session

from bot.seen import Visit as SeenVisit
from market.bookings.tables import Visit
from market.people.tables import Person
from market.wiring import seen


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
