"""Words for what signing in, joining and acting for somebody may refuse."""

from market.chat.errors import NumberPassedOn
from market.core.places import PlaceUnknown
from market.people.errors import (
    AddressUnreadable,
    ArrangementMissing,
    BeyondTheBasis,
    CodeWrong,
    LinkOutOfDate,
    NameMissing,
    NoRoleNow,
    NotAStaffRole,
    NotTheirsToAgree,
    NotYourRole,
    PinsDiffer,
    PinShut,
    PinTooEasy,
    PinWrong,
    SecondStepWrong,
    TooManyTries,
    WhichAuthority,
)
from market.web.said import Said
from market.web.wording import Wording

_ASK_AGAIN = ("Ask for a new link", "/sign-in")


def _link_out_of_date(refusal: LinkOutOfDate) -> Said:
    if refusal.purpose == "backup":
        words = (
            "The visit it was about is over, or somebody has seen to it. You need do nothing. Thank you for looking."
        )
        return Said(410, "This link is too old", words, (("Start page", "/"),))
    if refusal.purpose == "reference":
        words = (
            "The time to answer is over, or they do not need it any more. You need do nothing. Thank you for looking."
        )
        return Said(410, "This link is too old", words, (("Start page", "/"),))
    words = "A link or code works once, and for a short time. Nothing is lost: ask for a new one."
    return Said(410, "This link has been used or is too old", words, (_ASK_AGAIN,))


def _code_wrong(refusal: CodeWrong) -> Said:
    if refusal.tries_left < 1:
        words = "That is not the code we sent. Use the link in the e-mail, or try again in 15 minutes."
    else:
        tries = "one more try" if refusal.tries_left == 1 else f"{refusal.tries_left} more tries"
        words = f"That is not the code we sent. Check the newest e-mail. You have {tries}."
    return Said(422, "That code is not right", words, (_ASK_AGAIN,), field="code")


def _too_many(refusal: TooManyTries) -> Said:
    words = f"Please wait {refusal.wait_minutes} minutes, then try again. This keeps other people out."
    return Said(429, "That was a few tries too many", words, (("Start page", "/"),))


def _pin_wrong(refusal: PinWrong) -> Said:
    left = "one more try" if refusal.tries_left == 1 else f"{refusal.tries_left} more tries"
    return Said(422, "That is not your PIN", f"Please check it. You have {left}.", (("Set a new PIN", "/you/pin"),))


def _place_unknown(refusal: PlaceUnknown) -> Said:
    if refusal.near:
        words = f"We do not know that place. Did you mean {' or '.join(refusal.near)}?"
    else:
        words = "We do not know that postcode. Check the letters and numbers, such as EX9 6PD."
    return Said(422, "We cannot find that place", words, field="postcode")


def _name_missing(refusal: NameMissing) -> Said:
    if refusal.whose == "theirs":
        return Said(422, "One thing is missing", "Tell us the name of the person you help.", field="for_name")
    return Said(422, "One thing is missing", "Tell us what to call you.", field="name")


def _which_authority(refusal: WhichAuthority) -> Said:
    known = ", ".join(refusal.known) or "none yet"
    return Said(422, "Which council?", f"Name one of the councils here: {known}.", field="authority")


def _beyond(_: BeyondTheBasis) -> Said:
    words = "A power over money does not reach decisions about care, and one over care does not reach money."
    return Said(422, "That power does not reach so far", words, field="scopes")


WORDS: Wording = {
    LinkOutOfDate: _link_out_of_date,
    CodeWrong: _code_wrong,
    TooManyTries: _too_many,
    PinWrong: _pin_wrong,
    PinShut: lambda _: Said(
        429,
        "That PIN is shut",
        "There were too many wrong tries. Sign in with a link by e-mail, then set a new PIN.",
        (("Set a new PIN", "/you/pin"),),
    ),
    PlaceUnknown: _place_unknown,
    NameMissing: _name_missing,
    ArrangementMissing: lambda _: Said(
        422,
        "How do you work?",
        "Choose how you work. You can change it until you send your listing.",
        field="arrangement",
    ),
    WhichAuthority: _which_authority,
    BeyondTheBasis: _beyond,
    SecondStepWrong: lambda _: Said(
        422,
        "That code is not right",
        "Look at your authenticator app and type the six numbers it shows now. Each works once.",
        field="code",
    ),
    PinTooEasy: lambda _: Said(
        422,
        "Choose another PIN",
        "Type four to six numbers. Do not use 1234, the same number over and over, or the year you were born.",
        field="pin",
    ),
    PinsDiffer: lambda _: Said(
        422, "The two are not the same", "Type your PIN again, the same in both boxes.", field="again"
    ),
    AddressUnreadable: lambda _: Said(
        422,
        "Check your e-mail address",
        "Type an e-mail address, such as name@example.org.",
        field="email",
    ),
    NoRoleNow: lambda _: Said(
        403,
        "You are signed in, but have nothing to do here yet",
        "Your part on Alongside has ended. If you think that is wrong, speak to the person who added you.",
        (("Find support", "/find"), ("Where you are signed in", "/you/sessions")),
    ),
    NotYourRole: lambda _: Said(
        403,
        "You do not have that role",
        "Choose one of your own roles.",
        (("Your roles", "/you/roles"),),
    ),
    NotAStaffRole: lambda _: Said(
        422,
        "Only council staff are invited this way",
        "Everybody else joins by themselves, or is added by their council.",
        field="role",
    ),
    NumberPassedOn: lambda _: Said(
        409,
        "That phone number is somebody else's now",
        "Nothing was sent. Look for another way to reach them, such as their e-mail or a visit.",
    ),
    NotTheirsToAgree: lambda _: Said(
        403,
        "Only the person can agree to this",
        "Ask them to say yes on their own page, or to tell their broker.",
        (("Start page", "/"),),
    ),
}
