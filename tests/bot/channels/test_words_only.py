"""Channels without buttons: a terminal's square brackets, and SMS's numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import sms, text
from bot.danger import spoken
from bot.messages import Button, Reply
from bot.phrases.languages import LANGUAGES
from bot.phrases.said import Manner, spoken_to
from bot.safety import SafetyAnswer
from matching.danger import ANSWERS, Danger
from tests.conftest import MONDAY

ASK = Reply(
    "Can you go?",
    (
        Button("Yes, I can go", "confirm", id="btn_yes"),
        Button("No, I can't", "decline", id="btn_no"),
        Button("Talk to a person", "human", id="btn_human"),
        Button("Open the page", "link", url="https://alongside.example"),
    ),
)


def test_a_line_in_brackets_presses_the_newest_button_of_that_label() -> None:
    newer = Reply("Again?", (Button("Yes, I can go", "confirm", id="btn_newer"),))
    pressed = text.read_line("[yes, i can go]", [ASK, newer], id="1", conversation="c")
    assert (pressed.kind, pressed.button) == ("button", "btn_newer")


def test_an_unknown_label_is_still_a_press_and_any_other_line_is_words() -> None:
    assert text.read_line("[Maybe]", [ASK], id="1", conversation="c").kind == "button"
    assert text.read_line("yes [I think]", [ASK], id="1", conversation="c").text == "yes [I think]"


def test_a_terminal_shows_words_buttons_and_addresses() -> None:
    assert text.as_text(ASK).splitlines() == [
        "Can you go?",
        "  [Yes, I can go]  [No, I can't]  [Talk to a person]  [Open the page] https://alongside.example",
    ]


def test_sms_numbers_the_choices_and_always_has_a_person() -> None:
    assert sms.as_sms(ASK).splitlines() == [
        "Can you go?", "Reply 1 for: Yes, I can go", "Reply 2 for: No, I can't", "Open the page: https://alongside.example",
        "Reply PERSON to talk to one.",
    ]  # fmt: skip
    chosen = {said: sms.chosen(said, ASK.buttons) for said in ("1", " 2. ", "PERSON", "yes, I can go", "3", "yes")}
    assert [b.id if b else None for b in chosen.values()] == ["btn_yes", "btn_no", "btn_human", "btn_yes", None, None]


def test_a_second_message_goes_on_counting_so_that_no_number_means_two_things() -> None:
    assert "Reply 4 for: Yes, I can go" in sms.as_sms(ASK, first=4)
    assert sms.chosen("1", ASK.buttons, first=4) is None
    assert sms.chosen("reply 5", ASK.buttons, first=4) == ASK.buttons[1]


def test_a_number_that_nobody_answers_from_is_shown_links_and_no_numbers() -> None:
    assert sms.as_sms(ASK, can_answer=False).splitlines() == ["Can you go?", "Open the page: https://alongside.example"]


@given(st.text(min_size=1, max_size=1500))
def test_no_reply_costs_more_than_four_texts_and_every_choice_is_in_it(words: str) -> None:
    text = sms.as_sms(Reply(words, ASK.buttons), read_on="https://alongside.example/chat")
    assert sms.parts_of(text) <= sms.MOST_PARTS
    assert text.splitlines()[-4:] == sms.as_sms(ASK).splitlines()[-4:]


def test_words_about_danger_are_never_cut() -> None:
    words = "Ring 999 now. " * 60
    assert words in sms.as_sms(Reply(words, urgent=True))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),  # two septets each
        ("€" * 81, 2),
        ("€" * 152, 2),  # an escape is not parted from its letter: 76 in each part
        ("€" * 153, 3),
        ("ł" * 70, 1),  # outside the alphabet: UTF-16
        ("ł" * 71, 2),
        ("ł" * 134, 2),
        ("ł" * 135, 3),
        ("🙂" * 35, 1),  # two units each
        ("🙂" * 66, 2),  # 33 in each part of 67
        ("🙂" * 67, 3),
        ("ਪ" * 70, 1),
    ],
)
def test_parts_are_counted_as_the_network_counts_them(text: str, parts: int) -> None:
    assert sms.parts_of(text) == parts


def test_curly_quotes_do_not_halve_an_sms() -> None:
    assert sms.parts_of(sms.as_sms(Reply("They say: “I’m full” • Tuesday – Thursday… " * 3))) == 1


@pytest.mark.parametrize("language", ["English", *LANGUAGES])
@pytest.mark.parametrize("kind", sorted(ANSWERS))
@pytest.mark.parametrize("told", [True, False])
def test_the_number_to_ring_stands_in_the_first_160_letters_and_nothing_is_cut(
    kind: str, language: str, told: bool
) -> None:
    number, first, more, question = ANSWERS[kind]
    danger = Danger(kind, number, first, more, question)
    with spoken_to(Manner(language)):
        reply = spoken(SafetyAnswer(danger, MONDAY).reply(told=told))
    text = sms.as_sms(reply)
    for wanted in number.split(" or "):
        assert wanted in text[:160]
    assert all(line.replace("’", "'") in text for line in reply.text.splitlines())
