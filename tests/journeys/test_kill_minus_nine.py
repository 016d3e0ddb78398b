"""kill -9 at any point of looking for cover, and a restart: no second question, no second answer, nobody forgotten."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from multiprocessing import get_context

from sqlmodel import Session, select

from market.bookings import queries as visits
from market.bookings.answering import accept
from market.bookings.asking import Wanted, ask_for
from market.bookings.cascade.answers import Outcome, answer
from market.bookings.cascade.rules import Answer, CascadeStatus
from market.bookings.cascade.service import BY
from market.bookings.cascade.tables import Cascade, CascadeQuestion
from market.bookings.rules import Wish
from market.bookings.visiting import report_cannot_come
from market.budgets import queries as pots
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import LEASE
from market.core.tables import EventRow, JobRow, OutboxRow, OutboxStatus
from market.wiring import connect
from tests.factories import county
from tests.journeys.dying_worker import DONE, KILLED, run_until_killed

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.journeys.dying_worker"])
MOST_DEATHS = 150


def run_with_deaths(database: Database, clock: StandingClock) -> int:
    """Run what is due, dying one step later each time, until a worker comes through alive. Returns the deaths."""
    url = database.engine.url.render_as_string(hide_password=False)
    database.engine.dispose()
    for dies_at in range(1, MOST_DEATHS):
        process = PROCESSES.Process(target=run_until_killed, args=(url, clock.now(), dies_at))
        process.start()
        process.join(timeout=60)
        assert process.exitcode in (DONE, KILLED)
        if process.exitcode == DONE:
            return dies_at - 1
        clock.move(LEASE + timedelta(seconds=1))  # the dead worker's lease must end first
    raise AssertionError("the worker never came through")


def test_whatever_is_killed_the_visit_is_covered_once_and_everyone_is_told_once(
    database: Database, clock: StandingClock
) -> None:
    visit_id, here = _about_to_fail(database, clock.now())
    with database.write() as session:
        report_cannot_come(session, here.aled_signed_in, visit_id, "ill", now=clock.now())
    deaths = run_with_deaths(database, clock)
    assert _say(database, clock, 1, yes=False) is Outcome.DECLINED
    deaths += run_with_deaths(database, clock)
    assert _say(database, clock, 2, yes=True) is Outcome.DONE
    assert _say(database, clock, 2, yes=True) is Outcome.ALREADY_ANSWERED
    deaths += run_with_deaths(database, clock)

    assert deaths > 20, "the worker was hardly ever killed: this test would show nothing"
    with database.read() as session:
        asked = session.exec(select(CascadeQuestion)).all()
        assert {row.position: row.answer for row in asked} == {1: Answer.NO, 2: Answer.YES}
        assert session.exec(select(Cascade)).one().status is CascadeStatus.COVERED
        happened = Counter(session.exec(select(EventRow.name)))
        assert (happened["cascade.started"], happened["cascade.asked"], happened["cascade.covered"]) == (1, 2, 1)
        substitute = visits.substitute_of(session, visit_id)
        assert substitute is not None
        assert substitute.who_comes == "Sam Neighbour"
        assert pots.balance_of(session, here.walters_pot.id).held == 0
        _everyone_was_told_once(session, here)


def test_killed_while_nobody_answers_the_desk_still_gets_it(database: Database, clock: StandingClock) -> None:
    visit_id, here = _about_to_fail(database, clock.now())
    with database.write() as session:
        report_cannot_come(session, here.aled_signed_in, visit_id, "ill", now=clock.now())
    for _ in range(3):
        run_with_deaths(database, clock)
        clock.move(timedelta(days=1))
    run_with_deaths(database, clock)
    with database.read() as session:
        assert session.exec(select(Cascade)).one().status is CascadeStatus.WITH_DESK
        assert [row.answer for row in session.exec(select(CascadeQuestion))] == [Answer.SILENCE] * 2
        told = session.exec(select(OutboxRow).where(OutboxRow.kind == "cascade.desk")).all()
        assert len(told) == len({row.address for row in told}) >= 1


def _about_to_fail(database: Database, now: datetime) -> tuple[str, county.SmallCounty]:
    """A visit in ten days (long enough for a hundred deaths), two friends as contacts, a desk with one officer."""
    connect()
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=10_000)
        county.contact(session, here.walter, 1, "Vera Friend", now)
        county.contact(session, here.walter, 2, "Sam Neighbour", now)
        county.actor(session, Role.OUT_OF_HOURS, "Sandra Desk", now, authority_id=here.council.id)
        asked = Wanted(here.aleds_listing.id, Wish(date(2026, 12, 3), time(9), time(10)))
        booking = ask_for(session, here.daughter, here.walter.id, asked, seen_pence=1700, leave_out_taken=False,
                          key="k", now=now)  # fmt: skip
        accept(session, here.aled_signed_in, booking.id, now=now)
        here.council.cascade_answer_minutes = 24 * 60
        session.add(here.council)
        return visits.visits_of(session, booking.id)[0].id, here


def _say(database: Database, clock: StandingClock, position: int, *, yes: bool) -> Outcome:
    with database.write() as session:
        asked = session.exec(select(CascadeQuestion).where(CascadeQuestion.position == position)).one()
        return answer(session, asked.id, yes, by=BY, now=clock.now())


def _everyone_was_told_once(session: Session, here: county.SmallCounty) -> None:
    questions = session.exec(select(OutboxRow.address).where(OutboxRow.kind == "cascade.question")).all()
    assert sorted(questions) == ["sam@example.org", "vera@example.org"]
    covered = session.exec(select(OutboxRow).where(OutboxRow.kind == "cascade.covered")).all()
    accounts = Counter(row.account_id for row in covered)
    assert accounts[here.daughter.account_id] == 1
    assert accounts[here.aled_signed_in.account_id] == 1
    assert all(row.status is OutboxStatus.SENT for row in covered)
    left = session.exec(select(JobRow.kind).where(JobRow.done_at == None, JobRow.given_up_at != None)).all()  # noqa: E711
    assert left == []
