"""Rows of those who offer support: one person, a handful of people, an agency, a club."""

from datetime import date, datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.actor import Role
from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.arrangement.rules import Arrangement
from providers.organisations.rules import AgeBand, ProviderState, WorkerGender, age_band_on


class Provider(SQLModel, table=True):
    """Somebody who offers support. Accounts and authorities are market's: they stand here as ids without a key.

    `age_band` holds before the day `age_band_until`. `photo` is the id of the photograph on show; `start_up` the steps of
    starting a small business that were ticked.
    """

    __tablename__: ClassVar[str] = "provider"

    id: str = Field(default_factory=lambda: new_id("prv"), primary_key=True)
    name: str
    legal_name: str = ""
    arrangement: Arrangement = Field(sa_type=kept_as_word(Arrangement))
    role: Role = Field(sa_type=kept_as_word(Role))
    state: ProviderState = Field(default=ProviderState.APPLIED, sa_type=kept_as_word(ProviderState))
    state_at: datetime = Field(sa_type=UtcDateTime)
    state_why: str = ""
    authority_id: str | None = Field(default=None, index=True)
    authority_name: str = ""
    workers: int = 1
    worker_gender: WorkerGender | None = Field(default=None, sa_type=kept_as_word(WorkerGender))
    languages: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    town: str = ""
    postcode: str = ""
    easting: float | None = None
    northing: float | None = None
    council: str = ""
    email: str = ""
    phone: str = ""
    about: str = ""
    cqc_number: str = ""
    age_band: AgeBand | None = Field(default=None, sa_type=kept_as_word(AgeBand))
    age_band_until: date | None = None
    photo: str = Field(default="", sa_column_kwargs={"server_default": ""})
    start_up: list[str] = Field(default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"})
    works_for: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    made_at: datetime = Field(sa_type=UtcDateTime)

    def age_band_on(self, day: date) -> AgeBand | None:
        """The worker's band of the minimum wage on a day; None where nobody has said."""
        return age_band_on(self.age_band, self.age_band_until, day)
