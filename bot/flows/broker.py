"""A broker's quick look-ups: the caseload, and how one client stands."""

from bot.flows.whose import whose
from bot.messages import Button
from bot.phrases.said import care as words
from bot.phrases.said import home
from bot.seen import Case, Person
from bot.talk import Facts, Flow, Step, Talk, say, slots_of

MOST_CASES = 8


def caseload(talk: Talk, facts: Facts) -> Step:
    """The broker's own cases, longest waiting first."""
    cases = talk.desk.caseload()
    if not cases:
        return say(words.NO_CASES)
    lines = [words.CASELOAD, *(_case(c) for c in cases[:MOST_CASES])]
    if len(cases) > MOST_CASES:
        lines.append(words.MORE_CASES.format(count=len(cases) - MOST_CASES))
    return say("\n".join(lines), Button(home.OPEN_PAGE, "link", url=talk.desk.page("home")))


def _case(case: Case) -> str:
    overdue = words.OVERDUE if case.overdue else ""
    return words.CASE.format(name=case.name, step=case.step, clock=case.clock, overdue=overdue)


def client(talk: Talk, facts: Facts) -> Step:
    """How one client's arrangement stands."""
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    status = talk.desk.client_status(person.id)
    lines = [words.CLIENT.format(name=status.person.name), *(words.CLIENT_LINE.format(line=n) for n in status.lines)]
    if status.next_step:
        lines.append(words.NEXT_STEP.format(next_step=status.next_step))
    return say("\n".join(lines), Button(home.OPEN_PAGE, "link", url=talk.desk.page("plan", person.id)))


CASELOAD = Flow("caseload", slots_of, caseload)
CLIENT = Flow("client", slots_of, client)
