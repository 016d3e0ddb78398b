"""What every part of the desk stands on: one session, one actor, one conversation, one moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlmodel import Session

from bot.desk import DeskRefusal
from market.chat.desk.refusals import as_desk_refusal
from market.chat.rules import is_locked
from market.chat.tables import Conversation, DeskAct
from market.core.actor import Actor, System, Visitor
from market.core.audit import note_read
from market.core.errors import NotAllowed, Refusal
from market.core.settings import Settings
from market.people.tables import Account, Authority, Person
from market.search.live import LiveIndex

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Services:
    """Long-lived things a desk uses: settings for addresses, and the live search."""

    settings: Settings
    search: LiveIndex


class Within:
    """The standing of one desk."""

    def __init__(
        self,
        session: Session,
        *,
        actor: Actor | Visitor,
        conversation: Conversation,
        now: datetime,
        services: Services,
    ) -> None:
        self.session = session
        self.actor = actor
        self.conversation = conversation
        self.now = now
        self.services = services

    @property
    def someone(self) -> Actor:
        """The actor, for what only somebody known may do."""
        if isinstance(self.actor, Visitor):
            raise DeskRefusal("not_allowed", "Please link this chat to your page first. Type “link” to begin.")
        return self.actor

    @property
    def speaker(self) -> Actor | System:
        """Who to write down as having said it, known or not."""
        return System("chat") if isinstance(self.actor, Visitor) else self.actor

    def want_unlocked(self) -> None:
        """Stop at private things on a phone that may be shared or lost."""
        if self.locked:
            raise DeskRefusal("locked", "That is private. Please type your PIN, or a code from your signed-in page.")

    @property
    def account(self) -> Account | None:
        """The account that talks here; None for a visitor."""
        return self.session.get(Account, self.actor.account_id) if isinstance(self.actor, Actor) else None

    @property
    def locked(self) -> bool:
        """Whether private things want a PIN or a code here, now."""
        account, here = self.account, self.conversation
        asks_nothing = account is not None and account.pin_off
        return is_locked(here.locked, here.unlocked_until, self.now, asks_nothing=asks_nothing)

    def authority_of(self, person_id: str | None) -> Authority | None:
        """The authority a person belongs to, else the actor's own."""
        person = self.session.get(Person, person_id) if person_id else None
        authority_id = person.authority_id if person else getattr(self.actor, "authority_id", None)
        return self.session.get(Authority, authority_id) if authority_id else None

    def done_before(self, verb: str, key: str) -> str | None:
        """What came of this verb under this key, if it was done before."""
        act = self.session.get(DeskAct, f"{verb}:{key}")
        return act.answer if act else None

    def note_done(self, verb: str, key: str, answer: str = "") -> None:
        """Write down that this verb was done under this key."""
        self.session.add(DeskAct(key=f"{verb}:{key}", verb=verb, answer=answer, at=self.now))
        self.session.flush()


class Standing(Protocol):
    """A part of the desk, as `asked` sees it."""

    session: Session
    actor: Actor | Visitor
    now: datetime


S = TypeVar("S", bound=Standing)


def asked(verb: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """A verb of the desk: what it refuses is said in words, and a refused verb has changed nothing."""

    @wraps(verb)
    def safely(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with self.session.begin_nested():
                return verb(self, *args, **kwargs)
        except Refusal as refusal:
            _note_denial(self, verb.__name__, refusal)
            raise as_desk_refusal(refusal, self.now) from refusal

    return safely


def _note_denial(desk: Standing, verb: str, refusal: Refusal) -> None:
    """A denial is written down again: the first note went with what was undone."""
    if isinstance(refusal, NotAllowed) and isinstance(desk.actor, Actor):
        note_read(desk.session, desk.actor, f"chat:{verb}:refused", verb, at=desk.now, person_id=None)


SOON = timedelta(minutes=10)
"""When somebody who asked for help should hear from a human."""
