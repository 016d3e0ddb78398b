"""References: who is asked, what they are asked, how the asking stands. No I/O.

Conduct of Employment Agencies and Employment Businesses Regulations 2003, reg 22: for work with vulnerable people, copies
of qualifications and two references from people who are not related; or, where they cannot be had, that is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

NEEDED = 2
MOST_ASKED = 6
REMIND_AFTER = timedelta(days=7)
OPEN_FOR = timedelta(days=28)


class ReferenceState(StrEnum):
    """How one asking stands. The one it is about sees no more than this."""

    ASKED = "asked"
    REMINDED = "reminded"
    NOT_REACHED = "not_reached"
    NO_ANSWER = "no_answer"
    ANSWERED = "answered"
    SAID_NO = "said_no"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Asking:
    """The moments of one asking."""

    asked_at: datetime
    reminded_at: datetime | None = None
    not_reached_at: datetime | None = None
    answered_at: datetime | None = None
    said_no_at: datetime | None = None
    cancelled_at: datetime | None = None

    def state(self, now: datetime) -> ReferenceState:
        """How it stands now. An answer that came is an answer, whatever else happened."""
        if self.answered_at is not None:
            return ReferenceState.ANSWERED
        if self.said_no_at is not None:
            return ReferenceState.SAID_NO
        if self.cancelled_at is not None:
            return ReferenceState.CANCELLED
        if now >= self.asked_at + OPEN_FOR:
            return ReferenceState.NO_ANSWER
        if self.not_reached_at is not None:
            return ReferenceState.NOT_REACHED
        return ReferenceState.REMINDED if self.reminded_at is not None else ReferenceState.ASKED


OPEN = frozenset({ReferenceState.ASKED, ReferenceState.REMINDED, ReferenceState.NOT_REACHED})
COUNTS = frozenset({ReferenceState.ASKED, ReferenceState.REMINDED, ReferenceState.ANSWERED})


@dataclass(frozen=True)
class Question:
    """One question to a referee. With no `choices` it is answered in their own words."""

    id: str
    words: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    required: bool = True


_TRUST = (("yes", "Yes"), ("unsure", "I am not sure"), ("no", "No"))
QUESTIONS: tuple[Question, ...] = (
    Question(
        "related", "Are you related to them?", (("no", "No"), ("yes", "Yes")), "By blood, marriage or living together."
    ),
    Question("how_known", "How do you know them, and for how long?"),
    Question(
        "work", "What have you seen them do well?", hint="Work, care for somebody, something they did as a volunteer."
    ),
    Question("trust", "Would you let them help somebody you love, alone in their home?", _TRUST),
    Question("worry", "Is there anything that worries you about this?", hint="Leave it empty if not.", required=False),
)


def left_out(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Questions that must be answered and were not, or not with one of their choices."""
    return tuple(
        one.id
        for one in QUESTIONS
        if (one.required and not answers.get(one.id))
        or (one.choices and answers.get(one.id) and answers[one.id] not in dict(one.choices))
    )


def is_worrying(answers: Mapping[str, str]) -> bool:
    """Whether the desk should read this one first: a relative, a doubt, or a worry."""
    return answers.get("related") == "yes" or answers.get("trust") != "yes" or bool(answers.get("worry"))
