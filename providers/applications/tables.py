"""Rows of applications, decisions on them, and signatures under the code of conduct."""

from datetime import datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.applications.rules import Outcome


class Application(SQLModel, table=True):
    """That a provider asked to be checked for what they list. Sent again after more was asked, it is the same row."""

    __tablename__: ClassVar[str] = "application"

    id: str = Field(default_factory=lambda: new_id("apn"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    tiers: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    risk: int = 1
    first_sent_at: datetime = Field(sa_type=UtcDateTime)
    sent_at: datetime = Field(sa_type=UtcDateTime, index=True)
    sent_by: str


class ApplicationDecision(SQLModel, table=True):
    """What an officer said to an application, why, when. Only ever added."""

    __tablename__: ClassVar[str] = "application_decision"

    id: int | None = Field(default=None, primary_key=True)
    application_id: str = Field(foreign_key="application.id", index=True)
    outcome: Outcome = Field(sa_type=kept_as_word(Outcome))
    why: str = ""
    by: str
    at: datetime = Field(sa_type=UtcDateTime)


class ConductSigned(SQLModel, table=True):
    """That somebody signed one version of the code of conduct for a provider, by typing their name. Only ever added."""

    __tablename__: ClassVar[str] = "conduct_signed"
    __table_args__ = (sa.UniqueConstraint("provider_id", "conduct", "account_id"),)

    id: int | None = Field(default=None, primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    conduct: str
    account_id: str
    name: str
    at: datetime = Field(sa_type=UtcDateTime)
