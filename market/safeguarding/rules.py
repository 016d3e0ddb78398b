"""What a report may be, and who sees it. No I/O."""

from enum import StrEnum

from market.core.actor import Role


class ReportKind(StrEnum):
    """Why a human is wanted."""

    DANGER = "danger"
    CONCERN = "concern"
    TALK = "talk"


SEEN_BY: dict[ReportKind, frozenset[Role]] = {
    # Danger goes to whoever is awake; a concern to the safeguarding desk, which out of hours is the same desk.
    ReportKind.DANGER: frozenset({Role.OUT_OF_HOURS, Role.BROKER}),
    ReportKind.CONCERN: frozenset({Role.OUT_OF_HOURS}),
    ReportKind.TALK: frozenset({Role.OUT_OF_HOURS, Role.BROKER}),
}


def sees(role: Role, kind: ReportKind) -> bool:
    """Whether staff in this role see reports of this kind. A provider never does."""
    return role in SEEN_BY[kind]
