"""The pretend Stripe as a web application: the API as the SDK calls it, and the pages that people are sent to."""

import hashlib
import hmac
import json
import re
import time
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from market.payments.pretend.api import ACCOUNT, do
from market.payments.pretend.bank import Bank, Refused
from market.payments.pretend.contract import BadParameter, check, operation_at
from market.payments.pretend.faults import KEY_FAULTS, Fault, Faults
from market.payments.pretend.pages import page_routes
from market.payments.pretend.shapes import Body

KEY = "sk_test_pretend"
WEBHOOK_SECRET = "whsec_pretend"  # noqa: S105  (signs pretend webhooks on this machine)


class PretendStripe:
    """One pretend Stripe: what it keeps, what it does badly, and its web application."""

    def __init__(self, bank: Bank, faults: Faults | None = None) -> None:
        self.bank = bank
        self.faults = faults or Faults()
        self.asked: list[tuple[str, str, str]] = []
        self.app = Starlette(routes=[*page_routes(bank), Route("/{rest:path}", self._api, methods=["GET", "POST"])])

    async def _api(self, request: Request) -> Response:
        raw = (await request.body()).decode()
        return await run_in_threadpool(self._answer, request, raw)

    def _answer(self, request: Request, raw: str) -> Response:
        if self.faults.seconds:
            time.sleep(self.faults.seconds)
        with self.bank.lock:
            fault = self.faults.for_request()
            if fault is Fault.BEFORE:
                return _error(500, {"error": {"type": "api_error", "message": "Something went wrong."}})
            if fault is Fault.TOO_MANY:
                return _error(429, {"error": {"type": "rate_limit_error", "message": "Too many requests."}})
            if fault in KEY_FAULTS:
                said = {"type": "invalid_request_error", "message": "This key may not do this."}
                return _error(KEY_FAULTS[fault], {"error": said})
            answer = self._handle(request, raw)
            self.bank.keep()
        if fault is Fault.AFTER:
            return _error(503, {"error": {"type": "api_error", "message": "The answer was lost."}})
        return answer

    def _handle(self, request: Request, raw: str) -> Response:
        if not request.headers.get("authorization", "").startswith("Bearer sk_test_"):
            return _error(401, {"error": {"type": "invalid_request_error", "message": "Invalid API Key provided."}})
        verb, path = request.method.lower(), request.url.path
        found = operation_at(verb, path)
        if found is None:
            message = f"Unrecognized request URL ({request.method}: {path})."
            return _error(404, {"error": {"type": "invalid_request_error", "message": message}})
        operation, ids = found
        key = request.headers.get("idempotency-key", "") if verb == "post" else ""
        self.asked.append((verb, operation.path, key))
        try:
            params = check(operation, _params(request, raw))
        except BadParameter as bad:
            said = {"type": "invalid_request_error", "message": bad.message, "param": bad.param, "code": bad.code}
            return _error(400, {"error": said})
        mark = hashlib.sha256(f"{path}\n{raw}".encode()).hexdigest()
        if key and (answered := self.bank.answered(key)):
            return self._again(mark, *answered)
        named = {ACCOUNT: request.headers["stripe-account"]} if "stripe-account" in request.headers else {}
        status, body = self._do(verb, operation.path, ids, params | named)
        if key:
            self.bank.answer(key, mark, status, body)
        return JSONResponse(body, status)

    @staticmethod
    def _again(mark: str, known: str, status: int, body: Body) -> Response:
        """The same key: the same answer. With other parameters it is refused."""
        if known != mark:
            message = "Keys for idempotent requests can only be used with the parameters they were first used with."
            return _error(400, {"error": {"type": "idempotency_error", "message": message}})
        return JSONResponse(body, status, headers={"Idempotent-Replayed": "true"})

    def _do(self, verb: str, path: str, ids: dict[str, str], params: Body) -> tuple[int, Body]:
        try:
            return 200, json.loads(json.dumps(do(self.bank, verb, path, ids, params)))
        except Refused as refused:
            return refused.status, json.loads(json.dumps(refused.body))

    def letters(self) -> list[bytes]:
        """The webhooks that leave now, as the faults let them: each once, unless told otherwise."""
        with self.bank.lock:
            if self.faults.hold:
                return []
            waiting, self.bank.waiting = self.bank.waiting, []
            return self.faults.for_webhooks(waiting)


def signed(body: bytes, seconds: float, secret: str = WEBHOOK_SECRET) -> str:
    """The signature that goes with a webhook: when, and a keyed hash of when and what."""
    at = int(seconds)
    mark = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={mark}"


def _error(status: int, body: Body) -> Response:
    return JSONResponse(body, status)


def _params(request: Request, raw: str) -> Body:
    """What was sent: JSON in the second kind of address, else a form whose names hold their nesting: `a[b][0]`."""
    if request.method == "POST" and request.url.path.startswith("/v2/"):
        return dict(json.loads(raw or "{}"))
    pairs = parse_qsl(raw if request.method == "POST" else request.url.query, keep_blank_values=True)
    return dict(_listed(_nested(pairs)))


def _nested(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for name, value in pairs:
        parts = re.findall(r"[^\[\]]+", name)
        place = whole
        for part in parts[:-1]:
            place = place.setdefault(part, {})
        place[parts[-1]] = value
    return whole


def _listed(value: Any) -> Any:
    """Where every name is a number, it is a list."""
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(one) for name, one in value.items()}
    if inner and all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner
