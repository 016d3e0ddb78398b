"""Looking a registration up: by a job, over real HTTP to the fake, and what the answer makes of the evidence."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from market.core.actor import System
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.tables import EventRow
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import REGISTRATION, DbsLevel, Evidence
from providers.arrangement.rules import Arrangement, Basis
from providers.clearance import kinds_that_may_be_shown
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.registers.errors import NoNumberToLookUp
from providers.registers.regulator_api import RegulatorApi
from providers.registers.rules import CareRegister
from providers.registrations.queries import newest_look
from providers.registrations.service import LOOK_UP, LookUp, ask_again, ask_register
from tests.factories.providers import OFFICER, a_listing, a_provider, seen
from tests.fakes.fake_register import KEY, a_location, running_register

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NUMBER = "1-100001"


def an_agency(session: Session) -> tuple[Provider, Listing]:
    """One that gives personal care, everything but its registration seen."""
    owner = a_provider(session, arrangement=Arrangement.REGISTERED_AGENCY, cqc_number=NUMBER)
    row = a_listing(
        session, owner, kinds=["personal_care", "companionship"], tiers=["goes_into_home", "personal_care"],
        includes_personal_care=True, basis=Basis.REGISTERED,
    )  # fmt: skip
    seen(session, owner, "identity", "public_liability", "moving_handling")
    seen(session, owner, "dbs", level=DbsLevel.ENHANCED, barred_list=True)
    return owner, row


def look(database: Database, clock: StandingClock, register: CareRegister | None, provider_id: str) -> None:
    with database.write() as session:
        ask_register(session, provider_id, by=OFFICER, now=clock.now())
    Worker(database, clock, Only({LOOK_UP: LookUp(register)})).run_due()


class Only(dict):  # type: ignore[type-arg]
    """Handlers that leave every other job alone: what is told to whom is tried in the journeys."""

    def __missing__(self, kind: str) -> object:
        return lambda session, payload, now: None


def registrations(session: Session, provider_id: str) -> list[Evidence]:
    return [one for one in evidence_of(session, provider_id) if one.kind == REGISTRATION]


def test_a_good_answer_is_evidence_of_today_and_opens_personal_care(database: Database) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        fake.put(a_location(NUMBER, "1-900001", "Personal care"))
        with database.write() as session:
            owner, row = an_agency(session)
            before = kinds_that_may_be_shown(row, owner, evidence_of(session, owner.id), NOW.date())
        look(database, clock, RegulatorApi(KEY, fake.address), owner.id)
    with database.read() as session:
        (one,) = registrations(session, owner.id)
        after = kinds_that_may_be_shown(row, owner, evidence_of(session, owner.id), NOW.date())
    assert (one.issued_on, one.last_day) == (date(2026, 11, 24), date(2027, 11, 24))
    assert ("personal_care" in before, "personal_care" in after) == (False, True)


@pytest.mark.parametrize(
    "change", [{"registrationStatus": "Deregistered"}, {"dormancy": "Y"}, {"regulatedActivities": []}]
)
def test_a_bad_answer_ends_what_stood_hides_personal_care_and_rewrites_no_yesterday(
    database: Database, change: dict[str, object]
) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        fake.put(a_location(NUMBER, "1-900001", "Personal care"))
        register = RegulatorApi(KEY, fake.address)
        with database.write() as session:
            owner, row = an_agency(session)
        look(database, clock, register, owner.id)
        clock.move(timedelta(days=30))
        fake.put(a_location(NUMBER, "1-900001", "Personal care") | change)
        look(database, clock, register, owner.id)
    today = clock.now().date()
    with database.read() as session:
        evidence = evidence_of(session, owner.id)
        assert "personal_care" in kinds_that_may_be_shown(row, owner, evidence, today - timedelta(days=1))
        assert kinds_that_may_be_shown(row, owner, evidence, today) == ("companionship",)
        answers = [event for event in session.exec(select(EventRow)) if event.name == "register.answered"]
    assert [event.facts["good"] for event in answers] == [True, False]


def test_trouble_changes_no_evidence_and_is_kept(database: Database) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        fake.fail = [503]
        with database.write() as session:
            owner, _ = an_agency(session)
            seen(session, owner, REGISTRATION)
        look(database, clock, RegulatorApi(KEY, fake.address), owner.id)
    with database.read() as session:
        assert registrations(session, owner.id)[0].stands(NOW.date())
        newest = newest_look(session, owner.id)
        assert newest is not None
        assert newest.trouble == "it answered 503"


def test_with_no_register_set_up_the_desk_is_told_so(database: Database) -> None:
    clock = StandingClock(NOW)
    with database.write() as session:
        owner, _ = an_agency(session)
    look(database, clock, None, owner.id)
    with database.read() as session:
        newest = newest_look(session, owner.id)
        assert newest is not None
        assert newest.trouble == "no register is set up here"


def test_every_number_is_asked_about_again_after_four_weeks_and_asked_once(database: Database) -> None:
    with database.write() as session:
        owner, _ = an_agency(session)
        a_provider(session)
        assert ask_again(session, NOW) == 1
        assert ask_again(session, NOW + timedelta(days=27)) == 0
        first = newest_look(session, owner.id)
        again = ask_register(session, owner.id, by=System("test"), now=NOW)
        assert first is not None
        assert again.id == first.id, "an asking without an answer is not repeated"
        with pytest.raises(NoNumberToLookUp):
            ask_register(session, a_provider(session).id, by=OFFICER, now=NOW)
