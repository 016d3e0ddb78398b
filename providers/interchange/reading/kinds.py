"""What kind of support it is: by the source's own categories where they say so, else by its words, else not at all.

Categories that mean one of our kinds stand in `seeds/reference/source_terms.csv`. Where a row has none of them, its name may
say it (`title_words.csv`: a lunch club is one), and the matcher reads its words with what it knows of help
(`matching.knowledge`), of which only what it is sure of counts. Kinds whose risk is high, such as personal care, nights or
money, are never read from words: they would be a claim about the law.
"""

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from market.core.places import SEEDS
from matching.document import read_offering
from matching.knowledge.library import shipped
from matching.offering import Offering

SURE = 0.72
"""How surely a help must be given by a row's own words."""
NEAR_THE_SUREST = 0.85
"""Of what is sure, the share of the surest that still counts: a long text touches on many things."""
CENTRAL = 0.7
"""How much of a help a kind must be."""
MOST_KINDS = 3
MOST_WORDS_READ = 4_000

PERSONAL_CARE = "personal_care"
_CARE_STATED = re.compile(r"\bpersonal care\b", re.I)
_CARE_DENIED = re.compile(
    r"\b(?:no|not|never|without|cannot|can't|don'?t|does not|unable to)\b[^.;\n]{0,60}\bpersonal care\b"
    r"|\bpersonal care\b[^.;\n]{0,30}\b(?:is not|not) ",
    re.I,
)
_AGENCY = re.compile(
    r"\b(?:home ?care|domiciliary|care) (?:agency|agencies)\b|\bdomiciliary care\b|\blive-in & 24 hour care\b", re.I
)
_CQC_NUMBER = re.compile(r"\b1-\d{6,12}\b")
_CQC_SAID = re.compile(r"\b(?:CQC|Care Quality Commission)\b", re.I)


@cache
def known_terms() -> Mapping[str, tuple[str, ...]]:
    """The kinds that each known category means, by the category in small letters."""
    with (SEEDS / "reference" / "source_terms.csv").open(encoding="utf-8", newline="") as lines:
        return {row["term"].casefold(): tuple(row["kinds"].split()) for row in csv.DictReader(lines)}


@cache
def _title_words() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    with (SEEDS / "reference" / "title_words.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: -len(row["words"]))
    return tuple((re.compile(rf"\b{re.escape(row['words'])}\b", re.I), tuple(row["kinds"].split())) for row in rows)


def kinds_in_name(name: str) -> tuple[str, ...]:
    """The kinds that a name states: `Southall Day Centre`, `Hounslow Old Peoples Lunch Club`."""
    straight = name.replace("’", "'")
    found: dict[str, None] = {}
    for words, kinds in _title_words():
        if words.search(straight):
            found.update(dict.fromkeys(kinds))
    return tuple(found)[:MOST_KINDS]


@cache
def _never_read() -> frozenset[str]:
    with (SEEDS / "reference" / "support_kinds.csv").open(encoding="utf-8", newline="") as lines:
        high = {row["id"] for row in csv.DictReader(lines) if row["risk_tier"] == "high"}
    return frozenset(high | {"medication_prompting"})


def kinds_of_terms(terms: Sequence[str]) -> tuple[str, ...]:
    """The kinds that a source's categories mean, in its order. A path (`Sport>Badminton`) is read by its last part first."""
    found: dict[str, None] = {}
    for term in terms:
        for part in _parts(term):
            if kinds := known_terms().get(part):
                found.update(dict.fromkeys(kinds))
                break
    return tuple(found)


def _parts(term: str) -> list[str]:
    whole = " ".join(term.casefold().replace("-", " ").replace("_", " ").split())
    paths = [part.strip() for part in reversed(whole.split(">"))]
    pieces = [piece.strip() for piece in re.split(r"/|,|&|\band\b", paths[0])]
    return [term.casefold().strip(), whole, *paths, *pieces]


def kinds_in_words(title: str, description: str, organisation: str = "") -> tuple[str, ...]:
    """The kinds of support that a row's name states, else what its own words are sure of, the surest first. Often none."""
    if stated := kinds_in_name(title):
        return stated
    knowledge = shipped()
    offering = Offering("read", title, description[:MOST_WORDS_READ], organisation)
    given = knowledge.helps_offered(read_offering(offering, knowledge.kind_words), tuple(knowledge.kinds))
    most = max(given.values(), default=0.0)
    if most < SURE:
        return ()
    found: dict[str, None] = {}
    for help_id in sorted(given, key=lambda one: (-given[one], one)):
        if given[help_id] < max(SURE, most * NEAR_THE_SUREST):
            break
        weights = knowledge.layer.helps[help_id].kinds
        central = sorted((kind for kind in weights if weights[kind] >= CENTRAL), key=lambda kind: -weights[kind])
        found.update(dict.fromkeys(kind for kind in central if kind not in _never_read()))
    return tuple(found)[:MOST_KINDS]


def states_personal_care(terms: Collection[str], *texts: str) -> bool:
    """Whether the source says that it gives personal care: by category, or in these very words and not as what it will not do."""
    if PERSONAL_CARE in kinds_of_terms(tuple(terms)):
        return True
    return any(_CARE_STATED.search(_CARE_DENIED.sub(" ", text)) for text in texts)


def states_agency(terms: Collection[str], *texts: str) -> bool:
    """Whether the source says that it is a care agency."""
    return any(_AGENCY.search(text) for text in (*terms, *texts)) or "home care" in {t.casefold() for t in terms}


def cqc_number_in(*texts: str) -> str:
    """A CQC number that a text states as one, such as `CQC registered (1-134558905)`."""
    for text in texts:
        if _CQC_SAID.search(text) and (found := _CQC_NUMBER.search(text)):
            return found.group(0)
    return ""
