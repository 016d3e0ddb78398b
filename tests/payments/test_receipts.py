"""The receipt in words by page, by e-mail and by chat; and a private link is nobody else's."""

import pytest

from bot.understanding import understand
from market.chat.terminal import sit_down
from market.chat.turns import ChatServices
from market.core.actor import Role
from market.messages.mail import Smtp
from market.messages.sending import Sent
from market.search.live import LiveIndex
from tests.factories import county
from tests.fakes.fake_smtp import running_smtp
from tests.payments.test_disputes import browser_of
from tests.payments.town import Town

WORDS = "we took £17 from your card for the visit"


def test_the_page_says_what_was_taken_when_and_for_which_visit(town: Town) -> None:
    payment = town.pay(town.book())
    page = browser_of(town, town.open_door(), town.payer).get(f"/payments/{payment.id}").text
    for words in ("Paid, thank you", "£17", "Thursday", payment.id, "Fees are in the price"):
        assert words in page


def test_the_letter_says_it_too_and_its_subject_names_nobody(town: Town) -> None:
    town.pay(town.book())
    (row,) = town.told("payment.received")
    with running_smtp() as server:
        settings = town.settings.model_copy(update={"smtp_host": "127.0.0.1", "smtp_port": server.port})
        letter = row.model_copy(update={"channel": "email", "address": "nell@example.org"})
        assert isinstance(Smtp(settings).send(letter), Sent)
    (arrived,) = server.letters
    assert WORDS in " ".join(arrived.get_content().split())
    assert "Nell" not in arrived["Subject"]
    assert "Terry" not in arrived["Subject"]


def test_the_chat_says_it_by_itself(town: Town) -> None:
    services = ChatServices(town.settings, LiveIndex(), understand)
    nell = sit_down(
        town.database, town.clock, lambda _database, _clock: town.worker, services, who="customer-self-funder"
    )
    nell.take("hello")
    town.pay(town.book())
    came = nell.take("[+1m]")["pushed"]
    assert any(WORDS in one["text"] for one in came)
    assert any("/payments/" in button["url"] for one in came for button in one["buttons"] if button["means"] == "link")


@pytest.mark.parametrize("role", [Role.CUSTOMER_SELF_FUNDER, Role.PA])
def test_who_opens_somebody_elses_link_sees_no_sum_and_begins_nothing(town: Town, role: Role) -> None:
    booking = town.book()
    payment = town.pay(booking)
    now = town.clock.now()
    with town.database.write() as session:
        other = county.person(session, "Walter Pym", now)
        provider = county.provider(session, "Gill Vane", now, email="gill@example.org")
        theirs = {"person_id": other.id} if role is Role.CUSTOMER_SELF_FUNDER else {"provider_id": provider.id}
        stranger = county.actor(session, role, "A Stranger", now, **theirs)
    browser = browser_of(town, town.open_door(), stranger)
    for page in (f"/payments/{payment.id}", f"/bookings/{booking.id}/pay", f"/people/{town.nell.id}/payments"):
        answer = browser.get(page)
        assert answer.status_code in (403, 404), page
        assert "£17" not in answer.text
        assert "Nell" not in answer.text
    pressed = browser.post(f"/bookings/{booking.id}/pay", {"way": "card_now", "seen_pence": "1700"}, seen_on="/account")
    assert pressed.status_code in (403, 404)
    assert len(town.at_stripe("checkout.session")) == 1
