"""Somebody stands in: the money goes to whoever came, at the price they were asked for, and the payer never pays twice."""

from dataclasses import dataclass
from datetime import timedelta

from market.bookings import queries as bookings
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.answers import agree_price, answer
from market.bookings.cascade.rules import ContactKind
from market.bookings.tables import Booking, Visit
from market.bookings.visiting import complete_visit, report_cannot_come
from market.core.actor import Actor, Role
from market.payments import queries
from market.payments.accounts import set_up
from market.payments.bank import promise, say_arrived, say_paid
from market.payments.paying import bill_for, choose_bank
from market.payments.pretend.faults import Fault
from market.payments.rules import DISPUTE_WINDOW, MoveKind, MoveState, Way
from providers.organisations.tables import Provider
from tests.factories import county
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books, set_fee
from tests.payments.town import Town


@dataclass
class Gill:
    """A worker whom Nell knows, and who stands in."""

    provider: Provider
    signed_in: Actor


def gill_in(town: Town, pence: int) -> Gill:
    """Gill, at so much an hour, ready to be paid."""
    now = town.clock.now()
    with town.database.write() as session:
        gill = county.provider(session, "Gill Vane", now, email="gill@example.org")
        listing = county.listing(session, gill, now, pence=pence)
        signed_in = county.actor(session, Role.PA, "Gill Vane", now, provider_id=gill.id)
        county.contact(
            session, town.nell, 1, "Gill Vane", now, kind=ContactKind.WORKER_KNOWN, provider_id=gill.id,
            listing_id=listing.id, account_id=signed_in.account_id,
        )  # fmt: skip
        set_up(session, signed_in, now=now)
    town.run()
    with town.database.read() as session:
        account = queries.account_of(session, gill.id)
        assert account is not None
        ref = str(account.account_ref)
    town.served.pretend.bank.fill_in(ref)
    town.settle()
    return Gill(gill, signed_in)


def terry_cannot_come(town: Town, visit: Visit) -> None:
    with town.database.write() as session:
        report_cannot_come(session, town.terry_signed_in, visit.id, "ill", now=town.clock.now())
    town.run()


def gill_says_yes(town: Town, failed: Visit) -> Visit:
    """She says yes, a dearer price is agreed to, and she stands in. Her visit."""
    with town.database.write() as session:
        cascade = cascades.cascade_of_visit(session, failed.id)
        assert cascade is not None
        (question,) = cascades.questions_of(session, cascade.id)
        answer(session, question.id, True, by=town.payer, now=town.clock.now())
        if question.dearer_pence:
            agree_price(session, town.payer, question.id, True, now=town.clock.now())
    town.settle()
    with town.database.read() as session:
        instead = bookings.substitute_of(session, failed.id)
        assert instead is not None
        return instead


def gill_does_it(town: Town, gill: Gill, visit: Visit) -> None:
    town.clock.set(visit.ends_at)
    town.served.clock.set(town.clock.now())
    with town.database.write() as session:
        complete_visit(session, gill.signed_in, visit.id, now=town.clock.now())
    town.settle()
    town.later(DISPUTE_WINDOW)


def sent_to(town: Town, provider: Provider) -> int:
    return sum(
        one.pence
        for one in town.moves()
        if one.kind is MoveKind.TRANSFER and one.provider_id == provider.id and one.state is MoveState.DONE
    )


def gone_back(town: Town) -> int:
    return sum(one.pence for one in town.moves() if one.kind is MoveKind.REFUND)


def charged(town: Town) -> int:
    return sum(int(str(one["amount"])) for one in town.at_stripe("charge"))


def covered(town: Town, pence: int, way: Way = Way.CARD_NOW) -> tuple[Gill, Booking, Visit, Visit]:
    """A visit of Terry's that was paid, and Gill, at this price, who stands in for it."""
    town.set_up_terry()
    gill, booking = gill_in(town, pence), town.book()
    (failed,) = town.visits(booking)
    town.pay(booking, way=way)
    terry_cannot_come(town, failed)
    return gill, booking, failed, gill_says_yes(town, failed)


def test_what_was_paid_pays_for_who_stands_in_and_nothing_is_charged_or_sent_back(town: Town) -> None:
    gill, _, failed, instead = covered(town, 1700)
    assert (town.money(failed).kept, town.money(instead).kept) == (0, 1700)
    gill_does_it(town, gill, instead)
    assert (sent_to(town, gill.provider), sent_to(town, town.terry)) == (1700, 0)
    assert (charged(town), gone_back(town)) == (1700, 0)
    check_books(town)


def test_when_who_stands_in_costs_less_only_the_difference_goes_back(town: Town) -> None:
    gill, _, _, instead = covered(town, 1500)
    assert gone_back(town) == 200
    gill_does_it(town, gill, instead)
    assert (sent_to(town, gill.provider), charged(town), gone_back(town)) == (1500, 1700, 200)
    check_books(town)


def test_when_who_stands_in_costs_more_only_the_difference_is_asked_for_and_shown(town: Town) -> None:
    gill, booking, _, instead = covered(town, 2000)
    assert (charged(town), gone_back(town)) == (1700, 0)
    (letter,) = town.told("payment.difference")
    assert "It costs £3 more" in letter.text
    with town.database.read() as session:
        assert bill_for(session, town.payer, booking.id, now=town.clock.now()).in_all == 300
    browser = browser_of(town, town.open_door(), town.payer)
    assert "£3" in browser.get(f"/bookings/{booking.id}/pay").text
    more = town.pay(booking)
    assert more.pence == 300
    gill_does_it(town, gill, instead)
    assert (sent_to(town, gill.provider), charged(town), gone_back(town)) == (2000, 2000, 0)
    check_books(town)


def test_a_kept_card_pays_the_difference_by_itself(town: Town) -> None:
    town.set_up_terry()
    gill, booking = gill_in(town, 2000), town.book(days=("TH",), weeks=1)
    first, _ = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    town.clock.set(first.starts_at - timedelta(hours=3))
    town.later(timedelta(0))
    terry_cannot_come(town, first)
    instead = gill_says_yes(town, first)
    assert town.told("payment.difference") == []
    assert town.money(instead).kept == 2000
    gill_does_it(town, gill, instead)
    assert (sent_to(town, gill.provider), gone_back(town)) == (2000, 0)
    check_books(town)


def test_a_card_that_is_being_charged_for_the_failed_visit_is_not_charged_for_the_other_too(town: Town) -> None:
    town.set_up_terry()
    gill, booking = gill_in(town, 1700), town.book(days=("TH",), weeks=1)
    _, second = town.visits(booking)
    town.pay(booking, way=Way.CARD_EACH)
    town.served.pretend.faults.always = Fault.BEFORE  # Stripe does not answer just now
    town.clock.set(second.starts_at - timedelta(days=2))
    town.later(timedelta(0))
    assert town.money(second).charging == 1700
    terry_cannot_come(town, second)
    instead = gill_says_yes(town, second)
    town.served.pretend.faults.none_any_more()
    town.later(timedelta(minutes=10))
    assert (town.money(second).kept, town.money(instead).kept) == (0, 1700)
    assert charged(town) == 3400
    gill_does_it(town, gill, instead)
    assert gone_back(town) == 0
    check_books(town)


def test_an_open_page_that_is_paid_after_all_pays_for_who_stands_in(town: Town) -> None:
    town.set_up_terry()
    gill, booking = gill_in(town, 1700), town.book()
    (failed,) = town.visits(booking)
    payment = town.start(booking)
    terry_cannot_come(town, failed)
    instead = gill_says_yes(town, failed)
    assert payment.page_ref
    town.served.pretend.bank.pay_page(payment.page_ref, "accepted")
    town.settle()
    assert (town.money(failed).kept, town.money(instead).kept) == (0, 1700)
    gill_does_it(town, gill, instead)
    assert (charged(town), gone_back(town), sent_to(town, gill.provider)) == (1700, 0, 1700)
    check_books(town)


def test_without_cover_all_of_it_goes_back(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    terry_cannot_come(town, visit)
    town.clock.set(visit.ends_at)
    town.later(timedelta(0))
    assert gone_back(town) == 1700
    check_books(town)


def test_who_stands_in_is_paid_by_bank_straight_where_that_is_the_way(town: Town) -> None:
    gill, booking = gill_in(town, 2000), town.book()
    (failed,) = town.visits(booking)
    with town.database.write() as session:
        choose_bank(session, town.payer, booking.id, now=town.clock.now())
    terry_cannot_come(town, failed)
    instead = gill_says_yes(town, failed)
    gill_does_it(town, gill, instead)
    with town.database.write() as session:
        plan = queries.locked_plan(session, booking.id)
        assert plan is not None
        row = promise(session, plan, gill.provider.id, by=town.payer, now=town.clock.now())
        say_paid(session, town.payer, row.id, now=town.clock.now())
        say_arrived(session, gill.signed_in, row.id, now=town.clock.now())
    assert (row.pence, town.money(instead).sent) == (2000, 2000)
    check_books(town)


def test_the_fee_is_the_one_that_was_frozen_with_the_booking(town: Town) -> None:
    set_fee(town, 1000)
    town.set_up_terry()
    gill, booking = gill_in(town, 1500), town.book()
    (failed,) = town.visits(booking)
    town.pay(booking)
    set_fee(town, 5000)
    terry_cannot_come(town, failed)
    instead = gill_says_yes(town, failed)
    gill_does_it(town, gill, instead)
    assert (sent_to(town, gill.provider), town.money(instead).fee, town.money(failed).fee) == (1350, 150, 0)
    check_books(town)


def test_a_dispute_about_what_was_carried_holds_the_money_of_who_stood_in(town: Town) -> None:
    gill, booking, failed, instead = covered(town, 1500)
    (payment,) = _payments(town, booking)
    town.clock.set(instead.ends_at)
    with town.database.write() as session:
        complete_visit(session, gill.signed_in, instead.id, now=town.clock.now())
    town.settle()
    dispute = town.served.pretend.bank.dispute(str(payment.charge_ref))
    town.settle()
    town.later(timedelta(days=5))
    assert sent_to(town, gill.provider) == 0
    assert town.money(instead).withdrawn == 1500
    town.served.pretend.bank.end_dispute(dispute["id"], won=True)
    town.settle()
    assert sent_to(town, gill.provider) == 1500
    assert town.money(failed).kept >= 0


def _payments(town: Town, booking: Booking):  # type: ignore[no-untyped-def]
    with town.database.read() as session:
        return queries.payments_of(session, booking.id)


def test_the_receipt_says_whose_visit_the_money_pays_for_now(town: Town) -> None:
    _, booking, failed, _ = covered(town, 1500)
    (payment,) = _payments(town, booking)
    browser = browser_of(town, town.open_door(), town.payer)
    assert "£2 goes back to the card" in browser.get(f"/visits/{failed.id}").text
    shown = browser.get(f"/payments/{payment.id}").text
    assert "£15 pays for Gill Vane, who stood in" in shown
    assert "£2 back" in shown
    story = browser_of(town, town.open_door(), town.officers[0]).get(f"/money-desk/{payment.id}").text
    assert "£15 now pays for the visit of who stands in" in story
