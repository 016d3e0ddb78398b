"""A visit fails: the customer's own contacts are asked in their order, then a human. Nobody twice, nobody forgotten."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from sqlmodel import Session, select

from market.bookings import queries as visits
from market.bookings.answering import accept
from market.bookings.asking import Wanted, ask_for
from market.bookings.cascade import queries
from market.bookings.cascade.answers import Outcome, agree_price, answer, close_uncovered, not_reached, settle_by_desk
from market.bookings.cascade.rules import Answer, CascadeStatus, ContactKind
from market.bookings.cascade.service import BY
from market.bookings.cascade.tables import BackupContact, Cascade, CascadeQuestion
from market.bookings.handlers import HANDLERS
from market.bookings.rules import VisitStatus, Wish
from market.bookings.tables import Visit
from market.bookings.visiting import report_cannot_come, report_not_arrived
from market.budgets import queries as pots
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.tables import EventRow
from market.people.errors import NotYourPerson
from providers.arrangement.rules import Arrangement
from tests.factories import county

THURSDAY = date(2026, 12, 3)
TWENTY_MINUTES = timedelta(minutes=20)


@dataclass
class Failing:
    """A county with one accepted Thursday visit that is about to fail, and a worker to run what is due."""

    here: county.SmallCounty
    visit_id: str
    worker: Worker
    database: Database
    clock: StandingClock

    def visit(self, session: Session) -> Visit:
        return visits.visit(session, self.visit_id)

    def run(self) -> None:
        self.worker.run_due()

    def ill(self) -> None:
        with self.database.write() as session:
            report_cannot_come(session, self.here.aled_signed_in, self.visit_id, "ill", now=self.clock.now())
        self.run()

    def question(self, session: Session, position: int) -> CascadeQuestion:
        return next(row for row in questions(session) if row.position == position)

    def says(self, position: int, yes: bool) -> Outcome:
        with self.database.write() as session:
            asked = self.question(session, position)
            outcome = answer(session, asked.id, yes, by=BY, now=self.clock.now())
        self.run()
        return outcome


def questions(session: Session) -> list[CascadeQuestion]:
    return list(session.exec(select(CascadeQuestion)))


def the_cascade(session: Session) -> Cascade:
    return session.exec(select(Cascade)).one()


def happened(session: Session) -> list[str]:
    names = session.exec(select(EventRow.name).order_by(EventRow.id))  # type: ignore[arg-type]
    return [name for name in names if name.startswith(("cascade", "desk", "visit.covered"))]


@pytest.fixture
def failing(database: Database, clock: StandingClock) -> Failing:
    now = clock.now()
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=10_000)
        wish = Wish(THURSDAY, time(9), time(10))
        asked = Wanted(here.aleds_listing.id, wish)
        booking = ask_for(session, here.daughter, here.walter.id, asked, seen_pence=1700, leave_out_taken=False,
                          key="k", now=now)  # fmt: skip
        accept(session, here.aled_signed_in, booking.id, now=now)
        visit = visits.visits_of(session, booking.id)[0]
    worker = Worker(database, clock, {**HANDLERS})
    return Failing(here, visit.id, worker, database, clock)


def two_friends(failing: Failing) -> None:
    with failing.database.write() as session:
        county.contact(session, failing.here.walter, 1, "Vera Friend", failing.clock.now())
        county.contact(session, failing.here.walter, 2, "Sam Neighbour", failing.clock.now())


def known_worker(
    failing: Failing,
    position: int,
    *,
    pence: int,
    arrangement: Arrangement = Arrangement.SOLE_SELF_EMPLOYED,
    **facts: int,
) -> BackupContact:
    now = failing.clock.now()
    with failing.database.write() as session:
        donna = county.provider(session, "Donna Pascoe", now, arrangement=arrangement)
        hers = county.listing(session, donna, now, pence=pence)
        return county.contact(session, failing.here.walter, position, "Donna Pascoe", now, kind=ContactKind.WORKER_KNOWN,
                              provider_id=donna.id, listing_id=hers.id, kinds=["companionship"], **facts)  # fmt: skip


def test_the_second_says_yes_and_the_visit_is_covered_unpaid(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    assert failing.says(1, False) is Outcome.DECLINED
    assert failing.says(2, True) is Outcome.DONE
    with failing.database.read() as session:
        visit = failing.visit(session)
        substitute = visits.substitute_of(session, visit.id)
        assert visits.state_of(visit) is VisitStatus.COVERED
        assert substitute is not None
        assert (substitute.who_comes, substitute.price_pence, substitute.provider_id) == ("Sam Neighbour", 0, None)
        balance = pots.balance_of(session, failing.here.walters_pot.id)
        assert (balance.held, balance.spent, balance.free) == (0, 0, 10_000)
        assert happened(session) == [
            "cascade.started", "cascade.asked", "cascade.declined", "cascade.asked", "visit.covered", "cascade.covered",
        ]  # fmt: skip


def test_each_contact_has_the_authoritys_twenty_minutes_and_then_the_next_is_asked(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    failing.clock.move(TWENTY_MINUTES - timedelta(seconds=1))
    failing.run()
    with failing.database.read() as session:
        assert [row.position for row in questions(session)] == [1]
    failing.clock.move(timedelta(seconds=1))
    failing.run()
    with failing.database.read() as session:
        assert {row.position: row.answer for row in questions(session)} == {1: Answer.SILENCE, 2: None}


def test_a_late_yes_is_thanked_and_changes_nothing(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    failing.clock.move(TWENTY_MINUTES)
    failing.run()
    assert failing.says(1, True) is Outcome.LATE
    assert failing.says(2, True) is Outcome.DONE
    assert failing.says(1, True) is Outcome.ALREADY_COVERED
    with failing.database.read() as session:
        assert failing.question(session, 1).answer is Answer.SILENCE
        substitute = visits.substitute_of(session, failing.visit_id)
        assert substitute is not None
        assert substitute.who_comes == "Sam Neighbour"


def test_the_first_answer_counts_and_a_second_is_not_counted(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    assert failing.says(1, False) is Outcome.DECLINED
    assert failing.says(1, True) is Outcome.ALREADY_ANSWERED
    with failing.database.read() as session:
        assert failing.question(session, 1).answer is Answer.NO
        assert visits.substitute_of(session, failing.visit_id) is None


def test_with_nobody_answering_the_desk_has_it_and_the_money_comes_back(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    for _ in range(2):
        failing.clock.move(TWENTY_MINUTES)
        failing.run()
    with failing.database.write() as session:
        cascade = the_cascade(session)
        assert cascade.status is CascadeStatus.WITH_DESK
        assert happened(session)[-1] == "cascade.handed_to_desk"
        assert pots.balance_of(session, failing.here.walters_pot.id).held == 1700
        end = failing.visit(session).ends_at
    failing.clock.set(end)
    failing.run()
    with failing.database.read() as session:
        assert pots.balance_of(session, failing.here.walters_pot.id).held == 0


def test_with_no_contacts_the_desk_has_it_at_once(failing: Failing) -> None:
    failing.ill()
    with failing.database.read() as session:
        assert the_cascade(session).status is CascadeStatus.WITH_DESK


def test_a_worker_known_at_the_usual_price_takes_the_visit_and_its_own_money_is_held(failing: Failing) -> None:
    known_worker(failing, 1, pence=1600)
    failing.ill()
    assert failing.says(1, True) is Outcome.DONE
    with failing.database.read() as session:
        substitute = visits.substitute_of(session, failing.visit_id)
        assert substitute is not None
        assert substitute.price_pence == 1600
        assert pots.balance_of(session, failing.here.walters_pot.id).held == 1600


@pytest.mark.parametrize(("pence", "is_asked"), [(1270, False), (1271, True)])
def test_an_employed_worker_whose_price_is_under_the_wage_is_not_asked(
    failing: Failing, pence: int, is_asked: bool
) -> None:
    known_worker(failing, 1, pence=pence, arrangement=Arrangement.EMPLOYED_PA)
    failing.ill()
    with failing.database.read() as session:
        assert any(row.answer is None for row in questions(session)) is is_asked


def test_dearer_cover_waits_for_the_customers_word(failing: Failing) -> None:
    known_worker(failing, 1, pence=2200)
    failing.ill()
    failing.says(1, True)
    with failing.database.write() as session:
        assert visits.substitute_of(session, failing.visit_id) is None
        asked = failing.question(session, 1)
        assert asked.dearer_pence == 500
        outcome = agree_price(session, failing.here.daughter, asked.id, True, now=failing.clock.now())
        assert outcome is Outcome.DONE
        assert pots.balance_of(session, failing.here.walters_pot.id).held == 2200


def test_dearer_cover_refused_goes_on_to_the_next(failing: Failing) -> None:
    known_worker(failing, 1, pence=2200)
    with failing.database.write() as session:
        county.contact(session, failing.here.walter, 2, "Sam Neighbour", failing.clock.now())
    failing.ill()
    failing.says(1, True)
    with failing.database.write() as session:
        agree_price(session, failing.here.daughter, failing.question(session, 1).id, False, now=failing.clock.now())
    with failing.database.read() as session:
        assert {row.position: row.answer for row in questions(session)} == {1: Answer.TOO_DEAR, 2: None}


def test_within_the_ceiling_agreed_beforehand_nobody_is_asked_about_money(failing: Failing) -> None:
    known_worker(failing, 1, pence=2200, ceiling_pence_per_hour=2200)
    failing.ill()
    assert failing.says(1, True) is Outcome.DONE
    with failing.database.read() as session:
        assert visits.substitute_of(session, failing.visit_id) is not None


def test_a_worker_who_is_busy_then_is_not_asked(failing: Failing) -> None:
    donna = known_worker(failing, 1, pence=1700)
    assert donna.listing_id is not None
    with failing.database.write() as session:
        other = county.person(session, "Mabel Crewe", failing.clock.now(), failing.here.council)
        county.consent(session, other, failing.here.daughter, failing.clock.now())
        county.pot(session, other, 10_000, failing.clock.now())
        wish = Wish(THURSDAY, time(9, 30), time(11))
        ask_for(session, failing.here.daughter, other.id, Wanted(donna.listing_id, wish), seen_pence=2550,
                leave_out_taken=False, key="other", now=failing.clock.now())  # fmt: skip
    failing.ill()
    with failing.database.read() as session:
        assert [row.answer for row in questions(session)] == [Answer.NOT_SUITED]
        assert the_cascade(session).status is CascadeStatus.WITH_DESK


def test_when_the_visit_has_begun_the_desk_is_told_at_the_same_time(failing: Failing) -> None:
    two_friends(failing)
    with failing.database.read() as session:
        start = failing.visit(session).starts_at
    failing.clock.set(start + timedelta(minutes=15))
    with failing.database.write() as session:
        report_not_arrived(session, failing.here.daughter, failing.visit_id, now=failing.clock.now())
    failing.run()
    with failing.database.read() as session:
        cascade = the_cascade(session)
        assert cascade.desk_told_at == failing.clock.now()
        assert cascade.status is CascadeStatus.ASKING
        assert questions(session)[0].answer_by == failing.clock.now() + timedelta(minutes=5)


def test_a_contact_who_cannot_be_reached_is_passed_over_and_the_desk_told(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    with failing.database.write() as session:
        not_reached(session, failing.question(session, 1).id, now=failing.clock.now())
    with failing.database.read() as session:
        assert {row.position: row.answer for row in questions(session)} == {1: Answer.UNREACHABLE, 2: None}
        assert the_cascade(session).desk_told_at is not None


def test_waking_again_and_again_asks_nobody_twice(failing: Failing) -> None:
    two_friends(failing)
    failing.ill()
    with failing.database.write() as session:
        for _ in range(5):
            HANDLERS["cascade.wake"](session, {"cascade_id": the_cascade(session).id}, failing.clock.now())  # type: ignore[operator]
    with failing.database.read() as session:
        assert [row.position for row in questions(session)] == [1]
        assert happened(session).count("cascade.asked") == 1


def test_the_desk_settles_and_only_its_own_authority_may(failing: Failing) -> None:
    failing.ill()
    now = failing.clock.now()
    with failing.database.write() as session:
        cascade = the_cascade(session)
        torbay = county.authority(session, "Torbay demo council", council_codes=["E06000027"])
        theirs: Actor = county.actor(session, Role.OUT_OF_HOURS, "Torbay desk", now, authority_id=torbay.id)
        ours: Actor = county.actor(session, Role.OUT_OF_HOURS, "Devon desk", now, authority_id=failing.here.council.id)
        with pytest.raises(NotYourPerson):
            settle_by_desk(session, theirs, cascade.id, "hello", now=now)
        assert queries.desk_list(session, failing.here.council.id) == [cascade]
        settle_by_desk(session, ours, cascade.id, "Rang Mrs Pym, her son will look in.", now=now)
        assert queries.desk_list(session, failing.here.council.id) == []
        close_uncovered(session, cascade.id, now=now)
        assert pots.balance_of(session, failing.here.walters_pot.id).held == 0
