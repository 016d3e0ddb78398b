"""How many of a real directory's rows are found again after damage, and how much else is: `./dev bench -k twins`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.factories.damaged import KEPT_BACK, TUNED, Damage, measured, precision_and_recall
from tests.interchange.test_twins import originals


@pytest.mark.parametrize(("name", "kinds"), [("tuned on", TUNED), ("kept back", KEPT_BACK)])
def test_recall_and_precision_of_likely_doubles(name: str, kinds: Mapping[str, Damage], shared: Path) -> None:
    rows = originals(shared)
    found = measured(rows, kinds)
    precision, recall = precision_and_recall(found)
    print(
        f"\ndoubles, kinds of damage {name}: precision {precision:.3f}, recall {recall:.3f} ({len(rows)} rows, {len(kinds)} kinds)"
    )
    for kind, (right, there, wrong) in found.items():
        print(f"  {kind:28} found {right} of {there}, {wrong} that are none")
    assert precision >= 0.98
    assert recall >= 0.98
