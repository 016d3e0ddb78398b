"""Somebody at a terminal in a very small county, over the real desk, services and worker."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.understanding.reading import Roster
from bot.understood import Plainly
from market.bookings.handlers import HANDLERS as BOOKING_JOBS
from market.chat.handlers import handlers as chat_jobs
from market.chat.terminal import Terminal, sit_down
from market.chat.turns import ChatServices
from market.core.clock import Clock, StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.settings import Settings
from market.payments.handlers import handlers as money_jobs
from market.search.live import LiveIndex
from market.wiring import HANDLERS as REACTIONS
from market.wiring import connect
from tests.factories import county as make
from tests.factories.county import SmallCounty
from tests.fakes.scripted_understanding import ScriptedUnderstanding

Came = dict[str, Any]


@dataclass
class Scripted:
    """The scripted understanding, with a roster it has no use for but keeps, to be looked at."""

    meanings: dict[str, Plainly] = field(default_factory=dict)
    rosters: list[Roster] = field(default_factory=list)

    def __call__(
        self, text: str, *, role: str, now: datetime, roster: Roster | None = None, alarm: object = None
    ) -> Plainly:
        if roster is not None:
            self.rosters.append(roster)
        return ScriptedUnderstanding(self.meanings)(text, role=role, now=now)


@dataclass
class Here:
    """The county, its clock, and terminals for the people in it."""

    database: Database
    clock: StandingClock
    county: SmallCounty
    settings: Settings = field(default_factory=lambda: Settings(public_address="https://alongside.example"))
    understand: Scripted = field(default_factory=Scripted)

    @property
    def services(self) -> ChatServices:
        return ChatServices(self.settings, LiveIndex(), self.understand)

    def worker(self, database: Database, clock: Clock) -> Worker:
        connect()
        money = money_jobs(self.services.settings)
        return Worker(database, clock, {**BOOKING_JOBS, **REACTIONS, **money, **chat_jobs(self.services)})

    def terminal(self, who: str, *, locked: bool = False) -> Terminal:
        return sit_down(self.database, self.clock, self.worker, self.services, who=who, locked=locked)

    def means(self, text: str, intent: str, slots: Mapping[str, object] | None = None) -> None:
        self.understand.meanings[text] = Plainly(intent, dict(slots or {}))


def in_the_county(database: Database, clock: StandingClock) -> Here:
    with database.write() as session:
        county = make.small_county(session, clock.now())
        _add_contacts(session, county, clock.now())
    return Here(database, clock, county)


def _add_contacts(session: Session, county: SmallCounty, now: datetime) -> None:
    from market.core.actor import Role

    doreen = make.actor(session, Role.BACKUP_CONTACT, "Doreen Hext", now)
    make.contact(session, county.walter, 1, "Doreen Hext", now, account_id=doreen.account_id)
    make.contact(session, county.walter, 2, "Sid Pook", now)
    make.actor(session, Role.CUSTOMER_DIRECT_PAYMENT, "Walter Pym", now, person_id=county.walter.id)
    make.actor(session, Role.OUT_OF_HOURS, "Olga Desk", now, authority_id=county.council.id)


def texts(came: Came) -> str:
    """Everything said in answer to one line."""
    return "\n".join(reply["text"] for reply in came["replies"])


def pushed(came: Came) -> str:
    """Everything that arrived by itself after one line."""
    return "\n".join(reply["text"] for reply in came["pushed"])


def labels(came: Came) -> list[str]:
    """The buttons under the last reply."""
    return [button["label"] for button in came["replies"][-1]["buttons"]] if came["replies"] else []


def names(came: Came) -> list[str]:
    """The events of one line."""
    return [event["name"] for event in came["events"]]
