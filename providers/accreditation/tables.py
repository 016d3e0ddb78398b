"""Rows of what was checked."""

from datetime import date, datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.accreditation.rules import DbsLevel


class EvidenceRow(SQLModel, table=True):
    """That somebody saw something. `trusted_until` is the scheme's own end, fixed when it was seen: later changes of the
    scheme do not rewrite it. Never the content of a check."""

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
    lapse_told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
