"""Our fee, in words for pages that providers read: the same wherever it is spoken of."""

from sqlmodel import Session

from market.core.money import Pence, pounds
from market.payments.fees import after_fee


def fee_words(points: int) -> str:
    """ "2.5%"; empty where we take none."""
    return f"{points / 100:g}%" if points else ""


def fee_rows(session: Session, booking_id: str, pence: Pence) -> tuple[tuple[str, str], ...]:
    """What our fee takes of a price and what stays, before a provider says yes. Nothing where we take none."""
    theirs = after_fee(session, booking_id, pence)
    if theirs == pence:
        return ()
    return (("Our fee, if paid by card", pounds(pence - theirs)), ("You then get", pounds(theirs)))
