"""Steps of paying: pages, kept cards, banks that say no or ask a question, money that goes back, and disputes."""

from datetime import timedelta

from market.payments.cards import CardOrder, CardSeen, DisputeSeen, MoveOrder, PageOrder, PaymentSeen
from market.payments.rules import DisputeState, MoveKind, MoveState, PaymentState
from market.payments.smoke.trying import PENCE, ByHand, Trying, must, refused

ACCEPTED = "pm_card_visa"
DECLINED_LATER = "pm_card_chargeCustomerFail"
CHALLENGED = "pm_card_authenticationRequired"
DISPUTED = "pm_card_createDispute"
REFUND_FAILS = "pm_card_refundFail"
"""Stripe's own names for test cards (docs.stripe.com/testing); the pretend Stripe knows the same."""


def _page_order(run: Trying, key: str) -> PageOrder:
    lines, until = [("Smoke test, one pound", PENCE)], run.now + timedelta(hours=1)
    return PageOrder(key, lines, "https://example.org/back", "https://example.org/no", until, save_card=True)


def open_page(run: Trying) -> str:
    key = run.new_key()
    page = run.cards.open_page(_page_order(run, key))
    must(page.state is PaymentState.OPEN, f"it is {page.state}")
    run.made |= {"page": page.page_ref, "page_key": key}
    return page.page_ref


def same_page(run: Trying) -> str:
    again = run.cards.open_page(_page_order(run, run.got("page_key")))
    must(again.page_ref == run.got("page"), "a second page was made")
    return "the same page"


def ask_page(run: Trying) -> str:
    seen = run.cards.payment(page_ref=run.got("page"))
    must(seen.key == run.got("page_key"), "it does not carry our key")
    return str(seen.state)


def close_page(run: Trying) -> str:
    run.cards.close_page(run.got("page"))
    seen = run.cards.payment(page_ref=run.got("page"))
    must(seen.state is PaymentState.LAPSED, f"it is {seen.state}")
    return "nobody can pay on it any more"


def pay_page(run: Trying) -> str:
    """A page that a human has paid is looked at, and its kept card is charged; else one is opened for them."""
    if not run.page_ref:
        page = run.cards.open_page(_page_order(run, run.new_key()))
        raise ByHand(
            f"Within an hour open {page.page_address} and pay: first with 4000 0000 0000 0002 (the bank says no), then "
            "4000 0027 6000 3184 and refuse the bank’s question, then 4242 4242 4242 4242. "
            f"Then run: alongside stripe-smoke --page {page.page_ref}"
        )
    seen = run.cards.payment(page_ref=run.page_ref)
    must(seen.state is PaymentState.PAID, f"the page is {seen.state}")
    must(seen.card is not None, "its card was not kept")
    later = _charge(run, seen.card) if seen.card else seen
    must(later.state is PaymentState.PAID, f"its kept card is {later.state}: {later.refused_why}")
    return f"paid, and its kept card pays again: {later.intent_ref}"


def keep_card(run: Trying) -> str:
    card = run.cards.keep_test_card(ACCEPTED, run.new_key())
    run.made |= {"customer": card.customer_ref, "method": card.method_ref}
    return f"{card.make} ending {card.last_four}, until {card.ends}"


def _kept(run: Trying) -> CardSeen:
    return CardSeen(run.got("customer"), run.got("method"), "", "", "")


def _charge(run: Trying, card: CardSeen, key: str = "") -> PaymentSeen:
    order = CardOrder(key or run.new_key(), PENCE, card.customer_ref, card.method_ref, "Smoke test")
    return run.cards.charge(order)


def charge(run: Trying) -> str:
    key = run.new_key()
    paid = _charge(run, _kept(run), key)
    must(paid.state is PaymentState.PAID, f"it is {paid.state}: {paid.refused_why}")
    must(bool(paid.charge_ref), "it has no charge")
    must(paid.key == key, "it does not carry our key")
    run.made |= {"intent": paid.intent_ref, "charge": paid.charge_ref, "charge_key": key}
    return f"paid: {paid.intent_ref}"


def charge_again(run: Trying) -> str:
    again = _charge(run, _kept(run), run.got("charge_key"))
    must(again.intent_ref == run.got("intent"), "it was charged twice")
    return "the same payment"


def ask_charge(run: Trying) -> str:
    seen = run.cards.payment(intent_ref=run.got("intent"))
    must(seen.state is PaymentState.PAID, f"it is {seen.state}")
    return f"paid, at a cost of {seen.cost}p" if seen.cost else "paid; Stripe’s own fee is not worked out yet"


def declined(run: Trying) -> str:
    return _not_paid(run, DECLINED_LATER, PaymentState.DECLINED)


def challenged(run: Trying) -> str:
    return _not_paid(run, CHALLENGED, PaymentState.NEEDS_PAYER)


def _not_paid(run: Trying, method: str, state: PaymentState) -> str:
    seen = _charge(run, run.cards.keep_test_card(method, run.new_key()))
    must(seen.state is state, f"it is {seen.state}")
    must(run.cards.payment(intent_ref=seen.intent_ref).state is state, "asked again, it stands otherwise")
    return f"{seen.state}: {seen.refused_why}"


def forget_card(run: Trying) -> str:
    run.cards.forget_card(run.got("method"))
    run.cards.forget_card(run.got("method"))
    return refused(lambda: _charge(run, _kept(run)))


def no_card(run: Trying) -> str:
    return refused(lambda: _charge(run, CardSeen("cus_never_made", ACCEPTED, "", "", "")))


def refund_part(run: Trying) -> str:
    order = MoveOrder(run.new_key(), MoveKind.REFUND, 40, run.got("intent"))
    first, again = run.cards.move(order), run.cards.move(order)
    must(first.state in (MoveState.SENT, MoveState.DONE), f"it is {first.state}")
    must(first.outside_ref == again.outside_ref, "asked twice, it went back twice")
    seen = run.cards.moved(MoveKind.REFUND, first.outside_ref, run.got("intent"))
    must(seen.pence == 40, f"{seen.pence}p went back")
    return f"40p, {seen.state}: {first.outside_ref}"


def refund_rest(run: Trying) -> str:
    back = run.cards.move(MoveOrder(run.new_key(), MoveKind.REFUND, PENCE - 40, run.got("intent")))
    must(back.state in (MoveState.SENT, MoveState.DONE), f"it is {back.state}")
    return f"{PENCE - 40}p, {back.state}"


def refund_more(run: Trying) -> str:
    return refused(lambda: run.cards.move(MoveOrder(run.new_key(), MoveKind.REFUND, 1, run.got("intent"))))


def no_refund(run: Trying) -> str:
    return refused(lambda: run.cards.move(MoveOrder(run.new_key(), MoveKind.REFUND, PENCE, "pi_never_made")))


def refund_fails(run: Trying) -> str:
    paid = _charge(run, run.cards.keep_test_card(REFUND_FAILS, run.new_key()))
    must(paid.state is PaymentState.PAID, f"it is {paid.state}: {paid.refused_why}")
    back = run.cards.move(MoveOrder(run.new_key(), MoveKind.REFUND, PENCE, paid.intent_ref))

    def failed() -> bool:
        return run.cards.moved(MoveKind.REFUND, back.outside_ref, paid.intent_ref).state is MoveState.FAILED

    must(run.wait_for(failed), f"{back.outside_ref} has not failed yet")
    return "it came back to us, and says so"


def dispute(run: Trying) -> str:
    paid = _charge(run, run.cards.keep_test_card(DISPUTED, run.new_key()))
    must(paid.state is PaymentState.PAID, f"it is {paid.state}: {paid.refused_why}")
    found: list[DisputeSeen] = []

    def told() -> bool:
        whole = run.cards.everything_since(run.now - timedelta(days=1))
        found.extend(one for one in whole.disputes if one.charge_ref == paid.charge_ref)
        return bool(found)

    must(run.wait_for(told), "no dispute has come")
    seen = run.cards.dispute(found[0].id)
    must(seen.state is DisputeState.OPEN, f"it is {seen.state}")
    return f"open, {seen.pence}p: {seen.id}"
