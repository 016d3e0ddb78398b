"""Telegram's Bot API, as a thin transport. The only module that imports telegram.

What comes in is kept raw by the edge and read by `telegram_updates`. What goes out is a `Reply`, made into Bot API calls; what came of
them is a value, for the outbox to act on. Nothing here knows a conversation, a desk or a database.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Self

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.delivery import Blocked, Delivery, Later, Sent, Unsendable
from bot.channels.telegram_updates import Arrived, InGroup
from bot.messages import Button, Reply

os.environ.setdefault("PTB_TIMEDELTA", "true")
"""The package's own switch to its coming ways: waits are timedeltas. Without it every wait warns."""

LONGEST = 4096
"""UTF-16 units in one Telegram message."""
POLL_SECONDS = 25
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
ONE_TO_ONE = "I only talk one to one, to keep things private. Please write to me in a chat of our own."
CHOSEN = "✓ {label}"


class TelegramChannel:
    """The Bot API for one bot. Use as `async with`; `base_url` is set for tests and for a local Bot API server."""

    def __init__(self, token: str, base_url: str = "https://api.telegram.org") -> None:
        self.bot = Bot(token, base_url=f"{base_url}/bot", base_file_url=f"{base_url}/file/bot")

    async def __aenter__(self) -> Self:
        await self.bot.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.bot.shutdown()

    async def send(self, chat_id: int, reply: Reply) -> Delivery:
        """Send one reply, in as many messages as it needs; the buttons stand under the last."""
        *before, last = _fitting(_text(reply))
        for text in before:
            delivery = await self._deliver(self.bot.send_message(chat_id, text))
            if not isinstance(delivery, Sent):
                return delivery
        return await self._deliver(self.bot.send_message(chat_id, last, reply_markup=_keyboard(reply.buttons)))

    async def settle_press(self, arrived: Arrived, *, used_up: bool) -> None:
        """Stop the tap's spinner; take the buttons off a message that offers nothing any more and show what was chosen.

        Both are courtesies: a tap too old to answer, or a message already changed, is let be.
        """
        await _let_be(self.bot.answer_callback_query(arrived.press_id))
        if not used_up or not arrived.pressed:
            return
        chosen = CHOSEN.format(label=arrived.label) if arrived.label else ""
        text = f"{arrived.pressed_text}\n\n{chosen}".strip()
        if CHOSEN.format(label="") in arrived.pressed_text or len(text) > LONGEST // 2:
            text = arrived.pressed_text
        await _let_be(self.bot.edit_message_text(text, chat_id=arrived.chat_id, message_id=arrived.pressed))

    async def leave(self, group: InGroup) -> None:
        """Refuse a group: say why once, and go."""
        await _let_be(self.bot.send_message(group.chat_id, ONE_TO_ONE))
        await _let_be(self.bot.leave_chat(group.chat_id))

    async def listen_by_webhook(self, url: str, secret: str) -> None:
        """Have Telegram call `url` with `secret` in its header."""
        await self.bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED)

    async def poll(self, keep: Callable[[dict[str, Any]], Awaitable[None]], stop: asyncio.Event) -> None:
        """Fetch updates until `stop`; each is given to `keep` in order, and asked for again until `keep` has returned.

        Network failures are waited out, longer each time. Raises telegram's InvalidToken when the token is wrong.
        """
        await self.bot.delete_webhook()
        offset, failures = None, 0
        while not stop.is_set():
            try:
                updates = await self._updates_or_stop(offset, stop)
                failures = 0
            except RetryAfter as error:
                await _pause(_seconds(error), stop)
                continue
            except InvalidToken:
                raise
            except (NetworkError, Conflict):
                failures += 1
                await _pause(min(2.0**failures, 60), stop)
                continue
            for update in updates:
                await keep(update.to_dict())
                offset = update.update_id + 1

    async def _updates_or_stop(self, offset: int | None, stop: asyncio.Event) -> tuple[Any, ...]:
        fetching = asyncio.ensure_future(
            self.bot.get_updates(offset=offset, timeout=timedelta(seconds=POLL_SECONDS), allowed_updates=WANTED)
        )
        stopping = asyncio.ensure_future(stop.wait())
        await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not fetching.done():
            fetching.cancel()
            return ()
        return tuple(fetching.result())

    async def _deliver(self, sending: Awaitable[Any]) -> Delivery:
        try:
            message = await sending
        except Forbidden as error:
            return Blocked(error.message)
        except RetryAfter as error:
            return Later(_seconds(error))
        except BadRequest as error:
            return Blocked(error.message) if "chat not found" in error.message.lower() else Unsendable(error.message)
        except NetworkError as error:
            never_left = isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)
            return Later(5.0, maybe_sent=not never_left)
        except TelegramError as error:
            return Unsendable(error.message)
        return Sent(message.message_id)


async def _let_be(courtesy: Awaitable[Any]) -> None:
    try:
        await courtesy
    except TelegramError:
        return


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


async def _pause(seconds: float, stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


def _text(reply: Reply) -> str:
    """The words; an address that Telegram would not take as a button (not https) stands in the text."""
    plain = [f"{b.label}: {b.url}" for b in reply.buttons if b.url and not b.url.startswith("https://")]
    return "\n".join([reply.text, *plain])


def _keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    """One button a row: large enough for a shaky hand. A button without an id or address is left out."""
    rows = []
    for button in buttons:
        if button.url.startswith("https://"):
            rows.append([InlineKeyboardButton(button.label, url=button.url)])
        elif button.id:
            rows.append([InlineKeyboardButton(button.label, callback_data=button.id)])
    return InlineKeyboardMarkup(rows) if rows else None


def _fitting(text: str) -> list[str]:
    """The text in parts that Telegram takes, broken at lines where that can be."""
    parts, part = [], ""
    for line in text.splitlines(keepends=True) or [text]:
        if _units(part + line) > LONGEST and part:
            parts.append(part.rstrip())
            part = ""
        while _units(line) > LONGEST:
            parts.append(line[: LONGEST // 2])
            line = line[LONGEST // 2 :]
        part += line
    return [*parts, part.rstrip()]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
