"""What becomes of a document that somebody sent to be looked at. No I/O."""

from datetime import date, datetime
from enum import StrEnum

from market.core.times import wall_day
from providers.accreditation.rules import trusted_until


class Settled(StrEnum):
    """What the desk made of it: `SEEN` became evidence, `NOT_ENOUGH` went back with words, `NOT_NEEDED` waited when the
    answer to everything was no; or its owner took it back."""

    SEEN = "seen"
    NOT_ENOUGH = "not_enough"
    NOT_NEEDED = "not_needed"
    TAKEN_BACK = "taken_back"


def file_goes_on(settled_as: Settled | None, settled_at: datetime | None, keep_months: int) -> date | None:
    """The day from which the file is kept no longer: `keep_months` after the decision, at once for what was taken back.

    None while it waits to be looked at. The DBS code of practice and UK GDPR art 5(1)(e): no longer than needed.
    """
    if settled_as is None or settled_at is None:
        return None
    day = wall_day(settled_at)
    return day if settled_as is Settled.TAKEN_BACK else trusted_until(day, keep_months)
