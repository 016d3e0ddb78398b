"""Bringing a database to the newest shape, and saying which shape it has."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from market.core.database import Database
from market.migrations.every_table import METADATA

FOLDER = Path(__file__).parent


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config


def newest() -> str:
    """The id of the newest migration in the code. Raises if two branches have made two."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None, "there is at least one migration"
    return head


def standing_at(database: Database) -> str | None:
    """The migration a database stands at; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(database: Database, to: str = "head") -> None:
    """Bring a database to a migration, the newest unless said otherwise."""
    config = _config()
    with database.engine.execution_options(alongside_write=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def write_migration(database: Database, message: str) -> None:
    """Write the next migration from what the tables say and a database at the newest lacks: `./dev migration WORDS`.

    Read what it wrote before committing: triggers and moves of data are not seen by it.
    """
    config = _config()
    number = len(list((FOLDER / "versions").glob("[0-9]*.py"))) + 1
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04d}")


def differences(database: Database) -> list[object]:
    """What a migrated database lacks of the tables in the code. Empty when a migration was written for every change."""
    with database.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))
