"""A shared or lost telephone: nothing private without the person's PIN, which they may switch off; a lost one is taken away."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from market.chat.lost_phone import chats_outside, take_away
from market.chat.rules import Via
from market.chat.tables import Conversation, TelegramUpdate, Turn
from market.chat.terminal import Terminal
from market.core.actor import Role
from market.core.errors import NotFound
from market.people.pins import set_pin, stop_asking
from market.people.queries import actors_of
from market.people.tables import Account, Consent
from tests.chat.county import Here, labels, names, texts
from tests.chat.on_telegram import JEAN, answered, kept, linked, polling, until
from tests.chat.on_telegram import texts as shown_in_telegram
from tests.chat.test_web_chat import account_of, open_chat
from tests.fakes.fake_botapi import FakeBotApi

BOOK = {"for_whom": "other", "person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"}


def with_pin(here: Here, pin: str = "4821", role: Role = Role.SUPPORTER) -> Account:
    account = account_of(here, role)
    with here.database.write() as session:
        row = session.get(Account, account.id)
        assert row is not None
        actor = actors_of(session, account.id, here.clock.now())[0]
        secret = here.settings.secret_key.get_secret_value()
        set_pin(session, row, pin, pin, secret=secret, by=actor, now=here.clock.now())
    return account


def locked_terminal(here: Here) -> Terminal:
    here.means("money left?", "ask_balance")
    here.means("book aled", "book_visit", BOOK)
    return here.terminal("supporter", locked=True)


def test_the_pin_opens_the_money_for_an_hour_and_then_it_is_asked_again(here: Here) -> None:
    with_pin(here)
    jean = locked_terminal(here)
    assert texts(jean.take("money left?")) == "This is private. What is your PIN?"
    assert "£5,000" in texts(jean.take("4821"))
    assert "£5,000" in texts(jean.take("money left?"))
    here.clock.move(timedelta(hours=1))
    assert "£" not in texts(jean.take("money left?"))


@pytest.mark.parametrize(
    "typed",
    [
        "48 21",
        "4821.",
        " 4 8 2 1 ",
        "48-21",
        "my pin is 4821",
        "PIN 4821 please",
        "its 4821",
        "code 4821",
        "My code is 4821.",
    ],
)
def test_a_pin_is_taken_however_it_is_typed_and_stands_nowhere(here: Here, typed: str) -> None:
    with_pin(here)
    jean = locked_terminal(here)
    jean.take("money left?")
    assert "£5,000" in texts(jean.take(typed))
    with here.database.read() as session:
        said = "".join(turn.said for turn in session.exec(select(Turn)))
    assert not any(letter.isdigit() for letter in said)


def test_a_pin_said_where_none_was_asked_for_stands_nowhere(here: Here) -> None:
    with_pin(here)
    locked_terminal(here).take("my pin is 48 21")
    with here.database.read() as session:
        assert not any(letter.isdigit() for turn in session.exec(select(Turn)) for letter in turn.said)


def test_the_balance_is_not_in_the_read_back_of_a_booking_on_a_locked_phone(here: Here) -> None:
    with_pin(here)
    jean = locked_terminal(here)
    read_back = texts(jean.take("book aled"))
    assert "£17" in read_back
    assert "left after" not in read_back
    asked = jean.take("[Yes, please ask]")
    assert "What is your PIN?" in texts(asked)
    assert "booking.requested" not in names(asked)
    again = jean.take("4821")
    assert "Shall I ask Aled Morgan?" in texts(again)
    assert "booking.requested" not in names(again)
    assert "booking.requested" in names(jean.take("yes"))


def test_a_refusal_does_not_tell_what_is_left_either(here: Here) -> None:
    with_pin(here)
    jean = locked_terminal(here)
    here.means("book aled daily", "book_visit", {**BOOK, "repeat": "daily", "until": "2027-02-20", "end": "18:00"})
    said = texts(jean.take("book aled daily"))
    assert "5,000" not in said
    assert "What is your PIN?" in said
    assert "£5,000" in texts(jean.take("4821"))


def test_five_wrong_pins_shut_it_and_a_code_from_the_page_still_opens(here: Here) -> None:
    with_pin(here)
    jean = locked_terminal(here)
    jean.take("money left?")
    for tried in ("1111", "2222", "3333", "4444"):
        assert "That is not your PIN." in texts(jean.take(tried))
    assert "the PIN is shut" in texts(jean.take("5555"))
    jean.take("money left?")
    assert "£" not in texts(jean.take("4821"))


def test_wrong_tries_are_counted_over_every_chat_of_the_account(here: Here) -> None:
    with_pin(here)
    for tried in ("1111", "2222", "3333", "4444", "5555"):
        jean = locked_terminal(here)
        jean.take("money left?")
        jean.take(tried)
    jean = locked_terminal(here)
    jean.take("money left?")
    assert "£" not in texts(jean.take("4821"))


def test_a_pin_that_was_typed_stands_nowhere(here: Here) -> None:
    with_pin(here)
    jean = locked_terminal(here)
    jean.take("money left?")
    jean.take("4821")
    with here.database.read() as session:
        said = [turn.said for turn in session.exec(select(Turn))]
    assert "4821" not in "".join(said)
    assert "••••" in said


def test_whoever_switched_it_off_is_not_asked(here: Here) -> None:
    account = with_pin(here)
    with here.database.write() as session:
        row = session.get(Account, account.id)
        assert row is not None
        stop_asking(session, row, by=actors_of(session, account.id, here.clock.now())[0], now=here.clock.now())
    assert "£5,000" in texts(locked_terminal(here).take("money left?"))


def test_what_there_is_to_pay_and_the_way_to_it_wait_for_the_pin(here: Here) -> None:
    account = with_pin(here)
    here.means("how do i pay", "pay")
    jean = locked_terminal(here)
    asked = jean.take("how do i pay")
    assert texts(asked) == "This is private. What is your PIN?"
    assert not any(button["means"] == "link" for button in asked["replies"][-1]["buttons"])
    assert "nothing to pay now" in texts(jean.take("4821"))
    with here.database.write() as session:
        row = session.get(Account, account.id)
        assert row is not None
        stop_asking(session, row, by=actors_of(session, account.id, here.clock.now())[0], now=here.clock.now())
    assert "PIN" not in texts(locked_terminal(here).take("how do i pay"))


def test_without_a_pin_of_ones_own_a_code_is_asked_for_and_a_person_is_there(here: Here) -> None:
    came = locked_terminal(here).take("money left?")
    assert "get a code on your page" in texts(came)
    assert labels(came) == ["Talk to a person"]


def test_a_pin_is_set_and_switched_off_on_a_page(here: Here) -> None:
    page = open_chat(here, Role.SUPPORTER).browser
    assert "Set a PIN" in page.get("/you/pin").text
    wrong = page.post("/you/pin", {"pin": "1234", "again": "1234"}, seen_on="/you/pin")
    assert wrong.status_code == 422
    assert "Do not use 1234" in wrong.text
    assert "4821" not in page.post("/you/pin", {"pin": "4821", "again": "4812"}, seen_on="/you/pin").text
    assert page.post("/you/pin", {"pin": "4821", "again": "4821"}, seen_on="/you/pin").status_code == 303
    assert "Set a new PIN" in page.get("/you/pin").text
    assert "what money is left" in page.get("/you/pin/off").text
    page.post("/you/pin/off", seen_on="/you/pin/off")
    assert "Your chats ask for no PIN now" in page.get("/you/pin").text
    page.post("/you/pin/on", seen_on="/you/pin")
    assert not account_of(here, Role.SUPPORTER).pin_off


def test_a_lost_phone_is_a_strangers_at_once(there: Here, api: FakeBotApi) -> None:
    linked(there, api, JEAN, Role.SUPPORTER)
    page = open_chat(there, Role.SUPPORTER).browser
    listed = page.get("/you/chats").text
    action = re.search(r'action="(/you/chats/cnv_\w+/lost)"', listed)
    assert action is not None
    page.post(action[1], seen_on="/you/chats")
    there.means("who is coming?", "who_is_coming")
    before = kept(there.database)
    with polling(there):
        api.say(JEAN, "who is coming?")
        until(lambda: kept(there.database) > before)
    answered(there)
    assert "I don't know you here yet" in shown_in_telegram(api, JEAN)[-1]
    assert "No phone yet" in page.get("/you/chats").text


def test_consent_withdrawn_in_the_midst_of_a_read_back_stops_the_yes(here: Here) -> None:
    here.means("book aled", "book_visit", BOOK)
    jean = here.terminal("supporter")
    assert "Shall I ask" in texts(jean.take("book aled"))
    with here.database.write() as session:
        consent = session.exec(select(Consent)).one()
        consent.withdrawn_at = here.clock.now()
        session.add(consent)
    came = jean.take("yes")
    assert "booking.requested" not in names(came)
    assert "£" not in texts(came)
    assert "Walter" not in texts(jean.take("hello"))


def test_nobody_takes_away_a_phone_that_is_not_theirs(there: Here, api: FakeBotApi) -> None:
    linked(there, api, JEAN, Role.SUPPORTER)
    with there.database.write() as session:
        theirs = session.exec(select(Conversation).where(Conversation.via == Via.TELEGRAM)).one()
        aled = actors_of(session, account_of(there, Role.PA).id, there.clock.now())[0]
        with pytest.raises(NotFound):
            take_away(session, aled, theirs.id, now=there.clock.now())
        assert list(chats_outside(session, aled.account_id)) == []


def test_what_telegram_sent_is_not_kept_once_it_is_answered(there: Here, api: FakeBotApi) -> None:
    linked(there, api, JEAN, Role.SUPPORTER)
    with there.database.read() as session:
        assert all(set(row.body) == {"update_id"} for row in session.exec(select(TelegramUpdate)))
