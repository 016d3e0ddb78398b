"""Why something could not be brought in, or a calendar not read."""

from dataclasses import dataclass

from market.core.errors import Refusal


@dataclass(eq=False)
class FileUnreadable(Refusal):
    """The file cannot be read as what it was said to be. `why` says, in words, what is wrong with it."""

    file: str
    why: str


@dataclass(eq=False)
class DialectUnknown(Refusal):
    """There is no such dialect. `known` are those there are."""

    dialect: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ColumnsNotMapped(Refusal):
    """A plain CSV needs to be told which column is which. `columns` are those it has; `wrong` is one that it has not."""

    columns: tuple[str, ...]
    wrong: str = ""


@dataclass(eq=False)
class ImportStillRunning(Refusal):
    """The trial run has not ended, so there is nothing to decide on yet."""


@dataclass(eq=False)
class NotWaitingForAKind(Refusal):
    """Its kind of support is known already, or it is no row of a directory."""


@dataclass(eq=False)
class KindNotGiven(Refusal):
    """No kind of support was chosen, or more than anybody could find it by. `most` is how many may be."""

    most: int


@dataclass(eq=False)
class PairDecided(Refusal):
    """Somebody has decided on these two already."""


@dataclass(eq=False)
class CalendarAddressRefused(Refusal):
    """The address of a calendar is not one that we fetch. `why` says, in words, what it must be."""

    why: str


@dataclass(eq=False)
class CalendarUnreadable(Refusal):
    """What was given is not a calendar, or too large a one. `why` says which, in words."""

    why: str
