"""The Telegram channel over real HTTP, against a fake Bot API that is strict where the real one is."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.delivery import Blocked, Later, Sent, Unsendable
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_updates import Arrived, InGroup, NotFromTelegram, Reachable, read_update, read_webhook
from bot.engine import Engine
from bot.messages import Button, Press, Reply
from bot.safety import check
from tests.bot.talking import HERE
from tests.fakes.fake_botapi import TOKEN, FakeBotApi, running_botapi, served
from tests.fakes.memory_store import MemoryStore
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_understanding import ScriptedUnderstanding
from tests.fakes.scripted_world import MONDAY, PEOPLE

T = TypeVar("T")
KATH = 41
ASK = Reply("Can you go?", (Button("Yes", "confirm", id="btn_1"), Button("No", "decline", id="btn_2")))


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    with running_botapi() as api:
        yield api


def with_channel(api: FakeBotApi, use: Callable[[TelegramChannel], Awaitable[T]]) -> T:
    async def run() -> T:
        async with TelegramChannel(TOKEN, api.base_url) as channel:
            return await use(channel)

    return asyncio.run(run())


def test_a_reply_is_sent_with_one_button_a_row(api: FakeBotApi) -> None:
    assert isinstance(with_channel(api, lambda c: c.send(KATH, ASK)), Sent)
    rows = api.shown(KATH)[0]["reply_markup"]["inline_keyboard"]
    assert [[b["text"] for b in row] for row in rows] == [["Yes"], ["No"]]
    assert rows[0][0]["callback_data"] == "btn_1"


def test_a_long_reply_is_broken_at_lines_and_its_buttons_stand_under_the_last(api: FakeBotApi) -> None:
    long = Reply("\n".join(f"Line {n} of a long list of visits 🙂" for n in range(300)), ASK.buttons)
    with_channel(api, lambda c: c.send(KATH, long))
    shown = api.shown(KATH)
    assert len(shown) > 2
    assert ["reply_markup" in m for m in shown] == [False] * (len(shown) - 1) + [True]
    assert "\n".join(m["text"] for m in shown) == long.text


def test_links_are_buttons_when_telegram_takes_them_and_words_when_not(api: FakeBotApi) -> None:
    links = (
        Button("Open", "link", url="https://alongside.example"),
        Button("Here", "link", url="http://127.0.0.1:8000/"),
    )
    with_channel(api, lambda c: c.send(KATH, Reply("Two links.", links)))
    shown = api.shown(KATH)[0]
    assert shown["text"] == "Two links.\nHere: http://127.0.0.1:8000/"
    assert shown["reply_markup"]["inline_keyboard"] == [[{"text": "Open", "url": "https://alongside.example"}]]


def test_buttons_that_the_store_did_not_keep_are_not_sent(api: FakeBotApi) -> None:
    with_channel(api, lambda c: c.send(KATH, Reply("Ring 999.", (Button("Safe", "back", press=Press("danger.over")),))))
    assert "reply_markup" not in api.shown(KATH)[0]


def test_a_person_who_blocked_the_bot_is_told_apart_from_a_failure(api: FakeBotApi) -> None:
    api.blocked.add(KATH)
    assert isinstance(with_channel(api, lambda c: c.send(KATH, ASK)), Blocked)


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        ((429, "Too Many Requests: retry after 7", {"retry_after": 7}), Later(7.0)),
        ((400, "Bad Request: chat not found", {}), Blocked("Chat not found")),
        ((400, "Bad Request: something odd", {}), Unsendable("Something odd")),
        ((502, "Bad Gateway", {}), Later(5.0, maybe_sent=True)),
    ],
)
def test_what_came_of_a_sending_is_a_value(api: FakeBotApi, failure: Any, expected: object) -> None:
    async def send(channel: TelegramChannel) -> object:
        api.fail.append(failure)
        return await channel.send(KATH, ASK)

    assert with_channel(api, send) == expected


def test_a_press_takes_the_buttons_off_and_shows_what_was_chosen(api: FakeBotApi) -> None:
    async def pressed(channel: TelegramChannel) -> None:
        await channel.send(KATH, ASK)
        api.press(KATH, "Yes")
        arrived = read_update(api.queue[0])
        assert isinstance(arrived, Arrived)
        assert (arrived.kind, arrived.button, arrived.label) == ("button", "btn_1", "Yes")
        await channel.settle_press(arrived, used_up=True)
        await channel.settle_press(arrived, used_up=True)

    with_channel(api, pressed)
    assert api.shown(KATH)[0]["text"] == "Can you go?\n\n✓ Yes"
    assert "reply_markup" not in api.shown(KATH)[0]


def test_a_lasting_press_leaves_the_message_as_it_is(api: FakeBotApi) -> None:
    async def pressed(channel: TelegramChannel) -> None:
        await channel.send(KATH, ASK)
        api.press(KATH, "Yes")
        arrived = read_update(api.queue[0])
        assert isinstance(arrived, Arrived)
        await channel.settle_press(arrived, used_up=False)

    with_channel(api, pressed)
    assert "reply_markup" in api.shown(KATH)[0]
    assert api.open_presses == set()


def test_groups_are_refused_and_left(api: FakeBotApi) -> None:
    api.say(KATH, "hello all", {"id": -100, "type": "supergroup", "title": "The family"})
    group = read_update(api.queue[0])
    assert isinstance(group, InGroup)
    with_channel(api, lambda c: c.leave(group))
    assert [m for m, _ in api.calls if m != "getMe"] == ["sendMessage", "leaveChat"]
    assert "one to one" in api.shown(-100)[0]["text"]


@pytest.mark.parametrize(
    ("what", "kind", "text"),
    [
        ({"text": "hello"}, "text", "hello"),
        ({"voice": {"file_id": "f", "duration": 3}}, "voice", ""),
        ({"photo": [{"file_id": "f"}]}, "picture", ""),
        ({"photo": [{"file_id": "f"}], "caption": "the kitchen is on fire"}, "text", "the kitchen is on fire"),
        ({"document": {"file_id": "f"}}, "file", ""),
        ({"dice": {"emoji": "🎲", "value": 3}}, "other", ""),
    ],
)
def test_each_kind_of_message_is_told_apart(api: FakeBotApi, what: dict[str, Any], kind: str, text: str) -> None:
    api.send(KATH, what)
    arrived = read_update(api.queue[0])
    assert isinstance(arrived, Arrived)
    assert (arrived.kind, arrived.text, arrived.chat_id) == (kind, text, KATH)
    assert arrived.incoming(HERE).id == "tg_1"


def test_blocking_is_heard_and_channels_are_nobody(api: FakeBotApi) -> None:
    api.block(KATH)
    assert read_update(api.queue[0]) == Reachable(1, KATH, now=False)
    assert read_update({"update_id": 9, "channel_post": {"chat": {"id": 1, "type": "channel"}}}) is None


def test_a_webhook_call_needs_the_secret_and_an_update() -> None:
    body = json.dumps({"update_id": 4, "message": {}}).encode()
    assert read_webhook(body, "s3cret", "s3cret")["update_id"] == 4
    for given, secret, sent in (
        ("", "s3cret", body),
        ("x", "s3cret", body),
        ("", "", body),
        ("s", "s", b"[]"),
        ("s", "s", b"{"),
    ):
        with pytest.raises(NotFromTelegram):
            read_webhook(sent, given, secret)


def _bridge(
    channel: TelegramChannel, desk: ScriptedDesk, store: MemoryStore
) -> Callable[[dict[str, Any]], Awaitable[None]]:
    """What the application does at its edge, in short: read, take the turn, settle the tap, send."""
    engine = Engine(desk, store, ScriptedUnderstanding(), check, lambda: MONDAY)

    async def take(raw: dict[str, Any]) -> None:
        arrived = read_update(raw)
        assert isinstance(arrived, Arrived)
        turn = engine.turn(arrived.incoming(HERE))
        if arrived.press_id:
            await channel.settle_press(arrived, used_up=turn.used_up)
        for reply in turn.replies if not turn.duplicate else ():
            await channel.send(arrived.chat_id, reply)

    return take


async def _until(met: Callable[[], bool]) -> None:
    for _ in range(500):
        if met():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come about in five seconds")


def test_a_customer_says_nobody_has_come_by_polling(api: FakeBotApi) -> None:
    desk, store = ScriptedDesk(PEOPLE["customer"]), MemoryStore()

    async def talk(channel: TelegramChannel) -> None:
        stop = asyncio.Event()
        polling = asyncio.create_task(channel.poll(_bridge(channel, desk, store), stop))
        api.say(KATH, "nobody has come")
        await _until(lambda: bool(api.shown(KATH)))
        api.press(KATH, "Yes, tell them")
        await _until(lambda: bool(desk.done) and len(api.shown(KATH)) == 2)
        stop.set()
        await asyncio.wait_for(polling, 5)

    with_channel(api, talk)
    assert desk.done == [("report_nobody_came", "vis_1")]
    assert api.shown(KATH)[0]["text"].endswith("✓ Yes, tell them")


def test_an_update_that_could_not_be_kept_is_fetched_again(api: FakeBotApi) -> None:
    kept: list[dict[str, Any]] = []

    async def talk(channel: TelegramChannel) -> None:
        async def fails(raw: dict[str, Any]) -> None:
            raise ConnectionError("the database is away")

        async def keeps(raw: dict[str, Any]) -> None:
            kept.append(raw)
            stop.set()

        stop = asyncio.Event()
        api.say(KATH, "hello")
        with pytest.raises(ConnectionError):
            await channel.poll(fails, stop)
        await asyncio.wait_for(channel.poll(keeps, stop), 5)

    with_channel(api, talk)
    assert [raw["message"]["text"] for raw in kept] == ["hello"]


def test_the_same_conversation_by_webhook_and_an_update_sent_twice_is_answered_once(api: FakeBotApi) -> None:
    desk, store = ScriptedDesk(PEOPLE["customer"]), MemoryStore()
    kept: list[dict[str, Any]] = []

    async def hook(request: Request) -> Response:
        try:
            raw = read_webhook(
                await request.body(), request.headers.get("x-telegram-bot-api-secret-token", ""), "s3cret"
            )
        except NotFromTelegram:
            return Response(status_code=403)
        kept.append(raw)
        return Response()

    async def talk(channel: TelegramChannel) -> None:
        with served(Starlette(routes=[Route("/tg", hook, methods=["POST"])])) as address:
            await channel.listen_by_webhook(f"{address}/tg", "s3cret")
            assert await asyncio.to_thread(api.say, KATH, "who is coming today?") == 200
            take = _bridge(channel, desk, store)
            await take(kept[0])
            await take(kept[0])
            assert api.hook is not None
            api.hook["secret_token"] = "guessed"
            assert await asyncio.to_thread(api.say, KATH, "hello") == 403

    with_channel(api, talk)
    assert len(kept) == 1
    assert len(api.shown(KATH)) == 1
    assert "Donna is coming today" in api.shown(KATH)[0]["text"]
