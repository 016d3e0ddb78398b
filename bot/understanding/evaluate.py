"""Reads messages in the measuring instrument's format and writes predictions: JSONL in, JSONL out."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TextIO

from bot.understanding import understand
from matching.danger import Alarm


def run(source: Iterable[str], out: TextIO, alarm: Alarm | None = None) -> None:
    """One prediction a message, in order; reads only id, role, now and text. Raises ValueError on a line that is not such."""
    for line in source:
        if line.strip():
            row = json.loads(line)
            u = understand(row["text"], role=row["role"], now=datetime.fromisoformat(row["now"]), alarm=alarm)
            told = {"id": row["id"], "intent": u.intent, "slots": u.slots, "ask": list(u.ask), "also": list(u.also)}
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
