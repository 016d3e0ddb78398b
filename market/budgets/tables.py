"""Rows of pots. What is in one is read from the ledger."""

from datetime import date, datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.budgets.rules import PotKind
from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime


class Pot(SQLModel, table=True):
    """One source of money for one person over one period. Several stand side by side."""

    __tablename__: ClassVar[str] = "pot"

    id: str = Field(default_factory=lambda: new_id("pot"), primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    kind: PotKind = Field(sa_type=kept_as_word(PotKind))
    label: str = ""
    authority_id: str | None = Field(default=None, foreign_key="authority.id")
    holder: str = ""
    holder_provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    starts_on: date
    ends_on: date
    opened_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
