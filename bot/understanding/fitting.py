"""Learns intents and the words of danger again from the examples: `python -m bot.understanding.fitting`, under a minute."""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding import levelled_text
from bot.understanding.choosing import intents_of
from bot.understanding.fitting_danger import Told, fit_danger, keep_danger, told_messages
from bot.understanding.learnt import UNCLEAR, WEIGHTS
from bot.understanding.learnt.examples import all_asides, all_examples
from bot.understanding.learnt.fit import fit, keep

_MOMENT = datetime(2026, 11, 25, 10, 20, tzinfo=ZoneInfo("Europe/London"))


def danger_told() -> list[Told]:
    """Every message that danger is learnt from, the bot's own examples among them as ordinary ones."""
    return told_messages(e.text for e in (*all_examples(), *all_asides()))


def main() -> None:
    told = all_examples()
    kept = fit(
        told,
        all_asides(),
        lambda text: levelled_text(text, _MOMENT),
        lambda role: (*intents_of(role), "yes", "no", UNCLEAR),
    )
    keep(kept, WEIGHTS)
    danger = fit_danger(danger_told())
    sys.stdout.write(f"Danger: {keep_danger(danger)} words and pairs kept.\n")
    sys.stdout.write(f"Learnt from {len(told)} examples: {WEIGHTS.stat().st_size // 1024} KB kept.\n")


if __name__ == "__main__":
    main()
