"""What pages share beside the database: made once when the application starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.hearing import Understands, by_rules
from market.chat.watching import TurnWatch
from market.core.database import Database
from market.core.places import PlaceNames
from market.core.settings import Settings
from market.payments.cards import Cards
from market.payments.gateway import cards_from
from market.search.live import LiveIndex
from matching.danger import Alarm

Trouble = str


@dataclass
class Services:
    """Long-lived things that pages use. Each feature that needs one adds a typed field.

    `ready` names what `/readyz` asks about; each answers with what is wrong, or nothing.
    """

    places: PlaceNames = field(default_factory=PlaceNames)
    search: LiveIndex = field(default_factory=LiveIndex)
    understand: Understands = by_rules
    alarm: Alarm | None = None
    ready: Mapping[str, Callable[[], Trouble | None]] = field(default_factory=dict)
    _watch: TurnWatch | None = None
    _cards: Cards | None = None

    def turn_watch(self, database: Database) -> TurnWatch:
        """What wakes open chat streams: one for all of a process."""
        if self._watch is None:
            self._watch = TurnWatch(database)
        return self._watch

    def cards(self, settings: Settings) -> Cards | None:
        """Whoever takes cards, made once; None where card payment is not set up."""
        if self._cards is None:
            self._cards = cards_from(settings)
        return self._cards
