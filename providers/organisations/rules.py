"""Where a provider stands, and what is said of who comes."""

from enum import StrEnum


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


SHOWN_STATES = frozenset({ProviderState.LISTED, ProviderState.APPROVED})


def may_be_found(state: ProviderState) -> bool:
    """Whether anything of this provider may be shown to the public."""
    return state in SHOWN_STATES
