"""Every hard limit of a need but its place, lifted out of its words."""

from collections.abc import Mapping
from datetime import date

from matching.constraints.days import find_days
from matching.constraints.found import Constraints
from matching.constraints.gender import find_gender
from matching.constraints.hours import find_hours
from matching.constraints.part_of_day import find_part
from matching.constraints.people import find_also, find_checks, find_languages
from matching.constraints.price import find_price
from matching.constraints.urgency import find_urgency


def lift(
    text: str, *, area: tuple[str, ...] = (), area_name: str = "", today: date, languages: Mapping[str, str]
) -> Constraints:
    """Limits in text whose shorthand is written out and whose spelling is repaired."""
    hours = find_hours(text)
    start, end = hours if hours else (None, None)
    return Constraints(
        area=area,
        area_name=area_name,
        days=find_days(text),
        time_of_day=None if hours else find_part(text),
        start=start,
        end=end,
        max_price=find_price(text),
        worker_gender=find_gender(text),
        languages=find_languages(text, languages),
        urgency=find_urgency(text, today),
        accreditation=find_checks(text),
        also=find_also(text),
    )
