"""Transcripts: readable files of whole conversations, replayed against the engine with the scripted desk.

    as supporter, at 2026-11-23 09:15          who talks (see scripted_desk.PEOPLE) and when
    with taken                                 what is unusual about this world (see WORLDS), if anything
    > Tuesdays please                          what the person says; [Label] presses a button, [+20m] moves the clock
    ~ {"intent": "list_visits"}                what understanding makes of it (else a few plain words are known)
    ! cover                                    a message arrives by itself (see PUSHES)
    < Who is it for?                           what the bot answers, every word; | goes on; [buttons] stand below it
    done: ask off_donna 43200                  each deed of the desk, at the end, in order; "done: nothing" if none

`python -m tests.bot.transcripts` writes the answers anew; read the difference before you keep it.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.desk import Choice, DeskRefusal
from bot.flows import pushed
from bot.messages import Reply
from bot.phrases.saying import LONDON
from bot.seen import Accepted, Signpost, TakenSlot, ToPay
from bot.understood import Plainly
from tests.bot.talking import Talking
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_understanding import ScriptedUnderstanding
from tests.fakes.scripted_world import A_MOVE, COVER, DEARER, REQUESTS, slot, visit

FOLDER = Path(__file__).parents[1] / "transcripts"


def _taken(desk: ScriptedDesk) -> None:
    desk.taken = (TakenSlot(slot(10, 9, month=12), "already booked", (slot(10, 11, month=12),)),)


def _refuse(verb: str, refusal: DeskRefusal) -> Callable[[ScriptedDesk], None]:
    def set_up(desk: ScriptedDesk) -> None:
        desk.refusals[verb] = [refusal]

    return set_up


def _pay_by_card(desk: ScriptedDesk) -> None:
    desk.pay_url = "https://alongside.example/pay/bkg_1"
    desk.agree_to = ("You have 14 days to change your mind. You ask us to start sooner.",)


WORLDS: dict[str, Callable[[ScriptedDesk], None]] = {
    "taken": _taken,
    "pay by card": _pay_by_card,
    "something to pay": lambda desk: setattr(
        desk, "owed", (ToPay("Company and a walk", 3400, "https://alongside.example/bookings/bkg_1/pay"),)
    ),
    "cover asked": lambda desk: desk.questions.append(COVER),
    "dearer asked": lambda desk: desk.questions.append(DEARER),
    "cover settled": lambda desk: desk.questions.clear(),
    "no visits": lambda desk: desk.own.clear(),
    "no requests": lambda desk: desk.waiting.clear(),
    "nothing found": lambda desk: setattr(desk, "nothing_found", True),
    "desk down": lambda desk: setattr(desk, "broken", True),
    "donna late": lambda desk: desk.own.__setitem__(0, replace(desk.own[0], minutes_late=20)),
    "nursing": lambda desk: setattr(
        desk, "signpost", Signpost("A district nurse does that. Ring your GP.", "PAs here may not give injections.")
    ),
    "bad postcode": _refuse("search", DeskRefusal("bad_postcode", "I can't find that postcode.")),
    "too dear": _refuse("quote", DeskRefusal("over_budget", "That is £92 more than the direct payment has left.")),
    "not cleared": _refuse(
        "quote",
        DeskRefusal("not_cleared", "Donna is not cleared for washing.", (Choice("Find someone who is", "find help"),)),
    ),
    "locked": _refuse("pots", DeskRefusal("locked", "This is private.")),
    "few words": lambda desk: setattr(desk, "person", replace(desk.person, large_and_slow=True)),
    "polish": lambda desk: setattr(desk, "person", replace(desk.person, language="Polish")),
    "just gone": _refuse("ask", DeskRefusal("slot_taken", "One of those times has just gone.")),
}

PUSHES: dict[str, Callable[[Talking], Reply]] = {
    "cover": lambda talk: pushed.question(COVER, talk.now),
    "dearer": lambda talk: pushed.question(DEARER, talk.now),
    "request": lambda talk: pushed.request_to_provider(REQUESTS[0], talk.now),
    "move": lambda talk: _asked_to_move(talk),
    "covered": lambda talk: pushed.covered(visit("vis_3", 26, 9, "Kath"), "Donna", talk.now, to_customer=True),
    "worker ill": lambda talk: pushed.worker_cannot_come(visit("vis_3", 26, 9), talk.now, to_customer=True),
    "accepted": lambda talk: pushed.booking_accepted(
        Accepted("bkg_1", "Arthur", (slot(1, 9, month=12),) * 8), "Donna Marsh", "per_arthur", talk.now
    ),
    "declined": lambda talk: pushed.booking_declined("Donna Marsh", "I'm full", "a walk", "per_arthur"),
}


def _asked_to_move(talk: Talking) -> Reply:
    if A_MOVE not in talk.desk.waiting:
        talk.desk.waiting.append(A_MOVE)
    return pushed.request_to_provider(A_MOVE, talk.now)


@dataclass
class Transcript:
    """One file, read: what it is about, who talks, and its lines."""

    path: Path

    @property
    def lines(self) -> list[str]:
        return self.path.read_text(encoding="utf-8").splitlines()


def turns_of(transcript: Transcript, set_up: Callable[[Talking], None] | None = None) -> list[Reply]:
    """Every answer to what was said or pressed, in order; not what arrived by itself. `set_up` changes who is talking."""
    answers: list[Reply] = []
    replay(transcript, set_up, answers)
    return answers


def replay(
    transcript: Transcript, set_up: Callable[[Talking], None] | None = None, answers: list[Reply] | None = None
) -> list[str]:
    """The file as it comes out now: the same heading and sayings, with the bot's answers of today."""
    out: list[str] = []
    talk: Talking | None = None
    meanings: dict[str, Plainly] = {}
    lines = transcript.lines
    for at, line in enumerate(lines):
        if line.startswith("as "):
            talk = _talking(line, meanings)
            if set_up:
                set_up(talk)
        elif line.startswith("with ") and talk:
            WORLDS[line.removeprefix("with ")](talk.desk)
        elif line.startswith(("> ", "! ")) and talk:
            out.append(line)
            if at + 1 < len(lines) and lines[at + 1].startswith("~ "):
                meanings[line[2:]] = _meaning(lines[at + 1][2:])
                out.append(lines[at + 1])
            before = len(talk.seen)
            out += _answers(talk, line)
            if answers is not None and line.startswith("> "):
                answers += talk.seen[before:]
            continue
        if not line.startswith(("<", "|", "  [", "done:", "~ ")):
            out.append(line)
    while out and not out[-1]:
        out.pop()
    assert talk is not None, f"{transcript.path.name} does not say who talks"
    done = [" ".join(part for part in deed if part) for deed in talk.desk.done]
    return [*_without_double_blanks(out), "", *(f"done: {deed}" for deed in done or ["nothing"])]


def _talking(line: str, meanings: dict[str, Plainly]) -> Talking:
    who, _, when = line.removeprefix("as ").partition(", at ")
    talk = Talking.as_(who)
    talk.now = datetime.fromisoformat(when).replace(tzinfo=LONDON)
    talk.understand = ScriptedUnderstanding(meanings)
    return talk


def _meaning(text: str) -> Plainly:
    read = json.loads(text)
    return Plainly(read["intent"], read.get("slots", {}), tuple(read.get("ask", ())), tuple(read.get("also", ())))


def _answers(talk: Talking, line: str) -> list[str]:
    said, before = line[2:], len(talk.seen)
    if line.startswith("! "):
        talk.push(PUSHES[said](talk))
    elif said.startswith("[+"):
        talk.wait(said.strip("[]"))
        return []
    elif said in ("[a voice note]", "[a picture]"):
        talk.send_kind("voice" if "voice" in said else "picture")
    elif said.startswith("["):
        talk.press(said[1:-1])
    else:
        talk.say(said)
    return [shown for reply in talk.seen[before:] for shown in _shown(reply)]


def _shown(reply: Reply) -> list[str]:
    first, *rest = reply.text.splitlines()
    buttons = " ".join(f"[{b.label}]" for b in reply.buttons)
    return [f"< {first}", *(f"| {line}" for line in rest), *([f"  {buttons}"] if buttons else [])]


def _without_double_blanks(lines: list[str]) -> list[str]:
    return [line for at, line in enumerate(lines) if line or at == 0 or lines[at - 1]]


def transcripts() -> list[Transcript]:
    """Every file of the folder, by name."""
    return [Transcript(path) for path in sorted(FOLDER.glob("*.txt"))]


if __name__ == "__main__":
    for each in transcripts():
        if sys.argv[1:] and each.path.stem not in sys.argv[1:]:
            continue
        each.path.write_text("\n".join(replay(each)) + "\n", encoding="utf-8")
