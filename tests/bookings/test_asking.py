"""Asking for a run of visits: what it costs, what is held, and every kind refusal."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import Session, select

from market.bookings import queries
from market.bookings.answering import accept, decline, lapse
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.errors import (
    AlreadyAnswered,
    DateInPast,
    MoneyNotYours,
    PriceChanged,
    ProviderExcluded,
    SlotsTaken,
    TooLate,
)
from market.bookings.handlers import HANDLERS
from market.bookings.rules import BookingStatus, Wish
from market.bookings.visiting import report_cannot_come
from market.budgets import queries as pots
from market.budgets.errors import BudgetExceeded, OutsidePotPeriod
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.errors import NotFound
from market.core.jobs import Worker
from market.core.tables import EventRow, OutboxRow
from market.people.errors import NotYourPerson
from market.people.rules import Basis, Scope
from market.wiring import HANDLERS as REACTIONS
from market.wiring import connect
from tests.factories import county

TUESDAY = date(2026, 12, 1)
TWICE_A_WEEK = Wish(TUESDAY, time(9), time(10), weekdays=("TU", "TH"), until=date(2026, 12, 31))


def wanted(here: county.SmallCounty, wish: Wish = TWICE_A_WEEK) -> Wanted:
    return Wanted(here.aleds_listing.id, wish)


def event_names(session: Session) -> list[str]:
    return list(session.exec(select(EventRow.name).order_by(EventRow.id)))  # type: ignore[arg-type]


def test_a_quote_shows_the_price_of_the_run_and_what_would_be_left(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=50_000)
        run = quote_run(session, here.daughter, here.walter.id, wanted(here), now=now)
    assert len(run.slots) == 10
    assert run.total == 17_000
    assert run.left == 33_000
    assert run.taken == ()


def test_asking_holds_the_times_and_the_money_until_answered(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=50_000)
        asked = wanted(here)
        booking = ask_for(
            session, here.daughter, here.walter.id, asked, seen_pence=17_000, leave_out_taken=False, key="k", now=now
        )
        balance = pots.balance_of(session, here.walters_pot.id)
        assert (balance.held, balance.free, balance.spent) == (17_000, 33_000, 0)
        assert queries.status_of(booking, now) is BookingStatus.REQUESTED
        assert "booking.requested" in event_names(session)
        with pytest.raises(SlotsTaken) as refused:
            quote_run(session, here.daughter, here.walter.id, asked, now=now)
        assert {taken.why for taken in refused.value.taken} == {"booked"}


def test_a_request_lapses_in_a_day_but_never_later_than_half_the_time_left(database: Database, now: datetime) -> None:
    tomorrow = Wish((now + timedelta(days=1)).date(), time(9, 15), time(10, 15))
    with database.write() as session:
        here = county.small_county(session, now)
        booking = ask_for(
            session, here.daughter, here.walter.id, wanted(here, tomorrow), seen_pence=1700,
            leave_out_taken=False, key="k", now=now,
        )  # fmt: skip
        assert booking.answer_by == now + timedelta(hours=12)
        later = booking.answer_by + timedelta(seconds=1)
        assert lapse(session, booking.id, now=later)
        assert not lapse(session, booking.id, now=later)
        assert pots.balance_of(session, here.walters_pot.id).held == 0
        with pytest.raises(TooLate):
            accept(session, here.aled_signed_in, booking.id, now=later)


def test_the_same_key_asks_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        both = [
            ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=17_000,
                    leave_out_taken=False, key="two taps", now=now)
            for _ in range(2)
        ]  # fmt: skip
        assert both[0].id == both[1].id
        assert pots.balance_of(session, here.walters_pot.id).held == 17_000


def test_a_provider_says_yes_and_the_week_shows_it(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=17_000,
                          leave_out_taken=False, key="k", now=now)  # fmt: skip
        accept(session, here.aled_signed_in, booking.id, now=now)
        accept(session, here.aled_signed_in, booking.id, now=now)
        week = queries.week(session, here.walter.id, date(2026, 11, 30))
        assert [visit.day for visit in week] == [date(2026, 12, 1), date(2026, 12, 3)]
        assert event_names(session).count("booking.accepted") == 1
        with pytest.raises(AlreadyAnswered):
            decline(session, here.aled_signed_in, booking.id, "", now=now)


def test_a_no_frees_times_and_money_at_once(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=20_000)
        booking = ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=17_000,
                          leave_out_taken=False, key="k", now=now)  # fmt: skip
        decline(session, here.aled_signed_in, booking.id, "fully booked", now=now)
        assert pots.balance_of(session, here.walters_pot.id).free == 20_000
        assert quote_run(session, here.daughter, here.walter.id, wanted(here), now=now).taken == ()


def test_another_provider_cannot_answer(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        booking = ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=17_000,
                          leave_out_taken=False, key="k", now=now)  # fmt: skip
        other = county.provider(session, "Somebody Else", now)
        stranger = county.actor(session, Role.PA, "Somebody Else", now, provider_id=other.id)
        with pytest.raises(NotFound):
            accept(session, stranger, booking.id, now=now)


def test_over_budget_is_refused_with_the_figures_and_nothing_is_held(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=10_000)
        with pytest.raises(BudgetExceeded) as refused:
            ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=17_000,
                    leave_out_taken=False, key="k", now=now)  # fmt: skip
        assert (refused.value.free, refused.value.needed, refused.value.short) == (10_000, 17_000, 7_000)
        assert pots.balance_of(session, here.walters_pot.id).held == 0


def test_visits_outside_the_budget_year_are_refused(database: Database, now: datetime) -> None:
    far = Wish(date(2027, 9, 7), time(9), time(10))
    with database.write() as session:
        here = county.small_county(session, now)
        with pytest.raises(OutsidePotPeriod):
            quote_run(session, here.daughter, here.walter.id, wanted(here, far), now=now)


def test_a_date_in_the_past_is_refused(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        with pytest.raises(DateInPast):
            quote_run(session, here.daughter, here.walter.id, wanted(here, Wish(now.date(), time(8), time(9))), now=now)


def test_when_some_times_are_gone_nothing_is_taken_by_halves_unasked(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        one = Wish(TUESDAY, time(9, 30), time(10, 30))
        ask_for(session, here.daughter, here.walter.id, wanted(here, one), seen_pence=1700,
                leave_out_taken=False, key="one", now=now)  # fmt: skip
        run = quote_run(session, here.daughter, here.walter.id, wanted(here), now=now)
        assert [taken.slot.day for taken in run.taken] == [TUESDAY]
        with pytest.raises(SlotsTaken) as refused:
            ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=run.total,
                    leave_out_taken=False, key="k", now=now)  # fmt: skip
        assert len(refused.value.free) == 9
        rest = ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=run.total,
                       leave_out_taken=True, key="k", now=now)  # fmt: skip
        assert len(queries.visits_of(session, rest.id)) == 9


def test_a_price_other_than_the_one_seen_is_refused(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        with pytest.raises(PriceChanged):
            ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=1,
                    leave_out_taken=False, key="k", now=now)  # fmt: skip


def test_an_attorney_for_welfare_books_nothing_paid_and_is_told_who_may(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        friend = county.actor(session, Role.ATTORNEY, "Ivy Friend", now)
        welfare = county.consent(session, here.walter, friend, now, Scope.BOOK, Scope.SEE_VISITS)
        welfare.basis = Basis.LPA_HEALTH_WELFARE
        session.add(welfare)
        with pytest.raises(MoneyNotYours) as refused:
            quote_run(session, friend, here.walter.id, wanted(here), now=now)
        assert refused.value.who == ("Jean Pym",)


def test_a_stranger_and_a_broker_across_the_border_reach_nobody(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        torbay = county.authority(session, "Torbay demo council", council_codes=["E06000027"])
        stranger = county.actor(session, Role.SUPPORTER, "A Stranger", now)
        broker = county.actor(session, Role.BROKER, "Torbay Broker", now, authority_id=torbay.id)
        for actor in (stranger, broker):
            with pytest.raises(NotYourPerson):
                quote_run(session, actor, here.walter.id, wanted(here), now=now)


def test_a_provider_the_person_does_not_want_is_never_booked(database: Database, now: datetime) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        here.walter.wants = {"exclusions": [here.aled.id]}
        session.add(here.walter)
        with pytest.raises(ProviderExcluded):
            quote_run(session, here.daughter, here.walter.id, wanted(here), now=now)


def test_a_worker_who_gave_a_visit_up_is_not_offered_for_that_time(database: Database, now: datetime) -> None:
    one = Wish(TUESDAY, time(9), time(10))
    with database.write() as session:
        here = county.small_county(session, now)
        booking = ask_for(session, here.daughter, here.walter.id, wanted(here, one), seen_pence=1700,
                          leave_out_taken=False, key="k", now=now)  # fmt: skip
        accept(session, here.aled_signed_in, booking.id, now=now)
        visit = queries.visits_of(session, booking.id)[0]
        report_cannot_come(session, here.aled_signed_in, visit.id, "ill", now=now)
        with pytest.raises(SlotsTaken):
            quote_run(session, here.daughter, here.walter.id, wanted(here, one), now=now)


def test_a_second_visit_at_the_same_time_is_said_and_not_refused(database: Database, now: datetime) -> None:
    one = Wish(TUESDAY, time(9), time(10))
    with database.write() as session:
        here = county.small_county(session, now)
        ask_for(session, here.daughter, here.walter.id, wanted(here, one), seen_pence=1700,
                leave_out_taken=False, key="k", now=now)  # fmt: skip
        other = county.listing(session, county.provider(session, "Donna Pascoe", now), now)
        run = quote_run(session, here.daughter, here.walter.id, Wanted(other.id, one), now=now)
        assert "somebody_comes_already" in run.warnings
        later = Wish(TUESDAY, time(10), time(11))
        free = quote_run(session, here.daughter, here.walter.id, Wanted(other.id, later), now=now)
        assert "somebody_comes_already" not in free.warnings


def test_whoever_books_is_asked_two_weeks_before_the_end_whether_it_shall_go_on(
    database: Database, clock: StandingClock
) -> None:
    connect()
    with database.write() as session:
        here = county.small_county(session, clock.now())
        booking = ask_for(session, here.daughter, here.walter.id, wanted(here), seen_pence=17_000,
                          leave_out_taken=False, key="k", now=clock.now())  # fmt: skip
        accept(session, here.aled_signed_in, booking.id, now=clock.now())
    worker = Worker(database, clock, {**HANDLERS, **REACTIONS, "messages.send": lambda *_: None})
    clock.set(booking.last_end - timedelta(days=15))
    worker.run_due()
    assert _asked_to_go_on(database) == []
    clock.move(timedelta(days=1))
    worker.run_due()
    clock.move(timedelta(days=1))
    worker.run_due()
    assert _asked_to_go_on(database) == [here.daughter.account_id]


def _asked_to_go_on(database: Database) -> list[str | None]:
    with database.read() as session:
        return list(session.exec(select(OutboxRow.account_id).where(OutboxRow.kind == "booking.ending")))
