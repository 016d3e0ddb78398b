"""`alongside stripe-smoke`: every step over HTTP, what is left to a human named with how to do it, and the doctor knows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.understanding import understand
from market.chat.turns import ChatServices
from market.cli.doctor import Finding, _cards
from market.cli.main import app
from market.cli.wiring_up import Started
from market.core.clock import StandingClock, SystemClock
from market.core.database import Database
from market.core.settings import Settings
from market.migrations.upgrade import upgrade
from market.payments.cards import CardOrder, PaymentSeen, Rejected
from market.payments.gateway import StripeCards
from market.payments.pretend.faults import Fault
from market.payments.pretend.server import KEY, WEBHOOK_SECRET
from market.payments.reconciling.rules import Ours, differences, without_trials
from market.payments.smoke.run import STEPS, lines
from market.payments.smoke.trying import How, Line, Trying
from market.payments.tables import SmokeRun
from market.search.live import LiveIndex
from tests.payments.conftest import Served, emptied
from tests.payments.town import Town


@pytest.fixture
def trying(stripe_cards: StripeCards, clock: StandingClock) -> Trying:
    return Trying(
        stripe_cards, clock.now(), webhook_secret=WEBHOOK_SECRET, address="https://us.example", pause=lambda _: None
    )


def by_how(seen: Sequence[Line], how: How) -> dict[str, str]:
    return {line.what: line.said for line in seen if line.how is how}


def test_without_a_human_all_but_what_needs_one_is_walked_and_each_of_those_says_how(
    pretend: Served, trying: Trying
) -> None:
    seen = list(lines(trying))
    assert [line.what for line in seen] == [what for what, _ in STEPS]
    assert by_how(seen, How.FAILED) == {}
    left = by_how(seen, How.BY_HAND)
    assert set(left) == {
        "Send money on to an account that is ready",
        "Send on more than was charged",
        "Fetch part of it back",
        "Webhooks that Stripe sends itself",
        "Pay on a page",
        "How a dispute ends, and a pay-out that fails",
    }
    assert f"--account {trying.made['account']}" in left["Send money on to an account that is ready"]
    assert "4242 4242 4242 4242" in left["Pay on a page"]
    assert "https://us.example/stripe" in left["Webhooks that Stripe sends itself"]
    fine = by_how(seen, How.FINE)
    assert fine["A card whose bank says no"].startswith("declined: ")
    assert fine["A card whose bank asks its owner"] == "needs_payer: authentication_required"
    assert fine["Send money on before it is filled in"] == "refused: insufficient_capabilities_for_transfer"
    assert fine["A bank that asks for the money back"].startswith("open, 100p")
    assert len(pretend.pretend.bank.all("refund")) == 3


def test_what_a_human_did_since_is_walked_too_and_a_charge_a_transfer_and_a_reversal_are_reached(
    pretend: Served, trying: Trying
) -> None:
    bank = pretend.pretend.bank
    list(lines(trying))
    page = next(one for one in bank.all("checkout.session") if one["status"] == "open")
    assert bank.pay_page(page["id"], "accepted") == "paid"
    bank.fill_in(trying.made["account"])
    again = replace(
        trying, page_ref=page["id"], account_ref=trying.made["account"], last_heard=trying.now, made={}, keys=[]
    )
    seen = list(lines(again))
    assert by_how(seen, How.FAILED) == {}
    assert list(by_how(seen, How.BY_HAND)) == ["How a dispute ends, and a pay-out that fails"]
    fine = by_how(seen, How.FINE)
    assert fine["Pay on a page"].startswith("paid, and its kept card pays again: pi_")
    assert fine["Fetch part of it back"].startswith("30p: trr_")
    (sent,) = bank.all("transfer")
    assert (sent["amount"], sent["amount_reversed"], sent["destination"]) == (80, 30, again.account_ref)


class Wayward(StripeCards):
    """A gateway that does one thing otherwise than we build on: its answer to a charge is never the same twice."""

    charged = 0

    def charge(self, order: CardOrder) -> PaymentSeen:
        self.charged += 1
        return super().charge(replace(order, key=f"{order.key}:{self.charged}"))


def test_a_step_that_fails_says_why_and_hides_no_other(pretend: Served, trying: Trying) -> None:
    seen = list(lines(replace(trying, cards=Wayward(pretend.settings()))))
    failed = by_how(seen, How.FAILED)
    assert failed["Charge it while its owner is away"] == "it does not carry our key"
    assert failed["Give part of it back"] == "there is no intent: an earlier step failed"
    assert by_how(seen, How.FINE)["A card whose bank says no"].startswith("declined")
    assert by_how(seen, How.FINE)["Open an account for a provider"].startswith("acct_")


def test_with_a_wrong_key_every_line_says_so_and_nothing_breaks(pretend: Served, trying: Trying) -> None:
    pretend.pretend.faults.always = Fault.WRONG_KEY
    failed = by_how(list(lines(trying)), How.FAILED)
    assert failed["Open a page for a card"] == "AuthenticationError"
    assert len(failed) > 10


def test_test_cards_are_never_kept_with_live_keys(pretend: Served) -> None:
    live = StripeCards(pretend.settings(stripe_key="sk_live_somebodys"))
    with pytest.raises(Rejected, match="live_key"):
        live.keep_test_card("pm_card_visa", "smoke_1")
    assert pretend.pretend.asked == []


def test_a_card_that_is_no_test_card_is_not_kept(pretend: Served, stripe_cards: StripeCards) -> None:
    with pytest.raises(Rejected):
        stripe_cards.keep_test_card("pm_somebodys", "smoke_1")


def test_what_a_trial_made_in_the_same_test_account_is_no_difference_of_the_books(town: Town, trying: Trying) -> None:
    town.pay(town.book())
    list(lines(trying))
    town.settle()
    whole = town.cards.everything_since(town.clock.now() - timedelta(days=1))
    assert len(differences(Ours({}, {}, {}), whole)) > 5
    assert len(without_trials(whole).payments) == 1
    assert town.differences() == ()


def command(served: Served, tmp_path: Path, *words: str, **env: str) -> tuple[int, str]:
    """The command itself, in a process of its own settings, with the clock on the wall."""
    emptied(served, datetime.now(UTC))
    url = f"sqlite:///{tmp_path / 'own.db'}"
    database = Database(url)
    upgrade(database)
    database.close()
    settings = {
        "DATABASE_URL": url,
        "ALONGSIDE_STRIPE_KEY": KEY,
        "ALONGSIDE_STRIPE_WEBHOOK_SECRET": WEBHOOK_SECRET,
        "ALONGSIDE_STRIPE_ADDRESS": served.address,
        "ALONGSIDE_DATA_FOLDER": str(tmp_path),
    }
    result = CliRunner().invoke(app, ["stripe-smoke", *words], env=settings | env)
    return result.exit_code, result.output


def test_the_command_says_each_thing_on_a_line_and_keeps_that_it_was_run(stripe_server: Served, tmp_path: Path) -> None:
    code, said = command(stripe_server, tmp_path)
    assert code == 0, said
    assert "ok      Charge it while its owner is away: paid: pi_" in said
    assert "by hand Pay on a page: Within an hour open http" in said
    assert "22 went well, 0 failed, 6 left to you." in said
    assert "FAILED" not in said
    database = Database(f"sqlite:///{tmp_path / 'own.db'}")
    with database.read() as session:
        run = session.get_one(SmokeRun, 1)
    database.close()
    assert (run.mode, run.failed, run.by_hand) == ("pretend", 0, 6)


@pytest.mark.parametrize("key", ["", "sk_live_somebodys", "rk_live_somebodys"])
def test_the_command_refuses_without_a_test_key(stripe_server: Served, tmp_path: Path, key: str) -> None:
    code, said = command(stripe_server, tmp_path, ALONGSIDE_STRIPE_KEY=key)
    assert code == 1
    assert "It is never run with live keys" in said
    assert stripe_server.pretend.asked == []


def doctor_says(town: Town, settings: Settings) -> Finding:
    """What the doctor finds of Stripe itself."""
    services = ChatServices(settings, LiveIndex(), understand)
    findings = _cards(Started(settings, town.database, SystemClock(), services))
    return next(one for one in findings if one.what == "Stripe itself")


def ran(town: Town, mode: str, failed: int = 0, by_hand: int = 0) -> None:
    with town.database.write() as session:
        session.add(SmokeRun(at=town.clock.now(), mode=mode, failed=failed, by_hand=by_hand))


def test_the_doctor_says_when_it_was_never_run_against_stripe_itself(town: Town) -> None:
    for settings in (town.settings, Settings(_env_file=None)):  # with keys and without
        never = doctor_says(town, settings)
        assert (never.fine, never.said) == (False, "never run against it")
        assert "alongside stripe-smoke" in never.mend
    ran(town, "pretend")
    assert doctor_says(town, town.settings).said == "never run against it"  # our own pretence proves nothing of Stripe
    ran(town, "test", failed=2)
    assert "2 things failed" in doctor_says(town, town.settings).said
    ran(town, "test", by_hand=4)
    left = doctor_says(town, town.settings)
    assert (left.fine, "nothing failed, 4 things are left to try by hand" in left.said) == (False, True)
    ran(town, "test")
    assert doctor_says(town, town.settings).fine
