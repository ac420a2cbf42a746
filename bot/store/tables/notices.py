"""The outbox."""

from typing import Any

import sqlalchemy as sa

from bot.core.model import State
from bot.store.tables.columns import Choice, Strings, instant, metadata, of, row_id, text, whole

notices = sa.Table(
    "notices",
    metadata,
    row_id(),
    text("key", unique=True),
    text("kind"),
    of("group_id"),
    of("meeting_id", nullable=True),
    of("person_id", nullable=True),
    instant("due"),
    instant("expires"),
    whole("rank"),
    text("ref"),
    sa.Column("state", Choice(State), nullable=False),
    whole("attempts"),
    instant("not_before", nullable=True),
    whole("parts"),
    sa.Column("posts", Strings, nullable=False),
    text("why"),
)


def _outbox_index(name: str, *columns: sa.Column[Any], where: str) -> None:
    condition = sa.text(where)
    sa.Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


# Only rows that are still on their way are in these, in the order they are claimed: what is due costs the same
# whether a thousand are waiting or a million, and settled ones weigh nothing.
_outbox_index("ix_notices_waiting", notices.c.due, notices.c.rank, notices.c.id, where="state = 'waiting'")
_outbox_index("ix_notices_sending", notices.c.due, notices.c.rank, notices.c.id, where="state = 'sending'")
