"""A shortlist as its page shows it: each listing as it stands now, with the reasons it was chosen for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from market.budgets.service import PotView
from market.core.errors import NotFound
from market.core.money import pounds
from market.core.times import wall_day
from market.search.cards import Card
from market.search.errors import NotOnOffer
from market.search.queries import items_of
from market.search.service import on_offer
from market.search.tables import ShortlistItem
from market.web.ask import Ask
from market.web.finding.shown import shown

_PLAIN_UNITS = frozenset({"hour", "visit", "session", "night", "day", "week", "month", "mile"})


def options(ask: Ask, shortlist_id: str, pots: Sequence[PotView]) -> tuple[list[Mapping[str, Any]], int]:
    """The cards that can still be asked for, in their order, each with what the pots leave; and how many have gone since."""
    items = items_of(ask.session, shortlist_id)
    cards = [card for item in items if (card := _card(ask, item)) is not None]
    pages = shown(ask.session, cards, wall_day(ask.now))
    return [
        {**page, "left": money_left(card, pots), "href": f"{page['href']}?shortlist={shortlist_id}"}
        for card, page in zip(cards, pages, strict=True)
    ], len(items) - len(cards)


def _card(ask: Ask, item: ShortlistItem) -> Card | None:
    try:
        now = on_offer(ask.session, ask.services.search, item.listing_id, ask.now)
    except (NotOnOffer, NotFound):
        return None
    why = item.facts.get("why") or item.reasons
    return replace(now, why=tuple(why), distance_metres=item.facts.get("distance_metres"))


def money_left(card: Card, pots: Sequence[PotView]) -> str:
    """What the fullest pot would stretch to at this price: a rough guide before a run of visits is worked out."""
    if card.is_free:
        return "Free: nothing comes out of a pot."
    best = max((view for view in pots if view.limited), key=lambda view: view.balance.free, default=None)
    if best is None or not card.price_pence:
        return ""
    free = max(best.balance.free, 0)
    if free < card.price_pence:
        return f"{best.name}: {pounds(free)} left. Not enough for this."
    return f"{best.name}: {pounds(free)} left. Enough for about {free // card.price_pence:,} {_unit(card)}."


def _unit(card: Card) -> str:
    """The unit of a card's price, many of them: "£17 an hour" -> "hours"."""
    unit = card.price.rsplit(" ", 1)[-1]
    return f"{unit}s" if unit in _PLAIN_UNITS else "times"
