"""Families of wordings by which people state a limit, each beside its near misses, which state none."""

from datetime import date, time

import pytest

from matching.asked import read_need
from matching.constraints.found import Ceiling, Constraints
from matching.constraints.gender import find_gender
from matching.constraints.hours import find_hours
from matching.constraints.part_of_day import find_part
from matching.constraints.people import find_languages
from matching.constraints.urgency import find_urgency
from matching.knowledge.library import shipped
from tests.matching.conftest import SomeTowns

TODAY = date(2026, 11, 22)  # a Sunday
LANGUAGES = {"arabic": "Arabic", "polish": "Polish", "punjabi": "Punjabi", "somali": "Somali", "turkish": "Turkish"}
FREE = Ceiling(0, "free")


def read(text: str) -> Constraints:
    return read_need(
        text, knowledge=shipped(), gazetteer=SomeTowns(), today=TODAY, in_catalogue=lambda stem: False
    ).constraints


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("cover 15h pw PC, F, EX4", "female"),
        ("Punjabi spkr, F, mornings", "female"),
        ("M worker only, am", "male"),
        ("2 M carers", "male"),
        ("F cover w/ends", "female"),
        ("PA (M) for gym", "male"),
        ("must be F", "female"),
        ("male wkr", "male"),
        ("befriender, male, 30s", "male"),
        ("M 34 SMI, outreach 6h pw", None),
        ("72F, COPD, lives alone", None),
        ("F refugee, isolated", None),
        ("cl M, ASD, 1:1", None),
        ("spouse carer, F, 78, needs break", None),
        ("LD, F, BN1", None),
        ("F/M either", None),
        ("calm M/F worker", None),
    ],
)
def test_a_brokers_letter_is_the_workers_only_where_it_stands_by_the_work(text: str, gender: str | None) -> None:
    assert read(text).worker_gender == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("A woman, please.", "female"),
        ("A bloke would be best.", "male"),
        ("a man near his age might be easier", "male"),
        ("a man his own age", "male"),
        ("lady 2 do my hair", "female"),
        ("looking 4 a bloke 2 go fishing", "male"),
        ("she'd only let a woman near it", "female"),
        ("he won't let anyone but a bloke in", "male"),
        ("I'd sooner a woman did it", "female"),
        ("preferably a man", "male"),
        ("female if possible", "female"),
        ("she won't be washed by a man", "female"),
        ("I'd like to be helped by a woman", "female"),
        ("no men please", "female"),
        ("I'd rather not have a man", "female"),
        ("uncomfortable with men", "female"),
        ("a gent to help with shaving", "male"),
        ("male cover for the evenings", "male"),
        ("my lady is off sick", None),
        ("the agency girls are late", None),
        ("our last PA was a man and he was marvellous", None),
        ("the lady 2 doors down", None),
        ("my husband is a proud man, please can someone help", None),
        ("I need the man from the council", None),
        ("he's not the man I married", None),
        ("a woman needed my help", None),
        ("a men only group", None),
        ("I can't say why on the form", None),
    ],
)
def test_a_woman_or_a_man_is_asked_for_in_plain_words(text: str, gender: str | None) -> None:
    assert find_gender(text) == gender


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("d/c from ward Fri", 27),
        ("discharge planned Thurs", 26),
        ("home from hospital Friday", 27),
        ("Mum comes out of the ward on Tuesday", 24),
        ("she's home Monday", 23),
        ("he's due out of hospital Friday", 27),
        ("leaving hospital Tuesday", 24),
        ("they want him home Weds", 25),
        ("need it 4 monday", 23),
        ("the chair mended for Saturday", 28),
        ("ready by Thursday", 26),
        ("can anyone start Monday", 23),
        ("cover from Wednesday", 25),
    ],
)
def test_a_day_to_be_ready_by_is_a_deadline_and_no_day_of_work(text: str, by: int) -> None:
    found = read(text)
    assert found.urgency is not None
    assert found.urgency.by == date(2026, 11, by)
    assert found.days == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("take Mum out on Tuesday", (1,)),
        ("the nurse comes out on Tuesday", (1,)),
        ("help at home Monday", (0,)),
        ("need a carer for Monday", (0,)),
        ("the bins out on Thursdays", (3,)),
        ("from Monday to Friday", (0, 1, 2, 3, 4)),
        ("discharged last Friday", ()),
        ("he came home Tuesday", ()),
        ("skint by the Sunday", ()),
        ("nothing in til thursday", ()),
        ("we've run out of weekends", ()),
        ("it's Friday and the office is shut", ()),
        ("she sat at home sat in the chair", ()),
    ],
)
def test_other_days_are_days_of_work_or_only_story(text: str, days: tuple[int, ...]) -> None:
    found = read(text)
    assert (found.days, found.urgency) == (days, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Dialysis MWF", (0, 2, 4)),
        ("M/W/F", (0, 2, 4)),
        ("Tu/Th am", (1, 3)),
        ("T/T/S", (1, 3, 5)),
        ("TTh pm", (1, 3)),
        ("fri n sat only", (4, 5)),
        ("sat and sun", (5, 6)),
        ("wed mornings", (2,)),
        ("lift 2 docs fri 10am", (4,)),
        ("M/F", ()),
        ("we wed in June", ()),
        ("he sat in the sun all day", ()),
    ],
)
def test_days_by_their_letters_and_short_words(text: str, days: tuple[int, ...]) -> None:
    assert read(text).days == days


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("the anniversary, 10th December", date(2026, 12, 10)),
        ("December 10th, a wedding", date(2026, 12, 10)),
        ("respite 14 Dec", date(2026, 12, 14)),
        ("on Christmas Day", date(2026, 12, 25)),
        ("in time for Christmas", date(2026, 12, 25)),
        ("by the end of the month", date(2026, 11, 30)),
        ("before the end of February", date(2027, 2, 28)),
        ("home Friday week", date(2026, 12, 4)),
        ("the day after tomorrow", date(2026, 11, 24)),
        ("by 1st October", date(2027, 10, 1)),
        ("he died on 4th October", None),
        ("since 10th December", None),
        ("born 3 May 1940", None),
        ("it was our day on Boxing Day", None),
        ("2 may come", None),
        ("3 decent meals", None),
        ("Christmas is hard", None),
    ],
)
def test_a_date_ahead_is_a_deadline(text: str, by: date | None) -> None:
    found = find_urgency(text, TODAY)
    assert (found and found.by) == by


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("somewhere to go on a Saturday night", "evening"),
        ("a show on Friday night, who'd be with him?", "evening"),
        ("a proper night out", "evening"),
        ("someone for gigs", "evening"),
        ("a quiz night", "evening"),
        ("put-to-bed call", "evening"),
        ("tuck-in visit", "evening"),
        ("into my nightclothes", "evening"),
        ("any time after 6pm", "evening"),
        ("before 9am", "morning"),
        ("someone to put him to bed at night", "evening"),
        ("stay over Saturday night", "night"),
        ("night sits fri n sat", "night"),
        ("a calm body beside him after dark", "night"),
        ("she needs turning at night", "night"),
        ("he's up six times every night, I need sleep", "night"),
        ("sleep-in x4", "night"),
        ("a sleep in carer", "night"),
        ("it's a long way to the lavatory at night", None),
        ("I sleep in the chair", None),
        ("frightened in the house after dark", None),
        ("the dog barks all night", None),
        ("confined to bed", None),
        ("out by Sunday night", None),
        ("Friday night was tub night", None),
        ("24/7 incl WN", None),
        ("am & tea", None),
        ("ice till ten most mornings", None),
        ("gig rowing club", None),
        ("show me the tablet", None),
    ],
)
def test_evenings_and_nights_that_are_asked_for(text: str, part: str | None) -> None:
    assert read(text).time_of_day == part


def test_a_part_of_the_day_is_one_part() -> None:
    assert find_part("mornings, and settle her for the night") is None


@pytest.mark.parametrize(
    ("text", "ceiling"),
    [
        ("£20 an hour at the outside", Ceiling(2000, "hour")),
        ("£16 hr tops", Ceiling(1600, "hour")),
        ("cnt pay mor than 15 a hr", Ceiling(1500, "hour")),
        ("no more then twelve pounds an hour", Ceiling(1200, "hour")),
        ("under a fiver", Ceiling(500, "session")),
        ("a tenner an hour max", Ceiling(1000, "hour")),
        ("twenty-two quid an hour tops", Ceiling(2200, "hour")),
        ("self-fund to £300 a visit", Ceiling(30000, "visit")),
        ("ceiling £1400 pw", Ceiling(140000, "week")),
        ("£450pw max", Ceiling(45000, "week")),
        ("budget's £200 a month", Ceiling(20000, "month")),
        ("I have £40 a week to spend", Ceiling(4000, "week")),
        ("£9.50 per half hour max", Ceiling(1900, "hour")),
        ("nothing over £20", Ceiling(2000, "hour")),
        ("somewhere warm n free 2 sit", FREE),
        ("free to join", FREE),
        ("skint", None),
        ("can't pay much", None),
        ("I can't pay it back", None),
        ("I'm free to meet on Tuesdays", None),
        ("feel free to come", None),
        ("warm and free of draughts", None),
        ("no win no fee", None),
        ("it cost £300 last time", None),
        ("max 2 visits a day", None),
        ("within 10 miles", None),
    ],
)
def test_what_somebody_can_pay_however_it_is_said(text: str, ceiling: Ceiling | None) -> None:
    assert read(text).max_price == ceiling


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("tea between four and seven", (time(16), time(19))),
        ("between seven and nine of an evening", (time(19), time(21))),
        ("between seven and nine in the morning", (time(7), time(9))),
        ("from half past four to six", (time(16, 30), time(18))),
        ("from nine till five", (time(9), time(17))),
        ("7-9 evenings", (time(19), time(21))),
        ("from eight to ten at night", (time(20), time(22))),
        ("sit with him from ten till six so I can sleep", (time(22), time(6))),
        ("half nine till four", (time(9, 30), time(16))),
        ("between half nine and half twelve", (time(9, 30), time(12, 30))),
        ("four o'clock to six o'clock", (time(16), time(18))),
        ("2 till 4 in the afternoon", (time(14), time(16))),
        ("7 in the morning till 7 at night", (time(7), time(19))),
        ("noon till 3", (time(12), time(15))),
        ("0900-1300 Tues", (time(9), time(13))),
        ("sleep-in 22:00-07:00", (time(22), time(7))),
        ("8-10pm", (time(20), time(22))),
        ("10am for 4 hours", (time(10), time(14))),
        ("9 to 3 weekdays", (time(9), time(15))),
        ("five to nine", None),
        ("a ten to one chance", None),
        ("three to four", None),
        ("ages 8-12", None),
        ("1939-1945", None),
        ("half one and half the other", None),
        ("between two and three times a week", None),
        ("between four and six weeks", None),
        ("aged between four and seven", None),
        ("from one to another", None),
        ("between five and ten of us", None),
    ],
)
def test_hours_said_in_words(text: str, hours: tuple[time, time] | None) -> None:
    assert find_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("I am deaf, I sign", ("BSL",)),
        ("we're both deaf and we sign", ("BSL",)),
        ("my husband is deaf and signs", ("BSL",)),
        ("he signs, he can't hear", ("BSL",)),
        ("Somali speaker, mornings", ("Somali",)),
        ("Turkish essential", ("Turkish",)),
        ("somebody with Arabic", ("Arabic",)),
        ("back to Punjabi since the stroke", ("Punjabi",)),
        ("I'm deaf, where do I sign?", ()),
        ("deaf, so I sign for parcels", ()),
        ("she signs her letters", ()),
        ("with Arabic coffee", ()),
        ("Turkish food", ()),
    ],
)
def test_languages_by_other_words(text: str, languages: tuple[str, ...]) -> None:
    assert find_languages(text, LANGUAGES) == languages


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("barnstpl", "Barnstaple"),
        ("sidmth shopping", "Sidmouth"),
        ("ilfracom", "Ilfracombe"),
        ("tivertn", "Tiverton"),
        ("exetr", "Exeter"),
        ("budliegh salterton", "Budleigh Salterton"),
        ("hosptal", ""),
        ("budget, saltern", ""),
        ("tivoli", ""),
        ("exit", ""),
        ("on the settee", ""),
    ],
)
def test_a_town_with_letters_left_out_is_still_that_town(text: str, name: str) -> None:
    assert read(text).area_name == name
