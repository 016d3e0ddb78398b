"""What the pretend Stripe keeps and does: pages, intents, charges, refunds, transfers, disputes, accounts, events."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from market.payments.pretend import shapes
from market.payments.pretend.shapes import Body, TestCard, card_of

VERSION = "pretend"
KEYS_LAST = 86_400
"""Seconds for which a key is remembered, as at Stripe. After that the same key is a new asking."""


class Refused(Exception):
    """An answer that is an error, as Stripe words it."""

    def __init__(self, status: int, kind: str, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body: Body = {"error": {"type": kind, "message": message, **facts}}


def wrong(message: str, code: str, **facts: Any) -> Refused:
    """A request that cannot be done as asked."""
    return Refused(400, "invalid_request_error", message, code=code, **facts)


class Bank:
    """Everything that is known, kept in a file where one is given, so that a demo goes on after a restart."""

    def __init__(self, seconds: Callable[[], float], file: Path | None = None) -> None:
        self.lock = RLock()
        self.things: dict[str, Body] = {}
        self.answers: dict[str, tuple[str, int, Body, int]] = {}
        self.events: list[Body] = []
        self.waiting: list[bytes] = []
        self.address = ""
        self._count = 0
        self._seconds = seconds
        self._file = file
        if file is not None and file.exists():
            kept = json.loads(file.read_text(encoding="utf-8"))
            self.things, self._count = kept["things"], kept["count"]
            self.answers = {key: tuple(value) for key, value in kept["answers"].items() if len(value) == 4}

    @property
    def now(self) -> int:
        return int(self._seconds())

    def keep(self) -> None:
        """Write everything down."""
        if self._file is not None:
            kept = {"things": self.things, "answers": self.answers, "count": self._count}
            self._file.write_text(json.dumps(kept), encoding="utf-8")

    def answered(self, key: str) -> tuple[str, int, Body] | None:
        """What was answered under a key, as long as it is remembered: the asking's mark, the status and the body."""
        known = self.answers.get(key)
        return known[:3] if known and self.now < known[3] + KEYS_LAST else None

    def answer(self, key: str, mark: str, status: int, body: Body) -> None:
        """Remember what was answered under a key."""
        self.answers[key] = (mark, status, body, self.now)

    @staticmethod
    def iso(seconds: int) -> str:
        """An instant as the second kind of answer (v2) has it."""
        return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")

    def new_ref(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}_pretend{self._count:06d}"

    def put(self, body: Body) -> Body:
        self.things[body["id"]] = body
        return body

    def get(self, ref: str, kind: str = "") -> Body:
        """The thing with this id. Raises `Refused`."""
        found = self.things.get(ref)
        if found is None or (kind and found["object"] != kind):
            raise Refused(404, "invalid_request_error", f"No such {kind or 'object'}: '{ref}'", code="resource_missing")
        return found

    def all(self, kind: str) -> list[Body]:
        """Every thing of a kind, newest first, as Stripe lists them."""
        return [one for one in reversed(self.things.values()) if one["object"] == kind]

    def tell(self, name: str, thing: Body, account: str = "") -> None:
        """Write a webhook down; who runs the server sends it."""
        event: Body = {
            "id": self.new_ref("evt"),
            "object": "event",
            "api_version": VERSION,
            "created": self.now,
            "data": {"object": thing},
            "livemode": False,
            "pending_webhooks": 1,
            "request": {"id": None, "idempotency_key": None},
            "type": name,
        }
        if account:
            event["account"] = account
        self._send(event)

    def tell_thinly(self, name: str, account: str) -> None:
        """The kind of webhook that only names its object (Accounts v2)."""
        related = {"id": account, "type": "v2.core.account", "url": f"/v2/core/accounts/{account}"}
        event = {"id": self.new_ref("evt"), "object": "v2.core.event", "type": name, "created": self.iso(self.now)}
        self._send({**event, "livemode": False, "related_object": related})

    def _send(self, event: Body) -> None:
        self.events.append(event)
        self.waiting.append(json.dumps(event).encode())

    # Paying

    def pay_page(self, ref: str, kind: str, *, said_yes: bool | None = None) -> str:
        """Somebody uses a test card on a page: "paid", "declined" or "challenge". `said_yes` answers the challenge."""
        page, card = self.get(ref, "checkout.session"), card_of(kind)
        if page["status"] != "open":
            return str(page["status"])
        if self.now >= page["expires_at"]:
            self.close_page(page)
            return "expired"
        intent = self._intent_of(page)
        if kind == "challenged" and said_yes is None:
            intent["status"] = "requires_action"
            return "challenge"
        if kind == "declined" or said_yes is False:
            code = "authentication_required" if said_yes is False else "card_declined"
            self._decline(intent, code)
            return "declined"
        self._succeed(intent, card)
        page |= {"status": "complete", "payment_status": "paid", "customer": intent["customer"]}
        self.tell("checkout.session.completed", page)
        return "paid"

    def _intent_of(self, page: Body) -> Body:
        if page["payment_intent"]:
            return self.get(page["payment_intent"])
        data = self.things[page["id"]].get("_intent", {})
        asked = {"amount": page["amount_total"], "currency": page["currency"], "customer": page["customer"], **data}
        intent = self.put(shapes.intent(self.new_ref("pi"), asked, self.now))
        page["payment_intent"] = intent["id"]
        return intent

    def close_page(self, page: Body) -> None:
        page["status"], page["url"] = "expired", None
        self.tell("checkout.session.expired", page)

    def charge_saved(self, params: Body) -> Body:
        """An intent made and confirmed while the owner of the card is away. Raises `Refused` as Stripe does."""
        method = self.get(params["payment_method"], "payment_method")
        if method["customer"] is None or method["customer"] != params.get("customer"):
            raise wrong("The payment method is not attached to this customer.", "payment_method_unexpected_state")
        intent = self.put(shapes.intent(self.new_ref("pi"), params, self.now))
        card = card_of(method["metadata"]["pretend"])
        if card.kind in ("challenged", "declined_later", "declined"):
            code = "authentication_required" if card.kind == "challenged" else "card_declined"
            self._decline(intent, code)
            raise Refused(402, "card_error", "The card was not charged.", code=code, payment_intent=intent)
        self._succeed(intent, card)
        return intent

    def _decline(self, intent: Body, code: str) -> None:
        decline = "authentication_required" if code == "authentication_required" else "generic_decline"
        intent["status"] = "requires_payment_method"
        intent["last_payment_error"] = {"type": "card_error", "code": code, "decline_code": decline}
        self.tell("payment_intent.payment_failed", intent)

    def _succeed(self, intent: Body, card: TestCard) -> None:
        if intent["setup_future_usage"] and not intent["customer"]:
            intent["customer"] = self.put(shapes.customer(self.new_ref("cus"), {}, self.now))["id"]
        if not intent["payment_method"]:
            owner = intent["customer"] if intent["setup_future_usage"] else None
            intent["payment_method"] = self.put(shapes.method(self.new_ref("pm"), card, owner, self.now))["id"]
        cost = self.put(shapes.balance_transaction(self.new_ref("txn"), intent["amount"], self.now, "charge"))
        charged = self.put(shapes.charge(self.new_ref("ch"), intent, self.now, card, cost["id"]))
        intent |= {"status": "succeeded", "amount_received": intent["amount"], "latest_charge": charged["id"]}
        intent["last_payment_error"] = None
        self.tell("payment_intent.succeeded", intent)
        if card.kind == "disputed":
            self.dispute(charged["id"])

    # Disputes and accounts: what the people behind a test do

    def dispute(self, charge_ref: str) -> Body:
        """The payer's bank asks for a charge back."""
        charged = self.get(charge_ref, "charge")
        taken = shapes.balance_transaction(self.new_ref("txn"), -charged["amount"], self.now, "adjustment")
        opened = self.put(shapes.dispute(self.new_ref("dp"), charged, self.now, [taken]))
        charged["disputed"] = True
        self.tell("charge.dispute.created", opened)
        return opened

    def end_dispute(self, dispute_ref: str, *, won: bool) -> None:
        """It ends, for us or against us."""
        ended = self.get(dispute_ref, "dispute")
        ended["status"] = "won" if won else "lost"
        self.tell("charge.dispute.closed", ended)

    def fill_in(self, account_ref: str, *, ready: bool = True) -> None:
        """A provider goes through Stripe's page, or is stopped by Stripe later."""
        account = self.get(account_ref, "v2.core.account")
        asked = account["configuration"]["recipient"]["capabilities"]["stripe_balance"]["stripe_transfers"]
        asked["status"] = "active" if ready else "restricted"
        account["requirements"]["entries"] = []
        self.tell_thinly("v2.core.account[configuration.recipient].capability_status_updated", account_ref)

    def pay_out(self, account_ref: str, *, arrives: bool = True) -> Body:
        """Stripe pays out to the provider's own bank, which takes it or refuses it."""
        self.get(account_ref, "v2.core.account")
        made = shapes.payout(self.new_ref("po"), account_ref, self.now, arrives=arrives)
        self.tell("payout.paid" if arrives else "payout.failed", self.put(made), account=account_ref)
        return made

    def fail_refund(self, refund_ref: str) -> None:
        """The card's bank sends a refund back to us, after it had seemed to be through."""
        failed = self.get(refund_ref, "refund")
        failed |= {"status": "failed", "failure_reason": "expired_or_canceled_card"}
        charged = self.get(failed["charge"])
        charged["amount_refunded"] -= failed["amount"]
        self.tell("refund.failed", failed)
