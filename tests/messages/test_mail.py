"""E-mail over a real socket: the letter, and what each answer of a mail server means for sending it again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from market.core.settings import Settings
from market.core.tables import OutboxRow
from market.messages.handlers import email_sender
from market.messages.mail import Smtp, compose
from market.messages.sending import Blocked, Failed, MaybeSent, OutboxOnly, Sent, TryLater
from tests.fakes.fake_smtp import FakeSmtp, running_smtp


@pytest.fixture
def server() -> Iterator[FakeSmtp]:
    with running_smtp() as running:
        yield running


def _settings(server: FakeSmtp) -> Settings:
    return Settings(smtp_host="127.0.0.1", smtp_port=server.port, public_address="https://alongside.example/")


def _row(**facts: Any) -> OutboxRow:
    ordinary: dict[str, Any] = {
        "id": "msg_1",
        "key": "k",
        "channel": "email",
        "address": "wendy@example.org",
        "kind": "booking.request",
        "subject": "A new request for you",
        "text": "New request from Arthur.\nCan you go? It is £17.",
        "made_at": datetime(2026, 11, 23, 9, tzinfo=UTC),
    }
    return OutboxRow(**ordinary | facts)


def test_a_letter_arrives_with_its_words_whole(server: FakeSmtp) -> None:
    assert isinstance(Smtp(_settings(server)).send(_row()), Sent)
    [letter] = server.letters
    assert (letter["To"], letter["Subject"]) == ("wendy@example.org", "A new request for you")
    assert "It is £17." in letter.get_content()


def test_the_same_message_sent_again_has_the_same_id(server: FakeSmtp) -> None:
    for _ in range(2):
        Smtp(_settings(server)).send(_row())
    first, second = server.letters
    assert first["Message-ID"] == second["Message-ID"]


def test_a_link_of_ours_gets_the_address_of_this_installation() -> None:
    buttons = [
        {"label": "Yes", "means": "confirm"},
        {"label": "Open the question", "means": "link", "url": "/backup/x"},
    ]
    letter = compose(_row(buttons=buttons), sender="a@example.org", address="https://alongside.example/")
    assert "https://alongside.example/backup/x" in letter.get_content()
    assert "sign in" not in letter.get_content()


def test_a_question_without_a_link_says_where_to_answer() -> None:
    letter = compose(
        _row(buttons=[{"label": "Yes, I'll do it", "means": "confirm"}]),
        sender="a@example.org",
        address="https://x.example",
    )
    assert "https://x.example/chat" in letter.get_content()


def test_no_server_there_is_tried_later(server: FakeSmtp) -> None:
    nowhere = Settings(smtp_host="127.0.0.1", smtp_port=9)
    assert isinstance(Smtp(nowhere).send(_row()), TryLater)


@pytest.mark.parametrize(
    ("command", "answer", "meaning"),
    [
        ("RCPT", "550 no such person", Blocked),
        ("RCPT", "450 mailbox busy", TryLater),
        ("MAIL", "451 not now", TryLater),
        ("END", "554 looks like spam", Failed),
        ("END", "451 try again", TryLater),
    ],
)
def test_each_refusal_of_a_server_means_one_thing(
    server: FakeSmtp, command: str, answer: str, meaning: type[object]
) -> None:
    server.refuse[command] = answer
    assert isinstance(Smtp(_settings(server)).send(_row()), meaning)


def test_a_line_cut_after_the_words_were_sent_leaves_it_unsure(server: FakeSmtp) -> None:
    server.hang_up_after_data = True
    assert isinstance(Smtp(_settings(server)).send(_row()), MaybeSent)


def test_without_a_mail_server_the_outbox_page_is_the_letter() -> None:
    assert isinstance(email_sender(Settings(smtp_host="")), OutboxOnly)
