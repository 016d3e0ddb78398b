"""The run itself: every step in its order, each on its own, so that one that fails does not hide the next."""

from collections.abc import Callable, Iterator

from market.payments.cards import Trouble
from market.payments.smoke import paying, sending
from market.payments.smoke.trying import ByHand, How, Line, Trying, Wrong

Step = Callable[[Trying], str]

STEPS: tuple[tuple[str, Step], ...] = (
    ("Open a page for a card", paying.open_page),
    ("Open it again with the same key", paying.same_page),
    ("Ask how it stands", paying.ask_page),
    ("Close it", paying.close_page),
    ("Keep a test card", paying.keep_card),
    ("Charge it while its owner is away", paying.charge),
    ("Charge it again with the same key", paying.charge_again),
    ("Ask how the payment stands", paying.ask_charge),
    ("A card whose bank says no", paying.declined),
    ("A card whose bank asks its owner", paying.challenged),
    ("Give part of it back", paying.refund_part),
    ("Give the rest back", paying.refund_rest),
    ("Give back more than was paid", paying.refund_more),
    ("Give back what was never paid", paying.no_refund),
    ("A refund that fails after all", paying.refund_fails),
    ("A bank that asks for the money back", paying.dispute),
    ("Forget the card, and charge it", paying.forget_card),
    ("Charge a card that was never kept", paying.no_card),
    ("Open an account for a provider", sending.open_account),
    ("Send money on before it is filled in", sending.not_ready),
    ("Send money on to an account that is ready", sending.transfer),
    ("Send on more than was charged", sending.transfer_more),
    ("Fetch part of it back", sending.fetch_back),
    ("Signatures of webhooks", sending.signatures),
    ("Webhooks that Stripe sends itself", sending.stripe_calls),
    ("Find again what was made", sending.find_again),
    ("Pay on a page", paying.pay_page),
    ("How a dispute ends, and a pay-out that fails", sending.what_only_a_bank_can),
)


def lines(run: Trying) -> Iterator[Line]:
    """Try everything, and say how each went."""
    for what, step in STEPS:
        yield _tried(what, step, run)


def _tried(what: str, step: Step, run: Trying) -> Line:
    try:
        return Line(what, How.FINE, step(run))
    except ByHand as left:
        return Line(what, How.BY_HAND, str(left))
    except Trouble as trouble:
        return Line(what, How.FAILED, trouble.why)
    except Wrong as wrong:
        return Line(what, How.FAILED, str(wrong))
