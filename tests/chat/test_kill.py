"""kill -9 in the middle of a conversation, two messages at once, and two taps at once: each thing is done once."""

import signal
import threading
from collections.abc import Callable
from datetime import timedelta
from multiprocessing import get_context
from typing import Any

import pytest
from sqlmodel import select

from bot.messages import Incoming
from market.bookings.tables import Booking
from market.chat.handlers import ReadUpdate
from market.chat.queries import conversation_at, turns
from market.chat.rules import Via
from market.chat.store import ChatStore
from market.chat.tables import ButtonRow, Turn
from market.chat.telegram import TelegramSender, keep_update
from market.chat.turns import take_turn
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.tables import OutboxRow, OutboxStatus
from market.messages.handlers import Delivery
from tests.chat.county import Here, in_the_county, labels
from tests.chat.dying_talker import talk_until_killed
from tests.chat.on_telegram import linked, texts
from tests.fakes.fake_botapi import FakeBotApi
from tests.messages.conftest import Killed

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.chat.dying_talker"])
BOOK = ("book", "book_visit", {"person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"})


def bookings(database: Database) -> int:
    with database.read() as session:
        return len(session.exec(select(Booking)).all())


def at_the_question(here: Here) -> Incoming:
    """Somebody who has been asked "Shall I ask Aled?", and their press of Yes."""
    here.means(*BOOK)
    jean = here.terminal("supporter")
    assert labels(jean.take("book"))[0] == "Yes, please ask"
    button = jean.shown[-1].buttons[0]
    return Incoming("the_press", jean.conversation, button=button.id, kind="button")


def test_killed_by_signal_nine_at_any_word_to_the_database_it_books_once(here: Here) -> None:
    press = at_the_question(here)
    url = here.database.engine.url.render_as_string(hide_password=False)
    here.database.engine.dispose()
    deaths = 0
    for dies_at in (*range(1, 200, 6), 10_000):
        process = PROCESSES.Process(target=talk_until_killed, args=(url, here.clock.now(), press, dies_at))
        process.start()
        process.join(60)
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        assert bookings(here.database) == 0
        deaths += 1
    assert deaths > 5
    assert bookings(here.database) == 1
    with here.database.write() as session:
        again = take_turn(session, here.services, press, here.clock.now())
    assert again.duplicate
    assert "I have asked" in again.replies[0].text
    assert bookings(here.database) == 1


def _die(*_: Any, **__: Any) -> Any:
    raise Killed


WHERE: dict[str, tuple[type[Any], str]] = {
    "at the end of the turn": (ChatStore, "remember"),
    "after the turn was kept": (ReadUpdate, "call"),
    "before the reply is marked as being sent": (TelegramSender, "ready"),
    "while the reply is being sent": (TelegramSender, "send"),
    "after the reply was sent": (Delivery, "settle"),
}


@pytest.mark.parametrize("where", WHERE)
def test_a_press_in_telegram_cut_off_anywhere_books_once_and_is_answered(
    there: Here,
    api: FakeBotApi,
    where: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    linked(there, api, 11, Role.SUPPORTER)
    there.means(*BOOK)
    _arrives(there, api, {"text": "book"}, 501)
    there.worker(there.database, there.clock).run_due()
    message = next(m for m in api.shown(11) if "Shall I ask" in m["text"])
    data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    query = {"id": "q1", "from": {"id": 11}, "chat_instance": "1", "message": message, "data": data}
    with there.database.write() as session:
        keep_update(session, {"update_id": 502, "callback_query": query}, there.clock.now())
    owner, name = WHERE[where]
    monkeypatch.setattr(owner, name, _die)
    with pytest.raises(Killed):
        there.worker(there.database, there.clock).run_due()
    monkeypatch.undo()
    there.clock.move(timedelta(minutes=3))
    there.worker(there.database, there.clock).run_due()
    assert bookings(there.database) == 1
    assert any("I have asked Aled" in text for text in texts(api, 11))
    with there.database.read() as session:
        waiting = session.exec(select(OutboxRow).where(OutboxRow.status != OutboxStatus.SENT)).all()
    assert waiting == []


def _arrives(there: Here, api: FakeBotApi, what: dict[str, Any], update_id: int) -> None:
    raw = {"update_id": update_id, "message": {**api._message(11), "from": {"id": 11}, **what}}
    with there.database.write() as session:
        keep_update(session, raw, there.clock.now())


def at_once(*deeds: Callable[[], object]) -> list[BaseException]:
    """Do these at the same moment; what they raised."""
    start, trouble = threading.Barrier(len(deeds)), []

    def run(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
        except BaseException as raised:
            trouble.append(raised)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return trouble


def _turn(here: Here, incoming: Incoming) -> None:
    with here.database.write() as session:
        take_turn(session, here.services, incoming, here.clock.now())


def test_eight_taps_at_the_same_moment_book_once(database: Database, clock: StandingClock) -> None:
    here = in_the_county(database, clock)
    press = at_the_question(here)
    taps = [Incoming(f"tap_{n}", press.conversation, button=press.button, kind="button") for n in range(8)]
    assert at_once(*(lambda tap=tap: _turn(here, tap) for tap in taps)) == []
    assert bookings(database) == 1
    with database.read() as session:
        row = session.get(ButtonRow, press.button)
    assert row is not None
    assert row.used_at is not None


def test_the_same_message_delivered_twice_at_once_is_answered_once(database: Database, clock: StandingClock) -> None:
    here = in_the_county(database, clock)
    press = at_the_question(here)
    assert at_once(*[lambda: _turn(here, press)] * 4) == []
    assert bookings(database) == 1
    with database.read() as session:
        answers = session.exec(select(Turn).where(Turn.incoming_id == press.id)).all()
    assert len(answers) == 1


def test_two_messages_at_once_from_one_person_are_taken_in_turn(database: Database, clock: StandingClock) -> None:
    here = in_the_county(database, clock)
    jean = here.terminal("supporter")
    said = [Incoming(f"in_{n}", jean.conversation, "how much is left?") for n in range(6)]
    assert at_once(*(lambda one=one: _turn(here, one) for one in said)) == []
    with database.read() as session:
        assert len(turns(session, jean.conversation)) == 6


def test_a_first_message_sent_twice_at_once_opens_one_conversation(database: Database, clock: StandingClock) -> None:
    from market.chat.service import open_conversation

    here = in_the_county(database, clock)

    def opens() -> None:
        with database.write() as session:
            open_conversation(session, Via.TELEGRAM, "77", now=clock.now())

    assert at_once(*[opens] * 4) == []
    with here.database.read() as session:
        assert conversation_at(session, Via.TELEGRAM, "77") is not None
