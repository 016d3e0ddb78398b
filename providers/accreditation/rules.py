"""Which checks a kind of support needs, whether they stand on a day, and what lapsing hides.

Schemes are data (`seeds/reference/schemes.csv`), read by `schemes.py`. A tier is what a listing does: comes into the
home, drives people, gives personal care. Lapsed evidence hides the tasks it covered and nothing else.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from providers.arrangement.rules import Arrangement, needs_cqc_number


class DbsLevel(StrEnum):
    """Levels of a check by the Disclosure and Barring Service, least first. Police Act 1997 ss.112 to 113BB."""

    NONE = "none"
    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"

    def reaches(self, needed: "DbsLevel") -> bool:
        order = list(DbsLevel)
        return order.index(self) >= order.index(needed)


class Footing(StrEnum):
    """On what footing the worker stands to the customer: it settles the most that may lawfully be asked for."""

    SOLE_SELF_EMPLOYED = "sole_self_employed"
    EMPLOYED_BY_CUSTOMER = "employed_by_customer"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that was seen: what, at which level, when issued, until when good, by whom. Never its content.

    What stands in a public register is "issued" on the day it was looked up. `could_not_be_had`: references were sought
    and nobody gave two; that was said plainly instead (Conduct of Employment Agencies Regulations 2003 reg 22).
    """

    kind: str
    issued_on: date
    last_day: date | None = None
    level: DbsLevel | None = None
    barred_list: bool = False
    seen_by: str = ""
    seen_for: str = ""
    seen_on: date | None = None
    update_service_on: date | None = None
    note: str = ""
    could_not_be_had: bool = False
    id: str = ""

    def stands(self, on: date) -> bool:
        """Good on its last day, lapsed at the midnight that ends it."""
        return self.issued_on <= on and (self.last_day is None or on <= self.last_day)


@dataclass(frozen=True)
class EvidenceKind:
    """A kind of evidence: what it is, the words of its badge, and how long it is trusted if it carries no end of its own.

    `from_register`: it is looked up, so the date that counts is that of the look. `notice_days`: when its holder is told
    that it runs out, most days first. `how_to_show`: what somebody sends or brings.
    """

    id: str
    label: str
    badge_words: str
    has_expiry: bool
    trusted_months: int | None
    from_register: bool = False
    notice_days: tuple[int, ...] = ()
    how_to_show: str = ""


@dataclass(frozen=True)
class Tier:
    """One row of the schemes: what this risk needs, and the most that may lawfully be asked.

    `risk` is 1 to 3. `conduct` names the code of conduct to be signed; empty for none. `references` is how many.
    """

    id: str
    label: str
    required: tuple[str, ...]
    wanted: tuple[str, ...] = ()
    dbs: Mapping[Footing, DbsLevel] = field(default_factory=dict)
    barred_list: bool = False
    dbs_months: int = 36
    risk: int = 1
    conduct: str = ""
    references: int = 0
    why: str = ""
    source: str = ""


Schemes = Mapping[str, Tier]

PERSONAL_CARE = "personal_care"
REGISTRATION = "cqc_registration"
_COVERED_BY: Mapping[str, frozenset[str]] = {
    # Which tier's checks stand behind which kind of support, where the listing is in that tier.
    "personal_care": frozenset({PERSONAL_CARE}),
    "transport": frozenset({"drives_people", "drives_to_care"}),
    "money": frozenset({"handles_money"}),
    "shopping": frozenset({"handles_money"}),
}
_SPECIAL = frozenset().union(*_COVERED_BY.values())
# An organisation checks these for each worker itself (SI 2014/2936 reg 19 and Sch 3); nobody shows us every file.
_OWN_DUTY = frozenset({"right_to_work", "references"})
_ANSWERS_FOR_ITS_WORKERS = frozenset(
    {Arrangement.REGISTERED_AGENCY, Arrangement.ISF_PROVIDER, Arrangement.COMMUNITY, Arrangement.SUPPORT_SERVICE}
)


@dataclass(frozen=True)
class Clearance:
    """Whether the checks for one kind of support stand on one day, and what is wanting if not.

    `complete`: the scheme is met. `allows`: it may be shown and asked for. They differ where nothing was ever shown and
    the work is ordinary (company, cleaning): such a provider is *listed*, not *approved*, and the badge says so. What has
    lapsed, and what driving, money or personal care lack, is never allowed.
    """

    kind: str
    on: date
    lapsed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    strict: bool = False

    @property
    def complete(self) -> bool:
        return not self.lapsed and not self.missing

    @property
    def allows(self) -> bool:
        return not self.lapsed and not (self.strict and self.missing)


def footing_of(arrangement: Arrangement) -> Footing:
    """How the checks look on somebody engaged this way."""
    if arrangement is Arrangement.EMPLOYED_PA:
        return Footing.EMPLOYED_BY_CUSTOMER
    return Footing.SOLE_SELF_EMPLOYED if arrangement is Arrangement.SOLE_SELF_EMPLOYED else Footing.ORGANISATION


def tiers_behind(kind: str, tiers: Collection[str]) -> frozenset[str]:
    """The tiers of a listing whose checks stand behind one kind of support in it.

    Personal care is personal care whatever the listing says. Driving and money count where the listing does them;
    everything else rests on how people are met (in the home, in a group, by phone).
    """
    special = _COVERED_BY.get(kind, frozenset()) & (set(tiers) | {PERSONAL_CARE})
    return special or frozenset(tiers) - _SPECIAL or frozenset(tiers)


def cleared_for(
    evidence: Iterable[Evidence],
    kind: str,
    on: date,
    *,
    tiers: Collection[str],
    arrangement: Arrangement,
    schemes: Schemes,
) -> Clearance:
    """Whether this evidence clears a provider for a kind of support on a day. A tier that no scheme names asks for nothing."""
    behind = [schemes[tier] for tier in sorted(tiers_behind(kind, tiers)) if tier in schemes]
    seen = list(evidence)
    lapsed: dict[str, None] = {}
    missing: dict[str, None] = {}
    for tier in behind:
        for needed in (*needed_from(tier, arrangement), *_registered_for(kind, arrangement)):
            enough = [one for one in seen if one.kind == needed and is_enough(one, tier, arrangement)]
            if any(one.stands(on) for one in enough):
                continue
            (lapsed if any(one.issued_on <= on for one in enough) else missing)[needed] = None
    strict = any(tier.id in _SPECIAL for tier in behind)
    return Clearance(kind, on, tuple(lapsed), tuple(missing), strict)


def needed_from(tier: Tier, arrangement: Arrangement) -> tuple[str, ...]:
    """The kinds of evidence that a tier requires of a provider with this arrangement."""
    spared = _OWN_DUTY if arrangement in _ANSWERS_FOR_ITS_WORKERS else frozenset()
    return tuple(kind for kind in tier.required if kind not in spared)


def _registered_for(kind: str, arrangement: Arrangement) -> tuple[str, ...]:
    """Who sends staff to give personal care must stand on the regulator's register when somebody last looked."""
    needs = kind == PERSONAL_CARE and needs_cqc_number(arrangement, personal_care=True)
    return (REGISTRATION,) if needs else ()


def is_enough(evidence: Evidence, tier: Tier, arrangement: Arrangement) -> bool:
    """Whether evidence of a kind that the tier asks for is of a level that will do."""
    if evidence.kind != "dbs":
        return True
    needed = tier.dbs.get(footing_of(arrangement), DbsLevel.NONE)
    if tier.barred_list and not evidence.barred_list:
        return False
    # An organisation may ask for more than a basic check outside regulated activity, but need not have done.
    least = needed if tier.barred_list else min(needed, DbsLevel.BASIC, key=list(DbsLevel).index)
    return (evidence.level or DbsLevel.NONE).reaches(least)


def own_duties(arrangement: Arrangement) -> tuple[str, ...]:
    """What the badge says of checks that an organisation makes itself."""
    if arrangement not in _ANSWERS_FOR_ITS_WORKERS:
        return ()
    return ("Each worker's right to work and references: the organisation checks these itself, we did not.",)


@dataclass(frozen=True, slots=True)
class DbsAsk:
    """The check that may lawfully be asked of somebody, and why. Asking for more is unlawful (Police Act 1997 s.124)."""

    level: DbsLevel
    barred_list: bool
    why: str
    source: str


def most_dbs_to_ask(tiers: Collection[str], arrangement: Arrangement, schemes: Schemes) -> DbsAsk | None:
    """The highest check that the tiers of a listing allow for; None when they allow for none."""
    footing = footing_of(arrangement)
    asks = [
        DbsAsk(tier.dbs.get(footing, DbsLevel.NONE), tier.barred_list, tier.why, tier.source)
        for tier in (schemes[name] for name in sorted(tiers) if name in schemes)
    ]
    most = max(asks, key=lambda ask: (list(DbsLevel).index(ask.level), ask.barred_list), default=None)
    return most if most and most.level is not DbsLevel.NONE else None


def trusted_until(issued_on: date, months: int | None) -> date | None:
    """The last day a scheme trusts something that carries no end of its own: the same day so many months on."""
    if months is None:
        return None
    year, month = divmod(issued_on.year * 12 + issued_on.month - 1 + months, 12)
    last_of_month = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(issued_on.day, last_of_month))
