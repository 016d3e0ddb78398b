"""Reading the schemes and the kinds of evidence from `seeds/reference`."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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


@cache
def conduct_words(conduct: str) -> tuple[str, ...]:
    """The sentences of one version of the code of conduct, in order; empty for one that is not there."""
    rows = sorted(_rows(REFERENCE / "code_of_conduct.csv"), key=lambda row: int(row["order"]))
    return tuple(row["words"] for row in rows if row["conduct"] == conduct)


@dataclass(frozen=True)
class DbsWords:
    """One level of check in words: its name, what it shows and who may ask for it, with the law it rests on."""

    label: str
    shows: str
    who_may_ask: str
    source: str


@cache
def dbs_words() -> Mapping[tuple[DbsLevel, bool], DbsWords]:
    """Every level by itself and whether with the adults' barred list, from `dbs_levels.csv`."""
    return {
        (DbsLevel(row["level"]), row["barred_list"] == "yes"): DbsWords(
            row["label"], row["shows"], row["who_may_ask"], row["source"]
        )
        for row in _rows(REFERENCE / "dbs_levels.csv")
    }


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
        risk=int(row["risk"]),
        conduct=row["conduct"],
        references=int(row["references"]),
        why=row["why"],
        source=row["source"],
    )


def _kind(row: dict[str, str]) -> EvidenceKind:
    months = row["months_if_scheme_sets"]
    return EvidenceKind(
        id=row["kind"],
        label=row["label"],
        badge_words=row["badge_words"],
        has_expiry=row["has_expiry"] == "yes",
        trusted_months=int(months) if months else None,
        from_register=row["counts_from"] == "looked_up",
        notice_days=tuple(int(days) for days in _list(row["renewal_notice_days"])),
        how_to_show=row["how_to_show"],
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
