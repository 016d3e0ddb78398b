"""What Alembic runs. The connection is handed in by upgrade.py; there is no configuration file."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from market.core.times import UtcDateTime
from market.migrations.every_table import METADATA


def _render(kind: str, item: Any, autogen_context: AutogenContext) -> str | Literal[False]:
    """Our own column type by the name a reader of the migration knows."""
    if kind == "type" and isinstance(item, UtcDateTime):
        autogen_context.imports.add("from market.core.times import UtcDateTime")
        return "UtcDateTime()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
