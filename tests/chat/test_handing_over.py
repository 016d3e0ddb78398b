"""Talk to a person: staff see the chat so far, answer in their own name, and the bot is quiet meanwhile."""

import pytest
from sqlmodel import select

from market.chat.handing_over import conversation_of, say_as_human
from market.core.actor import Actor, Role
from market.core.errors import NotFound
from market.core.tables import AuditRow
from market.people.queries import actors_of
from market.safeguarding.queries import open_reports
from market.safeguarding.service import settle
from market.safeguarding.tables import Report
from tests.chat.county import Here, pushed, texts
from tests.chat.on_telegram import JEAN, answered, kept, linked, polling, until
from tests.chat.on_telegram import texts as shown_in_telegram
from tests.chat.test_web_chat import account_of, open_chat
from tests.factories import county as make
from tests.fakes.fake_botapi import FakeBotApi


def officer(here: Here) -> Actor:
    account = account_of(here, Role.OUT_OF_HOURS)
    with here.database.read() as session:
        return actors_of(session, account.id, here.clock.now())[0]


def report_of(here: Here) -> Report:
    with here.database.read() as session:
        return session.exec(select(Report)).one()


def say(here: Here, words: str, key: str) -> None:
    with here.database.write() as session:
        say_as_human(session, officer(here), report_of(here).id, words, key=key, now=here.clock.now())


def test_staff_answer_in_the_persons_own_chat_and_the_bot_is_quiet(here: Here) -> None:
    jean = here.terminal("supporter")
    jean.take("talk to a person")
    assert jean.take("are you there?")["replies"] == []
    say(here, "Hello Jean, this is Olga.", "one")
    came = jean.take("thank you")
    assert "Hello Jean, this is Olga." in pushed(came)
    assert came["replies"] == []
    assert "are you there?" in report_of(here).words


def test_when_the_report_is_settled_the_bot_answers_again(here: Here) -> None:
    jean = here.terminal("supporter")
    jean.take("talk to a person")
    with here.database.write() as session:
        settle(session, officer(here), report_of(here).id, "Rang her.", now=here.clock.now())
    assert "£5,000" in texts(jean.take("how much is left?"))


def test_the_person_is_told_when_the_bot_is_back_and_can_take_up_what_was_open(here: Here) -> None:
    jean = here.terminal("supporter")
    here.means("book aled", "book_visit", {"for_whom": "other", "person": "Aled", "date": "2026-12-01"})
    assert "What time" in texts(jean.take("book aled"))
    called = jean.take("talk to a person")
    assert len(called["replies"]) == 1, "nothing follows once the bot has said that it will be quiet"
    say(here, "Hello Jean.", "one")
    with here.database.write() as session:
        settle(session, officer(here), report_of(here).id, "Rang her.", now=here.clock.now())
    came = jean.take("[+1m]")
    assert "Olga Desk has ended the talk. I am back to answer you." in pushed(came)
    assert "What time" in texts(jean.take("[Back to my question]"))


def test_settling_twice_tells_once_and_settling_danger_tells_nothing(here: Here) -> None:
    jean = here.terminal("supporter")
    jean.take("dad isn't breathing")
    with here.database.write() as session:
        settle(session, officer(here), report_of(here).id, "Rang 999 with her.", now=here.clock.now())
    assert pushed(jean.take("[+1m]")) == ""


def test_the_person_can_go_back_to_the_bot_by_themself(here: Here) -> None:
    jean = here.terminal("supporter")
    jean.take("talk to a person")
    jean.take("[Go back to the bot]")
    assert "£5,000" in texts(jean.take("how much is left?"))


def test_who_looked_into_a_chat_is_written_down(here: Here) -> None:
    here.terminal("supporter").take("talk to a person")
    with here.database.write() as session:
        conversation_of(session, officer(here), report_of(here).id, now=here.clock.now())
        tags = [row.tag for row in session.exec(select(AuditRow))]
    assert "chat:conversation:read" in tags


def test_a_desk_of_another_council_sees_nothing(here: Here) -> None:
    walter = here.terminal("customer-direct-payment")
    walter.take("talk to a person")
    with here.database.write() as session:
        other = make.authority(session, "Torbay demo council")
        stranger = make.actor(session, Role.OUT_OF_HOURS, "Tom Bay", here.clock.now(), authority_id=other.id)
        assert open_reports(session, stranger) == []
        with pytest.raises(NotFound):
            conversation_of(session, stranger, report_of(here).id, now=here.clock.now())


def test_staff_talk_on_a_page_of_their_own(here: Here) -> None:
    jean = open_chat(here, Role.SUPPORTER)
    jean.say("talk to a person")
    here.settings = here.settings.model_copy(update={"demo": True})  # the demo lets staff past the second step
    olga = open_chat(here, Role.OUT_OF_HOURS).browser
    path = f"/desk/reports/{report_of(here).id}/chat"
    assert "talk to a person" in olga.get(path).text
    assert "Them" in olga.get(path).text
    olga.post(path, {"text": "Hello, how can I help?"}, seen_on=path)
    text = jean.text
    assert "Hello, how can I help?" in text
    assert "Olga Desk" in text
    assert jean.browser.get(path).status_code == 403


def test_an_answer_reaches_telegram_once(there: Here, api: FakeBotApi) -> None:
    linked(there, api, JEAN, Role.SUPPORTER)
    with polling(there):
        api.say(JEAN, "talk to a person")
        until(lambda: kept(there.database) == 2)
    answered(there)
    for _ in range(2):
        say(there, "Hello Jean.", "once")
    answered(there)
    assert shown_in_telegram(api, JEAN).count("Olga Desk: Hello Jean.") == 1
