"""What somebody needs who comes to a visit: the name to say, the door, how to talk. Nothing else of the person's life.

It is given only for a visit that is agreed and still theirs (`rules.may_know_the_door`), and each look is written down.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from market.bookings import queries
from market.bookings.cascade.tables import BackupContact
from market.bookings.rules import may_know_the_door
from market.bookings.tables import Visit
from market.core.actor import Actor, Role
from market.core.audit import note_read
from market.core.errors import NotFound
from market.people.tables import Person

_TALKING = {
    "hearing_aid": "Wears a hearing aid.",
    "lip_reading": "Reads lips: face them when you talk.",
    "bsl_interpreter": "Uses British Sign Language.",
    "more_time": "Give them a little more time to answer.",
    "deafblind_guide": "Has a deafblind guide.",
    "plain_words": "Use short, plain words.",
    "speech_app": "Talks with an app.",
}
_THERE = {
    "hoist": "There is a hoist.",
    "stairlift": "There is a stairlift.",
    "walking_frame": "Walks with a frame.",
    "wheelchair": "Uses a wheelchair.",
    "key_safe": "There is a key safe by the door.",
    "pendant_alarm": "Wears an alarm on a cord.",
}


@dataclass(frozen=True)
class Doorstep:
    """What matters on the doorstep. `matters` are whole sentences."""

    called: str
    name: str
    place: str
    phone: str
    home: str
    matters: tuple[str, ...]


def doorstep_for_worker(session: Session, actor: Actor, visit: Visit, now: datetime) -> Doorstep | None:
    """For the provider whose visit this is; None when it is no longer theirs to know. Raises `NotFound` for another's."""
    queries.work_visit(session, actor.provider_id, visit.id)
    if not may_know_the_door(queries.state_of(visit), visit.ends_at, now):
        return None
    note_read(session, actor, "visit:door:read", visit.id, at=now, person_id=visit.person_id)
    return _doorstep(session, visit)


def doorstep_for_contact(session: Session, contact: BackupContact, visit: Visit, now: datetime) -> Doorstep | None:
    """For the backup contact who has said yes to this visit, with an account or without; None for anybody else."""
    is_theirs = visit.contact_id == contact.id and contact.person_id == visit.person_id
    if not is_theirs or not may_know_the_door(queries.state_of(visit), visit.ends_at, now):
        return None
    looker = Actor(contact.account_id or contact.id, contact.name, Role.BACKUP_CONTACT)
    note_read(session, looker, "cover:door:read", visit.id, at=now, person_id=visit.person_id)
    return _doorstep(session, visit)


def _doorstep(session: Session, visit: Visit) -> Doorstep:
    person = session.get(Person, visit.person_id)
    if person is None:
        raise NotFound
    needs = person.needs
    return Doorstep(
        called=str(needs.get("known_as") or person.name),
        name=person.name,
        place=", ".join(part for part in (person.address, person.postcode) if part),
        phone=person.phone,
        home=str(needs.get("home") or ""),
        matters=_matters(needs, person.wants),
    )


def _matters(needs: dict[str, Any], wants: dict[str, Any]) -> tuple[str, ...]:
    said = [_TALKING[word] for word in needs.get("communication_support", ()) if word in _TALKING]
    language = needs.get("first_language") or "English"
    if language != "English":
        said.append(f"First language: {'British Sign Language' if language == 'BSL' else language}.")
    said += [_THERE[word] for word in needs.get("equipment", ()) if word in _THERE]
    said += [f"There is a {pet}." for pet in wants.get("pets", ()) if pet in ("dog", "cat")]
    return (*said, "Smokes at home.") if wants.get("smokes") else tuple(said)
