"""Why an offering is shown, in plain words, from the facts that counted."""

from matching.constraints.found import DAY_NAMES
from matching.offering import Offering
from matching.places import said_distance

_UNITS = {
    "hour": "an hour",
    "visit": "a visit",
    "session": "a session",
    "night": "a night",
    "day": "a day",
    "week": "a week",
    "mile": "a mile",
    "trip": "a trip",
    "year": "a year",
    "month": "a month",
    "four_weeks": "for four weeks",
}


def said_price(offering: Offering) -> str | None:
    """ "free", "£17 an hour", "£4.50 a session"; None where no price is given."""
    if offering.is_free:
        return "paid for by others" if offering.price_unit == "funded" else "free"
    if offering.price_pence is None:
        return None
    pounds = f"£{offering.price_pence / 100:.2f}".removesuffix(".00")
    return f"{pounds} {_UNITS.get(offering.price_unit, 'a ' + offering.price_unit.replace('_', ' '))}"


def reasons(offering: Offering, metres: int | None) -> tuple[str, ...]:
    """The facts about an offering a person weighs first."""
    parts = (
        said_distance(metres) if metres is not None else None,
        said_price(offering),
        offering.assurance_note or None,
        *offering.limits,
    )
    return tuple(part for part in parts if part)


def said_days(days: tuple[int, ...]) -> str:
    """ "Tuesdays and Thursdays"."""
    names = [DAY_NAMES[day] + "s" for day in days]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
