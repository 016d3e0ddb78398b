"""An application to be checked: how it stands, what its checklist says, in which order the desk takes it. No I/O."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from providers.accreditation.rules import (
    REGISTRATION,
    DbsAsk,
    Evidence,
    EvidenceKind,
    Schemes,
    Tier,
    is_enough,
    most_dbs_to_ask,
    needed_from,
)
from providers.arrangement.rules import Arrangement, needs_cqc_number
from providers.references.rules import NEEDED

REFERENCES = "references"
IDENTITY = "identity"


class Outcome(StrEnum):
    """What the desk may say to an application."""

    APPROVED = "approved"
    LISTED = "listed"
    MORE_ASKED = "more_asked"
    REFUSED = "refused"


class Stage(StrEnum):
    """How an application stands. `MORE_ASKED`: it waits for the applicant, not for the desk."""

    NOT_SENT = "not_sent"
    WAITING = "waiting"
    MORE_ASKED = "more_asked"
    APPROVED = "approved"
    LISTED = "listed"
    REFUSED = "refused"


def stage_of(sent_at: datetime | None, last: tuple[Outcome, datetime] | None) -> Stage:
    """By the last sending and the last decision: whichever came later speaks."""
    if sent_at is None:
        return Stage.NOT_SENT
    if last is None or last[1] < sent_at:
        return Stage.WAITING
    return Stage(last[0].value)


class ItemState(StrEnum):
    """One line of a checklist. `TO_LOOK_AT` waits for the desk, `ASKED` for a referee or a register, the rest for the applicant."""

    STANDS = "stands"
    EXPIRING = "expiring"
    LAPSED = "lapsed"
    TO_LOOK_AT = "to_look_at"
    ASKED = "asked"
    MISSING = "missing"


STANDING = frozenset({ItemState.STANDS, ItemState.EXPIRING})
ON_ITS_WAY = STANDING | {ItemState.TO_LOOK_AT, ItemState.ASKED}


@dataclass(frozen=True)
class ReferenceCount:
    """How many referees were asked and have not said no, how many answered, how many answers the desk took."""

    asked: int = 0
    answered: int = 0
    taken: int = 0


@dataclass(frozen=True)
class Item:
    """One kind of evidence on a checklist. `for_tiers`: the words of those that ask for it; `dbs`: the check that may be asked."""

    kind: str
    label: str
    state: ItemState
    required: bool
    for_tiers: tuple[str, ...]
    last_day: date | None = None
    dbs: DbsAsk | None = None
    falls_short: bool = False


@dataclass(frozen=True)
class Asked:
    """What somebody is checked for: the tiers of what they list, how they work, whether they give personal care."""

    tiers: frozenset[str]
    arrangement: Arrangement
    personal_care: bool = False


def checklist(
    evidence: Sequence[Evidence],
    on: date,
    asked: Asked,
    *,
    shown: Collection[str],
    references: ReferenceCount,
    schemes: Schemes,
    kinds: Mapping[str, EvidenceKind],
    looked_up: Collection[str] = (),
) -> tuple[Item, ...]:
    """Every kind of evidence the schemes ask for, what must be there first. `shown`: kinds that wait to be looked at;
    `looked_up`: kinds that we have asked a register about."""
    tiers = [schemes[name] for name in sorted(asked.tiers) if name in schemes]
    needed = _needed(tiers, asked)
    wanted = {kind: [tier for tier in tiers if kind in tier.wanted] for tier in tiers for kind in tier.wanted}
    dbs = most_dbs_to_ask(asked.tiers, asked.arrangement, schemes)
    items = []
    for kind in kinds:
        behind = needed.get(kind) or wanted.get(kind)
        if behind is None:
            continue
        state, last_day = _state(evidence, kinds[kind], on, behind, asked.arrangement, shown, references)
        if state is ItemState.MISSING and kind in looked_up:
            state = ItemState.ASKED
        items.append(
            Item(
                kind=kind,
                label=kinds[kind].label,
                state=state,
                required=kind in needed,
                for_tiers=tuple(tier.label for tier in behind),
                last_day=last_day,
                dbs=dbs if kind == "dbs" else None,
                falls_short=state not in STANDING and any(one.kind == kind and one.stands(on) for one in evidence),
            )
        )
    return tuple(sorted(items, key=lambda item: not item.required))


def _needed(tiers: Sequence[Tier], asked: Asked) -> dict[str, list[Tier]]:
    needed: dict[str, list[Tier]] = {IDENTITY: list(tiers)}
    for tier in tiers:
        for kind in needed_from(tier, asked.arrangement):
            needed.setdefault(kind, [])
            if tier not in needed[kind]:
                needed[kind].append(tier)
    if needs_cqc_number(asked.arrangement, personal_care=asked.personal_care):
        needed[REGISTRATION] = [tier for tier in tiers if tier.id == "personal_care"] or list(tiers)
    return needed


def _state(
    evidence: Sequence[Evidence],
    kind: EvidenceKind,
    on: date,
    behind: Sequence[Tier],
    arrangement: Arrangement,
    shown: Collection[str],
    references: ReferenceCount,
) -> tuple[ItemState, date | None]:
    mine = [one for one in evidence if one.kind == kind.id]
    standing = [one for one in mine if one.stands(on) and all(is_enough(one, tier, arrangement) for tier in behind)]
    if standing:
        last_day = max(one.last_day or date.max for one in standing)
        soon = last_day != date.max and (last_day - on).days <= max(kind.notice_days, default=0)
        return (ItemState.EXPIRING if soon else ItemState.STANDS), None if last_day == date.max else last_day
    if kind.id in shown or (kind.id == REFERENCES and references.answered > references.taken):
        return ItemState.TO_LOOK_AT, None
    if kind.id == REFERENCES and references.asked >= NEEDED:
        return ItemState.ASKED, None
    lapsed = [one.last_day for one in mine if one.issued_on <= on and not one.stands(on) and one.last_day]
    return (ItemState.LAPSED, max(lapsed)) if lapsed else (ItemState.MISSING, None)


def not_standing(items: Iterable[Item]) -> tuple[str, ...]:
    """What must be there and does not stand, in words: while there is any, nobody is approved."""
    return tuple(item.label for item in items if item.required and item.state not in STANDING)


def not_on_its_way(items: Iterable[Item]) -> tuple[str, ...]:
    """What must be there and nobody has even shown: while there is any, there is nothing to send."""
    return tuple(item.label for item in items if item.required and item.state not in ON_ITS_WAY)


def risk_of(tiers: Iterable[str], schemes: Schemes) -> int:
    """The highest risk of the tiers, 1 to 3."""
    return max((schemes[tier].risk for tier in tiers if tier in schemes), default=1)


def conducts_of(tiers: Iterable[str], schemes: Schemes) -> tuple[str, ...]:
    """The codes of conduct that these tiers ask to be signed."""
    return tuple(sorted({schemes[tier].conduct for tier in tiers if tier in schemes and schemes[tier].conduct}))


class QueueOrder(StrEnum):
    """In which order the desk sees what waits."""

    RISK = "risk"
    AGE = "age"


def queue_key(order: QueueOrder, risk: int, sent_at: datetime) -> tuple[float, float]:
    """Highest risk first, and of those the oldest; or simply the oldest first."""
    age = sent_at.timestamp()
    return (-risk, age) if order is QueueOrder.RISK else (age, -risk)
