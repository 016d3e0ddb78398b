"""What an import noticed about a row, each with the words a council officer reads in the report."""

from dataclasses import dataclass
from enum import StrEnum


class Flag(StrEnum):
    """Something to look at. A flag never changes what the source said; where a reading was doubtful, nothing was read."""

    FREE_BUT_PRICED = "free_but_priced"
    PRICE_KEPT_AS_TEXT = "price_kept_as_text"
    TIMES_KEPT_AS_TEXT = "times_kept_as_text"
    POSTCODE_MALFORMED = "postcode_malformed"
    POSTCODE_UNKNOWN = "postcode_unknown"
    COORDINATES_DISAGREE = "coordinates_disagree"
    COORDINATES_UNUSABLE = "coordinates_unusable"
    NO_PLACE = "no_place"
    MORE_PLACES = "more_places"
    LOCATION_MISSING = "location_missing"
    KINDS_READ_FROM_WORDS = "kinds_read_from_words"
    NO_KIND = "no_kind"
    NO_DATE = "no_date"
    OLD_DATE = "old_date"
    LAST_DAY_PAST = "last_day_past"
    NO_LAWFUL_BASIS = "no_lawful_basis"
    NO_CQC_NUMBER = "no_cqc_number"
    CQC_NUMBER_UNCHECKED = "cqc_number_unchecked"
    ADDRESS_OF_WEB_UNUSABLE = "web_address_unusable"
    FIELD_UNREADABLE = "field_unreadable"
    MIXED_AGES = "mixed_ages"


WORDS: dict[Flag, str] = {
    Flag.FREE_BUT_PRICED: "It is called free, and names a price",
    Flag.PRICE_KEPT_AS_TEXT: "The price could not be read for certain and stands as it was written",
    Flag.TIMES_KEPT_AS_TEXT: "The times could not be read for certain and stand as they were written",
    Flag.POSTCODE_MALFORMED: "The postcode is not a postcode",
    Flag.POSTCODE_UNKNOWN: "The postcode is not in the national list: it is mistyped, has ended, or is very new",
    Flag.COORDINATES_DISAGREE: "The coordinates lie more than 2 km from the postcode; the postcode was used",
    Flag.COORDINATES_UNUSABLE: "The coordinates are not in Great Britain",
    Flag.NO_PLACE: "It says neither where it is nor which area it serves",
    Flag.MORE_PLACES: "It has more than one place; the first is used",
    Flag.LOCATION_MISSING: "It names a location that is not in the file",
    Flag.KINDS_READ_FROM_WORDS: "The source gives no category we know; what it does was read from its words",
    Flag.NO_KIND: "Nothing says what kind of support it is",
    Flag.NO_DATE: "It carries no date of its own, so its age counts from the day it was brought in",
    Flag.OLD_DATE: "The source last looked at it more than a year ago",
    Flag.LAST_DAY_PAST: "The last date it names is past",
    Flag.NO_LAWFUL_BASIS: "It offers personal care and states no lawful basis for it",
    Flag.NO_CQC_NUMBER: "A care agency must show a CQC number, and none is given",
    Flag.CQC_NUMBER_UNCHECKED: "The CQC number has to be looked up before it goes on show",
    Flag.ADDRESS_OF_WEB_UNUSABLE: "The web address cannot be used",
    Flag.FIELD_UNREADABLE: "A field could not be read",
    Flag.MIXED_AGES: "It is for children too",
}


@dataclass(frozen=True, slots=True)
class Flagged:
    """One flag, with what in the row it is about."""

    flag: Flag
    detail: str = ""

    def words(self) -> str:
        """`The postcode is not a postcode: “W4 2”`."""
        return f"{WORDS[self.flag]}: “{self.detail}”" if self.detail else WORDS[self.flag]
