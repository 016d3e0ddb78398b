"""The worker: every kind of job and who does it, run until told to stop."""

from collections.abc import Mapping
from threading import Event

from market.bookings import handlers as bookings
from market.chat import handlers as chat
from market.chat.telegram import start_updates
from market.chat.turns import ChatServices
from market.core.clock import Clock
from market.core.database import Database
from market.core.files import FolderStore
from market.core.jobs import Handler, Outward, Worker
from market.core.log import log
from market.payments import handlers as payments
from market.payments.reconciling.service import plan_rhythm
from market.wiring import HANDLERS as REACTIONS
from market.wiring import connect
from providers import handlers as supply
from providers.interchange import handlers as interchange
from providers.interchange.running import plan_tidying as plan_tidying_imports
from providers.photographs.handlers import TIDY, plan_tidying, tidier
from providers.photographs.service import PHOTOGRAPHS

IDLE_SECONDS = 0.3


def every_handler(services: ChatServices) -> Mapping[str, Handler | Outward]:
    """Every job kind and who does it. A test holds this against every kind that is ever put."""
    return {
        **bookings.HANDLERS,
        **supply.handlers(services.settings),
        TIDY: tidier(FolderStore(services.settings.data_folder / PHOTOGRAPHS)),
        **interchange.handlers(services.settings),
        **REACTIONS,
        **payments.handlers(services.settings),
        **chat.handlers(services),
    }


def make_worker(services: ChatServices, database: Database, clock: Clock) -> Worker:
    """A worker on this database. Reactions are subscribed here too, since a job may record what wakes others."""
    connect()
    return Worker(database, clock, every_handler(services))


def work(services: ChatServices, database: Database, clock: Clock, stop: Event) -> None:
    """Run what is due, then wait a little, until `stop` is set. Nothing is lost if it is killed instead."""
    worker = make_worker(services, database, clock)
    start_updates(database, clock, services.settings, stop)
    with database.write() as session:
        supply.plan_night(session, clock.now())
        plan_tidying(session, clock.now())
        plan_tidying_imports(session, clock.now())
        if services.settings.takes_cards:
            plan_rhythm(session, clock.now())
    log.info("worker.started", worker=worker.name)
    while not stop.is_set():
        try:
            ran = worker.run_due(most=100)
        except Exception as trouble:  # the database may be away for a moment: the work waits in it
            log.error("worker.trouble", error=type(trouble).__name__)
            ran = 0
        if not ran:
            stop.wait(IDLE_SECONDS)
