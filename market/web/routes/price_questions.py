"""Cover that is dearer than was agreed: the customer, or who may commit their money, says yes or no."""

from starlette.responses import Response

from market.bookings import queries as bookings
from market.bookings.cascade import queries
from market.bookings.cascade.answers import Outcome, agree_price
from market.bookings.cascade.rules import CascadeStatus
from market.budgets import queries as pots
from market.budgets import service as budgets
from market.core.errors import NotFound
from market.people.access import may, may_commit_money, person_for, who_may
from market.people.rules import Scope
from market.web.ask import Ask
from market.web.booking.around import called
from market.web.booking.weeks import shown
from market.web.page import GET, POST, Page
from market.web.routes.asking import ASKERS

_SAID = {
    Outcome.DONE: ("Thank you. They are coming, and everybody is told.", "good"),
    Outcome.DECLINED: ("Thank you. We go on asking the others.", "calm"),
    Outcome.ALREADY_ANSWERED: ("This was answered before. Nothing has changed.", "calm"),
    Outcome.ALREADY_COVERED: ("Thank you. Somebody else is coming already.", "calm"),
    Outcome.LATE: ("Thank you. The time to answer has run out, so we went on.", "calm"),
}


def question(ask: Ask) -> Response:
    """Who could come, what it would cost, what more that is, and until when an answer helps."""
    asked = queries.question(ask.session, ask.path["question_id"])
    cascade = queries.cascade(ask.session, asked.cascade_id)
    person = person_for(ask.session, ask.me, cascade.person_id, Scope.SEE_VISITS, ask.now)
    if asked.price_answer_by is None:
        raise NotFound  # nobody has to say anything about its price
    visit = bookings.visit(ask.session, cascade.visit_id)
    pot = pots.pot(ask.session, visit.pot_id) if visit.pot_id else None
    sees_money = may(ask.session, ask.me, person, Scope.SEE_MONEY, ask.now)
    return ask.page(
        "booking/price_question.html",
        asked=asked,
        contact=queries.contact(ask.session, asked.contact_id),
        visit=shown(ask.session, visit, ask.now, sees_money=sees_money),
        usual_pence=visit.price_pence,
        pot=budgets.view(ask.session, pot) if pot and sees_money else None,
        name=called(person),
        may_say=may_commit_money(ask.session, ask.me, person, ask.now),
        who_may=who_may(ask.session, person, Scope.SPEND, ask.now),
        is_open=cascade.status is CascadeStatus.ASKING
        and asked.price_agreed is None
        and ask.now < asked.price_answer_by,
    )


def answer(ask: Ask) -> Response:
    """Yes or no. The first answer counts; a later one is thanked."""
    said_yes = ask.typed("answer")
    if said_yes not in ("yes", "no"):
        raise NotFound
    outcome = agree_price(ask.session, ask.me, ask.path["question_id"], said_yes == "yes", now=ask.now)
    asked = queries.question(ask.session, ask.path["question_id"])
    cascade = queries.cascade(ask.session, asked.cascade_id)
    words, tone = _SAID[outcome]
    return ask.go(f"/visits/{cascade.visit_id}", words, tone)


ROUTES = [
    Page("/questions/{question_id}", question, ASKERS, GET, name="price_question"),
    Page("/questions/{question_id}", answer, ASKERS, POST, name="answer_price"),
]
