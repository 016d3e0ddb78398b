"""What to believe a message asks: what was learnt, known phrases of the role, and the facts that speak for or against."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.understanding.evidence.beside_the_point import ORDERS_AND_SALES
from bot.understanding.evidence.brokers import BROKERS
from bot.understanding.evidence.everyone import EVERYONE
from bot.understanding.evidence.families import FAMILIES
from bot.understanding.evidence.weighing import Cue, Evidence, cue, weigh
from bot.understanding.evidence.workers import WORKERS
from bot.understanding.languages import name_pattern

_OF_ROLE: dict[str, Evidence] = {
    "customer": FAMILIES,
    "supporter": FAMILIES,
    "provider": WORKERS,
    "broker": {
        **BROKERS,
        "list_visits": FAMILIES["list_visits"],
        "ask_balance": FAMILIES["ask_balance"],
        "ask_cost": FAMILIES["ask_cost"],
        "who_is_coming": FAMILIES["who_is_coming"],
    },
}
_QUESTION = re.compile(
    r"\?|^(?:who|what|when|where|how|which|is|are|has|have|do|does|can|could|will|would|did|"
    r"am)(?!\w)"
)


@dataclass(frozen=True)
class Facts:
    """What was found that bears on the choice."""

    day: bool = False
    standing: bool = False
    clock: bool = False
    spell: bool = False
    today: bool = False
    named: bool = False
    money: bool = False
    phone: bool = False
    language: bool = False
    length: bool = False


@cache
def _evidence(role: str) -> Evidence:
    together = {**EVERYONE, **_OF_ROLE.get(role, FAMILIES)}
    return {intent: tuple(_filled(c) for c in cues) for intent, cues in together.items()}


def _filled(one: Cue) -> Cue:
    if "<language>" not in one.pattern.pattern:
        return one
    return Cue(one.weight, re.compile(one.pattern.pattern.replace("<language>", name_pattern())))


def intents_of(role: str) -> tuple[str, ...]:
    """Every intent open to this role."""
    return tuple(_evidence(role))


@dataclass(frozen=True)
class Belief:
    """How likely each intent of the role is, summing to one, and what known phrases say.

    `barred` marks orders to the bot, scams and sales: nothing in such a message is acted on.
    """

    shares: Mapping[str, float]
    phrases: Mapping[str, float]
    barred: bool = False

    def ranked(self) -> list[tuple[str, float]]:
        """Intents, the likeliest first; between equals the order is that of the names."""
        return sorted(self.shares.items(), key=lambda pair: (-round(pair[1], 4), pair[0]))


def belief(plain: str, role: str, facts: Facts, leanings: Mapping[str, float]) -> Belief:
    """What to believe: what was learnt from examples, with known phrases and facts beside it."""
    phrases = weigh(_evidence(role), plain)
    for intent, change in _by_facts(plain, role, facts, phrases).items():
        if intent in phrases or change > 0.8:
            phrases[intent] = phrases.get(intent, 0.0) + change
    sums = {
        intent: _SHARPNESS * lean + _PHRASE_WEIGHT * min(phrases.get(intent, 0.0), _MOST_OF_PHRASES)
        for intent, lean in leanings.items()
    }
    top = max(sums.values())
    likely = {intent: math.exp(value - top) for intent, value in sums.items()}
    whole = sum(likely.values())
    shares = {intent: value / whole for intent, value in likely.items()}
    return Belief(shares, phrases, any(c.pattern.search(plain) for c in ORDERS_AND_SALES))


_SHARPNESS, _PHRASE_WEIGHT, _MOST_OF_PHRASES = 1.2, 0.6, 3.0
"""Known phrases tilt what was learnt, and no more: measured on sets of messages that neither had seen."""
_SEARCH = cue(
    1,
    r"is there|are there|do you (?:know|have|do)|(?:any ?one|any ?body) who|looking for|know "
    r"of|find|recommend|anyone (?:who|that|to|can|could)|got anyone",
)
_WANTED = cue(
    1,
    r"need\w*|want\w*|can|could|would|please|book\w*|arrange|for|send|get|like|have|do with|"
    r"come|visits?|calls?|\w+ing",
)


def _by_facts(plain: str, role: str, facts: Facts, so_far: dict[str, float]) -> dict[str, float]:
    change: dict[str, float] = {}
    if role in ("customer", "supporter"):
        _families(plain, facts, so_far, change)
    if role == "provider":
        _workers(plain, facts, so_far, change)
    if role == "broker" and facts.named:
        change.update(client_status=0.5, caseload=-0.6)
    if facts.phone:
        change["set_backup_contact"] = change.get("set_backup_contact", 0.0) + 0.4
        change["out_of_scope"] = -0.3
    if (
        facts.language
        and "match_need" not in so_far
        and re.search(r"(?:speak|talk|write|text|message|in|only|understand)\w*", plain)
        and not facts.day
    ):
        change["change_how_we_talk"] = 0.3
    return change


_UNWANTED = re.compile(
    r"(?<!\w)(?:no|not|never|nobody|no one|without|needless)(?: (?:a|any|be|really|actually|to|have|for|of|more|going|it|will|is))* "
    r"(?:need|needs|needed|needing|want|wants|wanted|wanting|require[sd]?|requiring|bother|send|sending|visits?|calls?)"
    r"(?! (?:to (?:be|text|ring|hear|live|go|wait)|me to|him to|her to|help with))(?!\w)"
)
_INSTEAD = re.compile(
    r"instead(?! of (?:text|ring|phon|call|me ))|rather than(?! (?:text|ring|phon|call|a machine))|(?:make|bring|put|move|shift|swap|"
    r"alter|switch) (?:my |the |mum 's |dad 's )?(?:\w+day|tomorrow|today|tonight|visit|call|morning|evening|afternoon)(?!\w)"
)


def _families(plain: str, facts: Facts, so_far: dict[str, float], change: dict[str, float]) -> None:
    wanted = _WANTED.pattern.search(plain)
    searching = _SEARCH.pattern.search(plain)
    arranged = 0.0
    if facts.day or facts.clock or facts.standing:
        arranged = 0.9 if facts.day or facts.clock else 0.7
        if searching and not facts.clock:
            arranged -= 0.7 if facts.standing or not facts.day else 0.2
        if wanted and not re.search(r"(?:cost|how much|price)", plain):
            change["book_visit"] = arranged if so_far.get("book_visit", 0) or so_far.get("find_help", 0) else 0.6
            if so_far.get("find_help", 0) >= 1.0 > so_far.get("book_visit", 0):
                change["book_visit"] += 0.5
        change["find_help"] = -arranged
    elif facts.named and not facts.phone:
        change["book_visit"] = 0.4
        change["find_help"] = -0.5
    else:
        change["book_visit"] = (
            -0.35
            if searching
            or (
                so_far.get("find_help", 0) >= 1.0
                and not re.search(r"(?<!\w)(?:visits?|calls?|book\w*|arrange|sessions?)(?!\w)", plain)
            )
            else 0.0
        )
    if _UNWANTED.search(plain):
        change["cancel_visit"] = 1.0
        change["book_visit"] = change.get("book_visit", 0.0) - 1.2
    elif _INSTEAD.search(plain):
        change["change_visit"] = 1.0
        change["book_visit"] = change.get("book_visit", 0.0) - 1.0
    if facts.money:
        change["pay"] = 0.3
    if facts.today and so_far.get("worker_not_arrived", 0):
        change["worker_not_arrived"] = 0.2
    if (
        so_far.get("cancel_visit", 0) >= 1.0
        and not facts.day
        and not re.search(r"visit|call|carer|cancel|booking|appointment|session", plain)
    ):
        change["cancel_visit"] = -0.6


def _workers(plain: str, facts: Facts, so_far: dict[str, float], change: dict[str, float]) -> None:
    if (
        facts.spell
        and so_far.get("change_availability", 0)
        and not re.search(r"(?<!\w)(?:ill|sick|poorly|covid|flu|unwell|bug)(?!\w)", plain)
    ):
        change["change_availability"] = 0.4
    if facts.standing:
        change["change_availability"] = 0.5
        change["cannot_come"] = -0.3
    if facts.named and so_far.get("accept_request", 0):
        change["accept_request"] = 0.3
    if _QUESTION.search(plain):
        for intent in ("accept_request", "arrived", "finished"):
            change[intent] = change.get(intent, 0.0) - 0.4
