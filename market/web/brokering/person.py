"""The parts of a person's page, each cut to what whoever looks may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from market.bookings.cascade.queries import contacts_of
from market.bookings.cascade.rules import ContactKind
from market.bookings.cascade.tables import BackupContact
from market.bookings.queries import bookings_of, status_of
from market.bookings.rules import BookingStatus
from market.core.money import pounds
from market.core.times import wall_day
from market.people.access import as_agreement
from market.people.queries import authority, consents_of
from market.people.rules import stands
from market.people.tables import Person
from market.plans.care_act import care_act_outcomes
from market.plans.queries import outcomes_of
from market.plans.tables import Plan
from market.web.brokering.words import BASES, may_words
from market.web.filters import month

CONTACT = {
    "phone": "Ring",
    "text": "Send a text",
    "email": "Send an e-mail",
    "letter": "Write a letter",
    "bot": "Write in the chat",
    "supporter": "Talk to whoever helps",
}
FORMATS = {
    "standard": "",
    "large_print": "Large print",
    "easy_read": "Easy read",
    "audio": "Read aloud or recorded",
    "braille": "Braille",
    "bsl_video": "BSL video",
    "email": "By e-mail",
}
SUPPORT = {
    "hearing_aid": "Wears a hearing aid",
    "lip_reading": "Reads lips: face them",
    "bsl_interpreter": "BSL interpreter",
    "more_time": "Give more time",
    "advocate": "An advocate is there",
    "deafblind_guide": "Deafblind guide",
    "plain_words": "Use plain words",
    "speech_app": "Talks with an app",
}
CONTACT_KINDS = {
    ContactKind.SOMEONE_KNOWN: "Someone {known}. Comes unpaid.",
    ContactKind.WORKER_KNOWN: "A worker {known}. Paid by the visit.",
    ContactKind.PROVIDER: "A service. Sends somebody of its own.",
}
_HAS_SUPPORT = frozenset({BookingStatus.REQUESTED, BookingStatus.ACCEPTED})


@dataclass(frozen=True)
class OutcomeShown:
    """What the person wants to be able to do, the Care Act words it belongs to, and what is arranged for it."""

    id: str
    words: str
    belongs_to: tuple[str, ...]
    arranged: tuple[str, ...]


def first_name(person: Person) -> str:
    """What they like to be called."""
    return str(person.needs.get("known_as") or person.name.split()[0])


def age(born: date | None, today: date) -> int | None:
    """Whole years."""
    return None if born is None else today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def header_facts(person: Person, now: datetime) -> list[str]:
    """Age, town and telephone."""
    years = age(person.date_of_birth, wall_day(now))
    facts = [f"{years} years old" if years else "", f"{person.address}, {person.postcode}".strip(", "), person.phone]
    return [fact for fact in facts if fact]


def understood_by(person: Person) -> str:
    """What to do so that the person can understand and be understood: flagged beside their name (DAPB1605)."""
    wanted = [one for one in person.needs.get("communication_support", ()) if one != "none"]
    return ". ".join(SUPPORT.get(one, one.replace("_", " ").capitalize()) for one in wanted)


def how_to_talk(person: Person) -> list[tuple[str, str]]:
    """Accessible information (DAPB1605): contact method, format, support, first language."""
    needs = person.needs
    language = needs.get("first_language", "English")
    rows = [
        ("Best way", CONTACT.get(needs.get("contact_method", ""), "")),
        ("Letters and pages", FORMATS.get(needs.get("information_format", ""), "")),
        ("To be understood", understood_by(person)),
        ("First language", "Sign language (BSL)" if language == "BSL" else language if language != "English" else ""),
    ]
    return [(name, value) for name, value in rows if value]


def what_matters(person: Person, *, with_money: bool) -> list[tuple[str, str]]:
    """What a visitor should know, and who they would rather have. Sums only for those who may see the money."""
    wants, needs = person.wants, person.needs
    ceiling = wants.get("ceiling_pence_per_hour")
    pets = [pet for pet in wants.get("pets", ()) if pet != "none"]
    rows = [
        ("At home", needs.get("home", "")),
        ("Equipment", ", ".join(one.replace("_", " ") for one in needs.get("equipment", ())).capitalize()),
        ("Who comes", {"female": "A woman", "male": "A man"}.get(wants.get("worker_gender", ""), "")),
        ("Speaks", ", ".join(wants.get("languages", ()))),
        ("Pets", ", ".join(pets).capitalize()),
        ("Smokes", "Yes" if wants.get("smokes") else ""),
        ("Most an hour", pounds(ceiling) if ceiling and with_money else ""),
        ("Please note", wants.get("notes", "")),
    ]
    return [(name, value) for name, value in rows if value]


def outcomes_shown(session: Session, person: Person, plan: Plan | None, now: datetime) -> list[OutcomeShown]:
    """The outcomes of the plan, each with the visits that are agreed or asked for because of it."""
    if plan is None:
        return []
    arranged: dict[str, list[str]] = {}
    for booking in bookings_of(session, person.id):
        if booking.outcome_id and status_of(booking, now) in _HAS_SUPPORT:
            arranged.setdefault(booking.outcome_id, []).append(booking.title)
    named = care_act_outcomes()
    return [
        OutcomeShown(
            one.id,
            one.words,
            tuple(named[key] for key in one.care_act if key in named),
            tuple(dict.fromkeys(arranged.get(one.id, ()))),
        )
        for one in outcomes_of(session, plan.id)
    ]


@dataclass(frozen=True)
class WhenAVisitFails:
    """The person's own backup plan, in the order it is asked, and who stands behind it."""

    contacts: tuple[Mapping[str, str], ...]
    minutes: int
    desk_phone: str


def when_a_visit_fails(session: Session, person: Person, *, with_money: bool, mine: bool = False) -> WhenAVisitFails:
    """What happens, in the person's own order."""
    council = authority(session, person.authority_id)
    known = "you know" if mine else f"{first_name(person)} knows"
    contacts = tuple(_contact(row, with_money, known) for row in contacts_of(session, person.id))
    minutes = council.cascade_answer_minutes if council else 20
    return WhenAVisitFails(contacts, minutes, council.out_of_hours_phone if council else "")


def _contact(row: BackupContact, with_money: bool, known: str) -> dict[str, str]:
    most = row.ceiling_pence_per_hour if with_money else None
    ceiling = f" Up to {pounds(most)} an hour without asking." if most else ""
    return {"name": row.name, "relation": row.relation, "about": CONTACT_KINDS[row.kind].format(known=known) + ceiling}


def who_may_act(session: Session, person: Person, now: datetime) -> list[dict[str, str]]:
    """Everybody who may do something for this person now: for what, on what basis, until when."""
    standing = [(one, who) for one, who in consents_of(session, person.id) if stands(as_agreement(one), now)]
    return [
        {
            "name": who.name,
            "relation": one.relation,
            "may": may_words(one.scopes),
            "basis": BASES[one.basis] + (f", until {month(one.ends_at)}" if one.ends_at else ""),
        }
        for one, who in standing
    ]


def pots_shown(views: Sequence[Any], person_id: str) -> list[dict[str, Any]]:
    """Pots as `components/money.html` draws them. `views` are of budgets.service."""
    return [
        {
            "id": view.pot.id,
            "name": view.name,
            "kind_words": view.about,
            "allocated": view.balance.allocated,
            "spent": view.balance.spent,
            "held": view.balance.held,
            "free": view.balance.free,
            "until": view.pot.ends_on,
            "href": f"/people/{person_id}/money#{view.pot.id}",
        }
        for view in views
    ]
