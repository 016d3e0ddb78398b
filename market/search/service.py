"""Looking for support, keeping what was found, and putting a shortlist together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from market.bookings.queries import known_providers
from market.core.actor import Actor, System, Visitor
from market.core.database import insert_once
from market.core.errors import NotFound
from market.core.events import record
from market.core.ids import new_id
from market.core.places import Place, PlaceNames, Spot, find_place
from market.core.times import wall_day
from market.people.access import person_for
from market.people.rules import Scope
from market.people.tables import Person
from market.search import queries
from market.search.cards import Card, as_facts, card
from market.search.errors import EmptyShortlist, NothingAsked, NotOnOffer, ShortlistFull, TooMuchAsked
from market.search.live import LiveIndex
from market.search.tables import Kept, SearchedNeed, Shortlist, ShortlistItem
from matching.answer import Answer
from matching.filters import Filters
from matching.need import KnownPerson, Need
from matching.offering import Point
from matching.outside import Signpost
from matching.search import ask, search
from matching.triage import turned_away
from providers.listings.queries import listing as listing_by_id
from providers.organisations.queries import providers as providers_by_id

MOST_LETTERS = 10_000
MOST_SHORTLISTED = 6
_GAZETTEER = PlaceNames()


@dataclass(frozen=True)
class Looked:
    """What looking found: the need as kept, the cards in order, and what the matcher said besides."""

    need: SearchedNeed
    place: Place | None
    cards: tuple[Card, ...]
    answer: Answer
    notes: tuple[str, ...] = field(default=())


def ask_need(
    session: Session,
    words: str,
    *,
    place: str = "",
    actor: Actor | Visitor,
    person: Person | None = None,
    outcome_id: str | None = None,
    now: datetime,
) -> SearchedNeed:
    """Write a need down as it was asked, before looking. Raises `NothingAsked`, `TooMuchAsked`, `PlaceUnknown`."""
    words = words.strip()
    if not words:
        raise NothingAsked
    if len(words) > MOST_LETTERS:
        raise TooMuchAsked(len(words), MOST_LETTERS)
    found = find_place(place) if place.strip() else None
    need = SearchedNeed(
        words=words,
        place=place.strip(),
        district=_district(found, person),
        person_id=person.id if person else None,
        account_id=actor.account_id if isinstance(actor, Actor) else None,
        outcome_id=outcome_id,
        at=now,
    )
    session.add(need)
    session.flush()
    return need


def elsewhere(session: Session, live: LiveIndex, words: str, now: datetime) -> Signpost | None:
    """Who serves this need, when no offering here may or can; None for one to look for. What `look` would say, before looking."""
    asked = ask(live.fresh(session, now), Need(words), gazetteer=_GAZETTEER, today=wall_day(now))
    return turned_away(words, asked.listened)


def look(
    session: Session,
    live: LiveIndex,
    need: SearchedNeed,
    *,
    person: Person | None = None,
    filters: Filters | None = None,
    limit: int = 20,
    now: datetime,
) -> Looked:
    """Offerings for a need already written down, best first, with reasons. The same need may be looked at again."""
    place = find_place(need.place) if need.place else None
    spot = place.spot if place else _home(person)
    known = known_person(session, person) if person else None
    point = Point(round(spot.easting), round(spot.northing)) if spot else None
    asked = Need(need.words, point, place.label if place else "", known)
    index = live.fresh(session, now)
    answer = search(index, asked, gazetteer=_GAZETTEER, today=wall_day(now), limit=limit, filters=filters)
    index = live.sure(session, (match.offering_id for match in answer.matches), now)
    met = frozenset(known.workers_known) if known else frozenset()
    found = [(index.get(match.offering_id), match) for match in answer.matches]
    cards = tuple(card(one, match, known=one.provider_name in met) for one, match in found if one is not None)
    notes = tuple(note for note in (place.note if place else "", answer.gate_report.opens_up or "") if note)
    return Looked(need, place, cards, answer, notes)


def note_found(session: Session, looked: Looked, *, actor: Actor | Visitor, now: datetime) -> None:
    """Write down what came of a need, once, when it is first looked at: what the market lacks is read from these."""
    need = looked.need
    need.found = len(looked.cards)
    need.signpost = str(getattr(looked.answer.signpost, "kind", "") or "")
    need.kinds = sorted({kind for shown in looked.cards[:3] for kind in shown.kinds})
    session.add(need)
    by: Actor | System = actor if isinstance(actor, Actor) else System("visitor")
    record(session, "need.searched", at=now, by=by, subject=need.id, person_id=need.person_id, found=need.found)


def need_for(
    session: Session, actor: Actor | Visitor, need_id: str, now: datetime
) -> tuple[SearchedNeed, Person | None]:
    """A need this asker may look at again: a visitor's by its unguessable id, a person's only by those who may see them."""
    need = queries.need(session, need_id)
    if need.person_id is None:
        if need.account_id and not (isinstance(actor, Actor) and actor.account_id == need.account_id):
            raise NotFound
        return need, None
    if not isinstance(actor, Actor):
        raise NotFound
    return need, person_for(session, actor, need.person_id, Scope.BOOK, now)


def known_person(session: Session, person: Person) -> KnownPerson:
    """What a person's record adds to their words: wants, limits, equipment, and workers they have met."""
    wants, needs = person.wants, person.needs
    excluded = list(wants.get("exclusions", ()))
    met = known_providers(session, person.id)
    names = {row.id: row.name for row in providers_by_id(session, {*excluded, *met}).values()}
    gender = wants.get("worker_gender")
    return KnownPerson(
        languages=tuple(wants.get("languages", ())),
        worker_gender=gender if gender in ("female", "male") else None,
        exclusions=tuple(names[one] for one in excluded if one in names),
        ceiling_pence=wants.get("ceiling_pence_per_hour"),
        workers_known=tuple(sorted(names[one] for one in met if one in names)),
        equipment=tuple(needs.get("equipment", ())),
    )


def keep(session: Session, actor: Actor, listing_id: str, *, need_id: str | None = None, now: datetime) -> None:
    """Keep a listing for later. Kept twice is kept once. Raises `NotFound`."""
    listing_by_id(session, listing_id)
    facts = {"account_id": actor.account_id, "listing_id": listing_id, "need_id": need_id, "at": now}
    insert_once(session, Kept, id=new_id("kep"), **facts)


def let_go(session: Session, actor: Actor, listing_id: str) -> None:
    """Keep it no longer. What was not kept is no error."""
    row = queries.kept_row(session, actor.account_id, listing_id)
    if row is not None:
        session.delete(row)


def on_offer(session: Session, live: LiveIndex, listing_id: str, now: datetime) -> Card:
    """One listing as it stands now. Raises `NotFound`, and `NotOnOffer` when nobody may ask for it at present."""
    listing_by_id(session, listing_id)
    offering = live.sure(session, [listing_id], now).get(listing_id)
    if offering is None:
        raise NotOnOffer
    return card(offering)


def make_shortlist(
    session: Session,
    actor: Actor,
    person: Person,
    cards: Sequence[Card],
    *,
    words: str = "",
    note: str = "",
    outcome_id: str | None = None,
    now: datetime,
) -> Shortlist:
    """Put a few listings together for a person, with their reasons as they stand. Raises `EmptyShortlist`, `ShortlistFull`."""
    if not cards:
        raise EmptyShortlist
    if len(cards) > MOST_SHORTLISTED:
        raise ShortlistFull(MOST_SHORTLISTED)
    row = Shortlist(person_id=person.id, outcome_id=outcome_id, words=words, note=note.strip(), made_by=actor.says,
                    made_at=now)  # fmt: skip
    session.add(row)
    session.flush()
    for place, shown in enumerate(cards, start=1):
        facts = as_facts(shown)
        item = ShortlistItem(shortlist_id=row.id, listing_id=shown.listing_id, place=place, facts=facts)
        item.reasons = list(shown.reasons)
        session.add(item)
    record(session, "shortlist.made", at=now, by=actor, subject=row.id, person_id=person.id, listings=len(cards))
    return row


def send_shortlist(session: Session, actor: Actor, shortlist_id: str, *, now: datetime) -> Shortlist:
    """Send it to the person and to whoever may book for them. Sent twice is sent once. Raises `NotYourPerson`."""
    row = queries.shortlist(session, shortlist_id)
    person_for(session, actor, row.person_id, Scope.BOOK, now)
    if row.sent_at is None:
        row.sent_at = now
        session.add(row)
        record(session, "shortlist.sent", at=now, by=actor, subject=row.id, person_id=row.person_id)
    return row


def shortlist_for(session: Session, actor: Actor, shortlist_id: str, now: datetime) -> tuple[Shortlist, Person]:
    """A shortlist this actor may see, and whom it is for. Raises `NotFound`, `NotYourPerson`."""
    row = queries.shortlist(session, shortlist_id)
    return row, person_for(session, actor, row.person_id, Scope.SEE_VISITS, now)


def _home(person: Person | None) -> Spot | None:
    if person is None or person.easting is None or person.northing is None:
        return None
    return Spot(person.easting, person.northing)


def _district(place: Place | None, person: Person | None) -> str:
    """Only the outward half of a postcode is kept beside a need: enough to see what an area lacks."""
    typed = place.label if place else (person.postcode if person else "")
    return typed.split(" ")[0] if any(letter.isdigit() for letter in typed) else typed
