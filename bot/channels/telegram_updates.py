"""Telegram's updates, read: what came in, as plain values. Needs nothing of the telegram package."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.messages import Incoming, Kind


@dataclass(frozen=True)
class Arrived:
    """A message or a press from a private chat. `press_id` answers the tap; `pressed` is the message it sat on."""

    update_id: int
    chat_id: int
    kind: Kind
    text: str = ""
    button: str = ""
    press_id: str = ""
    pressed: int = 0
    pressed_text: str = ""
    label: str = ""

    def incoming(self, conversation: str) -> Incoming:
        """As the engine takes it. The update's id makes a second delivery the same message."""
        return Incoming(f"tg_{self.update_id}", conversation, self.text, self.button, self.kind, "telegram")


@dataclass(frozen=True)
class InGroup:
    """Somebody added the bot to a group, or wrote in one: say so once and leave."""

    update_id: int
    chat_id: int


@dataclass(frozen=True)
class Reachable:
    """The person blocked the bot, or let it back in."""

    update_id: int
    chat_id: int
    now: bool


def read_update(raw: Mapping[str, Any]) -> Arrived | InGroup | Reachable | None:
    """What a raw update says; None for kinds that nobody answers. Raises KeyError for what is no update at all."""
    update_id = int(raw["update_id"])
    if member := raw.get("my_chat_member"):
        return _member(update_id, member)
    if query := raw.get("callback_query"):
        return _press(update_id, query)
    message = raw.get("message") or raw.get("edited_message")
    if not message:
        return None
    chat = message["chat"]
    if chat["type"] != "private":
        return InGroup(update_id, chat["id"])
    return Arrived(update_id, chat["id"], _kind(message), message.get("text") or message.get("caption") or "")


def _member(update_id: int, member: Mapping[str, Any]) -> InGroup | Reachable | None:
    chat, status = member["chat"], member["new_chat_member"]["status"]
    if chat["type"] == "private":
        return Reachable(update_id, chat["id"], status == "member")
    return InGroup(update_id, chat["id"]) if status in ("member", "administrator") else None


def _press(update_id: int, query: Mapping[str, Any]) -> Arrived | InGroup | None:
    message = query.get("message")
    if not message:
        return None
    if message["chat"]["type"] != "private":
        return InGroup(update_id, message["chat"]["id"])
    data = str(query.get("data", ""))
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    label = next((b["text"] for row in rows for b in row if b.get("callback_data") == data), "")
    return Arrived(
        update_id, message["chat"]["id"], "button", button=data, press_id=str(query["id"]),
        pressed=int(message["message_id"]), pressed_text=message.get("text", ""), label=label,
    )  # fmt: skip


def _kind(message: Mapping[str, Any]) -> Kind:
    """Words come first, so that danger told under a photograph is read."""
    if message.get("text") or message.get("caption"):
        return "text"
    kinds: dict[str, Kind] = {
        "voice": "voice", "audio": "voice", "video_note": "voice", "photo": "picture", "sticker": "picture",
        "video": "picture", "document": "file", "location": "place", "venue": "place",
    }  # fmt: skip
    return next((kind for field, kind in kinds.items() if message.get(field)), "other")


class NotFromTelegram(Exception):
    """A webhook call with the wrong secret or no update in it: answered 403, and not kept."""


def read_webhook(body: bytes, secret_given: str, secret: str) -> dict[str, Any]:
    """The raw update of a webhook call, to be kept before 200 is answered. Raises `NotFromTelegram`."""
    if not secret or not hmac.compare_digest(secret_given.encode(), secret.encode()):
        raise NotFromTelegram("wrong secret")
    try:
        raw = json.loads(body)
        int(raw["update_id"])
    except (ValueError, KeyError, TypeError) as error:
        raise NotFromTelegram("no update") from error
    return dict(raw)
