"""What is counted and logged of each request: its route, never its address, since addresses may hold a secret."""

import time
import traceback
from pathlib import Path

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from market.core.ids import new_id
from market.core.log import log
from market.web.templating import render

_QUIET = frozenset({"/healthz", "/readyz", "/metrics", "/static"})


class Watch:
    """Counts and times of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._count = Counter("alongside_requests", "Requests answered.", labels, registry=self.registry)
        self._took = Histogram(
            "alongside_request_seconds", "Seconds to the first byte.", ("method", "route"), registry=self.registry
        )

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request answered."""
        self._count.labels(method, route, str(status)).inc()
        self._took.labels(method, route).observe(seconds)


class Watched:
    """Gives each request an id, says it in the answer and in every log line, and notes how it went."""

    def __init__(self, app: ASGIApp, *, watch: Watch) -> None:
        self._app = app
        self._watch = watch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = new_id("req")
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        began = time.perf_counter()

        async def send_noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["x-request-id"] = request_id
                self._note(scope, message["status"], time.perf_counter() - began)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            await self._app(scope, receive, send_noted)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        is_file = scope["path"].startswith("/static/")
        route = "/static" if is_file else scope["state"].get("route", "unknown")
        method = scope["method"] if scope["method"] in {"GET", "HEAD", "POST"} else "other"
        self._watch.note(method, route, status, seconds)
        if route not in _QUIET:
            log.info("request", method=method, route=route, status=status, ms=round(seconds * 1000))


class Caught:
    """Answers with a page of ours when something breaks, inside the headers, and logs where: never the words in it."""

    def __init__(self, app: ASGIApp, *, raises: bool) -> None:
        self._app = app
        self._raises = raises

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def send_seen(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        except Exception as trouble:
            log.error("request failed", trouble=type(trouble).__name__, at=places_of(trouble))
            if scope["type"] == "http" and not begun:
                await render(Request(scope), "errors/500.html", status_code=500)(scope, receive, send)
            if self._raises or begun:
                raise


def places_of(trouble: Exception) -> list[str]:
    """Files and lines on the way to where it arose, the last of them last."""
    steps = traceback.extract_tb(trouble.__traceback__)
    return [f"{Path(step.filename).name}:{step.lineno}" for step in steps[-6:]]
