"""The transcripts again, with the real desk: the same lines, said in the same world in rows; and the same deeds come of them.

What the bot answers stands in `tests/transcripts/real/`; `python -m tests.chat.test_real_transcripts` writes it anew (read the difference).
"""

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlmodel import SQLModel

import market.migrations.every_table  # noqa: F401
from bot.phrases.saying import LONDON
from market.chat.turns import BROKEN
from market.core.clock import StandingClock
from market.core.database import Database
from tests.bot.transcripts import FOLDER, Transcript, replay, transcripts
from tests.chat.county import Here
from tests.chat.exeter import BEFORE, HAPPENINGS, WORLDS, Exeter, RealTalk, in_exeter, knows, opened

REAL = FOLDER / "real"
SCRIPT_ONLY = {
    "book_by_card": "cards are taken by a part of their own, which has its own conversations",
    "how_do_i_pay": "what is owed by card is walked in tests/payments",
    "nothing_to_pay_wrong_turn": "the same",
    "pa_types_her_answers": "the real desk tells no name before a yes, so that only days tell requests apart",
    "customer_asked_about_dearer_cover": "walked over the real services in tests/journeys/test_a_dearer_price.py",
    "danger_with_everything_down_wrong_turn": "a desk that is down is tried in tests/chat/test_web_chat.py",
}
DEEDS = {
    "ask": "booking.requested", "move_visit": "booking.requested", "take_back": "booking.cancelled", "cancel_visit": "visit.cancelled",
    "report_nobody_came": "visit.missed", "accept": "booking.accepted", "decline": "booking.declined",
    "cannot_come": "cascade.started", "running_late": "visit.changed", "arrived": "visit.started",
    "finished": "visit.completed", "add_outcome": "plan.outcome_added", "raise_concern": "concern.raised",
    "report_danger": "danger.reported", "hand_over": "handover.requested", "link_account": "account.linked",
}  # fmt: skip
"""The event that each deed of the desk leaves. Deeds that leave none (a yes to a question, how we talk) are not compared."""


CONSEQUENCES = {"cascade.started", "visit.cancelled", "visit.changed"}
"""What the county does of itself after a deed: cover is looked for, the visit given up is off, and a yes to moving one moves it."""


@dataclass(frozen=True)
class Template:
    """A filled database to copy, and who is in it: made once."""

    file: Path
    exeter: Exeter


def make_template(folder: Path) -> Template:
    database, clock = Database(f"sqlite:///{folder / 'exeter.db'}"), StandingClock(BEFORE)
    SQLModel.metadata.create_all(database.engine)
    exeter = in_exeter(database, clock)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return Template(folder / "exeter.db", exeter)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return make_template(tmp_path_factory.mktemp("exeter"))


def replay_really(transcript: Transcript, template: Template, file: Path) -> tuple[list[str], list[str]]:
    """The file as it comes out with the real desk, and the events that what was said has caused."""
    shutil.copy(template.file, file)
    database = Database(f"sqlite:///{file}")
    try:
        talk = RealReplay(transcript, template, database)
        return talk.lines(), talk.talk.deeds
    finally:
        database.close()


class RealReplay:
    """One transcript being said again."""

    def __init__(self, transcript: Transcript, template: Template, database: Database) -> None:
        self.said = [line for line in transcript.lines if not line.startswith(("<", "|", "  [", "done:"))]
        heading = next(line for line in self.said if line.startswith("as "))
        who, _, when = heading.removeprefix("as ").partition(", at ")
        clock = StandingClock(datetime.fromisoformat(when).replace(tzinfo=LONDON))
        here = Here(database, clock, None)  # type: ignore[arg-type]
        self.talk: RealTalk = opened(here, template.exeter, who, locked="with locked" in self.said)

    def lines(self) -> list[str]:
        out: list[str] = []
        for at, line in enumerate(self.said):
            out.append(line)
            told = self.said[at + 1] if at + 1 < len(self.said) else ""
            if line.startswith("with "):
                WORLDS[line.removeprefix("with ")](self.talk)
            elif line.startswith("! "):
                out += shown(self.talk.arrive(line[2:]))
            elif line.startswith("> "):
                if told.startswith("~ "):
                    knows(self.talk.here, line[2:], told[2:])
                out += shown(self.talk.say(line[2:]))
        return [line for line in out if line and not line.startswith("~ ")]


def shown(came: dict[str, Any]) -> list[str]:
    """What was answered, and with ^ what arrived by itself."""
    lines = []
    for mark, reply in [*(("<", r) for r in came["replies"]), *(("^", r) for r in came["pushed"])]:
        first, *rest = reply["text"].splitlines()
        buttons = " ".join(f"[{button['label']}]" for button in reply["buttons"])
        lines += [f"{mark} {first}", *(f"| {line}" for line in rest), *([f"  {buttons}"] if buttons else [])]
    return lines


def every() -> list[Transcript]:
    return [one for one in transcripts() if one.path.stem not in SCRIPT_ONLY]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


@pytest.mark.parametrize("transcript", every(), ids=lambda t: t.path.stem)
def test_the_same_conversation_goes_as_written_with_the_real_desk(
    transcript: Transcript, template: Template, folder: Path
) -> None:
    came, deeds = replay_really(transcript, template, folder / f"{transcript.path.stem}.db")
    assert came == (REAL / transcript.path.name).read_text(encoding="utf-8").splitlines()
    assert BROKEN not in "\n".join(came)
    real, scripted = events_of(deeds), events_of(scripted_deeds(transcript))
    assert scripted <= real
    assert real - scripted <= CONSEQUENCES


def events_of(names: list[str]) -> set[str]:
    return {name for name in names if name in DEEDS.values()}


def scripted_deeds(transcript: Transcript) -> list[str]:
    """The events that the scripted desk's deeds would have left."""
    done = [line.removeprefix("done: ").split()[0] for line in replay(transcript) if line.startswith("done: ")]
    return [DEEDS[deed] for deed in done if deed in DEEDS]


def test_every_transcript_is_replayed_really_or_says_why_not() -> None:
    assert {one.path.name for one in every()} == {path.name for path in REAL.glob("*.txt")}
    assert len(every()) >= 40
    used = {line for one in every() for line in one.lines if re.match(r"(?:! |with )", line)}
    assert {line.split(" ", 1)[1] for line in used} <= {*WORLDS, *HAPPENINGS}


if __name__ == "__main__":
    REAL.mkdir(exist_ok=True)
    with TemporaryDirectory() as made:
        filled = make_template(Path(made))
        for each in every():
            if sys.argv[1:] and each.path.stem not in sys.argv[1:]:
                continue
            answers, _ = replay_really(each, filled, Path(made) / f"{each.path.stem}_copy.db")
            (REAL / each.path.name).write_text("\n".join(answers) + "\n", encoding="utf-8")
