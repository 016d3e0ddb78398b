"""Tying a chat to an account: a one-time code from the signed-in page, typed or sent as `/start CODE`. Never a handle."""

from datetime import datetime

from sqlmodel import Session

from bot.desk import DeskRefusal
from market.chat import queries
from market.chat.rules import (
    CODE_LASTS,
    UNLOCKED_FOR,
    may_try,
    new_link_code,
    one_more_wrong,
    tidy_link_code,
)
from market.chat.service import start_anew
from market.chat.tables import Conversation, LinkCode
from market.core import events
from market.core.actor import Actor
from market.messages.service import open_point
from market.people.queries import as_actor, grants_of
from market.people.rules import hashed
from market.people.tables import Account


def make_code(session: Session, account_id: str, *, grant_id: str | None, now: datetime) -> str:
    """A fresh code for the signed-in page to show, once. Codes made before it go out of use."""
    for old in queries.codes_open(session, account_id, now):
        old.expires_at = now
        session.add(old)
    code = new_link_code()
    session.add(
        LinkCode(
            account_id=account_id,
            grant_id=grant_id,
            code_hash=hashed(tidy_link_code(code)),
            made_at=now,
            expires_at=now + CODE_LASTS,
        )
    )
    session.flush()
    return code


def use_code(session: Session, conversation: Conversation, typed: str, *, now: datetime) -> Actor:
    """Tie the conversation to the account that was shown this code. Returns who talks from here on.

    Raises `DeskRefusal`: wrong_code, code_expired, too_many_tries.
    """
    code = _spent(session, conversation, typed, now)
    account = session.get(Account, code.account_id)
    actor = actor_of(session, account, code.grant_id, now) if account else None
    if account is None or actor is None:
        raise DeskRefusal("code_expired", "That page has no role now. Please ask whoever added you.")
    if conversation.account_id not in (None, account.id):
        start_anew(session, conversation, now=now)
    conversation.account_id, conversation.grant_id, conversation.linked_at = account.id, code.grant_id, now
    conversation.unlocked_until = now + UNLOCKED_FOR
    session.add(conversation)
    if channel := conversation.via.channel:
        open_point(session, account_id=account.id, channel=channel, address=conversation.address, now=now)
    events.record(session, "account.linked", at=now, by=actor, subject=conversation.id, via=conversation.via)
    return actor


def check_own_code(session: Session, conversation: Conversation, actor: Actor, typed: str, *, now: datetime) -> None:
    """Use up a fresh code of the actor's own account. Raises `DeskRefusal` as `use_code`."""
    code = queries.code_by_hash(session, hashed(tidy_link_code(typed)))
    if code is not None and code.account_id != actor.account_id:
        typed = ""
    _spent(session, conversation, typed, now)


def actor_of(session: Session, account: Account, grant_id: str | None, now: datetime) -> Actor | None:
    """The account in the role chosen for a chat, while it is held; else in the first it holds; else None."""
    grants = grants_of(session, account.id, now)
    chosen = next((grant for grant in grants if grant.id == grant_id), grants[0] if grants else None)
    return None if chosen is None else as_actor(account, chosen, grants)


def _spent(session: Session, conversation: Conversation, typed: str, now: datetime) -> LinkCode:
    """The code, used up. A wrong one is counted, and after five there is a pause."""
    if not may_try(conversation.wrong_codes, conversation.wrong_since, now):
        raise DeskRefusal("too_many_tries", "That was a few tries too many. Please wait 15 minutes.")
    code = queries.code_by_hash(session, hashed(tidy_link_code(typed)))
    if code is None:
        _count_wrong(session, conversation, now)
        raise DeskRefusal("wrong_code", "That code does not match. Please look at your page again.")
    if code.used_at is not None or code.expires_at <= now:
        raise DeskRefusal("code_expired", "That code was used or is too old. Please get a new one on your page.")
    code.used_at = now
    conversation.wrong_codes, conversation.wrong_since = 0, None
    session.add_all([code, conversation])
    session.flush()
    return code


def _count_wrong(session: Session, conversation: Conversation, now: datetime) -> None:
    conversation.wrong_codes, conversation.wrong_since = one_more_wrong(
        conversation.wrong_codes, conversation.wrong_since, now
    )
    session.add(conversation)
    session.flush()
