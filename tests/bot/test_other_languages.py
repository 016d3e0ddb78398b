"""Polish and Punjabi: whole for safety, the first page, who is coming, nobody has come and handing over; English below each."""

import re
from dataclasses import replace
from string import Formatter

import pytest

from bot import safety
from bot.phrases import care, danger, home, visits, whose
from bot.phrases.languages import LANGUAGES, asked_in
from bot.phrases.said import Beside, Manner, said, spoken_to
from bot.understood import Plainly
from matching.danger import ANSWERS
from tests.bot.talking import Talking
from tests.fakes.scripted_understanding import ScriptedUnderstanding

NAMES = sorted(LANGUAGES)
NUMBERS = re.compile(r"\d{3,}(?: \d{3})*")
GURMUKHI = re.compile(r"[\u0a00-\u0a7f]")
MUST_HAVE = {
    "safety": [v for k, v in vars(danger).items() if k.isupper() and isinstance(v, str)] + [safety.TOLD, safety.NOT_TOLD],
    "home": [
        home.HELLO, home.HELLO_VISITOR, home.THANKS, home.HELP, home.NOT_UNDERSTOOD, home.OUT_OF_SCOPE, home.OUT_OF_DATE,
        home.VOICE, home.PICTURE, home.OTHER_KIND, home.EMPTY, home.TOO_LONG, home.WHO_IS_COMING, home.NOBODY_HAS_COME,
        home.FIND_HELP, home.SEE_WEEK, home.MONEY_LEFT, home.REQUESTS, home.MY_VISITS, home.CANNOT_COME, home.ASKED_OF_ME,
        home.HAVE_CODE, home.TALK_TO_PERSON,
    ],
    "who is coming": [
        visits.COMING, visits.COMING_NOBODY, visits.COMING_LATE, visits.HERE_NOW, visits.NOT_SAID_LATE, visits.NONE_DAY,
        visits.NEXT_IS, whose.WHO_FOR, whose.WHO_FOR_SORRY, whose.NOT_LINKED, whose.NOBODY_LINKED,
    ],
    "nobody has come": [
        visits.NOBODY_DUE, visits.NOBODY_READ_BACK, visits.NOBODY_READ_BACK_NONE, visits.NOBODY_TOLD, visits.TOLD_BY,
        visits.TOLD_NUMBER, visits.YES_TELL, whose.WHICH_VISIT, whose.WHICH_VISIT_SORRY,
    ],
    "hand-over": [care.HUMAN_DONE, care.HUMAN_BACK, care.HUMAN_ENDED, care.RESUMED],
}  # fmt: skip


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("topic", sorted(MUST_HAVE))
def test_a_set_is_whole(language: str, topic: str) -> None:
    known = {**LANGUAGES[language].phrases, **LANGUAGES[language].labels}
    assert not [phrase for phrase in MUST_HAVE[topic] if phrase not in known]


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("kind", sorted(ANSWERS))
def test_every_line_about_danger_is_there_and_the_numbers_stand_in_both(language: str, kind: str) -> None:
    _, first_line, more, question = ANSWERS[kind]
    for line in (first_line, *more, question):
        theirs = LANGUAGES[language].phrases[line]
        assert NUMBERS.findall(theirs) == NUMBERS.findall(line)


@pytest.mark.parametrize("language", NAMES)
def test_a_phrase_fills_in_nothing_that_the_english_does_not(language: str) -> None:
    for english, theirs in LANGUAGES[language].phrases.items():
        fields = {name for _, name, _, _ in Formatter().parse(english) if name}
        assert {name for _, name, _, _ in Formatter().parse(theirs) if name} <= fields, english


def test_punjabi_is_in_gurmukhi_letters_and_every_phrase_is_in_its_own_language() -> None:
    for theirs in LANGUAGES["Punjabi"].phrases.values():
        assert GURMUKHI.search(theirs), theirs
    for english, theirs in LANGUAGES["Polish"].phrases.items():
        assert theirs != english


@pytest.mark.parametrize("language", NAMES)
def test_until_a_speaker_has_checked_it_the_english_stands_below(language: str) -> None:
    assert not LANGUAGES[language].checked, "say in the README who checked it, and when"
    talk = speaks("customer", language)
    talk.say("dad has collapsed and isn't breathing")
    first, second = talk.last.text.splitlines()[:2]
    assert "999" in first
    assert second == "Ring 999 now and ask for an ambulance."
    assert first == LANGUAGES[language].phrases[second]


def speaks(who: str, language: str) -> Talking:
    talk = Talking.as_(who)
    talk.desk.person = replace(talk.desk.person, language=language)
    return talk


def test_who_is_coming_has_its_day_and_time_in_both() -> None:
    talk = speaks("customer", "Polish")
    talk.understand = ScriptedUnderstanding({"x": Plainly("who_is_coming", {"which_visit": {"date": "2026-11-24"}})})
    talk.say("x")
    assert talk.last.text.splitlines() == [
        "Donna przyjdzie jutro, 9:00 do 10:00.",
        "Donna is coming tomorrow, 9am to 10am, for a walk. Donna has come to you 12 times.",
    ]


def test_nobody_has_come_in_punjabi_from_the_typed_words_alone() -> None:
    talk = Talking.as_("customer")
    talk.say("ਕੋਈ ਨਹੀਂ ਆਇਆ!")
    assert talk.last.text.splitlines()[0].startswith("Donna ਨੇ ਅੱਜ, 9:00")
    talk.say("ਹਾਂ")
    assert talk.desk.done == [("report_nobody_came", "vis_1")]
    assert "999" in talk.last.text.splitlines()[0]


def test_typed_polish_works_with_and_without_its_marks() -> None:
    assert asked_in("Nikt nie przyszedł!!") == asked_in("nikt nie przyszedl") == ("Polish", "worker_not_arrived")
    assert asked_in("nobody came") is None


def test_the_name_of_a_language_alone_is_enough() -> None:
    talk = Talking.as_("customer")
    talk.say("polski")
    assert talk.last.text.startswith("Będziemy pisać po polsku")
    talk.say("tak")
    assert talk.desk.done == [("change_how_we_talk", "Polish")]


def test_a_language_without_phrases_is_known_and_a_person_is_offered() -> None:
    talk = Talking.as_("supporter")
    talk.understand = ScriptedUnderstanding(
        {"je ne comprends pas": Plainly("change_how_we_talk", {"language": "French"})}
    )
    talk.say("je ne comprends pas")
    assert talk.last.text.startswith("I can't write French yet. A person can help you with it.")
    assert "Talk to a person" in [b.label for b in talk.last.buttons]


def test_another_language_is_heard_whatever_is_open() -> None:
    talk = Talking.as_("supporter")
    talk.understand = ScriptedUnderstanding(
        {
            "book": Plainly("book_visit", {"person": "Donna"}),
            "nie rozumiem": Plainly("change_how_we_talk", {"language": "Polish"}),
        }
    )
    talk.say("book")
    talk.say("nie rozumiem")
    assert talk.last.text.startswith("Będziemy pisać po polsku")
    talk.say("nie rozumiem")
    assert talk.last.text.startswith("Będziemy pisać po polsku")


def test_a_worker_called_may_is_not_turned_into_a_month() -> None:
    with spoken_to(Manner("Polish")):
        filled = said(visits.HERE_NOW).format(worker="May", end="3pm")
    assert isinstance(filled, Beside)
    assert filled.theirs == "May już jest i zostanie do 15:00."


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize(
    "value",
    ["today, 9am to 10am", "on Thursday 3 December, 10pm to 7am the next day", "noon", "20 minutes", "9:30am tomorrow"],
)
def test_days_and_times_are_turned_whole(language: str, value: str) -> None:
    turned = LANGUAGES[language].turned(value)
    assert turned != value
    assert not re.search(r"\b(?:am|pm|today|tomorrow|Thursday|December|minutes|next)\b", turned)


@pytest.mark.parametrize("language", NAMES)
def test_what_is_no_time_stays_as_it_is(language: str) -> None:
    assert LANGUAGES[language].turned("Donna and the desk") == "Donna and the desk"
