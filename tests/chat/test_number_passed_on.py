"""A telephone number that passes from one account to another: the second begins anew, locked, and sees nothing of the first."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import select

from market.chat.errors import NumberPassedOn
from market.chat.lost_phone import chats_outside
from market.chat.rules import Via
from market.chat.tables import Conversation, Turn
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.messages.rules import Channel, holder
from tests.chat.county import in_the_county
from tests.chat.on_sms import JEAN, Texting, settings_for
from tests.chat.on_telegram import code_for
from tests.chat.test_handing_over import say as say_as_staff
from tests.chat.test_sms import push, sent_by
from tests.chat.test_web_chat import account_of
from tests.fakes.fake_sms_gateway import FakeSmsGateway, running_gateway

NUMBER = JEAN
"""First of Jean, a supporter; then of Aled, a PA."""

BOOK = {"for_whom": "other", "person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"}


@pytest.fixture(scope="module")
def running() -> Iterator[FakeSmsGateway]:
    with running_gateway() as gateway:
        yield gateway


@pytest.fixture
def phones(database: Database, clock: StandingClock, running: FakeSmsGateway) -> Texting:
    running.texts.clear()
    running.answers.clear()
    here = in_the_county(database, clock)
    here.settings = settings_for(running)
    here.means("book aled", "book_visit", BOOK)
    here.means("money left?", "ask_balance")
    texting = Texting(here, running)
    texting.has_number(account_of(here, Role.SUPPORTER), "07700 900 201")
    return texting


def proved_by(phones: Texting, role: Role) -> list[str]:
    return phones.say(NUMBER, f"code {code_for(phones.here, role)[1]}")


def open_in_jeans_name(phones: Texting) -> None:
    """Jean has proved the number, and is in the middle of a booking, her money open before her."""
    proved_by(phones, Role.SUPPORTER)
    assert "Shall I ask" in phones.say(NUMBER, "book aled")[0]
    assert "£" in phones.say(NUMBER, "money left?")[0]


def aled_takes_over(phones: Texting, *, jean_gives_it_up: bool) -> None:
    if jean_gives_it_up:
        phones.has_number(account_of(phones.here, Role.SUPPORTER), "")
    phones.has_number(account_of(phones.here, Role.PA), "+44 7700 900201")


def conversations(phones: Texting) -> list[Conversation]:
    with phones.here.database.read() as session:
        rows = session.exec(select(Conversation).where(Conversation.via == Via.SMS).order_by(Conversation.address))
        return list(rows)


@pytest.mark.parametrize("jean_gives_it_up", [True, False])
@pytest.mark.parametrize("words", ["yes", "1", "undo", "money left?", "go on", "hello"])
def test_whoever_claims_a_proved_number_later_meets_a_strangers_chat(
    phones: Texting, words: str, jean_gives_it_up: bool
) -> None:
    open_in_jeans_name(phones)
    aled_takes_over(phones, jean_gives_it_up=jean_gives_it_up)
    said = "\n".join(phones.say(NUMBER, words))
    for private in ("£", "Jean", "Walter", "Aled", "I have asked"):
        assert private not in said
    [now, before] = conversations(phones)
    assert (now.account_id, now.unlocked_until, now.manner) == (None, None, {})
    assert before.account_id == account_of(phones.here, Role.SUPPORTER).id


def test_a_number_given_up_and_claimed_by_one_other_without_a_code_begins_anew_and_locked(phones: Texting) -> None:
    phones.say(NUMBER, "hello")
    aled_takes_over(phones, jean_gives_it_up=True)
    assert phones.say(NUMBER, "hello")[0].startswith("Hello Aled.")
    [now, before] = conversations(phones)
    assert (now.locked, now.unlocked_until) == (True, None)
    with phones.here.database.read() as session:
        said = {turn.conversation_id for turn in session.exec(select(Turn)) if turn.said == "hello"}
    assert said == {now.id, before.id}


def test_a_fresh_code_proves_the_number_for_the_one_who_has_it_now(phones: Texting) -> None:
    open_in_jeans_name(phones)
    aled_takes_over(phones, jean_gives_it_up=False)
    phones.say(NUMBER, "hello")
    assert proved_by(phones, Role.PA)[0].startswith("Thank you, Aled.")
    assert phones.say(NUMBER, "hello")[0].startswith("Hello Aled.")
    phones.here.clock.move(timedelta(hours=13))
    assert phones.say(NUMBER, "hello")[0].startswith("Hello Aled.")


def test_a_code_of_another_account_ends_the_conversation_of_the_first(phones: Texting) -> None:
    open_in_jeans_name(phones)
    assert proved_by(phones, Role.PA)[0].startswith("Thank you, Aled.")
    assert "I have asked" not in "".join(phones.say(NUMBER, "yes"))
    assert "nothing I can undo" in phones.say(NUMBER, "undo")[0]
    [now, before] = conversations(phones)
    with phones.here.database.read() as session:
        mine = {t.said for t in session.exec(select(Turn).where(Turn.conversation_id == now.id))}
        jeans = {t.said for t in session.exec(select(Turn).where(Turn.conversation_id == before.id))}
    assert "money left?" in jeans
    assert "money left?" not in mine


def test_news_of_an_account_is_not_texted_to_a_number_that_somebody_else_claims(phones: Texting) -> None:
    jean = account_of(phones.here, Role.SUPPORTER)
    row = push(phones, jean.id, "News of a visit")
    aled_takes_over(phones, jean_gives_it_up=False)
    phones.work()
    assert phones.gateway.to(NUMBER) == []
    assert sent_by(phones, row) == Channel.EMAIL


def test_a_phone_that_passed_on_is_no_phone_of_the_first_account_any_more(phones: Texting) -> None:
    open_in_jeans_name(phones)
    proved_by(phones, Role.PA)
    with phones.here.database.read() as session:
        assert list(chats_outside(session, account_of(phones.here, Role.SUPPORTER).id)) == []
        assert len(chats_outside(session, account_of(phones.here, Role.PA).id)) == 1


def test_staff_who_talk_with_the_first_send_nothing_to_the_second(phones: Texting) -> None:
    phones.say(NUMBER, "talk to a person")
    aled_takes_over(phones, jean_gives_it_up=True)
    phones.say(NUMBER, "hello")
    before = len(phones.gateway.to(NUMBER))
    with pytest.raises(NumberPassedOn):
        say_as_staff(phones.here, "Your father is well.", "one")
    phones.work()
    assert len(phones.gateway.to(NUMBER)) == before


@pytest.mark.parametrize(
    ("claims", "proved", "known", "lost", "of"),
    [
        ([], "", [], False, None),
        (["jean"], "", [], False, "jean"),
        (["jean", "aled"], "", [], False, None),
        (["jean", "aled"], "aled", ["jean", "aled"], False, "aled"),
        (["jean", "aled"], "jean", ["jean"], False, None),
        (["aled"], "jean", ["jean"], False, None),
        ([], "jean", ["jean"], False, "jean"),
        (["jean"], "jean", ["jean"], True, None),
    ],
)
def test_a_number_is_of_whoever_proved_it_until_somebody_new_claims_it(
    claims: list[str], proved: str, known: list[str], lost: bool, of: str | None
) -> None:
    assert holder(claims, proved_by=proved, known=known, lost=lost) == of
