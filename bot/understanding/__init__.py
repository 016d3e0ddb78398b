"""What a short message asks for: intent, slots, what to ask, and what else was asked."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.asking import questions, readings
from bot.understanding.choosing import Belief, Facts, belief, intents_of
from bot.understanding.deciding import decide, likeliest, stands_alone
from bot.understanding.found import Reading, read
from bot.understanding.languages import written_in
from bot.understanding.learnt import UNCLEAR, kept
from bot.understanding.reading import Role, Roster, Slots, Understood
from bot.understanding.short_answers import short_answer
from bot.understanding.slots import fill
from bot.understanding.when import When
from bot.understanding.words import Message
from matching.danger import Alarm, look_for_danger, may_be_danger

__all__ = ["Role", "Roster", "Slots", "Understood", "understand"]

LONDON = ZoneInfo("Europe/London")
_SPLIT = re.compile(
    r"(?<=[.!?;\n]) | (?:and|,)? ?(?:also|oh and|plus|while (?:i am|you are) (?:at it|on)|ps|"
    r"p\.s|by the way|btw|another thing|one more thing|as well as that|and another thing|and "
    r"then)(?: ,)? | (?:and|but|,|, and|oh|\+|&) "
    r"(?=(?:can|could|would|will|what|how|when|who|is|are|please|tell|do you|does|i need|i "
    r"want|i would|let|cancel|book|ring|stop|pay|send|find|has|have you|any|where|my|mum|dad|"
    r"she needs|he needs|thank|thanks|i owe|need|also|move|change|put|remind|did) )"
)


_PLAINLY = 0.5
"""The share of belief from which an intent is plain enough to doubt words that only perhaps tell of danger."""


_SAYS_NOTHING = 0.3
"""The share of belief from which a message is one that no intent can be made out of ("the thing about the other day"). Below it
something was said that we have no name for: what it leans to is offered, and nothing is lacking to be asked about."""


def understand(
    text: str, *, role: str, now: datetime, roster: Roster | None = None, alarm: Alarm | None = None
) -> Understood:
    """What this message asks for, said by somebody in this role at `now` (a naive time is London's). Never raises.

    `roster` narrows names and places to those this person may see; without it they are as written. `alarm` hears danger by
    what is meant; without it by rules and words alone.
    """
    local = now.replace(tzinfo=LONDON) if now.tzinfo is None else now.astimezone(LONDON)
    if look_for_danger(text, alarm):
        return Understood("danger_now")
    language = written_in(text)
    if language:
        return Understood("change_how_we_talk", {"language": language})
    message = Message.read(text)
    answer = short_answer(message.plain)
    if answer:
        return _answered(answer, role, message.plain)
    whole = _reading(message, local, roster)
    if may_be_danger(text, plainly_else=False, alarm=alarm) and (
        may_be_danger(text, plainly_else=True, alarm=alarm) or _is_open(whole, role)
    ):
        return Understood("danger_now")
    main, others, part = _requests(message, whole, role, local, roster)
    if main is None:
        held = _belief(whole, role)
        two = likeliest(held)
        lacking = ("intent",) if held.shares.get(UNCLEAR, 0.0) >= _SAYS_NOTHING else ()
        return Understood("out_of_scope", ask=lacking, either={"intent": two} if two else {})
    slots = fill(main, role, part)
    asked = questions(main, slots, part)
    return Understood(main, slots, asked, others, readings(asked, part))


_TAKES_IT = re.compile(
    r"(?<!\w)(?:do (?:it|that)|happy|works for me|suits me|that suits|take|i (?:will|can|"
    r"would)|book it|that one)(?!\w)"
)
_LEAVES_IT = re.compile(r"(?<!\w)(?:not (?:that|this|for me)|rather not|that one|but no)(?!\w)")


def _answered(answer: str, role: str, plain: str) -> Understood:
    """Yes or no; from a PA, "happy to do it" takes the work offered and "not that one" leaves it."""
    if role == "provider" and answer == "yes" and _TAKES_IT.search(plain):
        return Understood("accept_request", ask=("which_visit",))
    if role == "provider" and answer == "no" and _LEAVES_IT.search(plain):
        return Understood("decline_request", ask=("which_visit",))
    return Understood(answer)


def _reading(message: Message, now: datetime, roster: Roster | None) -> Reading:
    naive = now.replace(tzinfo=None)
    plain = message.plain
    return read(message, When.read(plain, naive), When.read(plain, naive, backward=True), roster)


def _facts(r: Reading) -> Facts:
    days = r.when.days
    today = r.when.now.date()
    return Facts(
        day=any(d.dates or d.unsure for d in days) or bool(r.when.implied_morning()),
        standing=any(d.weekdays or d.repeat in ("daily", "weekdays") for d in days),
        clock=bool(r.when.times),
        spell=any(d.until for d in days),
        today=any(today in d.dates for d in days),
        named=bool(r.names),
        money=bool(r.money),
        phone=bool(r.phone),
        language=bool(r.language),
        length=bool(r.when.lengths),
    )


def _is_open(r: Reading, role: str) -> bool:
    """Whether nothing is plainly asked for."""
    return _belief(r, role).ranked()[0][1] < _PLAINLY


def _belief(r: Reading, role: str) -> Belief:
    leanings = kept().leanings(r.levelled, role, (*intents_of(role), UNCLEAR))
    return belief(r.with_names_levelled, role, _facts(r), leanings)


def levelled_text(text: str, now: datetime) -> str:
    """The plain text with names, days, times and sums made one and the same: what is learnt on."""
    return _reading(Message.read(text), now, None).levelled


def _requests(
    message: Message, whole: Reading, role: str, now: datetime, roster: Roster | None
) -> tuple[str | None, tuple[str, ...], Reading]:
    """The main request, the others in order, and the reading of the stretch that makes the main one."""
    held = _belief(whole, role)
    main = decide(held)
    told = _apart(message, held, role, now, roster)
    distinct = list(dict.fromkeys(intent for intent, _, _ in told))
    if main is None and not distinct:
        return None, (), whole
    if len(distinct) < 2:
        return main or distinct[0], (), whole
    first = _foremost(told)
    stretch = [r for intent, _, r in told if intent == first]
    others = tuple(i for i in distinct if i != first)
    return first, others, stretch[0] if len(stretch) == 1 else whole


def _foremost(told: list[tuple[str, bool, Reading]]) -> str:
    """Concern before all, then what touches a visit today, then what was said first."""
    if any(intent == "raise_concern" for intent, _, _ in told):
        return "raise_concern"
    return next((intent for intent, today, _ in told if today), told[0][0])


_TODAY = frozenset({"worker_not_arrived", "worker_late_query", "running_late", "arrived", "finished"})
_TODAY_IF_TOLD = frozenset({"cancel_visit", "change_visit", "cannot_come", "who_is_coming", "list_visits"})


def _apart(
    message: Message, whole: Belief, role: str, now: datetime, roster: Roster | None
) -> list[tuple[str, bool, Reading]]:
    """Requests that stand by themselves in their own stretch of the message."""
    stretches = _stretches(message)
    if len(stretches) < 2:
        return []
    told = []
    for start, end in stretches:
        piece = Message.read(message.said(start, end))
        reading = _reading(piece, now, roster)
        facts = _facts(reading)
        intent = stands_alone(_belief(reading, role), whole)
        if intent:
            told.append((intent, intent in _TODAY or (facts.today and intent in _TODAY_IF_TOLD), reading))
    return told


def _stretches(message: Message) -> list[tuple[int, int]]:
    out, at = [], 0
    for m in _SPLIT.finditer(message.plain):
        if m.start() - at > 3:
            out.append((at, m.start()))
            at = m.end()
    out.append((at, len(message.plain)))
    return [(s, e) for s, e in out if e - s > 3]
