"""Visits to a person, or a provider's own work: seen, cancelled, and not turned up to."""

from datetime import date

from bot.seen import CancelTerms, Told
from bot.seen import Visit as SeenVisit
from market.bookings import queries, visiting
from market.bookings.errors import TooLate
from market.bookings.once.service import takes_it_on
from market.bookings.rules import VisitStatus, terms_from
from market.chat.desk.shown import work_visit
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
        shown = [row for row in rows if queries.state_of(row) is not VisitStatus.COVERED]
        return tuple(
            work_visit(self.session, row, with_place=not self.locked) if mine else seen.visit(self.session, row)
            for row in shown
        )

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
