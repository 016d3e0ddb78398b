"""A run of visits in words: what is taken and what is left, what each visit costs, what it means to say yes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from market.bookings.asking import Run
from market.bookings.errors import Taken
from market.bookings.pricing import PricedSlot
from market.bookings.rules import Slot
from market.budgets.rules import PotKind
from market.core.money import Pence
from market.web.filters import counted, day

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WHY = {
    "booked": "They are booked then:",
    "away": "They are away then:",
    "hours": "They do not work then:",
    "notice": "It is too soon for them:",
    "workers": "They have not so many people:",
    "last_day": "They no longer offer it then:",
    "ahead": "It is further ahead than they plan:",
}
WARNINGS = {
    # Each is a notice: its title, and what it means.
    "short_personal_care": (
        "This is a short visit",
        "Under half an hour is seldom enough for washing or dressing without a rush. Think about a longer visit.",
    ),
    "below_an_employees_wage": (
        "This is less than an employee must be paid",
        "They are self-employed, so the minimum wage does not bind them. If the law sees you as their employer, it would.",
    ),
    "somebody_comes_already": (
        "Somebody comes already at one of these times",
        "Two at once may be what you want. If it is not, choose another time.",
    ),
    "employer:yes": (
        "You would be their employer",
        "That means payslips, holiday pay, sick pay and insurance. A payroll service can do most of it for you. "
        "This is information, not advice.",
    ),
    "employer:perhaps": (
        "You may become their employer",
        "If you choose when and how the work is done, the law may say you employ them, whatever you both call it. It "
        "turns on the facts. A payroll or advice service can help you find out. This is information, not advice.",
    ),
}


@dataclass(frozen=True)
class Price:
    """Visits that cost the same: how many, what for each, and how it is worked out."""

    count: int
    each: Pence
    words: str

    @property
    def total(self) -> Pence:
        return self.count * self.each


def number(count: int) -> str:
    """Small numbers as words: "nine", "24"."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def prices(slots: Sequence[PricedSlot]) -> tuple[Price, ...]:
    """The visits of a run by what they cost, the most frequent first."""
    found = Counter((one.pence, one.words) for one in slots)
    return tuple(Price(count, pence, words) for (pence, words), count in found.most_common())


def taken_title(run: Run) -> str:
    """ "Tuesday 8 December is taken. Shall we ask for the other nine?" """
    first = (
        f"{day(run.taken[0].slot.day)} is taken."
        if len(run.taken) == 1
        else f"{number(len(run.taken)).capitalize()} of the days are taken."
    )
    left = len(run.slots)
    return f"{first} Shall we ask for the other {number(left) if left > 1 else 'one'}?"


def reasons(taken: Sequence[Taken]) -> tuple[tuple[str, tuple[Slot, ...]], ...]:
    """Times that cannot be had, together by why: the reason, then each of them."""
    found: dict[str, list[Slot]] = {}
    for one in taken:
        found.setdefault(_WHY.get(one.why, "That time has gone:"), []).append(one.slot)
    return tuple((why, tuple(slots)) for why, slots in found.items())


def yes_words(run: Run) -> str:
    """The words of the button that asks."""
    left = len(run.slots)
    if run.taken:
        return f"Ask for the other {number(left) if left > 1 else 'one'}"
    return "Ask for this visit" if left == 1 else f"Ask for these {counted(left, 'visit')}"


def is_paid_by_self(run: Run) -> bool:
    """Whether the person pays with their own money, and so has the rights of a consumer."""
    return run.pot is not None and run.pot.pot.kind is PotKind.OWN_MONEY
