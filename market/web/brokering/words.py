"""Steps, troubles, waits and agreements in plain words. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from textwrap import shorten
from typing import NamedTuple

from market.brokerage.rules import Step, Trouble, Waiting
from market.people.rules import Basis, Scope

_SHOWN = 60


class StepWords(NamedTuple):
    """A step that waits: its words, and its icon."""

    words: str
    icon: str


STEPS: dict[Step, StepWords] = {
    Step.BEGIN_PLAN: StepWords("Begin the plan", "pencil"),
    Step.FINISH_PLAN: StepWords("Finish the plan", "pencil"),
    Step.MEND_PLAN: StepWords("Plan came back: mend it", "undo-2"),
    Step.SIGN_OFF: StepWords("Plan is out for sign-off", "clipboard-list"),
    Step.FIND: StepWords("Find support", "search"),
    Step.SEND: StepWords("Send the shortlist", "send"),
    Step.CHOOSE: StepWords("They are choosing", "list-checks"),
    Step.ANSWER: StepWords("Waiting for a yes", "hourglass"),
}

TROUBLES: dict[Trouble, str] = {
    Trouble.UNCOVERED: "A visit with nobody yet",
    Trouble.MISSED: "Nobody came",
    Trouble.DISPUTED: "A visit being looked into",
    Trouble.NO_BACKUP: "No backup contact",
    Trouble.OVERSPENT: "A pot is overspent",
}

MAY: dict[Scope, str] = {
    Scope.SEE_VISITS: "see visits",
    Scope.BOOK: "ask for visits",
    Scope.CANCEL: "cancel visits",
    Scope.SEE_MONEY: "see the money",
    Scope.SPEND: "spend the money",
    Scope.SEE_PLAN: "see the plan",
}

BASES: dict[Basis, str] = {
    Basis.CONSENT: "By agreement",
    Basis.LPA_HEALTH_WELFARE: "Attorney for health and welfare",
    Basis.LPA_PROPERTY: "Attorney for property and money",
    Basis.DEPUTY_WELFARE: "Deputy for welfare",
    Basis.DEPUTY_PROPERTY: "Deputy for property and money",
    Basis.NOMINATED_PERSON: "Nominated person for the direct payment",
    Basis.AUTHORISED_PERSON: "Authorised person for the direct payment",
}


def step_note(waiting: Waiting) -> str:
    """What the step is about: the person's own words for one outcome, a count for several."""
    if waiting.step is Step.FIND:
        return (
            f"“{shorten(waiting.words, _SHOWN, placeholder='…')}”"
            if waiting.count == 1
            else f"for {waiting.count} of their outcomes"
        )
    if waiting.step is Step.ANSWER:
        return waiting.words if waiting.count == 1 else f"for {waiting.count} requests"
    return f"{waiting.count} shortlists" if waiting.count > 1 else ""


def step_path(person_id: str, waiting: Waiting) -> str:
    """Where the broker goes on with a step."""
    if waiting.step in (Step.SEND, Step.CHOOSE):
        return f"/shortlists/{waiting.subject}"
    if waiting.step is Step.FIND and waiting.count == 1:
        return f"/people/{person_id}/find?outcome={waiting.subject}"
    if waiting.step is Step.ANSWER:
        return f"/people/{person_id}/bookings"
    return f"/people/{person_id}#{'outcomes' if waiting.step is Step.FIND else 'plan'}"


def waited(since: datetime, now: datetime) -> str:
    """The clock on a step: "2 hours", "today", "1 day", "5 days", "11 weeks"."""
    passed = max(now - since, timedelta())
    if passed < timedelta(hours=1):
        return "just now"
    if passed < timedelta(days=1):
        return _many(int(passed.total_seconds() // 3600), "hour")
    return _many(passed.days, "day") if passed.days < 21 else _many(passed.days // 7, "week")


def said_list(words: Iterable[str]) -> str:
    """ "see visits, ask for visits and see the plan"."""
    said = list(words)
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""


def may_words(scopes: Iterable[str]) -> str:
    """What somebody may do, in the order of the scopes."""
    held = set(scopes)
    return said_list(words for scope, words in MAY.items() if scope in held)


def _many(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
