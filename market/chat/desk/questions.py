"""Questions that wait for this person's yes or no: cover a visit, or pay more for cover."""

from bot.seen import OpenQuestion, Outcome, Settled
from market.bookings.cascade import answers, queries
from market.bookings.cascade.tables import BackupContact, CascadeQuestion
from market.chat.desk.within import Within, asked
from market.core.actor import Actor
from market.core.errors import NotFound
from market.people.access import may_commit_money, people_of
from market.people.rules import Scope
from market.wiring import seen


class Questions(Within):
    """What was asked of this actor, as a backup contact or as who may spend."""

    @asked
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        actor = self.someone
        to_me = queries.open_questions_for(self.session, actor.account_id, actor.provider_id)
        found = [seen.cover_question(self.session, question) for question in to_me]
        if actor.role.is_customer or actor.role.stands_by_someone:
            known = people_of(self.session, actor, Scope.SEE_VISITS, self.now)
            people = [person.id for person in known if may_commit_money(self.session, actor, person, self.now)]
            found += [seen.price_question(self.session, q) for q in queries.price_questions_for(self.session, people)]
        return tuple(sorted(found, key=lambda question: question.answer_by))

    @asked
    def settle(self, question_id: str, yes: bool, key: str) -> Settled:
        actor, question = self.someone, queries.question(self.session, question_id)
        contact = queries.contact(self.session, question.contact_id)
        as_contact = _is_theirs(contact, actor) and question.price_answer_by is None
        shown = (
            seen.cover_question(self.session, question) if as_contact else seen.price_question(self.session, question)
        )
        before = self.done_before("settle", key)
        if before is not None:
            return Settled(_outcome(before), shown)
        if as_contact or (_is_theirs(contact, actor) and not self._may_spend(question)):
            came = answers.answer(self.session, question_id, yes, by=actor, now=self.now)
        elif self._may_spend(question):
            self.want_unlocked()
            came = answers.agree_price(self.session, actor, question_id, yes, now=self.now)
        else:
            raise NotFound
        self.note_done("settle", key, came.value)
        return Settled(_outcome(came.value), shown)

    def _may_spend(self, question: CascadeQuestion) -> bool:
        person = seen.person(self.session, queries.cascade(self.session, question.cascade_id).person_id)
        return may_commit_money(self.session, self.someone, person, self.now)


def _is_theirs(contact: BackupContact, actor: Actor) -> bool:
    mine = contact.account_id is not None and contact.account_id == actor.account_id
    return mine or (contact.provider_id is not None and contact.provider_id == actor.provider_id)


def _outcome(word: str) -> Outcome:
    outcomes: dict[str, Outcome] = {
        "done": "done",
        "declined": "declined",
        "late": "late",
        "already_covered": "already_covered",
        "already_answered": "already_answered",
    }
    return outcomes[word]
