"""A page as the edge sees it: where it is, what it does, and who may ask for it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.responses import Response

from market.core.errors import Refusal
from market.web.ask import Ask
from market.web.guards import Guard

FORM_BYTES = 64 * 1024
UPLOAD_BYTES = 10 * 1024 * 1024

Endpoint = Callable[[Ask], Response | Refusal]
Stream = Callable[[Ask], Awaitable[Response]]


@dataclass(frozen=True)
class Page:
    """One route. Every one names its guard.

    `again`: what a refused form goes back to. It is called in a fresh transaction with `ask.refused` set and what was
    typed still in `ask.form`, and is usually the page that shows the form.
    `writes`: whether the transaction is one for writing; None says POST writes and GET does not.
    An `async` endpoint holds no thread and no session: it is for event streams, and its guard has been passed.
    """

    path: str
    endpoint: Endpoint | Stream
    guard: Guard
    methods: tuple[str, ...] = ("GET",)
    name: str = ""
    again: Endpoint | None = None
    writes: bool | None = None
    most_bytes: int = FORM_BYTES

    @property
    def keeps(self) -> bool:
        """Whether what the endpoint writes is kept."""
        return "POST" in self.methods if self.writes is None else self.writes


GET = ("GET",)
POST = ("POST",)
