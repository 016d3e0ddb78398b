"""Secrets that must be read again, sealed before they are kept: whoever has the database alone cannot read them.

Fernet (AES in CBC mode with HMAC-SHA256, from `cryptography`). The key is made from this installation's own secret, which is no
part of the database. What was sealed with a former secret is still read, and sealed anew with the present one when it is used.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from market.core.settings import Settings

_PLAIN = re.compile(r"[A-Z2-7]{16,128}")
"""An authenticator's secret as it was kept before secrets were sealed: base 32."""


@dataclass(frozen=True)
class Seal:
    """Seals and opens. `secrets` are the installation's, the present one first."""

    secrets: Sequence[str]

    @classmethod
    def of(cls, settings: Settings) -> "Seal":
        former = settings.former_secret_keys.get_secret_value().split(",")
        return cls([settings.secret_key.get_secret_value(), *(key.strip() for key in former if key.strip())])

    def close(self, secret: str) -> str:
        """The secret as it is kept."""
        return self._fernet().encrypt(secret.encode()).decode()

    def open(self, kept: str) -> str | None:
        """The secret, from what was kept. None if it was sealed with a secret that is not known here."""
        if _PLAIN.fullmatch(kept):
            return kept
        try:
            return self._fernet().decrypt(kept.encode()).decode()
        except InvalidToken:
            return None

    def _fernet(self) -> MultiFernet:
        return MultiFernet([Fernet(_key(secret)) for secret in self.secrets])


def _key(secret: str) -> bytes:
    """A key of its own for this use: nothing else that is made from the same secret gives it away."""
    return base64.urlsafe_b64encode(hmac.new(secret.encode(), b"alongside: second step", hashlib.sha256).digest())
