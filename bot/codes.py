"""A PIN or a code as people type it."""

import re

_AROUND_A_CODE = "my the a is its it's pin's it pin code number please pls sorry ok okay yes here here's um er try love dear thanks ta"
"""What people put round a PIN or a code."""


def tidy_code(typed: str) -> str:
    """A PIN or a code without what stands round it: "12 34", "1234.", "my pin is 1-2-3-4". Words that are none stay as they are."""
    said = [word for word in re.split(r"[\s,]+", typed.lower().replace("’", "'")) if word.strip(".:!?-")]
    kept = [word for word in said if word.strip(".:!?-") not in _AROUND_A_CODE.split()] or said
    return re.sub(r"[\s.:,!?'-]", "", "".join(kept)).upper()


def looks_like_pin(typed: str) -> bool:
    """Whether these words are a PIN and nothing else."""
    return re.fullmatch("[0-9]{4,6}", tidy_code(typed)) is not None
