"""What each arrangement means for the person who asks, in plain words. Information, never advice on tax or status.

Sources: the table in `providers/arrangement/rules.py` and what it names.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from providers.arrangement.rules import (
    Arrangement,
    AskedFirst,
    BecomesEmployer,
    Deed,
    asked_first,
    makes_an_employer,
    may_by_itself,
)

_A = Arrangement

_HOW: Mapping[Arrangement, str] = {
    _A.EMPLOYED_PA: "You employ this personal assistant (PA). You choose when they come and how things are done.",
    _A.SOLE_SELF_EMPLOYED: "This personal assistant (PA) works for themself. They send you a bill and pay their own tax.",
    _A.MICRO_ENTERPRISE: "This is a small local business. It sends you a bill, and pays its own tax and insurance.",
    _A.REGISTERED_AGENCY: "This agency employs its carers. It chooses who comes, and sees to their pay and training.",
    _A.ISF_PROVIDER: "This provider can hold your budget for you and spend it as you say. It employs those who come.",
    _A.COMMUNITY: "This is a club or community group. There is nobody to employ and no contract to sign.",
    _A.SUPPORT_SERVICE: "This is a service that helps you with advice, paperwork or planning.",
}
_EMPLOYER: Mapping[BecomesEmployer, tuple[str, ...]] = {
    BecomesEmployer.YES: (
        "You would be their employer.",
        "That means payslips, at least the minimum wage, paid holiday, sick pay, perhaps a pension, and employers’ liability"
        " insurance. A payroll service can do most of it for you.",
    ),
    BecomesEmployer.PERHAPS: (
        "You may become their employer.",
        "If you choose when, how and by whom the work is done, the law may say so, whatever you both call it. It turns on"
        " the facts, and we cannot decide it. An advice service can tell you more.",
    ),
    BecomesEmployer.NO: ("You do not become an employer.", ""),
}
_WHEN_IT_FAILS: Mapping[AskedFirst, str] = {
    AskedFirst.BACKUP_PLAN: "If they cannot come, we ask the backup contacts you chose, in your order. We never send a stranger.",
    AskedFirst.PROVIDER: "If somebody cannot come, they send another of their own workers, and you are told who.",
}
_NO_VISITS = frozenset({_A.COMMUNITY, _A.SUPPORT_SERVICE})


@dataclass(frozen=True)
class Together:
    """How one would work together. `offers_payroll` where help with being an employer belongs beside it."""

    how: str
    employer: str
    duties: str
    when_it_fails: str
    registered: str
    offers_payroll: bool


def together(arrangement: Arrangement, cqc_number: str = "") -> Together:
    """The words for an arrangement, with the registration number where there is one."""
    becomes = makes_an_employer(arrangement)
    employer, duties = _EMPLOYER[becomes]
    number = cqc_number.strip()
    return Together(
        how=_HOW[arrangement],
        employer=employer,
        duties=duties,
        when_it_fails="" if arrangement in _NO_VISITS else _WHEN_IT_FAILS[asked_first(arrangement)],
        registered=f"Registered with the Care Quality Commission (CQC), number {number}." if number else "",
        offers_payroll=may_by_itself(arrangement, Deed.OFFER_PAYROLL_HELP),
    )
