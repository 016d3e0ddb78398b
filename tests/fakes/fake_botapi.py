"""A Telegram Bot API over real HTTP, with people who write, press and block. Strict where the real one is strict.

`with running_botapi() as api:` serves on loopback in a thread. `api.say(1, "hello")` is person 1 writing; `api.press(1, "Yes")` is
person 1 pressing the newest button of that label; `api.shown(1)` is what stands in their chat now.
"""

import asyncio
import itertools
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

TOKEN = "123:abc"
ME = {"id": 666, "is_bot": True, "first_name": "Alongside", "username": "alongside_bot"}
Json = dict[str, Any]


class FakeBotApi:
    """All chats of one bot. `calls` are the methods called, in order; `fail` holds answers to give instead, next first."""

    def __init__(self) -> None:
        self.base_url = ""
        self.updates = itertools.count(1)
        self.messages = itertools.count(100)
        self.presses = itertools.count(1)
        self.queue: list[Json] = []
        self.chats: dict[tuple[int, int], Json] = {}
        self.calls: list[tuple[str, Json]] = []
        self.hook: Json | None = None
        self.open_presses: set[str] = set()
        self.blocked: set[int] = set()
        self.fail: list[tuple[int, str, Json]] = []

    # people

    def say(self, person: int, text: str, chat: Json | None = None) -> int | None:
        return self.send(person, {"text": text}, chat)

    def send(self, person: int, what: Json, chat: Json | None = None) -> int | None:
        """Anything: {"voice": {...}}, {"photo": [...]}. Through the webhook, its status is returned."""
        return self._arrive({"message": {**self._message(person, chat), "from": _person(person), **what}})

    def press(self, person: int, label: str) -> int | None:
        for (chat, _), message in sorted(self.chats.items(), reverse=True):
            rows = message.get("reply_markup", {}).get("inline_keyboard", []) if chat == person else []
            for button in (b for row in rows for b in row):
                if button["text"] == label and "callback_data" in button:
                    return self.press_raw(person, message, button["callback_data"])
        raise AssertionError(f"person {person} has no button {label!r}")

    def press_raw(self, person: int, message: Json, data: str) -> int | None:
        press = str(next(self.presses))
        self.open_presses.add(press)
        query = {"id": press, "from": _person(person), "chat_instance": "1", "message": message, "data": data}
        return self._arrive({"callback_query": query})

    def block(self, person: int) -> int | None:
        self.blocked.add(person)
        member = {"user": ME, "status": "kicked", "until_date": 0}
        change = {"chat": _chat(person), "from": _person(person), "date": int(time.time())}
        old = {"user": ME, "status": "member"}
        return self._arrive({"my_chat_member": {**change, "old_chat_member": old, "new_chat_member": member}})

    def shown(self, person: int) -> list[Json]:
        return [message for (chat, _), message in sorted(self.chats.items()) if chat == person]

    def _message(self, person: int, chat: Json | None = None) -> Json:
        return {"message_id": next(self.messages), "date": int(time.time()), "chat": chat or _chat(person)}

    def _arrive(self, update: Json) -> int | None:
        update = {"update_id": next(self.updates), **update}
        if self.hook is None:
            self.queue.append(update)
            return None
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.hook.get("secret_token", "")}
        return httpx.post(self.hook["url"], json=update, headers=headers).status_code

    # the Bot API

    async def answer(self, request: Request) -> JSONResponse:
        if request.path_params["token"] != TOKEN:
            return _error(401, "Unauthorized")
        method, given = request.path_params["method"], await _parameters(request)
        self.calls.append((method, given))
        if method != "getUpdates" and self.fail:
            code, words, extra = self.fail.pop(0)
            return _error(code, words, extra)
        answering = getattr(self, f"_{method}", None)
        return await answering(given) if answering else _error(404, "Not Found: method not found")

    async def _getMe(self, given: Json) -> JSONResponse:  # noqa: N802
        return _ok(ME)

    async def _getUpdates(self, given: Json) -> JSONResponse:  # noqa: N802
        if self.hook:
            return _error(409, "Conflict: can't use getUpdates method while webhook is active")
        end = time.monotonic() + min(float(given.get("timeout", 0)), 2)
        while True:
            self.queue = [u for u in self.queue if u["update_id"] >= int(given.get("offset", 0))]
            if self.queue or time.monotonic() >= end:
                return _ok(self.queue[: int(given.get("limit", 100))])
            await asyncio.sleep(0.01)

    async def _setWebhook(self, given: Json) -> JSONResponse:  # noqa: N802
        self.hook = given if given.get("url") else None
        return _ok(True)

    async def _deleteWebhook(self, given: Json) -> JSONResponse:  # noqa: N802
        self.hook = None
        return _ok(True)

    async def _leaveChat(self, given: Json) -> JSONResponse:  # noqa: N802
        return _ok(True)

    async def _sendMessage(self, given: Json) -> JSONResponse:  # noqa: N802
        chat = int(given["chat_id"])
        if chat in self.blocked:
            return _error(403, "Forbidden: bot was blocked by the user")
        if wrong := _wrong(given):
            return _error(400, wrong)
        message = {**self._message(chat), "from": ME, "text": given["text"]}
        if "inline_keyboard" in given.get("reply_markup", {}):
            message["reply_markup"] = given["reply_markup"]
        self.chats[chat, message["message_id"]] = message
        return _ok(message)

    async def _editMessageText(self, given: Json) -> JSONResponse:  # noqa: N802
        key = (int(given["chat_id"]), int(given["message_id"]))
        message = self.chats.get(key)
        if message is None:
            return _error(400, "Bad Request: message to edit not found")
        edited = {**message, "text": given["text"]}
        edited.pop("reply_markup", None)
        if given.get("reply_markup"):
            edited["reply_markup"] = given["reply_markup"]
        if edited == message:
            return _error(400, "Bad Request: message is not modified")
        self.chats[key] = edited
        return _ok(edited)

    async def _answerCallbackQuery(self, given: Json) -> JSONResponse:  # noqa: N802
        if given["callback_query_id"] not in self.open_presses:
            return _error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.open_presses.remove(given["callback_query_id"])
        return _ok(True)


def _person(person: int) -> Json:
    return {"id": person, "is_bot": False, "first_name": f"Person {person}"}


def _chat(person: int) -> Json:
    return {"id": person, "type": "private", "first_name": f"Person {person}"}


def _ok(result: Any) -> JSONResponse:
    return JSONResponse({"ok": True, "result": result})


def _error(code: int, words: str, extra: Json | None = None) -> JSONResponse:
    parameters = {"parameters": extra} if extra else {}
    return JSONResponse({"ok": False, "error_code": code, "description": words, **parameters}, status_code=code)


def _wrong(given: Json) -> str:
    if not given.get("text", "").strip():
        return "Bad Request: message text is empty"
    if len(given["text"].encode("utf-16-le")) // 2 > 4096:
        return "Bad Request: message is too long"
    for button in (b for row in given.get("reply_markup", {}).get("inline_keyboard", []) for b in row):
        if len(button.get("callback_data", "").encode()) > 64:
            return "Bad Request: BUTTON_DATA_INVALID"
        if not button.get("text"):
            return "Bad Request: button text is empty"
        if not button.get("url", "https://").startswith("https://"):
            return "Bad Request: wrong HTTP URL"
    return ""


async def _parameters(request: Request) -> Json:
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(await request.json())
    given = dict(await request.form()) if request.method == "POST" else dict(request.query_params)
    return {k: json.loads(v) if isinstance(v, str) and v[:1] in "[{" else v for k, v in given.items()}


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """Serve an application on a free loopback port in a thread; gives its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(5)


@contextmanager
def running_botapi() -> Iterator[FakeBotApi]:
    """A fake Bot API, serving."""
    api = FakeBotApi()
    with served(Starlette(routes=[Route("/bot{token}/{method}", api.answer, methods=["GET", "POST"])])) as address:
        api.base_url = address
        yield api
