"""Opening conversations, and what arrives in one by itself."""

import json
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from bot.messages import Button, Press, Reply, reply_as_json
from bot.phrases.said import Manner
from bot.pushing import in_manner, keep_pushed
from market.chat import queries
from market.chat.rules import Via
from market.chat.store import ChatStore
from market.chat.tables import ButtonRow, Conversation, Turn
from market.core.database import insert_once
from market.core.ids import new_id
from market.core.tables import OutboxRow
from market.safeguarding import service as safeguarding

PUSHED_BUTTONS_LAST = timedelta(days=2)


def open_conversation(
    session: Session,
    via: Via,
    address: str,
    *,
    now: datetime,
    account_id: str | None = None,
    grant_id: str | None = None,
    locked: bool = False,
) -> Conversation:
    """The conversation at this address, begun if it is new. An account given is tied to it; one already tied stays."""
    found = queries.conversation_at(session, via, address)
    if found is None:
        insert_once(
            session,
            Conversation,
            id=new_id("cnv"),
            via=via,
            address=address,
            account_id=account_id,
            grant_id=grant_id,
            locked=locked,
            state={},
            manner={},
            wrong_codes=0,
            made_at=now,
            linked_at=now if account_id else None,
        )
        found = queries.conversation_at(session, via, address)
    assert found is not None, "it was there or has just been written"
    return found


def start_anew(session: Session, conversation: Conversation, *, now: datetime) -> None:
    """The address passes to somebody else: what was said there is put away, and the conversation is as if it had just begun.

    What the former account said stays on record under its own name, with the reports it made and the buttons it was shown.
    A conversation that was nobody's goes on: there is nothing of anybody's in it.
    """
    queries.conversation_held(session, conversation.id)
    if conversation.account_id is None:
        return
    kept = Conversation(
        via=conversation.via,
        address=f"{conversation.address} until {now.isoformat()}",
        account_id=conversation.account_id,
        grant_id=conversation.grant_id,
        locked=True,
        stopped_at=now,
        made_at=conversation.made_at,
        linked_at=conversation.linked_at,
        passed_on_at=now,
    )
    session.add(kept)
    session.flush()
    move_what_was_said(session, conversation.id, kept.id)
    safeguarding.move_conversation(session, conversation.id, kept.id)
    conversation.account_id = conversation.grant_id = conversation.linked_at = None
    conversation.unlocked_until = conversation.stopped_at = conversation.wrong_since = None
    conversation.state, conversation.manner, conversation.wrong_codes, conversation.made_at = {}, {}, 0, now
    session.add(conversation)
    session.flush()


def move_what_was_said(session: Session, before: str, after: str) -> None:
    """Turns and buttons of one conversation become another's."""
    for table in (Turn, ButtonRow):
        session.execute(sa.update(table).where(col(table.conversation_id) == before).values(conversation_id=after))


def buttons_of(row: OutboxRow) -> tuple[Button, ...]:
    """The buttons of a queued message, with what pressing them asks for (`messages.service.from_reply` wrote them)."""
    return tuple(_button(kept) for kept in row.buttons)


def _button(kept: dict[str, str]) -> Button:
    press = None
    if kept.get("verb"):
        press = Press(kept["verb"], json.loads(kept.get("facts") or "{}"), lasting=bool(kept.get("lasting")))
    means = kept.get("means", "option")
    return Button(kept["label"], means, id=kept.get("id", ""), press=press, url=kept.get("url", ""))  # type: ignore[arg-type]


def keep_for(session: Session, conversation: Conversation, row: OutboxRow, now: datetime) -> Reply:
    """A queued message as a reply in this conversation, its buttons kept. Doing it twice gives the same ids."""
    known = queries.turn(session, conversation.id, pushed_id(row))
    if known is not None:
        kept = known.replies[0]
        buttons = [Button(b["label"], b["means"], id=b["id"], url=b.get("url", "")) for b in kept["buttons"]]
        return Reply(str(kept["text"]), tuple(buttons), bool(kept.get("urgent")))
    said = in_manner(Reply(row.text, buttons_of(row), urgent=row.again_if_cut_off), manner_of(conversation))
    store = ChatStore(session, now)
    with store.locked(conversation.id):
        reply = keep_pushed(store, conversation.id, said, now + PUSHED_BUTTONS_LAST)
    turn = Turn(conversation_id=conversation.id, incoming_id=pushed_id(row), pushed=True, at=now)
    turn.replies = [reply_as_json(reply)]
    session.add(turn)
    session.flush()
    return reply


def manner_of(conversation: Conversation) -> Manner:
    """How the person is spoken to in this conversation."""
    return Manner(str(conversation.manner.get("language") or "English"), bool(conversation.manner.get("large")))


def pushed_id(row: OutboxRow) -> str:
    """The incoming id under which a message that arrived by itself stands in a conversation."""
    return f"push:{row.id}"
