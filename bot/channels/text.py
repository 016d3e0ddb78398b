"""Plain text: what a terminal shows and reads, and what any page can fall back on.

A line is one message; `[label]` presses the newest button of that label among those shown.
"""

import re
from collections.abc import Sequence

from bot.messages import Button, Channel, Incoming, Reply, is_called

PRESSED = re.compile(r"\[([^\[\]]+)\]")


def as_text(reply: Reply) -> str:
    """The words, and below them the buttons in square brackets; links with their address."""
    shown = [f"[{b.label}] {b.url}".strip() if b.url else f"[{b.label}]" for b in reply.buttons]
    return reply.text + ("\n  " + "  ".join(shown) if shown else "")


def read_line(
    line: str, shown: Sequence[Reply], *, id: str, conversation: str, channel: Channel = "terminal"
) -> Incoming:
    """One line as a message, or as a press. A label that was never shown is a press all the same: the engine says it is out of date."""
    pressed = PRESSED.fullmatch(line.strip())
    if pressed is None:
        return Incoming(id, conversation, line, channel=channel)
    button = newest(pressed[1], shown)
    return Incoming(id, conversation, button=button.id if button else "", kind="button", channel=channel)


def newest(label: str, shown: Sequence[Reply]) -> Button | None:
    """The newest button of that label; small and capital letters are the same."""
    for reply in reversed(shown):
        for button in reply.buttons:
            if button.id and is_called(button, label):
                return button
    return None
