"""Stop one visit; the others of its booking stay."""

from datetime import date, timedelta

from bot.flows.pushed import human_button
from bot.flows.which_visit import day_of, on_either, own_or, sentence, which_visit, with_both_days
from bot.flows.whose import is_self, whose
from bot.phrases import saying
from bot.phrases.said import visits as words
from bot.phrases.said import whose as whose_words
from bot.seen import Person, Visit
from bot.talk import Facts, Flow, ReadBack, Step, Talk, say

AHEAD_DAYS = 42
LONGEST_SPELL = 60


def stop_one(talk: Talk, facts: Facts) -> Step:
    """Stop one visit: say what that would cost first."""
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    facts = {**facts, "person_id": person.id}
    soon = [v for v in own_or(talk, person.id, talk.today, AHEAD_DAYS) if v.end > talk.now and v.state != "started"]
    if days := _told_days(facts):
        soon = [v for v in soon if day_of(v).isoformat() in days]
    if not soon:
        return say(whose_words.NO_VISITS, human_button())
    visit = which_visit(talk, facts, on_either(facts, soon))
    if not isinstance(visit, Visit):
        return visit
    terms = talk.desk.cancel_terms(visit.id)
    charge = saying.money(terms.charge_pence)
    cost = (
        words.CHARGE.format(charge=charge, why=terms.why)
        if terms.charge_pence
        else words.NO_CHARGE.format(why=terms.why)
    )
    for_name = "" if is_self(talk, person) else words.FOR_NAME.format(name=person.name)
    text = words.CANCEL_READ_BACK.format(
        worker=visit.worker or visit.provider, slot=sentence(visit, talk), for_name=for_name, charge=cost.strip()
    )
    return ReadBack(text, {**facts, "visit_id": visit.id, "seen_pence": terms.charge_pence}, yes=words.YES_STOP)


def _told_days(facts: Facts) -> set[str]:
    """Days told for several visits at once: they are stopped one by one, each read back."""
    if facts.get("dates"):
        return {str(d) for d in facts["dates"]}
    if not facts.get("date"):
        return set()
    first = date.fromisoformat(str(facts["date"]))
    last = date.fromisoformat(str(facts.get("until") or facts["date"]))
    return {(first + timedelta(days=n)).isoformat() for n in range(min((last - first).days, LONGEST_SPELL) + 1)}


def stop_it(talk: Talk, facts: Facts) -> Step:
    """Stop the visit at the charge that was read back."""
    visit = talk.desk.cancel_visit(str(facts["visit_id"]), int(facts["seen_pence"]), talk.key)
    return say(words.CANCELLED.format(worker=visit.worker or visit.provider, slot=sentence(visit, talk)))


STOP_ONE = Flow("stop_one", with_both_days, stop_one, stop_it)
