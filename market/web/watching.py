"""What is counted and logged of each request: its route, never its address, since addresses may hold a secret."""

import time

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from market.core.ids import new_id
from market.core.log import log

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
