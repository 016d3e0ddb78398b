"""Papers shown to the desk: kept no longer than a decision needs them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.files import FolderStore
from market.core.jobs import Worker
from market.core.settings import Settings
from providers.documents import service
from providers.documents.errors import AlreadyLookedAt, FileGone, NotForYouToOpen, NothingShown, TooManyWaiting
from providers.documents.queries import document
from providers.documents.rules import Settled, file_goes_on
from providers.handlers import handlers
from tests.factories.providers import OFFICER, OFFICER_ELSEWHERE, a_provider, as_
from tests.fakes.memory_files import MemoryFiles

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PDF = b"%PDF-1.7 a passport"


def test_a_file_goes_a_month_after_the_decision_at_once_when_taken_back_and_never_while_it_waits() -> None:
    assert file_goes_on(None, None, 1) is None
    assert str(file_goes_on(Settled.SEEN, NOW, 1)) == "2026-12-24"
    assert str(file_goes_on(Settled.TAKEN_BACK, NOW, 1)) == "2026-11-24"


def test_a_decided_paper_is_deleted_when_its_month_is_over_and_what_was_decided_stays(
    database: Database, tmp_path: Path
) -> None:
    settings = Settings(data_folder=tmp_path, _env_file=None)
    clock = StandingClock(NOW)
    worker = Worker(database, clock, handlers(settings))
    store = FolderStore(tmp_path / "documents")
    with database.write() as session:
        provider = a_provider(session)
        row = service.show(session, store, "identity", content=PDF, words="Page one", by=as_(provider), now=NOW)
        service.settle(session, row.id, Settled.SEEN, by=OFFICER, now=NOW)
    for days, kept in ((29, 1), (31, 0)):
        clock.set(NOW + timedelta(days=days))
        with database.write() as session:
            service.delete_what_is_due(session, clock.now())
            service.delete_what_is_due(session, clock.now())
        worker.run_due()
        assert len(list((tmp_path / "documents").iterdir())) == kept
    with database.read() as session:
        again = document(session, row.id)
        assert (again.settled_as, again.file, again.words) == (Settled.SEEN, "", "")
        with pytest.raises(FileGone):
            service.open_document(session, store, row.id, by=OFFICER, now=NOW)


def test_only_an_officer_of_the_own_council_without_a_stake_opens_it(database: Database) -> None:
    store = MemoryFiles()
    with database.write() as session:
        provider = a_provider(session)
        row = service.show(session, store, "identity", content=PDF, by=as_(provider), now=NOW)
        both = Actor(
            "acc_both", "Both", Role.ACCREDITATION_OFFICER, authority_id="aut_devon", own_providers=frozenset({provider.id})
        )  # fmt: skip
        sender = Actor(row.sent_by, "Sender", Role.ACCREDITATION_OFFICER, authority_id="aut_devon")
        for nobody in (OFFICER_ELSEWHERE, as_(provider), both, sender):
            with pytest.raises(NotForYouToOpen):
                service.open_document(session, store, row.id, by=nobody, now=NOW)
            with pytest.raises(NotForYouToOpen):
                service.settle(session, row.id, Settled.SEEN, by=nobody, now=NOW)
        assert service.open_document(session, store, row.id, by=OFFICER, now=NOW) == (PDF, "application/pdf")


def test_nothing_and_too_many_are_refused_and_a_decision_is_made_once(database: Database) -> None:
    store = MemoryFiles()
    with database.write() as session:
        me = as_(a_provider(session))
        with pytest.raises(NothingShown):
            service.show(session, store, "identity", words="  ", by=me, now=NOW)
        rows = [service.show(session, store, "identity", words="code", by=me, now=NOW) for _ in range(4)]
        with pytest.raises(TooManyWaiting):
            service.show(session, store, "identity", words="code", by=me, now=NOW)
        service.settle(session, rows[0].id, Settled.NOT_ENOUGH, by=OFFICER, now=NOW, why="Too dark")
        with pytest.raises(AlreadyLookedAt):
            service.take_back(session, rows[0].id, by=me, now=NOW)


def test_what_waits_when_the_whole_answer_is_no_is_let_go(database: Database) -> None:
    store = MemoryFiles()
    with database.write() as session:
        provider = a_provider(session)
        row = service.show(session, store, "identity", content=PDF, by=as_(provider), now=NOW)
        service.let_go_of_waiting(session, provider.id, by=OFFICER, now=NOW)
        assert document(session, row.id).settled_as is Settled.NOT_NEEDED
        assert service.delete_what_is_due(session, NOW + timedelta(days=29)) == 0
        assert service.delete_what_is_due(session, NOW + timedelta(days=31)) == 1


def test_a_file_whose_request_broke_off_is_swept_up_after_a_day(database: Database) -> None:
    store = MemoryFiles()
    with database.write() as session:
        named = service.show(session, store, "identity", content=PDF, by=as_(a_provider(session)), now=NOW).file
        stray, fresh = store.put(b"stray"), store.put(b"fresh")
        store.files[stray] = (b"stray", NOW - timedelta(days=2))
        store.files[named] = (PDF, NOW - timedelta(days=2))
        store.files[fresh] = (b"fresh", NOW)
        assert service.sweep(session, store, NOW) == 1
    assert set(store.files) == {named, fresh}
