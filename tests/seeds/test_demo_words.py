"""What people of the demo county wrote is theirs: never twice the same, never taken from the evaluation's texts."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import pytest

from tests.seeds.county import DEMO, SHARED, Row, county, read

COUNTY = county()
RUN_OF_WORDS = 7
EVALUATION = SHARED / "evaluation"
FILES = sorted(DEMO.rglob("*.toml"))


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of seven words."""
    words = re.findall(r"[\w']+", text.lower())
    return {tuple(words[at : at + RUN_OF_WORDS]) for at in range(len(words) - RUN_OF_WORDS + 1)}


def written() -> dict[str, str]:
    """Everything somebody wrote, by what it belongs to."""
    texts = {f"listing {key}": f"{row['title']}. {row['description']}" for key, row in COUNTY.listings.items()}
    texts |= {f"provider {key}": row["about"] for key, row in COUNTY.providers.items()}
    for key, person in COUNTY.people.items():
        said = [person["summary"], *(outcome["words"] for outcome in person["plan"]["outcome"])]
        texts[f"person {key}"] = ". ".join(said)
    return texts


def names_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


def explained() -> set[str]:
    """The names of fields in the format page: in backticks or braces, without the mark for what may be absent."""
    page = (DEMO / "README.md").read_text(encoding="utf-8")
    marked = re.findall(r"`([^`]+)`", page) + re.findall(r"\{([^}]+)\}", page)
    return {name for part in marked for name in re.findall(r"[a-z_]+", part)}


def assert_all_different(texts: Iterable[str]) -> None:
    lower = [text.strip().lower() for text in texts]
    assert len(lower) == len(set(lower))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_every_field_is_explained_on_the_format_page(path: Any) -> None:
    assert set(names_in(read(path))) <= explained()


def test_titles_and_descriptions_are_all_different() -> None:
    rows: list[Row] = list(COUNTY.listings.values())
    assert_all_different(row["title"] for row in rows)
    assert_all_different(row["description"] for row in rows)
    assert_all_different(row["about"] for row in COUNTY.providers.values())
    assert_all_different(row["name"] for row in COUNTY.providers.values())


def test_no_two_texts_share_a_run_of_words() -> None:
    found = {name: runs(text) for name, text in written().items()}
    shared = [(one, other) for one, other in combinations(found, 2) if found[one] & found[other]]
    assert shared == []


def test_nothing_is_copied_from_the_evaluation() -> None:
    if not EVALUATION.exists():
        pytest.skip("The evaluation files are not on this machine.")
    theirs: set[tuple[str, ...]] = set()
    titles: set[str] = set()
    for path in EVALUATION.rglob("*.jsonl"):
        text = path.read_text(encoding="utf-8")
        theirs |= runs(text)
        titles |= {title.lower() for title in re.findall(r'"title": "([^"]+)"', text)}
    for name, text in written().items():
        assert not runs(text) & theirs, name
    assert not {row["title"].lower() for row in COUNTY.listings.values()} & titles


def test_people_write_as_people_do() -> None:
    """Uneven: some say it in a line, some go on."""
    lengths = sorted(len(row["description"].split()) for row in COUNTY.listings.values())
    assert lengths[0] <= 10
    assert lengths[-1] >= 60
