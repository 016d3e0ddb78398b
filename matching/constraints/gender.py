"""Whether a woman or a man is asked for as the worker."""

import re
from typing import Final, Literal

Wanted = Literal["female", "male"]

_WOMAN: Final = r"(?:females?|fem|wom[ae]n|lady|ladies|girl|lass)"
_MAN: Final = r"(?:males?|m[ae]n|blokes?|fella|feller|chaps?|lads?|gentleman|gent|guy)"
_ROLE: Final = (
    r"(?:carers?|PAs?|pas?|p\.a\.?|workers?|cleaners?|helpers?|support\s?workers?|drivers?|"
    r"companions?|assistants?|staff|sitters?|befrienders?|interpreters?|advocates?|team|company|"
    r"person|nurse|hairdresser|barber|gardener|counsellor|mentor|buddy|visitor|personal assistant|one|"
    r"only|pref\w*|please|pls)"
)
_WISH: Final = (
    r"(?:wants?|would like|'d like|needs?|prefers?(?: it to be)?|pref|"
    r"(?:rather|sooner)(?: have| it (?:was|were|be))?|(?:has|have|got|ought) to be|"
    r"must be|should be|be|only|another|looking (?:for|4)|(?:could|can|may) i have|"
    r"only (?:ever )?(?:let|have|allow|see|trust|accept|talk to|undress for|open (?:up |the door )?to)|"
    r"(?:nobody|no one|no-one|anyone|anybody) (?:but|except)|"
    r"asks? for|insists? on|(?:comfortable|happier|easier|happy|safer|better|at ease) with|"
    r"requires?|find|fancy|respon\w+ (?:better|well|best) to|gets? on (?:better|best) with)"
)
_NOT: Final = (
    r"(?:won't have|will not have|wouldn't have|won't let|(?:doesn't|don't) (?:want|like)|not|no|never|hates?|"
    r"refuses?|without|isn't comfortable with|"
    r"(?:uncomfortable|uneasy|shy) with|(?:wary|shy) of|can't (?:have|abide)|"
    r"scared of|frightened of|afraid of|nervous (?:of|around|with)|rather than|instead of)"
)
_IF_I_MAY: Final = (
    r"(?:(?:please|pls)(?!\s+(?:help|can|could|would|see|find|tell))|if (?:poss\w*|you (?:can|could|have)|"
    r"you've|there(?:'s| is))|ideally|preferably|for preference|preferred)"
)
_BEST: Final = (
    r"(?:would|might) be (?:best|better|ideal|easier|nice|lovely|good|preferable)|'d be (?:best|better|ideal)"
)
_A_VERB: Final = r"(?!\w*[^\Ws]s\b|of\b)[a-z]+"
"""What follows the "2" that means "to": "lady 2 do my hair", but not "lady 2 doors down"."""


_NO_WORKER: Final = r"(?:(?:who|and) lives|groups?|clubs?|class\w*|sessions?|gym|swim\w*|nights?|space)"
_OTHER_WORD: Final = r"(?!(?:the|my|our|your|his|her|this|that|than)\b)\w+"


def _asked_for(mine: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{mine}\s+(?:\w+\s+)?{_ROLE}\b(?!\s+{_NO_WORKER})|\b{_WISH}\s+(?:an?\s+|"
        rf"for\s+)?(?:{_OTHER_WORD}\s+)?{mine}\b(?!'s|s'|\s+(?:friend|group|club|shed))|"
        rf"\b{mine}\s+(?:cover|wanted|required)\b|\b{mine}\s+needed\b(?!\s+(?:to|help|a|my)\b)|"
        rf"\b{mine}\s+(?:(?:in|round|over)\s+)?(?:to|who can|who could|who would|that can)\s+\w+|"
        rf"\b{mine}\s+2\s+{_A_VERB}|"
        rf"\b(?:an?\s+(?:\w+\s+)?)?{mine}\s*,?\s+(?:if poss\w*|ideally|preferably)\b|"
        rf"\b(?:ideally|preferably)\s+(?:an?\s+)?{mine}\b|"
        rf"\ban?\s+(?:\w+\s+)?{mine}\s*,?\s+{_IF_I_MAY}\b|"
        rf"\ban?\s+(?:\w+\s+)?{mine}\b[^.,;!?]{{0,30}}?\s?(?:{_BEST})\b|"
        rf"\ban?\s+{mine}\s+(?:(?:of|near|nearer|about|around|round|close to)\s+)?(?:his|her|my|their)\s+"
        rf"(?:own\s+)?(?:age|faith|religion|culture|background)\b",
        re.IGNORECASE,
    )


def _refused(these: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_NOT}\s+(?:to have\s+|have\s+)?(?:an?\s+|any\s+|the\s+(?=men|women|lad))?(?:strange\s+)?{these}\b"
        rf"(?!\s+(?:friend|group|shed|club))",
        re.IGNORECASE,
    )


_ASKED_FOR: Final = {"female": _asked_for(_WOMAN), "male": _asked_for(_MAN)}
_REFUSED: Final = {"female": _refused(_WOMAN), "male": _refused(_MAN)}
_SEX: Final = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|person|worker|PA|befriender|volunteer|driver|sitter)\s*,?\s+"
    r"(?:who is\s+|who's\s+|that's\s+)?(female|male)\b(?!\s*,?\s*\d{2}\b)",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    rf"\b(?:be|being|get|getting)\s+(?:washed|dressed|undressed|bathed|showered|shaved|changed|helped|"
    rf"handled|touched|seen to|seen|looked after|cared for)\s+by\s+(?:an?\s+|other\s+)?(?:\w+\s+)?"
    rf"(?:({_WOMAN})|{_MAN})\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r"\b(?:not|never|hates?|refus\w+|minds?|asham\w+|embarrass\w+|mortif\w+|can't|\w+n't)\b[^.;!?]{0,30}$", re.I
)
_SHAMES: Final = re.compile(
    r"\s+(?:shames?|upsets?|frightens?|scares?|embarrass\w+|distress\w+|is (?:too|more than))\b"
)
_EITHER: Final = re.compile(
    rf"\b{_WOMAN}\s+or\s+{_MAN}|\b{_MAN}\s+or\s+{_WOMAN}|(?-i:\b(?:F ?/ ?M|M ?/ ?F|F or M|M or F)\b)|"
    rf"doesn't mind (?:who|which)",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"(?<!\d\d )\b([FM])\s+(?:PAs?|carers?|workers?|support|staff|only|pref\w*|cover|sitters?|drivers?|"
    r"befrienders?|interpreter|personal care)\b|\b(?:must be|has to be|pref\w*|only)\s+([FM])\b(?!\s*\d)"
)
_SEGMENT: Final = re.compile(r"[,;()+\n]|\s[-–]\s")
_WORK: Final = re.compile(
    r"\b(?:PAs?|carers?|care|workers?|speaker|speaking|cover|support|sitter|driver|escort|calls?|visits?|"
    r"required|interpreter|befriend\w+|bath\w*|shower\w*|wash\w*)\b",
    re.IGNORECASE,
)
_AGE: Final = re.compile(r"^\s*(?:aged?\s+)?\d{1,3}(?:s|yo| year old|yrs)?\s*$|\bclient\b", re.IGNORECASE)
_SELF: Final = re.compile(
    r"\b(?:i'm|i am|he's|she's|as|being|is|for|says|other|old|older|elderly|young|single|disabled|"
    r"deaf|blind|trans|married|my|our|her|his|their|agency|this|that|next door|"
    r"year old|the)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:female|woman|women|lady|ladies|girl|male|man|men|"
    r"bloke|chap|gentleman|lad)\b",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"\b(?:men's|mens|women's|womens|ladies'?)\s+(?:shed|group|club|choir|institute|night|circle|"
    r"football)s?\b|\bother (?:men|women|blokes|ladies|lads|chaps|girls)\b",
    re.I,
)


def find_gender(text: str) -> Wanted | None:
    """Whether a woman or a man is asked for; None where neither, or both, are."""
    if _EITHER.search(text):
        return None
    letter = _letter(text)
    if letter:
        return "female" if letter == "F" else "male"
    asked = _GROUP.sub(" ", text)
    wanted = {_by_whom(asked, found) for found in _BY.finditer(asked)}
    rest = _BY.sub(" ", asked)
    if _REFUSED["male"].search(rest):
        wanted.add("female")
    if _REFUSED["female"].search(rest):
        wanted.add("male")
    rest = _REFUSED["male"].sub(" ", _REFUSED["female"].sub(" ", rest))
    wanted.update("female" if found.group(1).lower() == "female" else "male" for found in _SEX.finditer(rest))
    for sex in ("female", "male"):
        if any(not _of_self(rest, found) for found in _ASKED_FOR[sex].finditer(rest)):
            wanted.add("female" if sex == "female" else "male")
    return wanted.pop() if len(wanted) == 1 else None


def _letter(text: str) -> str | None:
    """A broker's F or M for the worker: "M worker only", or alone behind the work: "PA 15h, F, EX32".

    Alone at the start, beside an age, or behind words that tell of no work it is the customer's.
    """
    if found := _LETTER.search(text):
        return found.group(1) or found.group(2)
    segments = _SEGMENT.split(text)
    for before, said, after in zip(segments, segments[1:], [*segments[2:], ""], strict=False):
        letter = said.strip(" .")
        if letter in ("F", "M") and _WORK.search(before) and not (_AGE.search(before) or _AGE.search(after)):
            return letter
    return None


def _by_whom(text: str, found: re.Match[str]) -> Wanted:
    """Whose hands are wanted: "she won't be washed by a man" asks for a woman."""
    against = _AGAINST.search(text[: found.start()]) or _SHAMES.match(text[found.end() :])
    return "male" if bool(found.group(1)) == bool(against) else "female"


def _of_self(text: str, found: re.Match[str]) -> bool:
    """The words describe the asker, not the worker: "I'm a woman on my own"."""
    told = _SELF.search(text[max(0, found.start() - 20) : found.end()])
    return bool(told) and not re.match(_WISH, found.group().lower())
