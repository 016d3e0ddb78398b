"""Nobody has come: find the visit that is due, and tell the desk."""

from datetime import timedelta

from bot.flows.pushed import human_button
from bot.flows.told import told_words
from bot.flows.which_visit import is_due, matching, own_or, sentence, which_visit
from bot.flows.whose import whose
from bot.phrases import saying
from bot.phrases.said import visits as words
from bot.seen import Person, Visit
from bot.talk import Facts, Flow, ReadBack, Step, Talk, say, slots_of

LOOK_BACK = timedelta(hours=12)
"""A visit missed longer ago is no longer something to send anybody for; a person is."""


def nobody(talk: Talk, facts: Facts) -> Step:
    """Nobody has come: find the visit that is due, and read back whom to tell."""
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    facts = {**facts, "person_id": person.id}
    since = (talk.now - LOOK_BACK).astimezone(saying.LONDON).date()
    days = (talk.today - since).days + 1
    due = [v for v in own_or(talk, person.id, since, days) if is_due(talk, v) and v.end > talk.now - LOOK_BACK]
    if not due:
        return say(words.NOBODY_DUE + _next(talk, person), human_button())
    told = dict(facts.get("which_visit") or {})
    if "visit_id" not in facts and not matching(due, told):
        facts = {**facts, "which_visit": {}}
    visit = which_visit(talk, facts, due)
    if not isinstance(visit, Visit):
        return visit
    template = words.NOBODY_READ_BACK if visit.worker else words.NOBODY_READ_BACK_NONE
    text = template.format(worker=visit.worker, slot=sentence(visit, talk), them=words.THEM)
    return ReadBack(text, {**facts, "visit_id": visit.id}, yes=words.YES_TELL)


def _next(talk: Talk, person: Person) -> str:
    later = [v for v in own_or(talk, person.id, talk.today, 14) if v.start > talk.now]
    return words.NEXT_IS.format(visit=sentence(later[0], talk)) if later else ""


def tell_nobody_came(talk: Talk, facts: Facts) -> Step:
    """Tell the desk."""
    told = talk.desk.report_nobody_came(str(facts["visit_id"]), talk.key)
    return say(told_words(words.NOBODY_TOLD, told, talk), human_button())


NOBODY = Flow("nobody", slots_of, nobody, tell_nobody_came)
