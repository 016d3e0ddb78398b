"""The instrument's formats, and how well the matcher does on it."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

from matching import evaluate
from matching.constraints.found import Ceiling, Constraints, Urgency
from matching.offering import Window
from tests.matching.conftest import InstrumentPlaces, SomeTowns

TODAY = date(2026, 11, 22)


def test_an_offering_of_the_catalogue_is_read_with_its_night_and_its_reach() -> None:
    row = {
        "id": "o1", "title": "Nights", "provider_kind": "pa", "categories": ["nights"], "district": "EX1", "travel_miles": 10,
        "price": {"amount": 17.5, "unit": "hour"}, "availability": [{"days": ["fri", "sat"], "from": "22:00", "to": "07:00"}],
    }  # fmt: skip
    offering = evaluate.offering_of(row, SomeTowns())
    assert (offering.arrangement, offering.price_pence, offering.travel_metres) == ("sole_self_employed", 1750, 16093)
    assert offering.windows == (Window((4, 5), time(22), time(7)),)


def test_ninety_miles_means_by_phone_or_online() -> None:
    assert evaluate.offering_of({"id": "o1", "title": "Line", "travel_miles": 90}, SomeTowns()).travel_metres is None


def test_constraints_are_said_in_the_instruments_words() -> None:
    found = Constraints(
        area=("EX1",),
        days=(0, 6),
        start=time(9),
        end=time(17),
        max_price=Ceiling(1850, "hour"),
        urgency=Urgency("by", date(2026, 12, 1)),
    )
    assert evaluate.constraints_said(found) == {
        "area": ["EX1"], "days": ["mon", "sun"], "from": "09:00", "to": "17:00",
        "max_price": {"amount": 18.5, "unit": "hour"}, "urgency": "by 2026-12-01",
    }  # fmt: skip
    assert evaluate.constraints_said(Constraints()) == {}


def test_every_query_is_answered_and_unsafe_ones_with_nothing(
    instrument: Path, instrument_places: InstrumentPlaces, tmp_path: Path
) -> None:
    rows = _run(instrument, instrument_places, tmp_path / "run.jsonl")
    queries = list(evaluate.lines(instrument / "queries.jsonl"))
    assert [row["query_id"] for row in rows] == [query["query_id"] for query in queries]
    unsafe = {q["query_id"] for q in queries if q.get("no_answer_kind") in {"clinical", "illegal", "emergency"}}
    assert all(not row["results"] for row in rows if row["query_id"] in unsafe)
    answerable = {query["query_id"] for query in queries if query["answerable"]}
    refused = [row["query_id"] for row in rows if row["query_id"] in answerable and not row["results"]]
    assert len(refused) <= 0.04 * len(answerable)


def test_a_good_offering_is_among_the_first_three_for_most_needs(
    instrument: Path, instrument_places: InstrumentPlaces, tmp_path: Path
) -> None:
    good: dict[str, set[str]] = {}
    for row in evaluate.lines(instrument / "qrels.jsonl"):
        if row["grade"] == 2:
            good.setdefault(row["query_id"], set()).add(row["offering_id"])
    rows = _run(instrument, instrument_places, tmp_path / "run.jsonl", gates="none")
    hits = [bool(good[row["query_id"]] & set(row["results"][:3])) for row in rows if row["query_id"] in good]
    assert sum(hits) / len(hits) >= 0.75


def _run(folder: Path, places: InstrumentPlaces, out: Path, **how: Any) -> list[dict[str, Any]]:
    evaluate.run(
        folder / "catalogue.jsonl",
        folder / "queries.jsonl",
        out,
        folder / "places.json",
        now=TODAY,
        gazetteer=places,
        **how,
    )
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
