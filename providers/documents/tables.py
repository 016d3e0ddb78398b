"""Rows of documents that were sent to be looked at."""

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from providers.documents.rules import Settled


class ShownDocument(SQLModel, table=True):
    """One thing shown to the desk: a file, words (a share code, "I bring the original"), or both.

    `file` is a name in the store, not what the sender called it. Once it is gone, row and decision stay.
    """

    __tablename__: ClassVar[str] = "shown_document"

    id: str = Field(default_factory=lambda: new_id("doc"), primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    kind: str
    words: str = ""
    file: str = Field(default="", index=True)
    media_type: str = ""
    sent_by: str
    sent_at: datetime = Field(sa_type=UtcDateTime)
    settled_as: Settled | None = Field(default=None, sa_type=kept_as_word(Settled), index=True)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_by: str | None = None
    settled_why: str = ""
    gone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
