"""What is on, who is coming, nobody has come, and what a worker says of a day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.flows.table import BY_INTENT
from bot.phrases.home import WHAT_IT_IS
from bot.understood import Plainly
from tests.bot.talking import Talking
from tests.fakes.scripted_understanding import ScriptedUnderstanding, meaning
from tests.fakes.scripted_world import at, visit

WEEK = timedelta(days=7)


def talking(who: str, **meanings: object) -> Talking:
    talk = Talking.as_(who)
    talk.understand = ScriptedUnderstanding({k.replace("_", " "): v for k, v in meanings.items()})  # type: ignore[misc]
    return talk


def test_when_is_donna_coming_shows_hers_and_nobody_elses() -> None:
    talk = talking("customer", when_is_pauline_coming=meaning("list_visits", {"person": "Pauline"}))
    talk.say("when is pauline coming")
    assert "Pauline" in talk.last.text
    assert "Donna" not in talk.last.text


def test_somebody_who_is_not_coming_is_said_so() -> None:
    talk = talking("customer", when_is_kev_coming=meaning("list_visits", {"person": "Kev"}))
    talk.say("when is kev coming")
    assert talk.last.text == "I can't see a visit from Kev in the next four weeks."


def test_a_customer_is_never_asked_which_of_one_it_is_for_without_a_way_out() -> None:
    talk = talking("customer", who_goes_to_nan=meaning("who_is_coming", {"for_whom": "other:nan"}))
    talk.say("who goes to nan")
    assert "your own visits only" in talk.last.text
    assert [b.label for b in talk.last.buttons] == ["Me", "Talk to a person"]


def test_a_visit_is_missed_from_its_very_start_and_not_before() -> None:
    for minute, due in ((59, False), (0, True)):
        talk = Talking.as_("customer")
        talk.now = at(23, 9 if due else 8, minute)
        talk.say("nobody has come")
        assert ("Shall I tell them" in talk.last.text) == due


def test_a_night_that_began_yesterday_can_be_missed_today() -> None:
    talk = Talking.as_("customer")
    talk.desk.own = [replace(visit("vis_night", 22, 22), end=at(23, 7))]
    talk.now = at(23, 1)
    talk.say("nobody has come")
    talk.press("Yes, tell them")
    assert talk.desk.done == [("report_nobody_came", "vis_night")]


def test_a_visit_that_has_started_is_not_missed() -> None:
    talk = Talking.as_("customer")
    talk.desk.own = [replace(v, state="started") for v in talk.desk.own]
    talk.say("nobody has come")
    assert "I can't see a visit that is late now" in talk.last.text


def test_days_told_for_several_visits_are_stopped_one_by_one() -> None:
    both = meaning("cancel_visit", {"dates": ["2026-11-24", "2026-11-26"]})
    talk = talking("customer", not_tuesday_or_thursday=both)
    talk.say("not tuesday or thursday")
    assert [b.label for b in talk.last.buttons] == [
        "Donna, tomorrow 9am", "Donna, Thursday 26 November 9am", "Pauline, Thursday 26 November 6pm",
    ]  # fmt: skip


def test_an_arrival_at_no_visit_of_theirs_is_said_so() -> None:
    talk = Talking.as_("provider")
    talk.desk.own = [visit("vis_2", 24, 9)]
    talk.say("here")
    assert talk.last.text == "I can't see a visit of yours near this time."
    assert talk.last.buttons[0].label == "My visits"


def test_an_arrival_is_never_put_in_the_time_to_come() -> None:
    talk = talking("provider", got_here_at_ten=meaning("arrived", {"start": "10:00"}))
    talk.say("got here at ten")
    talk.say("yes")
    assert talk.desk.done == [("arrived", "vis_1", "09:15")]


def test_a_spell_of_illness_names_every_visit_in_it() -> None:
    talk = talking("provider", off_till_thursday=meaning("cannot_come", {"date": "2026-11-23", "until": "2026-11-26"}))
    talk.say("off till thursday")
    assert talk.last.text.count("Arthur") == 4
    talk.say("yes")
    assert talk.desk.done == [("cannot_come", "vis_1,vis_2,vis_3,vis_4", "")]


def test_a_pa_may_name_the_customer_a_worry_is_about() -> None:
    worry = meaning("raise_concern", {"person": "Nobody"})
    talk = talking("provider", elsie_has_a_sore_heel=worry)
    talk.say("elsie has a sore heel")
    talk.press("Look into it")
    talk.press("Yes, send it")
    assert talk.desk.done == [("raise_concern", "", "elsie has a sore heel", "Look into it")]


@pytest.mark.parametrize("intent", sorted(BY_INTENT))
def test_every_intent_has_words_for_what_it_is(intent: str) -> None:
    assert intent in WHAT_IT_IS


TWO_DAYS = {"which_visit": ("2026-11-26", "2026-12-03")}


def test_a_day_that_can_be_two_offers_the_visits_of_both_and_no_others() -> None:
    talk = talking("customer", cancel_next_thursday=Plainly("cancel_visit", ask=("which_visit",), either=TWO_DAYS))
    talk.desk.own = [
        *talk.desk.own,
        replace(visit("vis_9", 26, 9), id="vis_9", start=at(26, 9) + WEEK, end=at(26, 10) + WEEK),
    ]
    talk.say("cancel next thursday")
    labels = [b.label for b in talk.last.buttons]
    assert len(labels) == 3
    assert all("26" in label or "3 Dec" in label or "Thu" in label for label in labels[:3])
    talk.say("3 december")
    assert "Thursday 3 December" in talk.last.text
    assert talk.desk.done == []


def test_where_only_one_of_two_days_has_a_visit_it_is_that_one_read_back_with_its_day() -> None:
    talk = talking(
        "customer",
        cancel_next_tuesday=Plainly(
            "cancel_visit", ask=("which_visit",), either={"which_visit": ("2026-11-24", "2026-12-01")}
        ),
    )
    talk.say("cancel next tuesday")
    assert "tomorrow" in talk.last.text.lower() or "24 November" in talk.last.text
    assert [b.means for b in talk.last.buttons][:1] == ["confirm"]


def test_two_visits_on_the_day_told_are_both_offered() -> None:
    talk = talking("customer", cancel_thursday=meaning("cancel_visit", {"which_visit": {"date": "2026-11-26"}}))
    talk.say("cancel thursday")
    assert [b.means for b in talk.last.buttons] == ["option", "option"]


def test_a_worker_who_cannot_come_next_thursday_is_asked_which_of_the_two() -> None:
    both = Plainly("cannot_come", ask=("date",), either={"date": ("2026-11-26", "2026-12-03")})
    talk = talking("provider", cant_do_next_thursday=both)
    talk.desk.own = [
        *talk.desk.own,
        replace(visit("vis_9", 26, 9), id="vis_9", start=at(26, 9) + WEEK, end=at(26, 10) + WEEK),
    ]
    talk.say("cant do next thursday")
    assert len([b for b in talk.last.buttons if b.means == "option"]) == 2
