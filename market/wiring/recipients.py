"""Who a piece of news is for, and writing one message to each, once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from bot import seen as bot_seen
from bot.messages import Reply
from market.bookings import queries
from market.bookings.tables import Booking, Visit
from market.core.actor import Role
from market.core.errors import NotFound
from market.core.jobs import Payload
from market.core.tables import EventRow
from market.messages.service import Recipient, from_reply, tell
from market.people.access import accounts_of_person, accounts_of_provider, staff_accounts, supporters_who_may
from market.people.rules import Scope
from market.people.tables import Account, Authority
from market.wiring import seen
from providers.organisations.queries import provider as provider_by_id


class SaidOfAVisit(Protocol):
    """Words about a visit, said one way to the customer and another to those who watch over them."""

    def __call__(self, visit: bot_seen.Visit, now: datetime, *, to_customer: bool) -> Reply: ...


@dataclass(frozen=True)
class Telling:
    """One event being told. Each message has a key made of the event and the reader, so a repeat writes none twice."""

    session: Session
    payload: Payload
    now: datetime

    @property
    def event(self) -> EventRow:
        """What happened. Raises `NotFound`."""
        event = self.session.get(EventRow, self.payload["event_id"])
        if event is None:
            raise NotFound
        return event

    @property
    def booking(self) -> Booking:
        """The booking it happened to."""
        return queries.booking(self.session, self.event.subject)

    @property
    def visit(self) -> Visit:
        """The visit it happened to."""
        return queries.visit(self.session, self.event.subject)

    def to_accounts(self, account_ids: Iterable[str], kind: str, reply: Reply, about: str) -> None:
        """One message to each account."""
        for account_id in dict.fromkeys(account_ids):
            message = from_reply(kind, reply, about=about)
            key = f"{self.event.id}:{kind}:{account_id}"
            tell(self.session, to=Recipient(account_id=account_id), message=message, key=key, at=self.now)

    def to_provider(self, provider_id: str, kind: str, reply: Reply, about: str) -> None:
        """To everybody who signs in for a provider."""
        accounts = accounts_of_provider(self.session, provider_id)
        self.to_accounts([account.id for account in accounts], kind, reply, about)

    def circle(self, person_id: str, scope: Scope = Scope.SEE_VISITS) -> Iterator[tuple[list[str], bool]]:
        """The person's own accounts, and then those of whoever may know or act: `True` marks the person."""
        own = [account.id for account in accounts_of_person(self.session, person_id)]
        others = [account.id for account in supporters_who_may(self.session, person_id, scope, self.now)]
        yield own, True
        yield [account_id for account_id in others if account_id not in own], False

    def to_circle(
        self, person_id: str, kind: str, reply: Reply, about: str, *, scope: Scope = Scope.SEE_VISITS, also: str = ""
    ) -> None:
        """The same words to the person and to whoever may know, and to who asked."""
        accounts = [account_id for some, _ in self.circle(person_id, scope) for account_id in some]
        self.to_accounts([*accounts, also] if also else accounts, kind, reply, about)

    def to_circle_by_voice(self, visit: Visit, kind: str, say: SaidOfAVisit) -> None:
        """News of a visit, said to the customer as "you" and to others by name."""
        words = seen.visit(self.session, visit)
        for accounts, is_customer in self.circle(visit.person_id):
            self.to_accounts(accounts, kind, say(words, self.now, to_customer=is_customer), visit.id)

    def to_officers(self, authority_id: str, kind: str, reply: Reply, *roles: Role) -> None:
        """To staff of one council in these roles, at their own addresses."""
        accounts = staff_accounts(self.session, authority_id, roles, self.now)
        self.to_accounts([account.id for account in accounts], kind, reply, self.event.subject)

    def to_desk(
        self,
        authority: Authority | None,
        kind: str,
        reply: Reply,
        *,
        roles: Collection[Role] = (Role.OUT_OF_HOURS,),
    ) -> None:
        """To every member of staff in these roles; with no authority, to those of all; and to the desk's own address."""
        accounts: Sequence[Account] = staff_accounts(self.session, authority.id if authority else None, roles, self.now)
        self.to_accounts([account.id for account in accounts], kind, reply, self.event.subject)
        if authority and authority.out_of_hours_email:
            to = Recipient(name=authority.name, email=authority.out_of_hours_email, phone=authority.out_of_hours_phone)
            message = from_reply(kind, reply, about=self.event.subject)
            tell(self.session, to=to, message=message, key=f"{self.event.id}:{kind}:desk", at=self.now)


def provider_name(session: Session, booking: Booking) -> str:
    """What the provider of a booking is called."""
    return provider_by_id(session, booking.provider_id).name


def provider_account(session: Session, provider_id: str) -> str | None:
    """The account that signs in for a provider; None where nobody does."""
    accounts = accounts_of_provider(session, provider_id)
    return accounts[0].id if accounts else None


def authority_of(session: Session, person_id: str) -> Authority | None:
    """The council a person belongs to; None for somebody who has none."""
    whose = seen.person(session, person_id)
    return session.get(Authority, whose.authority_id) if whose.authority_id else None
