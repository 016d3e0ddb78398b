"""The bodies the pretend Stripe answers with: the fields ours reads, named and typed as Stripe has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class TestCard:
    """A card with no bank behind it. `number` is the one Stripe gives for the same in its test mode."""

    __test__ = False

    kind: str
    number: str
    words: str

    @property
    def last_four(self) -> str:
        return self.number[-4:]


CARDS: tuple[TestCard, ...] = (
    TestCard("accepted", "4242 4242 4242 4242", "The bank says yes"),
    TestCard("declined", "4000 0000 0000 0002", "The bank says no"),
    TestCard("challenged", "4000 0025 0000 3155", "The bank asks whether it is really you, each time"),
    TestCard("declined_later", "4000 0000 0000 0341", "The bank says yes now, and no when it is charged later"),
    TestCard("disputed", "4000 0000 0000 0259", "The bank says yes, and then asks for the money back"),
    TestCard("refund_fails", "4000 0000 0000 5126", "The bank says yes, and later takes no money back"),
)
TEST_METHODS: Mapping[str, str] = {
    "pm_card_visa": "accepted",
    "pm_card_chargeCustomerFail": "declined_later",
    "pm_card_authenticationRequired": "challenged",
    "pm_card_createDispute": "disputed",
    "pm_card_refundFail": "refund_fails",
}
"""What Stripe calls the test cards that can be kept, and which of ours plays each."""


def card_of(kind: str) -> TestCard:
    """The test card of this kind. Raises KeyError."""
    return {card.kind: card for card in CARDS}[kind]


def intent(ref: str, params: Body, created: int) -> Body:
    """A payment intent as it is made."""
    return {
        "id": ref,
        "object": "payment_intent",
        "amount": params["amount"],
        "amount_received": 0,
        "capture_method": "automatic",
        "created": created,
        "currency": params["currency"],
        "customer": params.get("customer"),
        "description": params.get("description"),
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": params.get("metadata", {}),
        "payment_method": params.get("payment_method"),
        "payment_method_types": ["card"],
        "setup_future_usage": params.get("setup_future_usage"),
        "status": "requires_payment_method",
        "transfer_group": params.get("transfer_group"),
    }


def page(ref: str, params: Body, created: int, address: str) -> Body:
    """A Checkout Session as it is made."""
    total = sum(line["price_data"]["unit_amount"] * line["quantity"] for line in params["line_items"])
    return {
        "id": ref,
        "object": "checkout.session",
        "amount_subtotal": total,
        "amount_total": total,
        "cancel_url": params.get("cancel_url"),
        "client_reference_id": params.get("client_reference_id"),
        "created": created,
        "currency": params["line_items"][0]["price_data"]["currency"],
        "customer": params.get("customer"),
        "customer_email": params.get("customer_email"),
        "expires_at": params.get("expires_at", created + 86_400),
        "livemode": False,
        "locale": params.get("locale"),
        "metadata": params.get("metadata", {}),
        "mode": params["mode"],
        "payment_intent": None,
        "payment_method_types": ["card"],
        "payment_status": "unpaid",
        "status": "open",
        "success_url": params["success_url"],
        "url": address,
    }


def cost_of(pence: int) -> int:
    """What the pretend Stripe takes of a charge: 1.5% and 20p, as Stripe does of a British card. 20 pounds for a dispute."""
    return round(pence * 0.015) + 20 if pence > 0 else 2000


def balance_transaction(ref: str, pence: int, created: int, kind: str) -> Body:
    """A change of our balance at Stripe, with Stripe's own fee."""
    fee = cost_of(pence)
    return {
        "id": ref,
        "object": "balance_transaction",
        "amount": pence,
        "created": created,
        "currency": "gbp",
        "fee": fee,
        "net": pence - fee,
        "type": kind,
    }


def payout(ref: str, account: str, created: int, *, arrives: bool) -> Body:
    """Money paid out of a connected account to its owner's bank."""
    return {
        "id": ref,
        "object": "payout",
        "amount": 1700,
        "arrival_date": created,
        "created": created,
        "currency": "gbp",
        "failure_code": None if arrives else "account_closed",
        "livemode": False,
        "metadata": {},
        "status": "paid" if arrives else "failed",
        "_account": account,
    }


def charge(ref: str, of: Body, created: int, card: TestCard, cost: str) -> Body:
    """The charge behind an intent that succeeded."""
    return {
        "id": ref,
        "object": "charge",
        "amount": of["amount"],
        "amount_captured": of["amount"],
        "amount_refunded": 0,
        "balance_transaction": cost,
        "captured": True,
        "created": created,
        "currency": of["currency"],
        "customer": of["customer"],
        "disputed": card.kind == "disputed",
        "livemode": False,
        "metadata": of["metadata"],
        "paid": True,
        "payment_intent": of["id"],
        "payment_method": of["payment_method"],
        "refunded": False,
        "transfer_group": of["transfer_group"],
    }


def method(ref: str, card: TestCard, customer: str | None, created: int) -> Body:
    """A card as it is kept. Which test card it is stands in its metadata: there is nothing else to know it by."""
    look = {"brand": "visa", "exp_month": 8, "exp_year": 2030, "last4": card.last_four, "funding": "debit"}
    return {
        "id": ref,
        "object": "payment_method",
        "card": look,
        "created": created,
        "customer": customer,
        "livemode": False,
        "metadata": {"pretend": card.kind},
        "type": "card",
    }


def customer(ref: str, params: Body, created: int) -> Body:
    """Somebody for whom cards are kept. We tell Stripe nothing of them."""
    return {
        "id": ref,
        "object": "customer",
        "created": created,
        "livemode": False,
        "metadata": params.get("metadata", {}),
    }


def refund(ref: str, params: Body, created: int, pence: int, charged: Body) -> Body:
    """Money going back to a card."""
    return {
        "id": ref,
        "object": "refund",
        "amount": pence,
        "charge": charged["id"],
        "created": created,
        "currency": charged["currency"],
        "metadata": params.get("metadata", {}),
        "payment_intent": charged["payment_intent"],
        "reason": params.get("reason"),
        "status": "succeeded",
    }


def transfer(ref: str, params: Body, created: int) -> Body:
    """Money sent on to a connected account."""
    nothing = {"object": "list", "data": [], "has_more": False, "url": f"/v1/transfers/{ref}/reversals"}
    return {
        "id": ref,
        "object": "transfer",
        "amount": params["amount"],
        "amount_reversed": 0,
        "created": created,
        "currency": params["currency"],
        "description": params.get("description"),
        "destination": params["destination"],
        "livemode": False,
        "metadata": params.get("metadata", {}),
        "reversals": nothing,
        "reversed": False,
        "source_transaction": params.get("source_transaction"),
        "transfer_group": params.get("transfer_group"),
    }


def reversal(ref: str, params: Body, created: int, pence: int, sent: Body) -> Body:
    """Money fetched back from a connected account."""
    return {
        "id": ref,
        "object": "transfer_reversal",
        "amount": pence,
        "created": created,
        "currency": sent["currency"],
        "metadata": params.get("metadata", {}),
        "transfer": sent["id"],
    }


def dispute(ref: str, charged: Body, created: int, moved: list[Body]) -> Body:
    """The payer's bank asks for a charge back."""
    return {
        "id": ref,
        "object": "dispute",
        "amount": charged["amount"],
        "balance_transactions": moved,
        "charge": charged["id"],
        "created": created,
        "currency": charged["currency"],
        "is_charge_refundable": False,
        "livemode": False,
        "metadata": {},
        "payment_intent": charged["payment_intent"],
        "reason": "fraudulent",
        "status": "needs_response",
    }


def account(ref: str, params: Body) -> Body:
    """A connected account of the second kind (Accounts v2) that nobody has filled in yet."""
    asked = {"status": "restricted", "status_details": []}
    return {
        "id": ref,
        "object": "v2.core.account",
        "contact_email": params.get("contact_email"),
        "display_name": params.get("display_name"),
        "dashboard": params.get("dashboard"),
        "configuration": {"recipient": {"capabilities": {"stripe_balance": {"stripe_transfers": asked}}}},
        "livemode": False,
        "metadata": params.get("metadata", {}),
        "requirements": {"entries": [{"description": "identity"}]},
    }
