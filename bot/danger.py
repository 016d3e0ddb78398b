"""Danger in a conversation: the number first, a human told in the same moment, one calm question, nothing booked over it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.desk import Desk
from bot.flows.pushed import human_button
from bot.messages import Button, Press, Reply
from bot.phrases import care as words
from bot.running import Outcome
from bot.store import State
from bot.talk import Talk


class Alarm(Protocol):
    """What the safety check answers with: `bot.safety.SafetyAnswer`."""

    @property
    def kind(self) -> str: ...
    @property
    def first_line(self) -> str: ...
    @property
    def more(self) -> Sequence[str]: ...
    @property
    def question(self) -> str: ...


def answer_danger(desk: Desk, state: State, alarm: Alarm | None, text: str, key: str) -> Outcome:
    """The right number, who has been told, one question. What was open is put aside; its buttons go out of date."""
    report, told = _told(desk, alarm, text, key)
    reply = first_words(alarm, told)
    return Outcome(replace(_aside(state), danger=report), (reply,))


def first_words(alarm: Alarm | None, told: str = words.SAFE_NOT_TOLD) -> Reply:
    """The danger message itself. It needs nothing to be running."""
    first = alarm.first_line if alarm else words.DANGER_FIRST
    more = list(alarm.more) if alarm else []
    question = alarm.question if alarm else words.DANGER_QUESTION
    text = "\n".join([first, *more, told, question])
    safe = Button(words.SAFE_NOW, "back", press=Press("safe", lasting=True))
    return Reply(text, (safe, human_button()), urgent=True)


def _told(desk: Desk, alarm: Alarm | None, text: str, key: str) -> tuple[str, str]:
    try:
        told = desk.report_danger(alarm.kind if alarm else "unclear", text, key)
    except Exception:
        # A desk that cannot be reached must not keep the number from being shown; the person is told that nobody knows.
        return "", words.SAFE_NOT_TOLD
    return told.id, words.SAFE_TOLD.format(who=told.who)


def _aside(state: State) -> State:
    open_now = {k: v for k, v in state.open.items() if k != "parked"}
    kept = open_now if open_now.get("flow") else state.open.get("parked")
    return replace(state, open={"parked": kept} if kept else {})


def pass_on(talk: Talk, state: State, text: str) -> Outcome:
    """The next words after a danger message go to whoever has the report; then the conversation is open again."""
    try:
        talk.desk.add_to_danger(state.danger, text, talk.key)
        sentence = words.SAFE_PASSED_ON
    except Exception:
        sentence = words.SAFE_NOT_PASSED_ON
    safe = Button(words.SAFE_NOW, "back", press=Press("safe", lasting=True))
    return Outcome(replace(state, danger=""), (Reply(sentence, (safe, human_button()), urgent=True),))
