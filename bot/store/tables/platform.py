"""What is remembered of the platforms."""

import sqlalchemy as sa

from bot.store.tables.columns import instant, metadata, row_id, sealed, text, whole

drafts = sa.Table(
    "drafts",
    metadata,
    row_id(),
    text("key_id"),
    text("form"),
    text("about", index=True),
    whole("step"),
    sealed("values"),
    instant("begun"),
)

channels = sa.Table(
    "channels",
    metadata,
    row_id(),
    text("platform"),
    text("channel"),
    text("adder"),
    instant("greeted"),
    sa.UniqueConstraint("platform", "channel"),
)

openings = sa.Table(
    "openings",
    metadata,
    row_id(),
    text("platform"),
    text("handle"),
    text("data"),
    instant("until"),
    sa.Index("ix_openings_platform_handle", "platform", "handle"),
    sa.Index("ix_openings_until", "until"),
)
