"""The jobs of in and out: the next rows of an import, twins of what was sent for checking, calendars given by address."""

from datetime import datetime

from sqlmodel import Session

from market.core.files import FolderStore
from market.core.jobs import Handler, Outward, Payload
from market.core.settings import Settings
from market.core.tables import EventRow
from providers.interchange import running
from providers.interchange.calendars.handlers import FetchCalendar
from providers.interchange.calendars.service import FETCH
from providers.interchange.keeping import IMPORTS
from providers.interchange.twins.service import look_for_twins

LOOK_FOR_TWINS = "interchange.look_for_twins"
WAKES = {"listing.submitted": LOOK_FOR_TWINS}
"""Which events put which of these jobs; `market.wiring` subscribes them."""


def _twins(session: Session, payload: Payload, _now: datetime) -> None:
    event = session.get_one(EventRow, payload["event_id"])
    look_for_twins(session, event.subject, event.at)


def handlers(settings: Settings) -> dict[str, Handler | Outward]:
    """Every job kind here and who does it."""
    store = FolderStore(settings.data_folder / IMPORTS)
    fetching = FetchCalendar(loopback=settings.calendars_from_loopback)
    return {LOOK_FOR_TWINS: _twins, FETCH: fetching, **running.handlers(store)}
