"""Safety, read before anything else on every message, in every state and channel.

It needs nothing but the words: no database, no desk, no vectors. Where an alarm is listening, that counts too; where it
breaks, the words count alone. `check` gives what to say at once. Telling a human is the engine's part
(`Desk.report_danger`), and `SafetyAnswer.reply` says plainly whether that worked.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Button, Press, Reply
from matching.danger import Alarm, Danger, look_for_danger

TOLD = "I have told a person here. They can see this now."
NOT_TOLD = "Nobody here has been told yet, so please ring."

_QUESTIONS_OF_YES_AND_NO = ("Is ", "Are ")


@dataclass(frozen=True)
class SafetyAnswer:
    """Danger now: its kind, the words to show first (the number in the first line) and one calm question.

    `seen_at` is when the message was read; `human_told` says that a human must be told in the same moment.
    """

    danger: Danger
    seen_at: datetime

    @property
    def kind(self) -> str:
        return self.danger.kind

    @property
    def first_line(self) -> str:
        return self.danger.first_line

    @property
    def question(self) -> str:
        return self.danger.question

    @property
    def human_told(self) -> bool:
        return self.danger.human_told

    def reply(self, *, told: bool) -> Reply:
        """What to send: number, what else helps, whether a human knows, then the question and its buttons.

        `told` is whether a human of ours has really been told; False when that failed or nothing else runs.
        """
        lines = (self.first_line, *self.danger.more, TOLD if told else NOT_TOLD, self.question)
        return Reply("\n".join(lines), buttons=self.buttons(), urgent=True)

    def buttons(self) -> tuple[Button, ...]:
        """Answers to the question where yes and no answer it, a human, and the way out of a false alarm."""
        ways_on = (
            Button("Talk to a person", "human", press=Press("human", lasting=True)),
            Button("It is not an emergency", "back", press=Press("danger.over", {"kind": self.kind})),
        )
        if not self.question.startswith(_QUESTIONS_OF_YES_AND_NO):
            return ways_on
        answers = tuple(
            Button(word, "emergency", press=Press("danger.answer", {"kind": self.kind, "answer": word.lower()}))
            for word in ("Yes", "No")
        )
        return (*answers, *ways_on)


def check(text: str, now: datetime, alarm: Alarm | None = None) -> SafetyAnswer | None:
    """What to say at once if this message tells of danger now; None if it does not. Never raises."""
    danger = look_for_danger(text, alarm)
    return SafetyAnswer(danger=danger, seen_at=now) if danger else None
