"""How a flow is written: facts in, one step out.

A flow gathers facts, asks for what is missing, reads the whole back, and acts only in `do`, which the engine calls
after a
Yes to that read-back. A flow keeps nothing itself: its facts are JSON values in the conversation's state.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.desk import Desk, DeskRefusal
from bot.messages import Button, Means, Press, Reply
from bot.phrases.saying import LONDON
from bot.questions import Option, Question, Value
from bot.seen import Me

Facts = dict[str, Any]


class Heard(Protocol):
    """What `bot.understanding` makes of a message: see its `Understood`."""

    @property
    def intent(self) -> str: ...
    @property
    def slots(self) -> Mapping[str, object]: ...
    @property
    def ask(self) -> tuple[str, ...]: ...
    @property
    def also(self) -> tuple[str, ...]: ...
    @property
    def either(self) -> Mapping[str, tuple[str, ...]]: ...


@dataclass(frozen=True)
class Talk:
    """One turn as a flow sees it. `key` makes the desk act once for this turn; `hear` is what understanding makes of words."""

    desk: Desk
    me: Me
    now: datetime
    key: str
    hear: Callable[[str], Heard]

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()


@dataclass(frozen=True)
class Ask:
    """Ask for one fact. `lead` is said first; `means` is what its buttons mean.

    `human` adds a person to talk to: where the answer wanted may not be among the options.
    """

    question: Question
    facts: Facts
    lead: str = ""
    means: Means = "option"
    human: bool = False


@dataclass(frozen=True)
class ReadBack:
    """Say in one sentence what will be done, with Yes, Change and No; `human` adds a person to talk to."""

    sentence: str
    facts: Facts
    yes: str = "Yes"
    human: bool = False


@dataclass(frozen=True)
class Say:
    """The flow is over: these are its last words.

    `quiet_after`: nothing follows them, whatever was open before. `undo`: the deed that may be taken back for ten
    minutes, and what it was about (see `bot.flows.undo`).
    """

    replies: tuple[Reply, ...]
    quiet_after: bool = False
    undo: tuple[str, str] | None = None


@dataclass(frozen=True)
class GoTo:
    """Go on in another flow with these facts."""

    flow: str
    facts: Facts


@dataclass(frozen=True)
class Act:
    """Do it now, with no read-back: only for what was said in so many words and harms nobody (STOP, a code, a person)."""

    facts: Facts


Step = Act | Ask | ReadBack | Say | GoTo


def _keep(facts: Facts, name: str, value: Value) -> Facts:
    return {**facts, name: value}


def _forget(facts: Facts, name: str) -> Facts:
    return {k: v for k, v in facts.items() if k != name}


def _nothing_to_do(talk: Talk, facts: Facts) -> Step:
    raise AssertionError("a flow that only looks things up has nothing to do after a Yes")


def _no_way_on(facts: Facts, refusal: DeskRefusal) -> Facts | None:
    return None


def _nothing_to_change(facts: Facts) -> tuple[Option, ...]:
    return ()


def _no_amendment(talk: Talk, facts: Facts, heard: Heard) -> Facts | None:
    return None


@dataclass(frozen=True)
class Flow:
    """A conversation with one aim.

    begin: facts from the first message (its meaning and its words). step: what comes next for these facts; asks,
    reads back or
    ends, and changes nothing. do: the act, after a Yes. keep: put an answer among the facts. forget: take a fact
    out to be
    asked again. refused: facts without what the desk would not have, to ask for it again, or None to end.
    amend: facts changed by free words said at the read-back ("make it 10"), or None if they change nothing.
    """

    name: str
    begin: Callable[[Talk, Heard, str], Facts]
    step: Callable[[Talk, Facts], Step]
    do: Callable[[Talk, Facts], Step] = _nothing_to_do
    keep: Callable[[Facts, str, Value], Facts] = _keep
    forget: Callable[[Facts, str], Facts] = _forget
    change: Callable[[Facts], tuple[Option, ...]] = _nothing_to_change
    refused: Callable[[Facts, DeskRefusal], Facts | None] = _no_way_on
    amend: Callable[[Talk, Facts, Heard], Facts | None] = _no_amendment


def slots_of(talk: Talk, heard: Heard, text: str) -> Facts:
    """The plain way to begin: what was heard, as facts, and the words as `said`."""
    return {**heard.slots, "said": text}


def say(text: str, *buttons: Button) -> Say:
    """End with one reply."""
    return Say((Reply(text, buttons),))


def menu_button(label: str, intent: str) -> Button:
    """A button that starts something, whenever it is pressed."""
    return Button(label, "option", press=Press("intent", {"intent": intent}, lasting=True))
