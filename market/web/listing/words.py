"""What a listing says, in words: for reading back, for the two sides of a change, and for ticking boxes. No I/O but seeds."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import Any

from market.core.places import SEEDS
from market.web.filters import counted, full_date
from market.web.finding.offered import hours_words
from market.web.listing.questions import ARRANGEMENTS, WHERE
from providers.changes.rules import Part, as_rates
from providers.listings.kinds import kind_words
from providers.pricing.rules import Rate, Unit, When
from providers.pricing.words import said_price

Value = Mapping[str, Any]

GENDERS = (
    ("female", "A woman"),
    ("male", "A man"),
    ("non_binary", "A non-binary person"),
    ("mixed_team", "Women and men work here"),
    ("", "I would rather not say"),
)
AGES = (
    ("21_and_over", "21 or over"),
    ("18_to_20", "18, 19 or 20"),
    ("under_18", "16 or 17"),
)
UNITS = (
    (Unit.HOUR, "An hour"),
    (Unit.HALF_HOUR, "A call of 30 minutes"),
    (Unit.THREE_QUARTER_HOUR, "A call of 45 minutes"),
    (Unit.QUARTER_HOUR, "A call of 15 minutes"),
    (Unit.VISIT, "A visit, however long"),
    (Unit.SESSION, "A session"),
    (Unit.HALF_DAY, "A half day, up to 5 hours"),
    (Unit.DAY, "A day"),
    (Unit.NIGHT_SLEEP_IN, "A night asleep"),
    (Unit.NIGHT_WAKING, "A night awake"),
    (Unit.LIVE_IN_DAY, "A day of living in"),
    (Unit.WEEK, "A week"),
    (Unit.MONTH, "A month"),
    (Unit.SECOND_WORKER, "An hour of a second worker"),
    (Unit.MILE, "A mile of driving"),
    (Unit.ONE_OFF, "Once, to set things up"),
    (Unit.FREE, "Nothing: it is free"),
    (Unit.FUNDED, "Nothing: others pay for it"),
)
WHENS = (
    (When.ANY, "Any time"),
    (When.WEEKDAY, "Weekdays"),
    (When.EVENING, "Evenings and nights, 6pm to 6am"),
    (When.WEEKEND, "Weekends"),
    (When.BANK_HOLIDAY, "Bank holidays"),
)
_WHEN_WORDS = dict(WHENS)
_ARRANGEMENT_WORDS = {one.value: words for one, words, _ in ARRANGEMENTS}
_WHERE_WORDS = {one.value: words for one, words in WHERE}
_GENDER_WORDS = dict(GENDERS)

ANY = "any"
PETS = (
    (ANY, "Any pets are fine", "", ""),
    ("no_dogs", "Not with dogs", "", "not with dogs in the room"),
    ("none", "Not with pets", "", "not in homes with pets"),
)
SMOKING = (
    (ANY, "It does not matter to me", "", ""),
    ("not_indoors", "Not while I am there", "", "no smoking while I am there please"),
)
HOIST = (
    (ANY, "I am not asked for this", "", ""),
    ("trained", "Yes, I have been trained", "hoist", ""),
    ("pair", "Only with a second person", "two carers", "no hoist on my own"),
    ("no", "No", "", "no hoists"),
)
DRIVING = (
    (ANY, "I do not say", "", ""),
    ("own_car", "Yes, I can take people in my car", "drives", ""),
    ("self_only", "I drive, but not with others", "", "I do not take people in my car"),
    ("no", "No", "", "I do not drive"),
)
CHOICES: Mapping[str, Sequence[tuple[str, str, str, str]]] = {
    # the field: what is posted, what people choose, the skill it means, the limit it means
    "pets": PETS,
    "smoking": SMOKING,
    "hoist": HOIST,
    "driving": DRIVING,
}
_OF_CHOICES = {text for options in CHOICES.values() for _, _, skill, limit in options for text in (skill, limit)} - {""}


def limit_lines(typed: str) -> list[str]:
    """One limit or skill a line, as typed."""
    return [" ".join(line.split())[:120] for line in typed.splitlines() if line.strip()][:12]


def skills_and_limits(
    chosen: Mapping[str, str], others: Sequence[str], skills_typed: Sequence[str]
) -> tuple[list[str], list[str]]:
    """What was chosen and typed, as skills and limits."""
    skills, limits = list(skills_typed), list(others)
    for name, options in CHOICES.items():
        for value, _, skill, limit in options:
            if value != ANY and chosen.get(name) == value:
                skills += [skill] if skill else []
                limits += [limit] if limit else []
    return list(dict.fromkeys(skills)), list(dict.fromkeys(limits))


def chosen_of(value: Value) -> dict[str, str]:
    """Which choices a listing's skills and limits amount to."""
    said = {*value["skills"], *value["limits"]}
    return {
        name: next((key for key, _, skill, limit in options if key != ANY and {skill, limit} - {""} <= said), ANY)
        for name, options in CHOICES.items()
    }


def other_limits(value: Value) -> list[str]:
    """The limits that are in no choice."""
    return [limit for limit in value["limits"] if limit not in _OF_CHOICES]


def other_skills(value: Value) -> list[str]:
    """The skills that are in no choice."""
    return [skill for skill in value["skills"] if skill not in _OF_CHOICES]


def part_words(part: Part, value: Value) -> list[str]:
    """What a part says, line by line."""
    lines: list[str] = _SAY[part](value)
    return [line for line in lines if line] or ["Nothing yet"]


def _how(value: Value) -> list[str]:
    number = f"CQC number {value['cqc_number']}" if value["cqc_number"] else ""
    return [_ARRANGEMENT_WORDS[value["arrangement"]], number]


def _name(value: Value) -> list[str]:
    many = f"{value['workers']} people" if value["workers"] > 1 else ""
    return [value["name"], value["phone"], many]


def _kinds(value: Value) -> list[str]:
    care = "With personal care" if value["includes_personal_care"] else "No personal care"
    return [", ".join(kind_words(kind) for kind in value["kinds"]), care if value["kinds"] else ""]


def _area(value: Value) -> list[str]:
    return [_WHERE_WORDS[value["where"]], reach_words(value)]


def reach_words(value: Value) -> str:
    """How far, in words; empty where nothing was said or nobody travels."""
    if value["everywhere"]:
        return "Wherever people live"
    if value["districts"]:
        return f"In {', '.join(value['districts'])}"
    if value["towns"]:
        return f"In {', '.join(value['towns'])}"
    if value["miles"] is None:
        return ""
    return f"Up to {counted(round(value['miles']), 'mile')} from {value['postcode']}"


def _times(value: Value) -> list[str]:
    windows = [
        (one["days"], time.fromisoformat(one["from"]), time.fromisoformat(one["to"])) for one in value["windows"]
    ]
    lines = [f"{days}, {hours}" for days, hours in hours_words(windows)]
    dated = [f"On {full_date(date.fromisoformat(one['day']))}: {one['from']} to {one['to']}" for one in value["dated"]]
    rules = [
        f"{value['notice_hours']} hours’ notice" if value["notice_hours"] else "",
        f"{value['buffer_minutes']} minutes between visits" if value["buffer_minutes"] else "",
        f"{value['travel_minutes']} minutes to travel" if value["travel_minutes"] else "",
        f"Up to {value['ahead_days']} days ahead" if value["ahead_days"] is not None else "",
    ]
    last = f"Until {full_date(date.fromisoformat(value['last_day']))}" if value.get("last_day") else ""
    return [*lines, *dated, ", ".join(filter(None, rules)), last]


def _prices(value: Value) -> list[str]:
    return [rate_words(rate) for rate in as_rates(value)]


def rate_words(rate: Rate) -> str:
    """`£18.50 an hour, weekends, from 1 April 2027 (with the car)`."""
    said = said_price(rate)
    words = said[:1].upper() + said[1:]
    when = "" if rate.when is When.ANY else f", {_WHEN_WORDS[rate.when].lower()}"
    since = f", from {full_date(rate.starts_on)}" if rate.starts_on else ""
    until = f", until {full_date(rate.ends_on)}" if rate.ends_on else ""
    return f"{words}{when}{since}{until}" + (f" ({rate.note})" if rate.note else "")


def _languages(value: Value) -> list[str]:
    return [", ".join("Sign language (BSL)" if one == "BSL" else one for one in value["languages"])]


def _gender(value: Value) -> list[str]:
    return [_GENDER_WORDS.get(value["gender"], "") if value["gender"] else "Not said"]


def _age(value: Value) -> list[str]:
    if not value["age_band"]:
        return ["Not said, so the wage is that of 21 and over"]
    until = f", until {full_date(date.fromisoformat(value['until']))}" if value["until"] else ""
    return [f"{dict(AGES)[value['age_band']]}{until}"]


def _limits(value: Value) -> list[str]:
    good = f"Good at: {', '.join(value['skills'])}" if value["skills"] else ""
    return [good, *(line[:1].upper() + line[1:] for line in value["limits"])]


def _own_words(value: Value) -> list[str]:
    return [value["title"], *value["description"].splitlines()]


def _photo(value: Value) -> list[str]:
    return ["A photograph" if value["photo"] else "None: your initials are shown"]


_SAY = {
    Part.ARRANGEMENT: _how,
    Part.NAME: _name,
    Part.KINDS: _kinds,
    Part.WHERE: _area,
    Part.TIMES: _times,
    Part.PRICES: _prices,
    Part.LANGUAGES: _languages,
    Part.GENDER: _gender,
    Part.AGE: _age,
    Part.LIMITS: _limits,
    Part.WORDS: _own_words,
    Part.PHOTO: _photo,
}


@cache
def languages() -> tuple[str, ...]:
    """The languages that are asked about, most spoken here first: `seeds/reference/languages.csv`."""
    with (SEEDS / "reference" / "languages.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(row["name"] for row in csv.DictReader(lines))


@cache
def start_up_steps() -> tuple[dict[str, str], ...]:
    """The steps of starting a small business, from `seeds/reference/start_up_steps.csv`."""
    with (SEEDS / "reference" / "start_up_steps.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
