"""The edge of every page: reads the form, opens the transaction, finds out who asks, checks, runs, commits, answers.

Endpoints are plain functions and run in the threadpool, four at a time (measured faster than 8 or 40, and than an async
driver). Only reading the body is done on the event loop, since a plain function cannot.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import cast

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from market.core.clock import Clock
from market.core.database import Database
from market.core.errors import NotAllowed, NotFound, Refusal
from market.core.settings import Settings
from market.people.queries import Here, here
from market.people.rules import hashed
from market.web.ask import Ask
from market.web.cookies import FLASH, SESSION, Jar, Signer
from market.web.errors import FormTooOld
from market.web.forms import read_body, read_form
from market.web.frames import bound_to, frame_for
from market.web.page import Endpoint, Page, Stream
from market.web.refusals import refusal_page, said
from market.web.services import Services
from market.web.templating import CSRF_FIELD
from market.web.unit import SEEN_EVERY, Notes, unit


class Edge:
    """Makes pages into endpoints for the router, on one database and one clock."""

    def __init__(self, settings: Settings, database: Database, clock: Clock, services: Services) -> None:
        self.settings = settings
        self.database = database
        self.clock = clock
        self.services = services
        self.signer = Signer(settings)

    def endpoint(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """The page as the router calls it."""

        async def answer(request: Request) -> Response:
            request.state.route = page.path
            try:
                body = await read_body(request, page.most_bytes) if request.method == "POST" else b""
                form = FormData() if page.guard.is_machine else await read_form(request, body, page.most_bytes)
            except Refusal as refusal:
                return await run_in_threadpool(self._refuse_unread, request, refusal)
            try:
                if inspect.iscoroutinefunction(page.endpoint):
                    return await self._stream(page, request, form, body)
                return await run_in_threadpool(self._answer, page, request, form, body)
            finally:
                await form.close()

        return answer

    def _ask(
        self, request: Request, session: Session, form: FormData, body: bytes = b"", *, is_machine: bool = False
    ) -> Ask:
        ask = Ask(
            request=request,
            session=session,
            database=self.database,
            now=self.clock.now(),
            settings=self.settings,
            services=self.services,
            signer=self.signer,
            jar=Jar(request, self.settings.cookies_need_https),
            form=form,
            body=body,
        )
        if not is_machine:
            ask.here = self._here(ask)
            request.state.frame = frame_for(ask)
        return ask

    def _here(self, ask: Ask) -> Here | None:
        secret = ask.jar.get(SESSION)
        return here(ask.session, hashed(secret), ask.now) if secret else None

    def _answer(self, page: Page, request: Request, form: FormData, body: bytes) -> Response:
        notes = Notes()
        ask: Ask | None = None
        at_the_door = True
        try:
            with unit(self.database, notes, writes=page.keeps) as session:
                ask = self._ask(request, session, form, body, is_machine=page.guard.is_machine)
                page.guard.check(ask)
                at_the_door = False
                self._check_form(page, ask)
                result = cast(Endpoint, page.endpoint)(ask)
                self._note_seen(ask, notes)
        except Refusal as refusal:
            result = refusal
        if ask is None:
            raise RuntimeError("an Ask is made before anything can be refused")
        if isinstance(result, Refusal):
            result = self._refuse(page, ask, result, notes, at_the_door=at_the_door)
        notes.keep(self.database)
        return self._finish(ask, result)

    def _check_form(self, page: Page, ask: Ask) -> None:
        if ask.request.method != "POST" or page.guard.is_machine:
            return
        from_elsewhere = ask.request.headers.get("sec-fetch-site") == "cross-site"
        if from_elsewhere or not ask.signer.csrf_fits(ask.typed(CSRF_FIELD), bound_to(ask)):
            raise FormTooOld

    def _refuse(self, page: Page, ask: Ask, refusal: Refusal, notes: Notes, *, at_the_door: bool) -> Response:
        """Say a refusal: on the form again where the page has one, else on a page of its own."""
        told = said(refusal)
        whole_page = page.again is None or at_the_door or isinstance(refusal, NotAllowed | NotFound) or told.goes_to
        if page.guard.is_machine or whole_page or page.again is None:
            return refusal_page(ask, told)
        with unit(self.database, notes, writes=False) as session:
            again = replace(ask, session=session, refused=told)
            again.here = self._here(again)
            try:
                result = page.again(again)
            except Refusal as why:  # the form cannot be shown either: say that instead
                result = why
        return refusal_page(ask, said(result)) if isinstance(result, Refusal) else result

    def _refuse_unread(self, request: Request, refusal: Refusal) -> Response:
        with unit(self.database, Notes(), writes=False) as session:
            ask = self._ask(request, session, FormData())
            return self._finish(ask, refusal_page(ask, said(refusal)))

    async def _stream(self, page: Page, request: Request, form: FormData, body: bytes) -> Response:
        """Pass the guard in a thread, let go of thread and session, then let the endpoint wait as long as it likes."""

        def open_door() -> Ask | Response:
            notes = Notes()
            with unit(self.database, notes, writes=False) as session:
                ask = self._ask(request, session, form, body, is_machine=page.guard.is_machine)
                try:
                    page.guard.check(ask)
                    self._check_form(page, ask)
                except Refusal as refusal:
                    return self._finish(ask, refusal_page(ask, said(refusal)))
            notes.keep(self.database)
            return ask

        opened = await run_in_threadpool(open_door)
        if isinstance(opened, Response):
            return opened
        return self._finish(opened, await cast(Stream, page.endpoint)(opened))

    def _note_seen(self, ask: Ask, notes: Notes) -> None:
        if ask.here is not None and ask.now - ask.here.signed.seen_at >= SEEN_EVERY:
            notes.seen = (ask.here.signed.id, ask.now)

    def _finish(self, ask: Ask, response: Response) -> Response:
        if ask.jar.get(FLASH) and response.status_code < 300:
            ask.jar.drop(FLASH)
        ask.jar.put_on(response)
        response.headers.setdefault("cache-control", "no-store" if ask.here else "private, no-cache")
        return response
