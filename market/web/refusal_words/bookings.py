"""Words for why a booking or a visit was not made or changed. Each says what is still possible."""

from market.bookings import errors as why
from market.bookings.errors import MayNotSubstitute
from market.core.money import pounds
from market.web.filters import day, hours, moment
from market.web.said import Said
from market.web.wording import Wording

_FIND = ("Find somebody else", "/find")
_WEEK = ("See the week", "/week")
_REQUESTS = ("See your requests", "/requests")
_WORK = ("See your visits", "/work")

TAKEN_WHY = {
    "booked": "they are booked then",
    "away": "they are away then",
    "hours": "they do not work then",
    "notice": "it is too soon for them",
    "workers": "they have not so many people",
    "last_day": "they no longer offer it then",
    "ahead": "it is further ahead than they plan",
}
_SHOWN = 3


def _slots_taken(refusal: why.SlotsTaken) -> Said:
    first = refusal.taken[:_SHOWN]
    times = "; ".join(
        f"{day(t.slot.day)}, {hours(t.slot.starts_at, t.slot.ends_at)}: {TAKEN_WHY.get(t.why, 'that time has gone')}"
        for t in first
    )
    more = len(refusal.taken) - len(first)
    also = f"; and {more} more" if more else ""
    words = f"They cannot come at every time you asked for. {times}{also}. Nothing has been booked."
    if refusal.free:
        many = len(refusal.free)
        words += f" The other {many} are free." if many > 1 else " The other one is free."
    return Said(409, "Some of those times have gone", words, (_FIND,), field="days")


def _date_in_past(refusal: why.DateInPast) -> Said:
    words = f"{day(refusal.first)} has gone. Choose a day that is still to come."
    return Said(422, "That day has gone", words, field="start")


def _not_cleared(refusal: why.NotClearedForTask) -> Said:
    kind = refusal.kind.replace("_", " ")
    words = f"{refusal.provider} has not shown us what is needed for {kind}. They may still help with other things."
    return Said(409, "They are not cleared for that", words, (_FIND,), field="kinds")


def _price_changed(refusal: why.PriceChanged) -> Said:
    words = f"You saw {pounds(refusal.seen)}. It is {pounds(refusal.now)} now. Look at it again before you say yes."
    return Said(409, "The price has changed", words)


def _money_not_yours(refusal: why.MoneyNotYours) -> Said:
    who = " or ".join(refusal.who)
    words = "You may plan visits for them, but not spend their money."
    return Said(403, "Somebody else decides about the money", f"{words} {who} can." if who else words, (_WEEK,))


def _too_late(refusal: why.TooLate) -> Said:
    if refusal.what == "request":
        words = "This request ran out before it was answered. Thank you all the same. They can ask you again."
        return Said(409, "This request has run out", words, (_REQUESTS,))
    if refusal.what == "booking":
        words = "Every visit of it has begun, is over, or was called off before. Nothing has changed."
        return Said(409, "There is nothing left to cancel", words, (_WEEK,))
    words = "It has begun or is over, so it cannot be changed here. Tell us if something went wrong."
    return Said(409, "That visit can no longer be changed", words, (_WEEK, ("Tell us", "/concern")))


def _answered(refusal: why.AlreadyAnswered) -> Said:
    words = f"The answer was: {refusal.answer}. Nothing has changed. Thank you."
    return Said(409, "This has been answered already", words, (_REQUESTS,))


def _too_early(refusal: why.TooEarly) -> Said:
    words = f"The visit is on {moment(refusal.starts_at)}. You can tell us in the hour before it."
    return Said(409, "It is not time yet", words, (_WEEK,))


WORDS: Wording = {
    why.SlotsTaken: _slots_taken,
    why.DateInPast: _date_in_past,
    why.TooLong: lambda _: Said(
        422, "That visit is too long", "One visit can last a day at most. Ask for several visits.", field="end"
    ),
    why.NoVisits: lambda _: Said(
        422,
        "There is no visit in that",
        "None of the days you ticked comes between the two dates. Choose more days, or a later end.",
        field="days",
    ),
    why.NotClearedForTask: _not_cleared,
    why.TakenDown: lambda refusal: Said(
        409,
        "You cannot say yes just now",
        f"“{refusal.title}” was taken off. Nothing new can be agreed until your council has settled it. See why on your listing.",
        (("My listing", "/listing"),),
    ),
    why.NotBookable: lambda refusal: Said(
        409,
        "This cannot be booked here",
        f"“{refusal.title}” takes no bookings here now. If it shows a telephone number, ring them.",
        (_FIND,),
    ),
    why.PriceChanged: _price_changed,
    why.MoneyNotYours: _money_not_yours,
    why.TooLate: _too_late,
    why.AlreadyAnswered: _answered,
    why.TooEarly: _too_early,
    why.NotAgreedYet: lambda _: Said(
        409,
        "They have not said yes to this visit yet",
        "There is nothing to move. You can take the request back, and ask for another time.",
        (_WEEK,),
    ),
    why.MoveWaits: lambda _: Said(
        409,
        "They were asked to move it already",
        "They have not answered yet. We tell you when they do. Until then the visit stays as it is.",
        (_WEEK,),
    ),
    why.NothingMoved: lambda _: Said(
        422, "That is when the visit is now", "Choose another day, time or length.", field="start"
    ),
    why.ProviderExcluded: lambda refusal: Said(
        409,
        "They asked us not to suggest this one",
        f"This person does not want visits from {refusal.provider}. If that has changed, ask them to tell us.",
        (_FIND,),
    ),
    why.StartSoonerNotAgreed: lambda refusal: Said(
        422,
        "Say that the visits may begin sooner",
        f"The first visit is on {moment(refusal.starts_at)}, before your 14 days to cancel are over. Tick the box to ask "
        "for that, or choose a later day.",
        field="start_sooner",
    ),
    MayNotSubstitute: lambda _: Said(
        403,
        "You cannot send somebody else",
        "You come as yourself, so who comes instead is the customer’s own choice. We ask the people they named.",
        (_WORK,),
    ),
}
