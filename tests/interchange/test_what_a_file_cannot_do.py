"""What no file does: bring back what the desk took down, change the law of another row, or be taken twice."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from market.core.actor import System
from market.core.database import Database
from providers.arrangement.rules import Arrangement
from providers.candidates import candidates
from providers.interchange.dialects.bundle import bundle
from providers.interchange.dialects.table import DIALECTS
from providers.interchange.rules import Outcome
from providers.interchange.tables import ImportedListing, ImportLine
from providers.interchange.twins import service as twins
from providers.interchange.twins.queries import pairs_waiting
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.listings.service import remove, suspend, suspend_provider
from providers.organisations.queries import provider
from providers.organisations.rules import ProviderState
from providers.organisations.service import decide
from providers.organisations.tables import Provider
from tests.factories.providers import OFFICER as RUTH
from tests.interchange.conftest import bring_in
from tests.interchange.rows import a_row

DEVON = ("aut_devon", "Devon demo council")
DESK = System("test")
AGE = {"organisation": "Age Exmouth", "organisation_id": "age-exmouth"}


def of_age_exmouth(session: Session, now: datetime) -> ImportLine:
    """One club of an organisation that the desk then suspends."""
    (line,) = bring_in(session, [a_row("1", "Lunch Club", **AGE)], now)
    suspend_provider(session, listing(session, line.listing_id).provider_id, by=DESK, now=now, why="Not safe.")
    return line


def test_no_row_of_a_suspended_organisation_comes_in_or_is_changed_and_the_report_says_why(
    database: Database, now: datetime
) -> None:
    rows = [
        a_row("1", "Lunch Club", description="All is well now.", **AGE),
        a_row("2", "Seated Yoga", terms=("Yoga",), **AGE),
        a_row("3", "Benefits advice", terms=("Welfare rights advice",), **AGE),  # another law, the same people
        a_row("4", "Sea Singers", terms=("Singing",)),
    ]
    with database.write() as session:
        old = of_age_exmouth(session, now)
        for trial in (True, False):
            lines = bring_in(session, rows, now, trial=trial)
            assert [line.outcome for line in lines] == [Outcome.REFUSED] * 3 + [Outcome.ADDED]
            why = "The desk has suspended “Age Exmouth”. Nothing of theirs is brought in or changed until that ends."
            assert {line.why for line in lines[:3]} == {why}
        assert listing(session, old.listing_id).state is ListingState.SUSPENDED
        assert listing(session, old.listing_id).description == "A hot lunch together every week."
        assert [offering.id for offering in candidates(session, now, {})] == [lines[3].listing_id]
        assert [row.state for row in session.exec(select(Provider).where(Provider.name == "Age Exmouth"))] == [
            ProviderState.SUSPENDED
        ]


def test_once_the_suspension_ends_the_next_file_brings_in_what_was_refused(database: Database, now: datetime) -> None:
    yoga = a_row("2", "Seated Yoga", terms=("Yoga",), **AGE)
    with database.write() as session:
        old = of_age_exmouth(session, now)
        bring_in(session, [yoga], now)
        owner = listing(session, old.listing_id).provider_id
        decide(session, owner, ProviderState.LISTED, by=DESK, now=now)
        (line,) = bring_in(session, [yoga], now + timedelta(days=1))
        assert (line.outcome, line.shown) == (Outcome.ADDED, True)


@pytest.mark.parametrize("down", ["suspended", "removed"])
def test_a_listing_the_desk_took_down_stays_down_and_every_report_says_so(
    down: str, database: Database, now: datetime
) -> None:
    with database.write() as session:
        (line,) = bring_in(session, [a_row()], now)
        (suspend if down == "suspended" else remove)(session, line.listing_id, by=DESK, now=now, why="Not safe.")
        (trial,) = bring_in(session, [a_row(description="All is well.")], now, trial=True)
        (changed,) = bring_in(session, [a_row(description="All is well.")], now)
        (same,) = bring_in(session, [a_row(description="All is well.")], now)
        assert {one.why for one in (trial, changed, same)} == {f"The desk has {down} this listing, and it stays down."}
        assert not any(one.shown for one in (trial, changed, same))
        assert listing(session, line.listing_id).state.value == down


CARE = {
    "description": "We are a home care agency. Personal care by day.",
    "terms": (),
    "organisation": "Bluebell",
    "organisation_id": "bluebell",
}


def law_of(session: Session, line: ImportLine) -> tuple[Arrangement, str]:
    owner = provider(session, listing(session, line.listing_id).provider_id)
    return owner.arrangement, owner.cqc_number


def test_a_row_that_changes_its_law_changes_no_other_row_of_its_organisation(database: Database, now: datetime) -> None:
    club = {"organisation": "Bluebell", "organisation_id": "bluebell"}
    with database.write() as session:
        one, other = bring_in(
            session, [a_row("1", "Lunch Club", **club), a_row("2", "Sea Singers", terms=("Singing",), **club)], now
        )
        assert law_of(session, one) == law_of(session, other) == (Arrangement.COMMUNITY, "")
        (care,) = bring_in(session, [a_row("1", "Bluebell Care", cqc_number="1-134558905", **CARE)], now)
        assert care.outcome is Outcome.UPDATED
        assert care.listing_id == one.listing_id
        assert law_of(session, care) == (Arrangement.REGISTERED_AGENCY, "1-134558905")
        assert law_of(session, other) == (Arrangement.COMMUNITY, "")
        assert [offering.id for offering in candidates(session, now, {})] == [other.listing_id]


def test_two_offices_with_registrations_of_their_own_stand_each_under_its_own(
    database: Database, now: datetime
) -> None:
    rows = [
        a_row("1", "Bluebell Exmouth", cqc_number="1-134558905", **CARE),
        a_row("2", "Larkspur nights at Bluebell", cqc_number="1-999999999", **CARE),
        a_row("3", "Weekend relief by Bluebell", cqc_number="1-134558905", **CARE),
    ]
    with database.write() as session:
        lines = bring_in(session, rows, now)
        assert [line.outcome for line in lines] == [Outcome.ADDED] * 3
        assert [law_of(session, line)[1] for line in lines] == ["1-134558905", "1-999999999", "1-134558905"]
        owners = [listing(session, line.listing_id).provider_id for line in lines]
        assert owners[0] == owners[2] != owners[1]


def test_a_row_that_is_there_twice_is_named_by_its_first_number_in_every_batch(
    database: Database, now: datetime
) -> None:
    filler = [a_row(f"f{number}", f"Sea Choir {word}") for number, word in enumerate(_WORDS)]
    rows = [a_row("1"), a_row("2"), a_row("1", description="Other words."), *filler, a_row("1"), a_row("9")]
    with database.write() as session:
        lines = {line.number: line for line in bring_in(session, rows, now)}
        last = len(rows)
        for number, why in (
            (2, "Likely the same as row 1 of this file, “Exmouth Lunch Club”"),
            (3, "It has the same id as row 1 of this file. Only the first is looked at."),
            (last - 1, "It has the same id as row 1 of this file. Only the first is looked at."),
            (last, "Likely the same as row 1 of this file, “Exmouth Lunch Club”"),
        ):
            assert lines[number].outcome is Outcome.DUPLICATE
            assert lines[number].why.startswith(why)
        assert len(session.exec(select(ImportedListing).where(ImportedListing.source_id == "1")).all()) == 1


_WORDS = [f"{first}{second}" for first in ("oak", "elm", "ash", "yew", "fir", "box", "bay", "fig") for second in (
    "ham", "ton", "bury", "ford", "ley", "wick", "combe", "stock", "worth", "field")]  # fmt: skip


def two_pairs_about_one_row(session: Session, now: datetime) -> tuple[str, str, str, str]:
    """A row that looked like one listing in one file and like another in the next: ids of both listings and both pairs."""
    (first,) = bring_in(session, [a_row("1", "Exmouth Lunch Club")], now, authority=DEVON, source="One list")
    row = a_row("9", "Exmouth Lunch Club")
    bring_in(session, [row], now, authority=DEVON)
    (pair,) = pairs_waiting(session, "aut_devon")
    remove(session, first.listing_id, by=DESK, now=now)
    (second,) = bring_in(session, [a_row("2", "Exmouth Lunch Club")], now, authority=DEVON, source="Another list")
    bring_in(session, [row], now, authority=DEVON)
    (other,) = (one for one in pairs_waiting(session, "aut_devon") if one.id != pair.id)
    return first.listing_id, second.listing_id, pair.id, other.id


@pytest.mark.parametrize(
    "said", [("merge", "merge"), ("keep_apart", "merge"), ("merge", "keep_apart"), ("keep_apart",) * 2]
)
def test_a_row_that_was_asked_about_twice_can_be_decided_twice(
    said: tuple[str, str], database: Database, now: datetime
) -> None:
    with database.write() as session:
        _, second, *pairs = two_pairs_about_one_row(session, now)
        for decision, pair in zip(said, pairs, strict=True):
            getattr(twins, decision)(session, pair, by=RUTH, now=now)
            session.flush()
        (origin,) = session.exec(select(ImportedListing).where(col(ImportedListing.source_id) == "9")).all()
        own = {"merge": second, "keep_apart": origin.listing_id}[said[1]] if said[0] == "keep_apart" else None
        if own is not None:
            assert origin.listing_id == own
        assert origin.merged is ("merge" in said)
    with database.write() as session:
        (again,) = bring_in(session, [a_row("9", "Exmouth Lunch Club")], now, authority=DEVON)
        assert again.outcome is Outcome.UNCHANGED


def test_letters_that_no_database_keeps_are_taken_off_wherever_they_stand(
    database: Database, now: datetime, tmp_path: Path
) -> None:
    odd = "\ud800\x00"
    service = {
        "id": f"a{odd}1", "name": f"Lunch {odd}Club", "description": f"{odd}A hot lunch.", "url": f"https://x.example/{odd}",
        "email": f"a{odd}@example.org", "organization": {"id": f"{odd}o", "name": f"{odd}Age Exmouth"}, "status": f"active{odd}",
        "cost_options": [{"amount": odd, "amount_description": f"£3{odd}"}], "schedules": [{"description": f"Now and then{odd}"}],
        "phones": [{"number": f"01395{odd}123456"}], "attributes": [{"taxonomy_term": {"name": f"Lunch clubs{odd}"}}],
        "service_at_locations": [{"location": {"addresses": [{"address_1": odd, "city": f"Exmouth{odd}", "postal_code": f"EX8{odd}"}]}}],
    }  # fmt: skip
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"contents": [service]}), encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_bytes(b"Id,Name,Category,Cost,When\n1,Sea\x00 Singers,Singing\x00,\x00,\x00Tuesdays\n")
    columns = {"id": "Id", "title": "Name", "categories": "Category", "price": "Cost", "times": "When"}
    for dialect, file in (("open-referral-uk", path), ("csv", table)):
        with database.write() as session:
            (line,) = bring_in(session, DIALECTS[dialect].read(bundle(file), columns), now, source=dialect)
            assert line.outcome is Outcome.ADDED
            assert not {"\x00", "\ud800"} & set(listing(session, line.listing_id).title)
