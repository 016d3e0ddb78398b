"""What a request stands in: who may be asked for, the listing, its hours, the pots; and which page comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from market.bookings.asking import bookable, who_and_what
from market.bookings.rules import LONGEST_RUN, WEEKDAYS
from market.budgets.service import PotView, pots_for
from market.core.actor import Actor, Role
from market.core.times import wall_day
from market.people.access import caseload_of, may, people_of, person_for
from market.people.rules import Scope
from market.people.tables import Person
from market.search.service import shortlist_for
from market.search.tables import SearchedNeed, Shortlist
from market.web.booking.draft import CHECK, DATES, STEPS, WEEKLY, Draft
from market.web.booking.reading import is_weekly
from market.web.finding.offered import hours_words
from matching.offering import Window
from providers.accreditation.queries import evidence_of
from providers.availability.queries import windows_of
from providers.clearance import kinds_throughout
from providers.listings.kinds import kind_words
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import PERSONAL_CARE_KIND
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.rules import NOTHING_TO_PAY

_ONE_SITTING = timedelta(hours=5)


@dataclass(frozen=True)
class Around:
    """Everything a page of asking needs beside what was typed. `sees_money`: whether sums in pots may be shown."""

    listing: Listing
    provider: Provider
    people: tuple[Person, ...]
    person: Person | None
    pots: tuple[PotView, ...]
    windows: tuple[Window, ...]
    cleared: tuple[str, ...]
    sees_money: bool
    costs: bool
    today: date

    @property
    def hours(self) -> tuple[tuple[str, str], ...]:
        """When they usually work, in words."""
        return hours_words([(one.weekdays, one.start, one.end) for one in self.windows])

    @property
    def hours_said(self) -> str:
        """One sentence: "They work Tuesday, 9am to 4pm; Saturday, 9am to midday." """
        spans = "; ".join(f"{days}, {hours}" for days, hours in self.hours)
        return f"{self.provider.name} is usually free: {spans}." if spans else ""

    @property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """What the listing helps with: id and label, and a word where the checks for it do not stand."""
        resting = "They have not shown us all that is needed for this."
        return tuple(
            (kind, kind_words(kind)) if kind in self.cleared else (kind, kind_words(kind), resting)
            for kind in self.listing.kinds
        )

    @property
    def whom(self) -> str:
        """What the person is called, for sentences."""
        return called(self.person) if self.person else ""

    def may_send_two(self, draft: Draft) -> bool:
        """Whether two workers may be asked for: where the provider has them, and the help may need two pairs of hands."""
        has_two = self.provider.workers > 1 and self.listing.capacity is None
        kind = draft.one("kind") or next(iter(self.listing.kinds), "")
        return has_two and (kind == PERSONAL_CARE_KIND or "two carers" in self.listing.skills)

    def steps(self, draft: Draft) -> tuple[str, ...]:
        """The pages this request needs, in order."""
        needed = {
            "who": len(self.people) != 1,
            "kind": len(self.listing.kinds) > 1,
            "workers": self.may_send_two(draft),
            "days": draft.one("often") != DATES,
            "dates": draft.one("often") == DATES,
            "when": draft.one("often") != DATES,
            "pot": self.costs and len(self.pots) > 1,
        }
        return tuple(step for step in STEPS if needed.get(step, True))

    def next_step(self, draft: Draft) -> str:
        """The first page not answered yet, or the check page."""
        return next((step for step in self.steps(draft) if step not in draft.done), CHECK)

    def step_before(self, draft: Draft, step: str) -> str:
        """The page before this one; empty for the first."""
        steps = (*self.steps(draft), CHECK)
        return steps[max(steps.index(step) - 1, 0)] if step in steps and steps.index(step) else ""


def around(session: Session, actor: Actor, listing_id: str, draft: Draft, now: datetime) -> Around:
    """Look all of it up, whether or not it can be asked for just now. Raises `NotFound`, `NotYourPerson`."""
    people = _people(session, actor, now)
    person_id = draft.one("person") or (people[0].id if len(people) == 1 else "")
    person = person_for(session, actor, person_id, Scope.BOOK, now) if person_id else None
    if person is not None and person not in people:
        people = (person,)
    listing = listing_by_id(session, listing_id)
    provider = provider_by_id(session, listing.provider_id)
    return Around(
        listing,
        provider,
        people,
        person,
        tuple(pots_for(session, person.id)) if person else (),
        windows_of(session, listing.id),
        kinds_throughout(listing, provider, evidence_of(session, provider.id), [wall_day(now)]),
        person is not None and may(session, actor, person, Scope.SEE_MONEY, now),
        any(rate.unit not in NOTHING_TO_PAY and rate.pence for rate in rates_of(session, listing.id)),
        wall_day(now),
    )


def check_may_ask(session: Session, actor: Actor, here: Around, now: datetime) -> None:
    """Whether this may be asked for at all, before anything is filled in. Raises `NotBookable`, `ProviderExcluded`."""
    if here.person is None:
        bookable(session, here.listing.id, now)
    else:
        who_and_what(session, actor, here.person.id, here.listing.id, now=now)


def called(person: Person) -> str:
    """What somebody is called: as they like it, else their first name."""
    known_as = person.needs.get("known_as")
    return str(known_as) if known_as else person.name.split(" ")[0]


def outcome_behind(session: Session, actor: Actor, draft: Draft, now: datetime) -> str | None:
    """The outcome that the shortlist or the search was for, where the request comes from one and is for the same person."""
    if draft.one("shortlist"):
        row, person = shortlist_for(session, actor, draft.one("shortlist"), now)
        return row.outcome_id if person.id == draft.one("person") else None
    searched = session.get(SearchedNeed, draft.one("need")) if draft.one("need") else None
    return searched.outcome_id if searched and searched.person_id == draft.one("person") else None


def whose_need(session: Session, draft: Draft) -> str:
    """Whom the search or the shortlist was for that led here; empty where it was for nobody in particular."""
    searched = session.get(SearchedNeed, draft.one("need")) if draft.one("need") else None
    if searched and searched.person_id:
        return searched.person_id
    chosen_from = session.get(Shortlist, draft.one("shortlist")) if draft.one("shortlist") else None
    return chosen_from.person_id if chosen_from else ""


def likely(draft: Draft, here: Around) -> Draft:
    """The draft with what is likely filled in, for pages that have not been answered: nothing that was typed is touched."""
    filled = draft
    if here.person is not None and not filled.one("person"):
        filled = filled.said(person=here.person.id)
    if not filled.one("kind"):
        filled = filled.said(kind=next(iter(here.cleared or here.listing.kinds), ""))
    if not filled.one("workers"):
        filled = filled.said(workers="1")
    if not filled.one("often"):
        filled = filled.said(often=WEEKLY)
    sitting = _one_sitting(here.windows)
    if sitting is not None and not filled.one("start"):
        filled = filled.said(start=f"{sitting.start:%H:%M}", end=f"{sitting.end:%H:%M}")
    if sitting is not None and is_weekly(filled) and not filled.many("days") and len(sitting.weekdays) == 1:
        filled = filled.said(days=WEEKDAYS[sitting.weekdays[0]])
    if not filled.one("from-day"):
        first = here.today + timedelta(days=7 - here.today.weekday())
        filled = _with_date(_with_date(filled, "from", first), "until", first + LONGEST_RUN - timedelta(days=1))
    return filled


def _with_date(draft: Draft, name: str, when: date) -> Draft:
    return draft.said(
        **{f"{name}-day": str(when.day), f"{name}-month": str(when.month), f"{name}-year": str(when.year)}
    )


def _one_sitting(windows: Sequence[Window]) -> Window | None:
    """A club that meets at one time only: its hours are the visit."""
    if len(windows) != 1 or windows[0].end <= windows[0].start:
        return None
    length = _since_midnight(windows[0].end) - _since_midnight(windows[0].start)
    return windows[0] if length <= _ONE_SITTING else None


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def _people(session: Session, actor: Actor, now: datetime) -> tuple[Person, ...]:
    """A broker chooses among their own caseload; everybody else among those they may book for."""
    if actor.role is Role.BROKER:
        return tuple(caseload_of(session, actor))
    return tuple(people_of(session, actor, Scope.BOOK, now))
