"""Which intent: weighted evidence by role, the facts that speak for or against, and short answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.understanding.evidence.brokers import BROKERS
from bot.understanding.evidence.everyone import EVERYONE
from bot.understanding.evidence.families import FAMILIES
from bot.understanding.evidence.weighing import Cue, Evidence, cue, weigh
from bot.understanding.evidence.workers import WORKERS
from bot.understanding.languages import name_pattern

ENOUGH = 0.7
ENOUGH_TO_ACT = 1.4
"""Evidence below this is no ground to act: the person is asked what they would like."""

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
_DEAR = (
    r"(?:please|pls|ta|thanks|thank you|pet|love|duck|dear|mate|hen|petal|darling|sweetheart|"
    r"my lover|chuck|that is|it is|all|very much|lovely|then|indeed|kind of you|so much|much "
    r"obliged|me duck|bab|flower|x+|cheers|"
    r"oh|well|er|erm|um|ooh|ah|actually|sorry|my dear|bless you|very kind|if you (?:would|do "
    r"not mind|can|could)|i think|for me|again|ok|alright|all right|thank you dear|honey|lad|"
    r"lass|son|bot|ta love|you are very kind|much appreciated|[,.!👍👎])"
)
_YES_WORD = (
    r"(?:yes|sure|of course|course|certainly|definitely|absolutely|go on|go on then|go ahead|"
    r"please do|do it|confirm|confirmed|correct|that is (?:right|correct|fine|it|the one|great|"
    r"ok|lovely|perfect|good|me)|right|fine|thats fine|that will do(?: nicely)?|"
    r"that would be (?:lovely|great|grand|fine|good|perfect|nice|smashing|ideal|wonderful|"
    r"brilliant|helpful)|sounds (?:good|great|fine|lovely|perfect|ok)|perfect|lovely|spot on|"
    r"by all means|agreed|deal|champion|grand|i (?:do|am|would|will)|y|why not|go for it|works "
    r"for me|suits me|"
    r"no problem|happy with that|affirmative|indeed|you bet|righto|righty ho|okey dokey|okey "
    r"doke|too right|great|good|super|brilliant|that one|she does|he does|they do|she is|he is|"
    r"it is|we do|we would|she would|he would|book it|send it|happy to|aye|👍|thumbs up|that "
    r"suits|that time is fine|please)"
)
_NO_WORD = (
    r"(?:(?:thanks |ta |thank you )?but no|no|not (?:now|today|really|yet|at all|this time|for "
    r"me|likely|right|that|just now|at "
    r"the moment|quite|again)|never mind|nevermind|leave (?:it|that|things)(?: (?:as (?:it is|"
    r"they are)|be|for now|at that|alone|there|then))?|do not(?: (?:bother|do (?:that|it)|"
    r"worry))?|no need|definitely not|certainly not|absolutely not|rather not|i would rather "
    r"not|better not|no way|stop that|that is wrong|wrong|"
    r"that is not (?:right|it|correct|what i (?:want|said|meant))|incorrect|forget (?:it|that)|"
    r"n|no fear|no chance|scrap that|none of (?:them|those|these)|neither|i (?:do not (?:think "
    r"so|want (?:to|that|it|them))|am (?:ok|fine|alright|all right|good)|have changed my mind|"
    r"will (?:leave|wait|not))|changed my mind|keep it(?: as is| the same| how it is)?|as it "
    r"is|how it is|as they are|we are (?:ok|fine|alright)|it is (?:ok|fine)|that is all|👎|she "
    r"does not|he does not|it is not|i am not|she is not|he is not)"
)
_YES = re.compile(rf"^(?:{_DEAR} ?)*{_YES_WORD}(?: ?(?:{_YES_WORD}|{_DEAR}))*$|^ok(?: ?(?:{_YES_WORD}|{_DEAR}))*$")
_NO = re.compile(rf"^(?:{_DEAR} ?)*{_NO_WORD}(?: ?(?:{_NO_WORD}|{_DEAR}))*$")
_ONLY_PLEASANT = re.compile(
    rf"^(?:{_DEAR} ?)*(?:lovely|great|good|super|brilliant|perfect|grand|champion|please)?(?: "
    rf"?{_DEAR})*$"
)
_QUESTION = re.compile(
    r"\?|^(?:who|what|when|where|how|which|is|are|has|have|do|does|can|could|will|would|did|"
    r"am)(?!\w)"
)
_TODAY = ("worker_not_arrived", "worker_late_query", "running_late", "arrived", "finished")


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
class Weighed:
    """What speaks for each intent: all of it, and what known phrases alone say."""

    sums: dict[str, float]
    phrases: dict[str, float]

    def told(self, intent: str, least: float = 1.2) -> bool:
        """Whether known phrases alone tell this intent."""
        return self.phrases.get(intent, 0.0) >= least


def short_answer(plain: str) -> str | None:
    """Yes or no with nothing else to it."""
    if len(plain) > 70:
        return None
    if _ONLY_PLEASANT.match(plain) and not plain.startswith(("ok", "please", "perfect", "lovely")):
        return None
    if _NO.match(plain):
        return "no"
    return "yes" if _YES.match(plain) else None


def scores(plain: str, role: str, facts: Facts, learnt: Mapping[str, float] | None = None) -> "Weighed":
    """What speaks for each intent of this role: phrases, facts, and what examples have taught."""
    out = weigh(_evidence(role), plain)
    for intent, change in _by_facts(plain, role, facts, out).items():
        if intent in out or change > 0.8:
            out[intent] = out.get(intent, 0.0) + change
    phrases = dict(out)
    for intent, share in (learnt or {}).items():
        if share >= _WORTH_HEARING:
            out[intent] = out.get(intent, 0.0) + _LEARNT_WEIGHT * share
    return Weighed({intent: total for intent, total in out.items() if total > 0}, phrases)


_LEARNT_WEIGHT = 1.5
_WORTH_HEARING = 0.12
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


_BETWEEN_EQUALS = (
    "raise_concern",
    "talk_to_human",
    "stop_messages",
    "worker_not_arrived",
    "worker_late_query",
    "cancel_visit",
    "change_visit",
    "running_late",
    "cannot_come",
    "decline_request",
    "set_backup_contact",
    "change_how_we_talk",
    "who_is_coming",
    "list_visits",
    "ask_balance",
    "ask_cost",
    "pay",
    "ask_pay_due",
    "list_requests",
    "caseload",
    "client_status",
    "change_availability",
    "finished",
    "arrived",
    "accept_request",
    "book_visit",
    "find_help",
    "add_outcome",
    "match_need",
    "give_feedback",
    "greeting_or_thanks",
    "out_of_scope",
)
_LIGHT = ("greeting_or_thanks", "out_of_scope", "give_feedback")


_VAGUE = frozenset({"book_visit", "find_help"})
_SPECIFIC = frozenset(
    {
        "cancel_visit",
        "change_visit",
        "list_visits",
        "who_is_coming",
        "worker_not_arrived",
        "worker_late_query",
        "ask_balance",
        "ask_cost",
        "add_outcome",
        "set_backup_contact",
        "pay",
        "talk_to_human",
        "change_how_we_talk",
        "stop_messages",
    }
)
_ACTS = frozenset(
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


def best(weighed: Weighed) -> str | None:
    """The intent with most behind it.

    A concern comes before all. What asks for a visit in general gives way to what says something particular about one;
    pleasantries and small talk give way to anything asked. An act needs more behind it than a question.
    """
    found = weighed.sums
    if found.get("raise_concern", 0) >= 1.5 or (
        found.get("raise_concern", 0) >= 1.1 and max(found, key=lambda i: found[i]) == "raise_concern"
    ):
        return "raise_concern"
    asked = {
        i: s for i, s in found.items() if round(s, 2) >= (ENOUGH_TO_ACT if i in _ACTS else ENOUGH) and i not in _LIGHT
    }
    if asked.get("find_help", 0) >= 1.9 and asked.get("change_how_we_talk", 0) < 2.6:
        asked.pop("change_how_we_talk", None)
    if any(i in asked and weighed.told(i) for i in _SPECIFIC):
        asked = {i: s for i, s in asked.items() if i not in _VAGUE or s >= 3.2}
    pleasant = any(weighed.told(i, 1.0) for i in _LIGHT)
    if asked and not (pleasant and not any(weighed.told(i, 0.6) for i in asked)):
        return _most(asked, found)
    light = {i: s for i, s in found.items() if i in _LIGHT and s >= (0.9 if i != "give_feedback" else 0.8)}
    return max(light, key=lambda i: (light[i], i != "out_of_scope")) if light else None


def _most(asked: dict[str, float], found: dict[str, float]) -> str | None:
    top = max(asked, key=lambda i: (round(asked[i], 2), -_BETWEEN_EQUALS.index(i)))
    if found.get("out_of_scope", 0) >= max(1.6, asked[top]) and top != "talk_to_human":
        return "out_of_scope"
    if found.get("give_feedback", 0) > asked[top] and top != "stop_messages":
        return "give_feedback"
    if top in _ACTS and any(
        s > asked[top] - _CLEARLY for i, s in asked.items() if i != top and not {i, top} <= _NEAR_ALIKE
    ):
        return next((i for i in asked if i not in _ACTS and asked[i] > asked[top] - _CLEARLY), None)
    return top


_CLEARLY = 0.15
_NEAR_ALIKE = frozenset({"book_visit", "find_help"})
