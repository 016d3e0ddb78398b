"""Words for why a listing, a piece of evidence or a price was not taken. The law is named where it is the reason."""

from market.core.money import pounds
from market.web.filters import full_date, moment
from market.web.icons import shown_state
from market.web.said import Said
from market.web.wording import Wording
from providers.accreditation import errors as accreditation
from providers.arrangement.rules import Arrangement, Basis
from providers.availability.errors import AwayBackwards
from providers.changes import errors as changes
from providers.listings import errors as listings
from providers.organisations import errors as organisations
from providers.photographs import errors as photographs
from providers.pricing.errors import NoRateForVisit
from providers.wages.errors import BelowMinimumWage

_LISTING = ("My listing", "/listing")
_NEEDED = {
    Basis.REGISTERED: "be registered with the Care Quality Commission (CQC)",
    Basis.EMPLOYED_BY_CUSTOMER: "be employed by the customer",
    Basis.SOLE_SELF_EMPLOYED: "be self-employed and work alone, as the customer directs",
}


_LAW_OF_CARE = "Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, Schedule 1"


def _no_basis(refusal: listings.NoLawfulBasis) -> Said:
    if refusal.needed is None:
        words = "The way you work does not allow personal care, such as washing or dressing. Take it off the listing."
    else:
        words = f"To offer personal care, such as washing or dressing, you must {_NEEDED[refusal.needed]}."
    return Said(422, "Personal care needs a lawful basis", f"{words} The law: {_LAW_OF_CARE}.", field="care")


def _no_number(refusal: listings.CqcNumberMissing) -> Said:
    if refusal.arrangement is Arrangement.REGISTERED_AGENCY:
        words = "An agency must be registered with the Care Quality Commission (CQC). Type the number it gave you."
    else:
        words = (
            "A business that sends somebody to wash, dress or feed a person must be registered with the Care Quality "
            "Commission (CQC). Type the number it gave you, or leave personal care out."
        )
    return Said(422, "Your CQC number is missing", words, field="cqc_number")


def _below_wage(refusal: BelowMinimumWage) -> Said:
    words = (
        f"{pounds(refusal.pence_per_hour)} an hour is under the minimum wage of {pounds(refusal.least_pence)} "
        f"on {full_date(refusal.on)}. The law sets this for anybody who is employed. {refusal.source.rstrip('.')}."
    )
    if not refusal.rate_known:
        words += " The next rate is not yet known, so we used the last one."
    return Said(422, "That is under the minimum wage", words, field="amount")


def _no_rate(refusal: NoRateForVisit) -> Said:
    words = f"They give no price for {moment(refusal.start)}, {refusal.minutes} minutes. Ask them, or try another time."
    return Said(409, "There is no price for that time", words, (("Find somebody else", "/find"),), field="days")


def _cannot_move(refusal: listings.CannotMove | organisations.CannotStand) -> Said:
    now, wanted = (shown_state(state).word.lower() for state in (refusal.state, refusal.to))
    words = f"It is “{now}” now, and cannot become “{wanted}” from there. It may have changed since you opened this."
    return Said(409, "That cannot be done from here", words, (_LISTING,))


def _nothing_offered(refusal: listings.NothingOffered) -> Said:
    missing = ", ".join(word.replace("_", " ") for word in refusal.missing)
    words = f"Nobody could ask for it yet. Still missing: {missing}."
    return Said(422, "A few things are missing", words, (_LISTING,))


_LEFT = {
    "price": ("No price would be left", "Add the new price first: it takes the place of the old one.", "amount"),
    "times": ("No hours would be left", "Add the new hours first, then take the old ones away.", "days"),
    "kinds": ("Nothing would be left that you do", "Tick what you do now, or take the listing down.", "kinds"),
    "area": ("No area would be left", "Say where you go now, or take the listing down.", "reach"),
}


def _nothing_left(refusal: changes.NothingWouldBeLeft) -> Said:
    title, words, field = _LEFT[refusal.gone[0]]
    return Said(422, title, f"People see this listing and could ask for nothing. {words}", field=field)


def _of_another(refusal: changes.OfAnotherListing) -> Said:
    """The other listing's own reason, with its name before it."""
    because = WORDS[type(refusal.because)](refusal.because)
    words = f"Your listing “{refusal.title}” could not stay as it is: change it first. {because.words}"
    return Said(because.status, because.title, words, (_LISTING,))


def _own(_refusal: object) -> Said:
    words = (
        "You sign in for this provider in another of your roles, and nobody decides on their own. "
        "Ask another officer of your council."
    )
    return Said(403, "Somebody else must decide this", words, (("Checks", "/accreditation"),))


WORDS: Wording = {
    accreditation.NotYourOwnChecks: _own,
    listings.NotYourOwnDecision: _own,
    accreditation.EvidenceUnknown: lambda _: Said(
        422, "We do not know that kind of evidence", "Choose one from the list.", field="kind"
    ),
    accreditation.DbsLevelMissing: lambda _: Said(
        422, "Which level of DBS check?", "Say whether it is basic, standard or enhanced.", field="level"
    ),
    accreditation.IssuedInTheFuture: lambda _: Said(
        422, "That date has not come yet", "Type the date on the certificate.", field="issued"
    ),
    listings.CannotMove: _cannot_move,
    listings.NothingOffered: _nothing_offered,
    listings.NoLawfulBasis: _no_basis,
    listings.CqcNumberMissing: _no_number,
    listings.NotOnRegister: lambda refusal: Said(
        422, "We cannot use that CQC number", f"{refusal.number}: {refusal.why}", field="cqc_number"
    ),
    listings.NotLookedUpYet: lambda refusal: Said(
        409,
        "The register has not answered yet",
        f"Nobody has found {refusal.number} in the CQC register lately. It is looked up by itself, and again while the register "
        "gives no answer. You can also look at www.cqc.org.uk, and write down what you saw under the provider’s checks.",
        (("Checks", "/accreditation"),),
    ),
    listings.ProviderNotListed: lambda _: Said(
        409,
        "Show us who you are first",
        "A listing goes on show once your identity has been checked, and while nothing stands against it.",
        (_LISTING,),
    ),
    organisations.CannotStand: _cannot_move,
    changes.NotToBeChanged: lambda _: Said(
        409,
        "It cannot be changed just now",
        "This listing was taken down. Speak with your council first: it says why on your listing.",
        (_LISTING,),
    ),
    changes.NothingWaits: lambda _: Said(
        409,
        "Nothing waits any more",
        "It was decided, or taken back, since you opened this.",
        (("Checks", "/accreditation"),),
    ),
    changes.NothingWouldBeLeft: _nothing_left,
    changes.OfAnotherListing: _of_another,
    changes.ChangedSinceSeen: lambda _: Said(
        409,
        "It has changed since you opened it",
        "They changed it while you had it open. This is how it is now: read it again, then decide.",
    ),
    AwayBackwards: lambda _: Said(
        422, "Look at the dates again", "The last day comes before the first. Choose a later one.", field="last"
    ),
    photographs.NotAPhotograph: lambda _: Said(
        422,
        "We cannot read that photograph",
        "Choose a photograph from your phone or camera: a JPEG, PNG or WebP picture.",
        field="photo",
    ),
    photographs.PhotographTooLarge: lambda refusal: Said(
        413,
        "That photograph is too large",
        f"Choose a smaller one, of at most {refusal.most_bytes // 1024 // 1024} MB. One taken with your telephone will do.",
        field="photo",
    ),
    NoRateForVisit: _no_rate,
    BelowMinimumWage: _below_wage,
}
