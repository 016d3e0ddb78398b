"""The question: refused kindly, danger before anything, and nobody's words in an address."""

import pytest
from sqlmodel import col, delete, select

from market.core.database import Database
from market.core.tables import EventRow
from market.people.rules import MOST_REPORTS_IN_ALL, MOST_REPORTS_PER_ADDRESS, Knock
from market.people.signing_in import too_many_reports
from market.people.tables import SignInAttempt
from market.safeguarding.tables import Report
from market.search.service import MOST_LETTERS
from market.search.tables import SearchedNeed
from tests.web.browser import Browser
from tests.web.finding.asking import ALLOTMENT, ask, found, plain, sign_in_as, text_of

COLLAPSED = "Dad has collapsed and is not breathing"


@pytest.fixture(autouse=True)
def nothing_reported(county: Database) -> None:
    """The county is shared by the tests of this folder: each begins with no report, and none counted."""
    with county.write() as session:
        session.exec(delete(Report))
        session.exec(delete(SignInAttempt))


def reports(county: Database) -> list[Report]:
    with county.read() as session:
        return list(session.exec(select(Report).where(col(Report.words).contains("collapsed"))))


def test_words_are_posted_and_the_address_of_the_answer_holds_an_id_alone(visitor: Browser) -> None:
    assert 'method="post" action="/find"' in visitor.get("/").text
    address = found(visitor, ALLOTMENT)
    assert address.startswith("/find/ned_")
    assert "allotment" not in address


def test_a_need_is_written_down_with_its_district_and_what_came_of_it(visitor: Browser, county: Database) -> None:
    need_id = found(visitor, ALLOTMENT).rpartition("/")[2]
    with county.read() as session:
        need = session.get_one(SearchedNeed, need_id)
        assert (need.words, need.district, need.account_id, need.person_id) == (ALLOTMENT, "EX9", None, None)
        assert need.found > 5
        assert session.exec(select(EventRow).where(EventRow.name == "need.searched", EventRow.subject == need_id)).one()


def test_nothing_typed_is_refused_and_the_place_is_kept(visitor: Browser) -> None:
    answer = ask(visitor, "   ", "EX9 6PD")
    assert answer.status_code == 422
    assert "Write a few words first" in answer.text
    assert 'value="EX9 6PD"' in answer.text


def test_too_much_typed_is_refused_with_how_much_and_kept(visitor: Browser) -> None:
    words = "my story " * (MOST_LETTERS // 9 + 5)
    answer = ask(visitor, words)
    assert answer.status_code == 422
    assert "We can read up to 10,000" in answer.text
    assert words.strip() in answer.text


@pytest.mark.parametrize("place", ["ZZ99 9ZZ", "EX99 1AA", "not a place"])
def test_a_postcode_that_does_not_exist_is_refused_and_what_was_typed_is_kept(visitor: Browser, place: str) -> None:
    answer = ask(visitor, ALLOTMENT, place)
    assert answer.status_code == 422
    assert "We do not know that" in answer.text
    assert "allotment since his fall</textarea>" in answer.text
    assert f'value="{place}"' in answer.text


def test_names_spelt_like_it_are_buttons_that_go_on_with_the_same_words(visitor: Browser) -> None:
    answer = ask(visitor, ALLOTMENT, "Exmuth")
    assert 'name="did_you_mean" value="Exmouth"' in answer.text
    address = found(visitor, ALLOTMENT, "Exmuth", did_you_mean="Exmouth")
    assert "near Exmouth" in text_of(visitor, address)


def test_danger_is_answered_with_the_number_first_and_nothing_is_sold_over_it(
    visitor: Browser, county: Database
) -> None:
    answer = ask(visitor, COLLAPSED)
    page = plain(answer.text.partition("<main")[2])
    assert page.index("Ring 999 now") < 60
    assert 'href="tel:999"' in answer.text
    assert "We have told the desk too, but they do not know who you are" in page
    assert 'class="card' not in answer.text
    with county.read() as session:
        assert not session.exec(select(SearchedNeed).where(SearchedNeed.words == COLLAPSED)).all()


def test_the_desk_hears_of_a_strangers_danger_once_and_not_without_end(visitor: Browser, county: Database) -> None:
    for _ in range(2):
        ask(visitor, COLLAPSED)
    assert len(reports(county)) == 1
    for number in range(MOST_REPORTS_PER_ADDRESS):
        last = ask(visitor, f"{COLLAPSED} {number}")
    assert "Ring 999 now" in last.text
    assert "We could not tell the desk" in last.text
    assert len(reports(county)) <= MOST_REPORTS_PER_ADDRESS


def test_a_stranger_may_raise_concerns_but_not_without_end(visitor: Browser, county: Database) -> None:
    def concern(number: int) -> int:
        said = {
            "words": f"The lady next door has collapsed finances {number}",
            "contact": "07700 900999",
            "once": str(number),
        }
        return visitor.post("/concern", said, seen_on="/concern").status_code

    assert [concern(number) for number in range(MOST_REPORTS_PER_ADDRESS + 1)] == [200] * MOST_REPORTS_PER_ADDRESS + [
        429
    ]
    kept = visitor.post("/concern", {"words": "what I typed", "contact": "me", "once": "x"}, seen_on="/concern")
    assert "what I typed" in kept.text


def test_strangers_from_everywhere_together_may_report_only_so_much(visitor: Browser, county: Database) -> None:
    with county.write() as session:
        for number in range(MOST_REPORTS_IN_ALL):
            knock = Knock(f"visitor {number}", f"address {number}")
            assert not too_many_reports(session, knock, visitor.clock.now())
    said = {"words": "The lady next door is thin", "contact": "07700 900999", "once": "1"}
    assert visitor.post("/concern", said, seen_on="/concern").status_code == 429
    danger = visitor.post("/concern", {**said, "words": COLLAPSED}, seen_on="/concern").text
    assert "Ring 999 now" in danger
    assert "told nobody yet" in danger
    assert reports(county) == []


def test_danger_comes_before_a_refusal(visitor: Browser) -> None:
    assert "Ring 999 now" in ask(visitor, COLLAPSED, "ZZ99 9ZZ").text
    stale = visitor.client.post("/find", data={"csrf_token": "old", "q": COLLAPSED}, follow_redirects=False)
    assert "We have told nobody yet" in stale.text
    assert stale.text.index("Ring 999 now") < stale.text.index("Find support</h1>")


def test_the_desk_is_told_once_when_we_know_who_writes(visitor: Browser, county: Database) -> None:
    sign_in_as(visitor, "Joanne Westcott-Bray", "supporter")
    for _ in range(2):
        assert "We have told the desk too" in ask(visitor, COLLAPSED).text
    (report,) = reports(county)
    assert report.person_id == "per_arthur-westcott"


def test_what_no_offering_may_do_says_who_does_it_and_shows_nothing(visitor: Browser) -> None:
    page = visitor.get(found(visitor, "change my catheter")).text
    assert "Nurses do this" in page
    assert 'href="tel:111"' in page
    assert "card__title" not in page


def test_the_question_is_for_whoever_one_stands_by_unless_one_says_otherwise(
    visitor: Browser, county: Database
) -> None:
    sign_in_as(visitor, "Joanne Westcott-Bray", "supporter")
    box = visitor.get("/find").text
    assert 'value="per_arthur-westcott" checked' in box
    for fields, person_id in (({}, "per_arthur-westcott"), ({"for": "nobody"}, None)):
        need_id = found(visitor, ALLOTMENT, "", **fields).rpartition("/")[2]
        with county.read() as session:
            assert session.get_one(SearchedNeed, need_id).person_id == person_id


def test_nobody_looks_on_behalf_of_somebody_who_is_not_theirs(visitor: Browser) -> None:
    sign_in_as(visitor, "Joanne Westcott-Bray", "supporter")
    assert ask(visitor, ALLOTMENT, "", **{"for": "per_mavis-hext"}).status_code == 403
