"""Rows of what it costs."""

from datetime import date
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from providers.pricing.rules import Unit, When


class RateRow(SQLModel, table=True):
    """One line of a rate card, in whole pence, in force between two days, both inclusive. A change of price is a new row."""

    __tablename__: ClassVar[str] = "rate"

    id: str = Field(default_factory=lambda: new_id("rat"), primary_key=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    place: int = 0
    unit: Unit = Field(sa_type=kept_as_word(Unit))
    pence: int
    when: When = Field(default=When.ANY, sa_type=kept_as_word(When))
    note: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
