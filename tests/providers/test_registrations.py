"""Looking a registration up: by a job, over real HTTP to the fake, and what the answer makes of the evidence."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from market.core.actor import System
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.tables import EventRow
from market.web.listing.register_words import register_words
from providers.accreditation.queries import evidence_of
from providers.accreditation.rules import REGISTRATION, DbsLevel, Evidence
from providers.applications.checked import checked
from providers.arrangement.rules import Arrangement, Basis
from providers.changes import deciding, service
from providers.changes.rules import Part
from providers.clearance import kinds_that_may_be_shown
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.listings.service import put_up_approved
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.tables import Provider
from providers.registers.errors import NoNumberToLookUp, RegisterAway
from providers.registers.regulator_api import RegulatorApi
from providers.registers.rules import CareRegister
from providers.registrations.queries import newest_look
from providers.registrations.rules import wait_after
from providers.registrations.service import LOOK_UP, LookUp, ask_again, ask_register
from tests.factories.providers import OFFICER, a_listing, a_provider, as_, seen
from tests.fakes.fake_register import KEY, a_location, running_register

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NUMBER, OTHER = "1-100001", "1-100002"


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


def test_a_register_that_is_away_is_asked_again_by_itself_and_never_taken_for_a_no(database: Database) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        fake.put(a_location(NUMBER, "1-900001", "Personal care"))
        fake.fail = [503, 503]
        with database.write() as session:
            owner, _ = an_agency(session)
        register = RegulatorApi(KEY, fake.address)
        look(database, clock, register, owner.id)
        worker = Worker(database, clock, Only({LOOK_UP: LookUp(register)}))
        clock.move(timedelta(minutes=4))
        worker.run_due()
        assert len(fake.asked) == 1, "it is left alone for five minutes"
        clock.move(timedelta(minutes=1))
        worker.run_due()
        with database.read() as session:
            asked = newest_look(session, owner.id)
            assert asked is not None
            assert (asked.answered_at, registrations(session, owner.id)) == (None, [])
            assert "That says nothing about them" in register_words(asked)
        clock.move(timedelta(minutes=30))
        worker.run_due()
        asked_until_then = len(fake.asked)
        clock.move(timedelta(days=3))
        worker.run_due()
        assert len(fake.asked) == asked_until_then, "once it has answered, nothing asks again"
    with database.read() as session:
        assert registrations(session, owner.id)[0].stands(clock.now().date())
        found = newest_look(session, owner.id)
        assert register_words(found) == "Wrenfield Home Support, registered, Good. Registered for: Personal care."


def test_a_page_of_somebody_in_between_is_no_answer(database: Database) -> None:
    with running_register() as fake:
        fake.media_type = "text/html"
        with pytest.raises(RegisterAway):
            RegulatorApi(KEY, fake.address).look_up(NUMBER)
        fake.media_type = "application/json"
        assert RegulatorApi(KEY, fake.address).look_up(NUMBER) is None


def test_the_waits_grow_from_minutes_to_a_day() -> None:
    assert [wait_after(tries) for tries in (1, 2, 3, 4, 5, 50)] == [
        timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(days=1),
        timedelta(days=1),
    ]  # fmt: skip


def another_number(session: Session, owner: Provider, row: Listing) -> None:
    """The agency would like to show another number."""
    wish = {"arrangement": "registered_agency", "cqc_number": OTHER}
    service.change(session, row.id, Part.ARRANGEMENT, wish, by=as_(owner), now=NOW)


def test_another_number_is_looked_up_by_itself_and_the_old_evidence_does_not_count_for_it(database: Database) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        fake.put(a_location(NUMBER, "1-900001", "Personal care"))
        with database.write() as session:
            owner, row = an_agency(session)
        register = RegulatorApi(KEY, fake.address)
        look(database, clock, register, owner.id)
        worker = Worker(database, clock, Only({LOOK_UP: LookUp(register)}))
        with database.write() as session:
            owner, row = provider(session, owner.id), listing(session, row.id)
            another_number(session, owner, row)
        worker.run_due()
        assert f"/public/v1/locations/{OTHER}" in fake.asked, "asked while the change waits"
        with database.write() as session:
            owner, row = provider(session, owner.id), listing(session, row.id)
            assert "personal_care" in kinds_that_may_be_shown(row, owner, evidence_of(session, owner.id), NOW.date())
            seen_now = deciding.mark_of_changes(session, row, owner)
            deciding.accept_changes(session, row.id, seen=seen_now, by=OFFICER, now=NOW)
            assert kinds_that_may_be_shown(row, owner, evidence_of(session, owner.id), NOW.date()) == ("companionship",)


def test_a_good_answer_about_another_number_counts_once_it_is_theirs_and_nobody_is_alarmed(database: Database) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        for number in (NUMBER, OTHER):
            fake.put(a_location(number, "1-900001", "Personal care"))
        register = RegulatorApi(KEY, fake.address)
        with database.write() as session:
            owner, row = an_agency(session)
        look(database, clock, register, owner.id)
        with database.write() as session:
            another_number(session, provider(session, owner.id), listing(session, row.id))
        Worker(database, clock, Only({LOOK_UP: LookUp(register)})).run_due()
        with database.write() as session:
            owner, row = provider(session, owner.id), listing(session, row.id)
            assert [one.note for one in registrations(session, owner.id)] == [NUMBER]
            seen_now = deciding.mark_of_changes(session, row, owner)
            deciding.accept_changes(session, row.id, seen=seen_now, by=OFFICER, now=NOW)
            standing = [one.note for one in registrations(session, owner.id) if one.stands(NOW.date())]
            assert standing == [OTHER]
            assert "evidence.lapsed" not in {event.name for event in session.exec(select(EventRow))}


def test_a_late_answer_about_a_number_that_is_no_longer_theirs_is_no_evidence(database: Database) -> None:
    clock = StandingClock(NOW)
    with running_register() as fake:
        fake.put(a_location(NUMBER, "1-900001", "Personal care"))
        with database.write() as session:
            owner, _ = an_agency(session)
            ask_register(session, owner.id, by=OFFICER, now=NOW)
            owner.cqc_number = OTHER
        Worker(database, clock, Only({LOOK_UP: LookUp(RegulatorApi(KEY, fake.address))})).run_due()
    with database.read() as session:
        assert registrations(session, owner.id) == []


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


def test_what_was_approved_waits_for_the_register_and_goes_on_show_when_it_has_answered(database: Database) -> None:
    clock = StandingClock(NOW)
    with database.write() as session:
        owner, row = an_agency(session)
        row.state = ListingState.APPROVED
        session.flush()
        assert put_up_approved(session, owner.id, now=NOW) == []
        assert listing(session, row.id).state is ListingState.APPROVED
    with running_register() as fake:
        fake.put(a_location(NUMBER, "1-900001", "Personal care"))
        look(database, clock, RegulatorApi(KEY, fake.address), owner.id)
    with database.write() as session:
        assert [one.id for one in put_up_approved(session, owner.id, now=NOW)] == [row.id]


def test_a_number_that_was_given_is_on_its_way_until_the_register_says_no(database: Database) -> None:
    clock = StandingClock(NOW)
    with database.write() as session:
        owner, _ = an_agency(session)
        assert "CQC registration" not in checked(session, owner, NOW).to_show
        assert "CQC registration" in checked(session, owner, NOW).missing, "and it does not stand yet"
    with running_register() as fake:
        fake.fail = [503]
        look(database, clock, RegulatorApi(KEY, fake.address), owner.id)
        with database.read() as session:
            assert "CQC registration" not in checked(session, provider(session, owner.id), NOW).to_show
        look(database, clock, RegulatorApi(KEY, fake.address), owner.id)
        with database.read() as session:
            assert "CQC registration" in checked(session, provider(session, owner.id), NOW).to_show
