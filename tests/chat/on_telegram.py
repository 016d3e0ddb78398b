"""Talking over the fake Bot API: polling as the application does, and what stands in a chat."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlmodel import col, select

from market.chat.linking import make_code
from market.chat.tables import TelegramUpdate
from market.chat.telegram import poll
from market.core.actor import Role
from market.core.database import Database
from market.people.queries import grants_of
from market.people.tables import Account, RoleGrant
from tests.chat.county import Here
from tests.fakes.fake_botapi import FakeBotApi

JEAN, ALED = 11, 12


@contextmanager
def polling(here: Here) -> Iterator[None]:
    """The polling task, as the application runs it."""
    stop, loop = asyncio.Event(), asyncio.new_event_loop()
    task = threading.Thread(
        target=loop.run_until_complete, args=(poll(here.database, here.clock, here.settings, stop),)
    )
    task.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        task.join(10)
        loop.close()


def until(true: Callable[[], Any]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it did not happen within ten seconds"
        time.sleep(0.02)


def kept(database: Database) -> int:
    with database.read() as session:
        return len(session.exec(select(TelegramUpdate)).all())


def answered(here: Here) -> None:
    here.worker(here.database, here.clock).run_due()


def texts(api: FakeBotApi, person: int) -> list[str]:
    return [message["text"] for message in api.shown(person)]


def code_for(here: Here, role: Role) -> tuple[Account, str]:
    with here.database.write() as session:
        held = select(Account).join(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
        account = session.exec(held.where(RoleGrant.role == role)).first()
        assert account is not None
        grant = grants_of(session, account.id, here.clock.now())[0]
        return account, make_code(session, account.id, grant_id=grant.id, now=here.clock.now())


def linked(here: Here, api: FakeBotApi, person: int, role: Role) -> Account:
    """Tie a Telegram chat to the holder of a role, by the code of their page."""
    account, code = code_for(here, role)
    before = kept(here.database)
    with polling(here):
        api.say(person, f"/start {code}")
        until(lambda: kept(here.database) > before)
    answered(here)
    return account
