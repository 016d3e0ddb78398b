"""Columns kept as the words of the field."""

from enum import StrEnum

import sqlalchemy as sa


def kept_as_word(kind: type[StrEnum]) -> sa.Enum:
    """A column that keeps an enum's own word ("hold"), as plain text on both databases.

    SQLAlchemy's default keeps the Python name in a type of PostgreSQL's own, which no migration can change easily.
    """
    return sa.Enum(kind, native_enum=False, length=40, values_callable=lambda words: [word.value for word in words])
