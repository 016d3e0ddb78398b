"""Danger in a conversation: the number first, a human told in the same moment, one calm question, nothing booked over it."""

from dataclasses import dataclass, replace
from typing import Protocol

from bot.desk import Desk
from bot.flows.pushed import human_button
from bot.messages import Button, Press, Reply
from bot.phrases.said import danger as words
from bot.phrases.said import said, said_by_line
from bot.running import Outcome, aside
from bot.store import State
from bot.talk import Talk


class Alarm(Protocol):
    """What the safety check answers with: `bot.safety.SafetyAnswer`, or any stand-in."""

    @property
    def kind(self) -> str: ...

    def reply(self, *, told: bool) -> Reply: ...


@dataclass(frozen=True)
class UnclearAlarm:
    """Danger that was understood from the whole message, without a sign that names its kind."""

    kind: str = "unclear"

    def reply(self, *, told: bool) -> Reply:
        """The number first, whether a human knows, and one question."""
        text = "\n".join([words.FIRST, words.TOLD if told else words.NOT_TOLD, words.QUESTION])
        return Reply(text, (safe_button(), human_button()), urgent=True)


def safe_button() -> Button:
    """The way out of a danger that has passed, or never was."""
    return Button(words.SAFE_NOW, "back", press=Press("danger.over", lasting=True))


def answer_danger(desk: Desk, state: State, alarm: Alarm, text: str, key: str) -> Outcome:
    """Tell a human and say the number. What was open is put aside, and its buttons go out of date.

    A desk that cannot be reached must not keep the number from being shown: then the reply says that nobody knows.
    """
    try:
        report, told = desk.report_danger(alarm.kind, text, key).id, True
    except Exception:
        report, told = "", False
    return Outcome(replace(aside(state), danger=report), (spoken(alarm.reply(told=told)),))


def spoken(reply: Reply) -> Reply:
    """What is said of danger in this person's own language, the English below each line. The number stands in both."""
    buttons = tuple(replace(button, label=said(button.label)) for button in reply.buttons)
    return replace(reply, text=said_by_line(reply.text), buttons=buttons)


def pass_on(talk: Talk, state: State, text: str) -> Outcome:
    """The next words after a danger message go to whoever has the report; then the conversation is open again."""
    try:
        talk.desk.add_to_danger(state.danger, text, talk.key)
        sentence = words.PASSED_ON
    except Exception:
        sentence = words.NOT_PASSED_ON
    return Outcome(replace(state, danger=""), (Reply(sentence, (safe_button(), human_button()), urgent=True),))
