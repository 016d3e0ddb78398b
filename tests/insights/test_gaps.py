"""What may be shown of what an area lacks: nothing from which one person could be picked out."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from market.core.database import Database
from market.insights.queries import looked_for
from market.insights.rules import FEWEST, Looked, gaps
from market.search.tables import SearchedNeed

COUNTS = st.integers(0, 30).flatmap(lambda asked: st.tuples(st.just(asked), st.integers(0, asked)))


@given(st.lists(COUNTS, max_size=20))
def test_no_count_from_one_to_four_is_ever_shown(counts: list[tuple[int, int]]) -> None:
    rows = [Looked(f"EX{number}", asked, found) for number, (asked, found) in enumerate(counts)]
    shown = gaps(rows)
    for district in shown.districts:
        assert district.asked >= FEWEST
        for count in (district.found, district.not_found):
            assert count is None or count == 0 or count >= FEWEST
        assert (district.found is None) == (district.not_found is None)
    assert len(shown.districts) + shown.kept_back == len(rows)


def test_needs_are_counted_by_district_within_the_window_and_without_their_words(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        for district, found, days in (("EX9", 3, 1), ("EX9", 0, 2), ("TQ1", 0, 3), ("EX9", 0, 200), ("", 5, 1)):
            session.add(SearchedNeed(words="secret", district=district, found=found, at=now - timedelta(days=days)))
    with database.read() as session:
        rows = looked_for(session, now - timedelta(days=90))
    assert sorted(rows, key=lambda row: row.district) == [Looked("EX9", 2, 1), Looked("TQ1", 1, 0)]
