"""Somebody who is an officer and a PA under one account: over HTTP they decide on nothing of their own, in either role."""

from pathlib import Path

import pytest

from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from providers.applications.tables import Application
from providers.documents.tables import ShownDocument
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.organisations.queries import provider
from providers.organisations.rules import ProviderState
from tests.factories.people import a_grant, an_account
from tests.journeys.papers import sides_with_a_folder
from tests.journeys.sides import Sides

PAVEL, LISTING = "prv_pavel-dvorak", "lst_pavel-evenings"
DESK = f"/accreditation/providers/{PAVEL}"
BOTH, RUTH = "both@example.org", "ruth.chidgey@example.org"
DEEDS: tuple[tuple[str, dict[str, str]], ...] = (
    (f"{DESK}/decide", {"outcome": "listed", "why": "I know him well."}),
    (f"{DESK}/seen/identity", {"how": "original", "issued-day": "1", "issued-month": "11", "issued-year": "2026"}),
    (f"/accreditation/listings/{LISTING}/publish", {}),
    (f"/accreditation/listings/{LISTING}/send-back", {"why": "No"}),
    ("/accreditation/papers/doc_pavel-dvorak_0/not-enough", {"why": "No"}),
    ("/accreditation/references/ref_pavel-dvorak_1/settle", {"accepted": "yes"}),
    ("/accreditation/evidence/evi_pavel-dvorak_0/withdraw", {"why": "No"}),
)
LOOKS = (
    DESK,
    f"{DESK}/seen/dbs",
    "/accreditation/papers/doc_pavel-dvorak_0",
    "/accreditation/references/ref_pavel-dvorak_1",
    "/accreditation/evidence/evi_pavel-dvorak_0",
)


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    """Somebody holds Pavel's own account role, and sits at the desk of his council."""
    sides = sides_with_a_folder(county, clock, tmp_path / "data")
    with county.write() as session:
        account = an_account(session, BOTH, name="Both Hats")
        a_grant(session, account, Role.PA, provider_id=PAVEL)
        a_grant(session, account, Role.ACCREDITATION_OFFICER, authority_id="aut_devon-demo")
    return sides


@pytest.mark.parametrize("role", [Role.ACCREDITATION_OFFICER, Role.PA])
def test_nobody_decides_on_their_own_in_either_role(sides: Sides, role: Role) -> None:
    both = sides.browser(BOTH, role)
    why = "obody decides on their own" if role is Role.ACCREDITATION_OFFICER else "another of your roles. Switch"
    form = "/checks/references" if role is Role.PA else "/concern"
    answers = {path: both.get(path) for path in LOOKS} | {
        path: both.post(path, fields, seen_on=form) for path, fields in DEEDS
    }
    for path, answer in answers.items():
        assert (answer.status_code, why in answer.text) == (403, True), path
    nothing_was_decided(sides)


def test_the_queue_names_it_as_theirs_and_leads_nowhere(sides: Sides) -> None:
    page = sides.browser(BOTH, Role.ACCREDITATION_OFFICER).get("/accreditation").text
    assert "Yours in another role: another officer decides." in page
    assert f'href="{DESK}"' not in page


def test_who_sent_it_for_somebody_else_does_not_decide_on_it_either(sides: Sides) -> None:
    """The role may be gone; that they sent it stays written."""
    with sides.database.write() as session:
        sent = session.get_one(Application, "apn_pavel-dvorak")
        sent.sent_by = "acc_ruth-chidgey"
        paper = session.get_one(ShownDocument, "doc_pavel-dvorak_0")
        paper.sent_by = "acc_ruth-chidgey"
        session.add_all([sent, paper])
    ruth = sides.browser(RUTH)
    assert "Your decision" not in ruth.get(DESK).text
    assert ruth.post(f"{DESK}/decide", {"outcome": "listed", "why": "Fine"}, seen_on=DESK).status_code == 403
    assert ruth.get("/accreditation/papers/doc_pavel-dvorak_0/file").status_code == 403
    nothing_was_decided(sides)


def test_another_officer_of_the_same_council_decides(sides: Sides) -> None:
    ruth = sides.browser(RUTH)
    assert ruth.post(f"{DESK}/decide", {"outcome": "more_asked", "why": ""}, seen_on=DESK).status_code == 422
    assert ruth.post(f"{DESK}/decide", {"outcome": "listed", "why": "Some is open."}, seen_on=DESK).status_code == 303
    assert ruth.post(f"{DESK}/decide", {"outcome": "refused", "why": "Again"}, seen_on=DESK).status_code == 409
    with sides.database.read() as session:
        assert provider(session, PAVEL).state is ProviderState.LISTED
    assert "Some is open." in sides.browser("pavel-dvorak@example.org").get("/checks").text


def nothing_was_decided(sides: Sides) -> None:
    with sides.database.read() as session:
        assert provider(session, PAVEL).state is ProviderState.APPLIED
        assert listing(session, LISTING).state is ListingState.SUBMITTED
        assert session.get_one(ShownDocument, "doc_pavel-dvorak_0").settled_as is None
