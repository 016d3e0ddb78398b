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
    """The status, derived from who did what when: the newest of the three counts."""
    moments = {PlanStatus.WAITING: sent_at, PlanStatus.SIGNED_OFF: signed_at, PlanStatus.RETURNED: returned_at}
    happened = {name: at for name, at in moments.items() if at is not None}
    return max(happened, key=lambda name: happened[name]) if happened else PlanStatus.DRAFT


def may_sign(signer: str, made_by: str, yearly: Pence, limit: Pence) -> bool:
    """Nobody signs their own plan, nor one above their limit (delegated sign-off by money limit)."""
    return signer != made_by and yearly <= limit
