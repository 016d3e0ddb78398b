"""The one row shape of the ledger, and the triggers that keep it honest."""

from datetime import datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from market.ledger.rules import Kind


class LedgerRow(SQLModel, table=True):
    """Debit one account, credit another, in whole pence above nought. Post and void name their hold."""

    __tablename__: ClassVar[str] = "ledger_row"
    __table_args__ = (
        sa.CheckConstraint("amount_pence > 0", name="amount_positive"),
        sa.CheckConstraint("debit <> credit", name="two_accounts"),
        sa.CheckConstraint("(kind IN ('post', 'void')) = (hold_id IS NOT NULL)", name="post_and_void_name_a_hold"),
    )

    id: str = Field(default_factory=lambda: new_id("led"), primary_key=True)
    debit: str = Field(index=True)
    credit: str = Field(index=True)
    amount_pence: int
    kind: Kind = Field(sa_type=kept_as_word(Kind))
    hold_id: str | None = Field(default=None, foreign_key="ledger_row.id", index=True)
    cause: str = Field(index=True)
    key: str = Field(unique=True)
    person_id: str = Field(index=True)
    pot_id: str | None = Field(default=None, index=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    by: str


SQLITE_TRIGGERS = (
    """CREATE TRIGGER ledger_row_never_changed BEFORE UPDATE ON ledger_row
    BEGIN SELECT RAISE(ABORT, 'ledger rows are never changed'); END""",
    """CREATE TRIGGER ledger_row_never_deleted BEFORE DELETE ON ledger_row
    BEGIN SELECT RAISE(ABORT, 'ledger rows are never deleted'); END""",
    """CREATE TRIGGER ledger_row_within_hold BEFORE INSERT ON ledger_row WHEN NEW.hold_id IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'more than the hold') WHERE NEW.amount_pence
        + (SELECT COALESCE(SUM(amount_pence), 0) FROM ledger_row WHERE hold_id = NEW.hold_id)
        > (SELECT amount_pence FROM ledger_row WHERE id = NEW.hold_id); END""",
)

POSTGRES_TRIGGERS = (
    """CREATE FUNCTION ledger_row_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'ledger rows are never changed or deleted'; END $$""",
    """CREATE TRIGGER ledger_row_never_changed BEFORE UPDATE OR DELETE ON ledger_row
    FOR EACH ROW EXECUTE FUNCTION ledger_row_refuse()""",
    """CREATE FUNCTION ledger_row_within_hold() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF NEW.amount_pence + (SELECT COALESCE(SUM(amount_pence), 0) FROM ledger_row WHERE hold_id = NEW.hold_id)
         > (SELECT amount_pence FROM ledger_row WHERE id = NEW.hold_id)
      THEN RAISE EXCEPTION 'more than the hold'; END IF;
      RETURN NEW;
    END $$""",
    """CREATE TRIGGER ledger_row_within_hold BEFORE INSERT ON ledger_row
    FOR EACH ROW WHEN (NEW.hold_id IS NOT NULL) EXECUTE FUNCTION ledger_row_within_hold()""",
)


def _after_create(target: Any, connection: sa.Connection, **_: Any) -> None:
    postgres = connection.dialect.name == "postgresql"
    for statement in POSTGRES_TRIGGERS if postgres else SQLITE_TRIGGERS:
        connection.exec_driver_sql(statement.replace("%", "%%") if postgres else statement)


sa.event.listen(SQLModel.metadata.tables["ledger_row"], "after_create", _after_create)
