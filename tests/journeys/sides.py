"""The demo county with pages, a worker and a standing clock: everybody who takes part in one visit that fails."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from sqlmodel import col, select
from starlette.applications import Starlette

from bot.understanding import understand
from market.app import create_app
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.queries import visits_of
from market.bookings.rules import Wish
from market.bookings.tables import Booking, Visit
from market.budgets.queries import balance_of
from market.chat.turns import ChatServices
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.settings import Settings
from market.core.tables import OutboxRow
from market.ledger.rules import Balance
from market.messages.tables import Envelope
from market.people.queries import grants_of
from market.people.tables import Account
from market.search.live import LiveIndex
from market.wiring import connect
from market.worker import make_worker
from tests.web.browser import Browser, browser_on

ARTHUR = "per_arthur-westcott"
ARTHURS_POT = "pot_arthur-card"
TERRYS_LISTING = "lst_terry-allotment-and-garden"
TUESDAY, THURSDAY = date(2026, 12, 1), date(2026, 12, 3)
TERRY = "terry-holwill@example.org"
GILL = "gill-mutter@example.org"
DOREEN = "doreen.pym@example.org"
JOANNE = "joanne.westcott.bray@example.org"
WRENFIELD = "carol.stuckey@example.org"
DESK = "sandra.tapp@example.org"


@dataclass
class Sides:
    """One county, seen from every side."""

    database: Database
    clock: StandingClock
    app: Starlette
    worker: Worker

    def run(self) -> None:
        """Do everything that is due, and what that makes due."""
        while self.worker.run_due():
            pass

    def browser(self, email: str = "", role: Role | None = None) -> Browser:
        """Somebody's own browser, signed in unless no address is given."""
        browser = browser_on(self.app, self.database, self.clock)
        if email:
            account, grant_id = self._who(email, role)
            browser.sign_in(account, grant_id=grant_id)
        return browser

    def _who(self, email: str, role: Role | None) -> tuple[Account, str | None]:
        with self.database.read() as session:
            account = session.exec(select(Account).where(Account.email == email)).one()
            grants = grants_of(session, account.id, self.clock.now())
            return account, next((grant.id for grant in grants if role in (None, grant.role)), None)

    def role_of(self, email: str) -> Role:
        """The role in which somebody first signs in."""
        account, grant_id = self._who(email, None)
        with self.database.read() as session:
            return next(g.role for g in grants_of(session, account.id, self.clock.now()) if g.id == grant_id)

    def letters(self, to: str, kind: str = "") -> list[OutboxRow]:
        """What was written to somebody (a name), oldest first."""
        with self.database.read() as session:
            rows = select(OutboxRow).join(Envelope, col(Envelope.message_id) == col(OutboxRow.id))
            found = session.exec(rows.where(Envelope.name == to).order_by(col(Envelope.id)))
            return [row for row in found if row.kind.startswith(kind)]

    def private_link(self, to: str) -> str:
        """The private link in the newest question to somebody."""
        letter = self.letters(to, "cascade.question")[-1]
        return next(button["url"] for button in letter.buttons if button["url"].startswith("/backup/"))

    def balance(self) -> Balance:
        with self.database.read() as session:
            return balance_of(session, ARTHURS_POT)

    def joanne_asks(self) -> Booking:
        """Joanne asks Terry for two Tuesdays and Thursdays, nine to ten, as step 3 of the journey does on its page."""
        account, _ = self._who(JOANNE, Role.SUPPORTER)
        joanne = Actor(account.id, account.name, Role.SUPPORTER)
        wish = Wish(TUESDAY, time(9), time(10), ("TU", "TH"), date(2026, 12, 10))
        now = self.clock.now()
        wanted = Wanted(TERRYS_LISTING, wish, kind="gardening", pot_id=ARTHURS_POT, note="He tires after an hour.")
        with self.database.write() as session:
            run = quote_run(session, joanne, ARTHUR, wanted, now=now)
            return ask_for(
                session, joanne, ARTHUR, wanted, seen_pence=run.total, leave_out_taken=False, key="ask", now=now
            )

    def visit_on(self, booking: Booking, day: date) -> Visit:
        """The first-agreed visit of a day."""
        with self.database.read() as session:
            return next(v for v in visits_of(session, booking.id) if v.day == day and v.instead_of is None)


def county_on(database: Database, clock: StandingClock, data_folder: Path | None = None) -> Sides:
    """Pages and a worker on a database that holds the demo county; `data_folder` where files that are sent are kept."""
    connect()
    settings = Settings(demo=True, _env_file=None)
    if data_folder is not None:
        settings.data_folder = data_folder
    app = create_app(settings, database, clock, raises=True)
    worker = make_worker(ChatServices(settings, LiveIndex(), understand), database, clock)
    return Sides(database, clock, app, worker)
