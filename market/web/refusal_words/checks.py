"""Words for what stands in the way of being checked, of checking, and of giving a reference."""

from market.web.said import Said
from market.web.wording import Wording
from providers.accreditation import errors as accreditation
from providers.accreditation.rules import DbsLevel
from providers.applications import errors as applications
from providers.documents import errors as documents
from providers.references import errors as references
from providers.registers import errors as registers

_CHECKS = ("My checks", "/checks")
_DESK = ("Checks", "/accreditation")
_REFEREE_FIELDS = {
    "name": "Type their name.",
    "email": "Type their e-mail address: that is how we ask them.",
    "how_known": "Say how they know you, in a few words.",
}


def _listed(labels: tuple[str, ...]) -> str:
    return ", ".join(label[0].lower() + label[1:] if not label[:2].isupper() else label for label in labels)


def _more_than_may_be_asked(refusal: accreditation.MoreThanMayBeAsked) -> Said:
    if refusal.level is DbsLevel.NONE:
        words = "No DBS check may be asked for this work alone, so none is written down."
        return Said(422, "That check is more than the law allows", words, field="level")
    barred = " with the adults’ barred list" if refusal.barred_list else ""
    words = (
        f"The most that anybody may ask for this work is a check at the {refusal.level} level{barred}. "
        "Asking for more, or keeping more, is against the law. Write down a check at that level."
    )
    return Said(422, "That check is more than the law allows", words, field="level")


def _own(_refusal: object) -> Said:
    words = (
        "You sent this, or you sign in for this provider in another of your roles. Nobody decides on their own. "
        "Ask another officer of your council."
    )
    return Said(403, "Somebody else must decide this", words, (_DESK,))


def _still_to_show(refusal: applications.StillToShow) -> Said:
    words = f"Before we can look at it, show us: {_listed(refusal.labels)}."
    return Said(422, "A few things are still to show", words, (_CHECKS,))


def _not_complete(refusal: applications.ChecksNotComplete) -> Said:
    words = (
        f"These do not stand yet: {_listed(refusal.labels)}. Write them down as seen first, or choose another decision."
    )
    return Said(422, "The checks are not complete", words, (_DESK,), field="outcome")


WORDS: Wording = {
    accreditation.EndMissing: lambda _: Said(
        422, "When does it run out?", "This kind of paper has an end. Type the last day it is good.", field="expires"
    ),
    accreditation.EndBeforeStart: lambda _: Said(
        422, "Those dates do not fit", "It would run out before it begins. Look at both dates again.", field="expires"
    ),
    accreditation.MoreThanMayBeAsked: _more_than_may_be_asked,
    applications.NotYourApplication: _own,
    applications.NobodyToCheck: lambda _: Said(
        409,
        "No council here checks in your area yet",
        "Look at the town and postcode on your listing. If they are right, write to us: see Complaints in the footer.",
        (_CHECKS,),
    ),
    applications.NothingToCheckFor: lambda _: Said(
        409, "There is nothing to check for yet", "First say what you offer: make a listing.", (("My listing", "/listing"),)
    ),
    applications.StillToShow: _still_to_show,
    applications.ConductNotSigned: lambda _: Said(
        422, "The code of conduct is not signed", "Read it and sign it, then send your application.", (_CHECKS,)
    ),
    applications.NameNotTyped: lambda _: Said(
        422, "Your name is missing", "Type your full name: that is your signature.", field="name"
    ),
    applications.SentAlready: lambda _: Said(
        409, "We have it already", "The desk is looking at it. You need do nothing.", (_CHECKS,)
    ),
    applications.NotWaiting: lambda _: Said(
        409, "It does not wait for a decision", "Somebody has decided, or it waits for the applicant.", (_DESK,)
    ),
    applications.ChecksNotComplete: _not_complete,
    applications.ReasonMissing: lambda _: Said(
        422, "The reason is missing", "Say why, in words that they can use. They read it.", field="why"
    ),
    documents.NothingShown: lambda _: Said(
        422, "Nothing was sent", "Choose a file, or write what you will show us.", field="file"
    ),
    documents.NotForYouToOpen: _own,
    documents.AlreadyLookedAt: lambda _: Said(
        409, "That has been decided", "Somebody has looked at this already.", (_CHECKS, _DESK)
    ),
    documents.FileGone: lambda _: Said(
        410,
        "The file is not kept any more",
        "It was deleted, because no decision needs it now. What was written down about it still stands.",
        (_DESK,),
    ),
    documents.TooManyWaiting: lambda refusal: Said(
        409,
        "That is enough for now",
        f"We have {refusal.most} of these waiting to be looked at. Take one back first, or wait for us.",
        (_CHECKS,),
        field="file",
    ),
    references.RefereeNotNamed: lambda refusal: Said(
        422, "One thing is missing", _REFEREE_FIELDS[refusal.field], field=refusal.field
    ),
    references.RefereeAddressUnreadable: lambda _: Said(
        422, "Check the e-mail address", "Type it like name@example.org.", field="email"
    ),
    references.RefereeIsRelated: lambda _: Said(
        422,
        "It cannot be a relative",
        "Name somebody who is not family: an employer, a teacher, a neighbour you helped.",
        field="related",
    ),
    references.RefereeIsYou: lambda _: Said(
        422, "That is your own address", "Type the address of the person who knows you.", field="email"
    ),
    references.RefereeAskedAlready: lambda _: Said(
        409, "We have asked them already", "Name somebody else, or wait for their answer.", field="email"
    ),
    references.EnoughAsked: lambda refusal: Said(
        409,
        "That is as many as we can ask",
        f"{refusal.most} people were asked. Speak to your council’s accreditation officer if two cannot be had.",
        (_CHECKS,),
    ),
    references.ReferenceClosed: lambda _: Said(
        410, "There is nothing more to answer", "It was answered, or is not needed any more. Thank you.", (("Start page", "/"),)
    ),
    references.AnswerIncomplete: lambda refusal: Said(
        422, "One answer is missing", "Answer each question. The last one may stay empty.", field=refusal.missing[0]
    ),
    references.NotYourReference: _own,
    registers.NoNumberToLookUp: lambda _: Said(
        409, "There is no number to look up", "They gave no CQC number. Ask them for it.", (_DESK,)
    ),
    registers.RegisterAway: lambda refusal: Said(
        503, "The register cannot be asked now", f"The CQC register: {refusal.why}. Try again later.", (_DESK,)
    ),
}  # fmt: skip
