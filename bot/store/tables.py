"""The tables: one for each row of bot.core.model, its columns named as the row's fields, and six of the store's own.

What may not stand twice is a unique key here, so that no race and no bug can make a double.
"""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from bot.core.model import Floor, How, Life, Seen, State

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(sa.TypeDecorator[dt.datetime]):
    """An aware instant: kept as UTC, given back as aware UTC; a naive one is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """To UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(dt.UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """SQLite keeps no zone, and it is UTC by the line above. There are several in every row, so in one step."""
        if dialect.name != "sqlite":
            return super().result_processor(dialect, coltype)
        return lambda text: None if text is None else dt.datetime.fromisoformat(f"{text}+00:00")

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """From other databases, whatever zone they name."""
        return None if value is None else value.astimezone(dt.UTC)


class Local(sa.TypeDecorator[dt.datetime]):
    """A naive local time, kept as it is; an aware one is refused."""

    impl = sa.DateTime(timezone=False)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Unchanged."""
        if value is not None and value.tzinfo is not None:
            raise ValueError("a local time has no time zone")
        return value


class Choice(sa.TypeDecorator[StrEnum]):
    """A StrEnum, kept as its string."""

    impl = sa.String
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Its string; one that is none of the choices is refused."""
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """The member."""
        return None if value is None else self.enum(value)


class Strings(sa.TypeDecorator[tuple[str, ...]]):
    """A tuple of strings, kept as a JSON array."""

    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> list[str] | None:  # noqa: ARG002
        """To a list."""
        return None if value is None else list(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """To a tuple."""
        return None if value is None else tuple(value)


def _text(name: str, **more: Any) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False, **more)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String, primary_key=True)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[dt.datetime]:
    return sa.Column(name, Instant, nullable=nullable)


def _of(name: str, *, nullable: bool = False, gone: str = "CASCADE", index: bool = True) -> sa.Column[str]:
    """A row that this one hangs on; `index=False` where a unique key already begins with it."""
    target = name.removesuffix("_id").replace("lead", "member") + "s.id"
    return sa.Column(name, sa.String, sa.ForeignKey(target, ondelete=gone), nullable=nullable, index=index)


def _sealed(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


persons = sa.Table(
    "persons",
    metadata,
    _id(),
    _text("platform"),
    _text("handle"),
    _text("name"),
    _text("language"),
    sa.UniqueConstraint("platform", "handle"),
)

groups = sa.Table(
    "groups",
    metadata,
    _id(),
    _text("key_id"),
    _text("name"),
    _text("platform"),
    _text("channel"),
    _text("programme"),
    _text("language"),
    _text("zone"),
    _whole("every_count"),
    _text("every_unit"),
    _whole("minutes"),
    sa.Column("themes", Strings, nullable=False),
    sa.Column("floor", Choice(Floor), nullable=False),
    sa.Column("life", Choice(Life), nullable=False),
    _instant("begun"),
    _flag("absences_at_once"),
    _whole("quiet_from"),
    _whole("quiet_to"),
    _whole("season"),
    sa.Column("unreachable", sa.String),
    sa.Column("events", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("threads", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("mention", sa.String, nullable=False, server_default=""),
    sa.Index("ix_groups_platform_channel", "platform", "channel"),
    sa.Index("ix_groups_life", "life"),
)
# A channel holds one group at a time, and as many ended ones as have been there.
sa.Index(
    "uq_groups_channel_of_one",
    groups.c.platform,
    groups.c.channel,
    unique=True,
    sqlite_where=sa.text("life != 'ended'"),
    postgresql_where=sa.text("life != 'ended'"),
)

members = sa.Table(
    "members",
    metadata,
    _id(),
    _of("group_id", index=False),
    _of("person_id"),
    _text("key_id"),
    _text("name"),
    _instant("joined"),
    sa.UniqueConstraint("group_id", "person_id"),
)

conveners = sa.Table(
    "conveners",
    metadata,
    _id(),
    _of("group_id", index=False),
    _of("person_id"),
    sa.UniqueConstraint("group_id", "person_id"),
)

meetings = sa.Table(
    "meetings",
    metadata,
    _id(),
    _of("group_id"),
    sa.Column("starts", Local, nullable=False),
    _whole("minutes"),
    _text("place"),
    _text("link"),
    _instant("time_set"),
    _whole("version"),
    _whole("revision"),
    _flag("cancelled"),
    _of("lead_id", nullable=True, gone="SET NULL"),
    _instant("done", nullable=True),
)

comings = sa.Table(
    "comings",
    metadata,
    _id(),
    _of("group_id"),
    _of("meeting_id", index=False),
    _of("member_id"),
    _text("key_id"),
    sa.Column("how", Choice(How), nullable=False),
    _sealed("reason"),
    sa.Column("seen", Choice(Seen), nullable=False),
    _whole("changes"),
    _instant("told"),
    sa.UniqueConstraint("meeting_id", "member_id"),
)

notes = sa.Table(
    "notes",
    metadata,
    _id(),
    _of("group_id"),
    _of("meeting_id"),
    _of("member_id"),
    _text("key_id"),
    _sealed("text"),
)

polls = sa.Table(
    "polls",
    metadata,
    _id(),
    _of("group_id"),
    _of("meeting_id", index=False),
    _text("key_id"),
    _flag("closed"),
    sa.UniqueConstraint("meeting_id"),
)

ballots = sa.Table(
    "ballots",
    metadata,
    _id(),
    _of("poll_id", index=False),
    _of("member_id"),
    _text("key_id"),
    _sealed("answers"),
    sa.UniqueConstraint("poll_id", "member_id"),
)

batches = sa.Table(
    "batches",
    metadata,
    _id(),
    _of("group_id"),
    _of("meeting_id"),
    _text("key_id"),
    _sealed("content"),
    _flag("published"),
)

drafts = sa.Table(
    "drafts",
    metadata,
    _id(),
    _text("key_id"),
    _text("form"),
    _text("about", index=True),
    _whole("step"),
    _sealed("values"),
    _instant("begun"),
)

channels = sa.Table(
    "channels",
    metadata,
    _id(),
    _text("platform"),
    _text("channel"),
    _text("adder"),
    _instant("greeted"),
    sa.UniqueConstraint("platform", "channel"),
)

openings = sa.Table(
    "openings",
    metadata,
    _id(),
    _text("platform"),
    _text("handle"),
    _text("data"),
    _instant("until"),
    sa.Index("ix_openings_platform_handle", "platform", "handle"),
    sa.Index("ix_openings_until", "until"),
)

notices = sa.Table(
    "notices",
    metadata,
    _id(),
    _text("key", unique=True),
    _text("kind"),
    _of("group_id"),
    _of("meeting_id", nullable=True),
    _of("person_id", nullable=True),
    _instant("due"),
    _instant("expires"),
    _whole("rank"),
    _text("ref"),
    sa.Column("state", Choice(State), nullable=False),
    _whole("attempts"),
    _instant("not_before", nullable=True),
    _whole("parts"),
    sa.Column("posts", Strings, nullable=False),
    _text("why"),
)


def _outbox_index(name: str, *columns: sa.Column[Any], where: str) -> None:
    condition = sa.text(where)
    sa.Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


# Only rows that are still on their way are in these, in the order they are claimed: what is due costs the same
# whether a thousand are waiting or a million, and settled ones weigh nothing.
_outbox_index("ix_notices_waiting", notices.c.due, notices.c.rank, notices.c.id, where="state = 'waiting'")
_outbox_index("ix_notices_sending", notices.c.due, notices.c.rank, notices.c.id, where="state = 'sending'")

keys = sa.Table("keys", metadata, _id(), _sealed("wrapped"))

seen = sa.Table(
    "seen",
    metadata,
    sa.Column("platform", sa.String, primary_key=True),
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("at", Instant, nullable=False, index=True),
)

shelf = sa.Table(
    "shelf",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    _text("address", index=True),
    _text("key_id"),
    _sealed("body"),
    sqlite_autoincrement=True,  # a number is never given twice, not even after everything above it was erased
)

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    _text("platform"),
    _text("key"),
    _text("key_id"),
    _sealed("body"),
    sa.UniqueConstraint("platform", "key"),
)

marks = sa.Table("marks", metadata, sa.Column("name", sa.String, primary_key=True), _text("value"))

SEALED: dict[sa.Table, str] = {
    comings: "reason",
    notes: "text",
    ballots: "answers",
    batches: "content",
    drafts: "values",
    shelf: "body",
    inbox: "body",
}
"""The column of each table that is sealed with the key its own `key_id` names."""
