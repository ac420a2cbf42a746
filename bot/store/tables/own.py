"""The store's own: keys, what was handled, pages, what came in, who works here, marks."""

import sqlalchemy as sa

from bot.store.tables.columns import TEXT, Instant, instant, metadata, row_id, sealed, text

keys = sa.Table("keys", metadata, row_id(), sealed("wrapped"))

seen = sa.Table(
    "seen",
    metadata,
    sa.Column("platform", TEXT, primary_key=True),
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("at", Instant, nullable=False, index=True),
)

shelf = sa.Table(
    "shelf",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    text("address", index=True),
    text("key_id"),
    sealed("body"),
    sqlite_autoincrement=True,  # a number is never given twice, not even after everything above it was erased
)

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    text("platform"),
    text("key"),
    text("key_id"),
    sealed("body"),
    sa.UniqueConstraint("platform", "key"),
)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("token", sa.BigInteger, nullable=False),
    text("holder"),
    instant("until"),
)

marks = sa.Table("marks", metadata, sa.Column("name", TEXT, primary_key=True), text("value"))
