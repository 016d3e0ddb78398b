"""Ids that may stand in an address: unguessable, in order of making, and telling nothing of the person."""

import secrets
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def _base32(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, rest = divmod(number, 32)
        letters.append(_ALPHABET[rest])
    return "".join(reversed(letters))


def new_id(prefix: str) -> str:
    """`vis_` and 24 letters: nine of milliseconds, so that rows lie in order, and 75 bits of chance."""
    return f"{prefix}_{_base32(time.time_ns() // 1_000_000, 9)}{_base32(secrets.randbits(75), 15)}"


def new_secret() -> str:
    """A token for a link, 256 bits. Only its hash is ever kept."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Six digits for typing, from the system's own source of chance."""
    return f"{secrets.randbelow(1_000_000):06d}"
