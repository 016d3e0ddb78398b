"""Times of day and ranges as people say them: half nine, 10ish, 0900-1100.

An hour from six to nine said bare could be morning or evening: it is marked open, and something else in the message
must settle it, or the person is asked.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import pairwise

NUMBERS = {
    word: n for n, word in enumerate(str.split("zero one two three four five six seven eight nine ten eleven twelve"))
}
_MINUTE_WORDS = {
    "five and twenty": 25,
    "twenty five": 25,
    "quarter": 15,
    "1/4": 15,
    "half": 30,
    "1/2": 30,
    "twenty": 20,
    "thirty": 30,
    "fifteen": 15,
    "forty five": 45,
    "forty": 40,
    "fifty": 50,
    "five": 5,
    "ten": 10,
    "oh five": 5,
    "fifty five": 55,
    "thirty five": 35,
}
_H = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MW = r"(?:1/4|1/2|five and twenty|twenty five|fifty five|forty five|thirty five|twenty|quarter|half|ten|five|5|10|15|20|25)"


def _half(which: int) -> str:
    return rf"(?: ?(?P<half{which}>am|pm|a ?\. m ?\.?|p ?\. m ?\.?|a m|p m)(?!\w))?"


_UNIT = (
    r"(?! ?(?:%|hours?|minutes?|hour|days?|weeks?|months?|years?|carers?|people|workers?|"
    r"times?|visits?|calls?|(?<!am )(?<!pm )x\b|pounds?|quid|pence|p\b|miles?|of (?:us|them)|"
    r"or \d+ (?:minutes|hours)|to \d+ (?:minutes|hours)|st\b|nd\b|rd\b|th\b|nights?|bags?|"
    r"stone|year|mins?|[-–] \d+ (?:minutes|hours)|weekly|daily|percent|bedroom|tablets|pills|"
    r"others|more|ladies|men|mornings|slots?|shifts?|half))"
)
_CLOCK = re.compile(
    rf"(?<![\w£.:/])(?:"
    rf"(?P<noon>12 noon|noon|midday|12 mid day|mid day|12 midday)|(?P<midnight>12 midnight|midnight|mid night)|"
    rf"(?<!from )(?P<mw>{_MW})(?: minutes)? (?P<pt>past|to|after|before) (?P<mh>{_H})(?: oclock)?{_half(1)}{_UNIT}|"
    rf"(?P<half>half) (?P<hh>{_H})(?: ish)?{_half(2)}{_UNIT}|"
    rf"(?P<h24>[01]\d|2[0-3])(?P<m24>[0-5]\d)(?P<style> ?(?:hours|h))?{_half(3)}(?![\d/])|"
    rf"(?P<h>\d{{1,2}})[.:](?P<m>[0-5]\d)(?: ?oclock)?{_half(4)}(?! ?(?:hours|an hour|per|pounds|/))(?![\d.:/])|"
    rf"(?P<wh>{_H}) (?P<wm>thirty|fifteen|forty five|twenty|ten|forty|fifty|oh five|thirty five|"
    rf"twenty five|fifty five){_half(5)}(?! (?:minutes|hours|pounds|quid))|"
    rf"(?P<bare>{_H})(?P<sure> ?(?:o ?clock|ish|sharp|on the dot|on the nose))?{_half(6)}{_UNIT}"
    rf")(?![\w£])"
)
_AT = re.compile(
    r"(?<![a-z])(?:at|@|by|about|around|round|roundabout|circa|approx|from|till|until|til|to|while|before|"
    r"after|between|for|due|past|said|make it|-|–|and|or|gone|since|than|say|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|tonight|morning|afternoon|"
    r"evening|night|week|about like|then|be|of|roughly|nearly|it|\d{1,2}(?:st|nd|rd|th)|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"day|call|visit|one|slot|came|arrived|left|here|there|start|starting|finish|finished|"
    r"ended|ends|starts|end|did|was|booked|kev|in|me|out|done|,)$"
)
_TOLD_NOW = re.compile(
    r"(?:it is|is|and|gone|already|nearly|now|time is|its|just gone|well|coming up to|coming "
    r"up|getting on for|past|half|be) (?:now |already |nearly |gone |just gone |past |well "
    r"past |almost |about |coming up to |getting on for |nearly gone |well gone |only )*$"
)
_PLAINLY_AT = re.compile(
    r"(?:between [a-z0-9 .:]{1,14} and |(?<!\w)(?:at|about|around|by|till|until|make it|gone|"
    r"before|after|between|due|@|nearly|from|later than|instead of|rather than|"
    r"(?:\d(?: ?[ap]m)?|oclock)(?: (?:on )?[a-z]+){0,2} (?:(?:and )?not|than)|(?:meant|supposed) to be|should be|"
    r"(?:here|there|booked|coming|come|be in|\w*days?|today|tomorrow) for) "
    r"|(?:move\w*|change\w*|put|push\w*|bring|shift\w*|swap\w*)(?: \w+){0,4} (?:to|for|at) )$"
)
_RANGE_AFTER = re.compile(
    r"^ ?(?:to|till|until|til|while|-|–) ?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|noon|midday|midnight)(?! ?(?:hours?|minutes?|days?|weeks?|pounds|"
    r"carers?|people|times|visits|\d|st\b|nd\b|rd\b|th\b|of|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|/))"
)
_COUNTING = re.compile(
    r"(?:£|£ |room|number|no|flat|house|unit|over|under|bus|page|line|age|aged|channel|ls|ex|"
    r"bn|tq|pl|x|cost|pay|paid|worth|tablet|my|the|all|those|these|our|five|plus|have|her|his|"
    r"another|every|each|just the|with|got|takes|take|need|want|do|a|least|than|up to|are|only|"
    r"last|next|past|first|do|if|any|no|or more) $"
)


_LEAD = 80  # letters before a number that may tell whether it is a time


@dataclass(frozen=True)
class TimeMention:
    """A time of day in `plain[start:end]`: `hour` as said, `minute`, and what is known of which half of the day.

    `half` is "am", "pm" or ""; `sure` means no other reading (24-hour style, noon). `now_told` is the time now, merely told.
    """

    start: int
    end: int
    hour: int
    minute: int
    half: str = ""
    sure: bool = False
    now_told: bool = False

    @property
    def open(self) -> bool:
        """Whether it could as well be morning as evening."""
        return not self.sure and not self.half and 6 <= self.hour <= 8

    def as_time(self, *, half: str = "") -> time | None:
        """The wall time by the rules of reading, given what settles the half; None while open.

        A hint ("pm?") settles only an hour that is open, and a morning told elsewhere makes no one o'clock of the night.
        """
        if self.sure:
            return time(self.hour % 24, self.minute)
        hint = half[:2] if self.open or not half.endswith("?") else ""
        known = self.half or ("" if hint == "am" and 1 <= self.hour <= 5 else hint)
        if known:
            return time(self.hour % 12 + (12 if known == "pm" else 0), self.minute)
        if self.open:
            return None
        return time(self.hour + 12 if 1 <= self.hour <= 5 else self.hour % 24, self.minute)

    def nearest(self, now: datetime) -> time:
        """The reading nearest to now: for what is happening today."""
        told = time(self.hour % 24, self.minute) if self.sure else None
        if told or self.half:
            return told or self.as_time() or time(self.hour % 24, self.minute)
        at = now.hour * 60 + now.minute
        readings = [time(self.hour % 12 + add, self.minute) for add in (0, 12)]
        return min(
            readings, key=lambda t: min((t.hour * 60 + t.minute - at) % 1440, (at - t.hour * 60 - t.minute) % 1440)
        )


@dataclass(frozen=True)
class TimeRange:
    """From one time to another: 9-11, from 10pm till 7am, between two and four."""

    first: TimeMention
    last: TimeMention


def _number(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)


def _half_of(m: re.Match[str]) -> str:
    told = next((m[f"half{n}"] for n in range(1, 7) if m[f"half{n}"]), "")
    return f"{told[0]}m" if told else ""


def find_times(plain: str, taken: tuple[tuple[int, int], ...] = ()) -> list[TimeMention]:
    """Every time of day said, in order, leaving out the stretches already read as something else."""
    found: list[TimeMention] = []
    for m in _CLOCK.finditer(plain):
        if any(m.start() < end and start < m.end() for start, end in taken):
            continue
        mention = _told_beside(_mention(m, plain), plain)
        if mention is not None and mention.hour <= 24:
            found.append(mention)
    return found


_THAT_DAY = (
    r"(?:in the |of an? |this |(?:on |of )?(?:the |tomorrow |today |(?:mon|tues|wednes|thurs|fri|satur|sun)day ))"
)
_BESIDE = re.compile(
    rf"^ (?:(?P<am>{_THAT_DAY}morning)|(?P<pm>{_THAT_DAY}(?:afternoon|evening)|tonight)|"
    rf"(?P<night>at night|(?:tomorrow|(?:on |of )?(?:mon|tues|wednes|thurs|fri|satur|sun)day) night))s?(?!\w)"
)


def _told_beside(mention: "TimeMention | None", plain: str) -> "TimeMention | None":
    """Ten at night, seven in the morning: the half said straight after the time is that time's own."""
    m = _BESIDE.match(plain[mention.end :]) if mention else None
    if mention is None or m is None or mention.half or mention.sure:
        return mention
    early = m["am"] or (m["night"] and (mention.hour <= 5 or mention.hour == 12))
    return replace(mention, half="am" if early else "pm", end=mention.end + m.end())


def _mention(m: re.Match[str], plain: str) -> TimeMention | None:
    before = plain[max(0, m.start() - _LEAD) : m.start()]
    half = _half_of(m)
    base = TimeMention(
        m.start(),
        m.end(),
        0,
        0,
        half,
        now_told=bool(_TOLD_NOW.search(before)) and not re.search(r"due|between", before[-20:]),
    )
    if m["noon"]:
        return replace(base, hour=12, sure=True)
    if m["midnight"]:
        return replace(base, hour=0, sure=True)
    if m["mw"]:
        return _minutes_and_hour(m, base)
    if m["half"]:
        return replace(base, hour=_number(m["hh"]), minute=30) if 1 <= _number(m["hh"]) <= 12 else None
    if m["h24"]:
        return _four_figures(m, base, before)
    if m["h"]:
        hour = int(m["h"])
        told_24 = hour > 12 or m["h"].startswith("0")
        return replace(base, hour=hour, minute=int(m["m"]), sure=told_24 and not half) if hour < 25 else None
    if m["wh"]:
        hour, minute = _number(m["wh"]), _MINUTE_WORDS[m["wm"]]
        return replace(base, hour=hour, minute=minute) if 1 <= hour <= 12 else None
    return _bare(m, base, before, plain[m.end() :])


def _minutes_and_hour(m: re.Match[str], base: TimeMention) -> TimeMention | None:
    minutes = _MINUTE_WORDS.get(m["mw"]) or (int(m["mw"]) if m["mw"].isdigit() else 0)
    hour = _number(m["mh"])
    if not 1 <= hour <= 12:
        return None
    if m["pt"] in ("past", "after"):
        return replace(base, hour=hour, minute=minutes)
    return replace(base, hour=(hour - 2) % 12 + 1, minute=60 - minutes)


def _four_figures(m: re.Match[str], base: TimeMention, before: str) -> TimeMention | None:
    year = m["h24"] in ("19", "20") and re.search(r"(?:^|\b(?:in|since|of|year|until|from))$", before.rstrip())
    if (
        year
        or re.search(r"(?<!/)(?<!/\d)\d$", before.rstrip())
        or (m["h24"] in ("19", "20") and not (_AT.search(before.rstrip()) or m["style"]))
    ):
        return None
    return replace(base, hour=int(m["h24"]), minute=int(m["m24"]), sure=not base.half)


def _bare(m: re.Match[str], base: TimeMention, before: str, after: str) -> TimeMention | None:
    """A number alone: a time only where the words about it say so."""
    word, hour, counted = m["bare"], _number(m["bare"]), bool(_COUNTING.search(before))
    of_a_range = bool(_RANGE_AFTER.match(after)) and (not counted or before.endswith(" do "))
    told = bool(m["sure"] or base.half or of_a_range or (_BESIDE.match(after) and not counted))
    if not 1 <= hour <= 24 or not (told or _told_by(word, before)):
        return None
    if hour > 12 and not (told or _PLAINLY_AT.search(before)):
        return None
    return replace(base, hour=hour, sure=(hour > 12 or word.startswith("0")) and not base.half)


def _told_by(word: str, before: str) -> bool:
    if _PLAINLY_AT.search(before):
        return True
    return word.isdigit() and bool(_AT.search(before.rstrip())) and not _COUNTING.search(before)


_TO = re.compile(r"^ ?(?:to|till|until|til|while|-|–|through to|thru|up to|and) ?(?:about |around |roughly )?$")


def find_ranges(plain: str, times: list[TimeMention]) -> list[TimeRange]:
    """Neighbouring times joined by "to", "till" or a dash; by "and" only after "between"."""
    ranges = []
    for first, last in pairwise(times):
        joint = plain[first.end : last.start]
        if not _TO.match(joint):
            continue
        if joint.strip() == "and" and "between" not in plain[max(0, first.start - 16) : first.start]:
            continue
        ranges.append(TimeRange(first, last))
    return ranges


def settle_range(span: TimeRange, half: str) -> tuple[time | None, time | None]:
    """Start and end of a range; the end is the first such time after the start."""
    start = _start_of(span, half)
    if start is None:
        return None, None
    last = span.last
    if last.sure or last.half:
        return start, last.as_time()
    first_minutes = start.hour * 60 + start.minute
    readings = [time(last.hour % 12 + add, last.minute) for add in (0, 12)]
    return start, min(readings, key=lambda t: (t.hour * 60 + t.minute - first_minutes - 1) % 1440)


def _start_of(span: TimeRange, half: str) -> time | None:
    first, last = span.first, span.last
    if first.sure or first.half or not (last.half or last.sure):
        return first.as_time(half=half)
    end = last.as_time()
    assert end is not None  # the end has a half of its own, so it is never open
    readings = [time(first.hour % 12 + add, first.minute) for add in (0, 12)]
    earlier = [t for t in readings if t < end]
    return max(earlier) if earlier else readings[1]
