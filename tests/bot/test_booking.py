"""Finding support and booking it, by chat."""

from bot.desk import DeskRefusal
from bot.messages import Reply
from tests.bot.talking import Talking
from tests.fakes.scripted_understanding import ScriptedUnderstanding, meaning

ASKED = "Tuesdays and Thursdays 9 to 10 from next week, help dad to walk"


def booking() -> Talking:
    talk = Talking.as_("supporter")
    slots = {
        "for_whom": "other:dad",
        "need": "walk",
        "weekdays": ["TU", "TH"],
        "repeat": "weekly",
        "start": "09:00",
        "end": "10:00",
    }
    talk.understand = ScriptedUnderstanding({ASKED: meaning("book_visit", slots)})
    return talk


def to_the_read_back(talk: Talking) -> Reply:
    talk.say(ASKED)
    talk.press("1. Donna Marsh")
    talk.press("12 weeks, to Monday 22 February")
    return talk.last


def test_the_whole_run_is_read_back_with_its_price_before_anything_is_asked() -> None:
    talk = booking()
    read_back = to_the_read_back(talk)
    print(read_back.text)
    assert talk.desk.done == []
    for part in (
        "Donna Marsh",
        "Arthur",
        "Tuesdays and Thursdays",
        "9am to 10am",
        "Tuesday 1 December",
        "24 visits",
        "£432",
        "£808",
    ):
        assert part in read_back.text
    assert [b.label for b in read_back.buttons] == ["Yes, please ask", "Change", "No"]
    talk.press("Yes, please ask")
    assert talk.desk.done == [("ask", "off_donna", "43200")]


def test_two_taps_book_once() -> None:
    talk = booking()
    yes = to_the_read_back(talk).buttons[0]
    talk.press(yes.label)
    talk.press(yes.label)
    assert len(talk.desk.done) == 1
    assert "answered already" in talk.last.text


def test_no_means_nothing_is_done() -> None:
    talk = booking()
    to_the_read_back(talk)
    talk.press("No")
    assert talk.desk.done == []
    assert talk.last.text == "All right. Nothing has been done."


def test_a_new_price_is_shown_before_it_is_asked_for() -> None:
    talk = booking()
    to_the_read_back(talk)
    talk.desk.total_pence = 50000
    talk.press("Yes, please ask")
    assert talk.desk.done == []
    assert "price has changed" in talk.last.text
    assert "£500" in talk.last.text
    talk.press("Yes, please ask")
    assert talk.desk.done == [("ask", "off_donna", "50000")]


def test_over_budget_is_said_and_what_was_typed_can_be_changed() -> None:
    talk = booking()
    talk.desk.refusals["quote"] = [DeskRefusal("over_budget", "That is £92 more than the pot has.")]
    to_the_read_back(talk)
    assert "£92 more" in talk.last.text
    talk.press("Time")
    talk.say("2pm to 3pm")
    assert "2pm to 3pm" in talk.last.text
    assert "Tuesdays and Thursdays" in talk.last.text
