"""Feedback: open polls and what is left of closed ones."""

import sqlalchemy as sa

from bot.store.tables.columns import TEXT, flag, metadata, of, row_id, sealed, text

polls = sa.Table(
    "polls",
    metadata,
    row_id(),
    of("group_id"),
    of("meeting_id", index=False),
    text("key_id"),
    flag("closed"),
    sa.Column("kind", TEXT, nullable=False, server_default="feedback"),
    sa.Column("floor", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("meeting_id", "kind"),
)

ballots = sa.Table(
    "ballots",
    metadata,
    row_id(),
    of("poll_id", index=False),
    of("member_id"),
    text("key_id"),
    sealed("answers"),
    sa.UniqueConstraint("poll_id", "member_id"),
)

batches = sa.Table(
    "batches",
    metadata,
    row_id(),
    of("group_id"),
    of("meeting_id"),
    text("key_id"),
    sealed("content"),
    flag("published"),
    sa.Column("kind", TEXT, nullable=False, server_default="feedback"),
)
