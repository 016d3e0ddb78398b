"""Which way a message goes, what goes again, and what an e-mail's subject may say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.messages.rules import Channel, Point, Route, goes_again, plain_subject, routes, wait_before_retry

CHAT = Point(Channel.TELEGRAM, "4242")


def test_chat_comes_before_sms_before_email_before_a_call() -> None:
    found = routes([CHAT], phone="07700 900001", email="a@example.org")
    assert [route.channel for route in found] == [Channel.TELEGRAM, Channel.SMS, Channel.EMAIL, Channel.CALL]


def test_a_stopped_chat_is_left_out() -> None:
    stopped = Point(Channel.TELEGRAM, "4242", open=False)
    assert routes([stopped], phone="", email="a@example.org") == (Route(Channel.EMAIL, "a@example.org"),)


def test_somebody_with_nothing_but_a_phone_is_on_the_call_list_in_the_end() -> None:
    assert routes([], phone="07700 900001", email="")[-1] == Route(Channel.CALL, "07700 900001")


def test_somebody_with_no_way_to_be_reached_has_no_route() -> None:
    assert routes([], phone="", email="") == ()


@pytest.mark.parametrize(
    ("kind", "again"),
    [
        ("safety.danger", True),
        ("cascade.question", True),
        ("sign_in.link", True),
        ("booking.request", False),
        ("shortlist.sent", False),
        ("safetynet", False),
    ],
)
def test_only_safety_cascade_and_sign_in_messages_go_again(kind: str, again: bool) -> None:
    assert goes_again(kind) is again


@given(st.integers(min_value=0, max_value=10_000))
def test_waits_grow_and_never_pass_ten_minutes(attempts: int) -> None:
    assert wait_before_retry(attempts) <= wait_before_retry(attempts + 1)
    assert 0 < wait_before_retry(attempts).total_seconds() <= 600


@pytest.mark.parametrize(
    "subject",
    ["Peggy's visit", "News for PEGGY", "A visit for Mrs Hannaford", "Your dementia sitter", "Bathing on Monday"],
)
def test_a_subject_never_holds_a_name_or_a_word_about_health(subject: str) -> None:
    assert plain_subject("visit.changed", subject, ["Mrs Peggy Hannaford"]) == "News of a visit"


def test_a_plain_subject_is_kept() -> None:
    assert plain_subject("booking.request", "A new request", ["Peggy Hannaford"]) == "A new request"


def test_an_unknown_kind_still_has_a_subject() -> None:
    assert plain_subject("something.new", "", []) == "A message from Alongside"
