"""What a plan may become, and who may sign it. No I/O."""

from datetime import datetime
from enum import StrEnum

from market.core.money import Pence


class PlanStatus(StrEnum):
    """Where a plan stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    SIGNED_OFF = "signed_off"
    RETURNED = "returned"


MOST_WORDS = 2000


def status(sent_at: datetime | None, signed_at: datetime | None, returned_at: datetime | None) -> PlanStatus:
    """The status, derived from who did what when: the newest counts, and a decision made in the moment of sending."""
    moments = ((PlanStatus.WAITING, sent_at), (PlanStatus.RETURNED, returned_at), (PlanStatus.SIGNED_OFF, signed_at))
    standing, newest = PlanStatus.DRAFT, None
    for name, at in moments:
        if at is not None and (newest is None or at >= newest):
            standing, newest = name, at
    return standing


def may_sign(signer: str, made_by: str, yearly: Pence, limit: Pence) -> bool:
    """Nobody signs their own plan, nor one above their limit (delegated sign-off by money limit)."""
    return signer != made_by and yearly <= limit
