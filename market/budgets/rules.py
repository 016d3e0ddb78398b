"""Kinds of pot and what each allows. No I/O."""

from datetime import date
from enum import StrEnum


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


def in_period(day: date, starts_on: date, ends_on: date) -> bool:
    """Whether a visit on this day may be paid from the pot: money is agreed for a budget year."""
    return starts_on <= day <= ends_on
