"""Words for why a file was not taken in, or a calendar not read."""

from market.web.said import Said
from market.web.wording import Wording
from providers.interchange import errors

_IMPORTS = ("Bring in a list", "/accreditation/imports")
_CALENDAR = ("My calendar", "/work/calendar")


def _columns(refusal: errors.ColumnsNotMapped) -> Said:
    wrong = (
        f"There is no column “{refusal.wrong}”. " if refusal.wrong else "Say which column has the name of the service. "
    )
    return Said(
        422, "Which column is which?", f"{wrong}The file has: {', '.join(refusal.columns)}.", (_IMPORTS,), field="title"
    )


WORDS: Wording = {
    errors.FileUnreadable: lambda refusal: Said(
        422,
        "We cannot read that file",
        f"{refusal.file}: {refusal.why}. Check that you chose the right kind of file, and try again.",
        (_IMPORTS,),
        field="file",
    ),
    errors.DialectUnknown: lambda _: Said(
        422, "We do not know that kind of file", "Choose one from the list.", field="dialect"
    ),
    errors.ColumnsNotMapped: _columns,
    errors.ImportStillRunning: lambda _: Said(
        409,
        "It cannot be brought in yet",
        "The trial has not ended, or it ended badly. Look at its report first.",
        (_IMPORTS,),
    ),
    errors.NotWaitingForAKind: lambda _: Said(
        409,
        "It has a kind of support already",
        "Somebody has said it, or its list does. Look at what still waits.",
        (("What kind of support is it?", "/accreditation/kinds"),),
    ),
    errors.KindNotGiven: lambda refusal: Said(
        422,
        "What kind of support is it?",
        f"Tick what it is: one kind, or up to {refusal.most}. If you are not sure, leave it for later.",
        field="kinds",
    ),
    errors.PairDecided: lambda _: Said(
        409,
        "That is decided already",
        "Somebody has said of these two what they are. Nobody is asked twice.",
        (("Likely doubles", "/accreditation/duplicates"),),
    ),
    errors.CalendarAddressRefused: lambda refusal: Said(
        422, "We do not fetch that address", refusal.why, (_CALENDAR,), field="address"
    ),
    errors.CalendarUnreadable: lambda refusal: Said(
        422, "We cannot read that calendar", refusal.why, (_CALENDAR,), field="file"
    ),
}
