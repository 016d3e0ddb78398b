"""The desks and the way to them, over HTTP on the demo county: concerns, danger, undelivered messages, checks."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.tables import OutboxRow, OutboxStatus
from market.messages.rules import Channel
from market.messages.tables import Envelope
from market.safeguarding.rules import ReportKind
from market.safeguarding.tables import Report
from market.web.navigation import menu_of
from providers.listings.queries import decisions_on, listing
from providers.listings.rules import ListingState
from tests.journeys.sides import ARTHUR, DESK, TERRY, THURSDAY, Sides, county_on

MARTIN = "martin.isaac@example.org"  # Torbay's out-of-hours desk
RUTH, LEON = "ruth.chidgey@example.org", "leon.abara@example.org"
PRIYA = "priya.raman@example.org"
LISTING = "lst_terry-allotment-and-garden"


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


def reports(sides: Sides) -> list[Report]:
    with sides.database.read() as session:
        return list(session.exec(select(Report)))


def test_a_concern_reaches_the_desk_once_and_is_settled_there(sides: Sides) -> None:
    arthur = sides.browser("arthur.westcott@example.org")
    assert "999" in arthur.get("/concern").text
    typed = {"words": "She shouted at me on Wednesday.", "wanted": "Somebody else", "once": "key_1"}
    for _ in range(2):
        told = arthur.post("/concern", typed, seen_on="/concern")
        assert "We have told the desk" in told.text
    sides.run()
    (report,) = reports(sides)
    assert (report.kind, report.person_id, report.wanted) == (ReportKind.CONCERN, ARTHUR, "Somebody else")
    (letter,) = sides.letters("Sandra Tapp", "safety.concern")
    assert "shouted" not in letter.text
    page, sandra = f"/desk/reports/{report.id}", sides.browser(DESK)
    assert "She shouted at me on Wednesday." in sandra.get(page).text
    sandra.post(f"{page}/take", seen_on=page)
    assert "You have it." in sandra.get(page).text
    assert sandra.post(f"{page}/settle", seen_on=page).status_code == 422
    sandra.post(f"{page}/settle", {"note": "Talked with Arthur; Wrenfield sends Sue."}, seen_on=page)
    assert "Arthur Westcott" not in sandra.get("/desk").text


def test_a_concern_is_seen_neither_by_the_one_complained_of_nor_across_the_border(sides: Sides) -> None:
    sides.browser("arthur.westcott@example.org").post("/concern", {"words": "Terry was rough."}, seen_on="/concern")
    page = f"/desk/reports/{reports(sides)[0].id}"
    assert sides.browser(TERRY).get(page).status_code == 403
    assert sides.browser(MARTIN).get(page).status_code == 404
    assert sides.browser(PRIYA).get(page).status_code == 404  # a concern is the safeguarding desk's alone
    assert "Terry was rough" not in sides.browser(MARTIN).get("/desk").text


def test_danger_in_a_concern_gets_its_number_first_and_the_desk_as_danger(sides: Sides) -> None:
    visitor = sides.browser()
    typed = {"words": "Mum has fallen and she is bleeding from her head", "contact": "07700 900999"}
    said = visitor.post("/concern", typed, seen_on="/concern").text
    assert said.index("Ring 999") < said.index("Thank you for saying so")
    (report,) = reports(sides)
    assert (report.kind, "07700 900999" in report.words) == (ReportKind.DANGER, True)
    gas = visitor.post("/concern", typed | {"words": "I can smell gas in the kitchen"}, seen_on="/concern").text
    assert "tel:0800111999" in gas


def test_a_visitor_s_danger_is_answered_and_told_even_when_the_form_is_not_full(sides: Sides) -> None:
    said = sides.browser().post("/concern", {"words": "He has collapsed and is not breathing"}, seen_on="/concern")
    assert said.status_code == 200
    assert "Ring 999" in said.text
    assert "they do not know who you are and cannot reach you" in said.text
    (report,) = reports(sides)
    assert (report.kind, "they did not say" in report.words) == (ReportKind.DANGER, True)


def test_a_worker_can_name_only_people_they_work_for(sides: Sides) -> None:
    terry = sides.browser(TERRY)
    terry.post("/concern", {"words": "I am worried.", "about": "per_mavis-hext"}, seen_on="/concern")
    assert reports(sides)[0].person_id != "per_mavis-hext"


def undelivered(session: Session, sides: Sides, key: str, channel: Channel, status: OutboxStatus) -> OutboxRow:
    row = OutboxRow(key=key, channel=channel, address="01632 960555", kind="visit.changed", text="He comes at ten.",
                    about="bkg_arthur-lunch", status=status, made_at=sides.clock.now())  # fmt: skip
    session.add(row)
    session.flush()
    session.add(Envelope(message_id=row.id, name="Arthur Westcott", routes=[]))
    session.flush()
    return row


def test_what_did_not_arrive_is_rung_or_sent_again_by_its_own_desk(sides: Sides) -> None:
    with sides.database.write() as session:
        call = undelivered(session, sides, "one", Channel.CALL, OutboxStatus.QUEUED)
        unsure = undelivered(session, sides, "two", Channel.EMAIL, OutboxStatus.UNSURE)
    martin = sides.browser(MARTIN)
    assert "He comes at ten." not in martin.get("/desk/messages").text
    assert martin.post(f"/desk/messages/{call.id}/rung", {"what": "reached"}, seen_on="/desk").status_code == 404
    sandra = sides.browser(DESK)
    assert "1 person to ring, 1 message that may have been sent" in sandra.get("/desk").text
    assert "Ring Arthur Westcott" in sandra.get("/desk/messages").text
    sandra.post(f"/desk/messages/{call.id}/rung", {"what": "reached"}, seen_on="/desk/messages")
    sandra.post(f"/desk/messages/{unsure.id}/settle", {"what": "leave"}, seen_on="/desk/messages")
    with sides.database.read() as session:
        assert {session.get_one(OutboxRow, row.id).status for row in (call, unsure)} == {OutboxStatus.SENT}
    assert "Everything arrived" in sandra.get("/desk/messages").text


def test_checks_that_lapse_stand_at_their_own_council_s_desk(sides: Sides) -> None:
    page = sides.browser(RUTH).get("/accreditation").text
    assert "Dave Lethbridge" in page
    assert "Out of date" in page
    assert "Within 30 days" in page
    assert "Dave Lethbridge" not in sides.browser(LEON).get("/accreditation").text


def sent_for_checking(sides: Sides) -> None:
    with sides.database.write() as session:
        row = listing(session, LISTING)
        row.state = ListingState.SUBMITTED
        session.add(row)


def test_a_listing_is_sent_back_with_words_that_its_provider_reads(sides: Sides) -> None:
    sent_for_checking(sides)
    ruth, page = sides.browser(RUTH), f"/accreditation/listings/{LISTING}"
    assert "Garden and allotment company" in ruth.get("/accreditation").text
    assert ruth.post(f"{page}/send-back", {"why": ""}, seen_on=page).status_code == 422
    ruth.post(f"{page}/send-back", {"why": "Say whether you take dogs."}, seen_on=page)
    assert "Say whether you take dogs." in sides.browser(TERRY).get("/listing").text
    sides.run()
    assert "put right" in sides.letters("Terry Holwill", "listing.sent_back")[-1].text
    with sides.database.read() as session:
        assert listing(session, LISTING).state is ListingState.DRAFT
        assert decisions_on(session, LISTING)[-1].became is ListingState.DRAFT


def test_a_listing_is_put_on_show_by_its_own_council_alone(sides: Sides) -> None:
    sent_for_checking(sides)
    page = f"/accreditation/listings/{LISTING}"
    leon = sides.browser(LEON)
    assert leon.get(page).status_code == 404
    assert leon.post(f"{page}/publish", seen_on="/accreditation").status_code == 403
    assert sides.browser(RUTH).post(f"{page}/publish", seen_on=page).status_code == 303
    with sides.database.read() as session:
        assert listing(session, LISTING).state is ListingState.LIVE


def test_a_provider_rests_its_own_listing_shows_it_again_and_says_it_is_right(sides: Sides) -> None:
    terry = sides.browser(TERRY)
    for verb, words in (("pause", "Taking a break"), ("resume", "On show"), ("still-right", "On show")):
        assert terry.post(f"/listing/{LISTING}/{verb}", seen_on="/listing").status_code == 303
        assert words in terry.get("/listing").text
    other = sides.browser("gill-mutter@example.org").post(f"/listing/{LISTING}/pause", seen_on="/listing")
    assert other.status_code == 403


def test_every_menu_of_these_roles_leads_to_a_page(sides: Sides) -> None:
    for email in (TERRY, DESK, RUTH, "doreen.pym@example.org", "carol.stuckey@example.org"):
        browser = sides.browser(email)
        for place in menu_of(sides.role_of(email)):
            assert browser.get(place.path).status_code == 200, f"{email}: {place.path}"


def test_the_door_is_still_shut_when_thursday_is_far(sides: Sides) -> None:
    booking = sides.joanne_asks()
    visit = sides.visit_on(booking, THURSDAY)
    assert sides.browser(TERRY).get(f"/work/{visit.id}").status_code == 404  # not agreed yet
    sides.clock.move(timedelta(days=2))
    assert sides.browser(TERRY).get(f"/requests/{booking.id}").status_code == 200
