"""Steps of sending money on, of webhooks, and of finding everything again."""

from datetime import timedelta

from market.payments.cards import AccountOrder, CardOrder, MoveOrder
from market.payments.errors import NotFromStripe
from market.payments.pretend.server import signed
from market.payments.rules import AccountState, MoveKind, MoveState, PaymentState
from market.payments.smoke.paying import ACCEPTED
from market.payments.smoke.trying import PENCE, ByHand, Trying, must, refused

_EVENT = (
    b'{"id": "evt_smoke", "object": "event", "type": "payment_intent.succeeded", "created": 1, "livemode": %s, '
    b'"data": {"object": {"id": "pi_smoke", "object": "payment_intent"}}}'
)


def open_account(run: Trying) -> str:
    order = AccountOrder(run.new_key(), "Smoke Test", "smoke@example.org", company=False)
    seen, again = run.cards.open_account(order), run.cards.open_account(order)
    must(seen.account_ref == again.account_ref, "a second account was made")
    must(seen.state is not AccountState.READY, "it can be paid before anybody filled it in")
    page = run.cards.account_page(
        seen.account_ref, back="https://example.org/back", again="https://example.org/again", key=run.new_key()
    )
    must(page.address.startswith("http"), "it has no page")
    run.made |= {"account": seen.account_ref, "account_page": page.address}
    return f"{seen.account_ref}, {run.cards.account(seen.account_ref).state}"


def not_ready(run: Trying) -> str:
    order = MoveOrder(run.new_key(), MoveKind.TRANSFER, 10, _charged(run), run.got("account"))
    return refused(lambda: run.cards.move(order))


def _charged(run: Trying) -> str:
    """A charge to send on from."""
    if "source" not in run.made:
        card = run.cards.keep_test_card(ACCEPTED, run.new_key())
        paid = run.cards.charge(CardOrder(run.new_key(), PENCE, card.customer_ref, card.method_ref, "Smoke test"))
        must(paid.state is PaymentState.PAID, f"the card is {paid.state}: {paid.refused_why}")
        run.made["source"] = paid.charge_ref
    return run.made["source"]


def transfer(run: Trying) -> str:
    """To an account that a human has filled in."""
    if not run.account_ref:
        raise ByHand(
            f"Open {run.got('account_page')} soon (the link lasts some minutes), fill it in with Stripe’s test values, "
            f"then run: alongside stripe-smoke --account {run.got('account')}"
        )
    state = run.cards.account(run.account_ref).state
    must(state is AccountState.READY, f"the account is {state}: it cannot be paid yet")
    order = MoveOrder(run.new_key(), MoveKind.TRANSFER, 80, _charged(run), run.account_ref, group=run.keys[0])
    sent, again = run.cards.move(order), run.cards.move(order)
    must(sent.outside_ref == again.outside_ref, "asked twice, it was sent twice")
    must(sent.state is MoveState.DONE, f"it is {sent.state}")
    run.made["transfer"] = sent.outside_ref
    return f"80p: {sent.outside_ref}"


def transfer_more(run: Trying) -> str:
    _wants_account(run)
    order = MoveOrder(run.new_key(), MoveKind.TRANSFER, PENCE, _charged(run), run.account_ref)
    return refused(lambda: run.cards.move(order))


def fetch_back(run: Trying) -> str:
    _wants_account(run)
    sent = run.got("transfer")
    back = run.cards.move(MoveOrder(run.new_key(), MoveKind.REVERSAL, 30, sent))
    seen = run.cards.moved(MoveKind.REVERSAL, back.outside_ref, sent)
    must((seen.state, seen.pence) == (MoveState.DONE, 30), f"{seen.pence}p, {seen.state}")
    more = refused(lambda: run.cards.move(MoveOrder(run.new_key(), MoveKind.REVERSAL, 51, sent)))
    return f"30p: {back.outside_ref}; more than is left is {more}"


def _wants_account(run: Trying) -> None:
    if not run.account_ref:
        raise ByHand("Together with the transfer, by --account.")


def signatures(run: Trying) -> str:
    """Signed with the installation's own secret, as Stripe signs. What Stripe sends itself is another matter."""
    secret = run.webhook_secret.split(",")[0].strip()
    if not secret:
        raise ByHand("Set ALONGSIDE_STRIPE_WEBHOOK_SECRET to what Stripe shows for the address it is to call.")
    body, at = _EVENT % b"false", run.now.timestamp()
    must(run.cards.read_webhook(body, signed(body, at, secret), run.now).about == "pi_smoke", "it was read wrongly")
    for what, bad in (
        ("with another secret", signed(body, at, "whsec_somebody_elses")),
        ("of other words", signed(body + b" ", at, secret)),
        ("of an hour ago", signed(body, at - 3600, secret)),
    ):
        must(_turned_away(run, body, bad), f"a signature {what} was taken")
    real = _EVENT % b"true"
    must(_turned_away(run, real, signed(real, at, secret)), "one about real money was taken")
    return "ours is taken; another’s, a changed, an old one and one about real money are not"


def _turned_away(run: Trying, body: bytes, signature: str) -> bool:
    try:
        run.cards.read_webhook(body, signature, run.now)
    except NotFromStripe:
        return True
    return False


def stripe_calls(run: Trying) -> str:
    """Whether a webhook of Stripe's own has ever been taken in by this installation."""
    if run.last_heard is None:
        raise ByHand(
            f"None has come yet. Start `alongside serve` and `alongside work`, have Stripe call {run.address}/stripe "
            f"(on a machine of your own: stripe listen --forward-to {run.address}/stripe), and run this again."
        )
    return f"the last came on {run.last_heard:%d %B %Y at %H:%M}"


def what_only_a_bank_can(_run: Trying) -> str:
    raise ByHand(
        "In Stripe’s dashboard: answer the dispute with winning_evidence or losing_evidence, and have a pay-out of the "
        "provider’s account fail (its bank account 000111116 in sort code 10-88-00). Then look at the payments desk."
    )


def find_again(run: Trying) -> str:
    whole = run.cards.everything_since(run.now - timedelta(days=1))
    there = {one.key for one in whole.payments} | {one.key for one in whole.moves}
    must(run.got("charge_key") in there, "what was charged is not listed")
    found = len(there.intersection(run.keys))
    must(found > 0, "nothing of this run is listed")
    return f"{found} things of this run, among {len(whole.payments)} payments and {len(whole.moves)} moves"
