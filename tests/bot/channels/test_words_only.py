"""Channels without buttons: a terminal's square brackets, and SMS's numbers."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels import sms, text
from bot.messages import Button, Reply

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
    assert "".join(sms.as_sms(ASK)).splitlines()[:4] == [
        "Can you go?", "Reply 1 for: Yes, I can go", "Reply 2 for: No, I can't", "Open the page: https://alongside.example",
    ]  # fmt: skip
    chosen = {said: sms.chosen(said, ASK.buttons) for said in ("1", " 2. ", "PERSON", "yes, I can go", "3", "yes")}
    assert [b.id if b else None for b in chosen.values()] == ["btn_yes", "btn_no", "btn_human", "btn_yes", None, None]


@given(st.text(min_size=1, max_size=900))
def test_every_part_of_an_sms_fits(words: str) -> None:
    parts = sms.as_sms(Reply(words or "x"))
    assert len(parts) <= sms.MOST_PARTS
    assert all(len(part) <= sms.ONE for part in parts)


def test_curly_quotes_do_not_halve_an_sms() -> None:
    assert all(c in sms.GSM for c in "".join(sms.as_sms(Reply("They say: “I’m full” • Tuesday – Thursday…"))))
