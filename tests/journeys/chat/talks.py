"""Talks: whole conversations on the demo county, replayed over the real understanding, desk, services and worker.

    @ supporter:Joanne                 who talks from here on, each in a terminal of their own on one database and one clock
    > Dad can't get to his allotment   what they say; [Label] presses a button, [+20m] moves the clock
    < I found                          words of the answer, in this order; what stands between them is free to change
    ^ has said yes                     words of a message that arrived by itself after that line
    [Yes, please ask]                  a button that must stand under the answer
    ! booking.requested hold.placed    events that this line must have caused, all of them
    ! nothing                          no event at all but messages on their way
    - £                                words that must not be in the answer

Lines before the first @ say what the talk shows.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from market.chat.terminal import Terminal, sit_down
from market.chat.turns import ChatServices
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.search.live import LiveIndex
from market.worker import make_worker

FOLDER = Path(__file__).parent
MARKS = ("@", ">", "<", "^", "[", "!", "-")


@dataclass(frozen=True)
class Step:
    """One line said by somebody, and what must come of it."""

    who: str
    said: str
    number: int
    wanted: tuple[str, ...] = ()


def read_talk(path: Path) -> list[Step]:
    """The steps of a talk. Raises ValueError for a line that is none."""
    steps: list[Step] = []
    who = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@ "):
            who = line[2:].strip()
        elif line.startswith("> "):
            steps.append(Step(who, line[2:], number))
        elif who and line.strip():
            if not line.startswith(MARKS) or not steps:
                raise ValueError(f"{path.name}:{number}: {line}")
            last = steps[-1]
            steps[-1] = Step(last.who, last.said, last.number, (*last.wanted, line))
    return steps


@dataclass
class County:
    """The demo county on one database, with a terminal for each who talks."""

    database: Database
    clock: StandingClock
    services: ChatServices = field(
        default_factory=lambda: ChatServices(Settings(demo=True, public_address="https://x.example"), LiveIndex())
    )
    terminals: dict[str, Terminal] = field(default_factory=dict)

    def terminal(self, who: str) -> Terminal:
        if who not in self.terminals:
            self.terminals[who] = sit_down(
                self.database, self.clock, lambda on, by: make_worker(self.services, on, by), self.services, who=who
            )
        return self.terminals[who]

    def play(self, path: Path) -> None:
        """Say every line and hold what comes against what must. Terminals are opened first, so that all hear all."""
        steps = read_talk(path)
        for who in dict.fromkeys(step.who for step in steps):
            self.terminal(who)
        for step in steps:
            came = self.terminal(step.who).take(step.said)
            for wanted in step.wanted:
                check(came, wanted, f"{path.name}:{step.number} {step.who} > {step.said}")


def check(came: dict[str, Any], wanted: str, where: str) -> None:
    """One expectation of one line. Raises AssertionError with the whole answer."""
    replies = "\n".join(reply["text"] for reply in came["replies"])
    told = f"{where}\nwanted {wanted}\nunderstood {came['understood']}\n{replies}\npushed {came['pushed']}\nevents {_names(came)}"
    mark, rest = wanted[0], wanted[1:].strip()
    if mark == "<":
        assert rest in replies, told
    elif mark == "-":
        assert rest not in replies, told
    elif mark == "^":
        assert any(rest in reply["text"] for reply in came["pushed"]), told
    elif mark == "[":
        labels = [button["label"] for reply in came["replies"] for button in reply["buttons"]]
        assert wanted.strip("[]") in labels, f"{told}\nbuttons {labels}"
    elif rest == "nothing":
        assert [name for name in _names(came) if not name.startswith("message.")] == [], told
    else:
        assert set(rest.split()) <= set(_names(came)), told


def _names(came: dict[str, Any]) -> list[str]:
    return [event["name"] for event in came["events"]]
