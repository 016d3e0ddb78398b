"""The world of the transcripts, in rows: Arthur in Exeter, Jo his daughter, Kath next door, Donna and others, over the real services.

What the scripted desk makes up (`tests.fakes.scripted_desk`) stands here in the real tables, as near as the real rules allow, so that
the same conversations can be held with the real desk.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.messages import Incoming
from bot.phrases.saying import LONDON
from bot.understood import Plainly
from market.bookings import answering, asking, visiting
from market.bookings.cascade.answers import settle_by_desk
from market.bookings.cascade.tables import Cascade
from market.bookings.moving.rules import NewTime
from market.bookings.moving.service import ask_to_move
from market.bookings.rules import Wish
from market.bookings.tables import Booking, Visit
from market.chat.linking import make_code
from market.chat.tables import Conversation
from market.chat.terminal import Terminal
from market.chat.turns import take_turn
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.people.tables import Person
from providers.listings.rules import Where
from providers.listings.tables import Listing
from tests.chat.county import Came, Here
from tests.factories import county as make
from tests.fakes.scripted_understanding import ScriptedUnderstanding

BEFORE = datetime(2026, 11, 16, 9, tzinfo=LONDON)
WHO = {
    "supporter": "supporter:Jo", "supporter-of-two": "supporter:Jo", "customer": "customer-direct-payment:Arthur",
    "provider": "pa:Donna", "broker": "broker:Bea", "backup-contact": "backup-contact:Kath", "visitor": "visitor",
}  # fmt: skip


DONNAS = ["companionship", "shopping", "sport_outdoors", "gardening"]


@dataclass
class Exeter:
    """Who is there. Actors are as the services take them."""

    arthur: str
    jo: Actor
    kath: Actor
    donna: Actor
    kev: Actor
    officer: Actor
    listings: dict[str, str]
    others: dict[str, str]


def in_exeter(database: Database, clock: StandingClock) -> Exeter:
    """Fill an empty database, a week before the transcripts begin."""
    clock.set(BEFORE)
    with database.write() as session:
        exeter = _people(session, BEFORE)
    clock.set(BEFORE + timedelta(hours=1))
    agreed(database, exeter, exeter.donna, "donna", [date(2026, 11, d) for d in (23, 24)], 9, clock.now())
    agreed(database, exeter, exeter.donna, "donna", [date(2026, 11, 26)], 11, clock.now())
    pauline = _pauline(database, clock.now(), exeter)
    agreed(database, exeter, pauline, "pauline", [date(2026, 11, 26)], 18, clock.now())
    clock.set(datetime(2026, 11, 22, 18, tzinfo=LONDON))
    requested(
        database,
        exeter,
        "elsie",
        "donna",
        [date(2026, 11, 27), date(2026, 12, 4)],
        9,
        clock.now(),
        "She has a small dog.",
    )
    requested(database, exeter, "stan", "donna", [date(2026, 11, 28)], 14, clock.now())
    return exeter


def _people(session: Session, now: datetime) -> Exeter:
    council = make.authority(session, "Exeter demo council")
    arthur = _person(session, "Arthur Westcott", now, council, "EX4 4QJ")
    make.pot(session, arthur, 124_050 + 7_200, now)
    make.actor(session, Role.CUSTOMER_DIRECT_PAYMENT, "Arthur Westcott", now, person_id=arthur.id)
    jo = make.actor(session, Role.SUPPORTER, "Jo Westcott", now)
    make.consent(session, arthur, jo, now)
    kath = make.actor(session, Role.BACKUP_CONTACT, "Kath Hext", now)
    make.contact(session, arthur, 1, "Kath Hext", now, account_id=kath.account_id)
    make.contact(session, arthur, 2, "Sid Pook", now)
    listings = {}
    actors = {}
    for key, name, title, pence, kinds in (
        ("donna", "Donna Marsh", "Walks and company, to the shops or the allotment", 1800, DONNAS),
        ("kev", "Kev Penhale", "Help round the house", 2150, ["cleaning", "handyperson"]),
        ("sunita", "Sunita Rao", "Personal care", 1950, ["companionship"]),
        ("allot", "Exwick Growers", "Allotment friends", 0, ["social_groups"]),
    ):
        owner = make.provider(session, name, now)
        where = {"where": Where.PHONE_ONLINE} if key == "allot" else {}
        listings[key] = make.listing(session, owner, now, pence=pence, title=title, kinds=kinds, **where).id
        if key in ("donna", "kev"):
            actors[key] = make.actor(session, Role.PA, name, now, provider_id=owner.id)
    others = {}
    for key, name in (("elsie", "Elsie Kerr"), ("stan", "Stan Ford")):
        person = _person(session, name, now, council, "EX4 6PX")
        make.pot(session, person, 200_000, now)
        make.consent(session, person, jo_of := make.actor(session, Role.SUPPORTER, f"{name} junior", now), now)
        others[key], others[f"{key}:by"] = person.id, jo_of.account_id
    officer = make.actor(session, Role.OUT_OF_HOURS, "Olga Desk", now, authority_id=council.id)
    bea = make.actor(session, Role.BROKER, "Bea Lake", now, authority_id=council.id)
    for name in ("Edna Hall", "Peter Okafor"):
        _person(session, name, now, council, "EX1 1AA", broker_account_id=bea.account_id)
    return Exeter(arthur.id, jo, kath, actors["donna"], actors["kev"], officer, listings, others)


def _person(session: Session, name: str, now: datetime, council: Any, postcode: str, **facts: Any) -> Person:
    row = make.person(session, name, now, council, **facts)
    row.postcode = postcode
    session.add(row)
    session.flush()
    return row


def _pauline(database: Database, now: datetime, exeter: Exeter) -> Actor:
    with database.write() as session:
        owner = make.provider(session, "Pauline Reed", now)
        exeter.listings["pauline"] = make.listing(session, owner, now, pence=1800, title="Company", kinds=["meals"]).id
        return make.actor(session, Role.PA, "Pauline Reed", now, provider_id=owner.id)


def requested(
    database: Database, exeter: Exeter, whom: str, by: str, days: list[date], hour: int, now: datetime, note: str = ""
) -> str:
    """A request to a provider: for Arthur asked by Jo, for the others by their own."""
    person_id = exeter.arthur if whom == "arthur" else exeter.others[whom]
    asker = exeter.jo if whom == "arthur" else Actor(exeter.others[f"{whom}:by"], whom, Role.SUPPORTER)
    wish = Wish(
        first=days[0], start=time(hour), end=time(hour + 1), weekdays=(), until=None, every_weeks=1, dates=tuple(days)
    )
    wanted = asking.Wanted(exeter.listings[by], wish, note=note)
    with database.write() as session:
        price = asking.quote_run(session, asker, person_id, wanted, now=now).total
        key = f"{whom}:{by}:{days[0]}:{now.isoformat()}"
        return asking.ask_for(
            session, asker, person_id, wanted, seen_pence=price, leave_out_taken=False, key=key, now=now
        ).id


def agreed(
    database: Database,
    exeter: Exeter,
    provider: Actor,
    by: str,
    days: list[date],
    hour: int,
    now: datetime,
    whom: str = "arthur",
) -> None:
    """A booking that was asked for and accepted."""
    booking_id = requested(database, exeter, whom, by, days, hour, now)
    with database.write() as session:
        answering.accept(session, provider, booking_id, now=now)


@dataclass
class RealTalk:
    """One transcript's conversation with the real desk. `deeds` are the events that what was said has caused."""

    here: Here
    exeter: Exeter
    terminal: Terminal
    deeds: list[str] = field(default_factory=list)
    before_yes: Callable[[], None] | None = None
    code: str = ""

    def say(self, line: str) -> Came:
        if line.startswith(("[Yes", "yes")) and self.before_yes is not None:
            before, self.before_yes = self.before_yes, None
            before()
        if line in ("k7q-2m9", "4821"):
            line = self._code()
        if line in ("[a voice note]", "[a picture]"):
            return self._send_kind("voice" if "voice" in line else "picture")
        came = self.terminal.take(line)
        self.deeds += [event["name"] for event in came["events"]]
        return came

    def _send_kind(self, kind: Any) -> Came:
        self.terminal.lines += 1
        incoming = Incoming(f"line_{self.terminal.lines}", self.terminal.conversation, kind=kind)
        with self.here.database.write() as session:
            turn = take_turn(session, self.here.services, incoming, self.here.clock.now())
        self.terminal.shown += turn.replies
        buttons = [[{"label": b.label, "means": b.means} for b in reply.buttons] for reply in turn.replies]
        return {
            "replies": [{"text": r.text, "buttons": b} for r, b in zip(turn.replies, buttons, strict=True)],
            "pushed": [],
        }

    def _code(self) -> str:
        with self.here.database.write() as session:
            grant = self.exeter.jo
            return make_code(session, grant.account_id, grant_id=None, now=self.here.clock.now())

    def arrive(self, what: str) -> Came:
        """Something happens elsewhere, and what comes of it arrives in this chat."""
        HAPPENINGS[what](self)
        self.terminal.worker.run_due()
        arrived = self.terminal._pushed()
        self.terminal.shown += arrived
        return {"replies": [], "pushed": [self.terminal._as_json(reply) for reply in arrived]}


def opened(here: Here, exeter: Exeter, who: str, *, locked: bool) -> RealTalk:
    if who == "supporter-of-two":
        with here.database.write() as session:
            edna = session.exec(select(Person).where(Person.name == "Edna Hall")).one()
            make.consent(session, edna, exeter.jo, here.clock.now())
    return RealTalk(here, exeter, here.terminal(WHO[who], locked=locked))


def knows(here: Here, text: str, told: str) -> None:
    """What understanding makes of one message, as the transcript tells it."""
    read = json.loads(told)
    here.understand.meanings[text] = Plainly(
        read["intent"], read.get("slots", {}), tuple(read.get("ask", ())), tuple(read.get("also", ()))
    )
    assert ScriptedUnderstanding(here.understand.meanings)


def _taken(talk: RealTalk) -> None:
    agreed(
        talk.here.database,
        talk.exeter,
        talk.exeter.donna,
        "donna",
        [date(2026, 12, 10)],
        9,
        talk.here.clock.now(),
        "stan",
    )


def _just_gone(talk: RealTalk) -> None:
    def gone() -> None:
        day = [date(2026, 11, 24)]
        agreed(talk.here.database, talk.exeter, talk.exeter.donna, "donna", day, 14, talk.here.clock.now(), "stan")

    talk.before_yes = gone


def _too_dear(talk: RealTalk) -> None:
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(55)]
    requested(talk.here.database, talk.exeter, "arthur", "kev", days, 12, talk.here.clock.now())


def _not_cleared(talk: RealTalk) -> None:
    with talk.here.database.write() as session:
        row = session.get(Listing, talk.exeter.listings["donna"])
        assert row is not None
        row.tiers, row.kinds, row.includes_personal_care = ["goes_into_home", "personal_care"], ["personal_care"], True
        session.add(row)


def _donna_late(talk: RealTalk) -> None:
    with talk.here.database.write() as session:
        visit = _visit_on(session, talk, date(2026, 11, 23))
        visiting.running_late(session, talk.exeter.donna, visit.id, 20, now=talk.here.clock.now())


def _visit_on(session: Session, talk: RealTalk, day: date) -> Visit:
    donnas = select(Visit).where(
        Visit.person_id == talk.exeter.arthur, Visit.day == day, Visit.who_comes == "Donna Marsh"
    )
    return session.exec(donnas).one()


def _gives_up(talk: RealTalk) -> None:
    with talk.here.database.write() as session:
        visit = _visit_on(session, talk, date(2026, 11, 26))
        visiting.report_cannot_come(session, talk.exeter.donna, visit.id, "ill", now=talk.here.clock.now())
    talk.terminal.worker.run_due()


def _kath_says_yes(talk: RealTalk) -> None:
    _gives_up(talk)
    kath = talk.here.terminal("backup-contact:Kath")
    kath.take("what am I asked?")
    kath.take("yes")
    kath.take("yes")


def _settled(talk: RealTalk) -> None:
    with talk.here.database.write() as session:
        cascade = session.exec(select(Cascade)).one()
        settle_by_desk(session, talk.exeter.officer, cascade.id, "Sid goes.", now=talk.here.clock.now())


def _asked_of_donna(talk: RealTalk) -> None:
    day = [date(2026, 12, 3)]
    requested(talk.here.database, talk.exeter, "stan", "donna", day, 11, talk.here.clock.now())


def _asked_to_move(talk: RealTalk) -> None:
    """Jo asks Donna to come on Friday at two, not on Thursday at eleven."""
    to, now = NewTime(date(2026, 11, 27), time(14)), talk.here.clock.now()
    with talk.here.database.write() as session:
        visit = _visit_on(session, talk, date(2026, 11, 26))
        ask_to_move(session, talk.exeter.jo, visit.id, to, seen_pence=1800, key="jo moves it", now=now)


def _kevs_answer(yes: bool) -> Callable[[RealTalk], None]:
    def answered(talk: RealTalk) -> None:
        now, day = talk.here.clock.now(), [date(2026, 12, 3)]
        booking_id = requested(talk.here.database, talk.exeter, "arthur", "kev", day, 11, now)
        with talk.here.database.write() as session:
            if yes:
                answering.accept(session, talk.exeter.kev, booking_id, now=now)
            else:
                answering.decline(session, talk.exeter.kev, booking_id, "I'm full", now=now)

    return answered


def _no_requests(talk: RealTalk) -> None:
    with talk.here.database.write() as session:
        waiting = select(Booking).where(col(Booking.accepted_at).is_(None))
        for booking in session.exec(waiting):
            answering.decline(session, talk.exeter.donna, booking.id, "", now=talk.here.clock.now())


def _manner(**manner: object) -> Callable[[RealTalk], None]:
    def set_manner(talk: RealTalk) -> None:
        with talk.here.database.write() as session:
            row = session.get(Conversation, talk.terminal.conversation)
            assert row is not None
            row.manner = dict(manner)
            session.add(row)

    return set_manner


HAPPENINGS: dict[str, Callable[[RealTalk], None]] = {
    "cover": _gives_up,
    "worker ill": _gives_up,
    "covered": _kath_says_yes,
    "request": _asked_of_donna,
    "move": _asked_to_move,
    "accepted": _kevs_answer(True),
    "declined": _kevs_answer(False),
}
WORLDS: dict[str, Callable[[RealTalk], None]] = {
    "taken": _taken,
    "just gone": _just_gone,
    "too dear": _too_dear,
    "not cleared": _not_cleared,
    "donna late": _donna_late,
    "cover asked": _gives_up,
    "cover settled": _settled,
    "no requests": _no_requests,
    "few words": _manner(large=True),
    "polish": _manner(language="Polish"),
    "nursing": lambda talk: None,
    "bad postcode": lambda talk: None,
    "locked": lambda talk: None,
}
