"""Commands that read and write the formats of the evaluation, and explain what the matcher thought."""

import sys
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from bot.understanding import evaluate as understanding
from market.cli.explaining import explain_need
from market.cli.wiring_up import fail
from market.core.clock import SystemClock
from market.core.places import PlaceNames
from market.core.times import read_instant, wall
from matching import evaluate as matching
from matching.vectors.alarm import alarm_of
from matching.vectors.ear import ear_of
from matching.vectors.minilm import installed
from matching.vectors.remembered import Remembered

Gates = Literal["text", "none"]


def match(
    catalogue: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="Offerings, one JSON object a line.")],
    queries: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="Needs, one JSON object a line.")],
    out: Annotated[Path, typer.Option(help="Where to write the run.")],
    places: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Districts of named towns.")] = None,
    gates: Annotated[
        str, typer.Option(help="text: limits found in the words are applied; none: only reported.")
    ] = "text",
    now: Annotated[str, typer.Option(help="The day it is, such as 2026-11-22T09:00.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="The most results for a need.")] = 10,
    vectors: Annotated[bool, typer.Option(help="Hear by meaning too, where the weights are installed.")] = True,
) -> None:
    """Find offerings for every need of a file. An empty list of results means: nothing suitable."""
    if gates not in ("text", "none"):
        fail(f"--gates is text or none, not {gates!r}.", 2)
    try:
        today = wall(read_instant(now) if now else SystemClock().now())
    except ValueError:
        fail(f"--now {now!r} is not a time. Write it like 2026-11-22T09:00.", 2)
    _may_write(out)
    weights = installed() if vectors else None
    encoder = Remembered(weights, _kept_vectors()) if weights else None
    written = matching.run(
        catalogue,
        queries,
        out,
        places,
        gates=cast(Gates, gates),
        now=today,
        limit=limit,
        gazetteer=PlaceNames(),
        encoder=encoder,
        ear=ear_of(weights) if weights else None,
    )
    if encoder is not None:
        encoder.save()
    typer.echo(f"{written} needs answered in {out}", err=True)


def _may_write(out: Path) -> None:
    if not out.parent.is_dir():
        fail(f"There is no folder {out.parent} to write in. Make it first, or name another file.", 2)


def _kept_vectors() -> Path:
    """Where vectors are kept between runs, so that no text is encoded twice. Safe to delete."""
    return Path(__file__).parents[2] / ".cache"


def understand(
    out: Annotated[Path, typer.Option(help="Where to write what was understood.")],
    vectors: Annotated[bool, typer.Option(help="Hear danger by meaning too, where the weights are installed.")] = True,
) -> None:
    """Understand every message on standard input, one JSON object a line: intent, slots, what to ask, what besides."""
    _may_write(out)
    weights = installed() if vectors else None
    with out.open("w", encoding="utf-8") as written:
        understanding.run(sys.stdin, written, alarm_of(weights) if weights else None)


def explain(
    text: Annotated[list[str], typer.Argument(help="A need in somebody's own words, with a place if there is one.")],
) -> None:
    """Show, for any sentence, which knowledge fired and why, and which demo offerings gained."""
    explain_need(" ".join(text))
