"""Busy times out of other people's calendars: right over clock changes, bounded, fetched only from public hosts."""

from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from market.bookings.queries import busy, busy_by_provider
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.settings import Settings
from market.core.times import LONDON
from providers.candidates import candidate
from providers.interchange.calendars import service
from providers.interchange.calendars.fetching import fetch, is_public, tidy_address
from providers.interchange.calendars.parsing import MOST_BYTES, MOST_EVENTS
from providers.interchange.calendars.queries import calendars_of
from providers.interchange.calendars.rules import busy_times
from providers.interchange.calendars.writing import CalendarVisit, calendar_of
from providers.interchange.errors import CalendarAddressRefused, CalendarUnreadable
from providers.interchange.handlers import handlers
from tests.factories.providers import a_listing, a_provider, as_
from tests.interchange.serving import serving
from tests.interchange.written import ics

SINCE = datetime(2026, 3, 1, tzinfo=UTC)


def starts(content: bytes, since: datetime = SINCE) -> list[datetime]:
    return [start for start, _ in busy_times(content, since).spans]


WEEKLY = "DTSTART;TZID=Europe/London:20260316T090000\r\nDTEND;TZID=Europe/London:20260316T100000\r\nRRULE:FREQ=WEEKLY;COUNT=4"


def test_a_weekly_nine_o_clock_stays_at_nine_when_the_clocks_change() -> None:
    found = starts(ics(WEEKLY))
    assert [one.astimezone(LONDON).hour for one in found] == [9, 9, 9, 9]
    assert [one.hour for one in found] == [9, 9, 8, 8]


def test_another_zone_keeps_its_own_clock() -> None:
    event = WEEKLY.replace("Europe/London", "America/New_York")
    assert [one.hour for one in starts(ics(event))] == [13, 13, 13, 13]


def test_a_night_over_the_spring_change_keeps_its_length() -> None:
    event = "DTSTART;TZID=Europe/London:20260328T220000\r\nDURATION:PT8H"
    ((start, end),) = busy_times(ics(event), SINCE).spans
    assert end - start == timedelta(hours=8)


def test_whole_days_end_at_midnight_by_the_clock() -> None:
    event = "DTSTART;VALUE=DATE:20260328\r\nDTEND;VALUE=DATE:20260330"
    ((start, end),) = busy_times(ics(event), SINCE).spans
    assert start == datetime(2026, 3, 28, tzinfo=LONDON)
    assert end == datetime(2026, 3, 30, tzinfo=LONDON)


def test_one_left_out_and_one_moved_are_not_busy_where_they_were() -> None:
    series = WEEKLY + "\r\nEXDATE;TZID=Europe/London:20260323T090000"
    moved = (
        "RECURRENCE-ID;TZID=Europe/London:20260330T090000\r\nDTSTART;TZID=Europe/London:20260331T140000\r\n"
        "DTEND;TZID=Europe/London:20260331T150000"
    )
    content = ics(series, moved).replace(b"UID:u1", b"UID:u0")
    found = [one.astimezone(LONDON).strftime("%d %H") for one in starts(content)]
    assert found == ["16 09", "31 14", "06 09"]


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "TRANSP:TRANSPARENT"])
def test_free_time_and_what_was_called_off_are_not_busy(line: str) -> None:
    assert starts(ics(f"{WEEKLY}\r\n{line}")) == []


def test_our_own_visits_come_back_through_a_calendar_and_do_not_count() -> None:
    visit = CalendarVisit("vis_" + "0" * 24, SINCE + timedelta(hours=1), SINCE + timedelta(hours=2))
    content = calendar_of([visit], address="https://a.example", now=SINCE)
    assert starts(content) == []


def test_an_old_daily_event_without_end_costs_little_and_reaches_no_further_than_asked() -> None:
    event = "DTSTART:19700101T080000Z\r\nDTEND:19700101T081000Z\r\nRRULE:FREQ=DAILY"
    began = monotonic()
    found = busy_times(ics(*[event] * 20), SINCE, timedelta(days=30)).spans
    assert monotonic() - began < 5
    assert 29 <= len(found) <= 31


FOR_EVER = (
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=999999999",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;BYHOUR=1,2,3",
    "FREQ=DAILY;INTERVAL=99999999999",
    "FREQ=DAILY;COUNT=99999999",
)


@pytest.mark.parametrize("rule", FOR_EVER)
def test_a_rule_that_could_run_for_ever_is_counted_as_unread_and_not_run(rule: str) -> None:
    began = monotonic()
    found = busy_times(ics(f"DTSTART:20260316T090000Z\r\nDTEND:20260316T100000Z\r\nRRULE:{rule}", WEEKLY), SINCE)
    assert monotonic() - began < 3
    assert found.unread == 1
    assert len(found.spans) == 4


NO_CALENDARS = (
    b"hello",
    b"x" * (MOST_BYTES + 1),
    b"BEGIN:VEVENT\r\n" * (MOST_EVENTS + 1),
    b"BEGIN:VCALENDAR\r\n" * 5000,
    b"\x00\xff\xfe",
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260316T090000Z\r\n",
    b"BEGIN:VCALENDAR\r\n" + b"X:1\r\n" * 70_000 + b"END:VCALENDAR\r\n",
)


@pytest.mark.parametrize(
    "content", NO_CALENDARS, ids=["words", "large", "events", "deep", "bytes", "broken off", "lines"]
)
def test_what_is_no_calendar_or_too_large_a_one_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(CalendarUnreadable) as refused:
        busy_times(content, SINCE)
    assert refused.value.why.endswith(".")


def test_an_empty_calendar_is_never_busy() -> None:
    assert busy_times(ics(), SINCE).spans == ()


LINES = (
    "DTSTART:20260316T090000Z", "DTEND:20260101T100000Z", "DURATION:P1W", "RRULE:FREQ=WEEKLY;BYDAY=MO", "RDATE:20260401T080000Z",
    "EXDATE:junk", "DTSTART:junk", "RRULE:", "RECURRENCE-ID:20260316T090000Z", "DTSTART;VALUE=DATE:20260316", "UID:a",
    "DTEND;VALUE=DATE:20260320",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=7))
@settings(max_examples=120, deadline=None)
def test_no_event_breaks_the_reader_and_spans_are_in_order_and_apart(lines: list[str]) -> None:
    found = busy_times(ics("\r\n".join(lines)), SINCE)
    for (start, end), (later, _) in zip(found.spans, found.spans[1:], strict=False):
        assert start < end < later


def test_the_feed_says_when_and_where_about_and_nothing_of_anybody() -> None:
    visits = [
        CalendarVisit("vis_a", datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC), "EX9"),
        CalendarVisit(
            "vis_b",
            datetime(2026, 11, 25, 9, tzinfo=UTC),
            datetime(2026, 11, 25, 10, tzinfo=UTC),
            "EX8",
            called_off=True,
        ),
    ]
    written = calendar_of(visits, address="https://a.example", now=SINCE)
    first, second = Calendar.from_ical(written).walk("VEVENT")
    assert (str(first["SUMMARY"]), str(first["LOCATION"]), str(first["URL"])) == (
        "Visit",
        "EX9",
        "https://a.example/work/vis_a",
    )
    assert first.decoded("DTSTART") == visits[0].starts_at
    assert (str(second["STATUS"]), str(second["UID"])) == ("CANCELLED", "vis_b@a.example")
    assert set(first) <= {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "URL", "CLASS", "STATUS"}


NOT_FETCHED = (
    "http://calendar.example.net/a.ics",
    "ftp://x.example/a",
    "https://user:pw@x.example/",
    "https://x.example:8443/",
    "https://",
    "file:///etc/passwd",
    "x",
    "https://x.example/a b",
    "https://x.example/" + "a" * 3000,
    "http://127.0.0.1/a",
)


@pytest.mark.parametrize("address", NOT_FETCHED)
def test_an_address_that_is_not_plain_https_is_refused_at_once(address: str) -> None:
    with pytest.raises(CalendarAddressRefused):
        tidy_address(address)


def test_webcal_means_https() -> None:
    assert tidy_address(" webcal://x.example/a.ics ") == "https://x.example/a.ics"


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1", "fc00::1",
     "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "224.0.0.1", "255.255.255.255", "not an ip"],
)  # fmt: skip
def test_no_address_of_an_inside_is_public(ip: str) -> None:
    assert not is_public(ip)


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public("1.1.1.1")
    assert is_public("2606:4700:4700::1111")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0177.0.0.1", "2130706433"])
def test_a_host_that_is_inside_is_never_asked(host: str) -> None:
    with pytest.raises((CalendarAddressRefused, CalendarUnreadable)):
        fetch(f"https://{host}/a.ics")


def test_a_redirect_to_an_inside_is_refused_even_where_loopback_is_let_through() -> None:
    with serving(
        {"/a": (302, {"location": "http://10.0.0.1/secret"}, b""), "/loop": (302, {"location": "/loop"}, b"")}
    ) as here:
        with pytest.raises(CalendarAddressRefused):
            fetch(f"{here}/a", loopback=True)
        with pytest.raises(CalendarUnreadable):
            fetch(f"{here}/loop", loopback=True)


def test_a_given_calendar_takes_time_out_of_what_is_offered_until_it_is_taken_away(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner)
        content = ics("DTSTART:20260101T000000Z\r\nDTEND:20270101T000000Z")
        service.give_file(session, owner.id, "", content, by=as_(owner), now=now)
        day = (now + timedelta(days=1), now + timedelta(days=2))
        assert len(busy(session, owner.id, *day, now)) == 1
        assert busy(session, "prv_other", *day, now) == []
        offering = candidate(session, row.id, now, busy_by_provider(session, now)[owner.id])
        assert offering is not None
        assert offering.next_free is None
        (given,) = calendars_of(session, owner.id)
        service.take_away(session, given.id, by=as_(owner), now=now)
        assert busy(session, owner.id, *day, now) == []


def test_an_address_is_read_by_the_worker_again_and_again_and_says_what_is_wrong(
    database: Database, clock: StandingClock
) -> None:
    answers = {
        "/a.ics": (200, {"content-type": "text/calendar"}, ics("DTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z"))
    }
    worker = Worker(database, clock, handlers(Settings(calendars_from_loopback=True, _env_file=None)))
    with serving(answers) as here:
        with database.write() as session:
            owner = a_provider(session)
            service.give_address(
                session, owner.id, "Mine", f"{here}/a.ics", by=as_(owner), now=clock.now(), loopback=True
            )
        assert worker.run_due() == 1
        with database.read() as session:
            assert len(busy_by_provider(session, clock.now())[owner.id]) == 1
        del answers["/a.ics"]
        clock.move(timedelta(hours=1))
        assert worker.run_due() == 1
        with database.read() as session:
            (row,) = calendars_of(session, owner.id)
            assert row.trouble == "The address answered 404. Check that the calendar is still shared."
            assert len(busy_by_provider(session, clock.now())[owner.id]) == 1  # what it last said still stands
        clock.move(timedelta(hours=1))
        assert worker.run_due() == 0
    with database.write() as session:
        service.take_away(session, row.id, by=as_(owner), now=clock.now())
    clock.move(timedelta(days=1))
    assert worker.run_due() == 1
    with database.read() as session:
        assert busy_by_provider(session, clock.now()) == {}
