"""The cookies there are, and the signed tokens in them and in forms. All but the last say nothing about a
person.

`alongside_session` the secret of a session. `alongside_visitor` chance only: it ties forms to the browser they were
shown in. `alongside_asked` which asking for a code this browser made. `alongside_flash` a sentence to show once.
`alongside_draft` the days and words of a request being made, for an hour: it can be read by the account that makes it
alone, and goes when the request is sent.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from market.core.ids import new_secret
from market.core.settings import Settings

SESSION = "alongside_session"
VISITOR = "alongside_visitor"
ASKED = "alongside_asked"
FLASH = "alongside_flash"
DRAFT = "alongside_draft"


class Signer:
    """Signs what goes out and comes back: each use has a salt of its own, so that one can never pass for another."""

    def __init__(self, settings: Settings) -> None:
        self._key = settings.secret_key.get_secret_value()

    def sign(self, use: str, value: Any) -> str:
        """A token that holds `value` in clear and cannot be made by anybody else."""
        return URLSafeSerializer(self._key, salt=f"alongside.{use}").dumps(value)

    def read(self, use: str, token: str) -> Any | None:
        """What was signed for this use, or None when it was not us, or not for this."""
        try:
            return URLSafeSerializer(self._key, salt=f"alongside.{use}").loads(token)
        except BadSignature:
            return None

    def hash(self, use: str, value: str) -> str:
        """A keyed hash: the same value gives the same letters, and nobody can guess back to it."""
        return hmac.new(self._key.encode(), f"{use}:{value}".encode(), hashlib.sha256).hexdigest()

    def csrf_token(self, bound_to: str) -> str:
        """A token for forms shown to this session or this visitor's browser."""
        return self.sign("csrf", self.hash("csrf", bound_to))

    def csrf_fits(self, token: str, bound_to: str) -> bool:
        """Whether a form's token was made for this session or browser."""
        found = self.read("csrf", token)
        return isinstance(found, str) and hmac.compare_digest(found, self.hash("csrf", bound_to))


@dataclass
class Jar:
    """The cookies a request brought, and those its answer will set or take away."""

    request: Request
    secure: bool
    _set: dict[str, tuple[str, int | None]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The cookie's value, or an empty word."""
        return self.request.cookies.get(name, "")

    def set(self, name: str, value: str, seconds: int | None = None) -> None:
        """Set a cookie on the answer; without seconds it goes when the browser closes."""
        self._set[name] = (value, seconds)

    def drop(self, name: str) -> None:
        """Take a cookie away with the answer."""
        self._set[name] = ("", 0)

    def visitor(self) -> str:
        """This browser's own chance number, made now when it has none."""
        if not self.get(VISITOR) and VISITOR not in self._set:
            self.set(VISITOR, new_secret())
        return self._set[VISITOR][0] if VISITOR in self._set else self.get(VISITOR)

    def put_on(self, response: Response) -> None:
        """Write the cookies onto an answer: HttpOnly, SameSite=Lax, Secure wherever there is https."""
        for name, (value, seconds) in self._set.items():
            response.set_cookie(
                name, value, max_age=seconds, path="/", secure=self.secure, httponly=True, samesite="lax"
            )
