"""Large and slow: half the words, fewer choices, and nothing left out that counts."""

import re
from dataclasses import replace

import pytest

from bot.messages import Reply
from bot.phrases import booking, care, danger, home, pushed, visits, whose, work
from bot.phrases.said import Manner, said, spoken_to
from bot.phrases.short import SHORT
from bot.understood import Plainly
from tests.bot.talking import Talking
from tests.bot.transcripts import PUSHES, Transcript, transcripts, turns_of
from tests.fakes.scripted_understanding import ScriptedUnderstanding
from tests.fakes.scripted_world import PEOPLE

MODULES = (booking, care, home, visits, whose, work)
FIELD = re.compile(r"\{\w+\}")


def few(talk: Talking) -> None:
    talk.desk.person = replace(talk.desk.person, large_and_slow=True)


def words_in(replies: list[Reply]) -> int:
    return sum(len(reply.text.split()) for reply in replies)


def is_plain(transcript: Transcript) -> bool:
    """Not about danger, whose words stay whole, and not in a manner of its own already."""
    manners = ("with few words", "with polish", "how_we_talk", "punjabi")
    return "danger" not in transcript.path.stem and not any(
        manner in line for manner in manners for line in (*transcript.lines, transcript.path.stem)
    )


def test_whole_conversations_take_half_the_words() -> None:
    """Over every transcript, the answers alone: words about danger, and messages that arrive by themselves, stay whole."""
    plain, short = 0, 0
    for transcript in transcripts():
        if is_plain(transcript):
            plain += words_in(turns_of(transcript))
            short += words_in(turns_of(transcript, set_up=few))
    assert short / plain <= 0.5, f"{short} words of {plain}"


def test_the_phrases_alone_take_half_the_words() -> None:
    full = [v for m in MODULES for k, v in vars(m).items() if k.isupper() and isinstance(v, str) and len(v.split()) > 3]
    count = [len(FIELD.sub("", phrase).split()) for phrase in full]
    shorter = [len(FIELD.sub("", SHORT.get(phrase, phrase)).split()) for phrase in full]
    assert sum(shorter) <= 0.5 * sum(count)


@pytest.mark.parametrize("phrase", sorted(SHORT), ids=lambda p: p[:30])
def test_a_short_phrase_asks_for_nothing_that_the_full_one_does_not_fill_in(phrase: str) -> None:
    assert set(FIELD.findall(SHORT[phrase])) <= set(FIELD.findall(phrase))
    assert len(SHORT[phrase].split()) <= len(phrase.split())


@pytest.mark.parametrize(
    "field", ["total", "charge", "extra", "number", "taken", "terms", "count", "note", "words", "wanted", "by"]
)
def test_prices_numbers_terms_and_a_persons_own_words_are_never_left_out(field: str) -> None:
    for phrase, short in SHORT.items():
        if f"{{{field}}}" in phrase:
            assert f"{{{field}}}" in short, phrase


def test_words_about_danger_are_not_shortened() -> None:
    assert not [v for k, v in vars(danger).items() if k.isupper() and v in SHORT]
    assert pushed.HANDED_TO_DESK not in SHORT


def test_half_the_offers_and_three_choices_at_a_time() -> None:
    talk = Talking.as_("supporter")
    few(talk)
    talk.say("hello")
    assert [b.label for b in talk.last.buttons] == ["See the week", "Who is coming?", "Find help", "Talk to a person"]
    talk.press("Find help")
    talk.say("a walk")
    assert [b.label for b in talk.last.buttons] == ["1. Donna Marsh", "2. Exwick Growers", "Show more"]


def test_whoever_has_few_words_can_have_more_again() -> None:
    talk = Talking.as_("customer")
    few(talk)
    talk.understand = ScriptedUnderstanding({"more please": Plainly("change_how_we_talk")})
    talk.say("more please")
    talk.press("Longer again")
    talk.press("Yes")
    assert talk.desk.done == [("change_how_we_talk", "fuller")]


def test_nobody_else_is_spoken_to_in_few_words_afterwards() -> None:
    with spoken_to(Manner(few_words=True)):
        assert said(booking.WHAT_HELP) == "What help?"
    assert said(booking.WHAT_HELP) == booking.WHAT_HELP
    assert PUSHES["cover"](Talking(Talking.as_("backup-contact").desk)).text.startswith("Donna can't come to Arthur.")
    assert not PEOPLE["customer"].large_and_slow
