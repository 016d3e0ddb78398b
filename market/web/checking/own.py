"""A provider's own checks, ready to be shown: what is needed, what stands, what waits. No words of a reference are here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from market.core.times import wall_day
from market.web.filters import full_date
from providers.accreditation.schemes import conduct_words, dbs_words, evidence_kinds, schemes
from providers.applications.checked import Checked, checked
from providers.applications.rules import Item, ItemState, Outcome, Stage
from providers.documents.queries import documents_of
from providers.documents.rules import Settled
from providers.documents.tables import ShownDocument
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.tables import Provider
from providers.references.rules import OPEN, ReferenceState

LAW_NOTE = "To be confirmed by a lawyer."
_SAID = {
    ItemState.STANDS: "Seen",
    ItemState.EXPIRING: "Runs out soon",
    ItemState.LAPSED: "Out of date",
    ItemState.TO_LOOK_AT: "You sent something. The desk looks at it next",
    ItemState.ASKED: "We have asked, and wait for an answer",
    ItemState.MISSING: "Still to show",
}


@dataclass(frozen=True)
class OwnItem:
    """One line: what it is, how it stands in words, why it is asked, where to go."""

    item: Item
    words: str
    href: str

    @property
    def label(self) -> str:
        """As said to the one it is about."""
        return "Who you are" if self.item.kind == "identity" else self.item.label

    @property
    def why(self) -> str:
        return "For: " + ", ".join(self.item.for_tiers) if self.item.for_tiers else ""


@dataclass(frozen=True)
class OwnReference:
    """One referee as the provider sees them: a name and a state, never an answer."""

    id: str
    name: str
    state: ReferenceState
    asked_on: date
    may_take_back: bool


@dataclass(frozen=True)
class OwnChecks:
    """The whole page."""

    owner: Provider
    stands: Checked
    needed: tuple[OwnItem, ...]
    wanted: tuple[OwnItem, ...]
    references: tuple[OwnReference, ...]
    said: str
    why: str
    may_send: bool

    @property
    def stage(self) -> Stage:
        return self.stands.stage

    @property
    def to_do(self) -> tuple[str, ...]:
        """What stands between the provider and sending, in words."""
        return self.stands.to_show + (("The code of conduct, signed",) if self.stands.unsigned else ())

    @property
    def done(self) -> int:
        """How many of the needed things stand or are with the desk."""
        return len(self.needed) - len(self.stands.to_show)


def own_checks(session: Session, provider_id: str, now: datetime) -> OwnChecks:
    """Everything about the checks of the provider who looks."""
    owner = provider_by_id(session, provider_id)
    stands = checked(session, owner, now)
    items = [_own_item(item) for item in stands.items]
    last = stands.decisions[-1] if stands.decisions else None
    open_to_send = stands.stage in (Stage.NOT_SENT, Stage.MORE_ASKED, Stage.LISTED, Stage.REFUSED)
    return OwnChecks(
        owner=owner,
        stands=stands,
        needed=tuple(one for one in items if one.item.required),
        wanted=tuple(one for one in items if not one.item.required),
        references=_references(stands, now),
        said=_said(stands),
        why=last.why if last and stands.stage.value == last.outcome.value else "",
        may_send=bool(stands.asked.tiers) and (open_to_send or _has_news(stands)),
    )


def _has_news(stands: Checked) -> bool:
    """Somebody approved who now lists something that was not looked at before may ask again."""
    known = set(stands.application.tiers) if stands.application else stands.asked.tiers
    return stands.stage is Stage.APPROVED and not stands.asked.tiers <= known


def _own_item(item: Item) -> OwnItem:
    until = f", good until {full_date(item.last_day)}" if item.last_day and item.state is not ItemState.LAPSED else ""
    over = f" since {full_date(item.last_day)}" if item.last_day and item.state is ItemState.LAPSED else ""
    short = ". What we saw does not reach far enough for this" if item.falls_short else ""
    href = "/checks/references" if item.kind == "references" else f"/checks/{item.kind}"
    return OwnItem(item, f"{_SAID[item.state]}{until}{over}{short}.", href)


def _references(stands: Checked, now: datetime) -> tuple[OwnReference, ...]:
    found = []
    for row in stands.references:
        state = row.asking.state(now)
        found.append(OwnReference(row.id, row.name, state, wall_day(row.asked_at), state in OPEN))
    return tuple(found)


def _said(stands: Checked) -> str:
    """Where the application stands, in a sentence."""
    sent = full_date(stands.application.sent_at) if stands.application else ""
    return {
        Stage.NOT_SENT: "Show us what is needed, then send it to be checked.",
        Stage.WAITING: f"You sent it on {sent}. The desk looks at it, and writes to you.",
        Stage.MORE_ASKED: "The desk has looked, and needs a little more.",
        Stage.APPROVED: "You are approved. Keep an eye on what runs out.",
        Stage.LISTED: "You are listed. Show the rest to be approved.",
        Stage.REFUSED: "The answer was no. You can put things right and send it again.",
    }[stands.stage]


@dataclass(frozen=True)
class OwnKind:
    """The page about one kind of evidence: how to show it, why it may be asked, what was sent."""

    kind: str
    label: str
    about: str
    item: OwnItem | None
    dbs: tuple[tuple[str, str], ...]
    sent: tuple[tuple[ShownDocument, str], ...]


def own_kind(session: Session, own: OwnChecks, kind: str) -> OwnKind | None:
    """None for a kind that no scheme knows."""
    known = evidence_kinds().get(kind)
    if known is None:
        return None
    mine = (*own.needed, *own.wanted)
    item = next((one for one in mine if one.item.kind == kind), None)
    sent = tuple((row, _settled(row)) for row in documents_of(session, own.owner.id) if row.kind == kind)
    return OwnKind(kind, item.label if item else known.label, known.how_to_show, item, _dbs(item), sent)


def _settled(row: ShownDocument) -> str:
    if row.settled_as is Settled.NOT_ENOUGH:
        return f"Not enough: {row.settled_why}"
    return {
        None: "Waits for the desk.",
        Settled.SEEN: "Looked at, and written down.",
        Settled.TAKEN_BACK: "Taken back.",
        Settled.NOT_NEEDED: "Not needed any more.",
    }[row.settled_as]


def _dbs(item: OwnItem | None) -> tuple[tuple[str, str], ...]:
    """The level that may lawfully be asked for, what it shows, and why no more."""
    if item is None or item.item.dbs is None:
        return ()
    ask = item.item.dbs
    words = dbs_words()[(ask.level, ask.barred_list)]
    return (
        ("Which check", words.label),
        ("What it shows", f"{words.shows}."),
        ("Why this one", f"{ask.why}. We may not ask for more."),
        ("The law", law_of(ask.source)),
    )


def law_of(source: str) -> str:
    """The Acts and guidance a rule rests on, without the names of our own papers, and that a lawyer has yet to look."""
    named = [part.strip() for part in source.split(";") if not part.strip().startswith("FIELD.md")]
    return f"{'; '.join(named)}. {LAW_NOTE}" if named else LAW_NOTE


def conduct_to_sign(stands: Checked) -> tuple[str, tuple[str, ...]]:
    """The code that waits for a signature, or the one that was signed: its name and its sentences."""
    chosen = (stands.unsigned or stands.conducts or ("",))[0]
    return chosen, conduct_words(chosen)


def tiers_in_words(tiers: Sequence[str]) -> tuple[str, ...]:
    """What somebody is checked for, as people say it."""
    return tuple(schemes()[tier].label for tier in sorted(tiers) if tier in schemes())


def outcome_words(outcome: Outcome) -> str:
    """A decision in one word or two."""
    return {
        Outcome.APPROVED: "Approved",
        Outcome.LISTED: "Listed",
        Outcome.MORE_ASKED: "More asked",
        Outcome.REFUSED: "Not taken on",
    }[outcome]
