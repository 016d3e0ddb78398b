"""Staff in a conversation they were asked into: what was said so far, and a box to answer in."""

from collections.abc import AsyncIterator
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from market.chat.bubbles import Bubble, bubbles_of
from market.chat.handing_over import conversation_of, say_as_human
from market.chat.tables import Conversation
from market.core.errors import Refusal
from market.core.ids import new_id
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.routes.desk_reports import STAFF_FOR_REPORTS


def show(ask: Ask) -> Response:
    """The conversation, without the buttons, which are the person's own."""
    report_id = ask.path["report_id"]
    conversation = conversation_of(ask.session, ask.me, report_id, now=ask.now)
    return ask.page("chat/with_human.html", bubbles=_bubbles(ask, conversation), report_id=report_id)


def say(ask: Ask) -> Response:
    """One answer, in the officer's name."""
    words, report_id = ask.typed("text"), ask.path["report_id"]
    if words:
        say_as_human(ask.session, ask.me, report_id, words, key=new_id("say"), now=ask.now)
    return ask.go(f"/desk/reports/{report_id}/chat")


def fresh(ask: Ask) -> Response:
    """The bubbles alone."""
    conversation = conversation_of(ask.session, ask.me, ask.path["report_id"], now=ask.now)
    return ask.page("chat/bubbles.html", bubbles=_bubbles(ask, conversation), mine="Them")


async def stream(ask: Ask) -> Response:
    """Says that something is new in this conversation, never what."""
    watch = ask.services.turn_watch(ask.database)
    conversation_id = await run_in_threadpool(_conversation_id, ask)

    async def events() -> AsyncIterator[str]:
        yield "retry: 3000\n\n"
        async for something in watch.news(conversation_id):
            yield "event: fresh\ndata: new\n\n" if something else ": here\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


def _bubbles(ask: Ask, conversation: Conversation) -> list[Bubble]:
    return [replace(bubble, buttons=()) for bubble in bubbles_of(ask.session, conversation, ask.now)]


def _conversation_id(ask: Ask) -> str:
    """In a session of a moment. Empty, which nothing ever happens in, for whoever may not see it."""
    try:
        with ask.database.read() as session:
            return conversation_of(session, ask.me, ask.path["report_id"], now=ask.now).id
    except Refusal:
        return ""


_PATH = "/desk/reports/{report_id}/chat"
ROUTES = [
    Page(_PATH, show, STAFF_FOR_REPORTS, GET),
    Page(_PATH, say, STAFF_FOR_REPORTS, POST, name="chat_as_human"),
    Page(f"{_PATH}/bubbles", fresh, STAFF_FOR_REPORTS, GET),
    Page(f"{_PATH}/stream", stream, STAFF_FOR_REPORTS, GET),
]
