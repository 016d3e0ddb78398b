"""Rows of plans and outcomes."""

from datetime import datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime


class Plan(SQLModel, table=True):
    """A person's support plan. Its status is derived from the three moments."""

    __tablename__: ClassVar[str] = "plan"

    id: str = Field(default_factory=lambda: new_id("pla"), primary_key=True)
    person_id: str = Field(foreign_key="person.id", unique=True)
    made_by: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    indicative_pence: int = 0
    agreed_pence: int = 0
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    signed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    signed_by: str | None = None
    returned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    returned_why: str = ""


class Outcome(SQLModel, table=True):
    """Something the person wants to be able to do, in their own words; tagged, where it helps, with Care Act outcomes."""

    __tablename__: ClassVar[str] = "outcome"

    id: str = Field(default_factory=lambda: new_id("out"), primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    words: str
    care_act: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    added_by: str
    added_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    key: str | None = Field(default=None, unique=True)
