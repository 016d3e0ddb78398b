"""Steps 3 and 4 of the journey from the other sides, over HTTP on the demo county: the PA, the backups, the desk."""

from datetime import timedelta

import pytest

from market.bookings import queries as visits
from market.bookings.rules import VisitStatus
from market.bookings.tables import Visit
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from tests.journeys.sides import ARTHUR, DESK, DOREEN, GILL, JOANNE, TERRY, THURSDAY, WRENFIELD, Sides, county_on
from tests.web.browser import Browser

TERRYS_PENCE = 1850


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


@pytest.fixture
def agreed(sides: Sides) -> Sides:
    """Terry has said yes to four visits."""
    booking = sides.joanne_asks()
    sides.run()
    sides.browser(TERRY).post(f"/requests/{booking.id}/accept", seen_on=f"/requests/{booking.id}")
    sides.run()
    return sides


@pytest.fixture
def ill(agreed: Sides) -> Sides:
    """Terry is ill on Thursday, and has said so on his page."""
    page = f"/work/cannot-come?day={THURSDAY}"
    terry = agreed.browser(TERRY)
    agreed.clock.set(thursday(agreed).starts_at - timedelta(hours=3))
    answer = terry.post("/work/cannot-come", {"visit": thursday(agreed).id, "why": "ill"}, seen_on=page)
    assert answer.headers["location"].startswith("/work?monday=")
    agreed.run()
    return agreed


def thursday(sides: Sides) -> Visit:
    """The Thursday visit that Terry agreed to."""
    with sides.database.read() as session:
        found = visits.work_between(session, "prv_terry-holwill", THURSDAY, THURSDAY)
        return next(iter(found))


def say(sides: Sides, link: str, word: str) -> str:
    """Press a button on a private link with no account, and read what the page then says."""
    browser = sides.browser()
    answer = browser.post(link, {"answer": word})
    assert (answer.status_code, answer.headers["location"]) == (303, link)
    sides.run()
    return browser.get(link).text


def test_a_provider_reads_a_request_without_an_address_and_says_yes_in_two_taps(sides: Sides) -> None:
    booking = sides.joanne_asks()
    sides.run()
    terry = sides.browser(TERRY)
    listed = terry.get("/requests").text
    for words in ("Gardening in EX9", "Tuesdays and Thursdays, 9am to 10am", "Tuesday 1 December", "4 visits, £74",
                  "£18.50", "from where you start", "Thursday 10 December", "He tires after an hour."):  # fmt: skip
        assert words in listed
    for secret in ("Arthur", "Westcott", "EX9 6PD", "Knock loud", "walking_frame", "signalman"):
        assert secret not in listed
    read_back = terry.get(f"/requests/{booking.id}").text
    assert f'action="/requests/{booking.id}/accept"' in read_back
    yes = terry.post(f"/requests/{booking.id}/accept", seen_on=f"/requests/{booking.id}")
    assert yes.headers["location"] == "/work?monday=2026-12-01"
    again = terry.post(f"/requests/{booking.id}/accept", seen_on="/work")
    assert again.status_code == 303
    assert "Arthur" in terry.get("/work?monday=2026-12-01").text
    visit = terry.get(f"/work/{sides.visit_on(booking, THURSDAY).id}").text
    assert "EX9 6PD" in visit
    assert "Knock loud" in visit
    assert "signalman" not in visit


def test_no_is_told_with_its_reason_and_a_no_cannot_become_a_yes(sides: Sides) -> None:
    booking = sides.joanne_asks()
    sides.run()
    held = sides.balance().held
    terry = sides.browser(TERRY)
    page = f"/requests/{booking.id}/no"
    terry.post(f"/requests/{booking.id}/decline", {"why": "It is too far for me."}, seen_on=page)
    sides.run()
    assert sides.balance().held == held - 4 * TERRYS_PENCE
    assert "It is too far for me." in sides.letters("Joanne Westcott-Bray", "booking.declined")[-1].text
    late = terry.post(f"/requests/{booking.id}/accept", seen_on="/work")
    assert late.status_code == 409
    assert "answered already" in late.text


def test_another_provider_sees_neither_request_nor_visit(agreed: Sides) -> None:
    gill, visit = agreed.browser(GILL), thursday(agreed)
    assert gill.get(f"/work/{visit.id}").status_code == 404
    assert gill.get(f"/requests/{visit.booking_id}").status_code == 404
    assert gill.post(f"/work/{visit.id}/done", seen_on="/work").status_code == 404
    assert gill.post("/work/cannot-come", {"visit": visit.id, "why": "ill"}, seen_on="/work").status_code == 404


def test_the_second_contact_says_yes_by_private_link_and_everyone_is_told(ill: Sides) -> None:
    held = ill.balance().held
    assert "Terry Holwill can't come" in ill.letters("Joanne Westcott-Bray", "cascade.started")[-1].text
    first = say(ill, ill.private_link("Doreen Pym"), "no")
    assert "Thank you for telling us" in first
    link = ill.private_link("Gill Mutter")
    before = ill.browser().get(link).text
    assert "Can you go to Arthur?" in before
    after = say(ill, link, "yes")
    assert "Thank you. You are going" in after
    assert "EX9 6PD" in after
    with ill.database.read() as session:
        failed = thursday(ill)
        instead = visits.substitute_of(session, failed.id)
        assert visits.state_of(failed) is VisitStatus.COVERED
        assert instead is not None
        assert (instead.who_comes, instead.provider_id) == ("Gill Mutter", "prv_gill-mutter")
        assert ill.balance().held == held - TERRYS_PENCE + instead.price_pence
    for name in ("Joanne Westcott-Bray", "Arthur Westcott", "Terry Holwill"):
        assert "Gill Mutter will come" in ill.letters(name, "cascade.covered")[-1].text
    assert "Arthur" in ill.browser(GILL).get(f"/work?monday={THURSDAY}").text
    assert "Somebody else is going" not in ill.browser(TERRY).get("/work").text


def test_one_link_shows_one_visit_and_the_address_only_after_a_yes(ill: Sides) -> None:
    link = ill.private_link("Doreen Pym")
    page = ill.browser().get(link)
    assert page.status_code == 200
    for secret in ("Westcott", "EX9", "Budleigh", "Knock loud", "signalman", "Wrenfield", "Gill", "hearing", "Joanne"):
        assert secret not in page.text
    assert ill.browser().get(link).text.count("Can you go to Arthur?") >= 1
    assert "Budleigh Salterton, EX9 6PD" in say(ill, link, "yes")
    assert ill.browser().get(link[:-4] + "xxxx").status_code == 410


def test_looking_at_a_link_answers_nothing_and_the_first_answer_counts(ill: Sides) -> None:
    link = ill.private_link("Doreen Pym")
    for _ in range(3):
        ill.browser().get(link)
    ill.run()
    assert ill.letters("Gill Mutter", "cascade.question") == []
    say(ill, link, "no")
    assert "You said no" in say(ill, link, "yes")


def test_a_late_yes_is_thanked_and_kindly_refused_and_the_desk_sees_it(ill: Sides) -> None:
    doreens = ill.private_link("Doreen Pym")
    ill.clock.move(timedelta(minutes=21))
    ill.run()
    assert "The time to answer has gone" in ill.browser().get(doreens).text
    late = say(ill, doreens, "yes")
    assert "Thank you for saying yes" in late
    assert "do not go yet" in late
    assert "EX9" not in late
    say(ill, ill.private_link("Gill Mutter"), "yes")
    covered = ill.browser().get(doreens).text
    assert "Thank you for saying yes. This visit is covered, so please do not go." in covered


def test_with_nobody_answering_the_desk_has_it_with_numbers_and_settles_it(ill: Sides) -> None:
    doreens = ill.private_link("Doreen Pym")
    for _ in range(3):
        ill.clock.move(timedelta(minutes=21))
        ill.run()
    say(ill, doreens, "yes")
    assert ill.letters("Sandra Tapp", "cascade.desk")
    sandra = ill.browser(DESK)
    listed = sandra.get("/desk").text
    assert "Arthur Westcott" in listed
    page = listed.split('href="/desk/cas_')[1].split('"')[0]
    shown = sandra.get(f"/desk/cas_{page}").text
    for words in ("Nobody has said yes. It is yours now.", "Doreen Pym did not answer in time", "Doreen Pym said yes, too late",
                  "Would come", "07700 900402", "Joanne Westcott-Bray", "Terry Holwill cannot come"):  # fmt: skip
        assert words in shown
    empty = sandra.post(f"/desk/cas_{page}/settle", {"note": " "}, seen_on=f"/desk/cas_{page}")
    assert empty.status_code == 422
    done = sandra.post(f"/desk/cas_{page}/settle", {"note": "Rang Doreen, she goes."}, seen_on=f"/desk/cas_{page}")
    assert done.headers["location"] == "/desk"
    assert "Arthur Westcott" not in sandra.get("/desk").text
    assert "has seen to this visit" in ill.browser().get(doreens).text
    assert ill.browser("martin.isaac@example.org").get(f"/desk/cas_{page}").status_code == 403


def test_a_signed_in_contact_answers_on_their_own_page(ill: Sides) -> None:
    doreen = ill.browser(DOREEN)
    listed = doreen.get("/backup").text
    page = "/backup/asked/" + listed.split('href="/backup/asked/')[1].split('"')[0]
    assert ill.browser(GILL).get(page).status_code == 404
    assert doreen.post(page, {"answer": "yes"}, seen_on=page).headers["location"] == page
    ill.run()
    assert "EX9 6PD" in doreen.get(page).text
    assert "You are going to Arthur" in doreen.get("/backup").text


def test_there_late_and_done_are_one_tap_each_and_the_month_adds_up(agreed: Sides) -> None:
    terry, visit = agreed.browser(TERRY), thursday(agreed)
    page = f"/work/{visit.id}"
    early = terry.post(f"{page}/there", seen_on=page)
    assert (early.status_code, "It is not time yet" in early.text) == (409, True)
    agreed.clock.set(visit.starts_at - timedelta(minutes=10))
    terry.post(f"{page}/late", {"minutes": "20"}, seen_on=f"{page}/late")
    agreed.run()
    assert "20 minutes late" in agreed.letters("Joanne Westcott-Bray", "visit.changed")[-1].text
    agreed.clock.set(visit.starts_at + timedelta(minutes=20))
    terry.post(f"{page}/there", seen_on=page)
    agreed.clock.set(visit.ends_at)
    spent = agreed.balance().spent
    assert terry.post(f"{page}/done", seen_on=page).headers["location"] == "/work"
    assert agreed.balance().spent == spent + TERRYS_PENCE
    month = terry.get("/work").text
    assert "£18.50" in month


def test_the_address_is_forgotten_a_day_after_the_visit(agreed: Sides) -> None:
    terry, visit = agreed.browser(TERRY), thursday(agreed)
    agreed.clock.set(visit.ends_at + timedelta(days=1, seconds=1))
    assert "EX9 6PD" not in terry.get(f"/work/{visit.id}").text


def test_an_agency_sends_its_own_and_a_pa_may_not(agreed: Sides) -> None:
    visit, terry = thursday(agreed), agreed.browser(TERRY)
    page = f"/work/{visit.id}/somebody-else"
    assert terry.get(page).status_code == 403
    refused = terry.post(page, {"name": "Bill"}, seen_on="/work")
    assert (refused.status_code, "You cannot send somebody else" in refused.text) == (403, True)
    wrenfield: Browser = agreed.browser(WRENFIELD, Role.AGENCY)
    with agreed.database.read() as session:
        theirs = [v for v in visits.work_between(session, "prv_wrenfield-home-support", THURSDAY, THURSDAY + timedelta(1))
                  if v.person_id == ARTHUR]  # fmt: skip
    own = f"/work/{theirs[0].id}/somebody-else"
    assert wrenfield.post(own, {"name": "Maureen Tibbs"}, seen_on=own).status_code == 303
    agreed.run()
    assert "Maureen Tibbs comes from Wrenfield" in agreed.letters("Joanne Westcott-Bray", "visit.changed")[-1].text
    assert "Maureen Tibbs goes." in wrenfield.get(f"/work/{theirs[0].id}").text


def test_a_supporter_of_the_person_is_no_provider(agreed: Sides) -> None:
    joanne = agreed.browser(JOANNE, Role.SUPPORTER)
    assert joanne.get("/work").status_code == 403


def test_the_start_page_says_what_waits_for_each_of_them(ill: Sides) -> None:
    assert "Can you cover 1 visit?" in ill.browser(DOREEN).get("/").text
    assert "Terry Holwill is not coming" in ill.browser(JOANNE).get("/").text
    assert "Next visit: Arthur" in ill.browser(TERRY).get("/").text
