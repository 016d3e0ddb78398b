"""A provider's money: earned, on its way, paid, held and why; and where they are paid."""

from datetime import datetime, timedelta

from starlette.responses import Response

from market.core.errors import Refusal
from market.core.money import read_pounds
from market.payments import bank, queries
from market.payments.accounts import ask_again, set_up
from market.payments.errors import CardsNotSetUp
from market.payments.tables import PaidAccount
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.paying.earned import ACCOUNT_WORDS, KIND_WORDS, earnings_of
from market.web.paying.fees import fee_words
from market.web.paying.shown import transfer

PATIENCE = timedelta(seconds=30)


def earnings(ask: Ask) -> Response:
    """Everything earned, visit by visit, and what stands in the way of each."""
    provider_id = ask.me.provider_id or ""
    shown = earnings_of(ask.session, provider_id, ask.settings.platform_fee_points, ask.now)
    account = shown.account
    to_stripe = ask.query("to") == "stripe" and account is not None
    page = ask.page(
        "paying/earnings.html",
        earnings=shown,
        account=account,
        account_words=ACCOUNT_WORDS[account.state] if account else None,
        to_stripe=to_stripe,
        takes_cards=ask.settings.takes_cards,
        fee=fee_words(ask.settings.platform_fee_points),
        kind_words=KIND_WORDS,
        transfers=[transfer(row) for row in queries.promises_to(ask.session, provider_id)],
        slow=_is_slow(account, ask.now),
    )
    if to_stripe and account is not None and not _is_slow(account, ask.now):
        page.headers["refresh"] = (
            f"0; url={account.page_address}" if account.page_address else "1; url=/work/money?to=stripe"
        )
    return page


def _is_slow(account: PaidAccount | None, now: datetime) -> bool:
    """Stripe's page was asked for a while ago and is not there: nobody shall watch a page that turns for ever."""
    asked = account.page_asked_at if account else None
    return account is not None and not account.page_address and (asked is None or now > asked + PATIENCE)


def start_set_up(ask: Ask) -> Response | Refusal:
    """Off to Stripe's own page: we never see a bank number."""
    if not ask.settings.takes_cards:
        return CardsNotSetUp()
    set_up(ask.session, ask.me, now=ask.now)
    return ask.go("/work/money?to=stripe")


def come_back(ask: Ask) -> Response:
    """Back from Stripe's page: it is asked how the account stands now."""
    if ask.me.provider_id and ask.settings.takes_cards:
        ask_again(ask.session, ask.me.provider_id, now=ask.now)
    return ask.go("/work/money", "Thank you. We ask Stripe whether all is there.", "calm")


def arrived(ask: Ask) -> Response:
    """A bank transfer is there."""
    pence = read_pounds(ask.typed("amount")) or 0 if ask.typed("amount") else None
    row = bank.say_arrived(ask.session, ask.me, ask.path["promise_id"], pence, now=ask.now)
    words = "Thank you. It is settled."
    if row.settled_at is None:
        words = (
            "Thank you. They said another sum: ring them." if row.paid_at else "Thank you. We ask them to say so too."
        )
    return ask.go("/work/money", words)


def not_arrived(ask: Ask) -> Response:
    """A bank transfer was not there after all: what was said is taken back."""
    bank.take_back_arrived(ask.session, ask.me, ask.path["promise_id"], now=ask.now)
    return ask.go("/work/money", "Taken back. We have told them that it has not arrived.", "calm")


ROUTES = [
    Page("/work/money", earnings, guards.provider, GET, name="earnings"),
    Page("/work/money/set-up", start_set_up, guards.provider, POST, name="set_up_payments", again=earnings),
    Page("/work/money/back", come_back, guards.provider, GET, name="back_from_stripe", writes=True),
    Page("/bank/{promise_id}/arrived", arrived, guards.provider, POST, name="bank_arrived", again=earnings),
    Page("/bank/{promise_id}/not-arrived", not_arrived, guards.provider, POST, name="bank_not_arrived", again=earnings),
]
