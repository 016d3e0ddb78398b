"""Who the worker must be besides a woman or a man: language, checks held, and how many of them."""

import re
from collections.abc import Mapping
from typing import Final

_SPEAKS: Final = re.compile(
    r"\b(?:speak\w*|talk\w*|spoken|in|understands?|fluent|back to|reverted to|lapsed into|language|mother tongue|tongue|only|"
    r"conversation in|someone|somebody|worker|carer|pa|for an?|an?)\s+(?:only\s+|in\s+|her\s+|his\s+)?$",
    re.IGNORECASE,
)
_HAS: Final = re.compile(r"\b(?:has|have|with|got)\s+(?:only\s+|some\s+|good\s+)?$", re.IGNORECASE)
"""Words that lead to a language only where nothing of it follows: "with Arabic", but "with Arabic coffee"."""
_SPEAKING: Final = re.compile(
    r"^[- ]?(?:speak\w*|carer|pa|worker|lady|woman|man|speaker|support|user|helper|companion|only|"
    r"signer|essential|pref\w*|please|pls|needed|required|"
    r"interp\w*|left\b)",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(r"\b(?:speak\w*|talk\w*|spoken|fluent(?: in)?|understands?)\s+$", re.IGNORECASE)
_SPOKEN_AFTER: Final = re.compile(r"^[- ]?speak\w*", re.IGNORECASE)
_LEARN: Final = re.compile(
    r"\b(?:learn\w*|lessons?|class\w*|course|teach\w*|brush up|improve\w*|practi[sc]e)\b[^.]{0,20}$", re.IGNORECASE
)
_SIGNS: Final = re.compile(
    r"\b(?:can|who|that|to|uses?|could|knows?|does|able to|her|his|my|first language is|"
    r"in)\s+(?:to\s+)?(?:sign|signs|signing)(?:\s+language)?\b(?!\s+(?:for|up|on|the|a|my|off|forms?|papers?))|"
    r"\bsign language\b|\bBSL\b|\bsigners?\b|\bsigning (?:carer|pa|worker|support|person)\b",
    re.IGNORECASE,
)


_SIGNER: Final = re.compile(
    r"(?<!where )(?<!when )(?<!do )(?<!did )(?<!if )(?<!before )\b(?:i|we|he|she|they|son|daughter|mum|mother|dad|father|"
    r"husband|wife|sister|brother|uncle|aunt|nan|gran|client)\s+(?:only\s+|mostly\s+|always\s+|both\s+)?signs?\b"
    r"(?!\s+(?:for|up|on|off|in|out|the|an?|my|her|his|their|it|them|things|forms?|papers?|cheques?))",
    re.IGNORECASE,
)
_DEAF_AND_SIGNS: Final = re.compile(r"\bdeaf\s*(?:,|and|&)\s*signs\b(?!\s+(?:for|up|on|the))", re.IGNORECASE)
_DEAF: Final = re.compile(r"\b(?:deaf|hearing|hear|lip-?read\w*|interpreter|can't speak)\b", re.IGNORECASE)


def find_languages(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Languages the worker must have. `names` gives each known name in lower case its English name."""
    found: list[str] = []
    signs = _SIGNS.search(text) and not _LEARN.search(text[: _at(_SIGNS, text)])
    if signs or _DEAF_AND_SIGNS.search(text) or (_SIGNER.search(text) and _DEAF.search(text)):
        found.append("BSL")
    for word in re.finditer(r"[A-Za-z][a-z]+", text):
        language = names.get(word.group().lower())
        if language is None or language in ("English", "BSL"):
            continue
        before, after = text[: word.start()], text[word.end() :]
        if word.group() == "polish" and not (_SPOKEN.search(before) or _SPOKEN_AFTER.match(after)):
            continue  # what is done to shoes and silver
        if _LEARN.search(before) or re.match(r"\s+(?:lessons?|class|course|food|cooking|dish|club|film)", after, re.I):
            continue
        has = _HAS.search(before) and re.match(r"\s*(?:[.,;!?]|and\b|$)", after)
        if has or _SPEAKS.search(before) or _SPEAKING.match(after) or re.match(r"\s*[/,&]|\s+(?:and|or)\b", after):
            found.append(language)
    return tuple(dict.fromkeys(found))


def _at(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else 0


_CHECKS: Final = (
    ("enhanced_dbs", r"\b(?:enhanced )?(?:dbs|crb)\b|\bpolice check(?:ed)?\b"),
    ("cqc_registered", r"\bcqc\b|\bregistered (?:agency|provider|care)\b"),
    ("public_liability", r"\bpublic liability\b|\b(?:must be|fully|be) insured\b"),
    ("references_checked", r"\b(?:good|checked|with) references?\b|\breferences? (?:checked|essential|required)\b"),
    (
        "moving_handling",
        r"\b(?:moving|manual) (?:and|&) handling (?:trained|training|certificate|essential|required)\b|\bm&h trained\b",
    ),
    ("medication_training", r"\bmedicat\w+ train\w+\b|\btrained (?:in|to give) medicat\w+\b"),
    ("first_aid", r"\bfirst[- ]aid(?:er)?(?: train\w+| certificate)?\b"),
    ("food_hygiene_l2", r"\bfood hygiene\b"),
    ("dementia_training", r"\bdementia train\w+\b|\btrained in dementia\b"),
    ("epilepsy_training", r"\bepilepsy train\w+\b|\btrained in epilepsy\b"),
    ("pbs_training", r"\bpbs train\w+\b|\bpositive behaviou?r support train\w+\b"),
    ("business_car_insurance", r"\bbusiness (?:car )?insur\w+\b"),
)
_ALSO: Final = (
    (
        "two workers",
        r"\b(?:double[- ](?:up|handed)|two (?:carers|workers|people|staff|pas)|2 (?:carers|workers|staff|"
        r"pas)|both carers)\b",
    ),
    ("hoist", r"\b(?:hoist\w*|tracking hoist|stand ?aid|rotunda)\b"),
    (
        "step-free",
        r"\b(?:step[- ]free|wheelchair (?:access\w*|friendly)|no (?:steps|stairs)|can't (?:do|"
        r"manage) (?:steps|stairs))\b",
    ),
    ("drives", r"\b(?:must drive|car driver|driver essential|with (?:a|their own) car|own car|has a car|can drive)\b"),
    ("no pets", r"\ballergic to (?:cats|dogs|pets)\b"),
    (
        "happy with pets",
        r"\b(?:ok with|likes?|must like|good with|happy with|not scared of) (?:cats|dogs|pets|animals)\b",
    ),
    ("non-smoker", r"\bnon[- ]?smok\w+\b"),
)


def find_checks(text: str) -> tuple[str, ...]:
    """Checks or training the need insists on, in the words of a listing's assurances."""
    return tuple(name for name, pattern in _CHECKS if re.search(pattern, text, re.IGNORECASE))


def find_also(text: str) -> tuple[str, ...]:
    """Other limits heard, shown to the person and to the provider but no gate."""
    return tuple(name for name, pattern in _ALSO if re.search(pattern, text, re.IGNORECASE))
