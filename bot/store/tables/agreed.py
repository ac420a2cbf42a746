"""What a group puts to itself, agrees on and keeps."""

import sqlalchemy as sa

from bot.core.model import Standing
from bot.store.tables.columns import Choice, Strings, flag, instant, metadata, of, row_id, sealed, text, whole

questions = sa.Table(
    "questions",
    metadata,
    row_id(),
    of("group_id"),
    text("kind"),
    of("meeting_id", nullable=True),
    of("person_id", nullable=True, gone="SET NULL"),
    sa.Column("items", Strings, nullable=False),
    instant("opened"),
    instant("closes"),
    flag("closed"),
)

votes = sa.Table(
    "votes",
    metadata,
    row_id(),
    of("group_id"),
    of("question_id", index=False),
    of("member_id"),
    text("item"),
    text("value"),
    sa.UniqueConstraint("question_id", "member_id", "item"),
)

papers = sa.Table(
    "papers",
    metadata,
    row_id(),
    of("group_id"),
    text("kind"),
    of("meeting_id", nullable=True),
    of("member_id", nullable=True, gone="SET NULL"),
    text("key_id"),
    sealed("text"),
)

agreements = sa.Table(
    "agreements",
    metadata,
    row_id(),
    of("group_id", index=False),
    text("key_id"),
    whole("version"),
    sa.Column("standing", Choice(Standing), nullable=False),
    sealed("content"),
    instant("made"),
    sa.UniqueConstraint("group_id", "version"),
)

subscriptions = sa.Table(
    "subscriptions",
    metadata,
    row_id(),
    of("group_id"),
    of("member_id", index=False),
    instant("made"),
    sa.UniqueConstraint("member_id"),
)
