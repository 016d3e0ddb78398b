"""The live index: whatever order changes come in, it answers as one built fresh."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.index import Index
from matching.need import Need
from matching.offering import Offering
from matching.places import NoPlaces
from matching.search import search
from matching.settling import settled

TEXTS = (
    "Gardening and weeding",
    "Choir and singing",
    "Lifts to hospital",
    "Help to wash and dress",
    "No gardening, only lawns",
)
KINDS = ("gardening", "arts_music", "transport", "personal_care", "gardening")
changes = st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), st.integers(0, 4))), max_size=12)


@settings(max_examples=40, deadline=None)
@given(changes)
def test_a_changed_index_answers_like_one_built_fresh(listed: list[tuple[str, int | None]]) -> None:
    live, now = Index(), dict[str, Offering]()
    for name, number in listed:
        if number is None:
            live.remove(name)
            now.pop(name, None)
        else:
            now[name] = Offering(name, TEXTS[number], kinds=(KINDS[number],))
            live.put(now[name])
    fresh = Index.build(now.values())
    assert len(live) == len(fresh) == len(now)
    for text in ("weeds in my garden", "sing", "a lift to the hospital", "getting dressed"):
        assert _scores(live, text) == _scores(fresh, text)


def test_a_change_that_nothing_is_found_by_keeps_its_slot() -> None:
    index = Index.build([Offering("a", TEXTS[0], kinds=("gardening",), price_pence=1500)])
    index.put(Offering("a", TEXTS[0], kinds=("gardening",), price_pence=1900, next_free=date(2026, 12, 1)))
    [match] = search(index, Need("weeds in my garden"), gazetteer=NoPlaces(), today=date(2026, 11, 22)).matches
    assert {"£19 an hour", "next free 1 December"} <= set(match.reasons)
    assert index.since_settled == index.slots == 1
    again = settled(index)
    assert again.get("a") == index.get("a")
    index.put(Offering("a", TEXTS[0], kinds=("gardening",), price_pence=0))
    assert index.slots == 2


def _scores(index: Index, text: str) -> list[tuple[str, float]]:
    answer = search(index, Need(text), gazetteer=NoPlaces(), today=date(2026, 11, 22))
    return sorted((match.offering_id, round(match.score, 3)) for match in answer.matches)
