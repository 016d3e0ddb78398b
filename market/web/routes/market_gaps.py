"""What people looked for and did not find, by district: for a commissioner."""

from datetime import timedelta

from starlette.responses import Response

from market.core.actor import Role
from market.insights.queries import looked_for
from market.insights.rules import FEWEST, gaps
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, Page

WINDOW = timedelta(days=90)


def what_is_missing(ask: Ask) -> Response:
    """Counts by district over the last three months. Nobody and nothing is named, and small counts are kept back."""
    found = gaps(looked_for(ask.session, ask.now - WINDOW))
    return ask.page("market/gaps.html", gaps=found, fewest=FEWEST, since=ask.now - WINDOW)


ROUTES = [Page("/market", what_is_missing, guards.role(Role.COMMISSIONER), GET, name="market")]
