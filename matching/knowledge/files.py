"""Where the knowledge stands and how it is read. The only file of the matcher that touches a disk."""

import csv
from io import StringIO
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "reference"


def rows(name: str, folder: Path | None = None) -> list[dict[str, str]]:
    """The rows of a CSV file by its name; FileNotFoundError where it is absent."""
    return rows_of((folder or SEEDS).joinpath(name).read_text(encoding="utf-8"))


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of CSV text with a header line."""
    return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(StringIO(text))]


def lines(name: str, folder: Path | None = None) -> list[str]:
    """The lines of a plain list; lines that start with # are notes."""
    text = (folder or SEEDS).joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
