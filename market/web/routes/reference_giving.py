"""Somebody who knows a provider answers a few questions about them, by a link of their own and without an account."""

from starlette.responses import Response

from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.wiring.checking import REFERENCE
from providers.organisations.queries import provider as provider_by_id
from providers.references import service
from providers.references.queries import reference
from providers.references.rules import OPEN, QUESTIONS
from providers.references.tables import Reference

BY_LINK = guards.private_link(REFERENCE)


def _asked(ask: Ask) -> Reference:
    if ask.link is None:
        raise NotFound
    return reference(ask.session, ask.link.subject)


def questions(ask: Ask) -> Response:
    """The questions; or thanks, once they were answered. Looking changes nothing: mail scanners look too."""
    row = _asked(ask)
    owner = provider_by_id(ask.session, row.provider_id)
    state = row.asking.state(ask.now)
    return ask.page(
        "reference/question.html",
        about=owner.name,
        council=owner.authority_name or "the council",
        to=row.name,
        state=state,
        is_open=state in OPEN,
        questions=QUESTIONS,
        action=f"/reference/{ask.path['secret']}",
    )


def answer(ask: Ask) -> Response:
    """The answers, taken once."""
    service.answer(ask.session, _asked(ask).id, {one.id: ask.typed(one.id) for one in QUESTIONS}, now=ask.now)
    return ask.go(f"/reference/{ask.path['secret']}")


def say_no(ask: Ask) -> Response:
    """They would rather not."""
    service.say_no(ask.session, _asked(ask).id, now=ask.now)
    return ask.go(f"/reference/{ask.path['secret']}")


ROUTES = [
    Page("/reference/{secret}", questions, BY_LINK, GET, name="reference_link"),
    Page("/reference/{secret}", answer, BY_LINK, POST, again=questions, name="answer_reference"),
    Page("/reference/{secret}/no", say_no, BY_LINK, POST, name="decline_reference"),
]
