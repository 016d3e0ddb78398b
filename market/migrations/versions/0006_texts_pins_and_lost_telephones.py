"""Texts, a PIN of one's own, and lost telephones."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from market.core.times import UtcDateTime

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('received_sms',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sender', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('received_at', UtcDateTime(), nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('received_sms', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_received_sms_sender'), ['sender'], unique=False)

    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.add_column(sa.Column('pin_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('pin_wrong', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('pin_off', sa.Boolean(), nullable=False, server_default='0'))
    # The accounts that are there have no PIN. SQLite keeps the default: taking it away would make the table anew, and
    # others point to it.
    if op.get_bind().dialect.name == 'postgresql':
        for column in ('pin_hash', 'pin_wrong', 'pin_off'):
            op.alter_column('account', column, server_default=None)

    with op.batch_alter_table('contact_point', schema=None) as batch_op:
        batch_op.add_column(sa.Column('lost_at', UtcDateTime(), nullable=True))
        batch_op.alter_column('account_id',
               existing_type=sa.VARCHAR(),
               nullable=True)



def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
