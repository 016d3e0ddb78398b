"""The chat in a terminal: `alongside chat`. One line is one message, `[label]` presses, `[+20m]` moves the clock."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol, TextIO

from rapidfuzz import fuzz, process, utils
from sqlmodel import Session

from bot.channels.text import as_text, read_line
from bot.engine import Turn
from bot.messages import Button, Reply, reply_from_json
from market.chat import queries
from market.chat.rules import Via
from market.chat.service import open_conversation
from market.chat.tables import Conversation
from market.chat.turns import ChatServices, answer
from market.core.actor import Role
from market.core.clock import Clock, StandingClock
from market.core.database import Database
from market.core.ids import new_id
from market.core.tables import EventRow
from market.messages.mail import whole_address
from market.people.tables import Account, RoleGrant

MOVES = re.compile(r"\[\+(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?\]", re.IGNORECASE)
VISITOR = "visitor"
_MOST_STEPS = 10_000


class RunsDue(Protocol):
    """A worker, as the terminal needs it."""

    def run_due(self) -> int: ...


@dataclass(eq=False)
class NobodyLikeThat(Exception):
    """Nobody holds this role, or nobody of this name does. `names` are those who do."""

    wanted: str
    names: tuple[str, ...]


@dataclass
class Terminal:
    """One sitting at the terminal, as one person. `shown` is every reply so far, so that a label can be pressed."""

    database: Database
    clock: StandingClock
    worker: RunsDue
    services: ChatServices
    conversation: str
    shown: list[Reply] = field(default_factory=list)
    lines: int = 0
    turn_seen: int = 0

    def take(self, line: str) -> dict[str, Any]:
        """One line in, what came of it out, in the shape that `--json` promises."""
        moved, turn, before = moves(line), None, self._newest_event()
        if moved is not None:
            self._move(moved)
        else:
            turn = self._say(line)
        self.worker.run_due()
        pushed, happened = self._pushed(), self._events_since(before)
        self.shown += [*(turn.replies if turn else ()), *pushed]
        return {
            "said": line,
            "understood": _understood(turn),
            "replies": [self._as_json(reply) for reply in (turn.replies if turn else ())],
            "pushed": [self._as_json(reply) for reply in pushed],
            "events": [{"name": event.name, "subject": event.subject, **event.facts} for event in happened],
        }

    def _say(self, line: str) -> Turn:
        self.lines += 1
        incoming = read_line(line, self.shown, id=f"line_{self.lines}", conversation=self.conversation)
        with self.database.write() as session:
            return answer(session, self.services, incoming, self.clock.now())

    def _move(self, by: timedelta) -> None:
        """Move the clock, stopping at each job on the way, so that everything happens at its own time."""
        until = self.clock.now() + by
        for _ in range(_MOST_STEPS):
            with self.database.read() as session:
                due = queries.next_job_at(session, until)
            if due is None:
                break
            self.clock.set(max(due, self.clock.now()))
            if not self.worker.run_due():
                break  # held by another worker: it will be done there
        self.clock.set(until)

    def _as_json(self, reply: Reply) -> dict[str, Any]:
        home = self.services.settings.public_address
        return {"text": reply.text, "buttons": [_button(button, home) for button in reply.buttons]}

    def _pushed(self) -> list[Reply]:
        """What has arrived by itself since the last line."""
        with self.database.read() as session:
            turns = queries.turns(session, self.conversation, after=self.turn_seen)
        self.turn_seen = max((turn.id or 0 for turn in turns), default=self.turn_seen)
        return [reply_from_json(kept) for turn in turns if turn.pushed for kept in turn.replies]

    def _newest_event(self) -> int:
        with self.database.read() as session:
            return queries.newest_event(session)

    def _events_since(self, number: int) -> list[EventRow]:
        with self.database.read() as session:
            return list(queries.events_after(session, number))


def sit_down(
    database: Database,
    clock: StandingClock,
    make_worker: Callable[[Database, Clock], RunsDue],
    services: ChatServices,
    *,
    who: str,
    locked: bool = False,
) -> Terminal:
    """A terminal for `ROLE[:NAME]`, with what is due done first. Raises `NobodyLikeThat`."""
    worker = make_worker(database, clock)
    worker.run_due()
    with database.write() as session:
        conversation = _opened(session, who, clock, locked=locked)
    return Terminal(database, clock, worker, services, conversation.id)


def _opened(session: Session, who: str, clock: StandingClock, *, locked: bool) -> Conversation:
    now, address = clock.now(), new_id("trm")
    if who == VISITOR:
        return open_conversation(session, Via.TERMINAL, address, now=now, locked=locked)
    account, grant = person_meant(session, who, clock)
    return open_conversation(
        session, Via.TERMINAL, address, now=now, account_id=account.id, grant_id=grant.id, locked=locked
    )


def person_meant(session: Session, who: str, clock: Clock) -> tuple[Account, RoleGrant]:
    """Who is meant by `ROLE[:NAME]`: the first to hold the role, or the one whose name is most like it.

    Raises `NobodyLikeThat`.
    """
    role, _, name = who.partition(":")
    if role not in set(Role):
        raise NobodyLikeThat(who, tuple(role.value for role in Role))
    held = queries.holders(session, Role(role), clock.now())
    names = {at: account.name for at, (account, _) in enumerate(held)}
    if not name.strip() and held:
        return held[0]
    found = process.extractOne(name, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=80)
    if found is None:
        raise NobodyLikeThat(who, tuple(names.values()))
    return held[found[2]]


def converse(terminal: Terminal, lines: Iterable[str], out: TextIO, *, as_json: bool) -> None:
    """Take each line in turn until there are no more. Empty lines are passed over."""
    for line in lines:
        said = line.rstrip("\r\n")
        if not said.strip():
            continue
        came = terminal.take(said)
        out.write(json.dumps(came, ensure_ascii=False) + "\n" if as_json else _as_talk(came))
        out.flush()


def moves(line: str) -> timedelta | None:
    """How far `[+20m]`, `[+2h30m]` or `[+1d]` moves the clock; None for anything else."""
    found = MOVES.fullmatch(line.strip())
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def _understood(turn: Turn | None) -> dict[str, Any]:
    heard = turn.understood if turn else None
    if heard is None:
        return {"intent": "", "slots": {}, "ask": [], "also": []}
    return {"intent": heard.intent, "slots": dict(heard.slots), "ask": list(heard.ask), "also": list(heard.also)}


def _button(button: Button, home: str) -> dict[str, str]:
    shown = {"label": button.label, "means": button.means}
    return {**shown, "url": whole_address(button.url, home)} if button.url else shown


def _as_talk(came: dict[str, Any]) -> str:
    """For a person at the terminal: what was answered, then what arrived by itself."""
    return "".join(
        [*(_shown(reply, "") for reply in came["replies"]), *(_shown(reply, "✉ ") for reply in came["pushed"])]
    )


def _shown(reply: dict[str, Any], mark: str) -> str:
    buttons = tuple(Button(b["label"], b["means"], url=b.get("url", "")) for b in reply["buttons"])
    return f"\n{mark}{as_text(Reply(reply['text'], buttons))}\n"
