"""Understanding for tests of the bot: meanings are given beforehand; a few plain words are known; all else is unclear."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.understood import Plainly

KNOWN = {
    "yes": "yes", "yes please": "yes", "no": "no", "no thanks": "no", "hello": "greeting_or_thanks",
    "thank you": "greeting_or_thanks", "talk to a person": "talk_to_human", "who is coming today?": "who_is_coming",
    "nobody has come": "worker_not_arrived", "i'm ill": "cannot_come", "what's on this week?": "list_visits",
    "buy my crypto": "out_of_scope", "show my caseload": "caseload", "here": "arrived", "all done": "finished",
    "any new requests?": "list_requests", "how much is left?": "ask_balance",
}  # fmt: skip


@dataclass
class ScriptedUnderstanding:
    """Called as the engine calls `bot.understanding`. `meanings` are by exact text."""

    meanings: dict[str, Plainly] = field(default_factory=dict)

    def __call__(self, text: str, *, role: str, now: datetime) -> Plainly:
        if text in self.meanings:
            return self.meanings[text]
        intent = KNOWN.get(text.strip().lower().rstrip("!."))
        if text == "find help":
            return Plainly("find_help", ask=("need",))
        return Plainly(intent) if intent else Plainly("out_of_scope", ask=("intent",))


def meaning(
    intent: str, slots: Mapping[str, object] | None = None, ask: tuple[str, ...] = (), also: tuple[str, ...] = ()
) -> Plainly:
    """A meaning in short."""
    return Plainly(intent, dict(slots or {}), ask, also)
