"""Stripe itself. The only module that imports it; everything else speaks to the Protocol in cards.py.

Separate charges and transfers: the charge is ours, the transfer names the charge it comes from (`source_transaction`), so
that money is sent on only once it is there. A refund does not bring a transfer back: a reversal does. Every POST carries
our own id as its idempotency key, and the same id in its metadata, so that whatever is found at Stripe can be told apart.
"""

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import stripe

from market.core.money import Pence
from market.core.settings import Settings
from market.payments import answers
from market.payments.answers import OURS
from market.payments.cards import (
    AccountOrder,
    AccountSeen,
    CardOrder,
    CardSeen,
    DisputeSeen,
    Everything,
    Heard,
    KeyRefused,
    MoveOrder,
    MoveSeen,
    PageOrder,
    PageSeen,
    PaymentSeen,
    PayoutSeen,
    Rejected,
    TryLater,
)
from market.payments.errors import NotFromStripe
from market.payments.rules import MoveKind

CURRENCY = "gbp"
SECONDS = 20
TOLERATED = 300
_PAGES = ["payment_intent.latest_charge.balance_transaction", "payment_intent.payment_method"]
_INTENTS = ["latest_charge.balance_transaction", "payment_method"]

P = ParamSpec("P")
T = TypeVar("T")


def cards_from(settings: Settings) -> "StripeCards | None":
    """Stripe as the settings name it; None where card payment is not set up."""
    return StripeCards(settings) if settings.takes_cards else None


def _tells(verb: "Callable[Concatenate[StripeCards, P], T]") -> "Callable[Concatenate[StripeCards, P], T]":
    """A verb whose failures become `TryLater` or `Rejected`. Stripe's own words stay out of logs: only codes go on."""

    @wraps(verb)
    def told(self: "StripeCards", /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return verb(self, *args, **kwargs)
        except (stripe.APIConnectionError, stripe.RateLimitError) as trouble:
            raise TryLater(trouble.code or type(trouble).__name__) from trouble
        except stripe.StripeError as trouble:
            if trouble.http_status in (401, 403) and trouble.code != "account_invalid":
                raise KeyRefused(trouble.code or type(trouble).__name__) from trouble
            again = trouble.http_status is None or trouble.http_status >= 500 or trouble.http_status in (409, 429)
            raise (TryLater if again else Rejected)(trouble.code or type(trouble).__name__) from trouble

    return told


class StripeCards:
    """`Cards` by Stripe's API, or by whatever answers at the address that the settings name."""

    def __init__(self, settings: Settings) -> None:
        key = settings.stripe_key.get_secret_value()
        self._live = key.startswith(("sk_live_", "rk_live_"))
        self._secrets = [part.strip() for part in settings.stripe_webhook_secret.get_secret_value().split(",")]
        self._stripe = stripe.StripeClient(
            key,
            base_addresses={"api": settings.stripe_address},
            max_network_retries=0,  # the job tries again, with the same key
            http_client=stripe.RequestsClient(timeout=SECONDS),
        )

    @_tells
    def open_page(self, order: PageOrder) -> PaymentSeen:
        params: stripe.params.checkout.SessionCreateParams = {
            "mode": "payment",
            "allowed_payment_method_types": ["card"],
            "client_reference_id": order.key,
            "metadata": {OURS: order.key},
            "line_items": [_line(words, pence) for words, pence in order.lines],
            "payment_intent_data": {"metadata": {OURS: order.key}, "transfer_group": order.key},
            "success_url": order.back,
            "cancel_url": order.cancelled,
            "expires_at": int(order.expires_at.timestamp()),
            "locale": "en-GB",
        }
        if order.save_card:
            params["payment_intent_data"]["setup_future_usage"] = "off_session"
        if order.customer_ref:
            params["customer"] = order.customer_ref
        else:
            params["customer_creation"] = "always" if order.save_card else "if_required"
            if order.email:
                params["customer_email"] = order.email
        made = self._stripe.v1.checkout.sessions.create(params, {"idempotency_key": order.key})
        return answers.page(made.to_dict())

    @_tells
    def close_page(self, page_ref: str) -> None:
        try:
            self._stripe.v1.checkout.sessions.expire(page_ref)
        except stripe.InvalidRequestError:
            return  # paid or closed already: asking how it stands tells which

    @_tells
    def charge(self, order: CardOrder) -> PaymentSeen:
        try:
            intent = self._stripe.v1.payment_intents.create(
                {
                    "amount": order.pence,
                    "currency": CURRENCY,
                    "customer": order.customer_ref,
                    "payment_method": order.method_ref,
                    "allowed_payment_method_types": ["card"],
                    "off_session": True,
                    "confirm": True,
                    "description": order.words,
                    "metadata": {OURS: order.key},
                    "transfer_group": order.key,
                    "expand": _INTENTS,
                },
                {"idempotency_key": order.key},
            )
        except stripe.CardError as refused:
            return answers.refused(order, str(refused.code or ""), _error_of(refused))
        return answers.intent(intent.to_dict())

    @_tells
    def payment(self, *, page_ref: str = "", intent_ref: str = "") -> PaymentSeen:
        if page_ref:
            page = self._stripe.v1.checkout.sessions.retrieve(page_ref, {"expand": _PAGES})
            return answers.page(page.to_dict())
        return answers.intent(self._stripe.v1.payment_intents.retrieve(intent_ref, {"expand": _INTENTS}).to_dict())

    @_tells
    def forget_card(self, method_ref: str) -> None:
        try:
            self._stripe.v1.payment_methods.detach(method_ref)
        except stripe.InvalidRequestError:
            return  # not attached any more

    @_tells
    def keep_test_card(self, method: str, key: str) -> CardSeen:
        """Keep one of Stripe's own test cards, as a page would with somebody at it. Raises `Rejected` with live keys."""
        if self._live:
            raise Rejected("live_key")
        owner = self._stripe.v1.customers.create({"metadata": {OURS: key}}, {"idempotency_key": f"{key}:owner"})
        kept = self._stripe.v1.payment_methods.attach(method, {"customer": owner.id}, {"idempotency_key": key})
        return answers.kept_card(kept.to_dict())

    @_tells
    def move(self, order: MoveOrder) -> MoveSeen:
        options: stripe.RequestOptions = {"idempotency_key": order.key}
        ours = {OURS: order.key}
        if order.kind is MoveKind.REFUND:
            back = self._stripe.v1.refunds.create(
                {"payment_intent": order.of, "amount": order.pence, "metadata": ours}, options
            )
            return answers.refund(back.to_dict())
        if order.kind is MoveKind.REVERSAL:
            fetched = self._stripe.v1.transfers.reversals.create(
                order.of, {"amount": order.pence, "metadata": ours}, options
            )
            return answers.reversal(fetched.to_dict())
        sent = self._stripe.v1.transfers.create(
            {
                "amount": order.pence,
                "currency": CURRENCY,
                "destination": order.account_ref,
                "source_transaction": order.of,
                "transfer_group": order.group,
                "metadata": ours,
            },
            options,
        )
        return answers.transfer(sent.to_dict())

    @_tells
    def moved(self, kind: MoveKind, outside_ref: str, of: str) -> MoveSeen:
        if kind is MoveKind.REFUND:
            return answers.refund(self._stripe.v1.refunds.retrieve(outside_ref).to_dict())
        if kind is MoveKind.REVERSAL:
            return answers.reversal(self._stripe.v1.transfers.reversals.retrieve(of, outside_ref).to_dict())
        return answers.transfer(self._stripe.v1.transfers.retrieve(outside_ref).to_dict())

    @_tells
    def dispute(self, dispute_ref: str) -> DisputeSeen:
        return answers.dispute(self._stripe.v1.disputes.retrieve(dispute_ref).to_dict())

    @_tells
    def open_account(self, order: AccountOrder) -> AccountSeen:
        made = self._stripe.v2.core.accounts.create(
            {
                "contact_email": order.email,
                "display_name": order.name,
                "dashboard": "express",
                "identity": {"country": "gb", "entity_type": "company" if order.company else "individual"},
                "configuration": {
                    "recipient": {"capabilities": {"stripe_balance": {"stripe_transfers": {"requested": True}}}}
                },
                "defaults": {"responsibilities": {"losses_collector": "application", "fees_collector": "application"}},
                "include": ["configuration.recipient", "requirements"],
                "metadata": {OURS: order.key},
            },
            {"idempotency_key": order.key},
        )
        return answers.account(made.to_dict())

    @_tells
    def account(self, account_ref: str) -> AccountSeen:
        include: Any = ["configuration.recipient", "requirements"]
        return answers.account(self._stripe.v2.core.accounts.retrieve(account_ref, {"include": include}).to_dict())

    @_tells
    def payout(self, account_ref: str, payout_ref: str) -> PayoutSeen:
        options: stripe.RequestOptions = {"stripe_account": account_ref}
        return answers.payout(account_ref, self._stripe.v1.payouts.retrieve(payout_ref, None, options).to_dict())

    @_tells
    def account_page(self, account_ref: str, *, back: str, again: str, key: str) -> PageSeen:
        link = self._stripe.v2.core.account_links.create(
            {
                "account": account_ref,
                "use_case": {
                    "type": "account_onboarding",
                    "account_onboarding": {"return_url": back, "refresh_url": again},
                },
            },
            {"idempotency_key": key},
        )
        return PageSeen(link.url, answers.moment(link.expires_at))

    def read_webhook(self, body: bytes, signature: str, now: datetime) -> Heard:
        if not any(_is_signed(body, signature, secret) for secret in self._secrets):
            raise NotFromStripe
        signed_at = int(dict(part.split("=", 1) for part in signature.split(",") if "=" in part)["t"])
        if abs(now.timestamp() - signed_at) > TOLERATED:
            raise NotFromStripe
        try:
            said = json.loads(body)
            if bool(said["livemode"]) is not self._live:
                raise NotFromStripe
            return answers.heard(said)
        except (ValueError, KeyError, TypeError) as trouble:
            raise NotFromStripe from trouble

    @_tells
    def everything_since(self, since: datetime) -> Everything:
        made: Any = {"created": {"gte": int(since.timestamp())}, "limit": 100}
        api: Any = self._stripe.v1
        intents = _all(api.payment_intents.list(made | {"expand": ["data.latest_charge.balance_transaction"]}))
        moves = [answers.refund(one) for one in _all(api.refunds.list(made))]
        for sent in _all(api.transfers.list(made)):
            moves.append(answers.transfer(sent))
            moves += [answers.reversal(one) for one in sent["reversals"]["data"]]
        disputes = [answers.dispute(one) for one in _all(api.disputes.list(made))]
        return Everything([answers.intent(one) for one in intents], moves, disputes)


def _all(found: Any) -> list[dict[str, Any]]:
    """Every one, page after page, as plain dicts."""
    return [one.to_dict() for one in found.auto_paging_iter()]


def _is_signed(body: bytes, signature: str, secret: str) -> bool:
    try:
        return bool(secret) and bool(stripe.WebhookSignature.verify_header(body, signature, secret))
    except (stripe.SignatureVerificationError, UnicodeDecodeError):
        return False


def _line(words: str, pence: Pence) -> stripe.params.checkout.SessionCreateParamsLineItem:
    return {
        "quantity": 1,
        "price_data": {"currency": CURRENCY, "unit_amount": pence, "product_data": {"name": words}},
    }


def _error_of(refused: stripe.CardError) -> dict[str, Any]:
    answer: Any = refused.json_body or {}
    return dict(answer.get("error", {}))
