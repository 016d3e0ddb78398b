"""When a human is needed: danger, a worry, and somebody who would rather talk to a person."""

from datetime import timedelta

from bot.seen import Told
from market.chat.desk.within import SOON, Within, asked
from market.core.actor import Actor
from market.safeguarding import queries, service
from market.safeguarding.rules import ReportKind

_CONCERN_BY = timedelta(hours=4)
_DESK = "the out-of-hours desk"


class Humans(Within):
    """Telling somebody. None of these is refused for want of rights."""

    @asked
    def report_danger(self, kind: str, words: str, key: str) -> Told:
        return self._tell(ReportKind.DANGER, words, f"danger:{key}", self._own_person(), danger=kind)

    @asked
    def add_to_danger(self, report_id: str, words: str, key: str) -> None:
        if self.done_before("add_to_danger", key) is None:
            service.add_words(self.session, report_id, words)
            self.note_done("add_to_danger", key)

    @asked
    def raise_concern(self, person_id: str, words: str, wanted: str, key: str) -> Told:
        told = self._tell(ReportKind.CONCERN, words, f"concern:{key}", person_id or self._own_person(), wanted=wanted)
        return Told(told.id, "the safeguarding desk", told.number, self.now + _CONCERN_BY)

    @asked
    def hand_over(self, words: str, key: str) -> Told:
        open_now = queries.open_talk(self.session, self.conversation.id)
        if open_now is not None:
            return self._told(open_now.id, open_now.person_id)
        return self._tell(ReportKind.TALK, words, f"talk:{key}", self._own_person())

    @asked
    def tell_human(self, words: str, key: str) -> None:
        report = queries.open_talk(self.session, self.conversation.id)
        if report is not None and self.done_before("tell_human", key) is None:
            service.add_words(self.session, report.id, words)
            self.note_done("tell_human", key)

    @asked
    def resume(self, key: str) -> None:
        service.end_talk(self.session, self.conversation.id, now=self.now)

    def _tell(
        self, kind: ReportKind, words: str, key: str, person_id: str | None, *, danger: str = "", wanted: str = ""
    ) -> Told:
        report = service.tell_human(
            self.session,
            kind,
            words,
            by=self.speaker,
            key=key,
            now=self.now,
            person_id=person_id,
            danger=danger,
            wanted=wanted,
            conversation_id=self.conversation.id,
        )
        return self._told(report.id, report.person_id)

    def _told(self, report_id: str, person_id: str | None) -> Told:
        authority = self.authority_of(person_id)
        number = authority.out_of_hours_phone if authority else ""
        return Told(report_id, _DESK, number, self.now + SOON)

    def _own_person(self) -> str | None:
        """Whom it is about when nobody is named: oneself; never guessed for anybody else."""
        return self.actor.person_id if isinstance(self.actor, Actor) else None
