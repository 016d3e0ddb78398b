"""Rows of what came in: each import, each line of its report, and where each listing came from."""

from datetime import date, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.interchange.rules import Outcome


class ImportRun(SQLModel, table=True):
    """One bringing-in of one file: by whom, how far it is. `rows_done` is where it goes on after a break, and `file_hash`
    the SHA-256 of what the file holds: by that it is known again, whatever it is called."""

    __tablename__: ClassVar[str] = "import_run"

    id: str = Field(default_factory=lambda: new_id("imp"), primary_key=True)
    source: str
    dialect: str
    file_name: str
    file_hash: str = Field(default="", index=True, sa_column_kwargs={"server_default": ""})
    kept_as: str = ""
    columns: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    districts: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    received_on: date
    is_trial: bool
    authority_id: str | None = Field(default=None, index=True)
    authority_name: str = ""
    by: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    rows_done: int = 0
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    trouble: str = ""


class ImportLine(SQLModel, table=True):
    """How one row of one import ended. `flags` are pairs of a flag and what it is about; `words` say all of it for people."""

    __tablename__: ClassVar[str] = "import_line"
    __table_args__ = (sa.UniqueConstraint("run_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    run_id: str = Field(foreign_key="import_run.id", index=True)
    number: int
    source_id: str
    title: str
    outcome: Outcome = Field(sa_type=kept_as_word(Outcome))
    why: str = ""
    shown: bool = False
    flags: list[list[str]] = Field(default_factory=list, sa_type=sa.JSON)
    listing_id: str = ""
    other_id: str = ""
    looks: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)


class ImportedListing(SQLModel, table=True):
    """Where a listing came from, and the source's own words that became no column of ours.

    `given_kinds` are the kinds of support that a person gave it where the source states none, and `organisation` is what
    the source calls whoever runs it. Several may point at one listing: those that a person merged with it, which no later
    file changes.
    """

    __tablename__: ClassVar[str] = "imported_listing"
    __table_args__ = (sa.UniqueConstraint("source", "source_id"),)

    id: int | None = Field(default=None, primary_key=True)
    source: str
    source_id: str
    organisation: str = Field(default="", index=True, sa_column_kwargs={"server_default": ""})
    listing_id: str = Field(foreign_key="listing.id", index=True)
    merged: bool = False
    fingerprint: str
    given_kinds: list[str] = Field(default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"})
    note: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    phone_digits: str = ""
    web_key: str = ""
    hidden: str = ""
    dated_on: date | None = None
    received_on: date
    run_id: str = ""
