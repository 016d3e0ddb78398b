"""The public badge: in words what was checked, by whom, when, until when, and what was not. No I/O."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from providers.accreditation.rules import (
    DbsLevel,
    Evidence,
    EvidenceKind,
    Schemes,
    needed_from,
    own_duties,
)
from providers.arrangement.rules import Arrangement

Kinds = Mapping[str, EvidenceKind]
NOTHING_CHECKED = "Nothing checked yet"


@dataclass(frozen=True)
class Badge:
    """What the public may read about the checks on one provider. Each part is a list of whole sentences."""

    headline: str
    checked: tuple[str, ...]
    lapsed: tuple[str, ...]
    not_checked: tuple[str, ...]


def badge(
    evidence: Sequence[Evidence],
    on: date,
    *,
    tiers: Collection[str],
    arrangement: Arrangement,
    schemes: Schemes,
    kinds: Kinds,
    signed_on: date | None = None,
) -> Badge:
    """The badge on a day. `signed_on`: when the code of conduct was.

    "Not checked" names what the schemes for these tiers ask for or like to see, and nobody saw.
    """
    newest = {one.kind: one for one in sorted(evidence, key=_how_good) if one.issued_on <= on and one.kind in kinds}
    # In the order of the reference file: who they are first.
    told = [newest[kind] for kind in kinds if kind in newest and not newest[kind].could_not_be_had]
    asked = _asked_for(tiers, arrangement, schemes)
    missing = [kinds[kind].label for kind in asked if kind not in newest and kind in kinds]
    sought = [kinds[kind].label for kind in newest if newest[kind].could_not_be_had and newest[kind].stands(on)]
    signed = (f"Signed our code of conduct. On {_day(signed_on)}.",) if signed_on else ()
    return Badge(
        assurance_note(evidence, on, kinds),
        (*(_checked(one, kinds) for one in told if one.stands(on)), *signed),
        tuple(_over(one, kinds) for one in told if not one.stands(on)),
        (*_not_seen(missing), *_not_had(sought), *own_duties(arrangement)),
    )


def assurance_note(evidence: Sequence[Evidence], on: date, kinds: Kinds) -> str:
    """The one sentence for a card: the most telling check that stands. `Enhanced DBS certificate seen in March 2026`."""
    standing = {one.kind: one for one in sorted(evidence, key=_how_good) if one.stands(on)}
    for kind in ("dbs", "cqc_registration", "visit_by_officer", "identity"):
        if kind in standing and kind in kinds:
            one = standing[kind]
            return f"{_what(one, kinds)} in {(one.seen_on or one.issued_on).strftime('%B %Y')}"
    return NOTHING_CHECKED


def assurances(evidence: Sequence[Evidence], on: date) -> tuple[str, ...]:
    """What stands on a day as words for filters: `identity`, `first_aid`, `enhanced_dbs`, `adults_barred_list`."""
    words: dict[str, None] = {}
    for one in evidence:
        if one.stands(on) and not one.could_not_be_had:
            words[f"{one.level}_dbs" if one.kind == "dbs" else one.kind] = None
            if one.kind == "dbs" and one.barred_list:
                words["adults_barred_list"] = None
    return tuple(words)


def _how_good(one: Evidence) -> tuple[int, date, date]:
    """Of two of a kind the higher level counts, then the one that lasts longer, then the newer."""
    return list(DbsLevel).index(one.level or DbsLevel.NONE), one.last_day or date.max, one.issued_on


def _asked_for(tiers: Collection[str], arrangement: Arrangement, schemes: Schemes) -> tuple[str, ...]:
    asked: dict[str, None] = {}
    for tier in (schemes[name] for name in sorted(tiers) if name in schemes):
        asked |= dict.fromkeys((*needed_from(tier, arrangement), *tier.wanted))
    return tuple(asked)


def _what(one: Evidence, kinds: Kinds) -> str:
    if one.kind != "dbs":
        return kinds[one.kind].badge_words
    return f"{(one.level or DbsLevel.BASIC).capitalize()} {kinds['dbs'].badge_words}"


def _checked(one: Evidence, kinds: Kinds) -> str:
    what = _what(one, kinds) + (", with the adults' barred list" if one.barred_list else "")
    who = f" by {one.seen_for}" if one.seen_for else ""
    until = f" Good until {_day(one.last_day)}." if one.last_day else ""
    again = f" Looked up again on {_day(one.update_service_on)}." if one.update_service_on else ""
    return f"{what}. Checked{who} on {_day(one.seen_on or one.issued_on)}.{until}{again}"


def _over(one: Evidence, kinds: Kinds) -> str:
    """A policy runs out; a check that carries no end of its own only grows too old to rely on."""
    if kinds[one.kind].has_expiry:
        return f"{kinds[one.kind].label}: ran out on {_day(one.last_day)}."
    return f"{kinds[one.kind].label}: last checked on {_day(one.seen_on or one.issued_on)}, too long ago to rely on."


def _not_seen(labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{label}: not checked." for label in labels)


def _not_had(labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{label}: could not be had. The council asked, and accepted this." for label in labels)


def _day(day: date | None) -> str:
    return f"{day.day} {day.strftime('%B %Y')}" if day else ""
