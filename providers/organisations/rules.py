"""Where a provider stands, and what is said of who comes."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from market.core.actor import Actor, Role, System
from providers.arrangement.rules import Arrangement


class ProviderState(StrEnum):
    """`LISTED` has shown who they are; `APPROVED` has met its authority's scheme. Two registers, one directory."""

    APPLIED = "applied"
    LISTED = "listed"
    APPROVED = "approved"
    SUSPENDED = "suspended"


class WorkerGender(StrEnum):
    """Who may come, for people to whom it matters."""

    FEMALE = "female"
    MALE = "male"
    NON_BINARY = "non_binary"
    MIXED_TEAM = "mixed_team"


class AgeBand(StrEnum):
    """Age bands of the minimum wage. Unknown counts as 21 and over."""

    UNDER_18 = "under_18"
    FROM_18_TO_20 = "18_to_20"
    FROM_21 = "21_and_over"


def age_band_on(band: AgeBand | None, until: date | None, on: date) -> AgeBand | None:
    """The band of somebody on a day, who was in this one before the day `until`: their 18th birthday, or their 21st."""
    if band is None or until is None or on < until or band is AgeBand.FROM_21:
        return band
    is_21 = band is AgeBand.FROM_18_TO_20 or on >= until + relativedelta(years=3)
    return AgeBand.FROM_21 if is_21 else AgeBand.FROM_18_TO_20


_ROLES: Mapping[Arrangement, Role] = {
    Arrangement.EMPLOYED_PA: Role.PA,
    Arrangement.SOLE_SELF_EMPLOYED: Role.PA,
    Arrangement.MICRO_ENTERPRISE: Role.MICRO_ENTERPRISE,
    Arrangement.REGISTERED_AGENCY: Role.AGENCY,
    Arrangement.ISF_PROVIDER: Role.ISF_PROVIDER,
    Arrangement.COMMUNITY: Role.COMMUNITY_GROUP,
    Arrangement.SUPPORT_SERVICE: Role.COMMUNITY_GROUP,
}


def role_for(arrangement: Arrangement) -> Role:
    """The role in which somebody who works this way signs in."""
    return _ROLES[arrangement]


SHOWN_STATES = frozenset({ProviderState.LISTED, ProviderState.APPROVED})


def may_be_found(state: ProviderState) -> bool:
    """Whether anything of this provider may be shown to the public."""
    return state in SHOWN_STATES


_S = ProviderState
_MAY_BECOME: Mapping[ProviderState, frozenset[ProviderState]] = {
    _S.APPLIED: frozenset({_S.LISTED, _S.APPROVED, _S.SUSPENDED}),
    _S.LISTED: frozenset({_S.APPROVED, _S.SUSPENDED}),
    _S.APPROVED: frozenset({_S.LISTED, _S.SUSPENDED}),
    _S.SUSPENDED: frozenset({_S.LISTED, _S.APPROVED}),
}


def may_become(now: ProviderState, to: ProviderState) -> bool:
    """Whether a provider that stands here may be put there."""
    return to in _MAY_BECOME[now]


def may_decide(by: Actor | System, *, provider_id: str, authority_id: str | None) -> bool:
    """Whether this is an officer of the provider's own authority, or the product's own rule; never the provider,
    nor anybody who signs in for it in another of their roles."""
    if isinstance(by, System):
        return True
    same_authority = by.authority_id is not None and by.authority_id == authority_id
    return by.role is Role.ACCREDITATION_OFFICER and same_authority and not by.has_stake_in(provider_id)
