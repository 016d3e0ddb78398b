"""What the bot remembers between turns, in tables: `bot.store.Store` over one open session."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from bot.messages import Press, Reply, reply_as_json, reply_from_json, with_ids
from bot.store import AlreadyAnswered, State, Taken
from market.chat import queries
from market.chat.tables import ButtonRow, Conversation, Turn
from market.core.ids import new_id


class ChatStore:
    """The bot's memory. `now` is this turn's; a conversation must have been opened (`service.open_conversation`)."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now

    @contextmanager
    def locked(self, conversation: str) -> Iterator[None]:
        """Hold the conversation's row to the end of the turn's transaction: a second message waits for the first."""
        queries.conversation_held(self._session, conversation)
        yield

    def load(self, conversation: str) -> State:
        kept = self._row(conversation).state
        if not kept:
            return State()
        return State(
            int(kept["version"]),
            int(kept["asked"]),
            dict(kept["open"]),
            str(kept["danger"]),
            dict(kept.get("undo") or {}),
        )

    def save(self, conversation: str, state: State) -> None:
        row = self._row(conversation)
        row.state = asdict(state)
        self._session.add(row)
        self._session.flush()

    def answered(self, conversation: str, incoming_id: str) -> tuple[Reply, ...] | None:
        turn = queries.turn(self._session, conversation, incoming_id)
        return None if turn is None else tuple(reply_from_json(kept) for kept in turn.replies)

    def remember(self, conversation: str, incoming_id: str, replies: Sequence[Reply]) -> None:
        if queries.turn(self._session, conversation, incoming_id) is not None:
            raise AlreadyAnswered(conversation, incoming_id)
        kept = [reply_as_json(reply) for reply in replies]
        self._session.add(Turn(conversation_id=conversation, incoming_id=incoming_id, replies=kept, at=self._now))
        self._session.flush()

    def keep_buttons(self, conversation: str, reply: Reply, expires: datetime) -> Reply:
        set_id, ids = new_id("set"), {}
        for at, button in enumerate(reply.buttons):
            if button.press is not None:
                ids[at] = new_id("btn")
                self._session.add(
                    ButtonRow(
                        id=ids[at],
                        conversation_id=conversation,
                        set_id=set_id,
                        verb=button.press.verb,
                        facts=dict(button.press.facts),
                        lasting=button.press.lasting,
                        expires_at=expires,
                    )
                )
        self._session.flush()
        return with_ids(reply, ids)

    def take_button(self, conversation: str, button_id: str, now: datetime) -> Taken:
        row = queries.button_held(self._session, button_id)
        if row is None or row.conversation_id != conversation:
            return Taken("unknown")
        press = Press(row.verb, row.facts, row.lasting)
        if row.lasting:
            return Taken("fresh", press)
        if row.used_at is not None:
            return Taken("used", press)
        if now >= row.expires_at:
            return Taken("expired", press)
        self._use_up(row.set_id, now)
        return Taken("fresh", press)

    def _use_up(self, set_id: str, now: datetime) -> None:
        for row in queries.used_together(self._session, set_id):
            row.used_at = row.used_at or now
            self._session.add(row)
        self._session.flush()

    def _row(self, conversation: str) -> Conversation:
        row = self._session.get(Conversation, conversation)
        if row is None:
            raise LookupError("this conversation was never opened")
        return row
