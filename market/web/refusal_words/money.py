"""Words for why money did not move."""

from market.budgets import errors as budgets
from market.core.money import pounds
from market.ledger import errors as ledger
from market.web.filters import full_date
from market.web.said import Said
from market.web.wording import Wording

_MONEY = ("See the money", "/money")
_FIND = ("Find something else", "/find")


def _exceeded(refusal: budgets.BudgetExceeded) -> Said:
    words = (
        f"This costs {pounds(refusal.needed)}. {refusal.pot} has {pounds(refusal.free)} free, so it is "
        f"{pounds(refusal.short)} short. Try fewer visits, shorter ones, or another pot. Nothing has been booked."
    )
    return Said(409, "There is not enough left for that", words, (_MONEY, _FIND), field="pot")


def _outside(refusal: budgets.OutsidePotPeriod) -> Said:
    words = (
        f"{refusal.pot} is for {full_date(refusal.starts_on)} to {full_date(refusal.ends_on)}. "
        "Choose dates within it, or another pot."
    )
    return Said(409, "That money is for other dates", words, (_MONEY,), field="pot")


def _our_fault(_: object) -> Said:
    words = "The sums did not add up, so no money was moved. Nothing is lost. Please tell us."
    return Said(409, "No money was moved", words, (_MONEY,))


WORDS: Wording = {
    budgets.BudgetExceeded: _exceeded,
    budgets.OutsidePotPeriod: _outside,
    budgets.NoPot: lambda _: Said(
        409,
        "There is no money set up for that day",
        "Nothing is there yet to pay from. A broker can set it up, or you can pay for it yourself.",
        (_MONEY,),
        field="pot",
    ),
    ledger.AmountNotPositive: lambda _: Said(
        422, "Check the amount", "Type an amount of more than nothing, such as 12.50.", field="amount"
    ),
    ledger.HoldExceeded: _our_fault,
    ledger.NoSuchHold: _our_fault,
}
