"""What the pages of a request show: so far, the check page, and why something cannot be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from market.bookings.asking import Run, Wanted, look_at_run
from market.bookings.errors import DateInPast, NotClearedForTask, NoVisits, SlotsTaken, Taken, TooLong
from market.bookings.rules import MOST_WORKERS, WEEKDAYS
from market.budgets.errors import BudgetExceeded, OutsidePotPeriod
from market.core.actor import Actor
from market.core.errors import Refusal
from market.core.times import at_wall
from market.web.booking.around import Around
from market.web.booking.draft import FORTNIGHTLY, Draft, date_fields
from market.web.booking.reading import dates_of, is_weekly, read_clock, read_date, wish_of
from market.web.filters import clock, day, full_date
from market.web.finding.offered import days_words
from market.web.refusals import said
from market.web.said import Said
from providers.listings.kinds import kind_words
from providers.pricing.errors import NoRateForVisit
from providers.pricing.queries import rates_of
from providers.pricing.rules import ADDED

_STEP_OF: Mapping[type[Refusal], tuple[str, str]] = {
    # refusals that one page can put right: the page where visits are weekly, and where they are on single dates
    DateInPast: ("when", "dates"),
    TooLong: ("times", "times"),
    NoVisits: ("days", "dates"),
}
_FIRST_FIELD = {"when": "from", "dates": "on1", "times": "end", "days": "days"}


@dataclass(frozen=True)
class Cannot:
    """Why it cannot be asked for: the words, the times that are taken, the pages that may put it right, what would fit.

    `fit` is a form that asks for what would: its words and fields.
    """

    said: Said
    taken: tuple[Taken, ...] = ()
    change: tuple[str, ...] = ()
    fit_words: str = ""
    fit: Mapping[str, str] | None = None


def wanted(draft: Draft, here: Around, outcome_id: str | None) -> Wanted | None:
    """The draft as the service takes it. None while a page is open."""
    wish = wish_of(draft)
    if wish is None:
        return None
    kind = draft.one("kind") if len(here.listing.kinds) > 1 else ""
    pot_id = draft.one("pot") if here.costs and len(here.pots) > 1 else ""
    workers = MOST_WORKERS if here.may_send_two(draft) and draft.one("workers") == str(MOST_WORKERS) else 1
    return Wanted(here.listing.id, wish, kind, pot_id, outcome_id, draft.one("note"), workers)


def step_to_mend(refusal: Refusal, draft: Draft) -> tuple[str, dict[str, str]] | None:
    """The page that puts a refusal right, with its words at the field; None when no single page does."""
    found = next((pages for kind, pages in _STEP_OF.items() if isinstance(refusal, kind)), None)
    if found is None:
        return None
    step = found[0] if is_weekly(draft) else found[1]
    return step, {_FIRST_FIELD[step]: said(refusal).words}


def cannot(session: Session, actor: Actor, here: Around, asked: Wanted, refusal: Refusal, now: datetime) -> Cannot:
    """The page for a refusal that no single field explains."""
    told = said(refusal)
    days = "days" if asked.wish.weekdays else "dates"
    if isinstance(refusal, SlotsTaken):
        return Cannot(_taken(here, refusal, told), refusal.taken, (days, "times"))
    if isinstance(refusal, BudgetExceeded | OutsidePotPeriod):
        return _over(session, actor, here, asked, told, now)
    if isinstance(refusal, NotClearedForTask):
        other = ("kind",) if len(here.listing.kinds) > 1 else ()
        return Cannot(told, change=other)
    if isinstance(refusal, NoRateForVisit):
        return Cannot(_no_rate(session, here, told), change=(days, "times"))
    return Cannot(told)


def _taken(here: Around, refusal: SlotsTaken, told: Said) -> Said:
    """The times are listed under these words, so the words say only what they come to."""
    if refusal.free or any(one.why != "hours" for one in refusal.taken):
        return told
    words = f"{here.provider.name} does not work at any of these times. Nothing has been booked."
    return replace(told, title="They do not work at those times", words=words)


def _over(session: Session, actor: Actor, here: Around, asked: Wanted, told: Said, now: datetime) -> Cannot:
    """Over budget, or beyond the pot's year: how much of it would fit, as something to press."""
    assert here.person is not None, "money is looked at for a person"
    if not here.sees_money:
        told = replace(told, words="There is not enough left in the pot for all of these. Nothing has been booked.")
    run = look_at_run(session, actor, here.person.id, asked, now=now)
    change = ("days" if asked.wish.weekdays else "dates", "times", *(("pot",) if len(here.pots) > 1 else ()))
    if not run.fits:
        return Cannot(told, change=change)
    last, many = run.fits[-1].slot.day, len(run.fits)
    words = f"Ask for the first {many}, until {day(last)}" if many > 1 else f"Ask for one visit, on {day(last)}"
    return Cannot(told, change=change, fit_words=words, fit=_fit_fields(run, asked, last))


def _fit_fields(run: Run, asked: Wanted, last: date) -> dict[str, str]:
    if asked.wish.weekdays:
        fields = _boxes("from", asked.wish.first) | _boxes("until", last)
        return fields | {"step": "when"}
    dates = [one.slot.day for one in run.fits]
    boxes: dict[str, str] = {"step": "dates"}
    for number, found in enumerate(dates, 1):
        boxes |= _boxes(f"on{number}", found)
    return boxes


def _boxes(name: str, when: date) -> dict[str, str]:
    return dict(zip(date_fields(name), (str(when.day), str(when.month), str(when.year)), strict=True))


def _no_rate(session: Session, here: Around, told: Said) -> Said:
    """A card that prices miles alone cannot be added up here: we do not know how far they will drive."""
    if any(rate.unit not in ADDED for rate in rates_of(session, here.listing.id)):
        return told
    words = (
        "This price depends on the miles they drive, so we cannot add it up for you. Ring them to ask what it comes to."
    )
    return replace(told, title="This price depends on the miles", words=words)


@dataclass(frozen=True)
class SoFar:
    """One line of what has been said, with the page that changes it."""

    step: str
    name: str
    words: str


def so_far(draft: Draft, here: Around) -> tuple[SoFar, ...]:
    """What has been answered, in order, as people say it."""
    pots = {view.pot.id: view.name for view in here.pots}
    words: dict[str, tuple[str, str]] = {
        "who": ("For", here.person.name if here.person else ""),
        "kind": ("Help with", kind_words(draft.one("kind")) if draft.one("kind") else ""),
        "workers": ("How many come", {"1": "One person", "2": "Two people"}.get(draft.one("workers"), "")),
        "often": ("How often", _often(draft)),
        "days": ("Days", _weekdays(draft)),
        "dates": ("Days", ", ".join(day(one) for one in dates_of(draft))),
        "times": ("Time", _times(draft)),
        "when": ("From and until", _span(draft)),
        "note": ("Note for them", draft.one("note") or "None"),
        "pot": ("Paid from", pots.get(draft.one("pot"), "")),
    }
    return tuple(SoFar(step, *words[step]) for step in here.steps(draft) if step in draft.done and words[step][1])


def _often(draft: Draft) -> str:
    if not is_weekly(draft):
        return "On certain days"
    return "Every other week" if draft.one("often") == FORTNIGHTLY else "Every week"


def _weekdays(draft: Draft) -> str:
    ticked = [WEEKDAYS.index(one) for one in WEEKDAYS if one in draft.many("days")]
    return days_words(ticked) if ticked else ""


def _times(draft: Draft) -> str:
    start, end = read_clock(draft.one("start")), read_clock(draft.one("end"))
    if start is None or end is None:
        return ""
    winter = date(2026, 1, 5)
    next_day = " the next day" if end < start else ""
    return f"{clock(at_wall(winter, start))} to {clock(at_wall(winter, end))}{next_day}"


def _span(draft: Draft) -> str:
    first, until = read_date(draft.date_boxes("from")), read_date(draft.date_boxes("until"))
    return f"{full_date(first)} to {full_date(until)}" if first and until else ""


def pot_now_and_then(run: Run) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The pot as it stands and as it would stand, for the two pictures. None where nothing limits it."""
    if run.pot is None or not run.pot.limited:
        return None
    pot, balance = run.pot.pot, run.pot.balance
    now = {
        "id": f"{pot.id}-now",
        "name": f"{run.pot.name}: now",
        "allocated": balance.allocated,
        "spent": balance.spent,
        "held": balance.held,
        "free": balance.free,
        "until": pot.ends_on,
    }
    then = {"id": f"{pot.id}-then", "name": f"{run.pot.name}: after asking"}
    return now, now | then | {"held": balance.held + run.total, "free": balance.free - run.total}
