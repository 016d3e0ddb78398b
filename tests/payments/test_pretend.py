"""The pretend Stripe itself: it refuses what the installed SDK would not send, remembers keys, signs, and misbehaves as told."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import stripe

from market.payments.cards import PageOrder, TryLater
from market.payments.gateway import StripeCards
from market.payments.pretend.bank import Bank
from market.payments.pretend.faults import Fault
from market.payments.pretend.server import KEY, WEBHOOK_SECRET, signed
from market.payments.refunding import ask_refund
from tests.payments.conftest import Served
from tests.payments.town import Town

AUTH = {"authorization": f"Bearer {KEY}"}
PAGE = {
    "mode": "payment",
    "success_url": "https://us.example/back",
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "gbp",
    "line_items[0][price_data][unit_amount]": "1700",
    "line_items[0][price_data][product_data][name]": "A visit",
}


def post(served: Served, path: str, data: dict[str, str], **headers: str) -> httpx.Response:
    return httpx.post(served.address + path, data=data, headers=AUTH | headers)


def test_a_parameter_that_is_misspelt_or_was_removed_is_refused_by_name(pretend: Served) -> None:
    for name in ("sucess_url", "payment_method_types[0]"):
        answer = post(pretend, "/v1/checkout/sessions", PAGE | {name: "card"})
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "parameter_unknown"
        assert name.split("[")[0] in answer.json()["error"]["param"]


def test_a_parameter_that_is_missing_or_of_the_wrong_kind_is_refused_by_name(pretend: Served) -> None:
    missing = post(pretend, "/v1/transfers", {"amount": "100", "currency": "gbp"})
    assert (missing.status_code, missing.json()["error"]["param"]) == (400, "destination")
    wrong = post(pretend, "/v1/refunds", {"payment_intent": "pi_1", "amount": "a pound"})
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (400, "amount")


def test_an_address_that_the_sdk_does_not_know_is_refused_and_so_is_a_live_key(pretend: Served) -> None:
    assert post(pretend, "/v1/checkout/sesions", PAGE).status_code == 404
    answer = httpx.post(pretend.address + "/v1/refunds", headers={"authorization": "Bearer sk_live_1"})
    assert answer.status_code == 401


def test_a_key_gives_the_same_answer_again_and_is_refused_with_other_words(pretend: Served) -> None:
    first = post(pretend, "/v1/checkout/sessions", PAGE, **{"idempotency-key": "k"})
    again = post(pretend, "/v1/checkout/sessions", PAGE, **{"idempotency-key": "k"})
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    other = post(pretend, "/v1/checkout/sessions", PAGE | {"locale": "en-GB"}, **{"idempotency-key": "k"})
    assert other.json()["error"]["type"] == "idempotency_error"


def test_what_it_signs_is_signed_as_the_sdk_checks_it(pretend: Served) -> None:
    body = b'{"id": "evt_1"}'
    assert stripe.WebhookSignature.verify_header(body, signed(body, 1_700_000_000), WEBHOOK_SECRET)
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.WebhookSignature.verify_header(body + b" ", signed(body, 1_700_000_000), WEBHOOK_SECRET)


def test_a_lost_answer_was_a_done_deed_and_asking_again_finds_it(
    pretend: Served, stripe_cards: StripeCards, town: Town
) -> None:
    expires = town.clock.now() + timedelta(hours=1)
    order = PageOrder("pay_1", [("A visit", 1700)], "https://us.example/", "https://us.example/", expires)
    for fault in (Fault.BEFORE, Fault.TOO_MANY, Fault.AFTER):
        pretend.pretend.faults.queue.append(fault)
        with pytest.raises(TryLater):
            stripe_cards.open_page(order)
    assert stripe_cards.open_page(order).key == "pay_1"
    assert len(pretend.pretend.bank.all("checkout.session")) == 1


def test_webhooks_are_lost_repeated_and_muddled_as_told(pretend: Served) -> None:
    bank, faults = pretend.pretend.bank, pretend.pretend.faults
    bank.waiting = [str(n).encode() for n in range(40)]
    faults.drop, faults.repeat, faults.shuffle = 0.3, 0.5, True
    arrived = pretend.pretend.letters()
    assert len(set(arrived)) < 40
    assert len(arrived) > len(set(arrived))
    assert arrived != sorted(arrived)
    faults.none_any_more()
    faults.hold = True
    bank.waiting = [b"1"]
    assert pretend.pretend.letters() == []


def test_it_is_slow_as_told_and_forgets_keys_after_a_day(pretend: Served) -> None:
    pretend.pretend.faults.seconds = 0.05
    first = post(pretend, "/v1/checkout/sessions", PAGE, **{"idempotency-key": "k"})
    assert first.elapsed >= timedelta(seconds=0.05)
    pretend.pretend.faults.none_any_more()
    pretend.clock.move(timedelta(hours=23, minutes=59))
    assert post(pretend, "/v1/checkout/sessions", PAGE, **{"idempotency-key": "k"}).json() == first.json()
    pretend.clock.move(timedelta(minutes=1))
    assert post(pretend, "/v1/checkout/sessions", PAGE, **{"idempotency-key": "k"}).json()["id"] != first.json()["id"]


def test_it_goes_on_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    bank = Bank(lambda: 1_700_000_000, file)
    account = bank.put({"id": bank.new_ref("acct"), "object": "v2.core.account"})
    bank.keep()
    again = Bank(lambda: 1_700_000_000, file)
    assert again.get(account["id"]) == account
    assert again.new_ref("acct") != account["id"]


def test_each_of_its_pages_says_that_the_money_is_pretend(pretend: Served, town: Town) -> None:
    account = town.set_up_terry()
    payment = town.start(town.book())
    pay, behind = f"/pretend/pay/{payment.page_ref}", pretend.address
    pages = [httpx.get(behind + path).text for path in ("/", pay, f"/pretend/account/{account}")]
    pages.append(httpx.post(behind + pay, data={"card": "challenged"}).text)
    pages.append(httpx.post(behind + pay, data={"card": "declined"}).text)
    for page in pages:
        assert "Pretend money." in page
        assert "No bank, no card and no pound is behind it" in page


def test_its_bodies_have_the_shapes_that_stripe_gives(town: Town, shared: Path) -> None:
    """Each field it answers with is one of Stripe's, and of the same kind, by the example bodies that Stripe publishes."""
    examples: dict[str, Any] = json.loads((shared / "data/stripe-fixtures/fixtures3.json").read_text())["resources"]
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking, "disputed")
    (dispute,) = town.at_stripe("dispute")
    town.served.pretend.bank.end_dispute(str(dispute["id"]), won=True)
    town.done(visit)
    town.later(timedelta(days=3))
    town.served.pretend.bank.pay_out(str(town.at_stripe("v2.core.account")[0]["id"]), arrives=False)
    with town.database.write() as session:
        ask_refund(session, town.officers[0], visit.id, 100, "So.", limit=5000, now=town.clock.now())
    town.settle()
    seen = {"event"}
    for thing in [*town.served.pretend.bank.things.values(), town.served.pretend.bank.events[-1]]:
        if thing["object"] in examples:
            seen.add(thing["object"])
            _check_shape(thing, examples[thing["object"]])
    assert seen >= {
        "checkout.session", "payment_intent", "charge", "refund", "transfer", "transfer_reversal", "dispute", "event",
        "payment_method", "balance_transaction", "payout",
    }  # fmt: skip


def _check_shape(ours: dict[str, Any], example: dict[str, Any]) -> None:
    for name, value in ours.items():
        if name.startswith("_"):
            continue
        assert name in example or name in _OPTIONAL, f"{ours['object']} has no {name} at Stripe"
        theirs = example.get(name)
        if value is not None and theirs is not None and not isinstance(theirs, dict):
            assert isinstance(value, type(theirs)), f"{ours['object']}.{name}"


_OPTIONAL = {"failure_reason", "failure_code"}
"""Fields that Stripe leaves out until there is something to say."""
