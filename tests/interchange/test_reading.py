"""Words, prices, times, ages and places as publishers send them: read where they can mean one thing, else kept as they are."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.places import Spot, find_place, metres_between
from matching.offering import Window
from providers.interchange.entry import SaidPlace, SaidPrice
from providers.interchange.flags import Flag
from providers.interchange.reading import kinds, prices, times, words
from providers.interchange.reading.ages import ages_in, is_only_for_children
from providers.interchange.reading.grid import in_britain, to_degrees, to_grid
from providers.interchange.reading.places import placed
from providers.pricing.rules import Unit


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("<p>Tea &amp; talk<br>every <b>week</b></p>", "Tea & talk\nevery week"),
        ("<script>alert(1)</script>Welcome", "Welcome"),
        ("**Bold** and [a page](https://x.example/a_(b))", "Bold and a page"),
        ("# Heading\n* one\n* two", "Heading\n- one\n- two"),
        ("a\r\n\r\n\r\n\r\nb\x00", "a\n\nb"),
        ("if 3 < 5 then", "if 3 < 5 then"),
        ("NULL", ""),
        (None, ""),
        ("No description available", ""),
    ],
)
def test_words_come_out_plain(sent: object, read: str) -> None:
    assert words.paragraphs(sent) == read


@given(st.text(max_size=300))
def test_no_tag_of_a_script_ever_survives(sent: str) -> None:
    out = words.paragraphs(f"{sent}<script>alert(1)</script><img src=x onerror=y>")
    assert "<script" not in out
    assert "<img" not in out


@pytest.mark.parametrize(
    ("sent", "read"), [("Yes", True), (0, False), ("TRUE", True), ("", None), ("perhaps", None), (True, True)]
)
def test_a_truth_is_yes_no_or_not_said(sent: object, read: bool | None) -> None:
    assert words.truth(sent) is read


@pytest.mark.parametrize(
    ("sent", "read"), [("1,250.5", 1250.5), (" £3 ", 3.0), ("nan", None), ("inf", None), ("x", None), (True, None)]
)
def test_a_number_may_come_in_quotes(sent: object, read: float | None) -> None:
    assert words.number(sent) == read


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("2026-11-03", date(2026, 11, 3)),
        ("03/11/2026", date(2026, 11, 3)),
        ("2023-03-15T10:30:45.123Z", date(2023, 3, 15)),
        ("soon", None),
    ],
)
def test_a_day_is_iso_or_the_british_way_round(sent: str, read: date | None) -> None:
    assert words.day(sent) == read


@pytest.mark.parametrize(
    "sent",
    ["http://example.com", "javascript:alert(1)", "not an address", "https://user:pw@x.example", "ftp://x.example"],
)
def test_an_address_that_leads_nowhere_good_is_none(sent: str) -> None:
    assert words.web_address(sent) == ""


def test_a_price_that_can_mean_one_thing_is_read() -> None:
    assert prices.said_price("£5 per session") == SaidPrice(Unit.SESSION, 500)
    assert prices.said_price("£12.50 an hour") == SaidPrice(Unit.HOUR, 1250)
    assert prices.described_price("35", "per 1 hour session") == SaidPrice(Unit.SESSION, 3500)


@pytest.mark.parametrize(
    "said",
    [
        "£5",
        "£5 per person",
        "£75 per term",
        "from £6 per hour",
        "£10 in advance, £12 on the door",
        "£60 per night",
        "£ per child",
        "£5 a year",
    ],
)
def test_a_price_that_could_mean_two_things_stays_as_it_was_written_and_is_flagged(said: str) -> None:
    free, read, text, flags = prices.read_prices(False, said)
    assert (free, read, text) == (False, (), said)
    assert [one.flag for one in flags] == [Flag.PRICE_KEPT_AS_TEXT]


@pytest.mark.parametrize(
    ("fees", "description"), [("£6 per session", ""), ("", "Come along. It costs £3 on the door."), ("50p for tea", "")]
)
def test_free_with_a_price_in_the_text_is_neither_free_nor_priced_and_is_flagged(fees: str, description: str) -> None:
    free, read, text, flags = prices.read_prices(True, fees, description)
    assert free is None
    assert read == ()
    assert "3 on the door" in text or text == fees
    assert [one.flag for one in flags] == [Flag.FREE_BUT_PRICED]


@pytest.mark.parametrize(
    "description",
    ["We were awarded £10,000 by the lottery.", "Grants of up to £300 are made.", "Parking is £2.50 for two hours."],
)
def test_money_that_nobody_pays_to_come_is_no_price(description: str) -> None:
    assert prices.read_prices(True, "", description) == (True, (), "", ())


def test_free_in_words_and_donations_beside_it_stay_free() -> None:
    assert prices.read_prices(None, "Free of charge") == (True, (), "", ())
    assert prices.read_prices(True, "donations welcome")[0] is True


@given(st.text(max_size=60))
def test_no_words_make_a_price_with_parts_of_a_penny_or_break_the_reader(said: str) -> None:
    for one in prices.read_prices(None, said, said)[1]:
        assert one.pence > 0


@pytest.mark.parametrize(
    ("sent", "read"),
    [("09:00", time(9)), ("9am", time(9)), ("12 noon", time(12)), ("9.30 pm", time(21, 30)), ("10:00:00", time(10)), ("12am", time(0)),
     ("10:00Z", time(10)), ("hh:mm:ss", None), ("9", None), ("25:00", None), ("13pm", None), ("", None), (None, None)],
)  # fmt: skip
def test_a_time_of_day_is_read_or_is_none(sent: object, read: time | None) -> None:
    assert times.clock(sent) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Tuesdays 10am-12pm", Window((1,), time(10), time(12))),
        ("Every Monday and Thursday, 2pm to 4pm", Window((0, 3), time(14), time(16))),
        ("Monday to Friday 09:00-17:00", Window((0, 1, 2, 3, 4), time(9), time(17))),
        ("Tuesdays 10-12pm", None),
        ("First Tuesday of the month 10am-12pm", None),
        ("Tuesdays 4pm to 2pm", None),
        ("by appointment", None),
    ],
)
def test_a_weekly_time_is_read_only_where_nothing_else_is_said(said: str, read: Window | None) -> None:
    assert times.weekly_words(said) == read


def test_dates_a_week_apart_are_weekly_with_a_holiday_between_and_monthly_ones_are_not() -> None:
    mondays = [date(2026, 1, day) for day in (5, 12, 19)] + [date(2026, 2, day) for day in (9, 16)]
    assert times.is_weekly(mondays)
    assert not times.is_weekly([date(2026, 1, 2), date(2026, 2, 6), date(2026, 3, 6)])
    assert not times.is_weekly([date(2026, 1, 5)])


def test_days_of_the_standard_are_read_and_those_of_a_month_are_not() -> None:
    assert times.byday("TH,FR") == (3, 4)
    assert times.byday("1MO") is None
    assert times.byday(None) is None


@pytest.mark.parametrize(
    ("said", "ages", "children"),
    [
        ("6 years - 14 years", (6, 14), True),
        ("Over 50s", (50, None), False),
        ("11+", (11, None), False),
        ("under 12", (None, 12), True),
        ("Ages 18+", (18, None), False),
        ("carers of 0 - 1 year olds", (None, None), False),
        ("young people aged 14 - 25", (14, 25), False),
        ("Adults and children aged 10+", (10, None), False),
        ("toddlers", (None, None), True),
    ],
)
def test_only_what_no_adult_may_come_to_is_for_children(
    said: str, ages: tuple[int | None, int | None], children: bool
) -> None:
    assert ages_in(said) == ages
    assert is_only_for_children(ages_in(said), said) is children


@given(st.floats(100_000, 600_000), st.floats(50_000, 900_000))
def test_the_grid_and_degrees_lead_back_to_each_other_within_two_metres(east: float, north: float) -> None:
    assert metres_between(to_grid(*to_degrees(Spot(east, north))), Spot(east, north)) < 2


def test_a_known_point_of_the_ordnance_survey_lies_where_it_should() -> None:
    # Caister water tower: the worked example of OS, "A guide to coordinate systems in Great Britain".
    assert metres_between(to_grid(52.65798, 1.71605), Spot(651409.9, 313177.3)) < 8
    assert metres_between(to_grid(50.62015, -3.41350), find_place("EX8 1BB").spot) < 3_000
    assert not in_britain(0, 0)
    assert not in_britain(-3.4, 50.6)


def test_a_good_postcode_decides_and_a_bad_one_is_flagged() -> None:
    assert placed(SaidPlace(postcode="ex8 1qb")).postcode == "EX8 1QB"
    assert [one.flag for one in placed(SaidPlace(postcode="EX8")).flags] == [Flag.POSTCODE_MALFORMED]
    assert [one.flag for one in placed(SaidPlace(postcode="EX8 9ZZ")).flags] == [Flag.POSTCODE_UNKNOWN]
    assert [one.flag for one in placed(SaidPlace(postcode="ZZ9 9ZZ")).flags] == [Flag.POSTCODE_UNKNOWN]


def test_coordinates_that_contradict_the_postcode_are_flagged_and_it_is_used() -> None:
    found = placed(SaidPlace(postcode="EX8 1QB", latitude=50.7236, longitude=-3.5275))
    assert [one.flag for one in found.flags] == [Flag.COORDINATES_DISAGREE]
    assert found.spot == find_place("EX8 1QB").spot


def test_coordinates_the_wrong_way_round_are_flagged_and_not_used() -> None:
    found = placed(SaidPlace(latitude=-3.4, longitude=50.6))
    assert found.spot is None
    assert [one.flag for one in found.flags] == [Flag.COORDINATES_UNUSABLE]


def test_a_category_we_know_gives_its_kinds_and_an_unknown_one_none() -> None:
    assert kinds.kinds_of_terms(("Creativity>Music>Singing", "esd:nonsense", "Lunch clubs")) == (
        "arts_music",
        "lunch_club",
    )
    assert kinds.kinds_of_terms(("Christmas trees",)) == ()


def test_a_name_says_what_it_is_and_words_are_read_only_where_they_are_sure() -> None:
    assert kinds.kinds_in_words("Southall Day Centre", "") == ("day_opportunities",)
    assert kinds.kinds_in_words("Planning Aid", "Members meet to discuss planning applications.") == ()


def test_a_kind_of_high_risk_is_never_read_from_words() -> None:
    read = kinds.kinds_in_words(
        "Sunrise", "Help with washing, dressing, bathing and getting up in the morning. Waking nights and live-in care."
    )
    assert not set(read) & {"personal_care", "nights", "live_in", "money", "end_of_life", "shared_lives"}


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ("This includes personal care and medication.", True),
        ("We do not offer personal care.", False),
        ("No nursing or personal care.", False),
        ("Personal care is not provided.", False),
        ("Takes personal care of every garden.", True),
    ],
)
def test_personal_care_counts_where_it_is_stated_and_not_where_it_is_denied(said: str, states: bool) -> None:
    assert kinds.states_personal_care((), said) is states
