"""An import known again by what its file holds; whose each row of a source is, and the kinds a person gave it."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

ADDED = (('import_run', 'file_hash'), ('imported_listing', 'organisation'))


def upgrade() -> None:
    for table, column in ADDED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column(column, sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
            batch_op.create_index(batch_op.f(f'ix_{table}_{column}'), [column], unique=False)
    with op.batch_alter_table('imported_listing', schema=None) as batch_op:
        batch_op.add_column(sa.Column('given_kinds', sa.JSON(), nullable=False, server_default='[]'))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
