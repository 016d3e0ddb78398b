"""Fees frozen with the booking, money that goes on to whoever stands in, part-paid bank transfers, pay-outs made again."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from market.core.times import UtcDateTime

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A booking from before has none: the setting as it stands is frozen into it the next time its money is looked at.
    op.add_column('pay_plan', sa.Column('fee_points', sa.Integer(), nullable=True))
    with op.batch_alter_table('payment_line', schema=None) as batch_op:
        batch_op.add_column(sa.Column('carried', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('carried_from', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_payment_line_carried_from_visit'), 'visit', ['carried_from'], ['id'])
    for column in ('page_asked_at', 'payout_paid_at'):
        op.add_column('paid_account', sa.Column(column, UtcDateTime(), nullable=True))
    for column in ('paid_pence', 'arrived_pence'):
        op.add_column('bank_promise', sa.Column(column, sa.Integer(), nullable=True))
    # What either side said before was said of the whole sum.
    op.execute("UPDATE bank_promise SET paid_pence = pence WHERE paid_at IS NOT NULL")
    op.execute("UPDATE bank_promise SET arrived_pence = pence WHERE arrived_at IS NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
