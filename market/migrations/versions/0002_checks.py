"""Checks: applications, documents, references, the register, withdrawn evidence."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from market.core.times import UtcDateTime

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('application',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('tiers', sa.JSON(), nullable=False),
    sa.Column('risk', sa.Integer(), nullable=False),
    sa.Column('first_sent_at', UtcDateTime(), nullable=False),
    sa.Column('sent_at', UtcDateTime(), nullable=False),
    sa.Column('sent_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_application_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_application'))
    )
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_application_provider_id'), ['provider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_application_sent_at'), ['sent_at'], unique=False)

    op.create_table('conduct_signed',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('conduct', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_conduct_signed_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_conduct_signed')),
    sa.UniqueConstraint('provider_id', 'conduct', 'account_id', name=op.f('uq_conduct_signed_provider_id_conduct_account_id'))
    )
    with op.batch_alter_table('conduct_signed', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_conduct_signed_provider_id'), ['provider_id'], unique=False)

    op.create_table('reference',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('how_known', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('reminded_at', UtcDateTime(), nullable=True),
    sa.Column('not_reached_at', UtcDateTime(), nullable=True),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('said_no_at', UtcDateTime(), nullable=True),
    sa.Column('cancelled_at', UtcDateTime(), nullable=True),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('accepted', sa.Boolean(), nullable=True),
    sa.Column('settled_at', UtcDateTime(), nullable=True),
    sa.Column('settled_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('settled_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('words_gone_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_reference_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reference'))
    )
    with op.batch_alter_table('reference', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reference_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_reference_provider_id'), ['provider_id'], unique=False)

    op.create_table('register_look',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('found', sa.Boolean(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('standing', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('activities', sa.JSON(), nullable=False),
    sa.Column('postcode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('rating', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('trouble', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_register_look_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_register_look'))
    )
    with op.batch_alter_table('register_look', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_register_look_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_register_look_provider_id'), ['provider_id'], unique=False)

    op.create_table('shown_document',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('file', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('media_type', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sent_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sent_at', UtcDateTime(), nullable=False),
    sa.Column('settled_as', sa.Enum('seen', 'not_enough', 'not_needed', 'taken_back', name='settled', native_enum=False, length=40), nullable=True),
    sa.Column('settled_at', UtcDateTime(), nullable=True),
    sa.Column('settled_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('settled_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('gone_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_shown_document_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shown_document'))
    )
    with op.batch_alter_table('shown_document', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shown_document_file'), ['file'], unique=False)
        batch_op.create_index(batch_op.f('ix_shown_document_provider_id'), ['provider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_shown_document_settled_as'), ['settled_as'], unique=False)

    op.create_table('application_decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('application_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('outcome', sa.Enum('approved', 'listed', 'more_asked', 'refused', name='outcome', native_enum=False, length=40), nullable=False),
    sa.Column('why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['application.id'], name=op.f('fk_application_decision_application_id_application')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_application_decision'))
    )
    with op.batch_alter_table('application_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_application_decision_application_id'), ['application_id'], unique=False)

    op.create_table('update_service_look',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evidence_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('is_current', sa.Boolean(), nullable=False),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['evidence_id'], ['evidence.id'], name=op.f('fk_update_service_look_evidence_id_evidence')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_update_service_look'))
    )
    with op.batch_alter_table('update_service_look', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_update_service_look_evidence_id'), ['evidence_id'], unique=False)

    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.add_column(sa.Column('could_not_be_had', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('withdrawn_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('withdrawn_why', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('withdrawn_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.add_column(sa.Column('reminded_within', sa.Integer(), nullable=True))



def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
