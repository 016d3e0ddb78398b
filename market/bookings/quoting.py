"""What a run of visits would cost and which of its times can be had. Looks, and holds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate

from sqlmodel import Session

from market.bookings import queries
from market.bookings.errors import (
    DateInPast,
    MoneyNotYours,
    NotBookable,
    NoVisits,
    ProviderExcluded,
    SlotsTaken,
    Taken,
    TooLong,
)
from market.bookings.lawful import check_cleared, check_wages
from market.bookings.once import queries as once
from market.bookings.pricing import PricedSlot, price_slots
from market.bookings.rules import LONGEST_VISIT, Slot, Wish, expand, last_day, overlaps, starts_within_cooling_off
from market.budgets import queries as pot_queries
from market.budgets import service as budgets
from market.budgets.errors import NoPot
from market.budgets.rules import PotKind, in_period
from market.budgets.service import PotView
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Pence
from market.core.times import wall_day
from market.people.access import may_commit_money, person_for, who_may
from market.people.rules import Scope
from market.people.tables import Person
from providers.arrangement.rules import BecomesEmployer, makes_an_employer
from providers.availability.queries import away_of, dated_of, windows_of
from providers.availability.rules import gap_between, gives_notice, is_free, is_near_enough
from providers.interchange.queries import is_imported
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import ListingState, Where, side_by_side, state_now
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import may_be_found
from providers.organisations.tables import Provider


@dataclass(frozen=True)
class Wanted:
    """A booking as wished for. `kind` "" is the listing's first kind of support; `pot_id` "" lets the pot be chosen.
    `workers` is how many are to come at once; `moves` the id of an agreed visit that this is to take the place of."""

    listing_id: str
    wish: Wish
    kind: str = ""
    pot_id: str = ""
    outcome_id: str | None = None
    note: str = ""
    workers: int = 1
    moves: str = ""


@dataclass(frozen=True)
class Run:
    """A run of visits as it could be had: price and what is left in the pot, before anything is held.

    `freed` is what the visit that would make way has held in the same pot.
    """

    person: Person
    listing: Listing
    provider: Provider
    wanted: Wanted
    kind: str
    slots: tuple[PricedSlot, ...]
    taken: tuple[Taken, ...]
    until: date
    pot: PotView | None
    warnings: tuple[str, ...] = field(default=())
    freed: Pence = 0

    @property
    def total(self) -> Pence:
        return sum(slot.pence for slot in self.slots)

    @property
    def left(self) -> Pence | None:
        """What the pot would have free afterwards; None where nothing limits it. Below nought: it cannot pay for this."""
        return self.pot.balance.free + self.freed - self.total if self.pot and self.pot.limited else None

    def starts_within_cooling_off(self, now: datetime) -> bool:
        """Whether a self-funder must ask for visits to begin before their days to change their mind are over."""
        own = self.pot is not None and self.pot.pot.kind is PotKind.OWN_MONEY
        return own and starts_within_cooling_off(self.slots[0].slot.starts_at, now)

    @property
    def fits(self) -> tuple[PricedSlot, ...]:
        """The visits, from the first on, that the pot can pay for within its own dates."""
        if self.pot is None:
            return self.slots
        pot = self.pot.pot
        lasting = tuple(one for one in self.slots if in_period(one.slot.day, pot.starts_on, pot.ends_on))
        if not self.pot.limited:
            return lasting
        spent = accumulate(one.pence for one in lasting)
        return tuple(one for one, so_far in zip(lasting, spent, strict=True) if so_far <= self.pot.balance.free)


def who_and_what(
    session: Session, actor: Actor, person_id: str, listing_id: str, *, now: datetime
) -> tuple[Person, Listing, Provider]:
    """Whom a request would be for and what is asked of whom, before any day is named.

    Raises `NotYourPerson`, `NotBookable`, `ProviderExcluded`.
    """
    person = person_for(session, actor, person_id, Scope.BOOK, now)
    listing, provider = bookable(session, listing_id, now)
    if provider.id in person.wants.get("exclusions", ()):
        raise ProviderExcluded(provider.name)
    return person, listing, provider


def quote_run(session: Session, actor: Actor, person_id: str, wanted: Wanted, *, now: datetime) -> Run:
    """What this would cost and which of its times can be had. Holds nothing.

    Raises what `look_at_run` raises, `OutsidePotPeriod` and `BudgetExceeded`.
    """
    run = look_at_run(session, actor, person_id, wanted, now=now)
    if run.pot is not None:
        more = run.total - run.freed
        budgets.check_affordable(run.pot.pot, run.pot.balance, [one.slot.day for one in run.slots], more)
    return run


def look_at_run(session: Session, actor: Actor, person_id: str, wanted: Wanted, *, now: datetime) -> Run:
    """A run as `quote_run` gives it, also where the pot cannot pay for all of it: to say how much of it would fit.

    Raises `NotYourPerson`, `NotBookable`, `ProviderExcluded`, `DateInPast`, `TooLong`, `NoVisits`, `NotClearedForTask`,
    `NoRateForVisit`, `BelowMinimumWage`, `SlotsTaken` (not one can be had), `MoneyNotYours`, `NoPot`.
    """
    person, listing, provider = who_and_what(session, actor, person_id, wanted.listing_id, now=now)
    slots = _checked_slots(wanted.wish, now)
    kinds = check_cleared(session, listing, provider, wanted.kind, [slot.day for slot in slots])
    free, taken = _split(session, listing, provider, slots, wanted, now)
    if not free:
        raise SlotsTaken(taken)
    first_time = not once.has_agreed(session, person.id, listing.id, now)
    priced, warnings = price_slots(
        session, listing.id, free, kind=wanted.kind or kinds[0], first_time=first_time, workers=wanted.workers
    )
    warnings += check_wages(provider, priced)
    already = queries.expected(session, person.id, free[0].starts_at, free[-1].ends_at, now, but=wanted.moves)
    if any(overlaps(slot, already) for slot in free):
        warnings += ("somebody_comes_already",)
    total = sum(slot.pence for slot in priced)
    pot = _pot(session, actor, person, wanted.pot_id, priced, total, now)
    if makes_an_employer(provider.arrangement) is not BecomesEmployer.NO:
        warnings += (f"employer:{makes_an_employer(provider.arrangement)}",)
    kind = wanted.kind or kinds[0]
    freed = queries.held_for(session, wanted.moves)
    return Run(person, listing, provider, wanted, kind, priced, taken, last_day_of(wanted.wish), pot, warnings, freed)


def last_day_of(wish: Wish) -> date:
    """The day the last visit may begin."""
    if wish.dates:
        return max(wish.dates)
    return last_day(wish) if wish.weekdays else wish.first


def bookable(session: Session, listing_id: str, now: datetime) -> tuple[Listing, Provider]:
    """A listing that takes bookings here now, and whose it is. Raises `NotFound`, `NotBookable`."""
    listing = listing_by_id(session, listing_id)
    provider = provider_by_id(session, listing.provider_id)
    state = state_now(listing.state, checked_at=listing.checked_at, expires_on=listing.expires_on, now=now)
    if state is not ListingState.LIVE or not may_be_found(provider.state) or listing.where is Where.PHONE_ONLINE:
        raise NotBookable(listing.title)
    if is_imported(session, listing_id):
        raise NotBookable(listing.title)  # an entry of a directory: nobody would answer here
    return listing, provider


def _checked_slots(wish: Wish, now: datetime) -> tuple[Slot, ...]:
    slots = expand(wish)
    if not slots:
        raise NoVisits
    if slots[0].starts_at <= now:
        raise DateInPast(slots[0].day)
    longest = max(slot.ends_at - slot.starts_at for slot in slots)
    if longest > LONGEST_VISIT:
        raise TooLong(longest / timedelta(hours=1))
    return slots


def _split(
    session: Session, listing: Listing, provider: Provider, slots: Sequence[Slot], wanted: Wanted, now: datetime
) -> tuple[tuple[Slot, ...], tuple[Taken, ...]]:
    windows, away, dated = windows_of(session, listing.id), away_of(session, listing.id), dated_of(session, listing.id)
    at_once = side_by_side(listing.capacity, provider.workers) - (
        wanted.workers - 1
    )  # so many side by side leave room for all
    buffer = gap_between(listing.buffer_minutes, listing.travel_minutes)
    # A visit that ends just before, or begins just after, takes time too: the way there and a breath between.
    busy = queries.busy(
        session, provider.id, slots[0].starts_at - buffer, slots[-1].ends_at + buffer, now, but=wanted.moves
    )
    free: list[Slot] = []
    taken: list[Taken] = []
    for slot in slots:
        span = (slot.starts_at, slot.ends_at)
        if not gives_notice(slot.starts_at, now, listing.notice_hours):
            taken.append(Taken(slot, "notice"))
        elif at_once < 1:
            taken.append(Taken(slot, "workers"))
        elif not is_near_enough(slot.day, wall_day(now), listing.ahead_days):
            taken.append(Taken(slot, "ahead"))
        elif listing.expires_on is not None and slot.day > listing.expires_on:
            taken.append(Taken(slot, "last_day"))
        elif not is_free(windows, (), (), *span, dated=dated):
            taken.append(Taken(slot, "hours"))
        elif not is_free(windows, away, (), *span, dated=dated):
            taken.append(Taken(slot, "away"))
        elif not is_free(windows, away, busy, *span, at_once=at_once, buffer=buffer, dated=dated):
            taken.append(Taken(slot, "booked"))
        else:
            free.append(slot)
    return tuple(free), tuple(taken)


def _pot(
    session: Session,
    actor: Actor,
    person: Person,
    pot_id: str,
    slots: Sequence[PricedSlot],
    total: Pence,
    now: datetime,
) -> PotView | None:
    if total == 0:
        return None
    if not may_commit_money(session, actor, person, now):
        raise MoneyNotYours(who_may(session, person, Scope.SPEND, now))
    return _chosen_pot(session, person, pot_id, [slot.slot.day for slot in slots])


def _chosen_pot(session: Session, person: Person, pot_id: str, days: Sequence[date]) -> PotView:
    pots = pot_queries.pots_of(session, person.id)
    if pot_id:
        named = [pot for pot in pots if pot.id == pot_id]
        if not named:
            raise NotFound
        return budgets.view(session, named[0])
    if not pots:
        raise NoPot
    lasting = [pot for pot in pots if all(in_period(day, pot.starts_on, pot.ends_on) for day in days)]
    return budgets.view(session, (lasting or pots)[0])
