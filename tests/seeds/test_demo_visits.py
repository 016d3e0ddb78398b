"""Bookings of the demo county could really have been made: free, inside the hours offered, paid for, lawful, checked."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from itertools import combinations

import pytest

from market.core.times import at_wall
from providers.accreditation.rules import DbsLevel, Evidence, cleared_for, most_dbs_to_ask, trusted_until
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.arrangement.rules import Arrangement, Basis
from providers.listings.rules import doubt_about, side_by_side
from providers.organisations.rules import AgeBand
from providers.pricing.rules import Occurrence, Rate, Unit, When, quote
from providers.wages.reference import wages
from providers.wages.rules import check_rates
from tests.seeds.county import DAY_MINUTES, DAYS, Row, Visit, county, exception_of, free_of_charge, span, visits_of
from tests.seeds.test_demo_county import reaches

COUNTY = county()
MONDAY = date(2026, 11, 23)
EVERY_WEEKDAY = [MONDAY + timedelta(days=n) for n in range(7)]
BOOKINGS = [(person, booking) for person, booking in COUNTY.bookings()]
each_booking = pytest.mark.parametrize(("person", "booking"), BOOKINGS, ids=[row["key"] for _, row in BOOKINGS])
each_provider = pytest.mark.parametrize("provider", COUNTY.providers.values(), ids=lambda row: str(row["key"]))


def evidence_of(provider: Row, today: date, months: int = 36) -> list[Evidence]:
    """What was seen, as the accreditation desk would hold it on this day."""
    held = []
    for row in provider["evidence"]:
        issued = today + timedelta(days=row["issued_days"])
        trusted = months if row["kind"] == "dbs" else evidence_kinds()[row["kind"]].trusted_months
        ends = today + timedelta(days=row["expires_days"]) if "expires_days" in row else trusted_until(issued, trusted)
        level = DbsLevel(row["level"]) if "level" in row else None
        held.append(Evidence(row["kind"], issued, ends, level, row.get("barred_list", False)))
    return held


def price_of(listing: Row, visit: Visit, today: date) -> int:
    """Pence for one visit by the listing's card."""
    monday = today - timedelta(days=today.weekday())
    midnight = datetime.combine(monday, time())
    start, end = (midnight + timedelta(minutes=at) for at in (visit.start, visit.end))
    night = Unit.NIGHT_SLEEP_IN if visit.end - visit.start >= 8 * 60 else None
    card = [Rate(Unit(row["unit"]), row["pence"], When(row["when"])) for row in listing["rates"]]
    occurrence = Occurrence(at_wall(start.date(), start.time()), at_wall(end.date(), end.time()), night)
    return quote(card, [occurrence]).total_pence


@each_booking
def test_a_booking_lies_inside_the_hours_of_its_listing(person: Row, booking: Row) -> None:
    listing = COUNTY.listings[booking["listing"]]
    start, end = span(booking)
    for day in booking["days"]:
        assert any(
            day in window["days"] and span(window)[0] <= start and end <= span(window)[1]
            for window in listing["windows"]
        ), f"{listing['key']} does not offer {day} {booking['from']} to {booking['to']}"


@each_booking
def test_a_booking_is_for_what_the_listing_does_where_it_goes(person: Row, booking: Row) -> None:
    listing, provider = COUNTY.listings[booking["listing"]], COUNTY.provider_of[booking["listing"]]
    assert set(booking["kinds"]) <= set(listing["kinds"])
    assert listing["state"] == "live"
    assert provider["state"] in ("listed", "approved")
    assert provider["key"] not in person["preferences"]["exclusions"]
    assert reaches(listing, provider, person["postcode"])
    if (wanted := person["preferences"]["worker_gender"]) != "any" and "personal_care" in booking["kinds"]:
        assert provider["worker_gender"] in (wanted, "mixed_team")


@each_booking
def test_a_booking_is_asked_by_somebody_who_may_and_serves_an_outcome(person: Row, booking: Row) -> None:
    grants = {grant["account"]: grant for grant in person.get("supporter", [])}
    if booking["asked_by"] != "self":
        assert "book" in grants[booking["asked_by"]]["scopes"]
    outcomes = {outcome["key"] for outcome in person["plan"]["outcome"]}
    assert booking.get("outcome") in outcomes | {None}
    pots = {pot["key"] for pot in person.get("pot", [])}
    assert booking.get("pot") in pots or free_of_charge(COUNTY.listings[booking["listing"]])


@each_booking
def test_what_happened_to_single_visits_fits_the_booking(person: Row, booking: Row) -> None:
    visits = {(visit.week, visit.day) for visit in visits_of(person["key"], booking)}
    contacts = {contact["order"] for contact in person.get("backup", [])}
    for row in booking["visits"]:
        assert (row["week"], row["day"]) in visits
        assert row["week"] < 0 or (row["week"] > 0 and row["state"] == "cancelled")
        assert (row["state"] == "covered") == ("by_backup" in row)
        assert row.get("by_backup") in contacts | {None}
    assert booking["asked_days"] <= 0
    if booking["state"] == "requested":
        assert booking["from_week"] >= 1
    else:
        assert booking["asked_days"] <= booking["from_week"] * 7 + 6
    if booking["state"] == "ended":
        assert booking["until_week"] < 0


@each_booking
def test_no_standing_booking_is_longer_than_the_authority_lets_it_be(person: Row, booking: Row) -> None:
    weeks = booking["until_week"] - booking["from_week"] + 1
    authority = COUNTY.authorities.get(person.get("authority", ""))
    assert 1 <= weeks <= (authority["booking_weeks"] if authority else 12)


def test_a_few_weeks_lie_behind_and_before_everybody_with_visits() -> None:
    visits = COUNTY.visits()
    assert sum(visit.end < 0 for visit in visits) >= 200
    assert sum(visit.start > 7 * DAY_MINUTES for visit in visits) >= 200
    states = {exception_of(visit).get("state") for visit in visits}
    assert {"missed", "covered", None} <= states
    assert {booking["state"] for _, booking in BOOKINGS} >= {"accepted", "requested", "ended"}


def test_no_provider_is_in_two_places_at_once() -> None:
    together: dict[str, list[Visit]] = defaultdict(list)
    for visit in COUNTY.visits():
        together[COUNTY.provider_of[visit.booking["listing"]]["key"]].append(visit)
    for key, visits in together.items():
        provider = COUNTY.providers[key]
        for visit in visits:
            listing = COUNTY.listings[visit.booking["listing"]]
            most = side_by_side(listing.get("capacity"), provider["workers"])
            at_once = [other for other in visits if other.start <= visit.start < other.end]
            assert len(at_once) <= most, f"{key} is asked for twice: {[row.booking['key'] for row in at_once]}"


def test_nobody_is_visited_twice_at_once_unless_two_are_needed() -> None:
    together: dict[str, list[Visit]] = defaultdict(list)
    for visit in COUNTY.visits():
        together[visit.person].append(visit)
    for key, visits in together.items():
        clashes = {
            frozenset((one.booking["key"], other.booking["key"]))
            for one, other in combinations(visits, 2)
            if one.overlaps(other)
        }
        assert not clashes or "hoist" in COUNTY.people[key].get("equipment", []), f"{key}: {clashes}"


def test_two_come_to_every_hoisted_morning() -> None:
    mornings = [visit for visit in COUNTY.visits() if visit.booking.get("outcome") == "kel-up" and visit.week >= 0]
    for visit in mornings:
        assert sum(visit.overlaps(other) for other in mornings) == 2


@pytest.mark.parametrize("today", EVERY_WEEKDAY, ids=lambda day: DAYS[day.weekday()])
def test_nobody_is_booked_while_away_whatever_day_the_demo_starts(today: date) -> None:
    for visit in COUNTY.visits():
        day_of_visit = visit.week * 7 + DAYS.index(visit.day) - today.weekday()
        for away in COUNTY.listings[visit.booking["listing"]].get("away", []):
            assert not away["from_days"] <= day_of_visit <= away["to_days"], visit.booking["key"]


@pytest.mark.parametrize("today", [MONDAY, date(2027, 3, 29), date(2026, 12, 21)], ids=str)
def test_no_pot_is_overspent(today: date) -> None:
    spent: dict[str, int] = defaultdict(int)
    for visit in COUNTY.visits():
        if pot := visit.booking.get("pot"):
            spent[pot] += price_of(COUNTY.listings[visit.booking["listing"]], visit, today)
    for person in COUNTY.people.values():
        for pot in person.get("pot", []):
            free = pot["allocated_pence"] - pot["spent_before_pence"] - spent[pot["key"]]
            assert free >= 0, f"{pot['key']} lacks {-free} pence"


@pytest.mark.parametrize("today", EVERY_WEEKDAY, ids=lambda day: DAYS[day.weekday()])
def test_visits_fall_inside_the_period_of_the_pot_that_pays(today: date) -> None:
    periods = {
        pot["key"]: (pot["starts_days"], pot["ends_days"])
        for person in COUNTY.people.values()
        for pot in person.get("pot", [])
    }
    for visit in COUNTY.visits():
        if pot := visit.booking.get("pot"):
            day_of_visit = visit.week * 7 + DAYS.index(visit.day) - today.weekday()
            first, last = periods[pot]
            assert first <= day_of_visit <= last, f"{visit.booking['key']} in week {visit.week}"


def assert_cleared(listing_key: str, kinds: list[str]) -> None:
    listing, provider = COUNTY.listings[listing_key], COUNTY.provider_of[listing_key]
    arrangement = Arrangement(provider["arrangement"])
    held = evidence_of(provider, MONDAY)
    for kind in kinds:
        found = cleared_for(held, kind, MONDAY, tiers=listing["tiers"], arrangement=arrangement, schemes=schemes())
        assert found.allows, f"{provider['key']} for {kind}: {found.lapsed} {found.missing}"


@each_booking
def test_whoever_comes_is_cleared_for_it_today(person: Row, booking: Row) -> None:
    if booking["state"] != "ended":
        assert_cleared(booking["listing"], booking["kinds"])


def test_whoever_is_asked_to_step_in_is_cleared_for_it_today() -> None:
    for person in COUNTY.people.values():
        for contact in person.get("backup", []):
            if "listing" in contact:
                assert_cleared(contact["listing"], contact["kinds"])


@each_provider
def test_nobody_was_asked_for_a_higher_check_than_the_law_allows(provider: Row) -> None:
    tiers = {tier for listing in provider["listing"] for tier in listing["tiers"]}
    most = most_dbs_to_ask(tiers, Arrangement(provider["arrangement"]), schemes())
    for one in evidence_of(provider, MONDAY):
        if one.level:
            assert most
            assert most.level.reaches(one.level)
            assert most.barred_list or not one.barred_list


@each_provider
def test_personal_care_is_offered_only_on_a_lawful_basis(provider: Row) -> None:
    for listing in provider["listing"]:
        assert ("basis" in listing) == listing["includes_personal_care"] == ("personal_care" in listing["kinds"])
        assert not doubt_about(
            Arrangement(provider["arrangement"]),
            kinds=listing["kinds"],
            includes_personal_care=listing["includes_personal_care"],
            basis=Basis(listing["basis"]) if "basis" in listing else None,
            cqc_number=provider.get("cqc_number", ""),
        )
        if listing["includes_personal_care"]:
            assert "personal_care" in listing["tiers"]


@each_provider
def test_no_employed_pa_is_paid_below_the_wage(provider: Row) -> None:
    band = AgeBand(provider["age_band"]) if "age_band" in provider else None
    for listing in provider["listing"]:
        card = [Rate(Unit(row["unit"]), row["pence"], When(row["when"])) for row in listing["rates"]]
        check_rates(Arrangement(provider["arrangement"]), band, card, on=MONDAY, wages=wages())


def test_evidence_is_there_in_every_state() -> None:
    states: dict[str, int] = defaultdict(int)
    for provider in COUNTY.providers.values():
        held = evidence_of(provider, MONDAY)
        states["none"] += not held
        for one in held:
            if one.last_day is None:
                states["lasting"] += 1
            elif one.last_day < MONDAY:
                states["lapsed"] += 1
            else:
                states["expiring" if one.last_day <= MONDAY + timedelta(days=60) else "current"] += 1
    assert min(states.values()) >= 3
    assert set(states) == {"none", "lasting", "lapsed", "expiring", "current"}
