"""The first tables."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from market.core.times import UtcDateTime

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


# The ledger refuses what the service would never write: changed rows, deleted rows, posts beyond a hold.
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


def upgrade() -> None:
    op.create_table('account',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('totp_secret', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('totp_last_step', sa.Integer(), nullable=False),
    sa.Column('large_text', sa.Boolean(), nullable=False),
    sa.Column('messages_stopped', sa.Boolean(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('email', name=op.f('uq_account_email'))
    )
    op.create_table('audit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('tag', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit'))
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_audit_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_audit_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_audit_subject'), ['subject'], unique=False)

    op.create_table('authority',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('council_codes', sa.JSON(), nullable=False),
    sa.Column('out_of_hours_phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('out_of_hours_email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('cascade_answer_minutes', sa.Integer(), nullable=False),
    sa.Column('signoff_limit_pence', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_authority'))
    )
    op.create_table('desk_act',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('verb', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_desk_act'))
    )
    op.create_table('event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event'))
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_provider_id'), ['provider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_subject'), ['subject'], unique=False)

    op.create_table('job',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('payload', sa.JSON(), nullable=False),
    sa.Column('run_at', UtcDateTime(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('lease_until', UtcDateTime(), nullable=True),
    sa.Column('lease_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('done_at', UtcDateTime(), nullable=True),
    sa.Column('given_up_at', UtcDateTime(), nullable=True),
    sa.Column('error', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job')),
    sa.UniqueConstraint('key', name=op.f('uq_job_key'))
    )
    with op.batch_alter_table('job', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_job_done_at'), ['done_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_job_run_at'), ['run_at'], unique=False)

    op.create_table('ledger_row',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('debit', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('credit', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('amount_pence', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('transfer', 'hold', 'post', 'void', name='kind', native_enum=False, length=40), nullable=False),
    sa.Column('hold_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('cause', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pot_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("(kind IN ('post', 'void')) = (hold_id IS NOT NULL)", name=op.f('ck_ledger_row_post_and_void_name_a_hold')),
    sa.CheckConstraint('amount_pence > 0', name=op.f('ck_ledger_row_amount_positive')),
    sa.CheckConstraint('debit <> credit', name=op.f('ck_ledger_row_two_accounts')),
    sa.ForeignKeyConstraint(['hold_id'], ['ledger_row.id'], name=op.f('fk_ledger_row_hold_id_ledger_row')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_row')),
    sa.UniqueConstraint('key', name=op.f('uq_ledger_row_key'))
    )
    with op.batch_alter_table('ledger_row', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ledger_row_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_row_cause'), ['cause'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_row_credit'), ['credit'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_row_debit'), ['debit'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_row_hold_id'), ['hold_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_row_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_row_pot_id'), ['pot_id'], unique=False)

    op.create_table('outbox',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('channel', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('again_if_cut_off', sa.Boolean(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('buttons', sa.JSON(), nullable=False),
    sa.Column('about', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('queued', 'sending', 'sent', 'unsure', 'failed', name='outboxstatus', native_enum=False, length=40), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('sent_at', UtcDateTime(), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('outside_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('error', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('key', name=op.f('uq_outbox_key'))
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outbox_about'), ['about'], unique=False)
        batch_op.create_index(batch_op.f('ix_outbox_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outbox_made_at'), ['made_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_outbox_status'), ['status'], unique=False)

    op.create_table('private_link',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('secret_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('purpose', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=False),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_private_link')),
    sa.UniqueConstraint('secret_hash', name=op.f('uq_private_link_secret_hash'))
    )
    with op.batch_alter_table('private_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_private_link_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_private_link_subject'), ['subject'], unique=False)

    op.create_table('provider',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('legal_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('arrangement', sa.Enum('employed_pa', 'sole_self_employed', 'micro_enterprise', 'registered_agency', 'isf_provider', 'community', 'support_service', name='arrangement', native_enum=False, length=40), nullable=False),
    sa.Column('role', sa.Enum('customer-direct-payment', 'customer-self-funder', 'customer-isf', 'supporter', 'attorney', 'backup-contact', 'broker', 'pa', 'micro-enterprise', 'agency', 'community-group', 'isf-provider', 'accreditation-officer', 'signoff-officer', 'direct-payments-officer', 'out-of-hours', 'commissioner', name='role', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('applied', 'listed', 'approved', 'suspended', name='providerstate', native_enum=False, length=40), nullable=False),
    sa.Column('state_at', UtcDateTime(), nullable=False),
    sa.Column('state_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('authority_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('authority_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('workers', sa.Integer(), nullable=False),
    sa.Column('worker_gender', sa.Enum('female', 'male', 'non_binary', 'mixed_team', name='workergender', native_enum=False, length=40), nullable=True),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('town', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('postcode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('easting', sa.Float(), nullable=True),
    sa.Column('northing', sa.Float(), nullable=True),
    sa.Column('council', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('about', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('cqc_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('age_band', sa.Enum('under_18', '18_to_20', '21_and_over', name='ageband', native_enum=False, length=40), nullable=True),
    sa.Column('works_for', sa.JSON(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provider'))
    )
    with op.batch_alter_table('provider', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_provider_authority_id'), ['authority_id'], unique=False)

    op.create_table('sign_in_attempt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('what', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('address_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_attempt'))
    )
    with op.batch_alter_table('sign_in_attempt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_attempt_address_hash'), ['address_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_attempt_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_attempt_email_hash'), ['email_hash'], unique=False)

    op.create_table('telegram_update',
    sa.Column('update_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('body', sa.JSON(), nullable=False),
    sa.Column('received_at', UtcDateTime(), nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('update_id', name=op.f('pk_telegram_update'))
    )
    op.create_table('contact_point',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('channel', sa.Enum('telegram', 'sms', 'email', 'call', name='channel', native_enum=False, length=40), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('stopped_at', UtcDateTime(), nullable=True),
    sa.Column('blocked_at', UtcDateTime(), nullable=True),
    sa.Column('failing', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_contact_point_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_point')),
    sa.UniqueConstraint('channel', 'address', name=op.f('uq_contact_point_channel_address'))
    )
    with op.batch_alter_table('contact_point', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_point_account_id'), ['account_id'], unique=False)

    op.create_table('envelope',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('message_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('routes', sa.JSON(), nullable=False),
    sa.Column('at_route', sa.Integer(), nullable=False),
    sa.Column('sending_until', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['message_id'], ['outbox.id'], name=op.f('fk_envelope_message_id_outbox')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_envelope')),
    sa.UniqueConstraint('message_id', name=op.f('uq_envelope_message_id'))
    )
    op.create_table('evidence',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('level', sa.Enum('none', 'basic', 'standard', 'enhanced', name='dbslevel', native_enum=False, length=40), nullable=True),
    sa.Column('barred_list', sa.Boolean(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('trusted_until', sa.Date(), nullable=True),
    sa.Column('seen_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seen_for', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('seen_at', UtcDateTime(), nullable=False),
    sa.Column('update_service_on', sa.Date(), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('lapse_told_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_evidence_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence'))
    )
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_evidence_provider_id'), ['provider_id'], unique=False)

    op.create_table('listing',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('tiers', sa.JSON(), nullable=False),
    sa.Column('skills', sa.JSON(), nullable=False),
    sa.Column('limits', sa.JSON(), nullable=False),
    sa.Column('where', sa.Enum('their_home', 'our_place', 'out_and_about', 'phone_online', name='where', native_enum=False, length=40), nullable=False),
    sa.Column('includes_personal_care', sa.Boolean(), nullable=False),
    sa.Column('basis', sa.Enum('registered', 'employed_by_customer', 'sole_self_employed', name='basis', native_enum=False, length=40), nullable=True),
    sa.Column('postcode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('easting', sa.Float(), nullable=True),
    sa.Column('northing', sa.Float(), nullable=True),
    sa.Column('radius_metres', sa.Integer(), nullable=True),
    sa.Column('districts', sa.JSON(), nullable=False),
    sa.Column('everywhere', sa.Boolean(), nullable=False),
    sa.Column('notice_hours', sa.Integer(), nullable=False),
    sa.Column('buffer_minutes', sa.Integer(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=True),
    sa.Column('spaces', sa.Integer(), nullable=True),
    sa.Column('state', sa.Enum('draft', 'submitted', 'approved', 'live', 'paused', 'stale', 'suspended', 'expired', 'removed', name='listingstate', native_enum=False, length=40), nullable=False),
    sa.Column('checked_at', UtcDateTime(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_listing_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_listing'))
    )
    with op.batch_alter_table('listing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_listing_provider_id'), ['provider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_listing_state'), ['state'], unique=False)

    op.create_table('person',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('date_of_birth', sa.Date(), nullable=True),
    sa.Column('summary', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('postcode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('easting', sa.Float(), nullable=True),
    sa.Column('northing', sa.Float(), nullable=True),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('authority_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('broker_account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('needs', sa.JSON(), nullable=False),
    sa.Column('wants', sa.JSON(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['authority_id'], ['authority.id'], name=op.f('fk_person_authority_id_authority')),
    sa.ForeignKeyConstraint(['broker_account_id'], ['account.id'], name=op.f('fk_person_broker_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person'))
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_authority_id'), ['authority_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_broker_account_id'), ['broker_account_id'], unique=False)

    op.create_table('sign_in_token',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('grant_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('joining', sa.JSON(), nullable=True),
    sa.Column('link_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('next_page', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=False),
    sa.Column('used_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_sign_in_token_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_token'))
    )
    with op.batch_alter_table('sign_in_token', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_token_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_token_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_token_link_hash'), ['link_hash'], unique=False)

    op.create_table('signed_in',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('secret_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('grant_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('second_factor_at', UtcDateTime(), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('seen_at', UtcDateTime(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=False),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_signed_in_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signed_in')),
    sa.UniqueConstraint('secret_hash', name=op.f('uq_signed_in_secret_hash'))
    )
    with op.batch_alter_table('signed_in', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_signed_in_account_id'), ['account_id'], unique=False)

    op.create_table('availability_window',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('weekdays', sa.JSON(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('ends', sa.Time(), nullable=False),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_availability_window_listing_id_listing')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_availability_window'))
    )
    with op.batch_alter_table('availability_window', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_availability_window_listing_id'), ['listing_id'], unique=False)

    op.create_table('away',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_away_listing_id_listing')),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_away_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_away'))
    )
    with op.batch_alter_table('away', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_away_listing_id'), ['listing_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_away_provider_id'), ['provider_id'], unique=False)

    op.create_table('backup_contact',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('someone_known', 'worker_known', 'provider', name='contactkind', native_enum=False, length=40), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('relation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('ceiling_pence_per_hour', sa.Integer(), nullable=True),
    sa.Column('agreed_at', UtcDateTime(), nullable=False),
    sa.Column('agreed_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_backup_contact_account_id_account')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_backup_contact_listing_id_listing')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_backup_contact_person_id_person')),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_backup_contact_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_backup_contact')),
    sa.UniqueConstraint('person_id', 'position', name=op.f('uq_backup_contact_person_id_position'))
    )
    with op.batch_alter_table('backup_contact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_backup_contact_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_backup_contact_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_backup_contact_provider_id'), ['provider_id'], unique=False)

    op.create_table('consent',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('relation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('scopes', sa.JSON(), nullable=False),
    sa.Column('basis', sa.Enum('consent', 'lpa_health_welfare', 'lpa_property', 'deputy_welfare', 'deputy_property', 'nominated_person', 'authorised_person', name='basis', native_enum=False, length=40), nullable=False),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_at', UtcDateTime(), nullable=False),
    sa.Column('ends_at', UtcDateTime(), nullable=True),
    sa.Column('withdrawn_at', UtcDateTime(), nullable=True),
    sa.Column('withdrawn_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_consent_account_id_account')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consent_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consent'))
    )
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consent_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consent_person_id'), ['person_id'], unique=False)

    op.create_table('listing_decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('was', sa.Enum('draft', 'submitted', 'approved', 'live', 'paused', 'stale', 'suspended', 'expired', 'removed', name='listingstate', native_enum=False, length=40), nullable=False),
    sa.Column('became', sa.Enum('draft', 'submitted', 'approved', 'live', 'paused', 'stale', 'suspended', 'expired', 'removed', name='listingstate', native_enum=False, length=40), nullable=False),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_listing_decision_listing_id_listing')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_listing_decision'))
    )
    with op.batch_alter_table('listing_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_listing_decision_listing_id'), ['listing_id'], unique=False)

    op.create_table('plan',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('indicative_pence', sa.Integer(), nullable=False),
    sa.Column('agreed_pence', sa.Integer(), nullable=False),
    sa.Column('sent_at', UtcDateTime(), nullable=True),
    sa.Column('signed_at', UtcDateTime(), nullable=True),
    sa.Column('signed_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('returned_at', UtcDateTime(), nullable=True),
    sa.Column('returned_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_plan_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan')),
    sa.UniqueConstraint('person_id', name=op.f('uq_plan_person_id'))
    )
    op.create_table('pot',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.Enum('direct_payment', 'prepaid_card', 'managed_account', 'third_party_account', 'isf', 'own_money', name='potkind', native_enum=False, length=40), nullable=False),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('authority_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('holder', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('holder_provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('opened_at', UtcDateTime(), nullable=False),
    sa.Column('closed_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['authority_id'], ['authority.id'], name=op.f('fk_pot_authority_id_authority')),
    sa.ForeignKeyConstraint(['holder_provider_id'], ['provider.id'], name=op.f('fk_pot_holder_provider_id_provider')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_pot_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pot'))
    )
    with op.batch_alter_table('pot', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pot_holder_provider_id'), ['holder_provider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pot_person_id'), ['person_id'], unique=False)

    op.create_table('rate',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('unit', sa.Enum('hour', 'quarter_hour', 'half_hour', 'three_quarter_hour', 'visit', 'session', 'night_sleep_in', 'night_waking', 'day', 'week', 'mile', 'month', 'free', 'funded', name='unit', native_enum=False, length=40), nullable=False),
    sa.Column('pence', sa.Integer(), nullable=False),
    sa.Column('when', sa.Enum('any', 'weekday', 'evening', 'weekend', 'bank_holiday', name='when', native_enum=False, length=40), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_rate_listing_id_listing')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rate'))
    )
    with op.batch_alter_table('rate', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rate_listing_id'), ['listing_id'], unique=False)

    op.create_table('report',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.Enum('danger', 'concern', 'talk', name='reportkind', native_enum=False, length=40), nullable=False),
    sa.Column('danger', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('wanted', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('authority_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('conversation_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('made_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('taken_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('taken_at', UtcDateTime(), nullable=True),
    sa.Column('settled_at', UtcDateTime(), nullable=True),
    sa.Column('settled_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['authority_id'], ['authority.id'], name=op.f('fk_report_authority_id_authority')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_report_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report')),
    sa.UniqueConstraint('key', name=op.f('uq_report_key'))
    )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_authority_id'), ['authority_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_conversation_id'), ['conversation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_kind'), ['kind'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_made_at'), ['made_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_person_id'), ['person_id'], unique=False)

    op.create_table('role_grant',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sa.Enum('customer-direct-payment', 'customer-self-funder', 'customer-isf', 'supporter', 'attorney', 'backup-contact', 'broker', 'pa', 'micro-enterprise', 'agency', 'community-group', 'isf-provider', 'accreditation-officer', 'signoff-officer', 'direct-payments-officer', 'out-of-hours', 'commissioner', name='role', native_enum=False, length=40), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('authority_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('starts_at', UtcDateTime(), nullable=False),
    sa.Column('ends_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_role_grant_account_id_account')),
    sa.ForeignKeyConstraint(['authority_id'], ['authority.id'], name=op.f('fk_role_grant_authority_id_authority')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_grant_person_id_person')),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_role_grant_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_grant'))
    )
    with op.batch_alter_table('role_grant', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_role_grant_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_role_grant_authority_id'), ['authority_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_role_grant_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_role_grant_provider_id'), ['provider_id'], unique=False)

    op.create_table('conversation',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('via', sa.Enum('terminal', 'web', 'telegram', name='via', native_enum=False, length=40), nullable=False),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('grant_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('state', sa.JSON(), nullable=False),
    sa.Column('locked', sa.Boolean(), nullable=False),
    sa.Column('unlocked_until', UtcDateTime(), nullable=True),
    sa.Column('manner', sa.JSON(), nullable=False),
    sa.Column('stopped_at', UtcDateTime(), nullable=True),
    sa.Column('wrong_codes', sa.Integer(), nullable=False),
    sa.Column('wrong_since', UtcDateTime(), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('linked_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_conversation_account_id_account')),
    sa.ForeignKeyConstraint(['grant_id'], ['role_grant.id'], name=op.f('fk_conversation_grant_id_role_grant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_conversation')),
    sa.UniqueConstraint('via', 'address', name=op.f('uq_conversation_via_address'))
    )
    with op.batch_alter_table('conversation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_conversation_account_id'), ['account_id'], unique=False)

    op.create_table('link_code',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('grant_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=False),
    sa.Column('used_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_link_code_account_id_account')),
    sa.ForeignKeyConstraint(['grant_id'], ['role_grant.id'], name=op.f('fk_link_code_grant_id_role_grant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_code')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_link_code_code_hash'))
    )
    with op.batch_alter_table('link_code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_code_account_id'), ['account_id'], unique=False)

    op.create_table('outcome',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('plan_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('care_act', sa.JSON(), nullable=False),
    sa.Column('added_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('added_at', UtcDateTime(), nullable=False),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_outcome_plan_id_plan')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outcome')),
    sa.UniqueConstraint('key', name=op.f('uq_outcome_key'))
    )
    with op.batch_alter_table('outcome', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outcome_plan_id'), ['plan_id'], unique=False)

    op.create_table('booking',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pot_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('outcome_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('arrangement', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('weekdays', sa.JSON(), nullable=False),
    sa.Column('every_weeks', sa.Integer(), nullable=False),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('until_day', sa.Date(), nullable=False),
    sa.Column('wall_start', sa.Time(), nullable=False),
    sa.Column('wall_end', sa.Time(), nullable=False),
    sa.Column('zone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('total_pence', sa.Integer(), nullable=False),
    sa.Column('price_lines', sa.JSON(), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('answer_by', UtcDateTime(), nullable=False),
    sa.Column('accepted_at', UtcDateTime(), nullable=True),
    sa.Column('declined_at', UtcDateTime(), nullable=True),
    sa.Column('declined_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answered_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('cancelled_at', UtcDateTime(), nullable=True),
    sa.Column('cancelled_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('last_end', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['asked_by'], ['account.id'], name=op.f('fk_booking_asked_by_account')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_booking_listing_id_listing')),
    sa.ForeignKeyConstraint(['outcome_id'], ['outcome.id'], name=op.f('fk_booking_outcome_id_outcome')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_booking_person_id_person')),
    sa.ForeignKeyConstraint(['pot_id'], ['pot.id'], name=op.f('fk_booking_pot_id_pot')),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_booking_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_booking')),
    sa.UniqueConstraint('key', name=op.f('uq_booking_key'))
    )
    with op.batch_alter_table('booking', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_booking_answer_by'), ['answer_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_asked_by'), ['asked_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_listing_id'), ['listing_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_pot_id'), ['pot_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_provider_id'), ['provider_id'], unique=False)

    op.create_table('chat_button',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('conversation_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('set_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('verb', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('lasting', sa.Boolean(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=False),
    sa.Column('used_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['conversation_id'], ['conversation.id'], name=op.f('fk_chat_button_conversation_id_conversation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_chat_button'))
    )
    with op.batch_alter_table('chat_button', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_chat_button_conversation_id'), ['conversation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_chat_button_set_id'), ['set_id'], unique=False)

    op.create_table('searched_need',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('district', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('outcome_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('found', sa.Integer(), nullable=False),
    sa.Column('signpost', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['outcome_id'], ['outcome.id'], name=op.f('fk_searched_need_outcome_id_outcome')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_searched_need_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_searched_need'))
    )
    with op.batch_alter_table('searched_need', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_searched_need_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_searched_need_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_searched_need_district'), ['district'], unique=False)
        batch_op.create_index(batch_op.f('ix_searched_need_person_id'), ['person_id'], unique=False)

    op.create_table('shortlist',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('outcome_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('sent_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['outcome_id'], ['outcome.id'], name=op.f('fk_shortlist_outcome_id_outcome')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_shortlist_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shortlist'))
    )
    with op.batch_alter_table('shortlist', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shortlist_person_id'), ['person_id'], unique=False)

    op.create_table('turn',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('conversation_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('incoming_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('said', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pushed', sa.Boolean(), nullable=False),
    sa.Column('replies', sa.JSON(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['conversation_id'], ['conversation.id'], name=op.f('fk_turn_conversation_id_conversation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_turn')),
    sa.UniqueConstraint('conversation_id', 'incoming_id', name=op.f('uq_turn_conversation_id_incoming_id'))
    )
    with op.batch_alter_table('turn', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_turn_conversation_id'), ['conversation_id'], unique=False)

    op.create_table('kept',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('need_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_kept_account_id_account')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_kept_listing_id_listing')),
    sa.ForeignKeyConstraint(['need_id'], ['searched_need.id'], name=op.f('fk_kept_need_id_searched_need')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kept')),
    sa.UniqueConstraint('account_id', 'listing_id', name=op.f('uq_kept_account_id_listing_id'))
    )
    with op.batch_alter_table('kept', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kept_account_id'), ['account_id'], unique=False)

    op.create_table('shortlist_item',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('shortlist_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('reasons', sa.JSON(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_shortlist_item_listing_id_listing')),
    sa.ForeignKeyConstraint(['shortlist_id'], ['shortlist.id'], name=op.f('fk_shortlist_item_shortlist_id_shortlist')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shortlist_item')),
    sa.UniqueConstraint('shortlist_id', 'listing_id', name=op.f('uq_shortlist_item_shortlist_id_listing_id'))
    )
    with op.batch_alter_table('shortlist_item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shortlist_item_shortlist_id'), ['shortlist_id'], unique=False)

    op.create_table('visit',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('booking_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('listing_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('contact_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('instead_of', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('who_comes', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('wall_start', sa.Time(), nullable=False),
    sa.Column('wall_end', sa.Time(), nullable=False),
    sa.Column('zone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_at', UtcDateTime(), nullable=False),
    sa.Column('ends_at', UtcDateTime(), nullable=False),
    sa.Column('pot_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('price_pence', sa.Integer(), nullable=False),
    sa.Column('hold_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('minutes_late', sa.Integer(), nullable=False),
    sa.Column('started_at', UtcDateTime(), nullable=True),
    sa.Column('completed_at', UtcDateTime(), nullable=True),
    sa.Column('missed_at', UtcDateTime(), nullable=True),
    sa.Column('cancelled_at', UtcDateTime(), nullable=True),
    sa.Column('cancelled_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('given_up_at', UtcDateTime(), nullable=True),
    sa.Column('given_up_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('covered_at', UtcDateTime(), nullable=True),
    sa.Column('changed_at', UtcDateTime(), nullable=True),
    sa.Column('disputed_at', UtcDateTime(), nullable=True),
    sa.Column('let_go_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['booking_id'], ['booking.id'], name=op.f('fk_visit_booking_id_booking')),
    sa.ForeignKeyConstraint(['contact_id'], ['backup_contact.id'], name=op.f('fk_visit_contact_id_backup_contact')),
    sa.ForeignKeyConstraint(['hold_id'], ['ledger_row.id'], name=op.f('fk_visit_hold_id_ledger_row')),
    sa.ForeignKeyConstraint(['instead_of'], ['visit.id'], name=op.f('fk_visit_instead_of_visit')),
    sa.ForeignKeyConstraint(['listing_id'], ['listing.id'], name=op.f('fk_visit_listing_id_listing')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_visit_person_id_person')),
    sa.ForeignKeyConstraint(['pot_id'], ['pot.id'], name=op.f('fk_visit_pot_id_pot')),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_visit_provider_id_provider')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visit')),
    sa.UniqueConstraint('instead_of', name=op.f('uq_visit_instead_of'))
    )
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_booking_id'), ['booking_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_day'), ['day'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_provider_id'), ['provider_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_starts_at'), ['starts_at'], unique=False)

    op.create_table('cascade',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('visit_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.Enum('asking', 'covered', 'with_desk', 'stopped', name='cascadestatus', native_enum=False, length=40), nullable=False),
    sa.Column('why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('started_at', UtcDateTime(), nullable=False),
    sa.Column('started_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('wait_seconds', sa.Integer(), nullable=False),
    sa.Column('desk_told_at', UtcDateTime(), nullable=True),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.Column('desk_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('desk_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_cascade_person_id_person')),
    sa.ForeignKeyConstraint(['visit_id'], ['visit.id'], name=op.f('fk_cascade_visit_id_visit')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cascade')),
    sa.UniqueConstraint('visit_id', name=op.f('uq_cascade_visit_id'))
    )
    with op.batch_alter_table('cascade', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cascade_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cascade_status'), ['status'], unique=False)

    op.create_table('cascade_question',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('cascade_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('contact_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('price_pence', sa.Integer(), nullable=False),
    sa.Column('dearer_pence', sa.Integer(), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('answer_by', UtcDateTime(), nullable=False),
    sa.Column('answer', sa.Enum('yes', 'no', 'silence', 'unreachable', 'not_suited', 'too_dear', name='answer', native_enum=False, length=40), nullable=True),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('price_answer_by', UtcDateTime(), nullable=True),
    sa.Column('price_agreed', sa.Boolean(), nullable=True),
    sa.Column('price_answered_by', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('late_yes_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['cascade_id'], ['cascade.id'], name=op.f('fk_cascade_question_cascade_id_cascade')),
    sa.ForeignKeyConstraint(['contact_id'], ['backup_contact.id'], name=op.f('fk_cascade_question_contact_id_backup_contact')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cascade_question')),
    sa.UniqueConstraint('cascade_id', 'contact_id', name=op.f('uq_cascade_question_cascade_id_contact_id'))
    )
    with op.batch_alter_table('cascade_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cascade_question_cascade_id'), ['cascade_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cascade_question_contact_id'), ['contact_id'], unique=False)

    postgres = op.get_bind().dialect.name == "postgresql"
    for statement in POSTGRES_TRIGGERS if postgres else SQLITE_TRIGGERS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward: restore a backup to go back")
