"""Rows of likely doubles, and what a person said of each."""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.interchange.rules import PairDecision


class LikelyPair(SQLModel, table=True):
    """Two that are likely one. `first` is a listing of ours; `second` another, or a row of a source that waits outside.

    `key` names the two whichever came first, so that a pair is asked about once and what was decided is remembered.
    """

    __tablename__: ClassVar[str] = "likely_pair"

    id: str = Field(default_factory=lambda: new_id("dup"), primary_key=True)
    key: str = Field(unique=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    other_listing_id: str | None = Field(default=None, foreign_key="listing.id", index=True)
    source: str = ""
    source_id: str = ""
    waiting: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    received_on: str = ""
    districts: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    authority_id: str | None = Field(default=None, index=True)
    authority_name: str = ""
    score: float
    why: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    found_at: datetime = Field(sa_type=UtcDateTime)
    decision: PairDecision | None = Field(default=None, sa_type=kept_as_word(PairDecision))
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: str = ""
