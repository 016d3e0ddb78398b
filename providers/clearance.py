"""What one listing may show and be asked for, and what the public reads of its checks: the law, the checks and the dates
together."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlmodel import Session

from providers.accreditation.badge import Badge, badge
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import Clearance, Evidence, cleared_for
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.applications.checked import signed_on
from providers.listings.queries import listing
from providers.listings.rules import PERSONAL_CARE_KIND, doubt_about
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.tables import Provider


def clearance_on(row: Listing, owner: Provider, evidence: Sequence[Evidence], kind: str, on: date) -> Clearance:
    """Whether the checks for one kind of support in a listing stand on a day."""
    return cleared_for(evidence, kind, on, tiers=row.tiers, arrangement=owner.arrangement, schemes=schemes())


def kinds_that_may_be_shown(row: Listing, owner: Provider, evidence: Sequence[Evidence], on: date) -> tuple[str, ...]:
    """The kinds of support in a listing that are lawful and whose checks stand on a day, in the provider's order."""
    unlawful = doubt_about(
        owner.arrangement,
        kinds=row.kinds,
        includes_personal_care=row.includes_personal_care,
        basis=row.basis,
        cqc_number=owner.cqc_number,
    )
    return tuple(
        kind
        for kind in row.kinds
        if not (unlawful and kind == PERSONAL_CARE_KIND) and clearance_on(row, owner, evidence, kind, on).allows
    )


def kinds_throughout(
    row: Listing, owner: Provider, evidence: Sequence[Evidence], days: Iterable[date]
) -> tuple[str, ...]:
    """The kinds that may be asked for on every one of these days: a check that lapses halfway through a run clears none of it."""
    kinds = tuple(row.kinds)
    for day in days:
        standing = kinds_that_may_be_shown(row, owner, evidence, day)
        kinds = tuple(kind for kind in kinds if kind in standing)
    return kinds


def badge_of(session: Session, listing_id: str, on: date) -> Badge:
    """The public badge of a listing on a day. Raises `NotFound`."""
    row = listing(session, listing_id)
    return badge_for(session, provider(session, row.provider_id), row.tiers, on)


def badge_for(session: Session, owner: Provider, tiers: Collection[str], on: date) -> Badge:
    """The public badge of a provider for what these tiers do, on a day."""
    return badge(
        evidence_of(session, owner.id),
        on,
        tiers=tiers,
        arrangement=owner.arrangement,
        schemes=schemes(),
        kinds=evidence_kinds(),
        signed_on=signed_on(session, owner),
    )
