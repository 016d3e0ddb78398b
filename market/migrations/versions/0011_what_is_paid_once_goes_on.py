"""What is paid once goes on to the next visit where the first does not take place; a bank transfer's word taken back is unsaid."""

from datetime import date

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Not as a batch: that would make the table anew, and others point at it.
    op.add_column('visit', sa.Column('once_pence', sa.Integer(), nullable=False, server_default='0'))
    key = sa.ForeignKey('visit.id', name=op.f('fk_visit_once_from_visit'))
    op.add_column('visit', sa.Column('once_from', sqlmodel.sql.sqltypes.AutoString(), key, nullable=True), inline_references=True)
    op.create_index(op.f('ix_visit_once_from'), 'visit', ['once_from'], unique=False)
    op.add_column('payment_line', sa.Column('carried_in', sa.Integer(), nullable=False, server_default='0'))
    # Lines made by carrying hold nothing but what was carried.
    op.execute("UPDATE payment_line SET carried_in = pence WHERE carried_from IS NOT NULL")
    op.add_column('smoke_run', sa.Column('by_hand', sa.Integer(), nullable=False, server_default='0'))
    op.drop_column('bank_promise', 'taken_back_at')  # nothing ever wrote it
    _mark_what_is_paid_once()


def _mark_what_is_paid_once() -> None:
    """Which visit carries it stands in the price that was frozen into its booking, line by line."""
    connection = op.get_bind()
    booking = sa.table('booking', sa.column('id', sa.String()), sa.column('price_lines', sa.JSON()))
    visit = sa.table('visit', sa.column('booking_id'), sa.column('day', sa.Date()), sa.column('instead_of'),
                     sa.column('once_pence'))  # fmt: skip
    for booking_id, lines in connection.execute(sa.select(booking.c.id, booking.c.price_lines)).all():
        for line in lines or ():
            once = sum(item['pence'] for item in line.get('items', ()) if item['unit'] == 'one_off')
            if once:
                mine = sa.and_(visit.c.booking_id == booking_id, visit.c.instead_of.is_(None))
                day = date.fromisoformat(line['day'])
                connection.execute(sa.update(visit).where(mine, visit.c.day == day).values(once_pence=once))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
