"""The desk: the whole of what the bot may ask or do on a person's behalf.

A desk is made for one actor, one conversation and one turn, inside that turn's transaction; it knows who is asking
and what the time is, so no method takes either. Nothing a message says can widen it. Three promises hold for every implementation:

1. A refusal is `DeskRefusal`, and a refused verb has changed nothing (use a savepoint).
2. A verb that changes something takes `key`. The same verb with the same key again changes nothing more and gives the
   same answer, so a message delivered twice, or two taps, act once.
3. Reading changes nothing that matters (an audit row of who looked is written).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from bot.seen import (
    Accepted,
    Asked,
    CancelTerms,
    CannotCome,
    Case,
    ClientStatus,
    Found,
    HowWeTalk,
    Me,
    MoveTerms,
    NewTime,
    OpenQuestion,
    Person,
    Pot,
    Quote,
    Request,
    Results,
    Search,
    Settled,
    Told,
    ToPay,
    Visit,
    Wanted,
)

Code = Literal[
    "not_allowed", "not_found", "locked", "too_late", "already_done", "unknown_place", "bad_postcode",
    "past_date", "slot_taken", "over_budget", "not_cleared", "price_changed", "not_bookable", "wrong_code",
    "code_expired", "too_many_tries", "invalid", "unavailable",
]  # fmt: skip
"""Why a desk refuses. The bot acts on these: locked (ask for the PIN), price_changed and slot_taken (quote again),
unknown_place and bad_postcode (ask for the place again), past_date (ask for the day again). All others: show the
sentence."""

Page = Literal["home", "visits", "money", "plan", "backup", "requests", "availability", "pay", "sign_in", "how_we_talk"]


@dataclass(frozen=True)
class Choice:
    """One way on from a refusal: `label` for a button, `says` what pressing it says, as if typed."""

    label: str
    says: str


class DeskRefusal(Exception):
    """The desk says no. `sentence` is plain English that may be shown as it is, and says what to do next."""

    def __init__(self, code: Code, sentence: str, choices: Sequence[Choice] = ()) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.choices = tuple(choices)


class Desk(Protocol):
    """What may be asked or done for the actor this desk was made for."""

    # Who am I

    def me(self) -> Me:
        """The actor as they stand now; role "visitor" for a chat not linked to an account."""
        ...

    def people_called(self, words: str) -> tuple[Person, ...]:
        """People this actor may see whose name, initials or relation is like `words`, likeliest first;

        never anyone else.
        """
        ...

    def workers_known(self) -> tuple[str, ...]:
        """Names that this actor may mean in a message: workers and providers in their own bookings; for a provider,
        their customers; for a broker, their clients.
        """
        ...

    def link_account(self, code: str, key: str) -> Me:
        """Tie this conversation to the account that was shown `code` on its signed-in page.

        Refuses: wrong_code, code_expired, too_many_tries.
        """
        ...

    def unlock(self, pin: str) -> None:
        """Open private things for a while in this conversation. Refuses: wrong_code, too_many_tries."""
        ...

    def page(self, page: Page, about: str = "") -> str:
        """Address of a page, which asks for sign-in by itself; `about` is the id of a person, visit or booking."""
        ...

    # Find and book

    def search(self, search: Search, limit: int = 3) -> Results:
        """Offerings for a need in words; a visitor may search too. For a broker this is the match of a need.

        Refuses: unknown_place, bad_postcode.
        """
        ...

    def offering(self, offering_id: str, person_id: str = "") -> Found:
        """One offering as `search` shows it. Refuses: not_found (paused or gone)."""
        ...

    def quote(self, wanted: Wanted) -> Quote:
        """Price of the whole run, what is left in the pot, and which slots are taken. Holds nothing.

        Refuses: not_allowed, past_date, over_budget, not_cleared, slot_taken (none at all can be had),
        not_bookable, invalid.
        """
        ...

    def ask(self, wanted: Wanted, seen_pence: int, leave_out_taken: bool, key: str) -> Asked:
        """Ask the provider, holding slots and money. `seen_pence` is the total the person said Yes to.

        Refuses as `quote`; price_changed if the total is not `seen_pence`; slot_taken if a slot has gone and
        not `leave_out_taken`.
        """
        ...

    def take_back(self, booking_id: str, key: str) -> None:
        """Take back a request of this actor's that was made in the last ten minutes and that nobody has answered.

        Times and money are free again, and the provider hears that they need not answer. Refuses: not_allowed, not_found,
        too_late.
        """
        ...

    # Visits

    def visits(self, person_id: str, first: date, last: date) -> tuple[Visit, ...]:
        """Visits from `first` to `last`, both included, in order of start. For a provider "" is their own work;

        for others a person's.
        """
        ...

    def report_nobody_came(self, visit_id: str, key: str) -> Told:
        """Nobody has come to this visit: the provider and the desk (or out of hours) are told now.

        Refuses: not_found, too_late.
        """
        ...

    def cancel_terms(self, visit_id: str) -> CancelTerms:
        """What cancelling this visit now would cost. Refuses: not_allowed, too_late."""
        ...

    def cancel_visit(self, visit_id: str, seen_charge_pence: int, key: str) -> Visit:
        """Cancel one visit; the others of its booking stay. Refuses: not_allowed, too_late, price_changed."""
        ...

    def move_terms(self, to: NewTime) -> MoveTerms:
        """What moving one visit to another time would mean. Asks nobody and holds nothing.

        Refuses as `quote`; not_found, too_late, already_done (an answer is waited for), invalid (nothing would change).
        """
        ...

    def move_visit(self, to: NewTime, seen_pence: int, key: str) -> Asked:
        """Ask its provider, at the price said Yes to. It stays until they agree. Refuses as `move_terms`, and price_changed."""
        ...

    # A provider's work

    def requests(self) -> tuple[Request, ...]:
        """Requests waiting for this provider's answer, soonest to expire first."""
        ...

    def accept(self, request_id: str, key: str) -> Accepted:
        """Accept a request. Refuses: too_late (expired or withdrawn), already_done, slot_taken."""
        ...

    def decline(self, request_id: str, reason: str, key: str) -> Request:
        """Decline a request; `reason` may be "" and is shown to the asker. Refuses: too_late, already_done."""
        ...

    def cannot_come(self, visit_ids: Sequence[str], reason: str, key: str) -> CannotCome:
        """Give up these visits; backup starts at once.

        `reason` ("ill") is kept from the customer's health-blind messages. Refuses: not_found, too_late.
        """
        ...

    def running_late(self, visit_id: str, minutes: int, key: str) -> Visit:
        """Tell the customer and those who watch over them. Refuses: not_found, too_late."""
        ...

    def arrived(self, visit_id: str, at: datetime, key: str) -> Visit:
        """The visit has started. Refuses: not_found, already_done, invalid (before its day)."""
        ...

    def finished(self, visit_id: str, at: datetime, key: str) -> Visit:
        """The visit is done. Refuses: not_found, already_done, invalid (not started and not near its time)."""
        ...

    # Questions put to this person (backup contact, dearer cover, renewal)

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """Questions still waiting for this actor's yes or no, soonest first."""
        ...

    def settle(self, question_id: str, yes: bool, key: str) -> Settled:
        """Answer a question. A late yes is not refused but comes back as outcome "late" or "already_covered".

        Refuses: not_found.
        """
        ...

    # Money and plan

    def pots(self, person_id: str) -> tuple[Pot, ...]:
        """The person's pots. Refuses: not_allowed, locked."""
        ...

    def to_pay(self) -> tuple[ToPay, ...]:
        """What waits to be paid by card or bank by whoever asks, soonest first, each with its private page.

        Refuses: locked.
        """
        ...

    def add_outcome(self, person_id: str, words: str, key: str) -> None:
        """Add what the person wants to be able to do, in their own words, to the plan for the broker to see.

        Refuses: not_allowed.
        """
        ...

    # When a human is needed

    def raise_concern(self, person_id: str, words: str, wanted: str, key: str) -> Told:
        """Tell safeguarding privately. `wanted` is what the person wants to happen, "" if not said.

        The person complained of is not told.
        """
        ...

    def report_danger(self, kind: str, words: str, key: str) -> Told:
        """Tell a human of danger now. Never refuses for want of rights. Any exception means nobody has been told."""
        ...

    def add_to_danger(self, report_id: str, words: str, key: str) -> None:
        """More words for whoever has the report."""
        ...

    def hand_over(self, words: str, key: str) -> Told:
        """Ask for a member of staff; `Me.with_human` holds until `resume` by either side."""
        ...

    def tell_human(self, words: str, key: str) -> None:
        """Pass a message on to the member of staff who has this conversation."""
        ...

    def resume(self, key: str) -> None:
        """Give the conversation back to the bot."""
        ...

    # How we talk

    def stop_messages(self, key: str) -> None:
        """Send nothing more here but answers to what the person writes. Takes effect at once."""
        ...

    def start_messages(self, key: str) -> None:
        """Send messages here again."""
        ...

    def change_how_we_talk(self, change: HowWeTalk, key: str) -> None:
        """Keep how this person wants to be talked to. Refuses: invalid."""
        ...

    # A broker's look-ups

    def caseload(self) -> tuple[Case, ...]:
        """The broker's own cases, longest waiting first."""
        ...

    def client_status(self, person_id: str) -> ClientStatus:
        """How one client's arrangement stands. Refuses: not_allowed."""
        ...
