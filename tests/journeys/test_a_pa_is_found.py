"""A PA from nothing to found, over HTTP: signing up, a dozen questions, what is refused on the way, the desk, the search."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from PIL import Image
from sqlmodel import Session, select

from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.tables import Account, RoleGrant
from providers.accreditation.service import Seen, note_evidence
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import ProviderState
from providers.organisations.service import decide
from tests.journeys.sides import Sides, county_on
from tests.web.browser import Browser
from tests.web.finding.asking import found, plain, titles
from tests.web.letters import letters, link_in

RUTH = "ruth.chidgey@example.org"
WENDY = "wendy.ashworth@example.org"
WORDS = "I was a ward sister for thirty years. I like people, gardens and a good laugh, and I am never late."


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    return county_on(county, clock, Settings(demo=True, data_folder=tmp_path, _env_file=None))


def signed_up(sides: Sides, arrangement: str = "sole_self_employed", name: str = "Wendy Ashworth") -> Browser:
    """Somebody new, who came by the link in the letter."""
    browser = sides.browser()
    fields = {"arrangement": arrangement, "name": name, "email": WENDY}
    answer = browser.post("/offer-support", fields, seen_on="/offer-support")
    assert answer.headers["location"] == "/sign-in/check"
    link = link_in(letters(sides.database)[-1])
    browser.post(link, seen_on=link)
    return browser


def listing_now(sides: Sides) -> Listing:
    with sides.database.read() as session:
        grant = session.exec(select(RoleGrant).join(Account).where(Account.email == WENDY)).one()
        return listings_of(session, grant.provider_id or "")[0]


def answer(sides: Sides, browser: Browser, question: str, **fields: Any) -> Response:
    page = f"/listing/{listing_now(sides).id}/about/{question}"
    return browser.post(page, fields, seen_on=page)


def next_of(response: Response) -> str:
    """The question that came next."""
    assert response.status_code == 303, plain(response.text)[:600]
    return str(response.headers["location"]).rsplit("/", 1)[-1]


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (700, 500), (90, 140, 60)).save(out, "JPEG")
    return out.getvalue()


def fill_in(sides: Sides, browser: Browser, *, care: str = "no", pence: str = "18.50") -> None:
    """Every question answered, one after the other, in the order that the pages themselves lead."""
    assert next_of(answer(sides, browser, "how", arrangement="sole_self_employed")) == "name"
    assert next_of(answer(sides, browser, "name", name="Wendy Ashworth", phone="01632 960123")) == "what"
    assert next_of(answer(sides, browser, "what", kinds=["companionship", "gardening"])) == "place"
    assert next_of(answer(sides, browser, "place", where="their_home")) == "care"
    assert next_of(answer(sides, browser, "care", care=care)) == "area"
    assert next_of(answer(sides, browser, "area", postcode="EX9 6JN", reach="miles", miles="6")) == "times"
    assert next_of(answer(sides, browser, "times", days=["0", "1", "2"], start="09:00", end="16:00")) == "prices"
    assert next_of(answer(sides, browser, "prices", unit="hour", when="any", amount=pence)) == "languages"
    after = next_of(answer(sides, browser, "languages", languages=["English", "Polish"]))
    if care == "yes":
        assert after == "gender"
        after = next_of(answer(sides, browser, "gender", gender="female"))
    assert after == "limits"
    limits = answer(sides, browser, "limits", pets="no_dogs", hoist="no", smoking="any", driving="any", other="")
    assert next_of(limits) == "words"
    assert next_of(answer(sides, browser, "words", title="Company from a ward sister", description=WORDS)) == "photo"
    page = f"/listing/{listing_now(sides).id}/about/photo"
    sent = browser.client.post(
        page,
        data={"csrf_token": browser.token(page)},
        files={"photo": ("me.jpg", picture(), "image/jpeg")},
        follow_redirects=False,
    )
    assert next_of(sent) == "check"


def officer(session: Session, name: str = "Ruth Chidgey") -> Actor:
    account = session.exec(select(Account).where(Account.name == name)).one()
    authority = session.exec(select(RoleGrant).where(RoleGrant.account_id == account.id)).first()
    assert authority is not None
    return Actor(account.id, name, Role.ACCREDITATION_OFFICER, authority_id=authority.authority_id)


def checked(sides: Sides) -> None:
    """The desk has seen what company in the home needs, and lists her."""
    with sides.database.write() as session:
        owner_id, ruth = listing_now(sides).provider_id, officer(session)
        for kind in ("identity", "right_to_work", "references", "public_liability"):
            ends = date(2027, 11, 1) if kind == "public_liability" else None
            seen = Seen(kind, date(2026, 11, 2), ends, seen_for="Devon demo council")
            note_evidence(session, owner_id, seen, by=ruth, now=sides.clock.now())
        decide(session, owner_id, ProviderState.LISTED, by=ruth, now=sides.clock.now())
    sides.run()


def test_from_nothing_to_found(sides: Sides) -> None:
    wendy = signed_up(sides)
    assert "0 of 12 questions answered" in plain(wendy.get("/listing").text)
    fill_in(sides, wendy)
    row = listing_now(sides)
    read_back = plain(wendy.get(f"/listing/{row.id}/check").text)
    for words in ("Up to 6 miles from EX9 6JN", "Monday to Wednesday, 9am to 4pm", "£18.50 an hour", "English, Polish",
                  "Not with dogs in the room", "No hoists", "Devon demo council looks at the originals"):  # fmt: skip
        assert words in read_back
    visitor = sides.browser()
    assert visitor.get(f"/listings/{row.id}").status_code == 410
    wendy.post(f"/listing/{row.id}/submit", seen_on=f"/listing/{row.id}/check")
    ruth = sides.browser(RUTH)
    assert "Company from a ward sister" in ruth.get("/accreditation").text
    page = f"/accreditation/listings/{row.id}"
    ruth.post(f"{page}/publish", seen_on=page)
    assert listing_now(sides).state is ListingState.APPROVED
    sides.run()
    assert visitor.get(f"/listings/{row.id}").status_code == 410
    checked(sides)
    assert listing_now(sides).state is ListingState.LIVE
    there = found(visitor, "Somebody for a chat and a bit of gardening", "EX9 6PD")
    assert "Company from a ward sister" in titles(visitor, there)
    card = plain(visitor.get(there).text)
    assert re.search(r"Company from a ward sister .*? Has room: \d+ hours this week, 21 hours next week", card)
    shown = visitor.get(f"/listings/{row.id}").text
    assert "Listing checked by its provider on 23 November 2026" in plain(shown)
    assert "EX9 6JN" not in shown
    photo = re.search(r'src="(/photographs/pho_[^"]+)"', shown)
    assert photo is not None
    assert visitor.get(photo.group(1)).headers["content-type"] == "image/jpeg"


def test_a_sitting_that_was_broken_off_goes_on_where_it_was(sides: Sides) -> None:
    wendy = signed_up(sides)
    answer(sides, wendy, "how", arrangement="sole_self_employed")
    answer(sides, wendy, "name", name="Wendy Ashworth", phone="")
    again = sides.browser(WENDY)
    page = again.get("/listing").text
    assert "2 of 12 questions answered" in plain(page)
    assert f'href="/listing/{listing_now(sides).id}/about/what"' in page
    with sides.database.read() as session:
        account = session.exec(select(Account).where(Account.email == WENDY)).one()
        begun = session.exec(select(RoleGrant).where(RoleGrant.account_id == account.id)).all()
    assert len(begun) == 1


@pytest.mark.parametrize(
    ("question", "fields", "words"),
    [
        ("name", {"name": " ", "phone": ""}, "Type the name that people will see."),
        ("name", {"name": "Wendy", "phone": "12"}, "Type a telephone number"),
        ("what", {}, "Tick at least one thing"),
        ("area", {"postcode": "ZZ99 9ZZ", "reach": "miles", "miles": "6"}, "We cannot find that place"),
        ("area", {"postcode": "EX9 6JN", "reach": "miles", "miles": "far"}, "Type whole miles"),
        ("area", {"postcode": "EX9 6JN", "reach": "towns", "towns": "Exmuoth"}, "Did you mean Exmouth"),
        ("area", {"postcode": "EX9 6JN", "reach": "districts", "districts": "EX99"}, "EX99 is no postcode district"),
        ("times", {"days": ["0"], "start": "nine", "end": "17:00", "add": "yes"}, "Type from when"),
        ("prices", {"unit": "hour", "when": "any", "amount": "a tenner"}, "Type the price in pounds"),
        ("words", {"title": "Hello", "description": "Hi."}, "Write two or three sentences"),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_is_kept(
    sides: Sides, question: str, fields: dict[str, Any], words: str
) -> None:
    wendy = signed_up(sides)
    refused = answer(sides, wendy, question, **fields)
    assert refused.status_code == 422
    assert words in plain(refused.text)
    typed = next((value for value in fields.values() if isinstance(value, str) and len(value.strip()) > 3), "")
    assert unescape(typed) in unescape(refused.text)
    assert question not in listing_now(sides).answered


def test_personal_care_is_refused_without_a_basis_and_says_why(sides: Sides) -> None:
    club = signed_up(sides, "community", "Tea and Talk")
    answer(sides, club, "how", arrangement="community")
    answer(sides, club, "what", kinds=["lunch_club"])
    refused = answer(sides, club, "care", care="yes")
    assert refused.status_code == 422
    said = plain(refused.text)
    assert "The way you work does not allow personal care" in said
    assert "Regulated Activities" in said
    assert listing_now(sides).includes_personal_care is False


def test_a_small_business_without_a_number_is_told_and_may_leave_personal_care_out(sides: Sides) -> None:
    firm = signed_up(sides, "micro_enterprise", "Ashworth and Sons")
    assert "12 steps still to do" in plain(firm.get("/listing").text)
    answer(sides, firm, "how", arrangement="micro_enterprise")
    answer(sides, firm, "name", name="Ashworth and Sons", phone="", workers="3")
    answer(sides, firm, "what", kinds=["cleaning"])
    answer(sides, firm, "place", where="their_home")
    assert next_of(answer(sides, firm, "care", care="yes")) == "cqc"
    refused = answer(sides, firm, "cqc", cqc_number="")
    assert refused.status_code == 422
    assert "must be registered with the Care Quality Commission" in plain(refused.text)
    assert next_of(answer(sides, firm, "care", care="no")) == "area"


def test_an_employed_rate_under_the_wage_is_refused_with_the_figure_and_its_source(sides: Sides) -> None:
    wendy = signed_up(sides, "employed_pa")
    answer(sides, wendy, "how", arrangement="employed_pa")
    refused = answer(sides, wendy, "prices", unit="hour", when="any", amount="12")
    assert refused.status_code == 422
    said = plain(refused.text)
    assert "£12 an hour is under the minimum wage of £12.71" in said
    assert "GOV.UK" in said
    assert 'value="12"' in refused.text


def test_a_self_employed_rate_under_the_wage_is_kept_and_flagged(sides: Sides) -> None:
    wendy = signed_up(sides)
    answer(sides, wendy, "how", arrangement="sole_self_employed")
    kept = answer(sides, wendy, "prices", unit="hour", when="any", amount="12", add="yes")
    assert kept.status_code == 303
    said = plain(wendy.get(str(kept.headers["location"])).text)
    assert "£12 an hour" in said
    assert "lawful only for somebody who is truly self-employed" in said


def test_an_attorney_who_begins_to_offer_support_stays_an_attorney(sides: Sides) -> None:
    colin = sides.browser("colin.hext@example.org", Role.ATTORNEY)
    begun = colin.post("/offer-support", {"arrangement": "sole_self_employed"}, seen_on="/offer-support")
    assert begun.headers["location"] == "/listing"
    assert "Your new listing" in colin.get("/listing").text
    roles = plain(colin.get("/you/roles").text)
    assert "PA" in roles
    assert "Attorney or deputy of" in roles
    again = colin.get("/offer-support")
    assert again.headers["location"] == "/listing"
