"""Telegram over real HTTP against the fake Bot API: polled and by webhook, with blocks, slow answers and a dead network."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import httpx
import uvicorn
from pydantic import SecretStr
from sqlmodel import select

from market.app import create_app
from market.chat.telegram import listen, listens_by_webhook, start_updates
from market.core.actor import Role
from market.core.tables import EventRow, OutboxRow, OutboxStatus
from market.messages.service import Message, Recipient, tell
from market.web.services import Services
from tests.chat.county import Here
from tests.chat.on_telegram import ALED, JEAN, answered, code_for, kept, linked, polling, texts, until
from tests.fakes.fake_botapi import FakeBotApi


def test_updates_are_polled_kept_and_answered(there: Here, api: FakeBotApi) -> None:
    with polling(there):
        api.say(JEAN, "hello")
        until(lambda: kept(there.database) == 1)
    answered(there)
    assert "I can help you find someone kind" in texts(api, JEAN)[0]


def test_a_chat_is_tied_by_a_code_and_never_by_a_handle(there: Here, api: FakeBotApi) -> None:
    linked(there, api, JEAN, Role.SUPPORTER)
    assert any("Hello Jean" in text for text in texts(api, JEAN))
    with polling(there):
        api.say(99, "/start NOTACODE")
        until(lambda: kept(there.database) == 2)
    answered(there)
    assert not any("Hello" in text and "Aled" in text for text in texts(api, 99))
    with there.database.read() as session:
        assert len(session.exec(select(EventRow).where(EventRow.name == "account.linked")).all()) == 1


def test_a_wrong_code_may_be_tried_five_times_and_then_waits(there: Here, api: FakeBotApi) -> None:
    _, code = code_for(there, Role.SUPPORTER)
    with polling(there):
        for n in range(6):
            api.say(JEAN, f"/start WRONG{n}")
            until(lambda n=n: kept(there.database) == n + 1)  # type: ignore[misc]
        answered(there)
        api.say(JEAN, f"/start {code}")
        until(lambda: kept(there.database) == 7)
    answered(there)
    assert "few tries too many" in texts(api, JEAN)[-1]


def test_a_press_is_answered_once_and_the_buttons_go(there: Here, api: FakeBotApi) -> None:
    linked(there, api, JEAN, Role.SUPPORTER)
    there.means("a hope", "add_outcome", {"need": "get to the allotment"})
    with polling(there):
        api.say(JEAN, "a hope")
        until(lambda: kept(there.database) == 2)
        answered(there)
        message = next(m for m in api.shown(JEAN) if "allotment" in m["text"])
        yes = message["reply_markup"]["inline_keyboard"][0][0]
        api.press_raw(JEAN, message, yes["callback_data"])
        api.press_raw(JEAN, message, yes["callback_data"])
        until(lambda: kept(there.database) == 4)
    answered(there)
    assert "reply_markup" not in next(m for m in api.shown(JEAN) if m["message_id"] == message["message_id"])
    assert not api.open_presses
    with there.database.read() as session:
        assert len(session.exec(select(EventRow).where(EventRow.name == "plan.outcome_added")).all()) == 1
    assert any("answered already" in text for text in texts(api, JEAN))


def test_the_same_update_twice_is_answered_once(there: Here, api: FakeBotApi) -> None:
    from market.chat.telegram import keep_update

    raw = {"update_id": 7, "message": {**api._message(JEAN), "from": {"id": JEAN}, "text": "hello"}}
    for _ in range(2):
        with there.database.write() as session:
            keep_update(session, raw, there.clock.now())
        answered(there)
    assert len(texts(api, JEAN)) == 1


def test_a_request_reaches_the_pa_in_telegram_and_is_accepted_by_its_button(there: Here, api: FakeBotApi) -> None:
    linked(there, api, ALED, Role.PA)
    there.means("book", "book_visit", {"person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"})
    jean = there.terminal("supporter")
    jean.take("book")
    jean.take("[Yes, please ask]")
    assert any("New request from Somebody" in text for text in texts(api, ALED))
    with polling(there):
        before = kept(there.database)
        api.press(ALED, "Yes, I'll do it")
        until(lambda: kept(there.database) > before)
    came = jean.take("[+1m]")
    assert "booking.accepted" in [event["name"] for event in came["events"]]


def test_somebody_who_blocks_the_bot_is_reached_by_email_from_then_on(there: Here, api: FakeBotApi) -> None:
    account = linked(there, api, JEAN, Role.SUPPORTER)
    api.blocked.add(JEAN)
    for text in ("one", "two"):
        with there.database.write() as session:
            tell(session, to=Recipient(account.id), message=Message("visit.changed", "", text), key=text,
                 at=there.clock.now())  # fmt: skip
        answered(there)
    with there.database.read() as session:
        rows = session.exec(select(OutboxRow).where(OutboxRow.kind == "visit.changed")).all()
    assert {(row.channel, row.status) for row in rows} == {("email", OutboxStatus.SENT)}
    assert sum(method == "sendMessage" and given["text"] in ("one", "two") for method, given in api.calls) == 1


def test_too_fast_is_waited_out_and_nothing_is_lost(there: Here, api: FakeBotApi) -> None:
    account = linked(there, api, JEAN, Role.SUPPORTER)
    api.fail.append((429, "Too Many Requests: retry after 7", {"retry_after": 7}))
    with there.database.write() as session:
        tell(
            session,
            to=Recipient(account.id),
            message=Message("visit.changed", "", "news"),
            key="k",
            at=there.clock.now(),
        )
    answered(there)
    assert "news" not in texts(api, JEAN)
    there.clock.move(timedelta(seconds=9))
    answered(there)
    assert texts(api, JEAN).count("news") == 1


def test_a_network_that_is_down_is_waited_out(there: Here, api: FakeBotApi) -> None:
    account = linked(there, api, JEAN, Role.SUPPORTER)
    alive, there.settings = (
        there.settings,
        there.settings.model_copy(update={"telegram_base_url": "http://127.0.0.1:9"}),
    )
    with there.database.write() as session:
        tell(
            session,
            to=Recipient(account.id),
            message=Message("visit.changed", "", "news"),
            key="k",
            at=there.clock.now(),
        )
    answered(there)
    there.settings = alive
    there.clock.move(timedelta(minutes=2))
    answered(there)
    assert texts(api, JEAN).count("news") == 1


def test_stop_sends_nothing_more_here_but_answers(there: Here, api: FakeBotApi) -> None:
    account = linked(there, api, JEAN, Role.SUPPORTER)
    with polling(there):
        api.say(JEAN, "STOP")
        until(lambda: kept(there.database) == 2)
        answered(there)
        with there.database.write() as session:
            tell(session, to=Recipient(account.id), message=Message("visit.changed", "", "news"), key="k",
                 at=there.clock.now())  # fmt: skip
        answered(there)
        assert "news" not in texts(api, JEAN)
        before = len(texts(api, JEAN))
        api.say(JEAN, "hello")
        until(lambda: kept(there.database) == 3)
    answered(there)
    assert len(texts(api, JEAN)) > before


def test_a_voice_note_is_kindly_not_understood_and_a_group_is_left(there: Here, api: FakeBotApi) -> None:
    with polling(there):
        api.send(JEAN, {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}})
        api.say(JEAN, "hello all", chat={"id": -5, "type": "group", "title": "Family"})
        until(lambda: kept(there.database) == 2)
    answered(there)
    assert "can't listen" in texts(api, JEAN)[0] or "voice" in texts(api, JEAN)[0].lower()
    assert ("leaveChat", {"chat_id": -5}) in [
        (m, {"chat_id": int(g["chat_id"])}) for m, g in api.calls if m == "leaveChat"
    ]


def test_danger_in_telegram_has_999_first_and_goes_out_at_once(there: Here, api: FakeBotApi) -> None:
    with polling(there):
        api.say(JEAN, "help my dad isnt breathing")
        until(lambda: kept(there.database) == 1)
    answered(there)
    assert "999" in texts(api, JEAN)[0].splitlines()[0]
    with there.database.read() as session:
        assert session.exec(select(EventRow).where(EventRow.name == "danger.reported")).one()


def test_a_worker_receives_by_itself_where_telegram_is_set_up(there: Here, api: FakeBotApi) -> None:
    stop = threading.Event()
    polled = there.settings.model_copy(update={"telegram_webhook_secret": SecretStr("")})
    thread = start_updates(there.database, there.clock, polled, stop)
    assert thread is not None
    api.say(JEAN, "hello")
    until(lambda: kept(there.database) == 1)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


def test_a_worker_receives_nothing_where_telegram_is_not_set_up(there: Here) -> None:
    without = there.settings.model_copy(update={"telegram_token": SecretStr("")})
    assert start_updates(there.database, there.clock, without, threading.Event()) is None


@contextmanager
def serving(here: Here) -> Iterator[str]:
    app = create_app(here.settings, here.database, here.clock, services=Services(understand=here.understand))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def test_the_webhook_is_told_to_telegram_with_our_address_and_secret(there: Here, api: FakeBotApi) -> None:
    assert listens_by_webhook(there.settings)
    asyncio.run(listen(there.settings))
    assert api.hook is not None
    assert api.hook["url"] == "https://alongside.example/telegram"
    assert api.hook["secret_token"] == "s3cret"


def test_an_update_by_webhook_is_kept_before_200_and_answered_by_the_worker(there: Here, api: FakeBotApi) -> None:
    with serving(there) as address:
        api.hook = {"url": f"{address}/telegram", "secret_token": "s3cret"}
        assert api.say(JEAN, "hello") == 200
        assert kept(there.database) == 1
        assert texts(api, JEAN) == []
    answered(there)
    assert len(texts(api, JEAN)) == 1


def test_a_call_with_the_wrong_secret_is_refused_and_not_kept(there: Here, api: FakeBotApi) -> None:
    with serving(there) as address:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}):
            assert httpx.post(f"{address}/telegram", json={"update_id": 1}, headers=headers).status_code == 403
    assert kept(there.database) == 0


def test_without_a_public_address_updates_are_polled(there: Here) -> None:
    assert not listens_by_webhook(there.settings.model_copy(update={"public_address": "http://127.0.0.1:8000"}))
