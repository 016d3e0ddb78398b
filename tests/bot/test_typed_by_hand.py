"""What people really type: who is this, pardon, none of these, I changed my mind, a pasted letter."""

import pytest

from bot.phrases import home
from bot.understood import Plainly
from tests.bot.talking import Talking
from tests.fakes.scripted_understanding import ScriptedUnderstanding, meaning

LETTER = (
    "Dear Mrs Westcott, following your assessment on 3 November we are pleased to confirm your personal budget. Please sign and "
    "return the enclosed form by 10 December in the envelope provided. Yours sincerely, P Nair"
)


def talking() -> Talking:
    talk = Talking.as_("customer")
    assert isinstance(talk.understand, ScriptedUnderstanding)
    talk.understand.meanings["a walk"] = meaning("find_help", {"need": "a walk", "for_whom": "self", "place": "EX4"})
    talk.understand.meanings[LETTER] = Plainly("out_of_scope")
    return talk


@pytest.mark.parametrize(
    "said", ["who is this", "Who is this?", "are you a robot", "is this a real person?", "am I talking to a person"]
)
def test_whoever_asks_is_told_that_it_is_a_computer_and_that_a_person_can_be_had(said: str) -> None:
    talk = talking()
    talk.say(said)
    assert "I am a computer, not a person." in talk.last.text
    assert talk.last.buttons[-1].means == "human"
    assert not talk.desk.done


def test_who_is_this_in_the_middle_of_something_leads_back_to_it() -> None:
    talk = talking()
    talk.say("a walk")
    asked = talk.last.text.splitlines()[-1]
    talk.say("who is this")
    assert talk.last.text.splitlines()[-1] == asked
    talk.say("pardon?")
    assert talk.last.text.startswith(home.AGAIN)
    assert talk.last.text.splitlines()[-1] == asked


@pytest.mark.parametrize(
    "said", ["no", "none of these", "No not that one", "no wait stop that", "I've changed my mind", "scrap that"]
)
def test_a_choice_that_holds_nothing_wanted_is_let_go(said: str) -> None:
    talk = talking()
    talk.say("a walk")
    talk.say(said)
    assert talk.last.text == home.NOTHING_DONE
    assert not talk.store.load("cnv_test").open


def test_what_was_chosen_by_mistake_is_let_go_at_the_next_question() -> None:
    talk = talking()
    talk.say("a walk")
    talk.say("1")
    assert talk.last.text != home.NOTHING_DONE
    talk.say("no not that one")
    assert talk.last.text == home.NOTHING_DONE
    assert not talk.desk.done


def test_a_pasted_letter_is_asked_for_in_short_and_is_not_called_beside_the_point() -> None:
    talk = talking()
    talk.say(LETTER)
    assert talk.last.text == home.TOO_LONG
    assert [button.means for button in talk.last.buttons] == ["human"]


def test_what_is_only_perhaps_understood_is_offered_and_not_refused() -> None:
    talk = talking()
    assert isinstance(talk.understand, ScriptedUnderstanding)
    talk.understand.meanings["it about the week"] = Plainly(
        "out_of_scope", either={"intent": ("list_visits", "who_is_coming")}
    )
    talk.say("it about the week")
    assert talk.last.text == home.NOT_UNDERSTOOD
    assert "See the week" in [button.label for button in talk.last.buttons]


def meaning_of(talk: Talking, text: str, intent: str, **slots: object) -> None:
    assert isinstance(talk.understand, ScriptedUnderstanding)
    talk.understand.meanings[text] = meaning(intent, slots)


def test_the_same_thing_asked_for_again_in_full_is_taken_up_and_not_called_no_answer() -> None:
    talk = talking()
    meaning_of(talk, "need to change a visit", "change_visit")
    meaning_of(talk, "move thursday 6pm one to friday", "change_visit",
               which_visit={"date": "2026-11-26", "start": "18:00"}, date="2026-11-27")  # fmt: skip
    talk.say("need to change a visit")
    talk.say("move thursday 6pm one to friday")
    assert "Pauline's visit on Thursday 26 November, 6pm to 7pm would move to Friday 27 November" in talk.last.text


def test_a_part_of_a_move_said_while_the_visit_is_asked_for_is_kept_with_the_rest() -> None:
    talk = talking()
    meaning_of(
        talk, "change thursdays visit to friday", "change_visit", which_visit={"date": "2026-11-26"}, date="2026-11-27"
    )
    meaning_of(talk, "make it 2 hours", "change_visit", duration_minutes=120)
    talk.say("change thursdays visit to friday")
    talk.say("make it 2 hours")
    assert [b.label for b in talk.last.buttons if b.means == "option"] == [
        "Donna, Thursday 26 November 9am", "Pauline, Thursday 26 November 6pm",
    ]  # fmt: skip
    talk.say("1")
    assert "would move to Friday 27 November, 9am to 11am" in talk.last.text


def test_a_change_said_in_the_midst_of_a_booking_changes_the_booking_and_no_other_visit() -> None:
    talk = talking()
    meaning_of(
        talk, "book donna tuesdays at 9", "book_visit", person="Donna", weekdays=["TU"], repeat="weekly", start="09:00"
    )
    meaning_of(talk, "actualy make it 10", "change_visit", start="10:00")
    talk.say("book donna tuesdays at 9")
    assert talk.last.text.endswith("How long for?")
    talk.say("actualy make it 10")
    assert talk.last.text.endswith("How long for?")
    talk.say("1 hour")
    talk.press("Next week, Tuesday 1 December")
    talk.say("4 weeks")
    assert "10am to 11am" in talk.last.text


def test_thanks_at_a_question_are_answered_and_the_question_asked_again() -> None:
    talk = talking()
    meaning_of(talk, "thank you luv", "greeting_or_thanks")
    talk.say("a walk")
    asked = talk.last.text.splitlines()[-1]
    talk.say("thank you luv")
    assert talk.last.text.splitlines() == [home.THANKS, asked]


def test_a_day_on_which_nobody_comes_is_said_before_asking_which_visit_is_meant() -> None:
    talk = talking()
    meaning_of(talk, "can he do 10 not 9 weds", "change_visit",
               which_visit={"date": "2026-11-25", "start": "09:00"}, start="10:00")  # fmt: skip
    talk.say("can he do 10 not 9 weds")
    assert talk.last.text.startswith("I can't see a visit for Wednesday 25 November.")
    assert talk.last.text.endswith("Which visit do you mean?")


def test_a_visit_being_stopped_is_what_stop_it_is_about_and_not_the_messages() -> None:
    talk = talking()
    meaning_of(talk, "i dont want nobody thursday", "cancel_visit", which_visit={"date": "2026-11-26"})
    meaning_of(talk, "yes stop it", "stop_messages")
    meaning_of(talk, "stop texting me", "stop_messages")
    talk.say("i dont want nobody thursday")
    talk.say("yes stop it")
    assert talk.last.text.endswith("Which visit do you mean?")
    talk.say("stop texting me")
    assert talk.last.text.startswith("Stop all messages")


def test_a_broker_asked_which_client_can_ask_for_something_else_or_say_no() -> None:
    talk = Talking.as_("broker")
    meaning_of(talk, "whats left in the pot", "ask_balance")
    meaning_of(talk, "show me who waits", "caseload")
    talk.say("whats left in the pot")
    assert talk.last.text == "Which client is it?"
    talk.say("show me who waits")
    assert any(reply.text.startswith("Your caseload") for reply in talk.seen)
    talk.say("no")
    assert talk.last.text == home.NOTHING_DONE


@pytest.mark.parametrize(("who", "searched"), [("broker", "personal care in EX4"), ("customer", "pc in EX4")])
def test_a_brokers_short_words_are_searched_for_in_full_and_nobody_elses(who: str, searched: str) -> None:
    talk = Talking.as_(who)
    intent = "match_need" if who == "broker" else "find_help"
    meaning_of(talk, "pc in EX4", intent, need="pc", place="EX4")
    talk.say("pc in EX4")
    assert talk.desk.searched[-1].words == searched
