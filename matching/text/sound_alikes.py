"""Words written for others that sound the same, put right where what stands beside them leaves no doubt.

A speller cannot see them: "I need a brake from caring" has no wrong word in it.
"""

import re
from typing import Final

_SOUNDS_LIKE: Final = (
    # what stands before, the word as written, what stands after, the word that is meant
    (r"(?:need|want|have|get|give me|deserve) a (?:bit of a |little |proper )?", "brake", r"(?! (?:light|pad|cable|fix|check))", "break"),
    ("", "brake", r"(?= (?:from|away|now and|once|evn|even|for a few|for an hour)\b)", "break"),
    ("(?:up|on|down|climb) (?:the |them |my |our )?", "stares", "", "stairs"),
    ("", "stare", r"(?= ?(?:lift|rail|gate)s?\b)", "stair"),
    ("", "hare", r"(?= ?(?:cuts?|cutting|dress\w*|done|washed|set|salon)\b)", "hair"),
    ("in (?:so much |a lot of |terrible )?", "pane", "", "pain"),
    ("", "pane", r"(?= (?:killers?|relief|in (?:my|his|her))\b)", "pain"),
    ("(?:every|once a|twice a|times a|hours a|hrs a|days a) ", "weak", "", "week"),
    (r"\d ", "weaks", "", "weeks"),
    ("", "sum", r"(?= (?:help|body|thing|where|company)\b)", "some"),
    ("(?:can'?t|cannot|to|learn) ", "ri(?:ght|te)", r"(?= (?:letters?|proper\w*|my name|a letter|good|gud)\b)", "write"),
    ("(?:can'?t|cannot|to|learn) ", "reed", r"(?! (?:beds?|buntings?|warblers?)\b)", "read"),
    ("", "sow", r"(?= (?:a button|buttons|a zip|hems?|a hem)\b)", "sew"),
    ("(?:loo|toilet|kitchen) ", "role", "", "roll"),
    ("", "waist", r"(?= (?:bins?|collection)\b)", "waste"),
)  # fmt: skip
_PUT_RIGHT: Final = tuple(
    (re.compile(rf"\b({before})\b{wrong}\b{after}", re.IGNORECASE), rf"\g<1>{better}")
    for before, wrong, after, better in _SOUNDS_LIKE
)


def heard_right(text: str) -> str:
    """The text with such words put right. Anything else stays as typed."""
    for pattern, better in _PUT_RIGHT:
        text = pattern.sub(better, text)
    return text
