"""Reading what Stripe answers and sends: its bodies, as plain dicts, into our own values. Knows its words, not its SDK."""

from datetime import UTC, datetime
from typing import Any

from market.payments.cards import (
    AccountSeen,
    CardOrder,
    CardSeen,
    DisputeSeen,
    Heard,
    MoveSeen,
    PaymentSeen,
    PayoutSeen,
)
from market.payments.rules import AccountState, DisputeState, MoveKind, MoveState, PaymentState

Body = dict[str, Any]

OURS = "alongside"
_NEEDS_OWNER = {"authentication_required", "requires_action"}


def heard(said: dict[str, Any]) -> Heard:
    """A webhook with its object inside, or a thin one that only names it (Accounts v2)."""
    if said["object"] == "v2.core.event":
        about, happened = said["related_object"]["id"], moment(said["created"])
        return Heard(said["id"], said["type"], about, about, happened)
    thing = said["data"]["object"]
    happened = datetime.fromtimestamp(said["created"], UTC)
    return Heard(said["id"], said["type"], str(thing.get("id") or ""), str(said.get("account") or ""), happened)


def moment(value: Any) -> datetime:
    """V2 answers carry instants as text, and the SDK may have read it already."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return datetime.fromisoformat(str(value).replace("Z", "+00:00")).astimezone(UTC)


def _key(thing: Body) -> str:
    return str((thing.get("metadata") or {}).get(OURS) or "")


def _id(thing: Any) -> str:
    """An object, or only its id."""
    return thing if isinstance(thing, str) else (str(thing["id"]) if thing else "")


def page(shown: Body) -> PaymentSeen:
    inner, state = shown["payment_intent"], PaymentState.OPEN
    if shown["status"] == "expired":
        state = PaymentState.LAPSED
    elif shown["status"] == "complete" and shown["payment_status"] == "paid":
        state = PaymentState.PAID
    whole: Body = inner if isinstance(inner, dict) else {}
    return PaymentSeen(
        key=_key(shown),
        state=state,
        pence=shown["amount_total"],
        page_ref=shown["id"],
        page_address=shown.get("url") or "",
        intent_ref=_id(inner),
        charge_ref=_id(whole.get("latest_charge")),
        cost=_cost(whole.get("latest_charge")),
        card=_card(whole) if whole and state is PaymentState.PAID else None,
    )


def _cost(charge: Any) -> int:
    """Stripe's fee for a charge, where it has worked it out and told us of it whole."""
    moved = charge.get("balance_transaction") if isinstance(charge, dict) else None
    return int(moved["fee"]) if isinstance(moved, dict) else 0


_STATES = {
    "succeeded": PaymentState.PAID,
    "requires_action": PaymentState.NEEDS_PAYER,
    "canceled": PaymentState.LAPSED,
}


def intent(made: Body) -> PaymentSeen:
    state, why = _STATES.get(made["status"], PaymentState.WANTED), ""
    trouble: Body = made.get("last_payment_error") or {}
    if made["status"] == "requires_payment_method" and trouble:
        why = str(trouble.get("decline_code") or trouble.get("code") or "")
        needs_owner = {trouble.get("code"), trouble.get("decline_code")} & _NEEDS_OWNER
        state = PaymentState.NEEDS_PAYER if needs_owner else PaymentState.DECLINED
    return PaymentSeen(
        key=_key(made),
        state=state,
        pence=made["amount"],
        intent_ref=made["id"],
        charge_ref=_id(made.get("latest_charge")),
        cost=_cost(made.get("latest_charge")),
        refused_why=why,
        card=_card(made),
    )


def _card(intent: Body) -> CardSeen | None:
    """The card behind an intent, where it was kept for later and Stripe told us of it whole."""
    method = intent.get("payment_method")
    if not isinstance(method, dict) or not intent.get("customer") or intent["setup_future_usage"] != "off_session":
        return None
    return kept_card(method | {"customer": intent["customer"]})


def kept_card(method: Body) -> CardSeen:
    """A card that is kept for its owner."""
    card = method["card"]
    ends = f"{card['exp_month']:02d}/{card['exp_year']}"
    return CardSeen(_id(method["customer"]), method["id"], card["brand"], card["last4"], ends)


def refused(order: CardOrder, code: str, body: Body) -> PaymentSeen:
    """A card that said no is an answer, not a failure. `body` is the error as Stripe sent it."""
    intent = body.get("payment_intent") or {}
    state = PaymentState.NEEDS_PAYER if code in _NEEDS_OWNER else PaymentState.DECLINED
    why = str(body.get("decline_code") or code)
    return PaymentSeen(order.key, state, order.pence, intent_ref=str(intent.get("id") or ""), refused_why=why)


_REFUNDS = {"succeeded": MoveState.DONE, "failed": MoveState.FAILED, "canceled": MoveState.FAILED}


def refund(back: Body) -> MoveSeen:
    state = _REFUNDS.get(back["status"], MoveState.SENT)
    why, of = str(back.get("failure_reason") or ""), _id(back.get("payment_intent"))
    return MoveSeen(_key(back), MoveKind.REFUND, state, back["amount"], back["id"], of, why)


def transfer(sent: Body) -> MoveSeen:
    of = _id(sent.get("source_transaction"))
    return MoveSeen(_key(sent), MoveKind.TRANSFER, MoveState.DONE, sent["amount"], sent["id"], of)


def reversal(fetched: Body) -> MoveSeen:
    of = _id(fetched["transfer"])
    return MoveSeen(_key(fetched), MoveKind.REVERSAL, MoveState.DONE, fetched["amount"], fetched["id"], of)


_ENDED = {"won": DisputeState.WON, "warning_closed": DisputeState.WON, "prevented": DisputeState.WON}


def dispute(asked: Body) -> DisputeSeen:
    """An inquiry ("warning") takes no money back yet."""
    status = str(asked["status"])
    state = DisputeState.LOST if status == "lost" else _ENDED.get(status, DisputeState.OPEN)
    pence = 0 if status.startswith("warning") else asked["amount"]
    cost = sum(int(moved["fee"]) for moved in asked.get("balance_transactions") or ())
    return DisputeSeen(asked["id"], _id(asked["charge"]), pence, asked["reason"], state, cost)


_PAYOUTS = {"paid": MoveState.DONE, "failed": MoveState.FAILED, "canceled": MoveState.FAILED}


def payout(account_ref: str, paid: Body) -> PayoutSeen:
    state, made_at = _PAYOUTS.get(paid["status"], MoveState.SENT), datetime.fromtimestamp(paid["created"], UTC)
    return PayoutSeen(account_ref, state, paid["amount"], made_at, str(paid.get("failure_code") or ""))


def account(opened: Body) -> AccountSeen:
    """Ready once Stripe lets the account take transfers. Not filled in yet looks as "restricted" does: it wants more."""
    recipient: Body = (opened.get("configuration") or {}).get("recipient") or {}
    balance: Body = (recipient.get("capabilities") or {}).get("stripe_balance") or {}
    status = (balance.get("stripe_transfers") or {}).get("status", "pending")
    entries = (opened.get("requirements") or {}).get("entries")
    if status == "active":
        return AccountSeen(opened["id"], AccountState.READY)
    waits = status == "pending" or (status == "restricted" and entries)
    return AccountSeen(opened["id"], AccountState.FILLING_IN if waits else AccountState.STOPPED)
