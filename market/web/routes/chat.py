"""The chat on a page. Without scripts each message is a form; with them, new words come by an event stream."""

from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from bot.engine import Turn
from bot.messages import Incoming
from bot.phrases.languages import LANGUAGES
from market.chat.bubbles import bubbles_of
from market.chat.linking import make_code
from market.chat.queries import conversation_at
from market.chat.rules import Via
from market.chat.service import open_conversation
from market.chat.tables import Conversation
from market.chat.turns import BROKEN, ChatServices, answer, greet
from market.core.ids import new_id
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.templating import LARGE

LONGEST = 4000


def show(ask: Ask) -> Response:
    """The conversation so far, begun with a greeting if it is new."""
    conversation = _conversation(ask)
    greet(ask.session, _services(ask), conversation, ask.now)
    around = {"text_size": LARGE} if conversation.manner.get("large") else {}
    language = LANGUAGES.get(str(conversation.manner.get("language")))
    return ask.page(
        "chat/chat.html",
        bubbles=bubbles_of(ask.session, conversation, ask.now),
        unchecked=language.name if language and not language.checked else "",
        **around,
    )


def say(ask: Ask) -> Response:
    """One message or one press, answered; the page then shows it."""
    conversation = _conversation(ask)
    text, button = ask.typed("text")[:LONGEST], ask.typed("button")
    if text or button:
        kind = "button" if button else "text"
        incoming = Incoming(new_id("web"), conversation.id, "" if button else text, button, kind, "web")  # type: ignore[arg-type]
        turn = answer(ask.session, _services(ask), incoming, ask.now)
        if unkept := _unkept(turn):
            return ask.go("/chat", unkept, "bad")
    return ask.go("/chat#newest")


def _unkept(turn: Turn) -> str:
    """Words that stand in no conversation, because the turn could not be kept: danger, or our own trouble."""
    if turn.broken or (turn.replies and turn.replies[0].text == BROKEN):
        return " ".join(reply.text for reply in turn.replies)
    return ""


def fresh(ask: Ask) -> Response:
    """The bubbles alone, for the page to put in the place of those it has."""
    _let_in(ask)
    conversation = conversation_at(ask.session, Via.WEB, _address(ask))
    bubbles = bubbles_of(ask.session, conversation, ask.now) if conversation else []
    return ask.page("chat/bubbles.html", bubbles=bubbles)


async def stream(ask: Ask) -> Response:
    """Says that something is new, never what: the words are fetched by their own guarded address."""
    watch = ask.services.turn_watch(ask.database)
    conversation_id = await run_in_threadpool(_own_conversation, ask)

    async def events() -> AsyncIterator[str]:
        yield "retry: 3000\n\n"
        async for something in watch.news(conversation_id):
            yield "event: fresh\ndata: new\n\n" if something else ": here\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


def link(ask: Ask) -> Response:
    """How to tie another chat, such as Telegram, to this account."""
    return ask.page("chat/link.html", code="")


def show_code(ask: Ask) -> Response:
    """A fresh code, shown this once."""
    grant = ask.who.grant
    code = make_code(ask.session, ask.me.account_id, grant_id=grant.id if grant else None, now=ask.now)
    return ask.page("chat/link.html", code=code)


def _conversation(ask: Ask) -> Conversation:
    _let_in(ask)
    if ask.here is None:
        return open_conversation(ask.session, Via.WEB, _address(ask), now=ask.now)
    grant = ask.here.grant
    return open_conversation(
        ask.session,
        Via.WEB,
        _address(ask),
        now=ask.now,
        account_id=ask.here.account.id,
        grant_id=grant.id if grant else None,
    )


def _let_in(ask: Ask) -> None:
    """Visitors may chat; somebody signed in must be wholly so, as for any page of theirs."""
    if ask.here is not None:
        guards.signed_in.check(ask)


def _address(ask: Ask) -> str:
    """One conversation for each role of an account, so that none shows what belongs to another; else one for a browser."""
    if ask.here is None:
        return f"visitor:{ask.signer.hash('chat', ask.jar.visitor())}"
    return f"{ask.here.account.id}:{ask.here.grant.id if ask.here.grant else ''}"


def _services(ask: Ask) -> ChatServices:
    return ChatServices(ask.settings, ask.services.search, ask.services.understand, ask.services.alarm)


def _own_conversation(ask: Ask) -> str:
    """The id of this reader's conversation, looked up in a session of a moment; empty when none was begun."""
    with ask.database.read() as session:
        conversation = conversation_at(session, Via.WEB, _address(ask))
    return conversation.id if conversation else ""


ROUTES = [
    Page("/chat", show, guards.anyone, GET, writes=True),
    Page("/chat", say, guards.anyone, POST, name="chat_say"),
    Page("/chat/bubbles", fresh, guards.anyone, GET),
    Page("/chat/stream", stream, guards.anyone, GET),
    Page("/chat/link", link, guards.signed_in, GET),
    Page("/chat/link", show_code, guards.signed_in, POST, name="chat_show_code"),
]
