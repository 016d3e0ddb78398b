"""How fast the chat answers through the Bot API, beside a bare echo bot on the same fake server in the same run; and what
ten thousand open conversations cost in memory."""

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from market.chat.linking import make_code
from market.chat.queries import holders
from market.chat.rules import Via
from market.chat.service import open_conversation
from market.chat.telegram import keep_update
from market.chat.turns import ChatServices
from market.core.actor import Role
from market.core.clock import SystemClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.settings import Settings
from market.migrations.upgrade import upgrade
from market.search.live import LiveIndex
from market.seeding import load_demo
from market.worker import make_worker
from tests.fakes.fake_botapi import TOKEN, FakeBotApi, running_botapi

UPDATES = 120
PEOPLE = 20
SAID = ("hello", "what is on this week?", "who is coming today?", "how much money is left", "find help in the garden")


@pytest.fixture(scope="module")
def api() -> Iterator[FakeBotApi]:
    with running_botapi() as running:
        yield running


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = Database(f"sqlite:///{tmp_path_factory.mktemp('bench') / 'county.db'}")
    upgrade(made)
    load_demo(made, SystemClock().now())
    yield made
    made.close()


def update_of(number: int, person: int, text: str) -> dict[str, Any]:
    chat = {"id": person, "type": "private", "first_name": "P"}
    sender = {"id": person, "is_bot": False, "first_name": "P"}
    message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": sender, "text": text}
    return {"update_id": number, "message": message}


def settings_for(api: FakeBotApi) -> Settings:
    return Settings(telegram_token=SecretStr(TOKEN), telegram_base_url=api.base_url)


def our_worker(database: Database, api: FakeBotApi) -> Worker:
    return make_worker(ChatServices(settings_for(api), LiveIndex()), database, SystemClock())


def take_in(database: Database, number: int, person: int, text: str) -> None:
    with database.write() as session:
        keep_update(session, update_of(number, person, text), SystemClock().now())


def link_people(database: Database, worker: Worker) -> None:
    """Each chat belongs to the supporter, as a real one would: names, visits and money are looked up for every answer."""
    now = SystemClock().now()
    for person in range(1, PEOPLE + 1):
        with database.write() as session:
            account, grant = holders(session, Role.SUPPORTER, now)[0]
            code = make_code(session, account.id, grant_id=grant.id, now=now)
        take_in(database, person, person, f"/start {code}")
        worker.run_due()


async def echo_all(api: FakeBotApi) -> list[float]:
    """python-telegram-bot alone: a handler that says back what was said."""

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(update.message.text or "")

    builder = Application.builder().token(TOKEN).base_url(f"{api.base_url}/bot").updater(None)
    bot: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    took = []
    async with bot:
        for number in range(UPDATES):
            raw = update_of(10_000 + number, 1 + number % PEOPLE, SAID[number % len(SAID)])
            began = time.perf_counter()
            await bot.process_update(Update.de_json(raw, bot.bot))
            took.append(time.perf_counter() - began)
    return took


def told(name: str, took: list[float]) -> str:
    took = sorted(took)
    return (
        f"{name:34} {len(took) / sum(took):7.1f} updates/s   p50 {statistics.median(took) * 1000:6.1f} ms"
        f"   p99 {took[int(len(took) * 0.99)] * 1000:6.1f} ms"
    )


def timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def test_updates_a_second_and_time_to_a_reply(database: Database, api: FakeBotApi) -> None:
    worker = our_worker(database, api)
    link_people(database, worker)
    for number, text in enumerate(SAID):  # word lists and the index are read at first use
        take_in(database, 500 + number, 1, text)
        worker.run_due()

    def answered(number: int) -> None:
        take_in(database, 1_000 + number, 1 + number % PEOPLE, SAID[number % len(SAID)])
        worker.run_due()

    before = len(api.chats)
    ours = [timed(lambda number=number: answered(number)) for number in range(UPDATES)]  # type: ignore[misc]
    assert len(api.chats) - before >= UPDATES
    echo = asyncio.run(echo_all(api))
    print(f"\n{told('Alongside, kept, answered, sent', ours)}\n{told('a bare echo', echo)}")


def resident_mb() -> float:
    """What this process holds in memory, on Linux; skips elsewhere."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        pytest.skip("memory is read from /proc, which is not here")
    return int(statm.read_text().split()[1]) * 4096 / 1_000_000


def test_ten_thousand_open_conversations_cost_no_memory(database: Database, api: FakeBotApi) -> None:
    worker, now = our_worker(database, api), SystemClock().now()
    take_in(database, 5_000, 1, "hello")
    worker.run_due()
    with database.write() as session:
        for person in range(100_000, 110_000):
            open_conversation(session, Via.TELEGRAM, str(person), now=now, locked=True)
    before = resident_mb()
    for number in range(100):
        take_in(database, 6_000 + number, 100_000 + number * 97, "hello")
    took = timed(worker.run_due)
    grown = resident_mb() - before
    print(f"\n10,000 open conversations: 100 of them answered in {took:.1f} s, memory grew by {grown:.1f} MB")
    assert grown < 50
