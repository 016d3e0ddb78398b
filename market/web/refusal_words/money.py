"""Words for why money did not move."""

from market.budgets import errors as budgets
from market.core.money import pounds
from market.ledger import errors as ledger
from market.payments import errors as payments
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


def _changed(refusal: payments.ToPayChanged) -> Said:
    words = (
        f"It was {pounds(refusal.seen)} when you looked, and it is {pounds(refusal.now)} now. Nothing was taken. "
        "Please look at it again."
        if refusal.seen >= 0
        else f"There is {pounds(refusal.now)} to pay now. Nothing was taken. Please look at it again."
    )
    return Said(409, "The sum has changed", words, (_MONEY,))


def _more(refusal: payments.MoreThanPaid) -> Said:
    words = f"At most {pounds(refusal.most)} can go back for this visit. Type that or less."
    return Said(422, "That is more than was paid", words, field="amount")


def _second(refusal: payments.SecondPersonNeeded) -> Said:
    words = f"You asked for this refund yourself. Above {pounds(refusal.limit)} somebody else has to agree."
    return Said(409, "A second person has to agree", words, (("Back to payments", "/money-desk"),))


WORDS: Wording = {
    payments.CardsNotSetUp: lambda _: Said(
        409,
        "Card payment is not set up here",
        "You can pay by bank transfer after each visit. The page tells you how much, and what to write.",
        (_MONEY,),
        field="way",
    ),
    payments.NothingToPay: lambda _: Said(
        409, "There is nothing to pay", "All that is owed for this has been paid, or is being paid now.", (_MONEY,)
    ),
    payments.ToPayChanged: _changed,
    payments.CardNotAgreed: lambda _: Said(
        422,
        "May we keep your card?",
        "Tick the box if we may keep your card. If not, go back and pay another way.",
        field="agree",
    ),
    payments.NotPaidByCard: lambda _: Said(
        404,
        "There is nothing to pay here",
        "This booking is free, or a council’s account pays for it.",
        (_MONEY,),
    ),
    payments.ReasonMissing: lambda _: Said(
        422, "Say why", "Write in a few words why the money goes back.", field="reason"
    ),
    payments.MoreThanPaid: _more,
    payments.SecondPersonNeeded: _second,
    payments.YourOwnMoney: lambda _: Said(
        403,
        "Somebody else must look after this",
        "This money is your own, or that of somebody you stand by or work for. Ask another officer.",
        (("Back to payments", "/money-desk"),),
    ),
    payments.SumsDiffer: lambda refusal: Said(
        422,
        "Check the sum",
        f"Type how much it was: more than nothing, and at most {pounds(refusal.most)}.",
        field="amount",
    ),
    payments.AlreadySettled: lambda refusal: Said(
        409,
        "It is settled",
        f"Both of you said that {pounds(refusal.pence)} was paid, so it cannot be taken back here. If that is wrong, ring "
        "each other first. Then tell us, and a person will look into it.",
        (("Tell us", "/concern"),),
    ),
    payments.WindowPassed: lambda refusal: Said(
        409,
        "It is too late to say so here",
        f"You can say so within {refusal.days} days of a visit. Please tell us, and a person will look into it.",
        (("Tell us", "/concern"),),
    ),
    payments.NotFromStripe: lambda _: Said(400, "Not understood", "This was not for us."),
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
