"""The order of a turn: safety, once only, a human who has the chat, buttons, the open question, a new request."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.desk import DeskRefusal
from bot.engine import Engine
from bot.flows import pushed
from bot.messages import Incoming
from bot.safety import check
from bot.store import State
from tests.bot.talking import HERE, Talking
from tests.fakes.memory_store import MemoryStore
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_understanding import ScriptedUnderstanding, meaning
from tests.fakes.scripted_world import COVER, MONDAY, PEOPLE, REQUESTS

BOOK = meaning(
    "book_visit", {"for_whom": "other:dad", "person": "Donna", "date": "2026-12-01", "start": "09:00", "end": "10:00"}
)
STOP = meaning("cancel_visit", {"which_visit": {"date": "2026-11-24"}})


def booking() -> Talking:
    talk = Talking.as_("supporter")
    talk.understand = ScriptedUnderstanding({"book": BOOK, "stop tomorrow": STOP})
    talk.say("book")
    return talk


def test_a_yes_of_an_older_question_does_nothing_to_a_newer_one() -> None:
    talk = booking()
    talk.say("stop tomorrow")
    assert "Stop Donna's visit" in talk.last.text
    talk.press("Yes, please ask")
    assert talk.desk.done == []
    assert talk.last.text.startswith("That's out of date.")
    assert "Stop Donna's visit" in talk.last.text
    talk.press("Yes, stop it")
    assert [deed[0] for deed in talk.desk.done] == ["cancel_visit"]


def test_the_first_question_comes_back_when_the_second_is_done() -> None:
    talk = booking()
    talk.say("stop tomorrow")
    talk.press("Yes, stop it")
    assert "back to where we were" in talk.last.text
    assert "Donna Marsh comes to Arthur" in talk.last.text
    talk.press("Yes, please ask")
    assert [deed[0] for deed in talk.desk.done] == ["cancel_visit", "ask"]


def test_a_message_delivered_twice_is_answered_once_and_in_the_same_words() -> None:
    talk = booking()
    message = Incoming("in_twice", HERE, "yes")
    first, second = talk.send(message), talk.send(message)
    assert (second.duplicate, second.replies) == (True, first.replies)
    assert len(talk.desk.done) == 1


def test_a_typed_yes_after_a_pushed_question_is_asked_about() -> None:
    talk = booking()
    talk.desk.questions.append(COVER)
    talk.push(pushed.question(COVER, talk.now))
    talk.say("yes")
    assert talk.desk.done == []
    assert "which one you mean" in talk.last.text
    talk.say("yes")
    assert [deed[0] for deed in talk.desk.done] == ["ask"]


def test_a_typed_yes_to_a_pushed_request_is_read_back_to_a_pa() -> None:
    talk = Talking.as_("provider")
    talk.desk.waiting = [REQUESTS[0]]
    talk.push(pushed.request_to_provider(REQUESTS[0], talk.now))
    talk.say("yes")
    assert talk.desk.done == []
    assert talk.last.text.startswith("Say yes to Elsie")


def test_danger_is_answered_first_in_every_state_and_nothing_is_booked_over_it() -> None:
    talk = booking()
    turn = talk.say("the kitchen is on fire")
    assert "999" in turn.replies[0].text.splitlines()[0]
    assert [deed[0] for deed in talk.desk.done] == ["report_danger"]
    talk.say("yes")
    assert [deed[0] for deed in talk.desk.done] == ["report_danger", "add_to_danger"]


def test_danger_reaches_a_human_even_while_a_human_has_the_chat() -> None:
    talk = Talking.as_("customer")
    talk.say("talk to a person")
    assert talk.say("are you there").silent
    turn = talk.say("I've fallen and I can't get up")
    assert turn.replies[0].urgent
    assert talk.desk.done[-1][0] == "report_danger"


class BrokenStore(MemoryStore):
    """A store whose database has gone."""

    def load(self, conversation: str) -> State:
        raise ConnectionError("the database has gone")


def test_with_store_and_desk_down_the_number_is_shown_and_nobody_is_said_to_know() -> None:
    desk = ScriptedDesk(PEOPLE["customer"], broken=True)
    engine = Engine(desk, BrokenStore(), ScriptedUnderstanding(), check, lambda: MONDAY)
    turn = engine.turn(Incoming("in_1", HERE, "there is a man breaking in"))
    assert turn.broken
    assert "999" in turn.replies[0].text.splitlines()[0]
    assert "Nobody here has been told yet" in turn.replies[0].text


def test_other_failures_are_not_swallowed() -> None:
    engine = Engine(
        ScriptedDesk(PEOPLE["customer"], broken=True), MemoryStore(), ScriptedUnderstanding(), check, lambda: MONDAY
    )
    with pytest.raises(ConnectionError):
        engine.turn(Incoming("in_1", HERE, "hello"))


def test_what_understanding_alone_takes_for_danger_has_999_and_a_human_too() -> None:
    talk = Talking.as_("customer")
    talk.understand = ScriptedUnderstanding({"its all going wrong here": meaning("danger_now")})
    turn = talk.say("its all going wrong here")
    assert "999" in turn.replies[0].text.splitlines()[0]
    assert talk.desk.done == [("report_danger", "unclear")]


def test_a_state_of_another_version_is_dropped_kindly() -> None:
    talk = booking()
    talk.store.save(HERE, replace(talk.store.load(HERE), version=99))
    talk.press("Yes, please ask")
    assert talk.desk.done == []
    assert talk.last.text.startswith("That's out of date.")


def test_a_button_pressed_after_it_expired_shows_the_present() -> None:
    talk = booking()
    talk.now += timedelta(days=3)
    talk.press("Yes, please ask")
    assert talk.desk.done == []
    assert "That's out of date." in talk.last.text
    assert "Shall I ask Donna Marsh?" in talk.last.text


def test_a_refusal_from_anywhere_is_a_sentence() -> None:
    talk = Talking.as_("customer")
    talk.desk.refusals["me"] = []
    talk.desk.refusals["visits"] = [DeskRefusal("not_allowed", "Arthur has not agreed to that.")]
    talk.say("what's on this week?")
    assert talk.last.text == "Arthur has not agreed to that."


def test_two_messages_at_once_are_taken_in_turn() -> None:
    talk = booking()
    turns = []

    def send(id: str) -> None:
        engine = Engine(talk.desk, talk.store, talk.understand, check, lambda: talk.now)
        turns.append(engine.turn(Incoming(id, HERE, "yes")))

    threads = [threading.Thread(target=send, args=(f"at_once_{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(turns) == 8
    assert [deed[0] for deed in talk.desk.done] == ["ask"]


def test_odd_letters_are_taken_without_harm() -> None:
    talk = Talking.as_("supporter")
    talk.understand = ScriptedUnderstanding({"help": meaning("find_help")})
    for text in ("help \ud83d\x00", "‮abc", "A" * 5000, "\u200b", "🙂", "\n\n"):
        assert talk.say(text).replies


def test_the_menu_works_from_the_first_word_for_everybody() -> None:
    for who in PEOPLE:
        talk = Talking.as_(who)
        talk.say("hello")
        for button in talk.last.buttons:
            assert button.means in ("option", "human")
            fresh = Talking.as_(who)
            fresh.say("hello")
            assert fresh.press(button.label).replies


def test_a_turn_knows_whether_the_pressed_message_is_used_up() -> None:
    talk = booking()
    assert talk.press("Yes, please ask").used_up
    assert not talk.press("See the week").used_up
    assert talk.press("No").used_up


def test_the_clock_is_read_once_a_turn() -> None:
    ticks: list[datetime] = []

    def clock() -> datetime:
        ticks.append(MONDAY)
        return MONDAY

    Engine(ScriptedDesk(PEOPLE["customer"]), MemoryStore(), ScriptedUnderstanding(), check, clock).turn(
        Incoming("in_1", HERE, "hello")
    )
    assert len(ticks) == 1


@pytest.mark.parametrize("typed", ["EX4 4QJ", "EX4", "need help", "2 pm", "999"])
def test_a_postcode_or_plain_words_are_no_code(typed: str) -> None:
    talk = Talking.as_("visitor")
    talk.say(typed)
    assert "code" not in talk.last.text


@pytest.mark.parametrize("typed", ["K7Q-2M9", "k7q2m9", "/start K7Q2M9", "my code is k7q 2m9", "code: K7Q2M9."])
def test_a_code_ties_the_chat_however_it_is_typed(typed: str) -> None:
    talk = Talking.as_("visitor")
    talk.say(typed)
    assert talk.desk.done == [("link_account", "K7Q2M9")]


def test_words_that_may_be_a_need_are_offered_as_one() -> None:
    talk = Talking.as_("customer")
    talk.say("walkies with old Bess the dog")
    assert talk.last.buttons[0].label == "Find help with this"
    talk.press("Find help with this")
    assert "Which one would you like?" in talk.last.text


def test_a_visitor_who_asks_for_a_visit_is_shown_what_there_is() -> None:
    talk = Talking.as_("visitor")
    talk.understand = ScriptedUnderstanding(
        {"a walk on tuesday at 9": meaning("book_visit", {"need": "walk", "start": "09:00"})}
    )
    talk.say("a walk on tuesday at 9")
    assert "Where is it for?" in talk.last.text


def test_a_yes_on_a_later_day_is_read_back_again_with_the_days_of_now() -> None:
    talk = Talking.as_("customer")
    assert isinstance(talk.understand, ScriptedUnderstanding)
    talk.understand.meanings["stop thursday evening"] = meaning(
        "cancel_visit", {"which_visit": {"date": "2026-11-26", "part_of_day": "evening"}}
    )
    talk.say("stop thursday evening")
    assert "on Thursday 26 November" in talk.last.text
    talk.wait("+2d")
    talk.say("yes")
    assert talk.desk.done == []
    assert "tomorrow" in talk.last.text
    talk.say("yes")
    assert [deed[0] for deed in talk.desk.done] == ["cancel_visit"]
