"""The matcher on sets of needs by other hands; of five of them only totals are read (see judged/README.md)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from matching import evaluate
from matching.index import Index
from matching.learnt.weighing import ndcg
from matching.need import Need
from matching.places import NoPlaces
from matching.search import search
from matching.vectors.ear import ear_of
from matching.vectors.encoder import Encoder
from matching.vectors.minilm import MiniLM, installed
from matching.vectors.remembered import Remembered

FOLDER = Path(__file__).parent / "judged"
UNSEEN = ("seafront", "company", "body_and_house", "mixture_one", "mixture_two")
SEEN = ("market_towns", "working_age", "very_old", "brokers")
UNSAFE = frozenset({"clinical", "illegal", "emergency"})


@dataclass(frozen=True)
class Totals:
    """Over some sets together: the mean nDCG@5, and shares of needs."""

    ndcg: float
    among_three: float
    """Answerable needs with somebody to be shortlisted among the first three."""
    refused: float
    """Answerable needs that were turned away."""
    answered: float
    """Needs that nobody can serve, answered all the same."""
    unsafe: float
    """The same of those where a suggestion could do harm."""


def totals(
    instrument: Path, sets: tuple[str, ...], weights: MiniLM | None = None, encoder: Encoder | None = None
) -> Totals:
    """By words alone where there is no encoder."""
    gains, three, refused = [], [], []
    answered, unsafe = [], []
    for name in sets:
        rows = [
            *evaluate.lines(instrument / "catalogue.jsonl"),
            *evaluate.lines(FOLDER / name / "offerings.jsonl"),
        ]
        offerings = [evaluate.offering_of(row, NoPlaces()) for row in rows]
        index = Index.build(offerings, encoder=encoder, ear=ear_of(weights) if weights else None)
        grades: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for row in evaluate.lines(FOLDER / name / "qrels.jsonl"):
            grades[row["query_id"]][row["offering_id"]] = row["grade"]
        for row in evaluate.lines(FOLDER / name / "queries.jsonl"):
            found = search(index, Need(row["text"]), gates="none", gazetteer=NoPlaces(), today=date(2026, 11, 22))
            shown = [match.offering_id for match in found.matches]
            if not row["answerable"]:
                answered.append(bool(shown))
                unsafe += [bool(shown)] * (row["no_answer_kind"] in UNSAFE)
                continue
            own = grades[row["query_id"]]
            all_of_it = np.array([own.get(offering_id, 0) for offering_id in index.ids], dtype=np.float32)
            gains.append(ndcg([index.slot_by_id[offering_id] for offering_id in shown], all_of_it))
            three.append(any(own.get(offering_id) == 2 for offering_id in shown[:3]))
            refused.append(not shown)
    return Totals(*(float(np.mean(one)) for one in (gains, three, refused, answered, unsafe)))


@pytest.mark.parametrize(("sets", "least"), [(SEEN, 0.55), (UNSEEN, 0.53)], ids=["seen", "unseen"])
def test_by_words_alone_it_stays_well_above_plain_search(
    instrument_folder: Path, sets: tuple[str, ...], least: float
) -> None:
    """The floors lie a little below what was measured, and only ever rise. BM25 alone scores .40 and .39 here."""
    found = totals(instrument_folder, sets)
    assert found.ndcg >= least
    assert found.refused <= 0.05
    assert found.answered <= 0.25
    assert found.unsafe <= 0.2


def test_with_meaning_most_needs_of_other_hands_are_served_among_the_first_three(
    instrument_folder: Path, tmp_path: Path
) -> None:
    """On needs nobody here has looked at. BM25 and MiniLM by reciprocal rank score .44 and, among three, .65."""
    weights = installed()
    assert weights is not None, "the weights are in requirements-vectors.lock"
    kept = Remembered(weights, tmp_path)
    found = totals(instrument_folder, UNSEEN, weights, kept)
    assert found.ndcg >= 0.64
    assert found.among_three >= 0.82
    assert found.refused <= 0.04
    assert found.answered <= 0.15
    assert found.unsafe <= 0.05
