"""How a reference stands, and what the desk makes of it."""

from datetime import UTC, datetime, timedelta

import pytest

from market.core.database import Database
from providers.accreditation.queries import evidence_of
from providers.references import service
from providers.references.errors import EnoughAsked, NotYourReference, ReferenceClosed
from providers.references.queries import reference
from providers.references.rules import Asking, ReferenceState, is_worrying, left_out
from providers.references.service import Referee
from tests.factories.providers import OFFICER, OFFICER_ELSEWHERE, a_provider, as_

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
GOOD = {"related": "no", "how_known": "At work", "work": "Patient", "trust": "yes"}


@pytest.mark.parametrize(
    ("moments", "days", "state"),
    [
        ({}, 0, ReferenceState.ASKED),
        ({"reminded_at": NOW}, 8, ReferenceState.REMINDED),
        ({"not_reached_at": NOW}, 1, ReferenceState.NOT_REACHED),
        ({}, 28, ReferenceState.NO_ANSWER),
        ({"answered_at": NOW}, 90, ReferenceState.ANSWERED),
        ({"said_no_at": NOW}, 90, ReferenceState.SAID_NO),
        ({"cancelled_at": NOW}, 1, ReferenceState.CANCELLED),
    ],
)
def test_an_asking_stands_by_its_moments(moments: dict[str, datetime], days: int, state: ReferenceState) -> None:
    assert Asking(NOW, **moments).state(NOW + timedelta(days=days)) is state


def test_an_answer_needs_every_question_but_the_last_and_one_of_the_choices() -> None:
    assert left_out(GOOD) == ()
    assert left_out(GOOD | {"work": ""}) == ("work",)
    assert left_out(GOOD | {"trust": "perhaps"}) == ("trust",)
    assert not is_worrying(GOOD)
    assert all(is_worrying(GOOD | more) for more in ({"related": "yes"}, {"trust": "unsure"}, {"worry": "Money"}))


def test_two_taken_references_are_evidence_and_one_is_not(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        for number, expected in ((1, 0), (2, 1), (3, 1)):
            referee = Referee(f"Ann {number}", f"ann{number}@example.org", "Work")
            row = service.ask_referee(session, referee, by=as_(provider), now=NOW)
            service.answer(session, row.id, GOOD, now=NOW)
            service.settle(session, row.id, accepted=True, by=OFFICER, seen_for="Devon demo council", now=NOW)
            assert len(evidence_of(session, provider.id)) == expected


def test_an_answer_that_is_not_taken_counts_for_nothing_and_each_is_settled_once_by_its_own_desk(
    database: Database,
) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = service.ask_referee(session, Referee("Ann", "ann@example.org", "Work"), by=as_(provider), now=NOW)
        with pytest.raises(ReferenceClosed):
            service.settle(session, row.id, accepted=True, by=OFFICER, seen_for="", now=NOW)
        service.answer(session, row.id, GOOD | {"related": "yes"}, now=NOW)
        for nobody in (OFFICER_ELSEWHERE, as_(provider)):
            with pytest.raises(NotYourReference):
                service.settle(session, row.id, accepted=True, by=nobody, seen_for="", now=NOW)
        service.settle(session, row.id, accepted=False, by=OFFICER, seen_for="", now=NOW, why="An aunt")
        with pytest.raises(ReferenceClosed):
            service.settle(session, row.id, accepted=True, by=OFFICER, seen_for="", now=NOW)
        assert evidence_of(session, provider.id) == ()


def test_no_more_than_six_are_asked(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        for number in range(6):
            service.ask_referee(session, Referee("A", f"a{number}@example.org", "W"), by=as_(provider), now=NOW)
        with pytest.raises(EnoughAsked):
            service.ask_referee(session, Referee("A", "a9@example.org", "W"), by=as_(provider), now=NOW)


def test_the_words_are_deleted_a_year_after_the_decision_and_that_it_was_taken_stays(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = service.ask_referee(session, Referee("Ann", "ann@example.org", "Work"), by=as_(provider), now=NOW)
        service.answer(session, row.id, GOOD, now=NOW)
        service.settle(session, row.id, accepted=True, by=OFFICER, seen_for="", now=NOW)
        assert service.forget(session, NOW + timedelta(days=364)) == 0
        assert service.forget(session, NOW + timedelta(days=367)) == 1
        again = reference(session, row.id)
    assert (again.accepted, again.answers, again.email, again.how_known) == (True, {}, "", "")
