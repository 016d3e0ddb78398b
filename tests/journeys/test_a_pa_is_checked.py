"""A PA's evidence from nothing to approved, over HTTP: papers, referees, the code of conduct, the desk, the record."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.tables import AuditRow
from market.people.tables import Account
from providers.accreditation.queries import evidence_of
from providers.applications.queries import decisions_on, newest_application
from providers.applications.rules import Outcome
from providers.arrangement.rules import Basis
from providers.documents.queries import documents_of
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.organisations.queries import provider
from providers.organisations.rules import ProviderState
from providers.references.queries import references_of
from tests.factories.people import a_grant, an_account
from tests.factories.providers import a_listing, a_provider
from tests.journeys.papers import PDF, date_fields, papers_on, photograph, show, sides_with_a_folder
from tests.journeys.sides import TERRY, Sides
from tests.web.browser import Browser

RUTH, LEON = "ruth.chidgey@example.org", "leon.abara@example.org"
NIA, NIA_ID = "nia.rowse@example.org", "prv_nia"
DESK = f"/accreditation/providers/{NIA_ID}"
NEEDED = ("identity", "right_to_work", "dbs", "public_liability", "moving_handling")


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    return sides_with_a_folder(county, clock, tmp_path / "data")


@pytest.fixture
def nia(sides: Sides) -> Browser:
    """Somebody new who would give personal care: nothing was seen of her."""
    with sides.database.write() as session:
        newcomer(session)
    return sides.browser(NIA)


def newcomer(session: Session) -> Account:
    owner = a_provider(
        session, id=NIA_ID, name="Nia Rowse", state=ProviderState.APPLIED, authority_id=None, authority_name="",
        council="E07000040", email=NIA,
    )  # fmt: skip
    a_listing(
        session, owner, id="lst_nia", title="Mornings with Nia", kinds=["personal_care", "companionship"],
        tiers=["goes_into_home", "personal_care"], includes_personal_care=True, basis=Basis.SOLE_SELF_EMPLOYED,
        state=ListingState.DRAFT,
    )  # fmt: skip
    account = an_account(session, NIA, name="Nia Rowse")
    a_grant(session, account, Role.PA, provider_id=owner.id)
    return account


def name_referee(browser: Browser, email: str, **facts: str) -> int:
    fields = {"name": "Ann Dyer", "email": email, "how_known": "My manager for four years", "related": "no"} | facts
    return browser.post("/checks/references", fields, seen_on="/checks/references").status_code


def link_to(sides: Sides, name: str) -> str:
    letter = sides.letters(name, "reference.question")[-1]
    return next(button["url"] for button in letter.buttons if button["url"].startswith("/reference/"))


ANSWERS = {
    "related": "no",
    "how_known": "She ran our breakfast club.",
    "work": "She notices who has gone quiet.",
    "trust": "yes",
    "worry": "",
}


def both_references(sides: Sides, nia: Browser) -> None:
    """Two referees are asked by their own links, and answer."""
    for email, name in (("ann.dyer@example.org", "Ann Dyer"), ("joe.vane@example.org", "Joe Vane")):
        assert name_referee(nia, email, name=name) == 303
        sides.run()
        visitor, link = sides.browser(), link_to(sides, name)
        assert visitor.post(link, ANSWERS, seen_on=link).status_code == 303
        assert "We have your answers" in visitor.get(link).text


def write_down(ruth: Browser, kind: str, **facts: str) -> int:
    page = f"{DESK}/seen/{kind}"
    fields = {"how": "original"} | date_fields("issued", "2026-11-02") | facts
    return ruth.post(page, fields, seen_on=page).status_code


def test_from_nothing_to_approved(sides: Sides, nia: Browser) -> None:
    page = nia.get("/checks").text
    assert "Show us what is needed" in page
    assert nia.post("/checks/send", seen_on="/checks/references").status_code == 422
    for kind in NEEDED:
        assert show(nia, kind, photograph() if kind == "identity" else PDF) == 303
    both_references(sides, nia)
    assert nia.post(
        "/checks/code-of-conduct",
        {"conduct": "adults-2026-11", "name": "Nia Rowse"},
        seen_on="/checks/code-of-conduct",
    ).status_code == 303  # fmt: skip
    assert nia.post("/checks/send", seen_on="/checks").status_code == 303
    assert "With the desk" in nia.get("/checks").text
    sides.run()
    assert sides.letters("Ruth Chidgey", "checks.application")

    ruth = sides.browser(RUTH)
    assert "Nia Rowse" in ruth.get("/accreditation").text
    refused = ruth.post(f"{DESK}/decide", {"outcome": "approved"}, seen_on=DESK)
    assert refused.status_code == 422
    assert "do not stand yet" in refused.text
    look_at_papers(ruth)
    take_references(ruth)
    assert ruth.post(f"{DESK}/decide", {"outcome": "approved"}, seen_on=DESK).status_code == 303
    sides.run()
    assert "approved" in sides.letters("Nia Rowse", "checks.decided")[-1].text
    with sides.database.read() as session:
        assert provider(session, NIA_ID).state is ProviderState.APPROVED
        row = newest_application(session, NIA_ID)
        assert row is not None
        assert [one.outcome for one in decisions_on(session, [row.id])[row.id]] == [Outcome.APPROVED]
    page = nia.get("/checks").text
    assert "You are approved" in page
    record_can_be_shown(sides, nia)


def look_at_papers(ruth: Browser) -> None:
    """Each paper is opened, and what was seen is written down from it."""
    papers = papers_on(ruth.get(DESK).text)
    assert len(papers) == len(NEEDED)
    for paper in papers:
        assert ruth.get(f"{paper}/file").status_code == 200
        form = re.search(r'href="([^"]+/seen/([^"?]+)\?document=(doc_[^"]+))"', ruth.get(paper).text)
        assert form is not None
        facts = {"document": form.group(3)}
        if form.group(2) == "dbs":
            facts |= {"level": "enhanced", "barred": "yes"}
        if form.group(2) in ("public_liability", "moving_handling"):
            facts |= date_fields("expires", "2027-11-01")
        assert write_down(ruth, form.group(2), **facts) == 303


def take_references(ruth: Browser) -> None:
    for link in re.findall(r'href="(/accreditation/references/ref_[^"]+)"', ruth.get(DESK).text):
        assert "She notices who has gone quiet." in ruth.get(link).text
        assert ruth.post(f"{link}/settle", {"accepted": "yes"}, seen_on=link).status_code == 303


def record_can_be_shown(sides: Sides, nia: Browser) -> None:
    """The record opens the live page for anybody; a token that we did not sign opens nothing."""
    page = nia.get("/checks/record").text
    assert "<svg" in page
    path = re.search(r'href="http://127.0.0.1:8000(/checked/[^"]+)"', page)
    assert path is not None
    visitor = sides.browser()
    assert "everything on it still stands" in visitor.get(path.group(1)).text
    assert "Enhanced DBS certificate seen, with the adults&#39; barred list" in visitor.get(path.group(1)).text
    assert visitor.get(path.group(1)[:-3] + "abc").status_code == 404
    kept = nia.get("/checks/record/file")
    assert kept.headers["content-disposition"].startswith("attachment")
    assert path.group(1) in kept.text
    sides.clock.move(timedelta(days=366))
    assert "Something has changed since" in visitor.get(path.group(1)).text


def test_the_answer_of_a_referee_is_for_the_desk_alone_and_every_look_is_written_down(
    sides: Sides, nia: Browser
) -> None:
    both_references(sides, nia)
    for page in ("/checks", "/checks/references", "/checks/record"):
        assert "gone quiet" not in nia.get(page).text
    with sides.database.read() as session:
        link = f"/accreditation/references/{newest_reference(session)}"
    give_to_devon(sides)
    assert "gone quiet" not in sides.browser(LEON).get(link).text
    assert "gone quiet" in sides.browser(RUTH).get(link).text
    assert nia.get(link).status_code == 403
    with sides.database.read() as session:
        looks = {(row.tag, row.account_id) for row in session.exec(select(AuditRow)) if "reference" in row.tag}
    assert looks == {
        ("evidence:reference:read", "acc_ruth-chidgey"),
        ("evidence:reference:refused", "acc_leon-abara"),
    }


def newest_reference(session: Session) -> str:
    return references_of(session, NIA_ID)[-1].id


def give_to_devon(sides: Sides) -> None:
    """She stands at Devon's desk, as she would once she has sent it."""
    with sides.database.write() as session:
        owner = provider(session, NIA_ID)
        owner.authority_id, owner.authority_name = "aut_devon-demo", "Devon demo council"
        session.add(owner)


def test_a_paper_is_seen_by_its_own_desk_alone_and_every_look_is_written_down(
    sides: Sides, nia: Browser, tmp_path: Path
) -> None:
    assert show(nia, "first_aid", PDF) == 303
    give_to_devon(sides)
    ruth, leon = sides.browser(RUTH), sides.browser(LEON)
    (paper,) = papers_on(ruth.get(DESK).text)
    for nobody in (leon, nia, sides.browser(TERRY), sides.browser()):
        assert nobody.get(f"{paper}/file").status_code in (303, 403)
    opened = ruth.get(f"{paper}/file")
    assert opened.content == PDF
    assert opened.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in opened.headers["content-security-policy"]
    assert ruth.post(f"{paper}/not-enough", {"why": "It is cut off at the date."}, seen_on=paper).status_code == 303
    sides.run()
    assert "cut off at the date" in nia.get("/checks/first_aid").text
    assert kept_files(tmp_path) == 1
    with sides.database.read() as session:
        tags = [row.tag for row in session.exec(select(AuditRow)) if row.tag.startswith("evidence:document")]
        assert sorted(set(tags)) == ["evidence:document:read", "evidence:document:refused"]


def kept_files(folder: Path) -> int:
    return len([path for path in (folder / "data" / "documents").iterdir() if path.is_file()])


def test_a_paper_taken_back_is_deleted_at_once(sides: Sides, nia: Browser, tmp_path: Path) -> None:
    assert show(nia, "identity", photograph(), name="../../evil.html") == 303
    with sides.database.read() as session:
        row = documents_of(session, NIA_ID)[0]
    assert "evil" not in row.file
    assert nia.post(f"/checks/documents/{row.id}/take-back", seen_on="/checks/identity").status_code == 303
    sides.run()
    assert kept_files(tmp_path) == 0


def test_what_is_no_photograph_and_no_pdf_is_refused_and_the_words_are_kept(sides: Sides, nia: Browser) -> None:
    token = nia.token("/checks/identity")
    said = nia.client.post(
        "/checks/identity",
        data={"csrf_token": token, "words": "My passport, page one"},
        files={"file": ("passport.jpg", b"<html>not a picture</html>")},
    )
    assert said.status_code == 422
    assert "We can take a photograph" in said.text
    assert "My passport, page one" in said.text


def test_a_check_above_what_the_law_allows_is_not_written_down(sides: Sides, nia: Browser) -> None:
    with sides.database.write() as session:
        row = listing(session, "lst_nia")
        row.tiers, row.kinds, row.includes_personal_care, row.basis = ["goes_into_home"], ["companionship"], False, None
        session.add(row)
    give_to_devon(sides)
    ruth = sides.browser(RUTH)
    assert write_down(ruth, "dbs", level="enhanced", barred="yes") == 422
    assert write_down(ruth, "dbs", level="basic", how="copy") == 422
    assert write_down(ruth, "dbs", level="basic") == 303
    with sides.database.read() as session:
        assert [one.level for one in evidence_of(session, NIA_ID)] == ["basic"]


def test_a_referee_may_say_no_is_reminded_once_and_answers_once(sides: Sides, nia: Browser) -> None:
    assert name_referee(nia, "ann.dyer@example.org") == 303
    assert name_referee(nia, "ann.dyer@example.org") == 409
    assert name_referee(nia, NIA) == 422
    assert name_referee(nia, "mum@example.org", related="yes") == 422
    sides.run()
    first = link_to(sides, "Ann Dyer")
    for _ in range(3):
        sides.clock.move(timedelta(days=7, minutes=1))
        sides.run()
    letters = sides.letters("Ann Dyer", "reference.question")
    assert len(letters) == 2
    assert "Nia" not in letters[0].subject
    visitor = sides.browser()
    incomplete = visitor.post(first, {"related": "no", "how_known": "x"}, seen_on=first)
    assert incomplete.status_code == 422
    assert visitor.post(f"{first}/no", seen_on=first).status_code == 303
    assert "We will not write again" in visitor.get(first).text
    assert visitor.post(first, ANSWERS, seen_on="/sign-in").status_code == 410
    assert "Would rather not" in sides.browser(NIA).get("/checks/references").text
