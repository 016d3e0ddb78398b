"""The desk of somebody in the made-up world of `scripted_world`. It records each deed and acts once for each key, as the real one must."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeVar, cast

from bot.desk import DeskRefusal, Page
from bot.phrases.saying import CODES, LONDON
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
    Signpost,
    Slot,
    TakenSlot,
    Told,
    ToPay,
    Visit,
    Wanted,
)  # fmt: skip
from tests.fakes.scripted_world import COVER, EH, MONDAY, OFFERINGS, OKAFOR, PEOPLE, REQUESTS, visit

T = TypeVar("T")


@dataclass
class ScriptedDesk:
    """The desk of one of `PEOPLE`. `refusals` are raised in turn by the method they name; `done` lists each deed once."""

    person: Me
    now: datetime = MONDAY
    own: list[Visit] = field(default_factory=lambda: [
        visit("vis_1", 23, 9, minute=0), visit("vis_2", 24, 9), visit("vis_3", 26, 9), visit("vis_4", 26, 18, "Pauline"),
    ])  # fmt: skip
    wanted: list[Wanted] = field(default_factory=list)
    moves: list[MoveTerms] = field(default_factory=list)
    searched: list[Search] = field(default_factory=list)
    waiting: list[Request] = field(default_factory=lambda: list(REQUESTS))
    questions: list[OpenQuestion] = field(default_factory=list)
    refusals: dict[str, list[DeskRefusal]] = field(default_factory=dict)
    taken: tuple[TakenSlot, ...] = ()
    total_pence: int | None = None
    pay_url: str = ""
    owed: tuple[ToPay, ...] = ()
    agree_to: tuple[str, ...] = ()
    signpost: Signpost | None = None
    nothing_found: bool = False
    broken: bool = False
    done: list[tuple[str, ...]] = field(default_factory=list)
    answers: dict[tuple[str, str], object] = field(default_factory=dict)

    # the ways of a desk

    def _refuse(self, verb: str) -> None:
        if self.broken:
            raise ConnectionError("the desk is down")
        if self.refusals.get(verb):
            raise self.refusals[verb].pop(0)

    def _once(self, verb: str, key: str, deed: Callable[[], T], *facts: str) -> T:
        if (verb, key) in self.answers:
            return cast(T, self.answers[verb, key])
        self._refuse(verb)
        answer = deed()
        self.done.append((verb, *facts))
        self.answers[verb, key] = answer
        return answer

    def _may(self, person_id: str) -> None:
        """Only for one's own people; staff and providers see what the script gives them."""
        if self.person.people and person_id and person_id not in [p.id for p in self.person.people]:
            raise DeskRefusal("not_allowed", "You can't see that here.")

    def _visit(self, visit_id: str) -> Visit:
        found = [v for v in self.own if v.id == visit_id]
        if not found:
            raise DeskRefusal("not_found", "I can't find that visit.")
        return found[0]

    # who

    def me(self) -> Me:
        self._refuse("me")
        return self.person

    def people_called(self, words: str) -> tuple[Person, ...]:
        everyone = (EH, OKAFOR) if self.person.voice == "broker" else self.person.people
        said = words.lower()
        return tuple(p for p in everyone if said in (p.id, p.name.lower()) or said in p.name.lower().split())

    def workers_known(self) -> tuple[str, ...]:
        return ("Donna Marsh", "Pauline Reed")

    def link_account(self, code: str, key: str) -> Me:
        def deed() -> Me:
            if code != "K7Q2M9":
                raise DeskRefusal("wrong_code", "That code does not match. Please look at your page again.")
            self.person = PEOPLE["supporter"]
            return self.person

        return self._once("link_account", key, deed, code)

    def unlock(self, pin: str) -> None:
        if pin != "4821":
            raise DeskRefusal("wrong_code", "That is not the PIN.")
        self.refusals = {k: [r for r in v if r.code != "locked"] for k, v in self.refusals.items()}

    def page(self, page: Page, about: str = "") -> str:
        return f"https://alongside.example/{page}/{about}".rstrip("/")

    # find and book

    def search(self, search: Search, limit: int = 3) -> Results:
        self._refuse("search")
        self.searched.append(search)
        if self.signpost:
            return Results("sch_1", (), signpost=self.signpost)
        if self.nothing_found:
            return Results("sch_1", ())
        named = [o for o in OFFERINGS if search.worker and search.worker.lower() in o.provider.lower()]
        found = tuple(named if search.worker else OFFERINGS)
        limits = ("a woman",) if search.gender == "female" else ()
        return Results("sch_1", found[:limit], search.place or "EX4 4QJ", limits, more=max(0, len(found) - limit))

    def offering(self, offering_id: str, person_id: str = "") -> Found:
        self._refuse("offering")
        for found in OFFERINGS:
            if found.offering_id == offering_id:
                return found
        raise DeskRefusal("not_found", "That offer has gone.")

    def quote(self, wanted: Wanted) -> Quote:
        self._refuse("quote")
        self._may(wanted.person_id)
        if min((wanted.first, *wanted.dates)) < self.now.date():
            raise DeskRefusal("past_date", "That day has gone.")
        found = self.offering(wanted.offering_id)
        until = wanted.until or max(wanted.dates or (wanted.first + timedelta(weeks=12),))
        slots = [s for s in _slots(wanted, until) if s.start not in [t.wanted.start for t in self.taken]]
        hours = sum((s.end - s.start).total_seconds() for s in slots) / 3600
        total = self.total_pence if self.total_pence is not None else round((found.price.pence or 0) * hours)
        return Quote(
            wanted, "Arthur", found.provider, found.title, tuple(slots), total, "£18 an hour", until,
            "the direct payment", 124000 - total, self.taken, agree_to=self.agree_to,
        )  # fmt: skip

    def ask(self, wanted: Wanted, seen_pence: int, leave_out_taken: bool, key: str) -> Asked:
        def deed() -> Asked:
            quote = self.quote(wanted)
            if quote.total_pence != seen_pence:
                raise DeskRefusal("price_changed", "The price has changed since you looked.")
            if quote.taken and not leave_out_taken:
                raise DeskRefusal("slot_taken", "One of those times has just gone.")
            answer_by = self.now + timedelta(hours=24)
            self.wanted.append(wanted)
            return Asked("bkg_1", quote.provider, len(quote.slots), answer_by, self.pay_url)

        return self._once("ask", key, deed, wanted.offering_id, str(seen_pence))

    def take_back(self, booking_id: str, key: str) -> None:
        self._once("take_back", key, lambda: None, booking_id)

    # visits

    def visits(self, person_id: str, first: date, last: date) -> tuple[Visit, ...]:
        self._refuse("visits")
        self._may(person_id)
        within = [v for v in self.own if first <= v.start.astimezone(LONDON).date() <= last]
        return tuple(sorted(within, key=lambda v: v.start))

    def report_nobody_came(self, visit_id: str, key: str) -> Told:
        told = Told("tld_1", "Donna and the desk", "01632 960100", self.now + timedelta(minutes=10))
        return self._once("report_nobody_came", key, lambda: told, visit_id)

    def cancel_terms(self, visit_id: str) -> CancelTerms:
        self._refuse("cancel_terms")
        found = self._visit(visit_id)
        late = found.start - self.now < timedelta(hours=24)
        return CancelTerms(found, 900 if late else 0, "It is less than a day away." if late else "")

    def cancel_visit(self, visit_id: str, seen_charge_pence: int, key: str) -> Visit:
        def deed() -> Visit:
            found = replace(self._visit(visit_id), state="cancelled")
            self.own = [found if v.id == visit_id else v for v in self.own]
            return found

        return self._once("cancel_visit", key, deed, visit_id, str(seen_charge_pence))

    def move_terms(self, to: NewTime) -> MoveTerms:
        self._refuse("move_terms")
        found = self._visit(to.visit_id)
        start = found.start.astimezone(LONDON)
        length = timedelta(minutes=to.minutes) if to.minutes else found.end - found.start
        starts = datetime.combine(to.day or start.date(), to.start or start.time(), tzinfo=LONDON)
        if starts < self.now:
            raise DeskRefusal("past_date", "That day has gone. Which day would you like?")
        if (starts, starts + length) == (found.start, found.end):
            raise DeskRefusal("invalid", "That is when the visit is now.")
        pence = round(1800 * length / timedelta(hours=1))
        by = self.now + min(timedelta(hours=24), (min(starts, found.start) - self.now) / 2)
        return MoveTerms(found, Slot(starts, starts + length), 1800, pence, found.provider, by, self.agree_to)

    def move_visit(self, to: NewTime, seen_pence: int, key: str) -> Asked:
        def deed() -> Asked:
            terms = self.move_terms(to)
            if terms.pence != seen_pence:
                raise DeskRefusal("price_changed", "The price has changed since you looked.")
            self.moves.append(terms)
            return Asked("bkg_moved", terms.provider, 1, terms.answer_by)

        return self._once("move_visit", key, deed, to.visit_id, str(seen_pence))

    # a provider's work

    def requests(self) -> tuple[Request, ...]:
        self._refuse("requests")
        return tuple(self.waiting)

    def accept(self, request_id: str, key: str) -> Accepted:
        def deed() -> Accepted:
            request = self._request(request_id)
            self.waiting.remove(request)
            return Accepted("bkg_2", request.for_name, (request.first,) * request.visits, request.moves)

        return self._once("accept", key, deed, request_id)

    def decline(self, request_id: str, reason: str, key: str) -> Request:
        def deed() -> Request:
            request = self._request(request_id)
            self.waiting.remove(request)
            return request

        return self._once("decline", key, deed, request_id, reason)

    def _request(self, request_id: str) -> Request:
        for request in self.waiting:
            if request.id == request_id:
                return request
        raise DeskRefusal("too_late", "That request has gone. Thank you all the same.")

    def cannot_come(self, visit_ids: Sequence[str], reason: str, key: str) -> CannotCome:
        given_up = tuple(self._visit(v) for v in visit_ids)
        answer = CannotCome(given_up, "Arthur's backup contacts are being asked now.")
        return self._once("cannot_come", key, lambda: answer, ",".join(visit_ids), reason)

    def running_late(self, visit_id: str, minutes: int, key: str) -> Visit:
        late = replace(self._visit(visit_id), minutes_late=minutes)
        return self._once("running_late", key, lambda: late, visit_id, str(minutes))

    def arrived(self, visit_id: str, at: datetime, key: str) -> Visit:
        return self._once(
            "arrived", key, lambda: self._visit(visit_id), visit_id, at.astimezone(LONDON).strftime("%H:%M")
        )

    def finished(self, visit_id: str, at: datetime, key: str) -> Visit:
        return self._once(
            "finished", key, lambda: self._visit(visit_id), visit_id, at.astimezone(LONDON).strftime("%H:%M")
        )

    # questions

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        return tuple(self.questions)

    def settle(self, question_id: str, yes: bool, key: str) -> Settled:
        def deed() -> Settled:
            for question in self.questions:
                if question.id == question_id:
                    self.questions.remove(question)
                    return Settled("done" if yes else "declined", question)
            return Settled("already_covered", COVER)

        return self._once("settle", key, deed, question_id, "yes" if yes else "no")

    # money, plan, humans

    def pots(self, person_id: str) -> tuple[Pot, ...]:
        self._refuse("pots")
        self._may(person_id)
        held = sum(int(deed[2]) for deed in self.done if deed[0] == "ask")
        return (Pot("pot_dp", "Direct payment", 124050 - held, 43200 + held), Pot("pot_own", "Own money", 5000))

    def to_pay(self) -> tuple[ToPay, ...]:
        self._refuse("to_pay")
        return self.owed

    def add_outcome(self, person_id: str, words: str, key: str) -> None:
        self._once("add_outcome", key, lambda: None, person_id, words)

    def raise_concern(self, person_id: str, words: str, wanted: str, key: str) -> Told:
        told = Told("con_1", "the safeguarding team", "01632 960200", self.now + timedelta(hours=4))
        return self._once("raise_concern", key, lambda: told, person_id, words, wanted)

    def report_danger(self, kind: str, words: str, key: str) -> Told:
        return self._once("report_danger", key, lambda: Told("dng_1", "the out-of-hours desk"), kind)

    def add_to_danger(self, report_id: str, words: str, key: str) -> None:
        self._once("add_to_danger", key, lambda: None, report_id, words)

    def hand_over(self, words: str, key: str) -> Told:
        def deed() -> Told:
            self.person = replace(self.person, with_human=True)
            return Told("hnd_1", "the team", "01632 960100", self.now + timedelta(hours=1))

        return self._once("hand_over", key, deed, words)

    def tell_human(self, words: str, key: str) -> None:
        self._once("tell_human", key, lambda: None, words)

    def resume(self, key: str) -> None:
        def deed() -> None:
            self.person = replace(self.person, with_human=False)

        self._once("resume", key, deed)

    # how we talk

    def stop_messages(self, key: str) -> None:
        def deed() -> None:
            self.person = replace(self.person, messages_on=False)

        self._once("stop_messages", key, deed)

    def start_messages(self, key: str) -> None:
        def deed() -> None:
            self.person = replace(self.person, messages_on=True)

        self._once("start_messages", key, deed)

    def change_how_we_talk(self, change: HowWeTalk, key: str) -> None:
        manner = {True: "slower", False: "fuller", None: "phone"}[change.large_and_slow]
        self._once("change_how_we_talk", key, lambda: None, change.language or manner)

    # broker

    def caseload(self) -> tuple[Case, ...]:
        return (
            Case("per_eh", "EH", "waiting for a PA", "6 days", overdue=True),
            Case("per_okafor", "Mr Okafor", "plan being written", "2 days"),
        )

    def client_status(self, person_id: str) -> ClientStatus:
        self._refuse("client_status")
        person = EH if person_id == "per_eh" else OKAFOR
        return ClientStatus(
            person, ("Plan signed off on 16 November.", "Three PAs asked, one said no."), "a PA to answer"
        )


def _slots(wanted: Wanted, until: date) -> list[Slot]:
    days = list(wanted.dates)
    if wanted.weekdays:
        span = (until - wanted.first).days + 1
        every = [wanted.first + timedelta(days=n) for n in range(span)]
        days = [d for d in every if CODES[d.weekday()] in wanted.weekdays]
    found = []
    for day in days:
        start = datetime.combine(day, wanted.start, tzinfo=LONDON)
        end = datetime.combine(day, wanted.end, tzinfo=LONDON)
        found.append(Slot(start, end if end > start else end + timedelta(days=1)))
    return found
