"""What the accreditation desk looks at: checks that lapse, and listings that wait."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from market.core.actor import Actor
from market.web.filters import full_date
from providers.accreditation.badge import Badge
from providers.accreditation.lapsing import LAPSED, WARN_DAYS, lapsing
from providers.accreditation.queries import all_evidence
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.arrangement.rules import Arrangement
from providers.clearance import badge_of
from providers.listings.kinds import kind_words
from providers.listings.queries import decisions_on
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.queries import providers_of_authority
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.words import said_price

ARRANGEMENTS = {
    Arrangement.EMPLOYED_PA: "PA, employed by the customer",
    Arrangement.SOLE_SELF_EMPLOYED: "PA, self-employed, works alone",
    Arrangement.MICRO_ENTERPRISE: "Micro-enterprise",
    Arrangement.REGISTERED_AGENCY: "Registered agency",
    Arrangement.ISF_PROVIDER: "ISF provider",
    Arrangement.COMMUNITY: "Community group",
    Arrangement.SUPPORT_SERVICE: "Support service",
}


@dataclass(frozen=True)
class LapsingCheck:
    """One provider's check that runs out, or has."""

    provider_id: str
    provider: str
    check: str
    last_day: date
    phone: str
    email: str


@dataclass(frozen=True)
class Band:
    """The checks that run out within so many days; `words` is the band's heading."""

    words: str
    checks: tuple[LapsingCheck, ...]


def lapsing_bands(session: Session, officer: Actor, today: date) -> tuple[Band, ...]:
    """The checks of this officer's council that have lapsed, or do within 7, 30, 60, 90 days. Each stands in one band."""
    providers = {row.id: row for row in providers_of_authority(session, officer.authority_id)}
    bands: dict[int, list[LapsingCheck]] = {within: [] for within in (LAPSED, *WARN_DAYS)}
    for provider_id, evidence in all_evidence(session, list(providers)).items():
        for one in lapsing(evidence, today):
            bands[one.within].append(_check(providers[provider_id], one.kind, one.last_day))
    return tuple(
        Band("Out of date" if not within else f"Within {within} days", tuple(sorted(found, key=lambda c: c.last_day)))
        for within, found in bands.items()
        if found
    )


def _check(provider: Provider, kind: str, last_day: date) -> LapsingCheck:
    known = evidence_kinds().get(kind)
    label = known.label if known else kind
    return LapsingCheck(provider.id, provider.name, label, last_day, provider.phone, provider.email)


@dataclass(frozen=True)
class Waiting:
    """A listing on the desk: what it says, who offers it on what basis, what was checked and what its tiers ask for."""

    row: Listing
    provider: Provider
    badge: Badge
    facts: tuple[tuple[str, str], ...]
    asks: tuple[tuple[str, str], ...]
    history: tuple[str, ...]


def waiting(session: Session, row: Listing, today: date) -> Waiting:
    """One listing, ready to be decided on."""
    provider = provider_by_id(session, row.provider_id)
    return Waiting(
        row,
        provider,
        badge_of(session, row.id, today),
        _facts(session, row, provider, today),
        _asks(row),
        _history(session, row),
    )


def _facts(session: Session, row: Listing, provider: Provider, today: date) -> tuple[tuple[str, str], ...]:
    prices = "; ".join(said_price(rate) for rate in rates_of(session, row.id, today)) or "None"
    basis = row.basis.replace("_", " ") if row.basis else "None given"
    said = [
        ("Who", f"{provider.name}, {provider.town}"),
        ("How they work", ARRANGEMENTS[provider.arrangement]),
        ("Standing", provider.state.capitalize()),
        ("Help with", ", ".join(kind_words(kind) for kind in row.kinds)),
        ("Personal care", f"Yes. Basis: {basis}" if row.includes_personal_care else "No"),
        ("Price", prices),
    ]
    return (*said, ("CQC number", provider.cqc_number)) if provider.cqc_number else tuple(said)


def _asks(row: Listing) -> tuple[tuple[str, str], ...]:
    """Each tier of the listing with what it needs, in words."""
    kinds = evidence_kinds()
    tiers = [schemes()[tier] for tier in row.tiers if tier in schemes()]
    return tuple(
        (tier.label, ", ".join(kinds[kind].label for kind in tier.required if kind in kinds)) for tier in tiers
    )


def _history(session: Session, row: Listing) -> tuple[str, ...]:
    return tuple(
        f"{full_date(one.at)}: {one.became.replace('_', ' ')}" + (f". {one.why}" if one.why else "")
        for one in decisions_on(session, row.id)
    )
