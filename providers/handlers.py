"""The nightly round of the supply side, and its other jobs.

What went stale, what lapsed, what lapses soon, what is kept no longer. Search hides what is over by the dates alone; this
tells and tidies.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import partial

from sqlmodel import Session

from market.core.files import FileStore, FolderStore
from market.core.jobs import Handler, Outward, Payload, put_job
from market.core.settings import Settings
from market.core.times import at_wall, wall_day
from providers.accreditation.service import note_expiring, note_lapses
from providers.documents import service as documents
from providers.listings.freshness import ask_still_right, mark_expired, mark_stale
from providers.listings.low_pay import NOTE, look_for_low_pay, note_low_pay
from providers.references import service as references
from providers.registers.chosen import chosen_register
from providers.registers.rules import CareRegister
from providers.registrations.service import LOOK_UP, LookUp, ask_again

NIGHTLY = "providers.nightly"
DOCUMENTS = "documents"
_JUST_AFTER_MIDNIGHT = time(0, 5)


def plan_night(session: Session, now: datetime) -> None:
    """Put the round of the coming midnight. Saying it again changes nothing: the day is the key."""
    day = wall_day(now) + timedelta(days=1)
    put_job(session, NIGHTLY, {}, run_at=at_wall(day, _JUST_AFTER_MIDNIGHT), key=f"{NIGHTLY}:{day.isoformat()}")


def handlers(settings: Settings) -> Mapping[str, Handler | Outward]:
    """Every job of the supply side, for this installation's register and folder of documents."""
    store, register = FolderStore(settings.data_folder / DOCUMENTS), chosen_register(settings)
    return {
        NIGHTLY: partial(_nightly, store, register),
        documents.DELETE: partial(_delete, store),
        references.REMIND: _remind,
        LOOK_UP: LookUp(register),
        NOTE: note_low_pay,
    }


def _nightly(
    store: FileStore, register: CareRegister | None, session: Session, payload: Payload, now: datetime
) -> None:
    mark_expired(session, now)
    mark_stale(session, now)
    ask_still_right(session, now)
    note_lapses(session, now)
    note_expiring(session, now)
    look_for_low_pay(session, now)
    documents.delete_what_is_due(session, now)
    documents.sweep(session, store, now)
    references.forget(session, now)
    if register is not None:
        ask_again(session, now)
    plan_night(session, now)


def _delete(store: FileStore, session: Session, payload: Payload, now: datetime) -> None:
    documents.delete(session, store, payload["document_id"], now)


def _remind(session: Session, payload: Payload, now: datetime) -> None:
    references.remind(session, payload["reference_id"], now)
