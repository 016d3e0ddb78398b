"""Danger in what somebody wrote, and the number to ring, in words that need nothing else to be running.

`look_for_danger` reads one message. Rules know fire, smoke and gas, breath and blood, heart and stroke, falls, poisons,
violence, intruders, a confused person gone and despair, told plainly, sideways, misspelt or for somebody else. What no rule
knows is heard by its words, learnt from examples, and by what it means where an alarm is listening. Figures of speech, things
over and done with, training, clubs and worries are not danger.
Source of the numbers: the danger table of the field notes (999, 111, Samaritans, National Gas Emergency, Relay UK).
"""

import re
from dataclasses import dataclass

from matching.outside import Signpost, outside_the_market
from matching.plain import fold
from matching.signs import ALL_SIGNS
from matching.signs.context import (
    CHRONIC,
    CRY,
    DATED,
    DENIED,
    FIGURATIVE,
    HABIT,
    JOKE,
    NOW,
    OF_THINGS,
    ONGOING,
    PAST,
    PRICES,
    SEEKING,
    SETTLED,
    SUPPOSED,
    TALK,
)
from matching.signs.leaning import Alarm, leaning_of
from matching.signs.reading import Sign

__all__ = ["UNCLEAR", "Alarm", "Danger", "Signpost", "look_for_danger", "may_be_danger", "outside_the_market"]


@dataclass(frozen=True)
class Danger:
    """Danger now: what kind, the sentence to show first (its number in it), what may follow, and one calm question.

    `human_told` says that a person of ours must be told in the same moment.
    """

    kind: str
    number: str
    first_line: str
    more: tuple[str, ...]
    question: str
    human_told: bool = True


_DESPAIR_LINES = ("You can also talk to Samaritans on 116 123, day or night, or ring NHS 111 and choose option 2.",)
_QUIET = "If you can't speak, ring 999 from a mobile and press 55 when asked."
_DEAF = "If you are deaf or can't speak: 18000 in the Relay UK app, or text 999 if you have registered for that."

ANSWERS: dict[str, tuple[str, str, tuple[str, ...], str]] = {
    # By kind: the number, the first line, what more may help, one calm question.
    "life": ("999", "Ring 999 now and ask for an ambulance.", (), "Is somebody with you?"),
    "stroke_or_heart": (
        "999",
        "Ring 999 now and ask for an ambulance. Every minute counts.",
        (),
        "Is somebody with you?",
    ),
    "overdose": (
        "999",
        "Ring 999 now and ask for an ambulance. Keep the packets to show them.",
        _DESPAIR_LINES,
        "What was taken, and when?",
    ),
    "fire": ("999", "Get out, stay out, and ring 999 now. Ask for the fire service.", (), "Is everybody out?"),
    "violence": (
        "999",
        "Ring 999 now and ask for the police. Get somewhere safe if you can.",
        (_QUIET,),
        "Are you somewhere safe?",
    ),
    "intruder": (
        "999",
        "Ring 999 now and ask for the police. Stay where you are safe.",
        (_QUIET,),
        "Are you somewhere safe?",
    ),
    "missing": (
        "999",
        "Ring 999 now and ask for the police. Say they are confused and missing.",
        (),
        "When were they last seen, and where?",
    ),
    "plan_to_die": ("999", "Ring 999 now. You matter, and they will help.", _DESPAIR_LINES, "Is somebody with you?"),
    "fallen_hurt": ("999", "Ring 999 now and ask for an ambulance. Don't try to move.", (), "Is somebody with you?"),
    "fallen": (
        "999 or 111",
        "If hurt, cold or alone, after a knock to the head, or on blood thinners: ring 999 now. "
        "If none of these: press your alarm, or ring 111.",
        (),
        "Are you hurt, or did you hit your head?",
    ),
    "gas": (
        "0800 111 999",
        "Open the windows, go outside and touch no switches. Then ring 0800 111 999 from outside.",
        ("If anybody feels ill, ring 999.",),
        "Is everybody outside?",
    ),
    "gas_ill": (
        "999",
        "Go outside now and ring 999: ask for an ambulance. Open windows on your way and touch no switches.",
        ("Then ring the gas emergency line from outside: 0800 111 999.",),
        "Is everybody outside?",
    ),
    "despair": (
        "116 123",
        "Please ring Samaritans now on 116 123, day or night, or NHS 111 and choose option 2. If "
        "you might act on it, ring 999.",
        (),
        "Is somebody with you?",
    ),
}
UNNAMED, UNCLEAR = "unnamed", "unclear"
"""The kinds where no rule says what it is: the one is danger by all it sounds like, the other may be, and somebody is asked."""
ANSWERS |= dict.fromkeys(
    (UNNAMED, UNCLEAR), ("999", "If anyone is in danger now, ring 999.", _DESPAIR_LINES, "Is anyone in danger now?")
)
_ORDER = tuple(ANSWERS)
_HURT = re.compile(
    r"\b(?:head|skull|hip|blood|bleed\w*|broke\w*|agony|pain|hurts?|hurting|thinners?|warfarin|"
    r"apixaban|cold|freezing|alone|"
    r"on my own|unconscious|not moving|not (?:making sense|responding)|angle|screaming|all "
    r"night|hours|chest|last night|wake)\b"
)
_ILL = re.compile(
    r"\b(?:dizzy|sick|faint\w*|headaches?|drowsy|woozy|light ?headed|unconscious|ill|passed "
    r"out|can not wake|vomit\w*|poorly|funny)\b"
)
_SILENT = re.compile(
    r"\b(?:deaf|can not (?:hear|speak|talk|ring|phone)|hard of hearing|bsl|sign language|non "
    r"?verbal|lost my voice|no voice|whisper\w*)\b"
)
_FAMILY = {"fallen": "body", "life": "body", "stroke_or_heart": "body", "overdose": "body"}
_OF_THE_MIND = ("plan_to_die", "despair")
_SENTENCE = re.compile(r"\s*[.!?;]\s*|\s*\n\s*")
_WINDOW = 70


def look_for_danger(text: str, alarm: Alarm | None = None) -> Danger | None:
    """What in this message is danger now, or None. Never raises, whatever the text.

    `alarm` hears what it means, where there is one. A rule stands unless words and meaning are both far from danger.
    """
    plain = fold(text)
    certain = _certain(plain)
    leans = leaning_of(text, plain, alarm, asks_always=bool(certain))
    if certain and not leans.denied:
        return _answer(_refine(min(certain, key=_ORDER.index), plain), plain)
    if leans.plainly:
        return _answer(UNNAMED, plain)
    return _answer(UNCLEAR, plain) if leans.in_a_need else None


def may_be_danger(text: str, *, plainly_else: bool, alarm: Alarm | None = None) -> bool:
    """Whether a message to the bot may tell of danger that `look_for_danger` cannot name: then the bot asks before all else.

    `plainly_else`: something else is plainly asked for, so that it must lean further.
    """
    leans = leaning_of(text, fold(text), alarm)
    return leans.likely if plainly_else else leans.perhaps


def _certain(plain: str) -> list[str]:
    """The kinds that rules are sure of; signs of the body count together."""
    weights: dict[str, float] = {}
    for sign in ALL_SIGNS:
        if _tells(sign, plain):
            weights[sign.kind] = weights.get(sign.kind, 0.0) + sign.weight
    body = sum(weight for kind, weight in weights.items() if kind in _FAMILY)
    if body >= 1.0 and all(weights.get(kind, 0.0) < 1.0 for kind in _FAMILY):
        weights[max((k for k in weights if k in _FAMILY), key=lambda k: weights[k])] = 1.0
    return [kind for kind in weights if weights[kind] >= 1.0 - 1e-9]


def _refine(kind: str, plain: str) -> str:
    if kind == "fallen" and _HURT.search(plain):
        return "fallen_hurt"
    if kind == "gas" and _ILL.search(plain):
        return "gas_ill"
    return kind


def _answer(kind: str, plain: str) -> Danger:
    number, first_line, more, question = ANSWERS[kind]
    if _SILENT.search(plain):
        more = (*more, *(() if _QUIET in more else (_QUIET,)), _DEAF)
    return Danger(kind=kind, number=number, first_line=first_line, more=more, question=question)


def _tells(sign: Sign, plain: str) -> bool:
    """Whether the sign is there and nothing near it takes its force away."""
    return any(not _harmless(sign, plain, m.start(), m.end()) for m in sign.pattern.finditer(plain))


def _harmless(sign: Sign, plain: str, start: int, end: int) -> bool:
    around = _around(plain, start, end)
    if (sign.at_once and not _this_minute(plain)) or _nobody_does_it(plain, start, end):
        return True
    if sign.chronic and not CRY.search(plain) and (CHRONIC.search(around) or SEEKING.search(plain)):
        return True
    if sign.figure and sign.figure.search(around):
        return True
    if DENIED.search(plain[max(0, start - 40) : start].rstrip()):
        return True
    if SETTLED.search(around) or JOKE.search(around) or TALK.search(around):
        return True
    if (sign.kind == "fallen" and SEEKING.search(plain) and not (ONGOING.search(plain) or CRY.search(plain))) or (
        sign.kind == "violence" and PRICES.search(plain)
    ):
        return True
    if SUPPOSED.search(around) and sign.kind not in _OF_THE_MIND:
        return True
    if sign.lasting:
        return False
    if DATED.match(plain[end:]) and not CRY.search(around):
        return True
    over = PAST.search(around) or (sign.kind == "violence" and HABIT.search(around))
    return bool(over) and not ONGOING.search(around)


def _this_minute(plain: str) -> bool:
    return bool(CRY.search(plain) or (NOW.search(plain) and not SEEKING.search(plain)))


def _nobody_does_it(plain: str, start: int, end: int) -> bool:
    """Whether what does it is a bill, a knee or a machine: the whole sign lies within that turn of speech."""
    return any(m.start() <= start and end <= m.end() for turn in (FIGURATIVE, OF_THINGS) for m in turn.finditer(plain))


def _around(plain: str, start: int, end: int) -> str:
    """The sentence about the sign, cut to a window so that a run-on message does not excuse itself from afar."""
    left = max((m.end() for m in _SENTENCE.finditer(plain, 0, start)), default=0)
    right = next((m.start() for m in _SENTENCE.finditer(plain, end)), len(plain))
    return plain[max(left, start - _WINDOW) : min(right, end + _WINDOW)]
