"""Fetching a calendar from an address that somebody typed: over https, from a public host, within a size and a time.

The host's addresses are looked up once, every one of them must be public, and the connection goes to an address that was looked
at: a name that answers with another address the second time reaches nothing inside. Each redirect is looked at afresh.
"""

import ipaddress
import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, urljoin, urlsplit

from providers.interchange.calendars.rules import MOST_BYTES
from providers.interchange.errors import CalendarAddressRefused, CalendarUnreadable

MOST_REDIRECTS = 3
CONNECT_SECONDS, WHOLE_SECONDS = 5.0, 15.0
LONGEST_ADDRESS = 2_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def tidy_address(typed: str, *, loopback: bool = False) -> str:
    """The address as it will be fetched; `webcal:` means https. Raises `CalendarAddressRefused` for one that may not be."""
    address = typed.strip()
    for scheme in ("webcal://", "webcals://"):
        if address.lower().startswith(scheme):
            address = "https://" + address[len(scheme) :]
    _checked(address, loopback=loopback)
    return address


def fetch(address: str, *, loopback: bool = False) -> bytes:
    """What stands at an address. `loopback` lets tests serve it themselves; nothing else inside is ever reached.

    Raises `CalendarAddressRefused`, and `CalendarUnreadable` when it does not answer, answers too much, or too slowly.
    """
    ends = time.monotonic() + WHOLE_SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(address, loopback=loopback)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection = _connected(parts.scheme, host, _public_address(host, port, loopback=loopback), port)
        try:
            answer = _asked(connection, parts)
            if answer.status in _REDIRECTS:
                address = urljoin(address, answer.headers.get("location", ""))
                continue
            if answer.status != 200:
                raise CalendarUnreadable(
                    f"The address answered {answer.status}. Check that the calendar is still shared."
                )
            return _read(answer, connection, ends)
        except (OSError, HTTPException) as trouble:
            raise CalendarUnreadable("The address did not answer in time.") from trouble
        finally:
            connection.close()
    raise CalendarUnreadable("The address leads on and on.")


def _checked(address: str, *, loopback: bool) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise CalendarAddressRefused("That is not an address.") from None
    if len(address) > LONGEST_ADDRESS or not parts.hostname or any(ord(letter) <= 32 for letter in address):
        raise CalendarAddressRefused("That is not an address.")
    if loopback and parts.hostname == "127.0.0.1":
        return parts
    if parts.scheme != "https":
        raise CalendarAddressRefused("It must begin with https://.")
    if parts.username or parts.password or port not in (None, 443):
        raise CalendarAddressRefused("It may not hold a name, a password or a port.")
    return parts


def _public_address(host: str, port: int, *, loopback: bool) -> str:
    """An address of a host all of whose addresses are public."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as trouble:
        raise CalendarUnreadable("There is nothing at that address.") from trouble
    if loopback and found == {"127.0.0.1"}:
        return "127.0.0.1"
    if not found or not all(is_public(one) for one in found):
        raise CalendarAddressRefused("It must be an address that anybody on the internet can reach.")
    return sorted(found, key=lambda one: (":" in one, one))[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not of a home, an office, a machine itself, or a special use."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _connected(scheme: str, host: str, ip: str, port: int) -> HTTPConnection:
    """A connection to the address that was looked at, with the certificate of the name that was asked for."""
    try:
        raw = socket.create_connection((ip, port), timeout=CONNECT_SECONDS)
    except OSError as trouble:
        raise CalendarUnreadable("The address did not answer in time.") from trouble
    if scheme != "https":
        plain = HTTPConnection(host, port, timeout=CONNECT_SECONDS)
        plain.sock = raw
        return plain
    try:
        wrapped = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except (OSError, ssl.SSLError) as trouble:
        raw.close()
        raise CalendarUnreadable("The address has no valid certificate.") from trouble
    secure = HTTPSConnection(host, port, timeout=CONNECT_SECONDS)
    secure.sock = wrapped
    return secure


def _asked(connection: HTTPConnection, parts: SplitResult) -> HTTPResponse:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"accept": "text/calendar", "user-agent": "Alongside calendar reader", "accept-encoding": "identity"}
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def _read(answer: HTTPResponse, connection: HTTPConnection, ends: float) -> bytes:
    """All of it, within the size and the time, however slowly it drips."""
    read = bytearray()
    while True:
        left = ends - time.monotonic()
        if left <= 0:
            raise CalendarUnreadable("The address did not answer in time.")
        if connection.sock is not None:
            connection.sock.settimeout(min(left, CONNECT_SECONDS))
        piece = answer.read1(1 << 16)
        if not piece:
            return bytes(read)
        read += piece
        if len(read) > MOST_BYTES:
            raise CalendarUnreadable("It is larger than 1 MB. Share a calendar with fewer old events.")
