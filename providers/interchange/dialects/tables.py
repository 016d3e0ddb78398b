"""Rows of CSV as they come: any usual delimiter, headers trimmed, nothing longer than a cell may be."""

import csv
import sys
from collections.abc import Iterator, Mapping

from providers.interchange.dialects.bundle import Bundle
from providers.interchange.errors import FileUnreadable

Row = Mapping[str, str]
LONGEST_CELL = 1 << 20
_DELIMITERS = ",;\t|"

csv.field_size_limit(min(sys.maxsize, LONGEST_CELL))


def header(files: Bundle, name: str) -> tuple[str, ...]:
    """The names of the columns, trimmed. Raises `FileUnreadable` for an empty file."""
    with files.opened(name) as lines:
        first = next((line for line in lines if line.strip()), "")
        cells = next(csv.reader([first], delimiter=_delimiter(first)), [])
    if not any(cell.strip() for cell in cells):
        raise FileUnreadable(name, "there is nothing in it")
    return tuple(cell.strip() for cell in cells)


def rows(files: Bundle, name: str) -> Iterator[Row]:
    """Every row by the names of its columns, trimmed. Empty rows are left out. Raises `FileUnreadable`."""
    columns = header(files, name)
    with files.opened(name) as lines:
        reader = csv.reader(
            lines, delimiter=_delimiter(",".join(columns)) if len(columns) == 1 else _sniffed(files, name)
        )
        try:
            for cells in reader:
                if reader.line_num == 1 or not any(cell.strip() for cell in cells):
                    continue
                yield dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        except csv.Error as trouble:
            raise FileUnreadable(files.name, f"line {reader.line_num} of {name}: {trouble}") from trouble


def _sniffed(files: Bundle, name: str) -> str:
    with files.opened(name) as lines:
        return _delimiter(next((line for line in lines if line.strip()), ""))


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))
