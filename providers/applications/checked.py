"""Everything the checks of one provider stand on, read together: for their own page, the desk and the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from market.core.times import wall_day
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import REGISTRATION, DbsAsk, Evidence, most_dbs_to_ask
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.applications import queries
from providers.applications.rules import (
    Asked,
    Item,
    ReferenceCount,
    Stage,
    checklist,
    conducts_of,
    not_on_its_way,
    not_standing,
    risk_of,
)
from providers.applications.tables import Application, ApplicationDecision, ConductSigned
from providers.documents.queries import waiting_documents
from providers.listings.queries import listings_of
from providers.listings.rules import ListingState
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider
from providers.references.queries import references_of
from providers.references.rules import COUNTS, ReferenceState
from providers.references.tables import Reference
from providers.registrations.queries import newest_look

_TAKEN_ON = {ProviderState.APPROVED: Stage.APPROVED, ProviderState.LISTED: Stage.LISTED}
_OVER = frozenset({ListingState.REMOVED, ListingState.EXPIRED})


@dataclass(frozen=True)
class Checked:
    """One provider's checks on a day. `unsigned`: codes of conduct that wait for a signature."""

    asked: Asked
    evidence: tuple[Evidence, ...]
    items: tuple[Item, ...]
    references: Sequence[Reference]
    conducts: tuple[str, ...]
    signed: Sequence[ConductSigned]
    application: Application | None
    decisions: Sequence[ApplicationDecision]
    state: ProviderState

    @property
    def stage(self) -> Stage:
        """How the application stands; who was taken on before there were applications stands as they were taken on."""
        if self.application is None and self.state in _TAKEN_ON:
            return _TAKEN_ON[self.state]
        return queries.stage(self.application, self.decisions)

    @property
    def unsigned(self) -> tuple[str, ...]:
        done = {row.conduct for row in self.signed}
        return tuple(conduct for conduct in self.conducts if conduct not in done)

    @property
    def signed_on(self) -> date | None:
        """The day of the signature under the code that is asked for now."""
        wanted = [row for row in self.signed if row.conduct in self.conducts]
        return wall_day(wanted[0].at) if wanted else None

    @property
    def risk(self) -> int:
        return risk_of(self.asked.tiers, schemes())

    @property
    def most_dbs(self) -> DbsAsk | None:
        return most_dbs_to_ask(self.asked.tiers, self.asked.arrangement, schemes())

    @property
    def missing(self) -> tuple[str, ...]:
        """What must stand before anybody is approved, in words."""
        return not_standing(self.items)

    @property
    def to_show(self) -> tuple[str, ...]:
        """What must be on its way before there is anything to send, in words."""
        return not_on_its_way(self.items)


def asked_of(session: Session, owner: Provider) -> Asked:
    """What a provider is checked for: everything they list, drafts too, that was not taken down for good."""
    rows = [row for row in listings_of(session, owner.id) if row.state not in _OVER]
    tiers = frozenset(tier for row in rows for tier in row.tiers)
    return Asked(tiers, owner.arrangement, any(row.includes_personal_care for row in rows))


def checked(session: Session, owner: Provider, now: datetime) -> Checked:
    """The checks of one provider as they stand."""
    asked, evidence, today = asked_of(session, owner), evidence_of(session, owner.id), wall_day(now)
    references = references_of(session, owner.id)
    row = queries.newest_application(session, owner.id)
    return Checked(
        asked=asked,
        evidence=evidence,
        items=checklist(
            evidence,
            today,
            asked,
            shown={one.kind for one in waiting_documents(session, [owner.id])},
            looked_up=_looked_up_by_itself(session, owner),
            references=count_of(references, now),
            schemes=schemes(),
            kinds=evidence_kinds(),
        ),
        references=references,
        conducts=conducts_of(asked.tiers, schemes()),
        signed=queries.signatures(session, owner.id),
        application=row,
        decisions=queries.decisions_on(session, [row.id]).get(row.id, []) if row else [],
        state=owner.state,
    )


def _looked_up_by_itself(session: Session, owner: Provider) -> set[str]:
    """A number that was given is on its way: nobody need show it, and a register that is away holds nobody up."""
    number = owner.cqc_number.strip()
    look = newest_look(session, owner.id, number) if number else None
    return {REGISTRATION} if number and (look is None or look.answered_at is None) else set()


def count_of(references: Sequence[Reference], now: datetime) -> ReferenceCount:
    """How many were asked, answered and taken; an answer that the desk did not take counts no more."""
    counted = [row for row in references if row.accepted is not False]
    states = [row.asking.state(now) for row in counted]
    return ReferenceCount(
        asked=sum(state in COUNTS for state in states),
        answered=states.count(ReferenceState.ANSWERED),
        taken=sum(row.accepted is True for row in counted),
    )


def signed_on(session: Session, owner: Provider) -> date | None:
    """The day on which the code of conduct asked for now was signed; for the badge."""
    wanted = conducts_of(asked_of(session, owner).tiers, schemes())
    found = [row for row in queries.signatures(session, owner.id) if row.conduct in wanted]
    return wall_day(found[0].at) if found else None
