"""Words for what the edge refuses, and for what may not be known."""

from market.core.errors import NotAllowed, NotFound
from market.core.files import FileKindNotTaken, FileTooBig
from market.web.errors import (
    FormTooLarge,
    FormTooOld,
    FormUnreadable,
    NothingWritten,
    NotThisRole,
    SecondStepNeeded,
    SignInNeeded,
)
from market.web.said import Said
from market.web.wording import Wording

_HOME = ("Start page", "/")


def _not_this_role(refusal: NotThisRole) -> Said:
    if refusal.others:
        words = "You can see this page in another of your roles. Switch, then open it again."
        return Said(403, "Switch role to see this page", words, (("Your roles", "/you/roles"), _HOME))
    words = "This page is not part of what you do here. If you think it should be, speak to whoever added you."
    return Said(403, "This page is not for you to see", words, (_HOME,))


def _too_large(refusal: FormTooLarge) -> Said:
    size = refusal.most_bytes
    most = f"{size // (1024 * 1024)} MB" if size >= 1024 * 1024 else f"{size // 1024} KB"
    return Said(413, "That is too big to send", f"We can take up to {most} at once. Send a smaller one.", (_HOME,))


def _kind_not_taken(refusal: FileKindNotTaken) -> Said:
    words = "We can take a photograph (JPEG, PNG or WebP) or a PDF. Choose another file."
    if refusal.is_iphone:
        words = (
            "This photograph is in a form that we cannot open (HEIC). On an iPhone, open it, choose Share, then Options, "
            "then “Most compatible”. Or take a picture of the screen and send that."
        )
    return Said(422, "We cannot open that file", words, (_HOME,), field="file")


WORDS: Wording = {
    FileTooBig: lambda _: Said(
        413, "That is too big to send", "We can take up to 10 MB at once. Send a smaller one.", (_HOME,), field="file"
    ),
    FileKindNotTaken: _kind_not_taken,
    NotThisRole: _not_this_role,
    FormTooLarge: _too_large,
    NotAllowed: lambda _: Said(
        403,
        "This is not for you to see",
        "It may not be there, or it may belong to somebody else. If you help this person, ask them to say yes to it.",
        (_HOME,),
    ),
    NotFound: lambda _: Said(
        404,
        "We cannot find that page",
        "It may have moved, or the address may have a slip in it.",
        (_HOME, ("Find support", "/find")),
    ),
    SignInNeeded: lambda _: Said(
        401, "Sign in first", "This page is for people who have signed in.", goes_to="/sign-in"
    ),
    SecondStepNeeded: lambda _: Said(
        403, "One more step", "Staff sign in with a second step.", goes_to="/you/second-step"
    ),
    FormTooOld: lambda _: Said(
        403,
        "This page was open for too long",
        "This page was open for too long, so we did nothing yet. Look at it again, then send it again.",
        (_HOME,),
    ),
    NothingWritten: lambda refusal: Said(422, "One thing is missing", refusal.missing, (_HOME,), field=refusal.field),
    FormUnreadable: lambda _: Said(400, "We could not read that", "Go back and try again.", (_HOME,)),
}
