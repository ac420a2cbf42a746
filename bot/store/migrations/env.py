"""Runs the migrations in the transaction of whoever asked for them; logging stays as it was."""

from alembic import context

from bot.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column only by making its table anew
)
with context.begin_transaction():
    context.run_migrations()
