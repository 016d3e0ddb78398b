"""Kinds of pot and what each allows. No I/O."""

from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction


class PotKind(StrEnum):
    """The deployments of a personal budget (Care Act 2014 statutory guidance ch. 11-12), and one's own money."""

    DIRECT_PAYMENT = "direct_payment"
    PREPAID_CARD = "prepaid_card"
    MANAGED_ACCOUNT = "managed_account"
    THIRD_PARTY_ACCOUNT = "third_party_account"
    ISF = "isf"
    OWN_MONEY = "own_money"


WORDS: dict[PotKind, tuple[str, str]] = {
    PotKind.DIRECT_PAYMENT: ("Direct payment", "Money from the council that you look after yourself."),
    PotKind.PREPAID_CARD: ("Direct payment on a card", "Money from the council, on a card in your name."),
    PotKind.MANAGED_ACCOUNT: ("Account the council looks after", "The council holds the money and pays the bills."),
    PotKind.THIRD_PARTY_ACCOUNT: ("Account somebody looks after for you", "An organisation you chose pays the bills."),
    PotKind.ISF: ("Individual service fund", "The provider holds the money. You say how it is spent."),
    PotKind.OWN_MONEY: ("Your own money", "You pay for this yourself."),
}


def has_a_limit(kind: PotKind) -> bool:
    """A person may spend their own money as they like; every other pot holds what was allocated."""
    return kind is not PotKind.OWN_MONEY


ENDS_SOON = timedelta(days=30)
UNSPENT_SHARE = Fraction(1, 4)  # of the money, when half of the time has gone: a house rule, for a council to set
HALF = Fraction(1, 2)


class PotException(StrEnum):
    """What light-touch monitoring reports, instead of asking for every receipt (seed papers A and B)."""

    OVERSPENT = "overspent"
    ENDING = "ending"
    UNSPENT = "unspent"


def exceptions(allocated: int, used: int, starts_on: date, ends_on: date, today: date) -> tuple[PotException, ...]:
    """What of a pot an officer should look at. `used` is spent and held together, in pence."""
    found = [PotException.OVERSPENT] if used > allocated else []
    if today <= ends_on <= today + ENDS_SOON:
        found.append(PotException.ENDING)
    whole, gone = (ends_on - starts_on).days, (today - starts_on).days
    if whole > 0 and allocated > 0 and Fraction(gone, whole) >= HALF and Fraction(used, allocated) < UNSPENT_SHARE:
        found.append(PotException.UNSPENT)
    return tuple(found)


def in_period(day: date, starts_on: date, ends_on: date) -> bool:
    """Whether a visit on this day may be paid from the pot: money is agreed for a budget year."""
    return starts_on <= day <= ends_on
