"""Words stand out from what is behind them: 7 to 1 or better (WCAG 2.2, level AAA), which is more than the law asks."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

SCSS = Path(__file__).parents[2] / "market" / "web" / "assets" / "scss"
PALETTE = dict(re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", (SCSS / "_palette.scss").read_text("utf-8"), re.MULTILINE))
TONES = {
    name: (PALETTE[back], PALETTE[words])
    for name, back, words in re.findall(
        r"^  (\w+): \(\$([\w-]+), \$([\w-]+), \$[\w-]+\)", (SCSS / "_palette.scss").read_text("utf-8"), re.M
    )
}
DISCS = re.findall(r"\d: \((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", (SCSS / "_ground.scss").read_text("utf-8"))


def light(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("words", ["ink", "ink-soft", "pine", "pine-deep", "brick-deep"])
@pytest.mark.parametrize("back", ["paper", "card", "sand"])
def test_words_on_paper_stand_out(words: str, back: str) -> None:
    assert contrast(PALETTE[words], PALETTE[back]) >= 7


@pytest.mark.parametrize("tone", sorted(TONES))
def test_every_tone_stands_out(tone: str) -> None:
    assert len(TONES) == 5
    assert contrast(*TONES[tone]) >= 7
    assert contrast(PALETTE["ink-soft"], TONES[tone][0]) >= 7


@pytest.mark.parametrize("back", ["pine", "pine-deep", "brick", "brick-deep"])
def test_white_on_a_button_stands_out(back: str) -> None:
    assert contrast("#ffffff", PALETTE[back]) >= 7


def test_letters_on_every_disc_stand_out() -> None:
    assert len(DISCS) == 8
    assert all(contrast(back, words) >= 7 for back, words in DISCS)
    assert len({back for back, _ in DISCS}) == 8


def test_the_edge_of_a_field_is_seen() -> None:
    assert contrast(PALETTE["line-strong"], PALETTE["card"]) >= 3
    assert contrast(PALETTE["line-strong"], PALETTE["paper"]) >= 3


def test_focus_is_seen_on_light_and_dark() -> None:
    ring = [PALETTE["paper"], PALETTE["ink"], PALETTE["amber"], PALETTE["pine"]]
    assert all(contrast(one, other) >= 3 for one, other in pairwise(ring))
