"""A provider's work: requests to answer, and what a worker says from the road and the doorstep."""

from collections.abc import Sequence
from datetime import datetime

from bot.seen import Accepted, CannotCome, Request
from bot.seen import Visit as SeenVisit
from market.bookings import answering, queries, visiting
from market.chat.desk.shown import work_visit
from market.chat.desk.within import Within, asked
from market.core.errors import NotFound
from market.wiring import seen

_ASKING = "I am asking their backup contacts now."
_ASKING_EACH = "I am asking the backup contacts of each of them now."


class Work(Within):
    """Requests and visits of the provider whom the actor works for."""

    @asked
    def requests(self) -> tuple[Request, ...]:
        actor = self.someone
        if actor.provider_id is None:
            return ()
        waiting = queries.requests_for(self.session, actor.provider_id, self.now)
        return tuple(seen.request(self.session, row) for row in waiting)

    @asked
    def accept(self, request_id: str, key: str) -> Accepted:
        booking = answering.accept(self.session, self.someone, request_id, now=self.now)
        return seen.accepted(self.session, booking)

    @asked
    def decline(self, request_id: str, reason: str, key: str) -> Request:
        booking = answering.decline(self.session, self.someone, request_id, reason, now=self.now)
        return seen.request(self.session, booking)

    @asked
    def cannot_come(self, visit_ids: Sequence[str], reason: str, key: str) -> CannotCome:
        if not visit_ids:
            raise NotFound
        visits = [
            visiting.report_cannot_come(self.session, self.someone, visit_id, reason, now=self.now)
            for visit_id in visit_ids
        ]
        several = len({visit.person_id for visit in visits}) > 1
        shown = tuple(self._work(visit.id) for visit in visits)
        return CannotCome(shown, _ASKING_EACH if several else _ASKING)

    @asked
    def running_late(self, visit_id: str, minutes: int, key: str) -> SeenVisit:
        if self.done_before("running_late", key) is None:
            visiting.running_late(self.session, self.someone, visit_id, minutes, now=self.now)
            self.note_done("running_late", key)
        return self._work(visit_id)

    @asked
    def arrived(self, visit_id: str, at: datetime, key: str) -> SeenVisit:
        visiting.start_visit(self.session, self.someone, visit_id, now=min(at, self.now))
        return self._work(visit_id)

    @asked
    def finished(self, visit_id: str, at: datetime, key: str) -> SeenVisit:
        visiting.complete_visit(self.session, self.someone, visit_id, now=min(at, self.now))
        return self._work(visit_id)

    def _work(self, visit_id: str) -> SeenVisit:
        visit = visiting.visit_of_provider(self.session, self.someone, visit_id)
        return work_visit(self.session, visit, with_place=False)
