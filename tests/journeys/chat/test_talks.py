"""Each chat of the first journey, over the real desk on the demo county."""

from pathlib import Path

import pytest

from tests.journeys.chat.talks import FOLDER, County, read_talk

TALKS = sorted(FOLDER.glob("*.talk"))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_the_talk_goes_as_it_should(path: Path, county: County) -> None:
    county.play(path)


def test_every_talk_says_and_wants_something() -> None:
    assert len(TALKS) >= 8
    for path in TALKS:
        steps = read_talk(path)
        assert steps
        assert any(step.wanted for step in steps)
