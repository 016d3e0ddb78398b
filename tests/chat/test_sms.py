"""SMS: the same conversations with numbered answers, by a gateway over real HTTP; nobody is trusted for a number alone."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import select

from market.chat.rules import MOST_TEXTS_AN_HOUR, Via
from market.chat.tables import Conversation, ReceivedSms, Turn
from market.cli.doctor import Finding, _sms
from market.cli.wiring_up import Started
from market.core.actor import Role
from market.core.clock import StandingClock, SystemClock
from market.core.database import Database
from market.core.settings import Settings
from market.core.tables import OutboxRow
from market.messages.rules import Channel, text_number
from market.messages.service import Message, Recipient, tell
from tests.chat.county import Here, in_the_county
from tests.chat.on_sms import JEAN, STRANGER, Texting, settings_for
from tests.chat.on_telegram import code_for
from tests.chat.test_web_chat import account_of
from tests.fakes.fake_sms_gateway import FakeSmsGateway, running_gateway


@pytest.fixture(scope="module")
def running() -> Iterator[FakeSmsGateway]:
    with running_gateway() as gateway:
        yield gateway


@pytest.fixture
def phones(here: Here, running: FakeSmsGateway) -> Texting:
    running.texts.clear()
    running.answers.clear()
    here.settings = settings_for(running)
    texting = Texting(here, running)
    texting.has_number(account_of(here, Role.SUPPORTER), "07700 900 201")
    return texting


def test_a_number_on_one_account_is_greeted_by_name_and_chooses_by_number(phones: Texting) -> None:
    [hello] = phones.say(JEAN, "hello")
    assert hello.startswith("Hello Jean.")
    assert "Reply 1 for: See the week" in hello
    assert "Reply PERSON to talk to one." in hello
    [week] = phones.say(JEAN, "1")
    assert "visits" in week


def test_a_whole_booking_by_text_wants_a_code_before_money_moves(phones: Texting) -> None:
    wanted = {"for_whom": "other", "person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"}
    phones.here.means("walk pls", "book_visit", wanted)
    [read_back] = phones.say(JEAN, "walk pls")
    assert "£17" in read_back
    [locked] = phones.say(JEAN, "1")
    assert "private" in locked
    _, code = code_for(phones.here, Role.SUPPORTER)
    again = phones.say(JEAN, code)
    assert "Shall I ask Aled Morgan?" in again[-1]
    assert "I have asked Aled Morgan." in phones.say(JEAN, "yes please")[0]


def test_the_money_left_is_not_shown_by_text_without_a_code(phones: Texting) -> None:
    phones.here.means("money left?", "ask_balance")
    assert not any("£" in text for text in phones.say(JEAN, "money left?"))


def test_a_number_nobody_has_or_two_have_is_a_visitors(phones: Texting) -> None:
    assert "Hello. I can help you find someone kind" in phones.say(STRANGER, "hello")[0]
    phones.has_number(account_of(phones.here, Role.PA), "+44 7700 900201")
    phones.here.means("who is coming?", "who_is_coming")
    assert "I don't know you here yet" in phones.say(JEAN, "who is coming?")[0]


def test_a_code_ties_a_number_that_two_share(phones: Texting) -> None:
    phones.has_number(account_of(phones.here, Role.PA), "+44 7700 900201")
    _, code = code_for(phones.here, Role.PA)
    assert phones.say(JEAN, f"code {code}")[0].startswith("Thank you, Aled.")


def test_a_number_given_up_on_the_page_is_nobodys_from_then_on(phones: Texting) -> None:
    phones.say(JEAN, "hello")
    phones.has_number(account_of(phones.here, Role.SUPPORTER), "")
    phones.here.means("who is coming?", "who_is_coming")
    assert "I don't know you here yet" in phones.say(JEAN, "who is coming?")[0]


def test_a_text_passed_on_twice_is_answered_once(
    database: Database, clock: StandingClock, running: FakeSmsGateway
) -> None:
    running.texts.clear()
    phones = Texting(in_the_county(database, clock), running)
    phones.here.settings = settings_for(running)
    assert len(phones.say(JEAN, "hello", id="same")) == 1
    assert phones.say(JEAN, "hello", id="same") == []
    assert len(phones.say(JEAN, "1", id="press")) == 1


def test_danger_by_text_has_999_first_and_comes_whole(phones: Texting) -> None:
    [text] = phones.say(STRANGER, "dad has collapsed and isn't breathing")
    assert "999" in text.splitlines()[0]
    assert "I have told a person here" in text


@pytest.mark.parametrize("language", ["English", "Polish", "Punjabi"])
@pytest.mark.parametrize(
    "words", ["dad has collapsed and isn't breathing", "he is hitting me now", "i can smell gas in here"]
)
def test_danger_by_text_is_never_cut_in_any_language(phones: Texting, language: str, words: str) -> None:
    phones.say(JEAN, "hello")
    with phones.here.database.write() as session:
        conversation = session.exec(select(Conversation).where(Conversation.via == Via.SMS)).one()
        conversation.manner = {"language": language}
        session.add(conversation)
    [text] = phones.say(JEAN, words)
    with phones.here.database.read() as session:
        said = session.exec(select(Turn).where(Turn.said == words)).one().replies[0]
    for line in [*said["text"].splitlines(), *(button["label"] for button in said["buttons"][:-2])]:
        assert line.replace("’", "'") in text
    assert "There is more" not in text
    assert re.search("999", text[:160])


@pytest.mark.parametrize(
    "sender", ["HMRC", "60777", "01632 960123", "", "a@example.org", "+447700900123,+447700900124"]
)
def test_what_comes_from_no_telephone_that_takes_texts_is_not_kept(phones: Texting, sender: str) -> None:
    assert phones.post({"sender": sender, "content": "hello", "message_ref": "in_x"}) == 200
    with phones.here.database.read() as session:
        assert session.exec(select(ReceivedSms)).all() == []


def test_a_call_with_the_wrong_secret_is_refused_and_not_kept(phones: Texting) -> None:
    assert phones.post({"sender": JEAN, "content": "hello"}, secret="guess") == 403
    with phones.here.database.read() as session:
        assert session.exec(select(ReceivedSms)).all() == []


def test_two_machines_that_answer_one_another_stop_but_danger_is_always_answered(phones: Texting) -> None:
    with phones.here.database.write() as session:
        for number in range(MOST_TEXTS_AN_HOUR):
            session.add(
                ReceivedSms(
                    id=f"old_{number}", sender=STRANGER, text="out of office", received_at=phones.here.clock.now()
                )
            )
    assert phones.say(STRANGER, "out of office") == []
    assert "999" in phones.say(STRANGER, "she isn't breathing")[0]
    phones.here.clock.move(timedelta(hours=2))
    assert len(phones.say(STRANGER, "hello")) == 1


def test_a_stop_is_heeded_even_from_a_number_that_sent_too_many(phones: Texting) -> None:
    account = account_of(phones.here, Role.SUPPORTER)
    with phones.here.database.write() as session:
        for number in range(MOST_TEXTS_AN_HOUR):
            session.add(ReceivedSms(id=f"old_{number}", sender=JEAN, text="", received_at=phones.here.clock.now()))
    assert phones.say(JEAN, "Stop.") == []
    row = push(phones, account.id, "News of a visit")
    phones.work()
    assert sent_by(phones, row) == Channel.EMAIL


def test_two_texts_before_the_first_is_read_are_each_taken_as_they_were_sent(phones: Texting) -> None:
    assert "Reply 1 for: See the week" in phones.say(JEAN, "hello")[0]
    phones.here.clock.move(timedelta(minutes=5))
    phones.post({"sender": JEAN, "content": "1", "message_ref": "first"})
    phones.here.clock.move(timedelta(seconds=5))
    phones.post({"sender": JEAN, "content": "ta", "message_ref": "second"})
    before = len(phones.gateway.to(JEAN))
    phones.work()
    assert "visits" in phones.gateway.to(JEAN)[before]


def test_stop_by_text_sends_nothing_more_there_but_answers(phones: Texting) -> None:
    account = account_of(phones.here, Role.SUPPORTER)
    assert "I will send no more messages" in phones.say(JEAN, "STOP")[0]
    before = len(phones.gateway.to(JEAN))
    row = push(phones, account.id, "News of a visit")
    phones.work()
    assert len(phones.gateway.to(JEAN)) == before
    assert sent_by(phones, row) == Channel.EMAIL
    assert "Messages are on again" in phones.say(JEAN, "START")[0]


def test_stop_from_a_number_that_nobody_has_is_kept_too(phones: Texting) -> None:
    phones.say(STRANGER, "stop")
    with phones.here.database.write() as session:
        to = Recipient(name="Sam", phone=STRANGER, email="sam@example.org")
        row = tell(session, to=to, message=Message("booking.news", "", "News"), key="k", at=phones.here.clock.now())
        assert row is not None
    phones.work()
    assert sent_by(phones, row) == Channel.EMAIL


def push(phones: Texting, account_id: str, words: str) -> OutboxRow:
    with phones.here.database.write() as session:
        message = Message(
            "booking.news", "", words, ({"label": "See the week", "means": "option", "verb": "week", "facts": "{}"},)
        )
        row = tell(session, to=Recipient(account_id=account_id), message=message, key=words, at=phones.here.clock.now())
        assert row is not None
        return row


@pytest.mark.parametrize(
    ("manner", "words"),
    [({}, "Aled is coming"), ({"large": True}, "Aled comes tomorrow"), ({"language": "Polish"}, "Aled przyjdzie")],
)
def test_a_reminder_is_texted_as_the_person_wants_to_be_talked_to(
    phones: Texting, manner: dict[str, object], words: str
) -> None:
    phones.say(JEAN, "hello")
    with phones.here.database.write() as session:
        conversation = session.exec(select(Conversation).where(Conversation.via == Via.SMS)).one()
        conversation.manner = manner
        session.add(conversation)
    push(phones, account_of(phones.here, Role.SUPPORTER).id, "Aled is coming tomorrow, 9am to 10am.")
    phones.work()
    text = phones.gateway.to(JEAN)[-1]
    assert words in text
    assert ("Aled is coming tomorrow" in text) == ("large" not in manner)
    assert "Reply 5 for:" in text


def sent_by(phones: Texting, row: OutboxRow) -> str:
    with phones.here.database.read() as session:
        found = session.get(OutboxRow, row.id)
        assert found is not None
        assert found.sent_at is not None
        return found.channel


def test_a_question_and_news_before_it_is_answered_share_no_number(phones: Texting) -> None:
    account = account_of(phones.here, Role.SUPPORTER)
    [hello] = phones.say(JEAN, "hello")
    assert "Reply 4 for" in hello
    push(phones, account.id, "News of a visit")
    phones.work()
    assert "Reply 5 for: See the week" in phones.gateway.to(JEAN)[-1]
    assert "visits" in phones.say(JEAN, "5")[0]


def test_a_contact_with_a_mobile_and_no_account_is_texted_a_link_and_no_numbers(phones: Texting) -> None:
    with phones.here.database.write() as session:
        message = Message("cascade.question", "", "Can you go?", (
            {"label": "Yes", "means": "confirm", "verb": "question.yes", "facts": '{"question": "q"}'},
            {"label": "Open the question", "means": "link", "url": "/backup/s3cret"},
        ))  # fmt: skip
        tell(session, to=Recipient(name="Sid", phone=STRANGER), message=message, key="q", at=phones.here.clock.now())
    phones.work()
    [text] = phones.gateway.to(STRANGER)
    assert text == "Can you go?\nOpen the question: https://alongside.example/backup/s3cret"


def test_a_gateway_that_fails_gives_way_to_email(phones: Texting) -> None:
    account = account_of(phones.here, Role.SUPPORTER)
    row = push(phones, account.id, "News of a visit")
    phones.gateway.answers = [(422, {})]
    phones.work()
    assert sent_by(phones, row) == Channel.EMAIL


def test_a_busy_gateway_is_waited_for_as_long_as_it_says(phones: Texting) -> None:
    push(phones, account_of(phones.here, Role.SUPPORTER).id, "News of a visit")
    phones.gateway.answers = [(429, {"retry-after": "45"})]
    phones.work()
    phones.here.clock.move(timedelta(seconds=40))
    phones.work()
    assert phones.gateway.to(JEAN) == []
    phones.here.clock.move(timedelta(seconds=10))
    phones.work()
    assert len(phones.gateway.to(JEAN)) == 1


def test_staff_answer_by_text_in_their_own_name(phones: Texting) -> None:
    from tests.chat.test_handing_over import say as say_as_staff

    phones.say(JEAN, "talk to a person")
    say_as_staff(phones.here, "I am ringing you now.", "one")
    phones.work()
    assert phones.gateway.to(JEAN)[-1] == "Olga Desk: I am ringing you now."
    assert phones.say(JEAN, "thank you") == []


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("07700 900201", "+447700900201"),
        ("+44 (0)7700 900201", "+447700900201"),
        ("0044 7700 900 201", "+447700900201"),
        ("01632 960999", ""),
        ("07000 900201", ""),
        ("07600 900201", ""),
        ("+48 501 234 567", "+48501234567"),
        ("ring my daughter", ""),
    ],
)
def test_no_text_goes_to_a_landline(phone: str, number: str) -> None:
    assert text_number(phone) == number


def findings(here: Here, settings: Settings) -> list[Finding]:
    return list(_sms(Started(settings, here.database, SystemClock(), here.services)))


def test_the_doctor_says_whether_texts_go_and_come(phones: Texting) -> None:
    without = Settings(_env_file=None)
    assert [(f.fine, f.must) for f in findings(phones.here, without)] == [(False, False)]
    assert "by chat, then e-mail, then to the call list" in findings(phones.here, without)[0].said
    assert [f.fine for f in findings(phones.here, phones.here.settings)] == [True, True]


def test_a_stranger_can_look_for_help_by_text(phones: Texting) -> None:
    phones.here.means("gardener EX9 6JN", "find_help", {"need": "help in the garden", "place": "EX9 6JN"})
    assert "Aled Morgan" in phones.say(STRANGER, "gardener EX9 6JN")[-1]
