"""The two sides of a change: what people see now, and what they would see."""

from dataclasses import dataclass

from sqlmodel import Session

from market.web.filters import full_date
from market.web.listing.questions import QUESTIONS
from market.web.listing.words import part_words
from providers.changes.queries import changes_that_wait
from providers.changes.rules import Part
from providers.listings.tables import Listing

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
    """One part that waits. `photos` are the ids of the pictures now and then, where it is a photograph."""

    label: str
    why: str
    sent: str
    now: tuple[Side, ...]
    then: tuple[Side, ...]
    photos: tuple[str, str] | None = None


def sides(session: Session, row: Listing) -> tuple[Sides, ...]:
    """Each part that waits, as it stands and as it would."""
    found = []
    for one in changes_that_wait(session, row.id):
        now, then = part_words(one.part, one.was), part_words(one.part, one.becomes)
        label = PART_LABELS.get(one.part) or next(q.label for q in QUESTIONS.values() if q.part is one.part)
        photos = (one.was.get("photo", ""), one.becomes.get("photo", "")) if one.part is Part.PHOTO else None
        found.append(
            Sides(
                label,
                one.weighed,
                full_date(one.at),
                tuple(Side(line, line not in then) for line in now),
                tuple(Side(line, line not in now) for line in then),
                photos,
            )
        )
    return tuple(found)
