"""Who the worker must be: gender, language, checks held, and how many of them."""

import re
from collections.abc import Mapping
from typing import Final, Literal

Wanted = Literal["female", "male"]

_WOMAN: Final = r"(?:female|fem|wom[ae]n|lady|ladies|girl)"
_MAN: Final = r"(?:male|m[ae]n|bloke|fella|chap|lad|gentleman|guy)"
_ROLE: Final = (
    r"(?:carers?|PAs?|pas?|p\.a\.?|workers?|cleaners?|helpers?|support\s?workers?|drivers?|"
    r"companions?|assistants?|staff|sitters?|befrienders?|"
    r"person|nurse|hairdresser|barber|gardener|counsellor|mentor|buddy|visitor|personal assistant|one|"
    r"only|pref\w*|please|pls)"
)
_WISH: Final = (
    r"(?:wants?|would like|'d like|needs?|prefers?|pref|rather(?: have)?|(?:has|have|got) to be|"
    r"must be|should be|be|only|another|looking for|"
    r"ask for|insists? on|comfortable with|happier with|happy with|requires?|find|fancy|better with|"
    r"respon\w+ (?:better|well|best) to|gets? on (?:better|best) with)"
)
_NOT: Final = (
    r"(?:won't have|will not have|wouldn't have|won't let|doesn't want|don't want|not|no|never|hates?|"
    r"refuses?|without|isn't comfortable with|"
    r"scared of|frightened of|afraid of|nervous (?:of|around|with)|can't have|rather than|instead of)"
)


def _patterns(mine: str, other: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{mine}\s+(?:\w+\s+)?{_ROLE}\b(?!\s+(?:who|and) lives)|\b{_WISH}\s+(?:an?\s+|"
        rf"for\s+)?(?:\w+\s+)?{mine}\b(?!'s|s'|\s+(?:friend|group|club|shed))|"
        rf"\b{mine}\s+(?:to|who can|who could|who would|that can)\s+\w+|"
        rf"\b{_NOT}\s+(?:an?\s+|any\s+)?(?:strange\s+)?{other}\b(?!\s+(?:friend|group|shed|club))",
        re.IGNORECASE,
    )


_FEMALE, _MALE = _patterns(_WOMAN, _MAN), _patterns(_MAN, _WOMAN)
_EITHER: Final = re.compile(
    rf"\b{_WOMAN}\s+or\s+{_MAN}|\b{_MAN}\s+or\s+{_WOMAN}|doesn't mind (?:who|which)", re.IGNORECASE
)
_LETTER: Final = re.compile(r"\b([FM])\s+(?:PA|carer|worker|support|staff|only|pref)", re.MULTILINE)
_SELF: Final = re.compile(
    r"\b(?:i'm|i am|he's|she's|as|being|is|for|says|other|old|older|elderly|young|single|disabled|"
    r"deaf|blind|trans|married|my|this|that|next door|"
    r"year old|the)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:female|woman|women|lady|ladies|male|man|men|"
    r"bloke|chap|gentleman|lad)\b",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"\b(?:men's|mens|women's|womens|ladies'?)\s+(?:shed|group|club|choir|institute|night|circle|"
    r"football)\b|\bother (?:men|women|blokes|ladies)\b",
    re.I,
)


def find_gender(text: str) -> Wanted | None:
    """Whether a woman or a man is asked for; None where neither, or both, are."""
    if _EITHER.search(text):
        return None
    letter = _LETTER.search(text)
    if letter:
        return "female" if letter.group(1) == "F" else "male"
    asked = _GROUP.sub(" ", text)
    female = any(not _of_self(asked, m) for m in _FEMALE.finditer(asked))
    male = any(not _of_self(asked, m) for m in _MALE.finditer(asked))
    return None if female == male else "female" if female else "male"


def _of_self(text: str, found: re.Match[str]) -> bool:
    """The words describe the asker, not the worker: "I'm a woman on my own"."""
    said = found.group().lower()
    if re.match(_NOT, said):
        return False
    return bool(_SELF.search(text[max(0, found.start() - 20) : found.end()])) and not re.match(_WISH, said)


_SPEAKS: Final = re.compile(
    r"\b(?:speak\w*|talk\w*|spoken|in|understands?|fluent|language|mother tongue|tongue|only|"
    r"conversation in|someone|somebody|worker|carer|pa|for an?|an?)\s+(?:only\s+|in\s+|her\s+|his\s+)?$",
    re.IGNORECASE,
)
_SPEAKING: Final = re.compile(
    r"^[- ]?(?:speak\w*|carer|pa|worker|lady|woman|man|speaker|support|interpreter|user|helper|companion|only|signer)",
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
    r"\bsign language\b|\bBSL\b|\bsigning (?:carer|pa|worker|support|person)\b",
    re.IGNORECASE,
)


def find_languages(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Languages the worker must have. `names` gives each known name in lower case its English name."""
    found: list[str] = []
    if _SIGNS.search(text) and not _LEARN.search(text[: _at(_SIGNS, text)]):
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
        if _SPEAKS.search(before) or _SPEAKING.match(after) or re.match(r"\s*[/,&]|\s+(?:and|or)\b", after):
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
