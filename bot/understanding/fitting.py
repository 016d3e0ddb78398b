"""Learns intents again from the examples: `python -m bot.understanding.fitting`. Half a minute; writes one small file."""

import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding import levelled_text
from bot.understanding.choosing import intents_of
from bot.understanding.learnt import UNCLEAR, WEIGHTS
from bot.understanding.learnt.examples import all_asides, all_examples
from bot.understanding.learnt.fit import fit, keep

_MOMENT = datetime(2026, 11, 25, 10, 20, tzinfo=ZoneInfo("Europe/London"))


def main() -> None:
    told = all_examples()
    kept = fit(
        told,
        all_asides(),
        lambda text: levelled_text(text, _MOMENT),
        lambda role: (*intents_of(role), "yes", "no", UNCLEAR),
    )
    keep(kept, WEIGHTS)
    sys.stdout.write(f"Learnt from {len(told)} examples: {WEIGHTS.stat().st_size // 1024} KB kept.\n")


if __name__ == "__main__":
    main()
