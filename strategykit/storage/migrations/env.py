"""Alembic's way in: a connection of its own, with foreign keys off while tables are rebuilt."""

from alembic import context

from strategykit.storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
