"""Rows of bookings and visits. Statuses are not kept: rules.py derives them from the moments that are."""

from datetime import date, datetime, time
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.ids import new_id
from market.core.times import UtcDateTime


class Booking(SQLModel, table=True):
    """An agreement for one or many visits. Three parties: for whom, asked by whom, paid from which pot.

    `moves_visit_id`: the agreed visit that this one asks to move (no foreign key:
    visits point at bookings); `move_hold_id`: what it costs above that, held meanwhile.
    """

    __tablename__: ClassVar[str] = "booking"

    id: str = Field(default_factory=lambda: new_id("bkg"), primary_key=True)
    key: str = Field(unique=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    asked_by: str = Field(foreign_key="account.id", index=True)
    pot_id: str | None = Field(default=None, foreign_key="pot.id", index=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    outcome_id: str | None = Field(default=None, foreign_key="outcome.id")
    title: str
    kind: str
    arrangement: str
    note: str = ""
    weekdays: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    every_weeks: int = 1
    first_day: date
    until_day: date
    wall_start: time
    wall_end: time
    zone: str = "Europe/London"
    workers: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    total_pence: int
    price_lines: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)
    cancel_terms: list[list[int]] = Field(
        default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"}
    )
    asked_at: datetime = Field(sa_type=UtcDateTime)
    answer_by: datetime = Field(sa_type=UtcDateTime, index=True)
    accepted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    declined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    declined_why: str = ""
    answered_by: str | None = None
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cancelled_by: str | None = None
    cancelled_why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    last_end: datetime = Field(sa_type=UtcDateTime)
    moves_visit_id: str | None = Field(default=None, index=True)
    move_hold_id: str | None = None


class Visit(SQLModel, table=True):
    """One occurrence. Instants for reckoning, wall time for what was agreed.

    `let_go_at` means it no longer takes up its provider's time (declined, lapsed, cancelled, given up). A substitute
    names the visit it stands for in `instead_of`; `workers` is how many come at once; `provider_id` is empty where somebody
    known comes, unpaid. `once_pence` is that of its price which is paid once, to set things up, and `once_from` the visit
    that carried it before and did not take place.
    """

    __tablename__: ClassVar[str] = "visit"

    id: str = Field(default_factory=lambda: new_id("vis"), primary_key=True)
    booking_id: str = Field(foreign_key="booking.id", index=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    listing_id: str | None = Field(default=None, foreign_key="listing.id")
    contact_id: str | None = Field(default=None, foreign_key="backup_contact.id")
    instead_of: str | None = Field(default=None, foreign_key="visit.id", unique=True)
    title: str
    who_comes: str = ""
    day: date = Field(index=True)
    wall_start: time
    wall_end: time
    zone: str = "Europe/London"
    starts_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    pot_id: str | None = Field(default=None, foreign_key="pot.id")
    workers: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    price_pence: int = 0
    once_pence: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    once_from: str | None = Field(default=None, foreign_key="visit.id", index=True)
    hold_id: str | None = Field(default=None, foreign_key="ledger_row.id")
    minutes_late: int = 0
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    completed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    missed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cancelled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cancelled_by: str | None = None
    given_up_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    given_up_why: str = ""
    covered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    disputed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    let_go_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @property
    def each_pence(self) -> int:
        """Its price in pence, without what is paid once."""
        return self.price_pence - self.once_pence
