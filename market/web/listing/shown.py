"""A provider's own listing as its page shows it: what stands, what waits, what happened, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from market.core.actor import Actor
from market.core.money import pounds
from market.core.times import wall_day
from market.people.queries import account_names
from market.search.room import RoomLeft, room_of
from market.web.filters import full_date
from market.web.listing.questions import ORGANISATIONS, QUESTIONS, Question, next_question, questions_for
from market.web.listing.words import part_words
from providers.accreditation.badge import Badge
from providers.changes.parts import read_part
from providers.changes.queries import changes_of, changes_that_wait
from providers.changes.rules import Part
from providers.clearance import badge_of
from providers.listings.low_pay import low_pay_of
from providers.listings.queries import decisions_on
from providers.listings.rules import ListingState, is_due_a_question, state_now
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.wages.errors import BelowMinimumWage

_UP = (ListingState.LIVE, ListingState.STALE, ListingState.PAUSED)
_PAGE_STATES = {ListingState.LIVE: "published", ListingState.REMOVED: "cancelled", ListingState.EXPIRED: "lapsed"}
STATE_WORDS = {
    ListingState.DRAFT: "Back with you",
    ListingState.SUBMITTED: "Sent for checking",
    ListingState.APPROVED: "Approved",
    ListingState.LIVE: "On show",
    ListingState.PAUSED: "Taking a break",
    ListingState.STALE: "Not confirmed for a year, so out of search",
    ListingState.SUSPENDED: "Taken off for now",
    ListingState.EXPIRED: "Its last day has gone",
    ListingState.REMOVED: "Taken down for good",
}


@dataclass(frozen=True)
class SaidPart:
    """One part as it stands, with the page that changes it, or the pages: `also` are the name and label of each other one that
    asks about the same part. `waiting` is what waits for the desk instead."""

    label: str
    lines: tuple[str, ...]
    question: str
    waiting: tuple[str, ...] = ()
    why: str = ""
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class OwnListing:
    """One listing as its provider sees it. `state` is a word the page's tags know."""

    row: Listing
    owner: Provider
    title: str
    state: str
    parts: tuple[SaidPart, ...]
    waits: bool
    refused_why: str
    badge: Badge
    room: RoomLeft | None
    history: tuple[str, ...]
    why: str
    next_question: str
    answered: int
    questions: int
    asks_still_right: bool
    low_pay: str
    may_offer_again: bool
    is_draft: bool
    may_change: bool
    may_confirm: bool
    may_pause: bool
    may_resume: bool
    may_remove: bool


def low_pay_words(low: BelowMinimumWage | None, today: date) -> str:
    """A price that is, or is going to be, under the minimum wage: from when, the figure, its source."""
    if low is None:
        return ""
    since = f"From {full_date(low.on)}" if low.on > today else "Now"
    return (
        f"{since} the minimum wage is {pounds(low.least_pence)} an hour, and a price comes to {pounds(low.pence_per_hour)}. "
        f"Nobody can ask for visits at less than the wage of their day. Source: {low.source.rstrip('.')}."
    )


def asked_of(row: Listing, owner: Provider) -> tuple[Question, ...]:
    """The questions that matter for this listing."""
    return questions_for(owner.arrangement, row.where, personal_care=row.includes_personal_care)


def own_listing(session: Session, actor: Actor, row: Listing, owner: Provider, now: datetime) -> OwnListing:
    """One listing, with what may be done with it now."""
    state = state_now(row.state, checked_at=row.checked_at, expires_on=row.expires_on, now=now)
    decisions = decisions_on(session, row.id)
    questions = asked_of(row, owner)
    waiting = {one.part: one for one in changes_that_wait(session, row.id)}
    latest = [one for one in changes_of(session, row.id) if one.accepted is False][:1]
    up = state in _UP
    return OwnListing(
        row=row,
        owner=owner,
        title=row.title or "Your new listing",
        state=_PAGE_STATES.get(state, state),
        parts=said_parts(session, row, owner, questions),
        waits=bool(waiting),
        refused_why=latest[0].why if latest and not waiting and up else "",
        badge=badge_of(session, row.id, wall_day(now)),
        room=room_of(session, [row.id], now).get(row.id) if up else None,
        history=tuple(_history(session, actor, row)),
        why=decisions[-1].why if decisions and decisions[-1].became is row.state else "",
        next_question=next_question(questions, row.answered),
        answered=sum(question.name in row.answered for question in questions),
        questions=len(questions),
        asks_still_right=up and is_due_a_question(row.checked_at, now),
        low_pay=low_pay_words(low_pay_of(session, row, owner, wall_day(now)), wall_day(now)) if up else "",
        may_offer_again=row.state is ListingState.EXPIRED,
        is_draft=state is ListingState.DRAFT,
        may_change=up or state in (ListingState.DRAFT, ListingState.SUBMITTED, ListingState.APPROVED),
        may_confirm=up,
        may_pause=state in (ListingState.LIVE, ListingState.STALE),
        may_resume=state is ListingState.PAUSED,
        may_remove=state is not ListingState.REMOVED,
    )


def said_parts(session: Session, row: Listing, owner: Provider, questions: Sequence[Question]) -> tuple[SaidPart, ...]:
    """Each part once, in the order of the questions, with its first question as the page that changes it."""
    waiting = {one.part: one for one in changes_that_wait(session, row.id)}
    first: dict[Part, Question] = {}
    for question in questions:
        first.setdefault(question.part, question)
    found = []
    for part, question in first.items():
        lines = tuple(part_words(part, read_part(session, part, row, owner)))
        change = waiting.get(part)
        more = [one for one in questions if one.part is part and one is not question]
        label = question.label if not more or part is Part.ARRANGEMENT else _JOINED.get(part, question.label)
        found.append(
            SaidPart(
                label,
                lines,
                question.name,
                tuple(part_words(part, change.becomes)) if change else (),
                change.weighed if change else "",
                tuple((one.name, one.label) for one in more),
            )
        )
    return tuple(found)


_JOINED = {Part.WHERE: "Where", Part.KINDS: "What you do"}


def is_many(owner: Provider) -> bool:
    """Whether an organisation is spoken to, and not one person."""
    return owner.arrangement in ORGANISATIONS


def _history(session: Session, actor: Actor, row: Listing) -> list[str]:
    """What happened, newest first: who, when, and why."""
    decisions, changes = decisions_on(session, row.id), changes_of(session, row.id)
    names = account_names(
        session, {one.by for one in decisions} | {one.by for one in changes} | {one.decided_by for one in changes}
    )

    def who(by: str) -> str:
        if by == actor.account_id:
            return "you"
        return names.get(by, "Alongside, by its rules")

    lines = [
        (one.at, f"{STATE_WORDS[one.became]}. By {who(one.by)}." + (f" {one.why}" if one.why else ""))
        for one in decisions
    ]
    for change in changes:
        label = next(q.label for q in QUESTIONS.values() if q.part is change.part).lower()
        if change.accepted and not change.decided_at:
            lines.append((change.at, f"Changed: {label}. By {who(change.by)}."))
        elif change.accepted is not None and change.decided_at:
            said = "Agreed to" if change.accepted else "Not agreed to"
            lines.append((change.decided_at, f"{said}: {label}. By {who(change.decided_by)}. {change.why}".strip()))
    return [f"{full_date(at)}: {words}" for at, words in sorted(lines, key=lambda one: one[0], reverse=True)][:12]
