"""Decisions about accounts, sign-in and acting for another. No I/O."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from market.core.actor import Role

CODE_LASTS = timedelta(minutes=15)
STAFF_SESSION = timedelta(hours=12)
OTHER_SESSION = timedelta(days=30)

ATTEMPT_WINDOW = timedelta(minutes=15)
MOST_ASKED_PER_ACCOUNT = 5
MOST_ASKED_PER_ADDRESS = 20
MOST_TRIED_PER_ACCOUNT = 5
MOST_TRIED_PER_ADDRESS = 30
MOST_REPORTS_PER_ADDRESS = 8
"""Reports by people we do not know, from one network address in a quarter of an hour: a family in distress stays within it."""
MOST_REPORTS_IN_ALL = 120
"""The same from every address together: far above a county's worst night, and a desk can read no more."""
MOST_WRONG_PINS = 5
"""Wrong PINs, from any chat, until the owner sets a new one on their signed-in page: one guess in 1,600 at most succeeds."""


def is_pin(typed: str) -> bool:
    """Four to six digits."""
    return typed.isascii() and typed.isdigit() and 4 <= len(typed) <= 6


def is_too_easy(pin: str) -> bool:
    """Whether it is among the first that anybody tries: one digit over and over, digits in a row, a year of birth."""
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return steps in ({0}, {1}, {-1}) or (len(pin) == 4 and pin[:2] in ("19", "20")) or pin in ("1212", "123123", "1313")


class Scope(StrEnum):
    """What one person may do for another. Each is agreed apart; none implies another."""

    SEE_VISITS = "see_visits"
    BOOK = "book"
    CANCEL = "cancel"
    SEE_MONEY = "see_money"
    SPEND = "spend"
    SEE_PLAN = "see_plan"


class Basis(StrEnum):
    """Why one person may act for another. An LPA for property is not one for welfare; appointees are not here at all."""

    CONSENT = "consent"
    LPA_HEALTH_WELFARE = "lpa_health_welfare"
    LPA_PROPERTY = "lpa_property"
    DEPUTY_WELFARE = "deputy_welfare"
    DEPUTY_PROPERTY = "deputy_property"
    NOMINATED_PERSON = "nominated_person"
    AUTHORISED_PERSON = "authorised_person"


_WELFARE = frozenset({Scope.SEE_VISITS, Scope.BOOK, Scope.CANCEL, Scope.SEE_PLAN})
_MONEY = frozenset({Scope.SEE_MONEY, Scope.SPEND})

WITHIN_BASIS: dict[Basis, frozenset[Scope]] = {
    # Mental Capacity Act 2005 ss.9-11, 16; Care Act 2014 ss.31-32. Consent covers whatever the person agreed to.
    Basis.CONSENT: _WELFARE | _MONEY,
    Basis.LPA_HEALTH_WELFARE: _WELFARE,
    Basis.DEPUTY_WELFARE: _WELFARE,
    Basis.LPA_PROPERTY: _MONEY,
    Basis.DEPUTY_PROPERTY: _MONEY,
    Basis.NOMINATED_PERSON: _WELFARE | _MONEY,
    Basis.AUTHORISED_PERSON: _WELFARE | _MONEY,
}

STAFF_SCOPES: dict[Role, frozenset[Scope]] = {
    # What staff of the person's own authority may do with their records, by the duty of their post.
    Role.BROKER: frozenset(Scope),
    Role.SIGNOFF_OFFICER: frozenset({Scope.SEE_PLAN, Scope.SEE_MONEY, Scope.SEE_VISITS}),
    Role.DIRECT_PAYMENTS_OFFICER: frozenset({Scope.SEE_PLAN, Scope.SEE_MONEY}),
    Role.OUT_OF_HOURS: frozenset({Scope.SEE_VISITS, Scope.CANCEL, Scope.BOOK}),
}


@dataclass(frozen=True)
class Agreement:
    """One grant as the rules see it."""

    scopes: frozenset[Scope]
    basis: Basis
    starts_at: datetime
    ends_at: datetime | None
    withdrawn_at: datetime | None


def stands(agreement: Agreement, now: datetime) -> bool:
    """Whether the grant is in force at this instant. Withdrawing works from that very moment."""
    begun = agreement.starts_at <= now
    ended = agreement.ends_at is not None and agreement.ends_at <= now
    withdrawn = agreement.withdrawn_at is not None and agreement.withdrawn_at <= now
    return begun and not ended and not withdrawn


def covers(agreement: Agreement, scope: Scope, now: datetime) -> bool:
    """Whether the grant lets its holder do this now: in force, said in its scopes, and within what its basis can carry."""
    return stands(agreement, now) and scope in agreement.scopes and scope in WITHIN_BASIS[agreement.basis]


def commits_money(agreement: Agreement, now: datetime) -> bool:
    """Whether the grant lets its holder book what the person's money pays for.

    Spending does, and so does booking on a basis that could carry money: a person who agrees that their daughter books
    for them agrees that the visits are paid. An attorney for health and welfare books, and another agrees the money.
    """
    books = covers(agreement, Scope.BOOK, now) and Scope.SPEND in WITHIN_BASIS[agreement.basis]
    return books or covers(agreement, Scope.SPEND, now)


def session_length(role: Role) -> timedelta:
    """Twelve hours for staff, thirty days for everybody else."""
    return STAFF_SESSION if role.is_staff else OTHER_SESSION


def hashed(secret: str) -> str:
    """What is kept of a link, code or session: never the thing itself."""
    return hashlib.sha256(secret.encode()).hexdigest()


def tidy_email(typed: str) -> str:
    """An address as it is compared: no spaces around it, lower case."""
    return typed.strip().lower()


@dataclass(frozen=True)
class Knock:
    """One asking or trying at the door, as it is counted: keyed hashes, so that rows tell nobody who it was."""

    email_hash: str
    address_hash: str


def code_hashed(token_id: str, code: str) -> str:
    """What is kept of six digits. The token's own id is mixed in, so that equal codes do not look equal."""
    return hashed(f"{token_id}:{code}")


def tidy_code(typed: str) -> str:
    """The digits of what was typed: "123 456" and "123-456" are the same code."""
    return "".join(letter for letter in typed if letter.isascii() and letter.isdigit())


def own_page(path: str) -> str:
    """A page of ours to go on to, or the start page when the path would lead anywhere else."""
    clean = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if clean else "/"


def role_for(basis: Basis) -> Role:
    """The role in which somebody stands by a person on this basis."""
    on_paper = {Basis.LPA_HEALTH_WELFARE, Basis.LPA_PROPERTY, Basis.DEPUTY_WELFARE, Basis.DEPUTY_PROPERTY}
    return Role.ATTORNEY if basis in on_paper else Role.SUPPORTER
