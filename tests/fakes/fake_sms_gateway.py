"""An SMS gateway over real HTTP, that wants its key and its own names for fields, and can be told to fail.

`with running_gateway() as gateway:` serves on loopback in a thread; `gateway.texts` is what it has taken, in order.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.delivery import Delivery, Sent
from tests.fakes.fake_botapi import served

KEY = "gw-key"


@dataclass
class FakeSmsGateway:
    """`answers` are given instead of taking the text, next first: a status, with its headers."""

    address: str = ""
    texts: list[dict[str, Any]] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    async def take(self, request: Request) -> Response:
        if request.headers.get("x-key") != f"Key {KEY}":
            return JSONResponse({"message": "unauthorised"}, status_code=401)
        if request.headers["content-type"].startswith("application/json"):
            given = await request.json()
        else:
            given = dict(await request.form())
        if self.answers:
            status, headers = self.answers.pop(0)
            return Response("", status, headers)
        if not given.get("recipient", "").startswith("+") or not given.get("content"):
            return JSONResponse({"message": "wrong fields"}, status_code=400)
        self.texts.append(given)
        return JSONResponse({"message_ref": f"gw_{len(self.texts)}"}, status_code=202)

    def to(self, number: str) -> list[str]:
        return [text["content"] for text in self.texts if text["recipient"] == number]


@contextmanager
def running_gateway() -> Iterator[FakeSmsGateway]:
    gateway = FakeSmsGateway()
    with served(Starlette(routes=[Route("/messages", gateway.take, methods=["POST"])])) as address:
        gateway.address = f"{address}/messages"
        yield gateway


@dataclass
class MemoryGateway:
    """The Protocol with nothing behind it."""

    taken: list[tuple[str, str, str]] = field(default_factory=list)

    def send(self, to: str, text: str, reference: str) -> Delivery:
        self.taken.append((to, text, reference))
        return Sent(f"mem_{len(self.taken)}")
