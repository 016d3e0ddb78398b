"""What a text says is *not* so: "no injections", "not a care home", "she won't have a man"."""

import re
from typing import Final

_HARMLESS: Final = (
    r"(?:problem|problems|fuss|need|needs|matter|charge|pressure|question|questions|experience|appointment|referral|"
    r"diagnosis|cost|fee|catch|rush|hurry|idea|one|longer|more|only|just|doubt|wonder|bother|worries|"
    r"trouble|obligation|"
    r"strings|judgement|waiting|wait|booking|form|forms|paperwork|nonsense|end|joke|stairs|steps|limit|minimum|"
    r"sooner|matter|upfront|two|kit|equipment|previous|skill|skills|talent)"
)
_DENIAL: Final = re.compile(
    r"\b(?:no(?!\s+"
    + _HARMLESS
    + r"\b)|not(?!\s+(?:only|just|to\s+worry|a\s+problem|everyone|sure|yet|frozen|instead)\b)|"
    r"(?<!you )(?<!who )(?<!they )(?<!people )(?<!he )(?<!she )(?:can't|cannot|don't|do\s+not|doesn't|"
    r"won't|will\s+not|unable\s+to)\s+"
    r"(?:do|offer|provide|give|help\s+with|cover|manage|lift|carry\s+out|handle|administer|accept|undertake)|"
    r"except|excluding|other\s+than)\s+"
    r"([^.,;:!?()\n–]{0,60})",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(r"\s(?:but|and\s+I|we|you|because|so|if|when|who|that|until|unless|though)\s", re.IGNORECASE)


def split_denied(text: str) -> tuple[str, str]:
    """Divide an offering's text into what it affirms and what it denies.

    Only flat denials of a service count ("no injections", "not personal care", "can't do
    ladders"); "no problem", "no need to book" and the like stay affirmed.
    """
    denied: list[str] = []

    def take(found: re.Match[str]) -> str:
        said = _STOPS.split(found.group(1) + " ")[0]
        few = said.split()[:5]
        denied.append(" ".join(few))
        rest = found.group(1)[len(" ".join(few)) :] if found.group(1).startswith(" ".join(few)) else ""
        return " " + rest

    return _DENIAL.sub(take, text), " . ".join(denied)
