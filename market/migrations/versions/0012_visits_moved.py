"""visits moved to another time."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('booking', schema=None) as batch_op:
        batch_op.add_column(sa.Column('moves_visit_id', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('move_hold_id', sa.String(), nullable=True))
        batch_op.create_index(batch_op.f('ix_booking_moves_visit_id'), ['moves_visit_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
