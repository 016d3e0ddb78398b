"""The application: pages on one database and one clock, with static files and headers around them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import anyio.to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from market.core.clock import Clock, SystemClock
from market.core.database import Database
from market.core.errors import NotFound
from market.core.settings import Settings
from market.web.edge import Edge
from market.web.headers import A_YEAR, SafeHeaders
from market.web.page import Page
from market.web.refusals import said, told_page
from market.web.routing import PAGES, routes
from market.web.services import Services
from market.web.static_files import STATIC
from market.web.watching import Caught, Watch, Watched
from market.wiring import connect

THREADS = 4


class LastingFiles(StaticFiles):
    """Built files. An address that carries the mark of its content may be kept for a year; any other is asked about."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        marked = b"v=" in scope["query_string"]
        response.headers["cache-control"] = f"public, max-age={A_YEAR}, immutable" if marked else "no-cache"
        return response


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


async def _wrong_method(request: Request, _trouble: Exception) -> Response:
    """The address is known, but not in this way: a form's address typed by hand, or a stale button."""
    return told_page(request, said(NotFound()))


def create_app(
    settings: Settings,
    database: Database,
    clock: Clock | None = None,
    *,
    services: Services | None = None,
    pages: Sequence[Page] = PAGES,
    raises: bool = False,
) -> Starlette:
    """The application for this database. `services` holds what pages share, such as the live search index.

    With `raises`, for tests, what breaks is raised after its page was sent. Otherwise it is only logged, by kind and
    place: a server's own log would print the words in it, and they may be about somebody.
    """
    connect()
    watch = Watch()
    edge = Edge(settings, database, clock or SystemClock(), services or Services())
    app = Starlette(
        routes=[Mount("/static", LastingFiles(directory=STATIC, check_dir=False), name="static"), *routes(edge, pages)],
        middleware=[
            Middleware(Watched, watch=watch),
            Middleware(SafeHeaders, https=settings.cookies_need_https),
            Middleware(Caught, raises=raises),
        ],
        exception_handlers={405: _wrong_method},
        lifespan=_lifespan,
    )
    app.state.edge = edge
    app.state.watch = watch
    return app
