"""age of the worker, and how many come."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('provider', schema=None) as batch_op:
        batch_op.add_column(sa.Column('age_band_until', sa.Date(), nullable=True))
    for table in ('booking', 'visit'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('workers', sa.Integer(), nullable=False, server_default='1'))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
