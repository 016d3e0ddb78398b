"""How long, as people say it: an hour and a half, 45 mins, a couple of hours."""

import re
from dataclasses import dataclass

from bot.understanding.clock import NUMBERS

_LENGTH = re.compile(
    r"(?<![\w£.:/])(?:(?P<hq>half an? hour|half hour|half of an hour|1/2 hour|1/2 an hour)|"
    r"(?P<tq>three quarters? of an hour|3/4 hour|three quarter hour)|(?P<q>a? ?quarter of an "
    r"hour|quarter hour)|"
    r"(?P<hh>an hour and a half|hour and a half|hour and half|one and a half hours|1 and a "
    r"half hours|an hour and half|1 1/2 hours?)|(?P<nh>(?:\d+|two|three|four|five|six) (?:and a "
    r"half|1/2)) hours?|"
    r"(?P<hm>\d{1,2}|an|one|two|three) (?:hours?|h) (?:and )?(?:a )?(?P<mm>\d+|twenty|thirty|fifteen|forty five|"
    r"quarter|ten)(?: minutes)?|"
    r"(?P<couple>(?:a )?couple (?:of )?hours?)|(?P<h>\d{1,2}(?:\.\d+)?|an?|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|twelve) ?-? ?hours?|"
    r"(?P<m>\d{1,3}|five|ten|fifteen|twenty|twenty five|thirty|forty|forty five|sixty|ninety|"
    r"fifty) ?-? ?minutes?(?: ?-? ?(?:or|to|-) ?\d+ ?minutes)?)(?!\w)"
)
_COUNTS = NUMBERS | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "twenty five": 25,
    "thirty": 30,
    "forty": 40,
    "forty five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "quarter": 15,
}


@dataclass(frozen=True)
class Length:
    """A stretch of time, in whole minutes, said in `plain[start:end]`."""

    start: int
    end: int
    minutes: int


def find_lengths(plain: str) -> list[Length]:
    """Every length of time said, whatever it is the length of."""
    return [Length(m.start(), m.end(), _minutes_of(m)) for m in _LENGTH.finditer(plain)]


def _minutes_of(m: re.Match[str]) -> int:
    fixed = {"hq": 30, "tq": 45, "q": 15, "hh": 90, "couple": 120}
    for name, minutes in fixed.items():
        if m[name]:
            return minutes
    if m["nh"]:
        return _count(m["nh"].split()[0]) * 60 + 30
    if m["hm"]:
        return _count(m["hm"]) * 60 + _count(m["mm"])
    if m["h"]:
        return round(float(m["h"]) * 60) if m["h"][0].isdigit() else _count(m["h"]) * 60
    return _count(m["m"])


def _count(word: str) -> int:
    return _COUNTS[word] if word in _COUNTS else int(word)
