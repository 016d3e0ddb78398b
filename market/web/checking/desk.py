"""What the accreditation desk sees: the queue, and everything about the checks of one provider."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from market.core.actor import Actor
from market.core.times import wall_day
from market.people.queries import account_names
from market.web.checking.own import law_of, outcome_words, tiers_in_words
from market.web.filters import full_date
from market.web.listing.register_words import register_words
from market.web.shown.checks import ARRANGEMENTS
from providers.accreditation.badge import Badge
from providers.accreditation.errors import NotYourOwnChecks
from providers.accreditation.queries import looks_at, rows_of
from providers.accreditation.schemes import dbs_words, evidence_kinds
from providers.accreditation.tables import EvidenceRow
from providers.applications import queries
from providers.applications.checked import Checked, checked
from providers.applications.rules import Item, QueueOrder, Stage, queue_key
from providers.applications.service import may_decide_on
from providers.arrangement.rules import needs_cqc_number
from providers.clearance import badge_for
from providers.documents.queries import documents_of, waiting_documents
from providers.documents.tables import ShownDocument
from providers.listings.queries import listings_of
from providers.listings.tables import Listing
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.queries import providers_of_authority
from providers.organisations.tables import Provider
from providers.references.queries import answered_and_waiting
from providers.references.rules import ReferenceState
from providers.references.tables import Reference
from providers.registrations.queries import newest_look
from providers.registrations.tables import RegisterLook

RISK_WORDS = {1: "Lower risk", 2: "Middle risk", 3: "Higher risk"}
RISK_TONES = {1: "plain", 2: "calm", 3: "wait"}


@dataclass(frozen=True)
class Queued:
    """One application in the queue. `is_own`: the officer who looks may not decide on it."""

    provider: Provider
    risk: int
    days: int
    papers: int
    is_own: bool
    again: bool

    @property
    def waited(self) -> str:
        """How long it has waited for the desk."""
        return "Sent today" if self.days == 0 else f"Waits {self.days} day{'' if self.days == 1 else 's'}"


@dataclass(frozen=True)
class Papers:
    """A provider with something new to look at outside an application: a renewal, an answer to a reference."""

    provider: Provider
    words: str
    is_own: bool


@dataclass(frozen=True)
class Queue:
    """What waits for the desk."""

    applications: tuple[Queued, ...]
    papers: tuple[Papers, ...]
    for_them: int


def queue(session: Session, officer: Actor, order: QueueOrder, now: datetime) -> Queue:
    """The queue of this officer's council."""
    providers = {row.id: row for row in providers_of_authority(session, officer.authority_id)}
    rows = queries.applications_of(session, list(providers))
    decisions = queries.decisions_on(session, [row.id for row in rows])
    stages = {row.provider_id: (row, queries.stage(row, decisions.get(row.id, []))) for row in rows}
    counts = _counts(session, list(providers))
    waiting = [row for row, stage in stages.values() if stage is Stage.WAITING]
    waiting.sort(key=lambda row: queue_key(order, row.risk, row.sent_at))
    queued = tuple(
        Queued(
            provider=providers[row.provider_id],
            risk=row.risk,
            days=(wall_day(now) - wall_day(row.sent_at)).days,
            papers=sum(counts.get(row.provider_id, (0, 0))),
            is_own=not may_decide_on(row, providers[row.provider_id], officer),
            again=row.sent_at != row.first_sent_at,
        )
        for row in waiting
    )
    known = {row.provider_id for row in waiting}
    papers = tuple(
        Papers(providers[provider_id], _papers_words(*count), officer.has_stake_in(provider_id))
        for provider_id, count in counts.items()
        if provider_id not in known
    )
    asked = sum(stage is Stage.MORE_ASKED for _, stage in stages.values())
    return Queue(queued, papers, asked)


def _counts(session: Session, provider_ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Papers and answers to look at, by provider, who has waited longest first."""
    counts: dict[str, tuple[int, int]] = {}
    for document in waiting_documents(session, provider_ids):
        papers, answers = counts.get(document.provider_id, (0, 0))
        counts[document.provider_id] = (papers + 1, answers)
    for answered in answered_and_waiting(session, provider_ids):
        papers, answers = counts.get(answered.provider_id, (0, 0))
        counts[answered.provider_id] = (papers, answers + 1)
    return counts


def _papers_words(papers: int, answers: int) -> str:
    words = []
    if papers:
        words.append(f"{papers} paper{'' if papers == 1 else 's'}")
    if answers:
        words.append(f"{answers} reference{'' if answers == 1 else 's'}")
    return " and ".join(words) + " to look at"


@dataclass(frozen=True)
class DeskItem:
    """One line of the checklist, with what was sent for it and what was written down."""

    item: Item
    waiting: tuple[ShownDocument, ...]
    seen: tuple[tuple[EvidenceRow, str], ...]


@dataclass(frozen=True)
class DeskProvider:
    """Everything about the checks of one provider."""

    owner: Provider
    stands: Checked
    facts: tuple[tuple[str, str], ...]
    needed: tuple[DeskItem, ...]
    wanted: tuple[DeskItem, ...]
    others: tuple[tuple[EvidenceRow, str, str], ...]
    references: tuple[tuple[Reference, ReferenceState], ...]
    listings: Sequence[Listing]
    dbs: tuple[tuple[str, str], ...]
    needs_register: bool
    look: RegisterLook | None
    register: str
    history: tuple[str, ...]
    badge: Badge
    waits: bool


def owner_for(session: Session, officer: Actor, provider_id: str) -> Provider | None:
    """A provider of this officer's council; None for any other. Raises `NotYourOwnChecks` for one they sign in for."""
    owner = provider_by_id(session, provider_id)
    if owner.authority_id is None or owner.authority_id != officer.authority_id:
        return None
    if officer.has_stake_in(owner.id):
        raise NotYourOwnChecks
    return owner


def desk_provider(session: Session, owner: Provider, officer: Actor, now: datetime) -> DeskProvider:
    """The page of one provider at the desk."""
    stands = checked(session, owner, now)
    rows, names = _evidence(session, owner)
    sent = [row for row in documents_of(session, owner.id) if row.settled_as is None]
    listed = {item.kind for item in stands.items}
    items = [
        DeskItem(
            item,
            tuple(row for row in sent if row.kind == item.kind),
            tuple((row, seen_words(row, names)) for row in rows if row.kind == item.kind),
        )
        for item in stands.items
    ]
    application = stands.application
    number = owner.cqc_number.strip()
    look = newest_look(session, owner.id, number) if number else None
    return DeskProvider(
        owner=owner,
        stands=stands,
        facts=_facts(owner, stands),
        needed=tuple(one for one in items if one.item.required),
        wanted=tuple(one for one in items if not one.item.required),
        others=tuple((row, label_of(row.kind), seen_words(row, names)) for row in rows if row.kind not in listed),
        references=tuple((row, row.asking.state(now)) for row in stands.references),
        listings=listings_of(session, owner.id),
        dbs=_dbs(stands),
        needs_register=needs_cqc_number(owner.arrangement, personal_care=stands.asked.personal_care),
        look=look,
        register=register_words(look),
        history=_history(session, stands),
        badge=badge_for(session, owner, tuple(stands.asked.tiers), wall_day(now)),
        waits=application is not None and stands.stage is Stage.WAITING and may_decide_on(application, owner, officer),
    )


def _evidence(session: Session, owner: Provider) -> tuple[Sequence[EvidenceRow], dict[str, str]]:
    rows = rows_of(session, owner.id)
    return rows, account_names(session, {row.seen_by for row in rows})


def seen_words(row: EvidenceRow, names: dict[str, str]) -> str:
    """What was written down, in a sentence: level, date, end, who saw it, whether it was withdrawn."""
    level = f"{row.level.capitalize()}{', with the barred list' if row.barred_list else ''}. " if row.level else ""
    dated = "Looked up on" if row.kind in evidence_kinds() and evidence_kinds()[row.kind].from_register else "Dated"
    ends = [day for day in (row.expires_on, row.trusted_until) if day]
    until = f", good until {full_date(min(ends))}" if ends else ""
    who = names.get(row.seen_by) or row.seen_for or "the product"
    had = "Could not be had. " if row.could_not_be_had else ""
    gone = f" Withdrawn on {full_date(row.withdrawn_on)}: {row.withdrawn_why}" if row.withdrawn_on else ""
    again = f" Update service last looked at on {full_date(row.update_service_on)}." if row.update_service_on else ""
    return f"{had}{level}{dated} {full_date(row.issued_on)}{until}. Written down by {who}.{again}{gone}"


def label_of(kind: str) -> str:
    """What a kind of evidence is called."""
    known = evidence_kinds().get(kind)
    return known.label if known else kind.replace("_", " ").capitalize()


def _facts(owner: Provider, stands: Checked) -> tuple[tuple[str, str], ...]:
    said = [
        ("How they work", ARRANGEMENTS[owner.arrangement]),
        ("Standing", owner.state.capitalize()),
        ("Checked for", "; ".join(tiers_in_words(sorted(stands.asked.tiers))) or "Nothing listed yet"),
        ("Risk", RISK_WORDS[stands.risk]),
        ("Code of conduct", f"Signed on {full_date(stands.signed_on)}" if stands.signed_on else "Not signed"),
    ]
    for label, value in (("CQC number", owner.cqc_number), ("Phone", owner.phone), ("E-mail", owner.email)):
        if value:
            said.append((label, value))
    return tuple(said)


def _dbs(stands: Checked) -> tuple[tuple[str, str], ...]:
    most = stands.most_dbs
    if most is None:
        return (("DBS check", "None may be asked for this alone."),)
    words = dbs_words()[(most.level, most.barred_list)]
    return (
        ("The most that may be asked", words.label),
        ("Why", most.why),
        ("The law", law_of(most.source)),
    )


def _history(session: Session, stands: Checked) -> tuple[str, ...]:
    names = account_names(session, {one.by for one in stands.decisions})
    lines = [
        (
            one.at,
            f"{full_date(one.at)}: {outcome_words(one.outcome)}, by {names.get(one.by, 'the desk')}. {one.why}".strip(),
        )
        for one in stands.decisions
    ]
    if stands.application is not None:
        lines.append((stands.application.first_sent_at, f"{full_date(stands.application.first_sent_at)}: sent."))
        if stands.application.sent_at != stands.application.first_sent_at:
            lines.append((stands.application.sent_at, f"{full_date(stands.application.sent_at)}: sent again."))
    return tuple(words for _, words in sorted(lines))


@dataclass(frozen=True)
class DeskEvidence:
    """One thing written down, with every look in the update service."""

    row: EvidenceRow
    owner: Provider
    label: str
    words: str
    looks: tuple[str, ...]
    stands: bool


def desk_evidence(session: Session, row: EvidenceRow, owner: Provider, now: datetime) -> DeskEvidence:
    """The page of one piece of evidence."""
    looks = [look for look in looks_at(session, owner.id) if look.evidence_id == row.id]
    names = account_names(session, {row.seen_by, *(look.by for look in looks)})
    return DeskEvidence(
        row=row,
        owner=owner,
        label=label_of(row.kind),
        words=seen_words(row, names),
        looks=tuple(
            f"{full_date(look.on)}: {'still current' if look.is_current else 'no longer current'}, "
            f"by {names.get(look.by, 'the desk')}."
            for look in looks
        ),
        stands=row.withdrawn_on is None,
    )
