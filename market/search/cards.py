"""A result as people see it: one glance for who, what, how far, how much, when free and what was checked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from market.core.money import pounds
from matching.answer import Match
from matching.explain import said_price, said_reach, shortened
from matching.offering import Offering
from matching.places import said_distance
from providers.accreditation.badge import NOTHING_CHECKED
from providers.listings.kinds import kind_words

ARRANGEMENT_WORDS = {
    "employed_pa": "Personal assistant you employ",
    "sole_self_employed": "Personal assistant, self-employed",
    "micro_enterprise": "Small local business",
    "registered_agency": "Care agency",
    "isf_provider": "Looks after your budget for you",
    "community": "Community group",
    "support_service": "Advice and support service",
}
UNIT_WORDS = {
    "hour": "an hour",
    "quarter_hour": "for 15 minutes",
    "half_hour": "for half an hour",
    "three_quarter_hour": "for 45 minutes",
    "visit": "a visit",
    "session": "a session",
    "night_sleep_in": "a sleep-in night",
    "night_waking": "a waking night",
    "half_day": "a half day",
    "day": "a day",
    "live_in_day": "a live-in day",
    "week": "a week",
    "mile": "a mile",
    "month": "a month",
}


@dataclass(frozen=True)
class Card:
    """One offering found, ready to be shown. Money in pence, distance in metres.

    `reasons` are all the facts that counted, for a message; `why` are those that the rest of a card does not say anyway.
    """

    listing_id: str
    title: str
    provider: str
    arrangement: str
    price: str
    price_pence: int | None
    is_free: bool
    distance_metres: int | None
    next_free: date | None
    checked: str
    reasons: tuple[str, ...]
    limits: tuple[str, ...]
    kinds: tuple[str, ...]
    confidence: str = "strong"
    score: float = 0.0
    known: bool = False
    why: tuple[str, ...] = ()
    is_community: bool = False
    languages: tuple[str, ...] = ()

    @property
    def is_checked(self) -> bool:
        """Whether anything was checked that still stands."""
        return self.checked != NOTHING_CHECKED


def price_words(offering: Offering) -> str:
    """`£17 an hour`, `Free`, `Paid for by others`, or an honest "Ask for a price"."""
    if offering.price_unit == "funded":
        return "Paid for by others"
    if offering.is_free:
        return "Free"
    if offering.price_pence is None:
        return "Ask for a price"
    return f"{pounds(offering.price_pence)} {UNIT_WORDS.get(offering.price_unit, offering.price_unit)}"


def card(offering: Offering, match: Match | None = None, *, known: bool = False) -> Card:
    """The card of an offering, with what the match adds."""
    return Card(
        listing_id=offering.id,
        title=offering.title,
        provider=offering.provider_name,
        arrangement=ARRANGEMENT_WORDS[offering.arrangement],
        price=price_words(offering),
        price_pence=offering.price_pence,
        is_free=offering.is_free,
        distance_metres=match.distance_metres if match else None,
        next_free=offering.next_free,
        checked=offering.assurance_note,
        reasons=match.reasons if match else (),
        limits=offering.limits,
        kinds=offering.kinds,
        confidence=match.confidence if match else "strong",
        score=match.score if match else 0.0,
        known=known,
        why=_why(offering, match),
        is_community=offering.arrangement == "community",
        languages=offering.languages,
    )


def _why(offering: Offering, match: Match | None) -> tuple[str, ...]:
    """The reasons without distance, price, checks and limits. What the provider wrote themself stands in quotes."""
    if match is None:
        return ()
    said = {
        offering.assurance_note,
        *offering.limits,
        said_price(offering),
        said_reach(offering),
        shortened(offering.title),
    }
    if match.distance_metres is not None:
        said.add(said_distance(match.distance_metres))
    written = " ".join(offering.description.split())
    left = (line for line in match.reasons if line not in said and not line.startswith("next free"))
    why = tuple(f"“{line}”" if line.rstrip("…") in written else line[:1].upper() + line[1:] for line in left)
    return why or tuple(kind_words(kind) for kind in offering.kinds[:2])


def as_facts(shown: Card) -> dict[str, Any]:
    """What is kept on a shortlist of how a card stood when it was chosen."""
    kept = {"price": shown.price, "distance_metres": shown.distance_metres, "checked": shown.checked}
    return kept | {"why": list(shown.why)}
