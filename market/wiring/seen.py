"""Rows as the bot's words want them: plain values, already cut to what the reader may know."""

import re
from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session

from bot import seen
from market.bookings import queries
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.tables import CascadeQuestion
from market.bookings.tables import Booking, Visit
from market.core.errors import NotFound
from market.core.places import district_of
from market.core.times import wall
from market.payments.fees import after_fee
from market.people.tables import Person
from providers.organisations.queries import provider as provider_by_id

DAY_WORDS = {
    "MO": "Mondays",
    "TU": "Tuesdays",
    "WE": "Wednesdays",
    "TH": "Thursdays",
    "FR": "Fridays",
    "SA": "Saturdays",
    "SU": "Sundays",
}


_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})


def first_name(name: str) -> str:
    """All that is said of somebody before an introduction: `Mr Arthur Westcott` -> `Arthur`."""
    parts = [part for part in name.split() if part.rstrip(".") not in _TITLES]
    return parts[0] if parts else name


def person(session: Session, person_id: str) -> Person:
    """The person a record is about, for a message that its own event makes due. Raises `NotFound`."""
    row = session.get(Person, person_id)
    if row is None:
        raise NotFound
    return row


def visit(session: Session, row: Visit) -> seen.Visit:
    """A visit with the person's name as they are called."""
    whose = person(session, row.person_id)
    return seen.Visit(
        id=row.id,
        person_id=row.person_id,
        for_name=whose.needs.get("known_as") or first_name(whose.name),
        title=row.title,
        start=wall(row.starts_at),
        end=wall(row.ends_at),
        state=queries.state_of(row),
        worker=row.who_comes,
        provider=provider_by_id(session, row.provider_id).name if row.provider_id else "",
        minutes_late=row.minutes_late,
    )


def slot(row: Visit) -> seen.Slot:
    """The time of a visit, as London clocks show it."""
    return seen.Slot(wall(row.starts_at), wall(row.ends_at))


def days_words(row: Booking) -> str:
    """`Tuesdays and Thursdays, 9am to 10am`, or the one day."""
    times = f"{_clock(row.wall_start.hour, row.wall_start.minute)} to {_clock(row.wall_end.hour, row.wall_end.minute)}"
    if not row.weekdays:
        return f"{row.first_day:%A} {row.first_day.day} {row.first_day:%B}, {times}"
    every = "Every other week: " if row.every_weeks == 2 else ""
    return f"{every}{_listed([DAY_WORDS[day] for day in row.weekdays])}, {times}"


NOBODY_YET = "Somebody"
"""What a person is called to a provider who has not said yes to them."""


def request(session: Session, row: Booking) -> seen.Request:
    """A request cut to what a provider may know before saying yes: the district, and no name, address or diagnosis."""
    whose, slots = person(session, row.person_id), queries.visits_of(session, row.id)
    moves = queries.visit(session, row.moves_visit_id) if row.moves_visit_id else None
    return seen.Request(
        id=row.id,
        for_name=(whose.needs.get("known_as") or first_name(whose.name)) if moves else NOBODY_YET,
        area=district_of(whose.postcode) or "your area",
        title=row.title,
        first=slot(slots[0]),
        visits=len(slots),
        until=row.until_day,
        days_words=days_words(row),
        total_pence=row.total_pence,
        answer_by=row.answer_by,
        note=without_names(row.note, whose),
        moves=slot(moves) if moves else None,
        was_pence=moves.each_pence if moves else 0,
    )


def without_names(words: str, whose: Person) -> str:
    """Words about a person with their names taken out, for somebody who has not been introduced yet."""
    names = {*whose.name.split(), str(whose.needs.get("known_as") or "")}
    for name in sorted(
        (name for name in names if len(name) > 1 and name.rstrip(".") not in _TITLES), key=len, reverse=True
    ):
        words = re.sub(rf"\b{re.escape(name)}(?=\b|’|')", "they", words, flags=re.IGNORECASE)
    return words[:1].upper() + words[1:]


def accepted(session: Session, row: Booking) -> seen.Accepted:
    """A booking that its provider has said yes to."""
    slots = tuple(slot(one) for one in queries.visits_of(session, row.id) if one.instead_of is None)
    whose = person(session, row.person_id)
    moved = slot(queries.visit(session, row.moves_visit_id)) if row.moves_visit_id else None
    return seen.Accepted(row.id, whose.needs.get("known_as") or first_name(whose.name), slots, moved)


def cover_question(session: Session, asked: CascadeQuestion) -> seen.OpenQuestion:
    """The question put to a backup contact: this one visit and nothing else of the person's life."""
    cascade = cascades.cascade(session, asked.cascade_id)
    failed = queries.visit(session, cascade.visit_id)
    whose = person(session, failed.person_id)
    return seen.OpenQuestion(
        id=asked.id,
        kind="cover",
        for_name=whose.needs.get("known_as") or first_name(whose.name),
        title=failed.title,
        slot=slot(failed),
        answer_by=asked.answer_by,
        usual=failed.who_comes,
        pay_pence=after_fee(session, failed.booking_id, asked.price_pence) or None,
    )


def price_question(session: Session, asked: CascadeQuestion) -> seen.OpenQuestion:
    """The question put to the customer when cover is dearer than was agreed."""
    cover = cover_question(session, asked)
    contact = cascades.contact(session, asked.contact_id)
    return seen.OpenQuestion(
        id=asked.id,
        kind="dearer",
        for_name=cover.for_name,
        title=cover.title,
        slot=cover.slot,
        answer_by=asked.price_answer_by or asked.answer_by + timedelta(minutes=20),
        usual=cover.usual,
        who=contact.name,
        extra_pence=asked.dearer_pence,
    )


def _clock(hour: int, minute: int) -> str:
    half = "am" if hour < 12 else "pm"
    shown = f"{hour % 12 or 12}" + (f":{minute:02d}" if minute else "")
    return "midday" if (hour, minute) == (12, 0) else f"{shown}{half}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
