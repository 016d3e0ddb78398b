"""The pages of the pretend Stripe: pay with a pretend card, answer a pretend bank, say where to be paid, and behind the scenes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from market.core.money import pounds
from market.payments.pretend.bank import Bank, Refused
from market.payments.pretend.shapes import CARDS

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)
_TEMPLATES.filters["pounds"] = pounds

Form = dict[str, str]


def _page(name: str, **context: Any) -> Response:
    return HTMLResponse(_TEMPLATES.get_template(name).render(**context))


def page_routes(bank: Bank) -> list[Route]:
    """The pages of this bank."""

    def route(path: str, show: Callable[[Bank, str, Form], Response], method: str) -> Route:
        async def answer(request: Request) -> Response:
            form = {key: str(value) for key, value in (await request.form()).items()} if method == "POST" else {}
            return await run_in_threadpool(_locked, bank, show, str(request.path_params.get("ref", "")), form)

        return Route(path, answer, methods=[method])

    return [
        route("/", behind, "GET"),
        route("/pretend/pay/{ref}", pay, "GET"),
        route("/pretend/pay/{ref}", paid, "POST"),
        route("/pretend/challenge/{ref}", challenged, "POST"),
        route("/pretend/account/{ref}", account, "GET"),
        route("/pretend/account/{ref}", filled_in, "POST"),
        route("/pretend/do/{ref}", done_behind, "POST"),
    ]


def _locked(bank: Bank, show: Callable[[Bank, str, Form], Response], ref: str, form: Form) -> Response:
    with bank.lock:
        try:
            return show(bank, ref, form)
        except Refused as refused:
            return HTMLResponse(f"<p>{refused}</p>", refused.status)
        finally:
            bank.keep()


def pay(bank: Bank, ref: str, _form: Form, trouble: str = "") -> Response:
    """What is paid for, and which pretend card to use."""
    page = bank.get(ref, "checkout.session")
    return _page("pay.html", page=page, lines=page.get("_lines", []), cards=CARDS, trouble=trouble)


def paid(bank: Bank, ref: str, form: Form) -> Response:
    """A card was chosen: yes, no, or a question of the bank's."""
    page = bank.get(ref, "checkout.session")
    outcome = bank.pay_page(ref, form.get("card", "accepted"))
    if outcome == "challenge":
        return _page("challenge.html", page=page)
    return _after(bank, ref, outcome)


def challenged(bank: Bank, ref: str, form: Form) -> Response:
    """The bank's question was answered."""
    return _after(bank, ref, bank.pay_page(ref, "challenged", said_yes=form.get("answer") == "yes"))


def _after(bank: Bank, ref: str, outcome: str) -> Response:
    page = bank.get(ref, "checkout.session")
    if outcome in ("paid", "complete"):
        return RedirectResponse(page["success_url"], 303)
    if outcome == "declined":
        return pay(bank, ref, {}, "Your bank said no to that card. Nothing was taken. Choose another card, or go back.")
    return pay(bank, ref, {}, "This page is closed. Nothing was taken. Please go back.")


def account(bank: Bank, ref: str, _form: Form) -> Response:
    """Where a provider would say who they are and where to pay them."""
    return _page("account.html", account=bank.get(ref, "v2.core.account"))


def filled_in(bank: Bank, ref: str, _form: Form) -> Response:
    """They did."""
    bank.fill_in(ref)
    return RedirectResponse(bank.get(ref)["_back"], 303)


def behind(bank: Bank, _ref: str, _form: Form) -> Response:
    """Everything the pretend Stripe knows, and what one can make happen there."""
    kinds = {
        "Charges": bank.all("charge"),
        "Refunds": bank.all("refund"),
        "Transfers": bank.all("transfer"),
        "Disputes": bank.all("dispute"),
        "Accounts": bank.all("v2.core.account"),
    }
    return _page("behind.html", kinds=kinds)


def done_behind(bank: Bank, ref: str, form: Form) -> Response:
    """Make something happen that only a bank or Stripe could."""
    acts: dict[str, Callable[[], object]] = {
        "dispute": lambda: bank.dispute(ref),
        "won": lambda: bank.end_dispute(ref, won=True),
        "lost": lambda: bank.end_dispute(ref, won=False),
        "fail_refund": lambda: bank.fail_refund(ref),
        "fail_payout": lambda: bank.pay_out(ref, arrives=False),
        "pay_out": lambda: bank.pay_out(ref),
        "stop": lambda: bank.fill_in(ref, ready=False),
    }
    if act := acts.get(form.get("act", "")):
        act()
    return RedirectResponse("/", 303)
