"""Who comes first among equals: nobody for their name, nobody for money, newcomers a little."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from matching.index import FREE_LEANING, NEW_LEANING, Index
from matching.need import Need
from matching.offering import Offering
from matching.places import NoPlaces
from matching.postings import Floats
from matching.search import search
from matching.vectors.minilm import installed

WALKS = Offering("m", "Walks and company", "I take you out for walks and a coffee.", "Mary Hill", "sole_self_employed",
                 kinds=("companionship",), price_pence=1700)  # fmt: skip
NAMES = (
    "Mary Hill", "John Hill", "Mohammed Iqbal", "Oluwaseun Adeyemi", "Agnieszka Kowalska", "Jaswinder Kaur", "Lei Wang",
    "Bronagh Doyle",
)  # fmt: skip


class LetterEncoder:
    """A hand-written encoder that hears every letter, names too."""

    name, width = "letters", 26

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = np.full((len(texts), 26), 0.01, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text.lower():
                if "a" <= letter <= "z":
                    row[ord(letter) - 97] += 1
        unit: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return unit


def named(name: str) -> Offering:
    first = name.split()[0]
    return replace(
        WALKS, id=name, provider_name=name, title=f"{first}: walks and company",
        description=f"I'm {first}. I take you out for walks and a coffee. Ask for {name}.",
    )  # fmt: skip


@pytest.mark.parametrize("hears", [None, LetterEncoder(), installed()], ids=["words", "letters", "meaning"])
def test_a_name_that_tells_a_gender_or_a_people_moves_nobody(hears: LetterEncoder | None) -> None:
    index = Index.build([named(name) for name in NAMES], encoder=hears)
    found = search(index, Need("somebody to go for walks with me"), gazetteer=NoPlaces(), today=date(2026, 11, 22))
    assert len(found.matches) == len(NAMES)
    assert len({match.score for match in found.matches}) == 1
    assert [match.offering_id for match in found.matches] == sorted(NAMES)


def test_a_newcomer_goes_before_equals_and_not_before_a_better_match() -> None:
    newcomer = replace(WALKS, id="z", is_new=True)
    better = replace(
        WALKS, id="y", title="Walks to the allotment", description="I take you to your allotment for walks."
    )
    index = Index.build([WALKS, newcomer, better])
    today = date(2026, 11, 22)
    equal = search(index, Need("company for a walk and coffee"), gazetteer=NoPlaces(), today=today).matches
    assert [match.offering_id for match in equal][:2] == ["z", "m"]
    asked = search(index, Need("walks to my allotment"), gazetteer=NoPlaces(), today=today).matches
    assert asked[0].offering_id == "y"


def test_what_leans_is_bounded_and_is_nothing_a_provider_can_pay_for() -> None:
    assert FREE_LEANING + NEW_LEANING <= 0.05
    dear, cheap = (Index.build([replace(WALKS, price_pence=pence)]) for pence in (5000, 1300))
    scores = [
        search(index, Need("walks"), gazetteer=NoPlaces(), today=date(2026, 11, 22)).matches[0].score
        for index in (dear, cheap)
    ]
    assert scores[0] == scores[1]
