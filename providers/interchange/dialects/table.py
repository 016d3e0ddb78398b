"""Every dialect that can be read, by the word that names it on the command line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from providers.interchange.dialects import hounslow, hsds_csv, open_referral, outpost, plain_csv, suffolk
from providers.interchange.dialects.bundle import Bundle
from providers.interchange.entry import Entry
from providers.interchange.errors import DialectUnknown

Reader = Callable[[Bundle, Mapping[str, str]], Iterator[Entry]]


@dataclass(frozen=True)
class Dialect:
    """One way of writing services down. `asks_for_columns`: somebody must say first which column is which."""

    name: str
    label: str
    hint: str
    read: Reader
    asks_for_columns: bool = False


DIALECTS: Mapping[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        Dialect("open-referral-uk", "Open Referral UK", "JSON pages, or JSON lines", open_referral.read),
        Dialect("hsds-csv", "HSDS tables", "A zip with services.csv and the tables beside it", hsds_csv.read),
        Dialect("suffolk", "Suffolk activities", "JSON lines", suffolk.read),
        Dialect("hounslow", "Hounslow Connect", "A zip with service.csv, organisation.csv, location.csv and service_location.csv",
                hounslow.read),
        Dialect("outpost", "Outpost", "The bulk CSV of Outpost", outpost.read),
        Dialect("csv", "Any other table (CSV)", "You say which column is which", plain_csv.read, asks_for_columns=True),
    )
}  # fmt: skip


def dialect(name: str) -> Dialect:
    """The dialect of this name. Raises `DialectUnknown`."""
    if name not in DIALECTS:
        raise DialectUnknown(name, tuple(DIALECTS))
    return DIALECTS[name]
