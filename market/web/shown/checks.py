"""What the accreditation desk looks at: checks that lapse, and listings that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from market.core.actor import Actor
from market.core.money import Pence, pounds
from market.web.filters import full_date
from market.web.listing.words import AGES
from providers.accreditation.badge import Badge
from providers.accreditation.lapsing import LAPSED, WARN_DAYS, Lapsing, lapsing
from providers.accreditation.queries import all_evidence
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.arrangement.excluded import excluded_tasks_in
from providers.arrangement.rules import Arrangement
from providers.clearance import badge_of
from providers.listings.kinds import kind_words
from providers.listings.low_pay import low_pay_of
from providers.listings.queries import decisions_on
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.queries import providers_of_authority
from providers.organisations.rules import AgeBand
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.pricing.words import said_price
from providers.wages.errors import BelowMinimumWage
from providers.wages.reference import wages
from providers.wages.rules import check_rates

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
class LapsingProvider:
    """One provider's checks that stand in one band, in whole sentences, and how to reach them."""

    id: str
    name: str
    checks: tuple[str, ...]
    phone: str
    first_day: date


@dataclass(frozen=True)
class Band:
    """Whose checks run out within so many days; `state` is the tag of the band."""

    words: str
    state: str
    providers: tuple[LapsingProvider, ...]


def lapsing_bands(session: Session, officer: Actor, today: date) -> tuple[Band, ...]:
    """What has lapsed of this officer's council's providers, or does within 7, 30, 60, 90 days: each check in one band."""
    providers = {row.id: row for row in providers_of_authority(session, officer.authority_id)}
    bands: dict[int, list[LapsingProvider]] = {within: [] for within in (LAPSED, *WARN_DAYS)}
    for provider_id, evidence in all_evidence(session, list(providers)).items():
        found = lapsing(evidence, today)
        for within in dict.fromkeys(one.within for one in found):
            these = [one for one in found if one.within == within]
            bands[within].append(_lapsing_provider(providers[provider_id], these))
    return tuple(
        Band(
            f"Within {within} days" if within else "Out of date",
            "expiring" if within else "lapsed",
            tuple(sorted(found, key=lambda one: one.first_day)),
        )
        for within, found in bands.items()
        if found
    )


def _lapsing_provider(provider: Provider, checks: Sequence[Lapsing]) -> LapsingProvider:
    said = tuple(_said(check) for check in checks)
    return LapsingProvider(provider.id, provider.name, said, provider.phone, min(check.last_day for check in checks))


def _said(check: Lapsing) -> str:
    """A policy runs out on a day; a check with no end of its own grows too old to rely on."""
    known = evidence_kinds().get(check.kind)
    label = known.label if known else check.kind.replace("_", " ").capitalize()
    if known is not None and not known.has_expiry:
        return f"{label}: {'too old since' if check.within == LAPSED else 'too old after'} {full_date(check.last_day)}"
    return f"{label}: {'ran out on' if check.within == LAPSED else 'good until'} {full_date(check.last_day)}"


@dataclass(frozen=True)
class Waiting:
    """A listing on the desk: what it says, who offers it on what basis, what was checked and what its tiers ask for."""

    row: Listing
    provider: Provider
    badge: Badge
    facts: tuple[tuple[str, str], ...]
    asks: tuple[tuple[str, str], ...]
    history: tuple[str, ...]
    excluded: tuple[str, ...]
    low_rates: tuple[str, ...]


def waiting(session: Session, row: Listing, today: date) -> Waiting:
    """One listing, ready to be decided on."""
    provider = provider_by_id(session, row.provider_id)
    return Waiting(
        row=row,
        provider=provider,
        badge=badge_of(session, row.id, today),
        facts=_facts(session, row, provider, today),
        asks=_asks(row),
        history=_history(session, row),
        excluded=excluded_tasks_in(f"{row.title} {row.description} {' '.join(row.skills)}"),
        low_rates=_low_rates(session, row, provider, today),
    )


def _low_rates(session: Session, row: Listing, provider: Provider, today: date) -> tuple[str, ...]:
    """Rates that could not lawfully be paid to somebody employed: refused for one who is, flagged for one who is not."""
    try:
        flags = check_rates(
            provider.arrangement, provider.age_band_on(today), rates_of(session, row.id, today), on=today, wages=wages()
        )
    except BelowMinimumWage as below:
        return (_low(below.pence_per_hour, below.least_pence, below.source),)
    if (low := low_pay_of(session, row, provider, today)) is not None:
        return (f"From {full_date(low.on)}: {_low(low.pence_per_hour, low.least_pence, low.source)}",)
    return tuple(_low(flag.pence_per_hour, flag.least_pence, flag.source) for flag in flags)


def _low(pence: Pence, least: Pence, source: str) -> str:
    return f"{pounds(pence)} an hour is under the minimum wage of {pounds(least)} ({source})."


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
    if provider.arrangement is Arrangement.EMPLOYED_PA:
        said.append(("Age, for the minimum wage", _age_words(provider, today)))
    return (*said, ("CQC number", provider.cqc_number)) if provider.cqc_number else tuple(said)


def _age_words(provider: Provider, today: date) -> str:
    """What they say of their age, and what an officer does about it."""
    band = provider.age_band_on(today)
    if band is None:
        return "Not said: the wage of 21 and over holds"
    proof = "" if band is AgeBand.FROM_21 else ". Look at proof of age before you say yes"
    return f"{dict(AGES)[band]}{proof}"


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
