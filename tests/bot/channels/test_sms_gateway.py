"""A generic SMS gateway over real HTTP: what each answer of it means, and what it passes on to us."""

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal
from urllib.parse import urlencode

import pytest

from bot.channels.delivery import Blocked, Delivery, Later, Sent, Unsendable
from bot.channels.sms_gateway import Gateway, HttpGateway, Names, NotFromGateway, Wiring, read_text
from tests.fakes.fake_sms_gateway import KEY, FakeSmsGateway, MemoryGateway, running_gateway

NUMBER = "+447700900123"


@pytest.fixture(scope="module")
def running() -> Iterator[FakeSmsGateway]:
    with running_gateway() as gateway:
        yield gateway


@pytest.fixture
def gateway(running: FakeSmsGateway) -> FakeSmsGateway:
    running.texts.clear()
    running.answers.clear()
    return running


def wired(gateway: FakeSmsGateway, body: Literal["json", "form"] = "json") -> Wiring:
    return Wiring(
        gateway.address, KEY, "X-Key", "Key ", body, "recipient", "content", "Alongside", "sender", "ref", "message_ref"
    )


@pytest.mark.parametrize("kind", ["json", "form", "memory"])
def test_every_gateway_takes_a_text_and_gives_its_id(gateway: FakeSmsGateway, kind: str) -> None:
    real: Gateway = (
        MemoryGateway() if kind == "memory" else HttpGateway(wired(gateway, "json" if kind == "json" else "form"))
    )
    came = real.send(NUMBER, "Zażółć £1 ਪੰਜਾਬੀ", "out_1")
    assert isinstance(came, Sent)
    assert str(came.message_id).endswith("_1")


def test_the_fields_have_the_names_that_this_gateway_wants(gateway: FakeSmsGateway) -> None:
    HttpGateway(wired(gateway, "form")).send(NUMBER, "hello", "out_1")
    assert gateway.texts == [{"recipient": NUMBER, "content": "hello", "sender": "Alongside", "ref": "out_1"}]


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (429, {"retry-after": "7"}, Later(7)),
        (503, {}, Later(30)),
        (500, {}, Later(30, maybe_sent=True)),
        (410, {}, Blocked("number not in use")),
        (404, {}, Unsendable("refused 404")),
        (422, {}, Unsendable("refused 422")),
    ],
)
def test_what_a_gateway_answers_is_a_value(
    gateway: FakeSmsGateway, status: int, headers: dict[str, str], expected: Delivery
) -> None:
    gateway.answers = [(status, headers)]
    assert HttpGateway(wired(gateway)).send(NUMBER, "hello", "out_1") == expected
    assert gateway.texts == []


def test_a_wrong_key_is_said_and_is_not_tried_for_ever(gateway: FakeSmsGateway) -> None:
    came = HttpGateway(replace(wired(gateway), key="old")).send(NUMBER, "hello", "out_1")
    assert came == Unsendable("the gateway refused our key")


def test_a_gateway_that_is_not_there_is_tried_later_and_sent_nothing() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert HttpGateway(Wiring(nobody)).send(NUMBER, "hello", "out_1") == Later(30)
    assert isinstance(HttpGateway(Wiring("not an address")).send(NUMBER, "hello", "out_1"), Later | Unsendable)


def test_a_line_cut_after_the_words_were_sent_leaves_it_unsure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        import threading

        def take_and_hang_up() -> None:
            line, _ = deaf.accept()
            line.recv(65536)
            line.close()

        taking = threading.Thread(target=take_and_hang_up)
        taking.start()
        assert HttpGateway(Wiring(address)).send(NUMBER, "hello", "out_1") == Later(30, maybe_sent=True)
        taking.join(5)


def test_a_text_passed_on_is_read_from_json_and_from_a_form() -> None:
    told = {"from": NUMBER, "text": "Yes & no", "id": "in_1"}
    for body, kind in ((json.dumps(told), "application/json"), (urlencode(told), "application/x-www-form-urlencoded")):
        read = read_text(body.encode(), kind, "s3cret", "s3cret", Names())
        assert (read.id, read.sender, read.text) == ("in_1", NUMBER, "Yes & no")


def test_the_secret_may_stand_in_the_body_where_a_gateway_can_set_no_header() -> None:
    body = urlencode({"msisdn": NUMBER, "body": "hi", "secret": "s3cret"}).encode()
    read = read_text(body, "", "", "s3cret", Names("msisdn", "body"))
    assert (read.sender, read.text, read.id) == (NUMBER, "hi", "")


@pytest.mark.parametrize(
    ("body", "given", "secret"),
    [
        (b'{"from": "+447700900123", "text": "hi"}', "wrong", "s3cret"),
        (b'{"from": "+447700900123", "text": "hi"}', "", ""),
        (b'{"text": "hi"}', "s3cret", "s3cret"),
        (b"{broken", "s3cret", "s3cret"),
        (b"[1, 2]", "s3cret", "s3cret"),
        (b"\xff\xfe\x00", "s3cret", "s3cret"),
    ],
)
def test_a_call_without_the_secret_or_without_a_text_is_not_kept(body: bytes, given: str, secret: str) -> None:
    with pytest.raises(NotFromGateway):
        read_text(body, "application/json" if body[:1] in b"[{" else "", given, secret, Names())
