"""From what was typed on one page to what a part of the listing then says, or what to put right. Pure but for the map."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from phonenumbers import NumberParseException, is_valid_number, parse
from starlette.datastructures import FormData

from market.core.places import PlaceNames, PlaceUnknown, find_place
from market.web.booking.reading import read_date
from market.web.listing.questions import QUESTIONS
from market.web.listing.reading_lists import Read, read_prices, read_times
from market.web.listing.words import languages, limit_lines, skills_and_limits
from providers.arrangement.rules import Arrangement
from providers.listings.kinds import support_kinds
from providers.listings.rules import PERSONAL_CARE_KIND, Where
from providers.organisations.rules import AgeBand, WorkerGender

MOST_TITLE, MOST_WORDS, MOST_MILES = 80, 2000, 60
_CQC_NUMBER = re.compile(r"1-\d{6,12}")
Answer = dict[str, Any]


@dataclass(frozen=True)
class Typed:
    """A form by field, without spaces around what was typed."""

    form: FormData

    def one(self, name: str) -> str:
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def many(self, name: str) -> list[str]:
        return [value for value in self.form.getlist(name) if isinstance(value, str)]


def read_answer(name: str, form: FormData, wished: Answer, today: date) -> Read:
    """What one page's answer makes of its part; `wished` is what the part was to say until now."""
    return _READERS[name](Typed(form), dict(wished), today)


def _how(typed: Typed, wished: Answer, _today: date) -> Read:
    if typed.one("arrangement") not in set(Arrangement):
        return Read(wished, {"arrangement": "Choose how you work."})
    how = wished | {"arrangement": typed.one("arrangement")}
    number = _cqc(typed, wished, _today) if typed.one("cqc_number") else Read(wished)
    return Read(how | {"cqc_number": number.value["cqc_number"]}, number.problems)


def _name(typed: Typed, wished: Answer, _today: date) -> Read:
    problems = {}
    name = " ".join(typed.one("name").split())[:100]
    workers = typed.one("workers") or "1"
    if not name:
        problems["name"] = "Type the name that people will see."
    phone = typed.one("phone")
    if phone and not _is_phone(phone):
        problems["phone"] = "Type a telephone number, such as 01395 442200, or leave it empty."
    if not workers.isdigit() or not 1 <= int(workers) <= 500:
        problems["workers"] = "Type how many of you there are, such as 3."
    return Read(wished | {"name": name, "phone": phone, "workers": int(workers) if not problems else 1}, problems)


def _is_phone(typed: str) -> bool:
    try:
        return is_valid_number(parse(typed, "GB")) or typed.replace(" ", "").startswith(("01632", "07700900"))
    except NumberParseException:
        return False


def _what(typed: Typed, wished: Answer, _today: date) -> Read:
    known = support_kinds()
    kinds = [kind for kind in dict.fromkeys(typed.many("kinds")) if kind in known and kind != PERSONAL_CARE_KIND]
    if wished["includes_personal_care"]:
        kinds.insert(0, PERSONAL_CARE_KIND)
    if not kinds:
        return Read(wished | {"kinds": kinds}, {"kinds": "Tick at least one thing that you do."})
    return Read(wished | {"kinds": kinds})


def _care(typed: Typed, wished: Answer, _today: date) -> Read:
    if typed.one("care") not in ("yes", "no"):
        return Read(wished, {"care": "Choose yes or no."})
    gives = typed.one("care") == "yes"
    kinds = [kind for kind in wished["kinds"] if kind != PERSONAL_CARE_KIND]
    if not gives and not kinds:
        return Read(
            wished, {"care": "Then nothing would be left on your listing. Tick something else that you do first."}
        )
    return Read(wished | {"kinds": [PERSONAL_CARE_KIND, *kinds] if gives else kinds, "includes_personal_care": gives})


def _cqc(typed: Typed, wished: Answer, _today: date) -> Read:
    number = typed.one("cqc_number").replace(" ", "")
    if number and not _CQC_NUMBER.fullmatch(number):
        return Read(wished, {"cqc_number": "Type it as it stands on your certificate, such as 1-123456789."})
    return Read(wished | {"cqc_number": number})


def _place(typed: Typed, wished: Answer, _today: date) -> Read:
    if typed.one("where") not in set(Where):
        return Read(wished, {"where": "Choose where it happens."})
    where = Where(typed.one("where"))
    return Read(wished | {"where": where.value, "everywhere": wished["everywhere"] or where is Where.PHONE_ONLINE})


def _area(typed: Typed, wished: Answer, _today: date) -> Read:
    problems: dict[str, str] = {}
    area = wished | {"miles": None, "districts": [], "towns": [], "everywhere": False}
    try:
        area["postcode"] = find_place(typed.one("postcode")).label
    except PlaceUnknown as unknown:
        near = f" Did you mean {' or '.join(unknown.near)}?" if unknown.near else ""
        problems["postcode"] = f"We cannot find that place. Type a postcode, such as EX9 6JN.{near}"
    how = typed.one("reach")
    if how == "miles":
        area["miles"] = _miles(typed.one("miles"), problems)
    elif how == "towns":
        area["towns"] = _towns(typed.one("towns"), problems)
    elif how == "districts":
        area["districts"] = _districts(typed.one("districts"), problems)
    elif how == "everywhere":
        area["everywhere"] = True
    else:
        problems["reach"] = "Choose how you would like to say it."
    return Read(area, problems)


def _miles(typed: str, problems: dict[str, str]) -> float | None:
    digits = typed.lower().removesuffix("miles").removesuffix("mile").strip()
    if not digits.isascii() or not digits.isdigit() or not 1 <= int(digits) <= MOST_MILES:
        problems["miles"] = f"Type whole miles, from 1 to {MOST_MILES}."
        return None
    return float(int(digits))


def _towns(typed: str, problems: dict[str, str]) -> list[str]:
    found = []
    for name in filter(None, (one.strip() for one in typed.replace("\n", ",").split(","))):
        try:
            place = find_place(name)
        except PlaceUnknown as unknown:
            near = f" Did you mean {' or '.join(unknown.near)}?" if unknown.near else ""
            problems["towns"] = f"We do not know the town {name}.{near}"
            continue
        if place.precision == "town":
            found.append(place.label)
        else:
            problems["towns"] = f"{name} is no town. Type the names of towns, with commas between them."
    if not found and "towns" not in problems:
        problems["towns"] = "Type at least one town."
    return list(dict.fromkeys(found))


def _districts(typed: str, problems: dict[str, str]) -> list[str]:
    names, found = PlaceNames(), []
    for name in filter(None, (one.strip().upper() for one in typed.replace("\n", ",").replace(" ", ",").split(","))):
        if names.centre_of(name) is None or names.districts_of(name) != (name,):
            problems["districts"] = (
                f"{name} is no postcode district. Type the first half of postcodes, such as EX8, EX9."
            )
        else:
            found.append(name)
    if not found and "districts" not in problems:
        problems["districts"] = "Type at least one district, such as EX9."
    return list(dict.fromkeys(found))


def _languages(typed: Typed, wished: Answer, _today: date) -> Read:
    known = languages()
    chosen = [name for name in known if name in typed.many("languages")]
    kept = [name for name in wished["languages"] if name not in known]
    if not chosen and not kept:
        return Read(wished, {"languages": "Tick at least one language."})
    return Read(wished | {"languages": chosen + kept})


def _gender(typed: Typed, wished: Answer, _today: date) -> Read:
    chosen = typed.one("gender")
    if chosen not in {"", *WorkerGender}:
        return Read(wished, {"gender": "Choose one, or that you would rather not say."})
    return Read(wished | {"gender": chosen})


def _age(typed: Typed, wished: Answer, today: date) -> Read:
    """Who is under 21 says on which day that ends: the wage of a visit is that of its own day."""
    band = typed.one("age_band")
    if band not in set(AgeBand):
        return Read(wished, {"age_band": "Choose how old you are."})
    if band == AgeBand.FROM_21:
        return Read({"age_band": band, "until": ""})
    years = 2 if band == AgeBand.UNDER_18 else 3
    birthday = f"your {18 if band == AgeBand.UNDER_18 else 21}th birthday".replace("21th", "21st")
    until = read_date({part: typed.one(f"until-{part}") for part in ("day", "month", "year")})
    if until is None:
        return Read(wished, {"until": f"Type the day of {birthday}, such as 1 4 2028."})
    if not today < until <= today + relativedelta(years=years):
        return Read(wished, {"until": f"Look at that date again: {birthday} lies within the next {years} years."})
    return Read({"age_band": band, "until": until.isoformat()})


def _limits(typed: Typed, wished: Answer, _today: date) -> Read:
    skills, limits = skills_and_limits(
        {name: typed.one(name) for name in ("pets", "smoking", "hoist", "driving")},
        limit_lines(typed.one("other")),
        limit_lines(typed.one("skills")),
    )
    return Read(wished | {"skills": skills, "limits": limits})


def _words(typed: Typed, wished: Answer, _today: date) -> Read:
    title, description = " ".join(typed.one("title").split()), typed.one("description").replace("\r\n", "\n")
    problems = {}
    if not title:
        problems["title"] = "Type a short title, such as “Company and a hand in the garden”."
    elif len(title) > MOST_TITLE:
        problems["title"] = f"Make it shorter: {MOST_TITLE} letters at most."
    if len(description) < 40:
        problems["description"] = "Write two or three sentences, so that people can picture it."
    elif len(description) > MOST_WORDS:
        problems["description"] = f"Make it shorter: {MOST_WORDS} letters at most."
    return Read(wished | {"title": title, "description": description}, problems)


def _photo(_typed: Typed, wished: Answer, _today: date) -> Read:
    return Read(wished)


_READERS: Mapping[str, Callable[[Typed, Answer, date], Read]] = {
    "how": _how,
    "name": _name,
    "what": _what,
    "place": _place,
    "care": _care,
    "cqc": _cqc,
    "area": _area,
    "times": read_times,
    "prices": read_prices,
    "languages": _languages,
    "gender": _gender,
    "age": _age,
    "limits": _limits,
    "words": _words,
    "photo": _photo,
}
assert set(_READERS) == set(QUESTIONS), "each question has somebody who reads its answer"
