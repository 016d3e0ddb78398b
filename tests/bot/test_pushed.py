"""Messages that arrive by themselves: all there is to know, few buttons, and verbs the engine knows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.desk import DeskRefusal
from bot.flows import pushed
from bot.messages import Button, Press, Reply
from bot.phrases import pushed as words
from bot.phrases.languages import LANGUAGES
from bot.phrases.said import Manner
from bot.presses import VERBS
from bot.pushing import in_manner
from bot.seen import Accepted, OpenQuestion, Told
from tests.bot.talking import Talking
from tests.fakes.scripted_world import COVER, DEARER, MONDAY, REQUESTS, at, slot, visit

VISIT = visit("vis_3", 26, 9)
RENEW = OpenQuestion(
    "qst_renew", "renew", "Arthur", "walks", slot(26, 9), at(25, 9), who="Donna", until=date(2027, 5, 13)
)
EVERY = [
    pushed.request_to_provider(REQUESTS[0], MONDAY),
    pushed.request_to_provider(replace(REQUESTS[1], note=""), MONDAY),
    *(pushed.question(q, MONDAY) for q in (COVER, DEARER, RENEW, replace(COVER, usual="", place="", pay_pence=1800))),
    pushed.worker_cannot_come(VISIT, MONDAY, to_customer=True),
    pushed.worker_cannot_come(VISIT, MONDAY, to_customer=False),
    pushed.covered(VISIT, "Donna", MONDAY, to_customer=True),
    pushed.covered(VISIT, "", MONDAY, to_customer=False),
    pushed.no_longer_needed(COVER, MONDAY),
    pushed.handed_to_desk(VISIT, Told("tld", "the desk", "01632 960100"), MONDAY, to_customer=True),
    pushed.handed_to_desk(VISIT, Told("tld", "the desk"), MONDAY, to_customer=False),
    pushed.booking_accepted(Accepted("bkg_1", "Arthur", (slot(26, 9),)), "Donna Marsh", "per_arthur", MONDAY),
    pushed.booking_declined("Donna Marsh", "I'm full", "a walk", "per_arthur"),
    pushed.booking_declined("Donna Marsh", "", "a walk", "per_arthur"),
    pushed.booking_expired("Donna Marsh", "a walk", "per_arthur"),
    pushed.visit_cancelled(VISIT, MONDAY),
    pushed.running_late(replace(VISIT, minutes_late=20), VISIT.start + timedelta(minutes=20), MONDAY),
    pushed.reminder(VISIT, MONDAY),
]


@pytest.mark.parametrize("reply", EVERY, ids=lambda r: r.text[:40])
def test_every_pushed_message_is_whole_and_its_buttons_do_something(reply: Reply) -> None:
    assert "{" not in reply.text
    assert "None" not in reply.text
    assert "  " not in reply.text
    assert all(b.press is not None and b.press.verb in VERBS for b in reply.buttons)


def test_whatever_asks_something_offers_a_person() -> None:
    asking = [r for r in EVERY if any(b.means in ("confirm", "decline") for b in r.buttons)]
    assert asking
    assert all(any(b.means == "human" for b in r.buttons) for r in asking)


def test_a_request_says_when_how_much_and_until_when_to_answer() -> None:
    text = EVERY[0].text
    for part in ("Elsie", "EX4", "Tuesdays and Thursdays", "24 visits", "£432", "She has a small dog", "9am tomorrow"):
        assert part in text


def test_on_a_locked_phone_a_press_asks_for_a_code_and_then_reads_back() -> None:
    talk = Talking.as_("backup-contact")
    talk.desk.questions.append(COVER)
    talk.desk.refusals["settle"] = [DeskRefusal("locked", "This is private.")]
    talk.push(pushed.question(COVER, talk.now))
    talk.press("Yes, I can go")
    assert "code" in talk.last.text
    talk.say("4821")
    assert talk.last.text.startswith("You can go to Arthur")
    talk.say("yes")
    assert talk.desk.done == [("settle", "qst_cover", "yes")]


def test_a_request_taken_back_is_said_kindly() -> None:
    talk = Talking.as_("provider")
    talk.push(pushed.request_to_provider(REQUESTS[0], talk.now))
    talk.desk.waiting.clear()
    talk.press("Yes, I'll do it")
    assert talk.last.text == "That request has gone. Thank you all the same."


def test_urgent_messages_are_marked_so() -> None:
    assert pushed.question(COVER, MONDAY).urgent
    assert not pushed.question(RENEW, MONDAY).urgent


NEWS = {
    "reminder": words.REMINDER.format(worker="Donna", slot="on Thursday 26 November, 9am to 10am"),
    "late": words.LATE.format(worker="Donna", minutes="15 minutes", at="9:30am"),
    "to the desk": words.HANDED_TO_DESK_YOU.format(
        slot="today, 9am to 10am", number=words.DESK_NUMBER.format(number="01632 960200")
    ),
    "cover": words.COVER.format(
        usual="Donna", for_name="Arthur", title="A walk", slot="tomorrow, 9am to 10am",
        place=words.COVER_PLACE.format(place="14 Hill View"), pay=words.COVER_PAY.format(pay="£17"), answer_by="9:35am",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("news", sorted(NEWS))
def test_what_arrives_by_itself_is_said_in_their_language_with_the_whole_english_below(
    news: str, language: str
) -> None:
    said = in_manner(Reply(NEWS[news]), Manner(language)).text
    assert said.endswith(NEWS[news])
    assert len(said) > len(NEWS[news]) + 20
    for kept in ("Donna", "Arthur", "14 Hill View", "£17", "01632 960200"):
        assert said.count(kept) == 2 * NEWS[news].count(kept)


@pytest.mark.parametrize("news", sorted(NEWS.keys() - {"to the desk"}))
def test_what_arrives_by_itself_is_said_in_fewer_words_to_who_wants_few_and_nothing_is_left_out(news: str) -> None:
    said = in_manner(Reply(NEWS[news]), Manner(few_words=True)).text
    assert len(said.split()) < len(NEWS[news].split())
    for kept in (
        "Donna",
        "Arthur",
        "14 Hill View",
        "£17",
        "01632 960200",
        "9am to 10am",
        "15 minutes",
        "9:30am",
        "9:35am",
    ):
        assert (kept in said) == (kept in NEWS[news])


def test_words_that_are_no_phrase_of_ours_arrive_as_they_were_written() -> None:
    note = Reply("Olga Desk: I am ringing you now.\nPlease stay in.")
    assert in_manner(note, Manner("Polish", few_words=True)).text == note.text


def test_the_buttons_keep_what_they_ask_for_whatever_stands_on_them() -> None:
    yes = Button(words.COVER_YES, "confirm", press=Press("question.yes", {"question": "q"}))
    said = in_manner(Reply(NEWS["cover"], (yes,)), Manner("Polish")).buttons[0]
    assert (said.label, said.press) == (f"Tak, mogę iść / {words.COVER_YES}", yes.press)
