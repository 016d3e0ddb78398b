"""The one table that turns a typed refusal into a page: what happened, in plain words, and what to do next."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from market.core.errors import Refusal
from market.web.ask import Ask
from market.web.refusal_words import bookings, checks, edge, interchange, money, people, plans, providers
from market.web.said import Said
from market.web.templating import render
from market.web.wording import Wording

TABLE: Wording = {
    **edge.WORDS,
    **people.WORDS,
    **bookings.WORDS,
    **money.WORDS,
    **plans.WORDS,
    **providers.WORDS,
    **checks.WORDS,
    **interchange.WORDS,
}


def said(refusal: Refusal) -> Said:
    """The words for a refusal: its own, else those of the nearest class it descends from. Raises LookupError for none."""
    for kind in type(refusal).__mro__:
        if kind in TABLE:
            return TABLE[kind](refusal)
    raise LookupError(f"{type(refusal).__name__} has no words in market/web/refusals.py")


def has_words(kind: type[Refusal]) -> bool:
    """Whether somebody who meets this refusal is told anything. A test asks this of every refusal there is."""
    return any(ancestor in TABLE for ancestor in kind.__mro__)


def refusal_page(ask: Ask, told: Said) -> Response:
    """The whole-page answer to a refusal, or the way to the page that mends it and back."""
    if told.goes_to:
        asked_for = ask.request.url.path if ask.request.method in {"GET", "HEAD"} else "/"
        if ask.request.method in {"GET", "HEAD"} and ask.request.url.query:
            asked_for += "?" + ask.request.url.query
        return RedirectResponse(f"{told.goes_to}?{urlencode({'next': asked_for})}", status_code=303)
    return told_page(ask.request, told)


def told_page(request: Request, told: Said) -> Response:
    """A page that says why not, and where to go on."""
    context = {"title": told.title, "words": told.words, "next": told.onward}
    return render(request, "errors/refusal.html", status_code=told.status, **context)
