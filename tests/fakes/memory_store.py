"""The bot's store in memory, for tests. Held to the same contract as the real one (tests/contracts/test_store_contract.py)."""

import json
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

from bot.messages import Press, Reply, reply_as_json, reply_from_json, with_ids
from bot.store import AlreadyAnswered, State, Taken


class MemoryStore:
    """Dictionaries behind the `Store` Protocol, kept as JSON, as a table would: what is no plain value fails here.

    Ids count up, which is good for tests and for nothing else.
    """

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self.turns: dict[tuple[str, str], str] = {}
        self.buttons: dict[str, tuple[str, int, Press, datetime]] = {}
        self.used: set[int] = set()
        self.sets = 0
        self.locks: dict[str, threading.Lock] = defaultdict(threading.Lock)

    @contextmanager
    def locked(self, conversation: str) -> Iterator[None]:
        with self.locks[conversation]:
            yield

    def load(self, conversation: str) -> State:
        kept = self.states.get(conversation)
        return State(**json.loads(kept)) if kept else State()

    def save(self, conversation: str, state: State) -> None:
        self.states[conversation] = json.dumps(asdict(state))

    def answered(self, conversation: str, incoming_id: str) -> tuple[Reply, ...] | None:
        kept = self.turns.get((conversation, incoming_id))
        return None if kept is None else tuple(reply_from_json(r) for r in json.loads(kept))

    def remember(self, conversation: str, incoming_id: str, replies: Sequence[Reply]) -> None:
        if (conversation, incoming_id) in self.turns:
            raise AlreadyAnswered(conversation, incoming_id)
        self.turns[conversation, incoming_id] = json.dumps([reply_as_json(r) for r in replies])

    def keep_buttons(self, conversation: str, reply: Reply, expires: datetime) -> Reply:
        self.sets += 1
        ids = {}
        for at, button in enumerate(reply.buttons):
            if button.press is not None:
                ids[at] = f"btn_{len(self.buttons) + 1}"
                self.buttons[ids[at]] = (conversation, self.sets, button.press, expires)
        return with_ids(reply, ids)

    def take_button(self, conversation: str, button_id: str, now: datetime) -> Taken:
        kept = self.buttons.get(button_id)
        if kept is None or kept[0] != conversation:
            return Taken("unknown")
        _, of_set, press, expires = kept
        if press.lasting:
            return Taken("fresh", press)
        if of_set in self.used:
            return Taken("used", press)
        if now >= expires:
            return Taken("expired", press)
        self.used.add(of_set)
        return Taken("fresh", press)
