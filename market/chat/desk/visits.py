"""Visits to a person, or a provider's own work: seen, cancelled, and not turned up to."""

from dataclasses import replace
from datetime import date

from bot.seen import Asked, CancelTerms, MoveTerms, NewTime, Slot, Told
from bot.seen import Visit as SeenVisit
from market.bookings import queries, visiting
from market.bookings.errors import TooLate
from market.bookings.moving import service as moving
from market.bookings.moving.rules import NewTime as To
from market.bookings.once.service import takes_it_on
from market.bookings.rules import BookingStatus, VisitStatus, terms_from
from market.bookings.tables import Visit
from market.chat.desk.shown import START_SOONER, asked_of, work_visit
from market.chat.desk.within import SOON, Within, asked
from market.people.access import person_for
from market.people.rules import Scope
from market.wiring import seen
from market.wiring.terms_words import ONCE_GOES_ON, why_charged


class Visits(Within):
    """Asking about visits and changing one."""

    @asked
    def visits(self, person_id: str, first: date, last: date) -> tuple[SeenVisit, ...]:
        actor = self.someone
        if actor.provider_id and not person_id:
            rows = queries.work_between(self.session, actor.provider_id, first, last)
        else:
            person_for(self.session, actor, person_id, Scope.SEE_VISITS, self.now)
            rows = queries.visits_between(self.session, person_id, first, last)
        mine = bool(actor.provider_id and not person_id)
        shown = [row for row in rows if queries.state_of(row) is not VisitStatus.COVERED and not self._moved(row)]
        return tuple(
            work_visit(self.session, row, with_place=not self.locked) if mine else self._as_it_stands(row)
            for row in shown
        )

    def _moved(self, row: Visit) -> bool:
        """Whether it was moved: it stands where it is now, and not where it was."""
        return row.cancelled_at is not None and queries.moved_to(self.session, row.id) is not None

    def _as_it_stands(self, row: Visit) -> SeenVisit:
        """As it stands; one that nobody has said yes to is not said to be coming."""
        shown = seen.visit(self.session, row)
        waits = queries.status_of(queries.booking(self.session, row.booking_id), self.now) is BookingStatus.REQUESTED
        return replace(shown, state="requested") if waits and shown.state == "planned" else shown

    @asked
    def report_nobody_came(self, visit_id: str, key: str) -> Told:
        visit = visiting.report_not_arrived(self.session, self.someone, visit_id, now=self.now)
        authority = self.authority_of(visit.person_id)
        worker = visit.who_comes or "the provider"
        if authority is None:
            return Told(visit.id, worker)
        return Told(visit.id, f"{worker} and the out-of-hours desk", authority.out_of_hours_phone, self.now + SOON)

    @asked
    def cancel_terms(self, visit_id: str) -> CancelTerms:
        visit = visiting.visit_of_person(self.session, self.someone, visit_id, Scope.CANCEL, self.now)
        if visit.starts_at <= self.now:
            raise TooLate("visit", visit.starts_at)
        charge = visiting.charge_for_cancelling(self.session, visit, self.now)
        terms = terms_from(queries.booking(self.session, visit.booking_id).cancel_terms)
        shown = seen.visit(self.session, visit)
        why = (
            why_charged(visit.starts_at, self.now, terms) if charge else "",
            ONCE_GOES_ON if takes_it_on(self.session, visit, self.now) else "",
        )
        return CancelTerms(shown, charge, " ".join(filter(None, why)))

    @asked
    def cancel_visit(self, visit_id: str, seen_charge_pence: int, key: str) -> SeenVisit:
        if seen_charge_pence:
            self.want_unlocked()
        visit = visiting.cancel_visit(self.session, self.someone, visit_id, seen_charge_pence, now=self.now)
        return seen.visit(self.session, visit)

    @asked
    def move_terms(self, to: NewTime) -> MoveTerms:
        looked = moving.look_at_move(self.session, self.someone, to.visit_id, _to(to), now=self.now)
        slot = looked.to.slot
        return MoveTerms(
            visit=seen.visit(self.session, looked.visit),
            to=Slot(slot.starts_at, slot.ends_at),
            was_pence=looked.visit.each_pence,
            pence=looked.run.total,
            provider=looked.run.provider.name,
            answer_by=looked.answer_by,
            agree_to=(START_SOONER,) if looked.run.starts_within_cooling_off(self.now) else (),
        )

    @asked
    def move_visit(self, to: NewTime, seen_pence: int, key: str) -> Asked:
        self.want_unlocked()
        booking = moving.ask_to_move(
            self.session, self.someone, to.visit_id, _to(to), seen_pence=seen_pence, key=key, now=self.now
        )
        return asked_of(self.session, booking)


def _to(to: NewTime) -> To:
    return To(to.day, to.start, to.minutes)
