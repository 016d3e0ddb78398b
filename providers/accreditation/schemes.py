"""Reading the schemes and the kinds of evidence from `seeds/reference`."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from market.core.places import SEEDS
from providers.accreditation.rules import DbsLevel, EvidenceKind, Footing, Schemes, Tier

REFERENCE = SEEDS / "reference"


@cache
def schemes() -> Schemes:
    """Every tier of risk by id."""
    return {row["tier"]: _tier(row) for row in _rows(REFERENCE / "schemes.csv")}


@cache
def evidence_kinds() -> Mapping[str, EvidenceKind]:
    """Every kind of evidence by id."""
    return {row["kind"]: _kind(row) for row in _rows(REFERENCE / "evidence_kinds.csv")}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _tier(row: dict[str, str]) -> Tier:
    return Tier(
        id=row["tier"],
        label=row["label"],
        required=_list(row["required"]),
        wanted=_list(row["wanted"]),
        dbs={footing: DbsLevel(row[f"dbs_{footing}"]) for footing in Footing},
        barred_list=row["adults_barred_list"] == "yes",
        dbs_months=int(row["dbs_months"] or 36),
        why=row["why"],
        source=row["source"],
    )


def _kind(row: dict[str, str]) -> EvidenceKind:
    months = row["months_if_scheme_sets"]
    return EvidenceKind(
        row["kind"], row["label"], row["badge_words"], row["has_expiry"] == "yes", int(months) if months else None
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
