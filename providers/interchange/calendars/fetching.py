"""Fetching a calendar from an address that somebody typed: over https, from a public host, within a size and a time.

The host's addresses are looked up once, every one of them must be public, and the connection goes to an address that was looked
at: a name that answers with another address the second time reaches nothing inside. Each redirect is looked at afresh. One
deadline holds for all of it: a server that says a letter a second, in its greeting, its headers or its body, is hung up on.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Thread, Timer
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from providers.interchange.calendars.parsing import MOST_BYTES
from providers.interchange.errors import CalendarAddressRefused, CalendarUnreadable

MOST_REDIRECTS = 3
CONNECT_SECONDS, WHOLE_SECONDS = 5.0, 15.0
LONGEST_ADDRESS = 2_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOO_SLOW = "The address did not answer in time."
LookUp = Callable[..., Any]


class _Deadline:
    """The one instant by which everything must be done."""

    def __init__(self, seconds: float) -> None:
        self._ends = monotonic() + seconds

    def left(self, most: float = WHOLE_SECONDS) -> float:
        """The seconds that are left, up to so many. Raises `CalendarUnreadable` when there are none."""
        seconds = self._ends - monotonic()
        if seconds <= 0:
            raise CalendarUnreadable(_TOO_SLOW)
        return min(seconds, most)

    @property
    def is_past(self) -> bool:
        return monotonic() >= self._ends


def tidy_address(typed: str, *, loopback: bool = False) -> str:
    """The address as it will be fetched; `webcal:` means https. Raises `CalendarAddressRefused` for one that may not be."""
    address = typed.strip()
    for scheme in ("webcal://", "webcals://"):
        if address.lower().startswith(scheme):
            address = "https://" + address[len(scheme) :]
    _checked(address, loopback=loopback)
    return address


def fetch(
    address: str, *, loopback: bool = False, seconds: float = WHOLE_SECONDS, look_up: LookUp = socket.getaddrinfo
) -> bytes:
    """What stands at an address. `loopback` lets tests serve it themselves; nothing else inside is ever reached.

    Raises `CalendarAddressRefused`, and `CalendarUnreadable` when it does not answer, answers too much, or too slowly.
    """
    deadline = _Deadline(seconds)
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(address, loopback=loopback)
        found = _fetched(parts, deadline, loopback=loopback, look_up=look_up)
        if isinstance(found, bytes):
            return found
        address = urljoin(address, found)
    raise CalendarUnreadable("The address leads on and on.")


def _fetched(parts: SplitResult, deadline: _Deadline, *, loopback: bool, look_up: LookUp) -> bytes | str:
    """What stands there, or the address that it sends us on to."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    ip = _public_address(host, port, deadline, loopback=loopback, look_up=look_up)
    try:
        with _connected(ip, port, deadline) as raw:
            connection = _spoken_to(raw, parts.scheme, host, port)
            try:
                answer = _asked(connection, parts)
                if answer.status in _REDIRECTS:
                    return answer.headers.get("location", "")
                if answer.status != 200:
                    why = f"The address answered {answer.status}. Check that the calendar is still shared."
                    raise CalendarUnreadable(why)
                return _read(answer, deadline)
            finally:
                connection.close()
    except ssl.SSLError as trouble:
        why = _TOO_SLOW if deadline.is_past else "The address has no valid certificate."
        raise CalendarUnreadable(why) from trouble
    except (OSError, HTTPException) as trouble:
        raise CalendarUnreadable(_TOO_SLOW) from trouble


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


def _public_address(host: str, port: int, deadline: _Deadline, *, loopback: bool, look_up: LookUp) -> str:
    """An address of a host all of whose addresses are public."""
    found = _looked_up(host, port, deadline, look_up)
    if loopback and found == {"127.0.0.1"}:
        return "127.0.0.1"
    if not found or not all(is_public(one) for one in found):
        raise CalendarAddressRefused("It must be an address that anybody on the internet can reach.")
    return sorted(found, key=lambda one: (":" in one, one))[0]


def _looked_up(host: str, port: int, deadline: _Deadline, look_up: LookUp) -> set[str]:
    """The host's addresses. In a thread of its own, since a look-up cannot be told how long it may take."""
    said: list[set[str] | Exception] = []

    def ask() -> None:
        try:
            said.append({str(info[4][0]) for info in look_up(host, port, type=socket.SOCK_STREAM)})
        except (OSError, UnicodeError) as trouble:
            said.append(trouble)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(deadline.left(CONNECT_SECONDS))
    if not said:
        raise CalendarUnreadable(_TOO_SLOW)
    if isinstance(said[0], Exception):
        raise CalendarUnreadable("There is nothing at that address.") from said[0]
    return said[0]


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


@contextmanager
def _connected(ip: str, port: int, deadline: _Deadline) -> Iterator[socket.socket]:
    """A connection to the address that was looked at, that is hung up at the deadline, whatever is waited for by then."""
    with socket.create_connection((ip, port), timeout=deadline.left(CONNECT_SECONDS)) as raw:
        handle = raw.dup()
        timer = Timer(deadline.left(), _hang_up, (handle,))
        timer.daemon = True
        timer.start()
        try:
            yield raw
        finally:
            timer.cancel()
            handle.close()


def _hang_up(handle: socket.socket) -> None:
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


def _spoken_to(raw: socket.socket, scheme: str, host: str, port: int) -> HTTPConnection:
    """HTTP over a connection; for https with the certificate of the name that was asked for."""
    if scheme != "https":
        plain = HTTPConnection(host, port, timeout=CONNECT_SECONDS)
        plain.sock = raw
        return plain
    secure = HTTPSConnection(host, port, timeout=CONNECT_SECONDS)
    secure.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    return secure


def _asked(connection: HTTPConnection, parts: SplitResult) -> HTTPResponse:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"accept": "text/calendar", "user-agent": "Alongside calendar reader", "accept-encoding": "identity"}
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def _read(answer: HTTPResponse, deadline: _Deadline) -> bytes:
    """All of it, within the size and the time. What breaks off half-way is no calendar: its missing half would read as free."""
    read = bytearray()
    while piece := answer.read1(1 << 16):
        read += piece
        if len(read) > MOST_BYTES:
            raise CalendarUnreadable("It is larger than 1 MB. Share a calendar with fewer old events.")
    deadline.left()
    if answer.length:
        raise CalendarUnreadable("The address broke off before the end of the calendar.")
    return bytes(read)
