"""A broker's quick look-ups: the caseload, and how one client's arrangement stands."""

from datetime import datetime, timedelta

from bot.desk import DeskRefusal
from bot.phrases import saying
from bot.seen import Case, ClientStatus, Person, Slot
from market.bookings import queries as bookings
from market.bookings.rules import BookingStatus
from market.chat.desk.within import Within, asked
from market.core.actor import Role
from market.core.times import wall_day
from market.people.access import caseload_of, person_for
from market.people.rules import Scope
from market.people.tables import Person as PersonRow
from market.plans import queries as plans
from market.plans.rules import PlanStatus
from market.plans.service import status_of
from market.plans.tables import Plan

_STEPS = {
    PlanStatus.DRAFT: "plan being written",
    PlanStatus.WAITING: "waiting for sign-off",
    PlanStatus.SIGNED_OFF: "plan signed off",
    PlanStatus.RETURNED: "plan given back to you",
}
_NEXT = {
    PlanStatus.DRAFT: "you to finish the plan",
    PlanStatus.WAITING: "the sign-off officer",
    PlanStatus.RETURNED: "you to change the plan",
}
_OVERDUE = {
    PlanStatus.DRAFT: timedelta(days=14),
    PlanStatus.WAITING: timedelta(days=5),
    PlanStatus.RETURNED: timedelta(days=5),
}
"""When a step has waited too long: two weeks to a plan is what community brokerage takes."""


class Brokering(Within):
    """For brokers, about the people they look after."""

    @asked
    def caseload(self) -> tuple[Case, ...]:
        if self.someone.role is not Role.BROKER:
            raise DeskRefusal("not_allowed", "Only a broker has a caseload.")
        rows = [(person, plans.plan_of(self.session, person.id)) for person in caseload_of(self.session, self.someone)]
        waiting = sorted(rows, key=lambda row: (_is_settled(row[1]), _since(row[1]) or self.now))
        return tuple(self._case(person, plan) for person, plan in waiting)

    def _case(self, person: PersonRow, plan: Plan | None) -> Case:
        if plan is None:
            return Case(person.id, person.name, "no plan yet", "not begun")
        status, since = status_of(plan), _since(plan) or self.now
        limit = _OVERDUE.get(status)
        overdue = limit is not None and self.now - since > limit
        return Case(person.id, person.name, _STEPS[status], saying.count((self.now - since).days, "day"), overdue)

    @asked
    def client_status(self, person_id: str) -> ClientStatus:
        row = person_for(self.session, self.someone, person_id, Scope.SEE_PLAN, self.now)
        plan = plans.plan_of(self.session, row.id)
        status = status_of(plan) if plan else None
        lines = [f"{_STEPS[status].capitalize()}." if status else "There is no plan yet."]
        lines += self._bookings(row.id)
        next_step = _NEXT.get(status, "") if status else "you to begin a plan"
        return ClientStatus(Person(row.id, row.name, postcode=row.postcode), tuple(lines), next_step)

    def _bookings(self, person_id: str) -> list[str]:
        statuses = [bookings.status_of(row, self.now) for row in bookings.bookings_of(self.session, person_id)]
        waiting, going = statuses.count(BookingStatus.REQUESTED), statuses.count(BookingStatus.ACCEPTED)
        lines = [f"{saying.count(going, 'booking')} running, {waiting} waiting for an answer."]
        today = wall_day(self.now)
        coming = bookings.visits_between(self.session, person_id, today, today + timedelta(days=28))
        if nearest := next((visit for visit in coming if visit.starts_at > self.now), None):
            slot = saying.slot_words(Slot(nearest.starts_at, nearest.ends_at), today)
            lines.append(f"Next visit: {nearest.who_comes or 'nobody set yet'}, {slot}.")
        return lines


def _is_settled(plan: Plan | None) -> bool:
    """Nobody waits where a plan was signed off: such cases come last."""
    return plan is not None and status_of(plan) is PlanStatus.SIGNED_OFF


def _since(plan: Plan | None) -> datetime | None:
    """When the present step began."""
    if plan is None:
        return None
    return max(moment for moment in (plan.made_at, plan.sent_at, plan.signed_at, plan.returned_at) if moment)
