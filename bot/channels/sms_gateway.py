"""An SMS gateway reached over HTTP: what it takes and what it sends us, whatever it calls its fields.

Nothing here knows a conversation, a desk or a database.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from urllib.parse import parse_qs

import httpx

from bot.channels.delivery import Blocked, Delivery, Later, Sent, Unsendable

SECONDS = 20
BUSY_SECONDS = 30.0


class Gateway(Protocol):
    """Whatever takes a text and a number."""

    def send(self, to: str, text: str, reference: str) -> Delivery:
        """Hand one text over. `to` is a number in international form; `reference` is our own id of it. Never raises."""
        ...


@dataclass(frozen=True)
class Wiring:
    """How one gateway wants to be called, and what it calls its fields."""

    address: str
    key: str = ""
    key_header: str = "Authorization"
    key_prefix: str = "Bearer "
    body: Literal["json", "form"] = "json"
    to: str = "to"
    text: str = "text"
    sender: str = ""
    sender_field: str = "from"
    reference: str = "reference"
    id: str = "id"


class HttpGateway:
    """One POST a text. What the answer means: 2xx taken, 429 and 503 later, other 5xx unsure, 410 a number gone, 4xx never."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring

    def send(self, to: str, text: str, reference: str) -> Delivery:
        wiring = self._wiring
        fields = {wiring.to: to, wiring.text: text, wiring.reference: reference, wiring.sender_field: wiring.sender}
        fields = {name: value for name, value in fields.items() if name and value}
        headers = {wiring.key_header: f"{wiring.key_prefix}{wiring.key}"} if wiring.key else {}
        try:
            if wiring.body == "form":
                answer = httpx.post(wiring.address, data=fields, headers=headers, timeout=SECONDS)
            else:
                answer = httpx.post(wiring.address, json=fields, headers=headers, timeout=SECONDS)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return Later(BUSY_SECONDS)
        except httpx.HTTPError:
            return Later(BUSY_SECONDS, maybe_sent=True)
        except (httpx.InvalidURL, ValueError):
            return Unsendable("the gateway's address is none")
        return _came_of(answer, wiring)


def _came_of(answer: httpx.Response, wiring: Wiring) -> Delivery:
    status = answer.status_code
    if 200 <= status < 300:
        return Sent(_id_in(answer, wiring.id))
    if status in (429, 503):
        return Later(_wait(answer))
    if status >= 500:
        return Later(BUSY_SECONDS, maybe_sent=True)
    if status == 410:
        return Blocked("number not in use")
    return Unsendable("the gateway refused our key" if status in (401, 403) else f"refused {status}")


def _wait(answer: httpx.Response) -> float:
    asked = answer.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else BUSY_SECONDS


def _id_in(answer: httpx.Response, field: str) -> str:
    try:
        told = answer.json()
    except ValueError:
        return ""
    return str(told.get(field, "")) if isinstance(told, dict) else ""


@dataclass(frozen=True)
class Names:
    """What a gateway calls the parts of a text it passes on to us."""

    sender: str = "from"
    text: str = "text"
    id: str = "id"
    secret: str = "secret"  # noqa: S105  (the name of a field, not a secret)


@dataclass(frozen=True)
class ReceivedText:
    """A text as the gateway passed it on. `sender` is as it came; it may be no number that can be answered."""

    id: str
    sender: str
    text: str


class NotFromGateway(Exception):
    """A call with the wrong secret, or with no text in it: answered 403, and not kept."""


def read_text(body: bytes, kind: str, secret_given: str, secret: str, names: Names) -> ReceivedText:
    """The text of one call, to be kept before 200 is answered. JSON or a form. Raises `NotFromGateway`.

    The secret stands in a header or in a field of the body. The id is empty where the gateway gives none.
    """
    fields = _fields(body, kind)
    given = secret_given or str(fields.get(names.secret, ""))
    if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
        raise NotFromGateway("wrong secret")
    sender, text = fields.get(names.sender), fields.get(names.text)
    if sender is None or text is None:
        raise NotFromGateway("no text")
    return ReceivedText(str(fields.get(names.id) or "")[:100], str(sender).strip()[:40], str(text))


def _fields(body: bytes, kind: str) -> Mapping[str, Any]:
    words = body.decode("utf-8", "replace")
    if "json" in kind or words.lstrip().startswith("{"):
        try:
            told = json.loads(words)
        except ValueError as error:
            raise NotFromGateway("no JSON") from error
        return told if isinstance(told, dict) else {}
    return {name: values[-1] for name, values in parse_qs(words, keep_blank_values=True).items()}
