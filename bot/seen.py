"""What the desk shows the bot: plain frozen values. Money is whole pence, instants are aware, ids are opaque strings.

Each is already cut to what this one actor may see: a field the actor may not see is empty (""), None or absent, never
"hidden". Names are as this actor knows them ("Dad", "Mrs K", "EH").
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

Voice = Literal["customer", "supporter", "provider", "broker"]
Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@dataclass(frozen=True)
class Person:
    """Somebody support is for. `relation` is this actor's own word ("mum"), lower case, "" when none or oneself."""

    id: str
    name: str
    relation: str = ""
    may_book: bool = True
    may_see_money: bool = True
    postcode: str = ""


@dataclass(frozen=True)
class Me:
    """Who is talking. `role` is one of the seventeen role names, or "visitor" before the chat is linked.

    `people` are those the actor may act for, oneself first. `with_human`: a member of staff has the conversation and the
    bot stays silent. `locked`: a PIN is wanted before anything private; `has_pin`: they have set one of their own.
    `large_and_slow`: half the words.
    """

    name: str
    role: str
    voice: Voice
    people: tuple[Person, ...] = ()
    language: str = "English"
    large_and_slow: bool = False
    messages_on: bool = True
    with_human: bool = False
    locked: bool = False
    has_pin: bool = False


@dataclass(frozen=True)
class Price:
    """`pence` per `unit` (hour, visit, session, night, day, week); None with unit "free" or "funded" costs nothing."""

    pence: int | None
    unit: str


@dataclass(frozen=True)
class Found:
    """One offering that fits. `checked` is the public sentence of what was seen and when; `reasons` are why it fits.

    `next_free` None means not known. `confidence` "possible" is said as "may suit".
    """

    offering_id: str
    title: str
    provider: str
    reasons: tuple[str, ...]
    price: Price
    miles: float | None = None
    next_free: date | None = None
    checked: str = ""
    limits: tuple[str, ...] = ()
    confidence: Literal["strong", "possible"] = "strong"
    bookable: bool = True


@dataclass(frozen=True)
class Signpost:
    """What no offering may serve (nursing, illegal, out of scope) and who does it. `first_line` is shown as it is."""

    first_line: str
    text: str = ""
    number: str = ""


@dataclass(frozen=True)
class Search:
    """A need as asked. `place` is a postcode, district or town; "" means the person's own home. Ceilings in pence."""

    words: str
    person_id: str = ""
    place: str = ""
    gender: Literal["", "female", "male"] = ""
    language: str = ""
    max_price_pence: int | None = None
    price_unit: str = ""
    worker: str = ""


@dataclass(frozen=True)
class Results:
    """What a search found, best first. `understood` are the limits applied, in words; `more` how many are not shown."""

    search_id: str
    found: tuple[Found, ...]
    place: str = ""
    understood: tuple[str, ...] = ()
    signpost: Signpost | None = None
    more: int = 0


@dataclass(frozen=True)
class Wanted:
    """A booking as wanted. Local wall times; `end` at or before `start` runs past midnight.

    Standing: `weekdays` with `every_weeks` 1 or 2, from `first` until `until` (None: the desk's default, 12 weeks
    at most).
    Single: `weekdays` empty, `dates` the days wanted. `pot_id` "" lets the desk choose.
    """

    person_id: str
    offering_id: str
    start: time
    end: time
    first: date
    weekdays: tuple[Weekday, ...] = ()
    dates: tuple[date, ...] = ()
    every_weeks: int = 1
    until: date | None = None
    note: str = ""
    pot_id: str = ""


@dataclass(frozen=True)
class Slot:
    """One visit's time, start and end aware."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class TakenSlot:
    """A wanted time that cannot be had, why ("already booked"), and near times that can."""

    wanted: Slot
    why: str
    instead: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class Quote:
    """What a booking would cost, before anything is held. Fees are inside `total_pence`.

    `slots` are those that can be had; `taken` those that cannot. `left_pence` is what the pot would have free after,
    None when the actor may not see it. `warnings` are said before the question; saying Yes agrees to each of
    `agree_to`.
    """

    wanted: Wanted
    for_name: str
    provider: str
    title: str
    slots: tuple[Slot, ...]
    total_pence: int
    unit_words: str
    until: date
    pot_name: str = ""
    left_pence: int | None = None
    taken: tuple[TakenSlot, ...] = ()
    warnings: tuple[str, ...] = ()
    agree_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A booking asked for: slots and money are held until `answer_by`. `pay_url` where a card is still to be taken."""

    booking_id: str
    provider: str
    visits: int
    answer_by: datetime
    pay_url: str = ""


@dataclass(frozen=True)
class Visit:
    """One visit. For a provider `for_name` is the customer; for others `worker` is who comes ("" when nobody yet).

    `state` is the stored word of DESIGN.md rule 8, or "requested" while its booking waits for a yes; `minutes_late` what the
    worker said, 0 otherwise.
    """

    id: str
    person_id: str
    for_name: str
    title: str
    start: datetime
    end: datetime
    state: str = "planned"
    worker: str = ""
    provider: str = ""
    about_worker: str = ""
    place: str = ""
    tasks: str = ""
    minutes_late: int = 0


@dataclass(frozen=True)
class CancelTerms:
    """What cancelling one visit now would cost; `why` explains a charge in a sentence, and what becomes of the rest."""

    visit: Visit
    charge_pence: int = 0
    why: str = ""


@dataclass(frozen=True)
class NewTime:
    """When a visit is wanted instead, in local wall time. What is None stays as it is; `minutes` is how long it lasts."""

    visit_id: str
    day: date | None = None
    start: time | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class MoveTerms:
    """What moving one visit would mean: the visit as agreed, the time it would have, and the price then and now.

    Its provider has until `answer_by` to agree. Saying Yes agrees to each of `agree_to`.
    """

    visit: Visit
    to: Slot
    was_pence: int
    pence: int
    provider: str
    answer_by: datetime
    agree_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """A human has been told. `who` reads on from "I have told"; `number` to ring, "" if none; `by` when to hear."""

    id: str
    who: str
    number: str = ""
    by: datetime | None = None


@dataclass(frozen=True)
class Request:
    """A booking asked of a provider, cut to what they may know before saying yes: the district, and no name.

    `moves` is the visit as agreed that this asks to move, for `was_pence`: they know its customer already.
    """

    id: str
    for_name: str
    area: str
    title: str
    first: Slot
    visits: int
    until: date
    days_words: str
    total_pence: int
    answer_by: datetime
    note: str = ""
    moves: Slot | None = None
    was_pence: int = 0


@dataclass(frozen=True)
class Accepted:
    """A request accepted: the visits are planned. `slots` in order; `moved_from` the time a moved visit had before."""

    booking_id: str
    for_name: str
    slots: tuple[Slot, ...]
    moved_from: Slot | None = None


@dataclass(frozen=True)
class CannotCome:
    """Visits given up, and what the system does next for each person, in one sentence."""

    visits: tuple[Visit, ...]
    next_step: str


QuestionKind = Literal["cover", "dearer", "renew"]


@dataclass(frozen=True)
class OpenQuestion:
    """Something asked of this person that a yes or no settles.

    cover: can you cover this visit (a backup contact). dearer: the cover costs `extra_pence` more than agreed, is
    it all
    right (the customer). renew: shall a standing booking go on until `until`. `for_name` and `slot` say which visit.
    """

    id: str
    kind: QuestionKind
    for_name: str
    title: str
    slot: Slot
    answer_by: datetime
    usual: str = ""
    who: str = ""
    place: str = ""
    pay_pence: int | None = None
    extra_pence: int = 0
    until: date | None = None


Outcome = Literal["done", "declined", "late", "already_covered", "already_answered"]


@dataclass(frozen=True)
class Settled:
    """What came of an answer. late and already_covered: a yes that was not needed; nothing was changed."""

    outcome: Outcome
    question: OpenQuestion


@dataclass(frozen=True)
class Pot:
    """One pot of money, in pence. free = allocated − spent − held. `until` when it runs out or renews."""

    id: str
    name: str
    free_pence: int
    held_pence: int = 0
    spent_pence: int = 0
    until: date | None = None


@dataclass(frozen=True)
class ToPay:
    """Something to pay. `url` opens for its payer alone."""

    words: str
    pence: int
    url: str


@dataclass(frozen=True)
class Case:
    """One line of a broker's caseload. `clock` says how long the present step has waited, in words."""

    person_id: str
    name: str
    step: str
    clock: str
    overdue: bool = False


@dataclass(frozen=True)
class ClientStatus:
    """How one client's arrangement stands, each line a short sentence; `next_step` what is waited for and from whom."""

    person: Person
    lines: tuple[str, ...]
    next_step: str = ""


@dataclass(frozen=True)
class HowWeTalk:
    """A change in how we talk. None leaves as it is. `language` is its English name."""

    large_and_slow: bool | None = None
    language: str | None = None
    phone_instead: bool | None = None
