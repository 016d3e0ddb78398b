"""A calendar of somebody who means ill, or only has very much: it costs little, and what is not read is said."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from providers.interchange.calendars.fetching import MOST_REDIRECTS, fetch
from providers.interchange.calendars.parsing import MOST_BYTES
from providers.interchange.calendars.repeating import MOST_TIMES
from providers.interchange.calendars.rules import busy_times
from providers.interchange.errors import CalendarAddressRefused, CalendarUnreadable
from tests.interchange.serving import Answer, dripping, serving
from tests.interchange.written import ics

SINCE = datetime(2026, 3, 1, tzinfo=UTC)
SECONDS = 0.6


def refused(address: str, **said: Any) -> tuple[str, float]:
    """Why a calendar was not read, and how long that took."""
    began = monotonic()
    with pytest.raises(CalendarUnreadable) as why:
        fetch(address, loopback=True, seconds=SECONDS, **said)
    return why.value.why, monotonic() - began


@pytest.mark.parametrize(
    ("scheme", "greeting"),
    [
        ("http", b""),
        ("http", b"HTTP/1.1 200 OK\r\nx-slow: "),
        ("http", b"HTTP/1.1 200 OK\r\n\r\n"),
        ("http", b"HTTP/1.1 200 OK\r\ncontent-length: 90000\r\n\r\n"),
        ("http", b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"),
        ("https", b"\x16\x03\x03\x40\x00"),
    ],
    ids=["status", "headers", "body", "length", "chunks", "certificate"],
)
def test_a_server_that_drips_is_hung_up_on_wherever_it_begins_to(scheme: str, greeting: bytes) -> None:
    with dripping(greeting) as port:
        why, took = refused(f"{scheme}://127.0.0.1:{port}/a.ics")
    assert why == "The address did not answer in time."
    assert took < SECONDS + 1


def test_one_deadline_holds_over_every_redirect_together() -> None:
    def slow(to: str) -> Answer:
        return 302, {"location": to}, b""

    hops = {f"/{number}": slow(f"/{number + 1}") for number in range(MOST_REDIRECTS)}
    with serving(hops, waits=SECONDS / 2) as here:
        why, took = refused(f"{here}/0")
    assert why == "The address did not answer in time."
    assert took < SECONDS + 1


def test_a_look_up_of_the_name_may_not_take_longer_either() -> None:
    def never(*_: Any, **__: Any) -> list[Any]:
        sleep(3)
        return []

    why, took = refused("https://slow.example/a.ics", look_up=never)
    assert why == "The address did not answer in time."
    assert took < SECONDS + 1


def test_only_so_many_redirects_are_followed_and_each_place_must_be_public() -> None:
    chain = {f"/{number}": (302, {"location": f"/{number + 1}"}, b"") for number in range(9)}
    last = {"/end": (200, {}, b"x"), "/inside": (302, {"location": "https://10.0.0.1/secret"}, b"")}
    with serving(chain | {f"/{MOST_REDIRECTS}": (302, {"location": "/end"}, b"")} | last) as here:
        assert fetch(f"{here}/1", loopback=True) == b"x"
        assert refused(f"{here}/0")[0] == "The address leads on and on."
        with pytest.raises(CalendarAddressRefused):
            fetch(f"{here}/inside", loopback=True)


def test_a_name_that_has_one_inside_address_among_public_ones_is_not_asked() -> None:
    def both(*_: Any, **__: Any) -> list[Any]:
        return [(0, 0, 0, "", ("1.1.1.1", 443)), (0, 0, 0, "", ("192.168.0.5", 443))]

    with pytest.raises(CalendarAddressRefused):
        fetch("https://both.example/a.ics", look_up=both)


def test_too_much_is_broken_off_and_what_breaks_off_half_way_is_not_read_as_free() -> None:
    answers = {
        "/big": (200, {}, b"x" * (MOST_BYTES + 10)),
        "/gone": (410, {}, b""),
        "/half": (200, {"content-length": "5000"}, b"BEGIN:VCALENDAR\r\n"),
    }
    with serving(answers) as here:
        assert refused(f"{here}/big")[0].startswith("It is larger than 1 MB.")
        assert refused(f"{here}/gone")[0].startswith("The address answered 410.")
        assert refused(f"{here}/half")[0] == "The address broke off before the end of the calendar."


def took(read: Callable[[], Any]) -> float:
    began = monotonic()
    read()
    return monotonic() - began


NEVER = (
    "FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=2",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYDAY=MO;BYSETPOS=300",
    "FREQ=MONTHLY;COUNT=5;BYMONTHDAY=31;BYSETPOS=2",
)


@pytest.mark.parametrize("rule", NEVER)
def test_a_day_that_never_comes_is_not_looked_for_till_the_year_9999(rule: str) -> None:
    event = f"DTSTART:20060316T090000Z\r\nDTEND:20060316T100000Z\r\nRRULE:{rule}"
    assert took(lambda: busy_times(ics(*[event] * 60), SINCE)) < 3


ZONE = "".join(
    f"BEGIN:{part}\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0{number}00\r\nTZOFFSETTO:+0{1 - number}00\r\n"
    f"RRULE:FREQ=SECONDLY\r\nEND:{part}\r\n"
    for number, part in enumerate(("STANDARD", "DAYLIGHT"))
)


@pytest.mark.parametrize("begin", ["BEGIN:VTIMEZONE", 'begin;a=":":VTIME\r\n ZONE'], ids=["plain", "folded"])
def test_a_zone_that_a_calendar_makes_up_is_never_run_and_its_events_are_said_to_be_unread(begin: str) -> None:
    zone = f"{begin}\r\nTZID:Evil\r\n{ZONE}END:VTIMEZONE\r\n"
    events = (
        "DTSTART;TZID=Evil:20260316T090000\r\nDURATION:PT1H",
        "DTSTART;TZID=Europe/London:20260317T090000\r\nDURATION:PT1H",
    )
    for _ in range(2):  # nor is it kept for the next calendar
        found = busy_times(ics(*events, zones=zone), SINCE)
        assert (len(found.spans), found.unread) == (1, 1)


@pytest.mark.parametrize("zone", ["GMT Standard Time", '"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"'])
def test_what_outlook_calls_london_is_london(zone: str) -> None:
    ((start, _),) = busy_times(ics(f"DTSTART;TZID={zone}:20260716T090000\r\nDURATION:PT1H"), SINCE).spans
    assert start == datetime(2026, 7, 16, 8, tzinfo=UTC)


TOO_MUCH = {
    "too many dates": ics(*["DTSTART:20260301T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY"] * (MOST_TIMES // 150)),
    "repeat too often": ics(
        *["DTSTART:19900101T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;COUNT=5000;BYMONTHDAY=31;BYSETPOS=2"] * 60
    ),
}


@pytest.mark.parametrize("why", TOO_MUCH)
def test_more_than_can_be_looked_at_is_refused_in_words_and_not_cut_short(why: str) -> None:
    began = monotonic()
    with pytest.raises(CalendarUnreadable) as refusal:
        busy_times(TOO_MUCH[why], SINCE)
    assert why in refusal.value.why
    assert refusal.value.why.endswith("Share a calendar with fewer events.")
    assert monotonic() - began < 5


WEEKDAYS = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
NTH = st.builds(lambda place, day: f"{place}{day}", st.integers(-5, 5).filter(bool), WEEKDAYS)
MONTH_DAYS = st.integers(-31, 31).filter(bool).map(str)
LISTS: dict[str, st.SearchStrategy[list[str]]] = {
    "BYDAY": st.one_of(st.lists(NTH, max_size=3), st.lists(WEEKDAYS, max_size=3)),
    "BYMONTHDAY": st.lists(MONTH_DAYS, max_size=3),
    "BYSETPOS": st.lists(st.integers(-4, 4).filter(bool).map(str), max_size=2),
}
MONTHS = st.lists(st.integers(1, 12).map(str), max_size=3)


@given(
    often=st.sampled_from(["MONTHLY", "YEARLY"]),
    interval=st.integers(1, 5),
    lists=st.fixed_dictionaries(LISTS),
    months=MONTHS,
    begins=st.datetimes(datetime(2015, 1, 1), datetime(2026, 6, 1)),  # noqa: DTZ001  (as the library has them)
)
@settings(max_examples=50, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_months_and_years_come_out_as_the_library_s_own(
    often: str, interval: int, lists: dict[str, list[str]], months: list[str], begins: datetime
) -> None:
    if not (lists["BYDAY"] or lists["BYMONTHDAY"]):
        lists = lists | {"BYSETPOS": []}
    said = lists | ({"BYMONTH": months} if often == "YEARLY" else {})
    parts = [f"{name}={','.join(dict.fromkeys(values))}" for name, values in said.items() if values]
    rule = ";".join((f"FREQ={often}", f"INTERVAL={interval}", *parts))
    begins = begins.replace(microsecond=0)
    content = ics(f"DTSTART:{begins:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1S\r\nRRULE:{rule}")
    found = {start.replace(tzinfo=None) for start, _ in busy_times(content, SINCE).spans}
    until = SINCE + timedelta(days=200)
    of_library = rrulestr(f"{rule};UNTIL={until + timedelta(days=1):%Y%m%dT%H%M%S}", dtstart=begins)
    expected = {one for one in {begins, *of_library} if one.replace(tzinfo=UTC) + timedelta(seconds=1) > SINCE}
    assert found == {one for one in expected if one.replace(tzinfo=UTC) < until}
