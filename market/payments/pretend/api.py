"""The operations of the pretend Stripe: parameters that were checked go in, a body comes out."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from market.payments.pretend import shapes
from market.payments.pretend.bank import Bank, Refused, wrong
from market.payments.pretend.shapes import Body

Does = Callable[[Bank, Mapping[str, str], Body], Body]
HALF_AN_HOUR, A_DAY = 1_800, 86_400
ACCOUNT = "_account"
"""Where the account of a request stands that is made in a connected account's name."""


def do(bank: Bank, verb: str, path: str, ids: Mapping[str, str], params: Body) -> Body:
    """Do what an operation asks. Raises `Refused`; 501 for what this pretence does not know."""
    does = OPERATIONS.get((verb, path))
    if does is None:
        raise Refused(501, "api_error", f"The pretend Stripe does not do this: {verb} {path}")
    return _expanded(bank, does(bank, ids, params), params.get("expand", ()))


def _expanded(bank: Bank, body: Body, wanted: Any) -> Body:
    """A copy with the ids that were asked for replaced by what they name. What begins with _ is ours alone."""
    shown = {key: value for key, value in deepcopy(body).items() if not key.startswith("_")}
    for path in wanted:
        _expand(bank, shown, path.split("."))
    return shown


def _expand(bank: Bank, body: Any, path: list[str]) -> None:
    if isinstance(body, list):
        for one in body:
            _expand(bank, one, path)
        return
    value = body.get(path[0])
    if isinstance(value, str) and value in bank.things:
        body[path[0]] = value = deepcopy(bank.things[value])
    if len(path) > 1 and value is not None:
        _expand(bank, value, path[1:])


def _open_page(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    if not params.get("line_items") or params.get("mode") != "payment":
        raise wrong("A page in payment mode has line items.", "parameter_missing", param="line_items")
    expires = params.get("expires_at", bank.now + A_DAY)
    if not bank.now + HALF_AN_HOUR <= expires <= bank.now + A_DAY:
        raise wrong("The page must stay open for half an hour to a day.", "parameter_invalid", param="expires_at")
    ref = bank.new_ref("cs_test")
    page = bank.put(shapes.page(ref, params, bank.now, f"{bank.address}/pretend/pay/{ref}"))
    page["_intent"] = params.get("payment_intent_data", {})
    page["_lines"] = [[line["price_data"]["product_data"]["name"], line["price_data"]["unit_amount"]]
                      for line in params["line_items"]]  # fmt: skip
    return page


def _close_page(bank: Bank, ids: Mapping[str, str], _params: Body) -> Body:
    page = bank.get(ids["session"], "checkout.session")
    if page["status"] != "open":
        raise wrong("Only open pages can be closed.", "resource_invalid_state")
    bank.close_page(page)
    return page


def _charge(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    if not params.get("confirm") or not params.get("payment_method"):
        raise wrong("The pretend Stripe only charges saved cards here.", "parameter_missing", param="payment_method")
    return bank.charge_saved(params)


def _get(kind: str, part: str) -> Does:
    return lambda bank, ids, _params: bank.get(ids[part], kind)


def _page(bank: Bank, ids: Mapping[str, str], _params: Body) -> Body:
    page = bank.get(ids["session"], "checkout.session")
    if page["status"] == "open" and bank.now >= page["expires_at"]:
        bank.close_page(page)
    return page


def _detach(bank: Bank, ids: Mapping[str, str], _params: Body) -> Body:
    method = bank.get(ids["payment_method"], "payment_method")
    if method["customer"] is None:
        raise wrong("The payment method is not attached to a customer.", "payment_method_unexpected_state")
    method["customer"] = None
    return method


def _owner(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    return bank.put(shapes.customer(bank.new_ref("cus"), params, bank.now))


def _attach(bank: Bank, ids: Mapping[str, str], params: Body) -> Body:
    """One of Stripe's test cards is kept: each time another, as there."""
    kind = shapes.TEST_METHODS.get(ids["payment_method"])
    if kind is None:
        raise Refused(
            404, "invalid_request_error", f"No such PaymentMethod: '{ids['payment_method']}'", code="resource_missing"
        )
    owner = bank.get(params["customer"], "customer")
    return bank.put(shapes.method(bank.new_ref("pm"), shapes.card_of(kind), owner["id"], bank.now))


def _refund_now(bank: Bank, ids: Mapping[str, str], _params: Body) -> Body:
    """A refund to a card that takes none back looks done at first, and has failed when it is asked after."""
    back = bank.get(ids["refund"], "refund")
    method = bank.get(bank.get(back["charge"])["payment_method"])
    if method["metadata"]["pretend"] == "refund_fails" and back["status"] == "succeeded":
        bank.fail_refund(back["id"])
    return back


def _refund(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    intent = bank.get(params["payment_intent"], "payment_intent")
    if not intent["latest_charge"]:
        raise wrong("This payment has no successful charge to refund.", "charge_not_refundable")
    charged = bank.get(intent["latest_charge"])
    left = charged["amount"] - charged["amount_refunded"]
    pence = params.get("amount", left)
    if pence > left:
        raise wrong("The amount is greater than what is left of the charge.", "charge_already_refunded")
    if any(one["charge"] == charged["id"] and one["status"] != "won" for one in bank.all("dispute")):
        raise wrong("This charge is disputed and cannot be refunded.", "charge_disputed")
    charged["amount_refunded"] += pence
    charged["refunded"] = charged["amount_refunded"] == charged["amount"]
    back = bank.put(shapes.refund(bank.new_ref("re"), params, bank.now, pence, charged))
    bank.tell("refund.created", back)
    bank.tell("charge.refunded", charged)
    return back


def _transfer(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    account = bank.things.get(params["destination"])
    if account is None:
        raise wrong(f"No such destination: '{params['destination']}'", "resource_missing", param="destination")
    asked = account["configuration"]["recipient"]["capabilities"]["stripe_balance"]["stripe_transfers"]
    if asked["status"] != "active":
        raise wrong("The account cannot take transfers yet.", "insufficient_capabilities_for_transfer")
    source = params.get("source_transaction")
    if source:
        charged = bank.get(source, "charge")
        sent = [one for one in bank.all("transfer") if one["source_transaction"] == source]
        if sum(one["amount"] for one in sent) + params["amount"] > charged["amount"]:
            raise wrong("Transfers must not exceed the charge they come from.", "balance_insufficient")
    made = bank.put(shapes.transfer(bank.new_ref("tr"), params, bank.now))
    bank.tell("transfer.created", made)
    return made


def _reverse(bank: Bank, ids: Mapping[str, str], params: Body) -> Body:
    sent = bank.get(ids["id"], "transfer")
    pence = params.get("amount", sent["amount"] - sent["amount_reversed"])
    if sent["amount_reversed"] + pence > sent["amount"]:
        raise wrong("More than is left of the transfer.", "transfer_already_reversed")
    if bank.things[sent["destination"]].get("_empty"):
        raise wrong("The account has too little in it.", "balance_insufficient")
    sent["amount_reversed"] += pence
    sent["reversed"] = sent["amount_reversed"] == sent["amount"]
    fetched = bank.put(shapes.reversal(bank.new_ref("trr"), params, bank.now, pence, sent))
    sent["reversals"]["data"].append(fetched)
    bank.tell("transfer.reversed", sent)
    return fetched


def _payout(bank: Bank, ids: Mapping[str, str], params: Body) -> Body:
    """A pay-out is its account's own: it is asked for in that account's name."""
    found = bank.get(ids["payout"], "payout")
    if params.get(ACCOUNT) != found["_account"]:
        raise Refused(404, "invalid_request_error", f"No such payout: '{ids['payout']}'", code="resource_missing")
    return found


def _open_account(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    return bank.put(shapes.account(bank.new_ref("acct"), params))


def _account_page(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
    account = bank.get(params["account"], "v2.core.account")
    ways = params["use_case"].get("account_onboarding", {})
    account["_back"] = ways.get("return_url", "")
    expires = bank.now + 300
    return {
        "object": "v2.core.account_link",
        "account": account["id"],
        "created": bank.iso(bank.now),
        "expires_at": bank.iso(expires),
        "livemode": False,
        "url": f"{bank.address}/pretend/account/{account['id']}",
        "use_case": params["use_case"],
    }


def _list(kind: str) -> Does:
    def listed(bank: Bank, _ids: Mapping[str, str], params: Body) -> Body:
        since = params.get("created", {}).get("gte", 0)
        found = [one for one in bank.all(kind) if one["created"] >= since]
        if after := params.get("starting_after"):
            refs = [one["id"] for one in found]
            found = found[refs.index(after) + 1 :]
        limit = params.get("limit", 10)
        shown = [{name: value for name, value in one.items() if not name.startswith("_")} for one in found[:limit]]
        shown = deepcopy(shown)
        return {"object": "list", "data": shown, "has_more": len(found) > limit, "url": f"/v1/{kind}s"}

    return listed


OPERATIONS: Mapping[tuple[str, str], Does] = {
    ("post", "/v1/checkout/sessions"): _open_page,
    ("get", "/v1/checkout/sessions/{session}"): _page,
    ("post", "/v1/checkout/sessions/{session}/expire"): _close_page,
    ("post", "/v1/payment_intents"): _charge,
    ("get", "/v1/payment_intents"): _list("payment_intent"),
    ("get", "/v1/payment_intents/{intent}"): _get("payment_intent", "intent"),
    ("post", "/v1/payment_methods/{payment_method}/detach"): _detach,
    ("post", "/v1/customers"): _owner,
    ("post", "/v1/payment_methods/{payment_method}/attach"): _attach,
    ("post", "/v1/refunds"): _refund,
    ("get", "/v1/refunds"): _list("refund"),
    ("get", "/v1/refunds/{refund}"): _refund_now,
    ("post", "/v1/transfers"): _transfer,
    ("get", "/v1/transfers"): _list("transfer"),
    ("get", "/v1/transfers/{transfer}"): _get("transfer", "transfer"),
    ("post", "/v1/transfers/{id}/reversals"): _reverse,
    ("get", "/v1/transfers/{transfer}/reversals/{id}"): _get("transfer_reversal", "id"),
    ("get", "/v1/disputes"): _list("dispute"),
    ("get", "/v1/disputes/{dispute}"): _get("dispute", "dispute"),
    ("get", "/v1/payouts/{payout}"): _payout,
    ("post", "/v2/core/accounts"): _open_account,
    ("get", "/v2/core/accounts/{id}"): _get("v2.core.account", "id"),
    ("post", "/v2/core/account_links"): _account_page,
}
