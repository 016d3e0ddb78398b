"""What is compared of a listing, wherever it came from. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

GENERIC_HOSTS = frozenset(
    {"facebook.com", "twitter.com", "instagram.com", "youtube.com", "x.com", "sites.google.com", "eventbrite.co.uk"}
)


@dataclass(frozen=True, slots=True)
class Looks:
    """What is compared of one listing. Phones as digits, the web address as host and path, the place on the grid."""

    key: str
    name: str
    organisation: str = ""
    phone: str = ""
    web: str = ""
    postcode: str = ""
    spot: tuple[float, float] | None = None
    text: str = ""


def phone_digits(written: str) -> str:
    """The last nine digits of a number, which are the same with and without +44; empty for fewer."""
    digits = re.sub(r"\D", "", written)
    return digits[-9:] if len(digits) >= 9 else ""


def web_key(address: str) -> str:
    """Host and path of an address, alike for http and https, with and without www; empty for none."""
    try:
        parts = urlsplit(address.strip().casefold() if "://" in address else f"//{address.strip().casefold()}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    path = parts.path.rstrip("/").removesuffix("/index.html")
    if host in GENERIC_HOSTS and len(path) < 2:
        return ""
    return host + path
