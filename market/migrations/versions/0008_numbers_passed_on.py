"""Telephone numbers that pass from one account to another."""

import sqlalchemy as sa
from alembic import op
from market.core.times import UtcDateTime

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('contact_point', schema=None) as batch_op:
        batch_op.add_column(sa.Column('claimed_by', sa.JSON(), nullable=False, server_default='[]'))
    # Numbers tied by a code before this were tied over nobody that we know of. SQLite keeps the default.
    if op.get_bind().dialect.name == 'postgresql':
        op.alter_column('contact_point', 'claimed_by', server_default=None)

    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('passed_on_at', UtcDateTime(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
