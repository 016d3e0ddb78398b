"""Bigger, smaller, slower, back to English: understood from any state, made at once, and the person is back where they were."""

from dataclasses import replace

import pytest

from bot.flows.manner import asked_at_once
from bot.phrases import care, home
from bot.seen import HowWeTalk, Me
from bot.understood import Plainly
from tests.bot.talking import Talking
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_understanding import ScriptedUnderstanding
from tests.fakes.scripted_world import PEOPLE

BOOK = {"for_whom": "other:dad", "person": "Donna", "date": "2026-12-01", "start": "09:00", "end": "10:00"}


class Remembers(ScriptedDesk):
    """A desk that talks as it was told to."""

    def change_how_we_talk(self, change: HowWeTalk, key: str) -> None:
        super().change_how_we_talk(change, key)
        large, language = change.large_and_slow, change.language
        self.person: Me = replace(
            self.person,
            large_and_slow=self.person.large_and_slow if large is None else large,
            language=language or self.person.language,
        )


def talking(who: str = "supporter", **manner: object) -> Talking:
    talk = Talking(Remembers(replace(PEOPLE[who], **manner)))  # type: ignore[arg-type]
    assert isinstance(talk.understand, ScriptedUnderstanding)
    talk.understand.meanings["book"] = Plainly("book_visit", BOOK)
    talk.understand.meanings["book it"] = Plainly("book_visit", {"for_whom": "other:dad", "person": "Donna"})
    talk.understand.meanings["worry"] = Plainly("raise_concern")
    return talk


@pytest.mark.parametrize(
    ("said", "manner"),
    [
        ("bigger", "slower"), ("bigger please", "slower"), ("can you make it bigger", "slower"), ("slow down", "slower"),
        ("slow down a bit please", "slower"), ("larger print", "slower"), ("too many words", "slower"), ("wolniej", "slower"),
        ("smaller", "fuller"), ("make it smaller again", "fuller"), ("back to normal", "fuller"), ("more words please", "fuller"),
        ("english please", "language"), ("back to english", "language"), ("can we go back to english please", "language"),
        ("in english", "language"), ("po angielsku", "language"),
        ("more", ""), ("longer", ""), ("no", ""), ("yes please", ""), ("an english lady please", ""), ("slow cooker", ""),
        ("a bigger garden job", ""), ("make it 10", ""), ("too much", ""),
    ],
)  # fmt: skip
def test_so_many_words_and_nothing_else_ask_for_it(said: str, manner: str) -> None:
    assert (asked_at_once(said) or {}).get("manner", "") == manner


STATES = {
    "nothing open": (),
    "asked for a time": ("book it",),
    "a read-back": ("book",),
    "asked what to change": ("book", "change"),
    "telling of a worry": ("worry",),
}


@pytest.mark.parametrize("state", sorted(STATES))
def test_bigger_is_done_at_once_and_what_was_open_is_asked_again_in_few_words(state: str) -> None:
    talk = talking()
    for words in STATES[state]:
        talk.say(words)
    open_before = talk.store.load("cnv_test").open.get("question", {}).get("name")
    turn = talk.say("bigger")
    assert ("change_how_we_talk", "slower") in talk.desk.done
    assert turn.replies[0].text == "Done."
    assert [b.label for b in turn.replies[0].buttons][-1] == home.UNDO
    assert talk.store.load("cnv_test").open.get("question", {}).get("name") == open_before
    if open_before:
        assert turn.replies[-1].text.startswith("Back to:")


@pytest.mark.parametrize("state", sorted(STATES))
def test_back_to_english_takes_the_other_language_away_from_what_is_asked_again(state: str) -> None:
    talk = talking(language="Polish")
    for words in STATES[state]:
        talk.say(words)
    turn = talk.say("back to English")
    assert ("change_how_we_talk", "English") in talk.desk.done
    assert care.TALK_DONE in turn.replies[0].text
    assert not any(letter in "ąćęłńóśźż" for reply in turn.replies for letter in reply.text)


def test_the_read_back_still_wants_its_yes_afterwards() -> None:
    talk = talking()
    talk.say("book")
    talk.say("slow down")
    assert not any(deed[0] == "ask" for deed in talk.desk.done)
    talk.say("yes")
    assert any(deed[0] == "ask" for deed in talk.desk.done)


def test_undo_brings_the_former_way_back() -> None:
    talk = talking()
    talk.say("bigger")
    talk.press("Undo")
    assert talk.desk.done[-1] == ("change_how_we_talk", "English")
    assert not talk.desk.person.large_and_slow


def test_a_visitor_is_talked_to_otherwise_too() -> None:
    talk = talking("visitor")
    talk.say("bigger")
    assert talk.say("hello").replies[0].text == "Hello. What help do you need?"


def test_what_was_put_aside_is_still_there_afterwards() -> None:
    talk = talking()
    assert isinstance(talk.understand, ScriptedUnderstanding)
    talk.understand.meanings["who comes"] = Plainly("raise_concern")
    talk.say("book it")
    talk.say("who comes")
    talk.say("bigger")
    assert talk.store.load("cnv_test").open["parked"]["flow"] == "book"
