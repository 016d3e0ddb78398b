"""The two sides of a change: what people see now, and what they would see."""

from dataclasses import dataclass

from sqlmodel import Session

from market.web.filters import full_date
from market.web.listing.questions import QUESTIONS
from market.web.listing.register_words import register_words
from market.web.listing.words import part_words
from providers.changes.parts import read_part
from providers.changes.queries import changes_that_wait
from providers.changes.rules import Part
from providers.changes.tables import ListingChange
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.registrations.queries import newest_look

PART_LABELS = {
    Part.WHERE: "Where",
    Part.KINDS: "What they do",
    Part.ARRANGEMENT: "How they work",
    Part.LIMITS: "Likes and limits",
    Part.WORDS: "Title and words",
}


@dataclass(frozen=True)
class Side:
    """One line of one side. `differs`: it is not on the other side."""

    words: str
    differs: bool


@dataclass(frozen=True)
class Sides:
    """One part that waits. `photos` are the ids of the pictures now and then, where it is a photograph;
    `register` what the CQC register says of a number that would be new."""

    label: str
    why: str
    sent: str
    now: tuple[Side, ...]
    then: tuple[Side, ...]
    photos: tuple[str, str] | None = None
    register: str = ""


def sides(session: Session, row: Listing, owner: Provider) -> tuple[Sides, ...]:
    """Each part that waits, as it stands and as it would."""
    found = []
    for one in changes_that_wait(session, row.id):
        stands = read_part(session, one.part, row, owner)
        now, then = part_words(one.part, stands), part_words(one.part, one.becomes)
        label = PART_LABELS.get(one.part) or next(q.label for q in QUESTIONS.values() if q.part is one.part)
        photos = (stands.get("photo", ""), one.becomes.get("photo", "")) if one.part is Part.PHOTO else None
        found.append(
            Sides(
                label,
                one.weighed,
                full_date(one.at),
                tuple(Side(line, line not in then) for line in now),
                tuple(Side(line, line not in now) for line in then),
                photos,
                _register(session, owner, one) if one.part is Part.ARRANGEMENT else "",
            )
        )
    return tuple(found)


def _register(session: Session, owner: Provider, change: ListingChange) -> str:
    number = str(change.becomes["cqc_number"])
    if number in ("", owner.cqc_number):
        return ""
    return f"The CQC register on {number}: {register_words(newest_look(session, owner.id, number))}"
