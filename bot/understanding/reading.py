"""What understanding gives back, and what it may be told about who is writing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["customer", "supporter", "provider", "broker"]

Slots = dict[str, object]
"""Slot names to values, as the annotation rules name them: text, numbers, lists, or the object `which_visit`."""


@dataclass(frozen=True)
class Understood:
    """What a message asks for.

    `slots` hold only what the words state. `ask` names what must be asked before anything is done; such a slot is then
    absent. `also` are further requests in the same message, in the order they were made. `either` holds, for what is asked
    because it can be read in two ways, the two readings in the form of the slot, the likelier first: two days, two times,
    two parts of the day, or two intents under "intent".
    """

    intent: str
    slots: Slots = field(default_factory=dict)
    ask: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    either: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Roster:
    """Names and places that this person may see, and no others: what was meant is sought among these alone.

    `people` are workers, contacts and clients as this person knows them; `places` towns and postcodes.
    """

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
