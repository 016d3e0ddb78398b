"""Folds a message as people type or dictate it into plain words that rules can read.

Contractions are opened ("can't", "cant", "cannae" all become "can not"), texting and dialect spellings are
undone, and words one slip away from a word that tells of danger are repaired. The folded text is for reading
signs only, never for showing: spans of the original are not kept here.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_RELATIONS = str.split(
    "mum mam mom mummy mother ma dad daddy father da nan nana nanna nanny gran granny grandma grandad grandpa gramps "
    "grandmother grandfather husband wife hubby partner son daughter brother sister uncle aunt auntie neighbour "
    "friend mate client customer lady gentleman man woman lad lass kid boy girl bloke nephew niece cousin carer"
)
PERSON = (
    r"(?:i|he|she|they|we|you|"
    + "|".join(_RELATIONS)
    + r"|(?:mr|mrs|ms|miss) [a-z]+|someone|somebody|person|old chap|chap|feller|fella)"
)

_PHRASES = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"\bcan ?not\b|\bcan'?t\b|\bcarn'?t\b|\bcannae\b|\bcanna\b|\bconna\b|\bcnt\b|\bcnat\b|\bcan t\b", "can not"),
        (r"\bcouldn'?t\b|\bcudn'?t\b|\bcouldnae\b", "could not"),
        (r"\bwon'?t\b|\bwinna\b|\bwunt\b|\bwont\b|\bwon t\b", "will not"),
        (r"\bdon'?t\b|\bdunna\b|\bdinna(?:e)?\b|\bdont\b|\bdnt\b|\bdon t\b", "do not"),
        (r"\bdoesn'?t\b|\bdusnt\b|\bdoesnae\b|\bdunt\b", "does not"),
        (r"\b(did|has|have|had|is|are|was|were|would|should|need)n'?t\b", r"\1 not"),
        (r"\b(?:ain'?t|in'?it not|isnae)\b", "is not"),
        (r"\bi'?m\b|\bam i\b(?= not)|\bi m\b", "i am"),
        (r"\b(i|you|we|they)'?ve\b", r"\1 have"),
        (r"\bi'?ve\b|\biv\b", "i have"),
        (r"\b(he|she|it|there|that|what|who|where|here|someone|somebody|everyone)'s\b", r"\1 is"),
        (r"\b(he|she|there|that|what|who|someone|somebody)s\b(?<!this)", r"\1 is"),
        (r"\b(you|we|they)'re\b|\btheyre\b", lambda m: (m.group(1) or "they") + " are"),
        (r"\b(i|he|she|you|we|they|it)'ll\b", r"\1 will"),
        (r"\b(i|he|she|you|we|they)'d\b", r"\1 would"),
        (r"\b(?:gonna|gunna|gunner|goin to)\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\bany ?more\b|\bno more\b(?=$|[.!?,])|\banymre\b|\bnemore\b", "anymore"),
        (r"\b(?:sum|some?)(?:1|one|body|bdy)\b|\bsum1\b|\bsome one\b|\bsum ?body\b", "someone"),
        (r"\bany(?:1|body)\b|\bne1\b", "anyone"),
        (r"\bno(?:body)\b|\bno1\b|\bno-one\b", "no one"),
        (r"\b(?:summat|sumat|sumfin|summink|sthg|somethin|sumthing?)\b", "something"),
        (r"\bnowt\b|\bnuffin\b|\bnuthin\b", "nothing"),
        (r"\bt'(?=\w)|\bth'(?=\w)", "the "),
        (r"(?<!\w)'(?=(?:e|im|er|is|ead|eart|elp|ouse|and|urt|it|ospital|usband|ome|ip)\b)", "h"),
        (r"\bu\b", "you"),
        (r"\br\b", "are"),
        (r"\bur\b", "your"),
        (r"\b(?:wiv|wi|wth|w/)\b", "with"),
        (r"\b(?:coz|cos|cuz|becoz)\b", "because"),
        (r"\b(?:rite|rn)\b", "right now"),
        (r"\b2nite\b|\btonite\b", "tonight"),
        (r"\b(?:ere)\b", "here"),
        (r"\bdn\b", "down"),
        (r"\b(?:owd|auld|ole)\b", "old"),
        (r"\b(?:hav|hve|av)\b", "have"),
        (r"\b(?:abt)\b", "about"),
        (r"\b(?:n)\b|&|\+", "and"),
        (r"\bwen\b", "when"),
        (r"\bda\b(?= (?:house|door|floor|kitchen|back))", "the"),
    )
)
_POSSESSED = re.compile(
    r"\b(" + "|".join(_RELATIONS) + r")'s\b|"
    r"\b(mum|mam|mom|mother|dad|father|nan|nana|gran|grandma|grandad|husband|wife)s\b(?! and)"
)

# Words whose misspelling must not hide danger; each is repaired from one slip (two in long words).
_REPAIRABLE = str.split(
    "ambulance breathe breathing bleeding blood burning burglar choking collapsed confused conscious unconscious "
    "dementia alzheimers overdose paracetamol tablets swallowed suicide kitchen smoke flames floor fallen knife "
    "stroke seizure slurred drooping strangling threatening attacking violent missing wandered disappeared "
    "emergency intruder downstairs upstairs bathroom hospital police anymore responding bedroom stairs "
    "bleach insulin electrocuted smashing screaming scalded"
)
# Ordinary words that stand one slip from the list above and mean what they say.
_ORDINARY = frozenset(
    str.split(
        "breath breathed breathes breeding blooded bloody flood brood burying turning boning "
        "smoked smoker smokes spoke "
        "stoke strike stroked strokes smock flame frames flakes floors flour door fallens falling flooring fallow knifes "
        "tablet tables table missed missus mixing kissing massing hissing chicken kitchens downstair police polite "
        "wandered wondered wander wanders stair chairs stars starts hairs pairs bedrooms bathrooms bleached breach beach "
        "smashed smelling screening streaming collapse collapses confuse confusing conscience choke chokes joking "
        "chopping seizures violet violets hospitals hospitality respond disappear hurdles burgled emergencies "
        "ambiance attaching attaining attracting backroom ballroom bleaching blending blessing blinding bloom breaching "
        "breaking breather breaths burglary collared collated confessed confined confuses "
        "consumed cooking demented dripping "
        "drooling droppings drowning emergence emergent flares fluor hospitable messing overcome "
        "polices policy resounding "
        "respondent scaled scalloped scraping screwing slashing smokey smoky splashing spreading spurred stains steaming "
        "stirs stringing strobe strode struggling wanderer wanderers cloaking smacking snapping speaking sleeping "
        "swallow attack attacks tackling threaten insulation slurry dropping drooped stroking string cloaking looking "
        "burnings swallows bleed bleeds bleep bleeping bedding blond blend"
    )
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?::\d+)?|[.!?,;\n]")


@lru_cache(maxsize=8192)
def _repair(word: str) -> str:
    if len(word) < 5 or word in _ORDINARY or word in _REPAIRABLE:
        return word
    slips = 2 if len(word) >= 9 else 1
    best, least = word, slips + 1
    for known in _REPAIRABLE:
        if known[0] != word[0] or abs(len(known) - len(word)) > slips:
            continue
        distance = OSA.distance(word, known, score_cutoff=slips)
        if distance < least and distance <= (2 if len(known) >= 9 else 1):
            best, least = known, distance
    return best


_ENDS_IN = frozenset(
    str.split(
        "warfarin aspirin insulin heparin penicillin metformin vitamin melatonin gabapentin morphin statin codein within "
        "catkin cousin margin muffin coffin dolphin origin virgin toxin raisin pumpkin napkin bobbin cabin basin robin"
    )
)


def _restore_ing(word: str) -> str:
    """Dropped g of speech: "chokin", "breathin" (but not "in", "again", "pain", "cabin")."""
    if (
        len(word) > 5
        and word.endswith("in")
        and word not in _ENDS_IN
        and not word.endswith(("ain", "oin", "ein", "uin"))
    ):
        return word + "g"
    return word


@lru_cache(maxsize=16)  # danger, and what is outside the market, read the same message one after the other
def fold(text: str) -> str:
    """The message in lower case plain words, single spaces, sentence marks kept as their own words."""
    low = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("\u2018", "'").replace("`", "'")
    for pattern, into in _PHRASES:
        low = pattern.sub(into, low)
    low = _POSSESSED.sub(lambda m: f"{m.group(1) or m.group(2)} is", low)
    words = (_repair(_restore_ing(w.removesuffix("'s"))) for w in _WORD.findall(low))
    return " ".join(words)
