"""Rows of what is offered."""

from datetime import date, datetime
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.arrangement.rules import Basis
from providers.listings.rules import ListingState, Room, Where


class Listing(SQLModel, table=True):
    """One thing a provider will do. The area is a radius round its point, or towns, or postcode districts, or everywhere.

    `answered` are the questions of getting started that have been gone through. `room` is what its provider last said of
    having room, `asked_at` when they were last asked whether it is all still right.
    """

    __tablename__: ClassVar[str] = "listing"

    id: str = Field(default_factory=lambda: new_id("lst"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    title: str
    description: str = ""
    kinds: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    tiers: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    skills: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    limits: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    where: Where = Field(default=Where.THEIR_HOME, sa_type=kept_as_word(Where))
    includes_personal_care: bool = False
    basis: Basis | None = Field(default=None, sa_type=kept_as_word(Basis))
    postcode: str = ""
    easting: float | None = None
    northing: float | None = None
    radius_metres: int | None = None
    districts: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    towns: list[str] = Field(default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"})
    everywhere: bool = False
    notice_hours: int = 0
    buffer_minutes: int = 0
    travel_minutes: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    ahead_days: int | None = None
    capacity: int | None = None
    spaces: int | None = None
    room: Room | None = Field(default=None, sa_type=kept_as_word(Room))
    answered: list[str] = Field(default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"})
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    state: ListingState = Field(default=ListingState.DRAFT, index=True, sa_type=kept_as_word(ListingState))
    checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    expires_on: date | None = None
    made_at: datetime = Field(sa_type=UtcDateTime)


class ListingDecision(SQLModel, table=True):
    """That somebody moved a listing from one state to another: who, when, why. Only ever added."""

    __tablename__: ClassVar[str] = "listing_decision"

    id: int | None = Field(default=None, primary_key=True)
    listing_id: str = Field(foreign_key="listing.id", index=True)
    was: ListingState = Field(sa_type=kept_as_word(ListingState))
    became: ListingState = Field(sa_type=kept_as_word(ListingState))
    by: str
    at: datetime = Field(sa_type=UtcDateTime)
    why: str = ""
