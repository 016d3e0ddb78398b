"""A settled index of a whole country answers as the plain one does, whatever was changed, saved or loaded between."""

from datetime import date, time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.cells import LAYERS, NEAR_MISS, SIDE
from matching.index import Index
from matching.knowledge.library import shipped
from matching.offering import Offering, Point, Window
from matching.packing import packed_offering, unpacked_offering
from matching.settling import settled
from matching.snapshot import SnapshotUnfit, load, save
from matching.vectors.hearing import Hearing
from tests.matching.markets import NEEDS, LettersEncoder, fast, market, plainly

HERE, CORNER = Point(150_000, 150_000), Point(2_000, 299_000)


@pytest.fixture(scope="module", params=["words", "vectors"])
def plain(request: pytest.FixtureRequest) -> Index:
    return Index.build(market(1500), encoder=LettersEncoder() if request.param == "vectors" else None)


def test_the_fast_search_gives_the_same_ten_as_the_straightforward_one(plain: Index) -> None:
    for index in (plain, settled(plain)):
        for text in NEEDS:
            for here in (None, HERE, CORNER):
                assert alike(fast(index, text, here), plainly(index, text, here))


def test_a_country_is_searched_from_a_place_as_if_nobody_else_were_there(plain: Index) -> None:
    country = settled(plain)
    country.country, country.read_closely = 1000, len(country)
    for text in NEEDS:
        for here in (HERE, CORNER):
            zone = country.zone([here])
            assert zone.size < len(country) * 0.8
            near = [country.ids[int(slot)] for slot in zone.slots(np.arange(zone.size))]
            assert alike(fast(country, text, here), plainly(country, text, here, near))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 300_000), st.integers(0, 300_000))
def test_everybody_who_comes_and_every_near_miss_is_looked_at(easting: int, northing: int) -> None:
    here, index = Point(easting, northing), _settled_country()
    zone = index.zone([here])
    looked_at = {index.ids[int(slot)] for slot in zone.slots(np.arange(zone.size))}
    for offering in index:
        away = offering.metres_from([here])
        comes = offering.travel_metres is None or away is None or away <= offering.travel_metres + NEAR_MISS - SIDE
        assert not comes or offering.id in looked_at
    reached = index.reaching([here], zone)
    for place, slot in enumerate(zone.slots(np.arange(zone.size)).tolist()):
        found = index.offering(slot)
        assert found is not None
        assert bool(reached[place]) == found.reaches([here])


_COUNTRY: list[Index] = []


def _settled_country() -> Index:
    if not _COUNTRY:
        _COUNTRY.append(settled(Index.build(market(600))))
        _COUNTRY[0].country = 1
    return _COUNTRY[0]


def test_reach_and_layers_leave_nobody_out() -> None:
    assert list(LAYERS) == sorted(LAYERS)
    assert NEAR_MISS > SIDE


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 299), st.sampled_from(["remove", "change", "settle"])), max_size=15))
def test_changes_and_settlings_in_any_order_answer_like_one_built_fresh(changes: list[tuple[int, str]]) -> None:
    now = {offering.id: offering for offering in market(150)}
    live, others = settled(Index.build(now.values())), market(300, seed=2)
    for number, what in changes:
        if what == "settle":
            live = settled(live)
        elif what == "remove":
            live.remove(f"o{number:05}")
            now.pop(f"o{number:05}", None)
        else:
            live.put(others[number])
            now[others[number].id] = others[number]
    fresh = Index.build(now.values())
    for text in NEEDS[:4]:
        assert alike(fast(live, text, HERE), fast(fresh, text, HERE))
        assert alike(fast(live, text, None), fast(fresh, text, None))


def test_a_snapshot_gives_the_index_back_and_can_be_changed(plain: Index, tmp_path: Path) -> None:
    file = tmp_path / "index.snapshot"
    laid = save(plain, file, {"seen": 7, "day": "2026-11-22"})
    heard = plain.hearing
    loaded, facts = load(file, shipped(), heard and Hearing(heard.encoder, heard.layer, voices=heard.voices))
    assert facts == {"seen": 7, "day": "2026-11-22"}
    assert {o.id: o for o in loaded} == {o.id: o for o in plain}
    for text in NEEDS:
        assert fast(loaded, text, HERE) == fast(laid, text, HERE)
    loaded.put(Offering("new", "Harpsichord lessons", "Bach on the harpsichord, slowly.", kinds=("arts_music",)))
    loaded.remove("o00003")
    again = save(loaded, file, {})
    assert {o.id for o in again} == {o.id for o in plain} - {"o00003"} | {"new"}
    assert "new" in [name for name, _ in fast(again, "harpsichord lessons", None)]


@pytest.mark.parametrize("harm", ["cut", "flipped", "header", "empty", "other"])
def test_a_snapshot_that_is_broken_or_of_something_else_is_refused(harm: str, tmp_path: Path) -> None:
    file = tmp_path / "index.snapshot"
    save(Index.build(market(30)), file, {})
    written = bytearray(file.read_bytes())
    middle = written.find(b"weed")
    match harm:
        case "cut":
            del written[-100:]
        case "flipped":
            written[middle] ^= 0xFF
        case "header":
            written[40] ^= 0xFF
        case "empty":
            written.clear()
    file.write_bytes(written)
    hearing = Hearing(LettersEncoder(), shipped().layer) if harm == "other" else None
    with pytest.raises(SnapshotUnfit):
        load(file, shipped(), hearing)


clock = st.builds(time, st.integers(0, 23), st.integers(0, 59))
offerings = st.builds(
    Offering,
    st.text(max_size=8),
    st.text(max_size=20),
    st.text(max_size=60),
    kinds=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    languages=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    worker_gender=st.sampled_from([None, "female", "male", "mixed_team"]),
    points=st.lists(st.builds(Point, st.integers(-9, 700_000), st.integers(-9, 1_300_000)), max_size=3).map(tuple),
    travel_metres=st.one_of(st.none(), st.integers(0, 10**6)),
    price_pence=st.one_of(st.none(), st.integers(0, 10**6)),
    windows=st.lists(
        st.builds(Window, st.lists(st.integers(0, 6), max_size=7).map(tuple), clock, clock), max_size=3
    ).map(tuple),
    limits=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    next_free=st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2100, 1, 1))),
)


@given(offerings)
def test_an_offering_comes_out_of_its_bytes_as_it_went_in(offering: Offering) -> None:
    assert unpacked_offering(packed_offering(offering)) == offering


def alike(found: list[tuple[str, float]], expected: list[tuple[str, float]]) -> bool:
    """The same offerings, and scores the same to rounding; those whose scores are a rounding apart may change places."""
    if len(found) != len(expected):
        return False
    near = all(abs(one - other) <= 0.003 for (_, one), (_, other) in zip(found, expected, strict=True))
    last = min((score for _, score in found), default=0.0)
    sure = {name for name, score in expected if score > last + 0.003}
    return near and sure <= {name for name, _ in found}
