"""Footer pages: drafts for a lawyer, on every page from the first day."""

from starlette.responses import Response

from market.payments.rules import fee_of
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, Endpoint, Page
from market.web.paying.fees import fee_words
from market.web.templating import FOOTER_PAGES


def _showing(template: str) -> Endpoint:
    def show(ask: Ask) -> Response:
        points = ask.settings.platform_fee_points
        return ask.page(template, fee=fee_words(points), of_100_pounds=10_000 - fee_of(10_000, points))

    return show


ROUTES = [
    Page(address, _showing(template), guards.anyone, GET, name=template.removesuffix(".html").replace("/", "_"))
    for address, _words, template in FOOTER_PAGES
]
