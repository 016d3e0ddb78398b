"""When a listing may be found, and how it moves from state to state."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from market.core.times import wall_day
from providers.arrangement.rules import Arrangement, Basis, needs_cqc_number, personal_care_basis

ASK_AFTER = timedelta(days=183)
ASK_AGAIN_AFTER = timedelta(days=30)
FRESH_FOR = timedelta(days=365)
PERSONAL_CARE_KIND = "personal_care"


class ListingState(StrEnum):
    """Where a listing stands. `STALE` and `EXPIRED` are mostly read off the dates: see `state_now`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    LIVE = "live"
    PAUSED = "paused"
    STALE = "stale"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    REMOVED = "removed"


class Where(StrEnum):
    """Where the support happens."""

    THEIR_HOME = "their_home"
    OUR_PLACE = "our_place"
    OUT_AND_ABOUT = "out_and_about"
    PHONE_ONLINE = "phone_online"


class Room(StrEnum):
    """What a provider says of having room for somebody new."""

    NOW = "now"
    SOON = "soon"
    FULL = "full"


_S = ListingState
_DOWN = frozenset({_S.SUSPENDED, _S.REMOVED, _S.EXPIRED})
_ANY_TIME = frozenset({_S.SUSPENDED, _S.REMOVED})

MOVES: Mapping[ListingState, frozenset[ListingState]] = {
    _S.DRAFT: frozenset({_S.SUBMITTED, _S.REMOVED}),
    _S.SUBMITTED: frozenset({_S.DRAFT, _S.APPROVED, _S.LIVE}) | _ANY_TIME,
    _S.APPROVED: frozenset({_S.LIVE}) | _ANY_TIME,
    _S.LIVE: frozenset({_S.PAUSED, _S.STALE, _S.EXPIRED}) | _ANY_TIME,
    _S.PAUSED: frozenset({_S.LIVE, _S.STALE, _S.EXPIRED}) | _ANY_TIME,
    _S.STALE: frozenset({_S.LIVE, _S.PAUSED, _S.EXPIRED}) | _ANY_TIME,
    _S.SUSPENDED: frozenset({_S.LIVE, _S.SUBMITTED, _S.REMOVED}),
    _S.EXPIRED: frozenset({_S.SUBMITTED, _S.REMOVED}),
    _S.REMOVED: frozenset(),
}


def may_move(now: ListingState, to: ListingState) -> bool:
    """Whether a listing in one state may be put into another."""
    return to in MOVES[now]


def stands_down(state: ListingState) -> bool:
    """Whether nothing may be asked of, or begun with, a listing in this state: it was taken down, not only put aside."""
    return state in _DOWN


def is_stale(checked_at: datetime | None, now: datetime, fresh_for: timedelta = FRESH_FOR) -> bool:
    """Whether nobody has said "still right" for too long: twelve months, unless the authority says otherwise."""
    return checked_at is None or now - checked_at > fresh_for


def is_due_a_question(checked_at: datetime | None, now: datetime) -> bool:
    """Whether to ask "still right?": after six months."""
    return checked_at is None or now - checked_at > ASK_AFTER


def is_to_be_asked(checked_at: datetime | None, asked_at: datetime | None, now: datetime) -> bool:
    """Whether to send the question "still right?" today: six months on, and again each month until it is answered."""
    return is_due_a_question(checked_at, now) and (asked_at is None or now - asked_at > ASK_AGAIN_AFTER)


def state_now(
    stored: ListingState,
    *,
    checked_at: datetime | None,
    expires_on: date | None,
    now: datetime,
    fresh_for: timedelta = FRESH_FOR,
) -> ListingState:
    """The state that people are shown: what was decided, unless the dates say more. `expires_on` is the last good day."""
    if stored is not _S.LIVE:
        return stored
    if expires_on is not None and wall_day(now) > expires_on:
        return _S.EXPIRED
    return _S.STALE if is_stale(checked_at, now, fresh_for) else _S.LIVE


class Doubt(StrEnum):
    """Why a listing may not lawfully be shown as it stands."""

    NO_BASIS = "no_basis"
    NO_CQC_NUMBER = "no_cqc_number"


def doubt_about(
    arrangement: Arrangement,
    *,
    kinds: Collection[str],
    includes_personal_care: bool,
    basis: Basis | None,
    cqc_number: str,
) -> Doubt | None:
    """What stands in the way of showing this, by the table of arrangements; None when nothing does.

    Personal care needs the one basis its arrangement has (SI 2014/2936, Schedule 1, paragraph 1).
    """
    personal_care = includes_personal_care or PERSONAL_CARE_KIND in kinds
    if personal_care and (basis is None or basis is not personal_care_basis(arrangement)):
        return Doubt.NO_BASIS
    if needs_cqc_number(arrangement, personal_care=personal_care) and not cqc_number.strip():
        return Doubt.NO_CQC_NUMBER
    return None


_ONLY_BY_THE_DESK = {"drives_to_care": ("transport",), "handles_money": ("money", "shopping")}


def tiers_for(
    kinds: Collection[str], where: Where, *, includes_personal_care: bool, before: Collection[str] = ()
) -> list[str]:
    """The tiers of risk that follow from what is done and where; `seeds/reference/schemes.csv` says what each asks for.

    Driving to care, and shopping for somebody who cannot, turn on facts that a desk knows: what it has set `before` stays
    while the kind of support behind it does. Asking for more checks than the work allows is unlawful (Police Act 1997 s.124).
    """
    if where is Where.PHONE_ONLINE:
        return ["no_contact"]
    tiers = ["group" if where is Where.OUR_PLACE else "goes_into_home"]
    if "transport" in kinds:
        tiers.append("drives_people")
    if "money" in kinds:
        tiers.append("handles_money")
    if includes_personal_care:
        tiers.append(PERSONAL_CARE_KIND)
    kept = (tier for tier, behind in _ONLY_BY_THE_DESK.items() if tier in before and set(behind) & set(kinds))
    return list(dict.fromkeys((*tiers, *kept)))


def side_by_side(capacity: int | None, workers: int) -> int:
    """How many visits can run at the same time: places of a group, else workers of the provider."""
    return capacity if capacity is not None else max(1, workers)
