"""Telegram: updates are kept before they are answered, answers go out through the outbox."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlmodel import Session

from bot.channels.telegram import TelegramChannel
from bot.messages import Reply
from market.chat.rules import Via
from market.chat.service import buttons_of, keep_for, open_conversation
from market.chat.tables import TelegramUpdate
from market.core.clock import Clock
from market.core.database import Database, insert_once
from market.core.jobs import put_job
from market.core.log import log
from market.core.settings import Settings
from market.core.tables import OutboxRow
from market.messages import sending
from market.messages.mail import whole_address

READ_UPDATE = "chat.telegram"
SECONDS = 25
RETRY_SECONDS = 30

T = TypeVar("T")


def keep_update(session: Session, raw: dict[str, Any], now: datetime) -> None:
    """Keep what Telegram sent, once for each of its own ids, and put the job that answers it."""
    update_id = int(raw["update_id"])
    if insert_once(session, TelegramUpdate, update_id=update_id, body=raw, received_at=now):
        put_job(session, READ_UPDATE, {"update_id": update_id}, run_at=now, key=f"{READ_UPDATE}:{update_id}")


class LineDown(Exception):
    """The Bot API cannot be spoken to at all, so nothing was sent."""


class TelegramLine:
    """One connection to the Bot API, on a loop of its own, used from the worker's plain threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._guard = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._channel: TelegramChannel | None = None

    def run(self, call: Callable[[TelegramChannel], Awaitable[T]]) -> T:
        """Do this with the channel and wait for it. Raises `LineDown` and `TimeoutError`."""
        loop = self._ready()

        async def _do() -> T:
            return await call(await self._opened())

        doing = asyncio.run_coroutine_threadsafe(_do(), loop)
        try:
            return doing.result(SECONDS)
        except TookTooLong:
            doing.cancel()
            raise

    async def _opened(self) -> TelegramChannel:
        if self._channel is None:
            token = self._settings.telegram_token.get_secret_value()
            channel = TelegramChannel(token, self._settings.telegram_base_url)
            try:
                await channel.__aenter__()
            except Exception as trouble:
                raise LineDown(type(trouble).__name__) from trouble
            self._channel = channel
        return self._channel

    def _ready(self) -> asyncio.AbstractEventLoop:
        with self._guard:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="telegram", daemon=True).start()
            return self._loop

    def close(self) -> None:
        """Let the connection go."""
        with self._guard:
            if self._loop is None:
                return
            if self._channel is not None:
                closing = asyncio.run_coroutine_threadsafe(self._channel.__aexit__(), self._loop)
                closing.result(SECONDS)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._loop = self._channel = None


class TelegramSender:
    """Sends outbox rows to Telegram chats. Buttons are kept first, so that a row sent again has the same ids."""

    def __init__(self, line: TelegramLine, home: str) -> None:
        self._line = line
        self._home = home

    def ready(self, session: Session, row: OutboxRow, now: datetime) -> None:
        if any(button.get("verb") and not button.get("id") for button in row.buttons):
            conversation = open_conversation(session, Via.TELEGRAM, row.address, now=now, locked=True)
            reply = keep_for(session, conversation, row, now)
            row.buttons = [{**kept, "id": b.id} for kept, b in zip(row.buttons, reply.buttons, strict=True)]

    def send(self, row: OutboxRow) -> sending.Outcome:
        reply = as_reply(row, self._home)
        try:
            delivery = self._line.run(lambda channel: channel.send(int(row.address), reply))
        except LineDown as down:
            return sending.TryLater(str(down))
        except TimeoutError:
            return sending.MaybeSent("timeout")
        return sending.outcome_of(delivery)


def as_reply(row: OutboxRow, home: str) -> Reply:
    """An outbox row as the channel takes it, with whole addresses."""
    buttons = tuple(replace(b, url=whole_address(b.url, home)) if b.url else b for b in buttons_of(row))
    return Reply(row.text, buttons, urgent=row.again_if_cut_off)


async def poll(database: Database, clock: Clock, settings: Settings, stop: asyncio.Event) -> None:
    """Fetch updates and keep each before asking for more. For an installation with no public address."""

    def keep(raw: dict[str, Any]) -> None:
        with database.write() as session:
            keep_update(session, raw, clock.now())

    async def kept(raw: dict[str, Any]) -> None:
        await asyncio.to_thread(keep, raw)

    async with TelegramChannel(settings.telegram_token.get_secret_value(), settings.telegram_base_url) as channel:
        await channel.poll(kept, stop)


async def listen(settings: Settings) -> None:
    """Have Telegram call our webhook. For an installation with a public address and a webhook secret."""
    address = settings.public_address.rstrip("/") + "/telegram"
    secret = settings.telegram_webhook_secret.get_secret_value()
    async with TelegramChannel(settings.telegram_token.get_secret_value(), settings.telegram_base_url) as channel:
        await channel.listen_by_webhook(address, secret)


def listens_by_webhook(settings: Settings) -> bool:
    """Whether updates come by webhook: a secret is set and the address can be called by https. Else they are polled."""
    has_secret = bool(settings.telegram_webhook_secret.get_secret_value())
    return settings.has_telegram and has_secret and settings.public_address.startswith("https://")


def start_updates(
    database: Database, clock: Clock, settings: Settings, stop: threading.Event
) -> threading.Thread | None:
    """Begin to receive, in a thread of its own, until `stop`: by webhook where one can be called, else by polling.

    None where Telegram is not set up. A failure is logged and tried again: nothing is lost, Telegram keeps updates a day.
    """
    if not settings.has_telegram:
        return None
    thread = threading.Thread(target=_receive, args=(database, clock, settings, stop), name="updates", daemon=True)
    thread.start()
    return thread


def _receive(database: Database, clock: Clock, settings: Settings, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            if listens_by_webhook(settings):
                asyncio.run(listen(settings))
                return
            asyncio.run(_poll_until(database, clock, settings, stop))
        except Exception as trouble:
            log.warning("telegram.receiving", error=type(trouble).__name__)
            stop.wait(RETRY_SECONDS)


async def _poll_until(database: Database, clock: Clock, settings: Settings, stop: threading.Event) -> None:
    ended = asyncio.Event()
    polling = asyncio.create_task(poll(database, clock, settings, ended))
    while not stop.is_set() and not polling.done():
        await asyncio.sleep(0.2)
    ended.set()
    await polling
