"""Payments as officers see them: search one, its whole story on a page, give money back, look after what went wrong."""

from starlette.responses import Response

from market.bookings import queries as bookings
from market.core.actor import Role
from market.core.audit import note_read
from market.core.errors import NotFound, Refusal
from market.core.money import read_pounds
from market.payments import queries
from market.payments.desk import Waiting, find_payments, find_promises, payment_on_desk, people_on_desk, waiting_for
from market.payments.disputing import losses_of
from market.payments.reconciling.queries import newest_reconciliation
from market.payments.refunding import (
    agree_refund,
    ask_refund,
    most_to_refund,
    refuse_refund,
    send_all_the_same,
    settle_loss,
    try_again,
)
from market.payments.rules import Bearer, MoveKind
from market.payments.settling.reading import owed_by
from market.payments.story import story_of
from market.people.tables import Account, Person
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.paying.shown import receipt, transfer, visit_words
from providers.organisations.queries import provider as provider_by_id

OFFICERS = guards.role(Role.DIRECT_PAYMENTS_OFFICER)
KIND_WORDS = {
    MoveKind.REFUND: "A refund did not go through",
    MoveKind.TRANSFER: "A provider could not be paid",
    MoveKind.REVERSAL: "Money could not be fetched back",
}


def desk(ask: Ask) -> Response:
    """What needs a person, the newest payments, and a search."""
    return _desk(ask, "")


def by_words(ask: Ask) -> Response:
    """Payments with what was typed. A POST, so that no name stands in an address."""
    return _desk(ask, ask.typed("q"))


def _desk(ask: Ask, typed: str) -> Response:
    people = people_on_desk(ask.session, ask.me, now=ask.now)
    note_read(ask.session, ask.me, "payments:desk:read", ask.me.authority_id or "", at=ask.now, person_id=None)
    waiting = waiting_for(ask.session, ask.me, people)
    return ask.page(
        "paying/desk.html",
        q=typed,
        found=[
            (receipt(ask.session, row), people[row.person_id])
            for row in find_payments(ask.session, ask.me, typed, people)
        ],
        waiting=waiting,
        banks=[(transfer(row), people[row.person_id]) for row in find_promises(ask.session, ask.me, typed, people)],
        people=people,
        kind_words=KIND_WORDS,
        providers=_names(ask, waiting),
        me=ask.me.account_id,
        compared=newest_reconciliation(ask.session),
        visit_words=visit_words,
    )


def _names(ask: Ask, waiting: Waiting) -> dict[str, str]:
    """What the providers are called that something waits for."""
    ids = {one.provider_id for one in waiting.failed if one.provider_id} | {one.provider_id for one in waiting.payouts}
    return {provider_id: provider_by_id(ask.session, provider_id).name for provider_id in ids}


def story(ask: Ask) -> Response:
    """One payment, from the asking to the last penny."""
    row = payment_on_desk(ask.session, ask.me, ask.path["payment_id"], now=ask.now)
    visits = [bookings.visit(ask.session, line.visit_id) for line in queries.lines_of(ask.session, row.id)]
    payer = ask.session.get(Account, row.asked_by)
    return ask.page(
        "paying/story.html",
        receipt=receipt(ask.session, row),
        payer=payer.name if payer else "",
        booking=bookings.booking(ask.session, row.booking_id),
        person=ask.session.get_one(Person, row.person_id),
        story=story_of(ask.session, row),
        visits=[(visit, visit_words(visit), most_to_refund(ask.session, visit)) for visit in visits],
        failed=[one for visit in visits for one in queries.moves_of_visit(ask.session, visit.id)
                if one.state == "failed" and one.looked_past_at is None],
        losses=losses_of(ask.session, [row.id]),
        disputes=queries.disputes_of(ask.session, [row.id]),
        owed={one.id: owed_by(ask.session, one.provider_id) for visit in visits
              for one in queries.moves_of_visit(ask.session, visit.id) if one.kind == "reversal" and one.provider_id},
        kind_words=KIND_WORDS,
        limit=ask.settings.refund_limit_pence,
        refund_visit=ask.typed("visit"),
    )  # fmt: skip


def refund(ask: Ask) -> Response:
    """Give money back beyond the terms, with a reason."""
    row = payment_on_desk(ask.session, ask.me, ask.path["payment_id"], now=ask.now)
    limit = ask.settings.refund_limit_pence
    visit_id, pence = ask.typed("visit"), read_pounds(ask.typed("amount")) or 0
    if visit_id not in {line.visit_id for line in queries.lines_of(ask.session, row.id)}:
        visit_id = queries.lines_of(ask.session, row.id)[0].visit_id
    asked = ask_refund(ask.session, ask.me, visit_id, pence, ask.typed("reason"), limit=limit, now=ask.now)
    words = "It waits for a second person to agree." if asked.needs_second else "The money is going back."
    return ask.go(f"/money-desk/{row.id}", words, "wait" if asked.needs_second else "good")


def agree(ask: Ask) -> Response:
    """A second officer says yes."""
    limit = ask.settings.refund_limit_pence
    agree_refund(ask.session, ask.me, ask.path["asked_id"], limit=limit, now=ask.now)
    return ask.go("/money-desk", "The money is going back.")


def refuse(ask: Ask) -> Response:
    """A second officer says no, or who asked takes it back."""
    refuse_refund(ask.session, ask.me, ask.path["asked_id"], now=ask.now)
    return ask.go("/money-desk", "Nothing goes back. It is written down that you said no.", "calm")


def again(ask: Ask) -> Response:
    """What failed was looked at, and is tried again."""
    row = try_again(ask.session, ask.me, ask.path["move_id"], now=ask.now)
    return ask.go(f"/money-desk/{row.payment_id}", "It is being tried again.", "calm")


def bear(ask: Ask) -> Response | Refusal:
    """Who bears what a payer's bank took back for good."""
    if ask.typed("bearer") not in list(Bearer):
        return NotFound()
    loss = settle_loss(ask.session, ask.me, ask.path["dispute_id"], Bearer(ask.typed("bearer")), now=ask.now)
    words = (
        "Settled. The provider is paid all the same."
        if ask.typed("bearer") == Bearer.US
        else "Settled. The provider is not paid for it, and is told."
    )
    return ask.go(f"/money-desk/{loss.payment.id}", words)


def send(ask: Ask) -> Response:
    """A visit that was said to be wrong is settled: its money goes on."""
    visit = send_all_the_same(ask.session, ask.me, ask.path["visit_id"], now=ask.now)
    return ask.go("/money-desk", f"Settled. The money for {visit_words(visit)} goes on.")


ROUTES = [
    Page("/money-desk", desk, OFFICERS, GET, name="money_desk"),
    Page("/money-desk/by-words", by_words, OFFICERS, POST, name="find_payment", writes=False),
    Page("/money-desk/{payment_id}", story, OFFICERS, GET, name="payment_story"),
    Page("/money-desk/{payment_id}/refund", refund, OFFICERS, POST, name="ask_refund", again=story),
    Page("/money-desk/refunds/{asked_id}/agree", agree, OFFICERS, POST, name="agree_refund"),
    Page("/money-desk/refunds/{asked_id}/refuse", refuse, OFFICERS, POST, name="refuse_refund"),
    Page("/money-desk/moves/{move_id}/again", again, OFFICERS, POST, name="try_again"),
    Page("/money-desk/disputes/{dispute_id}/bear", bear, OFFICERS, POST, name="bear_loss"),
    Page("/money-desk/visits/{visit_id}/send", send, OFFICERS, POST, name="send_all_the_same"),
]
