"""The same frame of danger, now and over: told of anybody it alarms; past, settled, feared, played or dreamt it does not."""

from itertools import product

import pytest

from matching.danger import look_for_danger
from matching.signs.told_danger_more import TOLD_DANGER_MORE
from matching.signs.told_harmless_more import TOLD_HARMLESS_MORE

WHO = ("my mum", "Dad", "my husband", "nan", "Mrs Patel", "the client")
NOW_FRAMES = (
    "{who} can't be woken",
    "{who} has collapsed in the kitchen",
    "{who} is choking on a bit of toast",
    "{who} has taken all the tablets at once",
    "{who} has fallen and can't get up",
    "{who} is having a fit and it won't stop",
    "someone has hold of a knife and is going for {who}",
    "{who} says there's a man climbing in at the window",
    "{who} has stopped shivering and is mumbling",
    "{who} has gone all lopsided in the face",
    "the ceiling has come down on {who}",
)
OVER_FRAMES = (
    "{who} had a fall last month and needs a hand with the shopping",
    "{who} had a stroke in 2019 and wants help with speech",
    "{who} had a heart attack three years ago and would like gentle walks",
    "{who} choked on a sweet last year, looking for a first aid course",
    "I dreamt that {who} was on fire, what time is my visit",
    "{who} loves a murder on the telly, who is coming tonight",
    "the engineer fixed the gas leak for {who} last week, cancel Friday",
    "we are worried that {who} might fall so want grab rails",
    "{who} is training as a first aider",
    "is there a stroke club for {who}",
)
IDIOMS = (
    "I'm dying for a cuppa", "my feet are killing me", "he'll have a fit at the price", "this bill is strangling us",
    "I could murder a bacon sandwich", "she had me in stitches", "we get on like a house on fire", "over my dead body",
    "I nearly had a heart attack at the bill", "drowning in paperwork", "these stairs will finish me off", "break a leg",
)  # fmt: skip
ASKED = ("when is Donna coming", "can you book Friday at 2pm", "what have I left to spend")


@pytest.mark.parametrize(("frame", "who"), list(product(NOW_FRAMES, WHO)))
def test_danger_now_alarms_whoever_it_is_told_of(frame: str, who: str) -> None:
    assert look_for_danger(frame.format(who=who))


@pytest.mark.parametrize(("frame", "who"), list(product(OVER_FRAMES, WHO)))
def test_what_is_over_feared_played_or_dreamt_does_not(frame: str, who: str) -> None:
    assert look_for_danger(frame.format(who=who)) is None


@pytest.mark.parametrize(("idiom", "asked"), list(product(IDIOMS, ASKED)))
def test_a_figure_of_speech_before_a_request_is_no_alarm(idiom: str, asked: str) -> None:
    assert look_for_danger(f"{idiom}, {asked}") is None


def test_needs_that_look_dangerous_may_be_typed_into_the_search_box() -> None:
    needs = TOLD_HARMLESS_MORE.strip().splitlines()
    assert len([need for need in needs if look_for_danger(need)]) <= 0.005 * len(needs)


def test_danger_told_in_a_search_box_is_heard() -> None:
    told = TOLD_DANGER_MORE.strip().splitlines()
    missed = [text for text in told if not look_for_danger(text)]
    assert len(missed) <= 0.05 * len(told), missed


@pytest.mark.parametrize(
    "text",
    [
        "I have all my pills lined up on the side so you can cancel the morning",
        "I've been saving my tablets up, please do not send Donna",
        "no need to come Friday, I have the paracetamol ready and a bottle",
    ],
)
def test_calling_visits_off_takes_nothing_from_a_plan_to_die(text: str) -> None:
    found = look_for_danger(text)
    assert found is not None
    assert found.kind == "plan_to_die"
