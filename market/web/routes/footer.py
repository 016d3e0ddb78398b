"""Footer pages: drafts for a lawyer, on every page from the first day."""

from starlette.responses import Response

from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, Endpoint, Page
from market.web.templating import FOOTER_PAGES


def _showing(template: str) -> Endpoint:
    def show(ask: Ask) -> Response:
        return ask.page(template)

    return show


ROUTES = [
    Page(address, _showing(template), guards.anyone, GET, name=template.removesuffix(".html").replace("/", "_"))
    for address, _words, template in FOOTER_PAGES
]
