"""What an endpoint is given: the request, who asks, an open session, and what was typed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from market.core.actor import Actor, Visitor
from market.core.database import Database
from market.core.files import FileStore, FolderStore
from market.core.settings import Settings
from market.people.queries import Here
from market.people.rules import Knock
from market.people.tables import PrivateLink
from market.web.cookies import FLASH, Jar, Signer
from market.web.errors import SignInNeeded
from market.web.said import Said
from market.web.services import Services
from market.web.templating import render


@dataclass
class Ask:
    """One request on its way through an endpoint.

    `session` is open and is committed by the edge when the endpoint returns; endpoints and services never commit.
    `form` was size-limited and checked for CSRF. `refused` is set when a refused form is shown again.
    """

    request: Request
    session: Session
    database: Database
    now: datetime
    settings: Settings
    services: Services
    signer: Signer
    jar: Jar
    form: FormData = field(default_factory=FormData)
    body: bytes = b""
    here: Here | None = None
    link: PrivateLink | None = None
    refused: Said | None = None

    @property
    def actor(self) -> Actor | Visitor:
        """Who asks, in the role they act in now."""
        return (self.here.actor if self.here else None) or Visitor()

    @property
    def me(self) -> Actor:
        """The actor, for pages behind a guard. Raises `SignInNeeded` for a visitor."""
        if isinstance(self.actor, Visitor):
            raise SignInNeeded
        return self.actor

    @property
    def who(self) -> Here:
        """The session and account of whoever asks. Raises `SignInNeeded` for a visitor."""
        if self.here is None:
            raise SignInNeeded
        return self.here

    @property
    def path(self) -> dict[str, Any]:
        """The named parts of the address: `ask.path["person_id"]`."""
        return dict(self.request.path_params)

    def query(self, name: str, default: str = "") -> str:
        """One value from the address after `?`, without spaces around it."""
        return self.request.query_params.get(name, default).strip()

    def queries(self, name: str) -> tuple[str, ...]:
        """Every value with this name from the address, such as ticked filters."""
        return tuple(value.strip() for value in self.request.query_params.getlist(name))

    def typed(self, name: str, default: str = "") -> str:
        """One field of the form, without spaces around it."""
        value = self.form.get(name, default)
        return value.strip() if isinstance(value, str) else default

    def ticked(self, name: str) -> tuple[str, ...]:
        """Every value with this name from the form, such as ticked boxes."""
        return tuple(value for value in self.form.getlist(name) if isinstance(value, str))

    def file(self, name: str) -> UploadFile | None:
        """A file that was sent, if one was. The page must allow for its size (`most_bytes=UPLOAD_BYTES`)."""
        value = self.form.get(name)
        return value if isinstance(value, UploadFile) and value.size else None

    def files(self, room: str) -> FileStore:
        """Where files of one sort are kept, under the data folder: one of `ROOMS`. No page serves a folder."""
        return FolderStore(self.settings.data_folder / room)

    def page(self, template: str, /, **context: Any) -> Response:
        """The page of a template. It sees `errors` and `values` too: what was refused, and what was typed."""
        status = self.refused.status if self.refused else 200
        around = {
            "refused": self.refused,
            "errors": self.refused.errors if self.refused else {},
            "values": {name: self.typed(name) for name in self.form},
        }
        return render(self.request, template, status_code=status, **(around | context))

    def go(self, path: str, said: str = "", tone: str = "good") -> Response:
        """On to another page of ours after a POST, with a sentence to show there once. No names in it."""
        if said:
            self.jar.set(FLASH, self.signer.sign("flash", [said, tone]))
        return RedirectResponse(path, status_code=303)

    def knock(self, email: str) -> Knock:
        """This asking as it is counted: by e-mail address and network address, both as keyed hashes."""
        return Knock(self.signer.hash("email", email), self.address_hash)

    @property
    def address_hash(self) -> str:
        """The asker's network address as a keyed hash."""
        client = self.request.client
        return self.signer.hash("address", client.host if client else "unknown")
