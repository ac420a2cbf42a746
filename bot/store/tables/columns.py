"""How columns are declared, and what is kept in them: instants, local times, choices, lists."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Writable(sa.TypeDecorator[str]):
    """Text as PostgreSQL takes it: without NUL and halves of surrogate pairs, for which it has no place."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Without them."""
        return value if value is None else value.replace("\0", "").encode("utf-8", "ignore").decode()


TEXT = sa.String().with_variant(Writable(), "postgresql")


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


def text(name: str, **more: Any) -> sa.Column[str]:
    """Text that is always there."""
    return sa.Column(name, TEXT, nullable=False, **more)


def row_id() -> sa.Column[str]:
    """The primary key, a random id."""
    return sa.Column("id", TEXT, primary_key=True)


def whole(name: str) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer, nullable=False)


def flag(name: str) -> sa.Column[bool]:
    """Yes or no."""
    return sa.Column(name, sa.Boolean, nullable=False)


def instant(name: str, *, nullable: bool = False) -> sa.Column[dt.datetime]:
    """An aware instant."""
    return sa.Column(name, Instant, nullable=nullable)


def of(name: str, *, nullable: bool = False, gone: str = "CASCADE", index: bool = True) -> sa.Column[str]:
    """A row that this one hangs on; `index=False` where a unique key already begins with it."""
    target = name.removesuffix("_id").replace("lead", "member") + "s.id"
    return sa.Column(name, TEXT, sa.ForeignKey(target, ondelete=gone), nullable=nullable, index=index)


def sealed(name: str) -> sa.Column[bytes]:
    """What only the key of its row opens."""
    return sa.Column(name, sa.LargeBinary, nullable=False)
