"""Nobody looks after money of their own as staff: they do not find it, read it, give it back, agree to it or send it on."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlmodel import select
from starlette.applications import Starlette

from market.core.actor import Actor, Role
from market.payments.desk import find_payments, find_promises, payment_on_desk, people_on_desk, waiting_for
from market.payments.errors import YourOwnMoney
from market.payments.refunding import agree_refund, ask_refund, refuse_refund, send_all_the_same, settle_loss
from market.payments.rules import Bearer
from market.payments.tables import Payment, RefundAsked
from market.payments.visit_money import say_wrong
from market.people.rules import Scope
from market.people.tables import RoleGrant
from tests.factories import county
from tests.payments.test_disputes import browser_of
from tests.payments.town import Town


def is_the_person(town: Town, officer: Actor) -> Actor:
    with town.database.write() as session:
        session.add(
            RoleGrant(
                account_id=officer.account_id,
                role=Role.CUSTOMER_SELF_FUNDER,
                person_id=town.nell.id,
                starts_at=town.clock.now(),
            )
        )
    return officer


def stands_by_the_person(town: Town, officer: Actor) -> Actor:
    with town.database.write() as session:
        county.consent(session, town.nell, officer, town.clock.now(), Scope.SEE_MONEY)
    return officer


def paid_it(town: Town, officer: Actor) -> Actor:
    with town.database.write() as session:
        for payment in session.exec(select(Payment)):
            payment.asked_by = officer.account_id
            session.add(payment)
    return officer


def is_the_provider(town: Town, officer: Actor) -> Actor:
    return replace(officer, own_providers=frozenset({town.terry.id}))


STAKES = [is_the_person, stands_by_the_person, paid_it, is_the_provider]


def asked_of(town: Town, visit_id: str) -> RefundAsked:
    with town.database.write() as session:
        return ask_refund(session, town.officers[1], visit_id, 1500, "Late.", limit=1000, now=town.clock.now())


@pytest.mark.parametrize("stake", STAKES, ids=lambda stake: stake.__name__)
def test_an_officer_does_nothing_about_money_of_their_own(town: Town, stake: Callable[[Town, Actor], Actor]) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    payment = town.pay(booking, "disputed")
    (dispute,) = town.at_stripe("dispute")
    town.done(visit)
    town.behind(str(dispute["id"]), "lost")
    second = town.book()
    (visit,) = town.visits(second)
    also = town.pay(second)
    town.done(visit)
    with town.database.write() as session:
        settle_loss(session, town.officers[1], str(dispute["id"]), Bearer.US, now=town.clock.now())
        say_wrong(session, town.payer, visit.id, now=town.clock.now())
    asked, now = asked_of(town, visit.id), town.clock.now()
    officer = stake(town, town.officers[0])
    for attempt in (
        lambda s: payment_on_desk(s, officer, payment.id, now=now),
        lambda s: ask_refund(s, officer, visit.id, 100, "So.", limit=1000, now=now),
        lambda s: agree_refund(s, officer, asked.id, limit=1000, now=now),
        lambda s: refuse_refund(s, officer, asked.id, now=now),
        lambda s: send_all_the_same(s, officer, visit.id, now=now),
        lambda s: settle_loss(s, officer, str(dispute["id"]), Bearer.US, now=now),
    ):
        with pytest.raises(YourOwnMoney), town.database.write() as session:
            attempt(session)
    with town.database.write() as session:
        people = people_on_desk(session, officer, now=now)
        assert find_payments(session, officer, "", people) == []
        assert find_promises(session, officer, "", people) == []
        waiting = waiting_for(session, officer, people)
        assert (waiting.refunds, waiting.wrong, waiting.losses, waiting.failed) == ([], [], [], [])
    with town.database.write() as session:
        people = people_on_desk(session, town.officers[1], now=now)
        assert {one.id for one in find_payments(session, town.officers[1], "", people)} == {payment.id, also.id}
        assert len(waiting_for(session, town.officers[1], people).refunds) == 1


def test_the_page_says_that_another_officer_has_to(town: Town) -> None:
    payment = town.pay(town.book())
    app: Starlette = town.open_door()
    officer = browser_of(town, app, is_the_person(town, town.officers[0]))
    refused = officer.get(f"/money-desk/{payment.id}")
    assert refused.status_code == 403
    assert "Ask another officer" in refused.text
    assert payment.id not in officer.get("/money-desk").text
