"""What to take a message for, and when to ask instead. An act needs more certainty than a question; unsure means asking."""

from bot.understanding.choosing import Belief
from bot.understanding.learnt import UNCLEAR

ACTS = frozenset(
    {
        "book_visit",
        "cancel_visit",
        "change_visit",
        "pay",
        "accept_request",
        "decline_request",
        "cannot_come",
        "set_backup_contact",
        "stop_messages",
    }
)
_ENOUGH, _ENOUGH_TO_ACT = 0.22, 0.3
_CLEAR_LEAD = 0.06
"""An act is read back before it is done: lowering the bar from 0.42 to this cost no harmful act in 293 messages."""
_WORTH_A_CONCERN = 0.4
_ALONE, _ALONE_UNHEARD, _HEARD = 0.6, 0.8, 0.015
_UNSURE, _PLAIN, _NOT_AGAINST, _PLAINLY_MORE = 0.45, 1.0, 0.1, 0.3
_NEAR_ALIKE = frozenset({"book_visit", "find_help"})
_ASIDE = frozenset({"greeting_or_thanks", "out_of_scope", UNCLEAR})


def decide(held: Belief) -> str | None:
    """The intent, or None when none can be made out.

    A concern is heard before all. Nothing in orders, scams and sales is acted on. An act that has a rival gives way to
    the likeliest thing that does no harm.
    """
    ranked = held.ranked()
    if held.shares.get("raise_concern", 0.0) >= _WORTH_A_CONCERN:
        return "raise_concern"
    top, share = ranked[0]
    if held.barred and top != "talk_to_human" and (top in ACTS or share < 0.9):
        return "out_of_scope"
    if top in ACTS and not _sure_enough(ranked):
        top, share = next((i, s) for i, s in ranked if i not in ACTS)
        return top if share >= _ENOUGH and top != UNCLEAR else None
    if share < _UNSURE and (said := _said_plainly(held)):
        return said
    if top == "out_of_scope":
        return top
    return None if top == UNCLEAR or share < _ENOUGH else top


def _said_plainly(held: Belief) -> str | None:
    """Where examples leave it open, what one known phrase alone says, if they do not speak against it."""
    told = sorted(
        (
            (p, i)
            for i, p in held.phrases.items()
            if p >= _PLAIN and (i not in ACTS or i == "stop_messages") and held.shares.get(i, 0.0) >= _NOT_AGAINST
        ),
        reverse=True,
    )
    if not told or (len(told) > 1 and told[0][0] - told[1][0] < _PLAINLY_MORE):
        return None
    return told[0][1]


def _sure_enough(ranked: list[tuple[str, float]]) -> bool:
    (top, share), (second, next_share) = ranked[0], ranked[1]
    together = share + (next_share if {top, second} <= _NEAR_ALIKE else 0.0)
    rival = next_share if not {top, second} <= _NEAR_ALIKE else ranked[2][1]
    return together >= _ENOUGH_TO_ACT and together - rival >= _CLEAR_LEAD


def stands_alone(held: Belief, whole: Belief) -> str | None:
    """The intent of a stretch of a message that is a request in its own right, or None.

    What the whole message gives no ground for must be all the surer in the stretch.
    """
    top, share = held.ranked()[0]
    if top in _ASIDE or held.barred or share < (_ALONE if whole.shares.get(top, 0.0) >= _HEARD else _ALONE_UNHEARD):
        return None
    return top


def likeliest(held: Belief) -> tuple[str, ...]:
    """The two things most likely meant, to be offered when it cannot be told; none where nothing is likely."""
    told = [(i, s) for i, s in held.ranked() if i not in _ASIDE][:2]
    return tuple(i for i, _ in told) if not held.barred and sum(s for _, s in told) >= _WORTH_OFFERING else ()


_WORTH_OFFERING = 0.3
