"""The chat on a page: works with forms alone, shows what arrives by itself, and keeps each role's words apart."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import uvicorn
from sqlmodel import col, select

from bot.understood import Plainly
from market.app import create_app
from market.chat.store import ChatStore
from market.chat.tables import Conversation
from market.core.actor import Role
from market.messages.service import Message, Recipient, tell
from market.people.tables import Account, RoleGrant
from market.web.services import Services
from tests.chat.county import Here
from tests.web.browser import Browser, browser_on

BUTTON = re.compile(r'<button class="[^"]*" name="button" value="([^"]+)">([^<]+)</button>')


@dataclass
class Page:
    """One person's browser with the chat open."""

    browser: Browser

    @property
    def text(self) -> str:
        return self.browser.get("/chat").text

    def say(self, words: str) -> str:
        answer = self.browser.post("/chat", {"text": words}, seen_on="/chat")
        assert answer.status_code == 303
        return self.text

    def press(self, label: str) -> str:
        found = {shown: value for value, shown in BUTTON.findall(self.text)}
        assert label in found, f"{label!r} is not among {sorted(found)}"
        self.browser.post("/chat", {"button": found[label]}, seen_on="/chat")
        return self.text


def account_of(here: Here, role: Role) -> Account:
    with here.database.read() as session:
        found = select(Account).join(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
        return session.exec(found.where(RoleGrant.role == role)).first()  # type: ignore[return-value]


def open_chat(here: Here, role: Role | None) -> Page:
    app = create_app(
        here.settings, here.database, here.clock, services=Services(understand=here.understand), raises=True
    )
    browser = browser_on(app, here.database, here.clock, base_url="https://testserver")
    if role is not None:
        browser.sign_in(account_of(here, role))
    return Page(browser)


def test_a_new_chat_greets_by_name_and_shows_what_can_be_done(here: Here) -> None:
    text = open_chat(here, Role.SUPPORTER).text
    assert "Hello Jean" in text
    assert "See the week" in text


def test_a_form_post_is_answered_on_the_page(here: Here) -> None:
    chat = open_chat(here, Role.SUPPORTER)
    assert "£5,000" in chat.say("how much is left?")
    assert "There are no visits" in chat.press("See the week")


def test_danger_shows_999_first(here: Here) -> None:
    text = open_chat(here, Role.SUPPORTER).say("dad has fallen and he is not breathing")
    newest = text[text.index("bubble--urgent") :]
    assert newest.index("999") < newest.index("I have told a person here")


def test_a_visitor_can_chat_and_stays_the_same_visitor(here: Here) -> None:
    chat = open_chat(here, None)
    assert "I can help you find someone kind" in chat.text
    chat.say("find help")
    assert "find help" in chat.text
    assert "find help" not in open_chat(here, None).text


def test_a_message_that_was_sent_appears_in_the_open_chat(here: Here) -> None:
    chat, jean = open_chat(here, Role.SUPPORTER), account_of(here, Role.SUPPORTER)
    assert chat.text
    with here.database.write() as session:
        message = Message("visit.changed", "", "Aled is about 20 minutes late.")
        tell(session, to=Recipient(jean.id), message=message, key="late", at=here.clock.now())
    here.worker(here.database, here.clock).run_due()
    assert "Aled is about 20 minutes late." in chat.browser.get("/chat/bubbles").text


def test_a_used_button_is_gone_and_pressing_it_again_does_nothing(here: Here) -> None:
    chat = open_chat(here, Role.SUPPORTER)
    here.means("a hope", "add_outcome", {"need": "get to the allotment"})
    chat.say("a hope")
    value = next(value for value, label in BUTTON.findall(chat.text) if label.startswith("Yes"))
    for _ in range(2):
        chat.browser.post("/chat", {"button": value}, seen_on="/chat")
    assert value not in chat.text
    assert "answered already" in chat.text or "out of date" in chat.text


def test_each_role_of_one_account_has_its_own_words(here: Here) -> None:
    jean = account_of(here, Role.SUPPORTER)
    chat = open_chat(here, Role.SUPPORTER)
    chat.say("how much is left?")
    with here.database.write() as session:
        grant = RoleGrant(account_id=jean.id, role=Role.PA, provider_id=here.county.aled.id, starts_at=here.clock.now())
        session.add(grant)
    chat.browser.post("/role", {"grant_id": grant.id})
    text = chat.text
    assert "£5,000" not in text
    assert "New requests" in text


def test_a_code_is_shown_once_and_only_its_hash_is_kept(here: Here) -> None:
    chat = open_chat(here, Role.SUPPORTER)
    shown = chat.browser.post("/chat/link", {}, seen_on="/chat/link").text
    code = re.search(r'id="code">([^<]+)<', shown)
    assert code is not None
    assert code.group(1) not in chat.browser.get("/chat/link").text
    terminal = here.terminal("visitor")
    came = terminal.take(f"/start {code.group(1)}")
    assert "account.linked" in [event["name"] for event in came["events"]]
    again = here.terminal("visitor").take(code.group(1))
    assert "account.linked" not in [event["name"] for event in again["events"]]


@pytest.fixture
def port(here: Here) -> Iterator[int]:
    app = create_app(here.settings, here.database, here.clock, services=Services(understand=here.understand))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)


def test_the_stream_says_when_something_is_new_and_never_what(here: Here, port: int) -> None:
    chat = open_chat(here, None)
    assert chat.text
    cookies = "; ".join(f"{name}={value}" for name, value in chat.browser.client.cookies.items())
    line = socket.create_connection(("127.0.0.1", port), timeout=10)
    line.sendall(f"GET /chat/stream HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n\r\n".encode())
    assert b"text/event-stream" in line.recv(4000)
    time.sleep(0.3)
    chat.say("a word that nobody else may see")
    heard = b""
    while b"event: fresh" not in heard:
        heard += line.recv(4000)
    assert b"nobody else" not in heard
    line.close()


def test_conversations_are_told_apart_by_account_and_role(here: Here) -> None:
    assert open_chat(here, Role.SUPPORTER).text
    assert open_chat(here, Role.PA).text
    with here.database.read() as session:
        owners = {row.account_id for row in session.exec(select(Conversation))}
    assert len(owners) == 2


def test_what_breaks_in_us_is_said_kindly_and_nothing_is_kept(here: Here) -> None:
    chat = open_chat(here, Role.SUPPORTER)

    def breaks(text: str, **_: object) -> Plainly:
        raise RuntimeError("a slip of ours")

    app_services = chat.browser.client.app.state.edge.services  # type: ignore[attr-defined]
    app_services.understand = breaks
    assert "Something went wrong here" in chat.say("what is on?")
    assert "what is on?" not in chat.text
    assert "999" in chat.say("dad is not breathing")


def test_danger_is_answered_even_when_the_desk_is_broken(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = open_chat(here, Role.SUPPORTER)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the store is down")

    monkeypatch.setattr(ChatStore, "save", broken)
    text = chat.say("dad is on the floor and not breathing")
    assert "Ring 999" in text
    assert "Nobody here has been told yet" in text
