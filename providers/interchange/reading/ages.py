"""Whom it is for by age, as written. Pure."""

import re

_SPAN = re.compile(r"(\d{1,3})\s*(?:years?|yrs?)?\s*(?:old)?\s*(?:-|–|to|and)\s*(\d{1,3})", re.I)
_FROM = re.compile(
    r"(?:from|over|aged|ages?|above)\s*(\d{1,3})s?\b|(\d{1,3})\s*(?:\+|plus|years? (?:and|or) (?:over|older|upwards|up))",
    re.I,
)
_UNDER = re.compile(r"(?:under|up to|below)\s*(?:the age of\s*)?(\d{1,3})", re.I)
_CHILDREN = re.compile(r"\b(?:babies|toddlers?|pre-?schoolers?|children(?:'s)?|under 5s|early years)\b", re.I)
_ADULTS = re.compile(
    r"\b(?:adults?|families|family|parents?|carers?|all ages|grandparents?|everyone|any age|older people|pensioners?)\b",
    re.I,
)
_OF_CHILDREN = re.compile(r"\b(?:carers?|parents?|grown-?ups|guardians?|families) (?:of|with)\b", re.I)
ADULT = 18

Ages = tuple[int | None, int | None]


def ages_in(words: str) -> Ages:
    """The youngest and oldest named; None for what is not said. Only the first span is read.

    In "carers of 0 to 1 year olds" the ages are not those of who may come.
    """
    if _OF_CHILDREN.search(words):
        return None, None
    if found := _SPAN.search(words):
        low, high = int(found.group(1)), int(found.group(2))
        return (low, high) if low <= high else (None, None)
    if found := _FROM.search(words):
        return int(found.group(1) or found.group(2)), None
    if found := _UNDER.search(words):
        return None, int(found.group(1))
    return None, None


def is_only_for_children(ages: Ages, who_for: str = "") -> bool:
    """Whether nobody of 18 or over may come, by the ages given, or by words for whom it is that name children alone."""
    _, oldest = ages
    if oldest is not None:
        return oldest < ADULT
    return ages == (None, None) and bool(_CHILDREN.search(who_for)) and not _ADULTS.search(who_for)
