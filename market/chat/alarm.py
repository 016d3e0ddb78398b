"""Danger heard by what is meant, in a running process: loaded when first asked, and never in the way of what rules know."""

from functools import cached_property

from market.core.log import log
from market.core.settings import Settings
from market.search.keeping import weights_at_hand
from matching.vectors.alarm import Alarm, alarm_of


class AlarmAtHand:
    """The alarm of the weights that are installed; silent where there are none, or where it breaks."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, text: str) -> float | None:
        """How far the text leans to danger, in logits; None where nothing is listening."""
        try:
            return self._alarm(text) if self._alarm else None
        except Exception as trouble:  # whatever it is: rules and words go on without it
            log.error("chat.alarm", error=type(trouble).__name__)
            return None

    @cached_property
    def _alarm(self) -> Alarm | None:
        weights = weights_at_hand(self._settings)
        return alarm_of(weights) if weights else None
