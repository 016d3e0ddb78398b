"""For machines: alive, ready, and counts."""

import sqlalchemy as sa
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse, PlainTextResponse, Response

from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, Page
from market.web.watching import Watch


def healthz(_ask: Ask) -> Response:
    """The process answers."""
    return PlainTextResponse("ok")


def readyz(ask: Ask) -> Response:
    """Whether everything that pages need is there: the database, the search index (asking brings it up to date, so that no
    visitor waits for it to be built), and what the application was given to ask about."""
    found = {"database": _database_trouble(ask), "index": _index_trouble(ask)}
    found |= {name: trouble() for name, trouble in ask.services.ready.items()}
    is_ready = not any(found.values())
    said = {name: trouble or "ok" for name, trouble in found.items()}
    return JSONResponse({"ready": is_ready, "parts": said}, status_code=200 if is_ready else 503)


def _database_trouble(ask: Ask) -> str | None:
    try:
        ask.session.execute(sa.text("SELECT count(*) FROM account"))
    except SQLAlchemyError as trouble:
        return type(trouble).__name__
    return None


def _index_trouble(ask: Ask) -> str | None:
    try:
        ask.services.search.fresh(ask.session, ask.now)
    except SQLAlchemyError as trouble:
        return type(trouble).__name__
    return None


def metrics(ask: Ask) -> Response:
    """Counts for Prometheus, with no word about anybody."""
    watch: Watch = ask.request.app.state.watch
    return Response(generate_latest(watch.registry), media_type=CONTENT_TYPE_LATEST)


ROUTES = [
    Page("/healthz", healthz, guards.machine, GET),
    Page("/readyz", readyz, guards.machine, GET),
    Page("/metrics", metrics, guards.machine, GET),
]
