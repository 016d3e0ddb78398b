"""Words for why a plan was not changed, nothing was looked for, or nothing was kept."""

from market.core.money import pounds
from market.plans import errors as plans
from market.search import errors as search
from market.web.said import Said
from market.web.wording import Wording

_PLANS = ("Plans to sign", "/sign-off")


def _above(refusal: plans.AboveYourLimit) -> Said:
    words = (
        f"This plan comes to {pounds(refusal.yearly)} a year. You may sign up to {pounds(refusal.limit)}. "
        "It goes to the panel instead."
    )
    return Said(403, "This is above what you may sign", words, (_PLANS,))


WORDS: Wording = {
    plans.NoWords: lambda refusal: Said(
        422,
        "Say it in their words",
        f"Write what they want to be able to do, as they say it, in up to {refusal.most} letters.",
        field="words",
    ),
    plans.AboveYourLimit: _above,
    plans.OwnPlan: lambda _: Said(
        403, "You cannot sign your own plan", "You made this plan, so somebody else signs it.", (_PLANS,)
    ),
    plans.NotWaiting: lambda _: Said(
        409, "This plan is not waiting", "It was signed, or taken back, since you opened this page.", (_PLANS,)
    ),
    plans.NothingPlanned: lambda _: Said(
        422, "Nothing is planned yet", "Write down at least one thing they want to be able to do first.", field="words"
    ),
    plans.NoYearlyCost: lambda _: Said(
        422, "What does it cost in a year?", "Type the yearly cost in pounds, such as 7,420.", field="yearly"
    ),
    plans.NoReasonGiven: lambda _: Said(
        422, "Say why", "Say in a sentence what is to be changed, so that the broker can mend it.", field="why"
    ),
    search.NothingAsked: lambda _: Said(
        422, "What would you like to be able to do?", "Write a few words first, as you would say them.", field="q"
    ),
    search.TooMuchAsked: lambda refusal: Said(
        422,
        "That is a little too much to read",
        f"You wrote {refusal.typed:,} letters. We can read up to {refusal.most:,}. Say the main thing first.",
        field="q",
    ),
    search.NotOnOffer: lambda _: Said(
        410,
        "This is not on offer now",
        "They may be taking a break, or something about them is being checked again. Others may be able to help.",
        (("Find support", "/find"), ("What you kept", "/kept")),
    ),
    search.EmptyShortlist: lambda _: Said(
        422, "Nothing is chosen yet", "Tick at least one to put on the list.", field="listings"
    ),
    search.ShortlistFull: lambda refusal: Said(
        409,
        "That is a lot to choose from",
        f"A list holds up to {refusal.most}. Take one off before you add another.",
        field="listings",
    ),
}
