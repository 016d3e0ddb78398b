"""What the matcher says of a need and why, kept word by word so that a person can read it, and reads it again when it changes.

Over the demo county on a Monday in November 2026, with sentence vectors. Numbers are left out: they differ in the last place
between machines. After a change of knowledge or weights: `python -m tests.search.test_explanations`, then read the difference.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from market.core.database import Database
from market.core.places import PlaceNames
from market.core.settings import Settings
from market.core.times import wall_day
from market.migrations.upgrade import upgrade
from market.search.keeping import ears
from market.search.live import LiveIndex
from market.seeding import load_demo
from matching.index import Index
from matching.workings import Workings, explain

KEPT = Path(__file__).parent / "explanations"
NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
NEEDS = {
    "cleaner": "a cleaner for mum in Exeter, Thursday mornings, no more than £18 an hour",
    "chop": "I buy one chop and next door's cat gets it",
    "two_needs": "Dad needs his lawn mown and somebody to take him to the bank in Exeter",
    "broker": "2x daily PC dbl handed F only EX4 from Mon",
    "typed_badly": "any1 speek polish 2 sit wiv my nan in exmouf wensday afternons",
    "not_a_man": "She won't have a man. Help to wash in the mornings, Exeter",
    "not_a_home": "not a care home, she wants to stay put with somebody there at night",
    "allotment": "I want to get back to my allotment but my knees have gone",
    "nurse_first": "the nurse does his insulin, I want someone to walk the dog with him",
    "nursing": "would she mind doing his tummy jab of an evening",
    "unlawful": "can the carer put down more hours than she does and we share it",
    "danger": "my husband has collapsed and his lips are blue",
    "nobody_so_cheap": "waking night care in Exeter for £3 an hour",
    "nothing_of_the_field": "three one point four one five nine",
    "nobody_speaks_it": "a carer who speaks Welsh in Exeter",
}


@pytest.fixture(scope="module")
def county() -> Iterator[Index]:
    with TemporaryDirectory() as folder:
        yield county_in(Path(folder))


def county_in(folder: Path) -> Index:
    database = Database(f"sqlite:///{folder / 'county.db'}")
    upgrade(database)
    load_demo(database, NOW)
    live = LiveIndex(hears=lambda: ears(Settings(demo=True, data_folder=folder, _env_file=None)))
    with database.read() as session:
        index = live.fresh(session, NOW)
    live.encode(len(index))
    database.close()
    return index


def explained(index: Index, text: str) -> list[str]:
    return lines(index, text, explain(index, text, gazetteer=PlaceNames(), today=wall_day(NOW)))


def lines(index: Index, text: str, workings: Workings) -> list[str]:
    """What was read, what fired and why, and what a person would be told."""
    asked, answer = workings.asked, workings.answer
    told = [f"> {text}", f"read: {' '.join(asked.text.split())}"]
    told += [f"put right: {typed} as {meant}" for typed, meant in asked.repaired]
    told += [f"one need of several: {part.text.strip()} [{part.help_id}]" for part in asked.parts]
    told += [f"not understood: {', '.join(asked.not_understood)}"] if asked.not_understood else []
    told += [f"fired: {fired.label} ({'; '.join(fired.because)})" for fired in workings.fired[:3]]
    if answer.danger is not None:
        told.append(f"danger {answer.danger.kind}: {answer.danger.first_line}")
    if answer.signpost is not None:
        told.append(f"outside {answer.signpost.kind}: {answer.signpost.first_line} {answer.signpost.text}")
    for match in answer.matches[:4]:
        offering = index.get(match.offering_id)
        assert offering is not None
        told += [f"{match.confidence}: {offering.title}", f"    {' · '.join(match.reasons)}"]
    if not answer.matches:
        told.append("nothing shown")
    return [*told, *([f"opens up: {answer.gate_report.opens_up}"] if answer.gate_report.opens_up else [])]


@pytest.mark.parametrize("name", NEEDS)
def test_an_explanation_says_what_a_person_read_and_let_stand(county: Index, name: str) -> None:
    assert explained(county, NEEDS[name]) == (KEPT / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_no_explanation_is_kept_that_nobody_asks_for() -> None:
    assert {path.stem for path in KEPT.glob("*.txt")} == NEEDS.keys()


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    with TemporaryDirectory() as made:
        demo = county_in(Path(made))
        for one, words in NEEDS.items():
            (KEPT / f"{one}.txt").write_text("\n".join(explained(demo, words)) + "\n", encoding="utf-8")
