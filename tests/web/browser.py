"""A browser for tests: keeps cookies, finds the form's token on the page, posts as a person would."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from httpx2 import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

from market.core.clock import Clock
from market.core.database import Database
from market.people.signing_in import make_link
from market.people.tables import Account

MARK = re.compile(r'name="seen" value="([^"]+)"')
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Browser:
    """One person's browser, on one application."""

    client: TestClient
    database: Database
    clock: Clock

    def get(self, path: str, **more: Any) -> Response:
        """Open a page, without following where it leads."""
        return self.client.get(path, follow_redirects=False, **more)

    def post(self, path: str, fields: dict[str, Any] | None = None, *, seen_on: str = "", **more: Any) -> Response:
        """Send a form with the token found on the page it stands on, and with the mark of what that page showed."""
        shown = self.get(seen_on).text if seen_on else ""
        hidden = {"seen": found.group(1)} if (found := MARK.search(shown)) else {}
        found = TOKEN.search(shown)
        hidden["csrf_token"] = found.group(1) if found else self.token(seen_on)
        return self.client.post(path, data=hidden | (fields or {}), follow_redirects=False, **more)

    def token(self, page: str = "") -> str:
        """The form token that this browser is shown: on this page, else in the header, else where one signs in."""
        pages = (page,) if page else ("/help-now", "/sign-in")
        found = next((hit for shown in pages if (hit := TOKEN.search(self.get(shown).text))), None)
        assert found is not None, f"there is no form on {pages}"
        return found.group(1)

    def sign_in(self, account: Account, *, grant_id: str | None = None) -> Response:
        """Sign in by a link made for this account, as the demo's commands do."""
        with self.database.write() as session:
            path = make_link(session, account, self.clock.now(), grant_id=grant_id, lasts=timedelta(minutes=15))
        return self.post(path, seen_on=path)


def browser_on(app: Starlette, database: Database, clock: Clock, **more: Any) -> Browser:
    """A new browser with no cookies."""
    return Browser(TestClient(app, **more), database, clock)
