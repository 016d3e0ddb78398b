"""The words of refusals in a chat: what stands in the way and what to do next, in one table."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.desk import Choice, Code, DeskRefusal
from bot.phrases import saying
from bot.seen import Slot
from market.bookings import errors as bookings
from market.budgets import errors as budgets
from market.core.errors import NotAllowed, NotFound, Refusal
from market.core.money import pounds
from market.core.places import PlaceUnknown
from market.core.times import wall_day
from market.people.errors import LinkOutOfDate, NotYourPerson
from market.people.rules import Scope
from market.plans.errors import NoWords
from providers.pricing.errors import NoRateForVisit
from providers.wages.errors import BelowMinimumWage

Said = Callable[[Any, datetime], tuple[Code, str]]

_SCOPES = {
    Scope.SEE_VISITS: "see their visits",
    Scope.BOOK: "book for them",
    Scope.CANCEL: "stop their visits",
    Scope.SEE_MONEY: "see their money",
    Scope.SPEND: "spend their money",
    Scope.SEE_PLAN: "see or change their plan",
}
_TAKEN = {
    "booked": "they are booked then",
    "away": "they are away then",
    "hours": "they do not work then",
    "notice": "it is too soon for them",
    "workers": "they have not so many people",
    "last_day": "they no longer offer it then",
    "ahead": "it is further ahead than they plan",
}


def as_desk_refusal(refusal: Refusal, now: datetime) -> DeskRefusal:
    """A refusal of a service as the bot says it. One that has no words here is said in general ones."""
    if isinstance(refusal, PlaceUnknown):
        return _place(refusal)
    for kind in type(refusal).__mro__:
        if kind in WORDS:
            code, sentence = WORDS[kind](refusal, now)
            return DeskRefusal(code, sentence)
    return DeskRefusal("unavailable", "I can't do that from here. A person can help you with it.")


def _place(refusal: PlaceUnknown) -> DeskRefusal:
    if any(letter.isdigit() for letter in refusal.typed):
        return DeskRefusal("bad_postcode", "I do not know that postcode. Please check the letters and numbers.")
    near = tuple(Choice(name, name) for name in refusal.near)
    return DeskRefusal("unknown_place", "I do not know that place.", near)


def _taken(refusal: bookings.SlotsTaken, now: datetime) -> tuple[Code, str]:
    first = refusal.taken[0]
    slot = saying.at_slot(Slot(first.slot.starts_at, first.slot.ends_at), wall_day(now))
    why = _TAKEN.get(first.why, "that time has gone")
    more = f" and {saying.count(len(refusal.taken) - 1, 'other time')}" if len(refusal.taken) > 1 else ""
    return "slot_taken", f"They can't come {slot}{more}: {why}. Please try another day or time."


def _too_late(refusal: bookings.TooLate, now: datetime) -> tuple[Code, str]:
    if refusal.what == "request":
        return "too_late", "That request has run out. Thank you all the same."
    if refusal.what == "undo":
        return "too_late", "It is too late to take that back here. A person can help you."
    return "too_late", "That visit has begun or is over, so I can't change it. A person can help you."


def _too_early(refusal: bookings.TooEarly, now: datetime) -> tuple[Code, str]:
    return "invalid", f"That visit is not until {saying.when(refusal.starts_at, now)}. Please tell me then."


def _answered(refusal: bookings.AlreadyAnswered, now: datetime) -> tuple[Code, str]:
    return "already_done", f"You have answered that already: it was {refusal.answer}."


def _money_not_yours(refusal: bookings.MoneyNotYours, now: datetime) -> tuple[Code, str]:
    who = f" {saying.listed(refusal.who, 'or')} can." if refusal.who else ""
    return "not_allowed", f"You can plan visits, but not spend this money.{who}"


def _not_yours(refusal: NotYourPerson, now: datetime) -> tuple[Code, str]:
    return "not_allowed", f"You may not {_SCOPES[refusal.scope]}. They can say yes to it on their own page."


def _over(refusal: budgets.BudgetExceeded, now: datetime) -> tuple[Code, str]:
    free, needed = pounds(refusal.free), pounds(refusal.needed)
    return (
        "over_budget",
        f"That costs {needed} and the {refusal.pot} has {free} free. Try fewer visits, or shorter ones.",
    )


def _outside(refusal: budgets.OutsidePotPeriod, now: datetime) -> tuple[Code, str]:
    return "over_budget", f"The {refusal.pot} is agreed up to {saying.plain_date(refusal.ends_on)}. Please end by then."


def _below_wage(refusal: BelowMinimumWage, now: datetime) -> tuple[Code, str]:
    paid, least = pounds(refusal.pence_per_hour), pounds(refusal.least_pence)
    said = f"That comes to {paid} an hour, under the minimum wage of {least} ({refusal.source})."
    return (
        "not_bookable",
        f"{said} The law does not let anybody employed be paid less. Please choose another time or person.",
    )


WORDS: Mapping[type[Refusal], Said] = {
    BelowMinimumWage: _below_wage,
    NotAllowed: lambda r, n: ("not_allowed", "You may not do that for them. They can say yes to it on their own page."),
    NotYourPerson: _not_yours,
    NotFound: lambda r, n: ("not_found", "I can't find that any more. It may have changed."),
    LinkOutOfDate: lambda r, n: (
        "code_expired",
        "That code was used or is too old. Please get a new one on your page.",
    ),
    bookings.SlotsTaken: _taken,
    bookings.DateInPast: lambda r, n: ("past_date", "That day has gone. Which day would you like?"),
    bookings.TooLong: lambda r, n: ("invalid", "A visit can be a day long at most. Please say a shorter time."),
    bookings.NoVisits: lambda r, n: ("invalid", "There is no visit in those days. Please say which days you want."),
    bookings.NotClearedForTask: lambda r, n: (
        "not_cleared",
        f"{r.provider} has not shown us the checks needed for this, so I can't book it. Please choose someone else.",
    ),
    bookings.TakenDown: lambda r, n: (
        "not_bookable",
        "Your listing was taken off, so nothing new can be agreed. Your listing page says why.",
    ),
    bookings.NotBookable: lambda r, n: ("not_bookable", "They take no bookings here. You can ring or write to them."),
    bookings.ProviderExcluded: lambda r, n: ("not_bookable", f"{r.provider} is on the list of people not wanted."),
    bookings.NotAgreedYet: lambda r, n: (
        "already_done",
        "They have not said yes to that visit yet, so there is nothing to move. You can stop it and ask for another time.",
    ),
    bookings.MoveWaits: lambda r, n: (
        "already_done",
        "They were asked to move that visit already, and have not answered yet. I will tell you when they do.",
    ),
    bookings.NothingMoved: lambda r, n: ("invalid", "That is when the visit is now."),
    bookings.PriceChanged: lambda r, n: (
        "price_changed",
        f"The price is {pounds(r.now)} now. It was {pounds(r.seen)} when you looked.",
    ),
    bookings.MoneyNotYours: _money_not_yours,
    bookings.TooLate: _too_late,
    bookings.TooEarly: _too_early,
    bookings.AlreadyAnswered: _answered,
    budgets.BudgetExceeded: _over,
    budgets.OutsidePotPeriod: _outside,
    budgets.NoPot: lambda r, n: (
        "over_budget",
        "There is no money set up for this yet. A person can help you with that.",
    ),
    NoRateForVisit: lambda r, n: ("not_bookable", "They give no price for that time. Please choose another time."),
    NoWords: lambda r, n: ("invalid", "Please say it in a few words."),
}
"""One sentence for each refusal, by its class. The most exact class that stands here counts."""
