"""Undo for ten minutes where the world allows; and a worry reaches the desk and nobody who is complained of."""

from datetime import timedelta

from sqlmodel import col, select

from market.chat.tables import Turn
from market.core.actor import Role
from market.core.tables import OutboxRow
from tests.chat.county import Here, labels, names, texts
from tests.chat.test_web_chat import account_of

BOOK = {"for_whom": "other", "person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"}


def test_a_request_is_taken_back_by_its_button_and_the_money_is_free_again(here: Here) -> None:
    here.means("book aled", "book_visit", BOOK)
    here.means("money?", "ask_balance")
    jean = here.terminal("supporter")
    jean.take("book aled")
    asked = jean.take("yes")
    assert labels(asked) == ["See the week", "Undo"]
    came = jean.take("[Undo]")
    assert {"booking.cancelled", "hold.released"} <= set(names(came))
    assert "I have taken that back" in texts(came)
    assert "£5,000 left" in texts(jean.take("money?"))
    assert "answered already" in texts(jean.take("[Undo]"))


def test_the_word_does_it_too_and_a_second_time_there_is_nothing(here: Here) -> None:
    here.means("book aled", "book_visit", BOOK)
    jean = here.terminal("supporter")
    jean.take("book aled")
    jean.take("yes")
    assert "booking.cancelled" in names(jean.take("undo that"))
    again = jean.take("undo")
    assert "nothing I can undo" in texts(again)
    assert names(again) == []
    assert labels(again) == ["Talk to a person"]


def test_after_ten_minutes_or_an_answer_it_is_too_late_and_a_person_is_offered(here: Here) -> None:
    here.means("book aled", "book_visit", BOOK)
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take("book aled")
    jean.take("yes")
    jean.take("[+11m]")
    late = jean.take("undo")
    assert "too late" in texts(late)
    assert names(late) == []
    aled.take("[+1m]")
    assert "booking.accepted" in names(aled.take("[Yes, I'll do it]"))
    assert "nothing I can undo" in texts(jean.take("undo"))


def test_an_answer_within_the_ten_minutes_closes_it_too(here: Here) -> None:
    here.means("book aled", "book_visit", BOOK)
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take("book aled")
    jean.take("yes")
    aled.take("[+1m]")
    aled.take("[Yes, I'll do it]")
    here.clock.move(timedelta(seconds=1))
    late = jean.take("undo")
    assert "too late to take that back" in texts(late)
    assert "booking.cancelled" not in names(late)


def test_how_we_talk_is_put_back(here: Here) -> None:
    here.means("slower please", "change_how_we_talk")
    jean = here.terminal("supporter")
    jean.take("slower please")
    jean.take("[Shorter and slower]")
    jean.take("yes")
    assert texts(jean.take("hello")) == "Hello Jean. What now?"
    jean.take("undo")
    assert texts(jean.take("hello")) == "Hello Jean. What would you like to do?"


def test_who_is_complained_of_hears_nothing_of_a_worry(here: Here) -> None:
    here.means("Aled takes money from dads purse", "raise_concern", {"for_whom": "other", "person": "Aled"})
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take("Aled takes money from dads purse")
    jean.take("[Look into it]")
    assert "concern.raised" in names(jean.take("[Yes, send it]"))
    assert aled.take("[+1m]")["pushed"] == []
    with here.database.read() as session:
        to_aled = select(OutboxRow).where(OutboxRow.account_id == account_of(here, Role.PA).id)
        assert session.exec(to_aled).all() == []
        every = session.exec(select(OutboxRow).where(col(OutboxRow.kind).startswith("safety"))).all()
        assert every
        assert all("purse" not in row.text and "Aled" not in row.text + row.subject for row in every)
        others = session.exec(select(Turn).where(Turn.conversation_id != jean.conversation)).all()
        assert all("purse" not in turn.said + str(turn.replies) for turn in others)
