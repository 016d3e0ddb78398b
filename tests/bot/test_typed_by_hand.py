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
