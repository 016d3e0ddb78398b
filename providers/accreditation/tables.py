"""Rows of what was checked."""

from datetime import date, datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.accreditation.rules import DbsLevel


class EvidenceRow(SQLModel, table=True):
    """That somebody saw something. `trusted_until` is the scheme's own end, fixed when it was seen: later changes of the
    scheme do not rewrite it. Never the content of a check.

    From `withdrawn_on` it stands no more; before that day it did. `reminded_within`: the last notice its holder had.
    """

    __tablename__: ClassVar[str] = "evidence"

    id: str = Field(default_factory=lambda: new_id("evi"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    kind: str
    level: DbsLevel | None = Field(default=None, sa_type=kept_as_word(DbsLevel))
    barred_list: bool = False
    issued_on: date
    expires_on: date | None = None
    trusted_until: date | None = None
    seen_by: str = ""
    seen_for: str = ""
    seen_at: datetime = Field(sa_type=UtcDateTime)
    update_service_on: date | None = None
    note: str = ""
    could_not_be_had: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    withdrawn_on: date | None = None
    withdrawn_why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    withdrawn_by: str | None = None
    reminded_within: int | None = None
    lapse_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class UpdateServiceLook(SQLModel, table=True):
    """That somebody looked a certificate up in the DBS update service. Only ever added."""

    __tablename__: ClassVar[str] = "update_service_look"

    id: int | None = Field(default=None, primary_key=True)
    evidence_id: str = Field(foreign_key="evidence.id", index=True)
    on: date
    is_current: bool
    by: str
    at: datetime = Field(sa_type=UtcDateTime)
