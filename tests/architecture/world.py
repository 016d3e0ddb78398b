"""Two councils with somebody in every role in each, to walk the whole site across the border between them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from market.chat.rules import Via
from market.chat.tables import Conversation
from market.core.actor import PROVIDERS, Role
from market.core.database import Database
from market.core.ids import new_secret
from market.people.rules import Scope, hashed
from market.people.tables import Account, Consent, Person, SignedIn
from market.plans.tables import Plan
from market.search.tables import SearchedNeed, Shortlist
from providers.accreditation.tables import EvidenceRow
from providers.availability.tables import AwayRow
from providers.documents.tables import ShownDocument
from providers.organisations.tables import Provider
from providers.photographs.tables import Photograph
from providers.references.tables import Reference
from tests.architecture.failed_visit import failed_visit
from tests.architecture.paid_visit import paid_visit
from tests.factories.interchange import a_calendar, a_pair, a_run
from tests.factories.people import a_consent, a_person, an_account, an_authority, somebody
from tests.factories.providers import LONG_AGO, a_listing, a_provider


@dataclass
class Side:
    """One council's people: everybody in a role there, and the records that only this side may see."""

    accounts: dict[Role, Account]
    secrets: tuple[str, ...]
    ids: dict[str, str] = field(default_factory=dict)


@dataclass
class World:
    """Two sides. `here` walks; `there` must never be seen."""

    here: Side
    there: Side


# What each named part of an address stands for, on the side that is walked into. Whoever adds a page with a new name
# in its address makes such a record in `_side` and says its id here. A name whose values are no records says "".
NO_RECORD = frozenset({"rest", "secret", "size", "kind", "token", "feed_id"})

# Pages about a listing that anybody may ask for: listings are public across borders.
OF_PUBLIC_LISTINGS = frozenset({"/ask/{listing_id}"})


def make_world(database: Database) -> World:
    """Fill the database with two councils that know nothing of each other."""
    with database.write() as session:
        return World(_side(session, "Devon", "Arthur Westcott"), _side(session, "Torbay", "Zebedee Quillfeather"))


def _side(session: Session, council: str, name: str) -> Side:
    authority = an_authority(session, f"{council} demo council", council_codes=[council])
    person = a_person(session, authority, name=name, summary=f"What {name} said in confidence.")
    provider = a_provider(session, name=f"Provider of {council}", authority_id=authority.id)
    accounts = {}
    for role in Role:
        account, _ = somebody(
            session,
            role,
            authority=authority,
            person=person,
            provider_id=provider.id if role in PROVIDERS else None,
            email=f"{role}@{council.lower()}.example.org",
            name=f"{role} of {council}",
        )
        accounts[role] = account
    neighbour = an_account(session, f"neighbour@{council.lower()}.example.org", name=f"Neighbour of {name}")
    consent: Consent = a_consent(session, person, neighbour, Scope.SEE_VISITS)
    signed = sign_in(session, neighbour, person.made_at)[1]
    listing = a_listing(session, provider, title=f"What {council} offers")
    return Side(
        accounts,
        (name, f"Neighbour of {name}"),
        {
            "person_id": person.id,
            "provider_id": provider.id,
            "consent_id": consent.id,
            "signed_id": signed.id,
            "listing_id": listing.id,
            "question": "what",
            **_of_a_listing(session, provider, person.made_at),
            **failed_visit(session, person, listing, neighbour),
            **_planned(session, person, accounts[Role.BROKER].id),
            **_shown(session, provider.id),
            "import_id": a_run(session, authority.id, source=f"List of {name}").id,
            "pair_id": a_pair(session, listing, listing, authority.id).id,
            "calendar_id": a_calendar(session, provider.id, name=f"Calendar of {name}").id,
            "conversation_id": _chat(session, neighbour, council).id,
            "need_id": _need(session, person, f"What {name} asked for").id,
            **paid_visit(session, person, provider, listing, neighbour),
        },
    )


def _of_a_listing(session: Session, provider: Provider, now: datetime) -> dict[str, str]:
    """A photograph that nobody has agreed to yet, and a spell away."""
    picture = Photograph(provider_id=provider.id, file="none.jpg", made_at=now, by="test")
    spell = AwayRow(provider_id=provider.id, first_day=now.date(), last_day=now.date())
    session.add_all([picture, spell])
    session.flush()
    return {"photograph_id": picture.id, "away_id": spell.id}


def _planned(session: Session, person: Person, broker: str) -> dict[str, str]:
    """A plan that waits for a signature, and a shortlist that was sent."""
    plan = Plan(person_id=person.id, made_by=broker, made_at=person.made_at, sent_at=person.made_at)
    sent = Shortlist(person_id=person.id, made_by=broker, made_at=person.made_at, sent_at=person.made_at)
    session.add(plan)
    session.add(sent)
    session.flush()
    return {"plan_id": plan.id, "shortlist_id": sent.id}


def _shown(session: Session, provider_id: str) -> dict[str, str]:
    """A paper, a reference and a check of the side's own provider."""
    paper = ShownDocument(
        provider_id=provider_id, kind="identity", words="A passport.", sent_by="test", sent_at=LONG_AGO
    )
    asked = Reference(
        provider_id=provider_id, name="Referee", email="r@example.org", asked_by="test", asked_at=LONG_AGO
    )
    check = EvidenceRow(provider_id=provider_id, kind="dbs", issued_on=LONG_AGO.date(), seen_at=LONG_AGO)
    session.add_all([paper, asked, check])
    session.flush()
    return {"document_id": paper.id, "reference_id": asked.id, "evidence_id": check.id}


def _chat(session: Session, owner: Account, council: str) -> Conversation:
    chat = Conversation(
        via=Via.SMS, address=f"+447700900{len(council):03d}", account_id=owner.id, made_at=owner.made_at
    )
    session.add(chat)
    session.flush()
    return chat


def _need(session: Session, person: Person, words: str) -> SearchedNeed:
    need = SearchedNeed(words=words, person_id=person.id, at=person.made_at)
    session.add(need)
    session.flush()
    return need


def sign_in(session: Session, account: Account, now: datetime) -> tuple[str, SignedIn]:
    """A session with the second step done; returns the secret for its cookie."""
    secret = new_secret()
    signed = SignedIn(
        account_id=account.id,
        secret_hash=hashed(secret),
        second_factor_at=now,
        made_at=now,
        seen_at=now,
        expires_at=now + timedelta(hours=12),
    )
    session.add(signed)
    session.flush()
    return secret, signed
