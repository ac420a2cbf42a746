"""Groups, their people and their meetings."""

import sqlalchemy as sa

from bot.core.model import Floor, How, Life, Newcomers, Seen
from bot.store.tables.columns import (
    TEXT,
    Choice,
    Local,
    Strings,
    flag,
    instant,
    metadata,
    of,
    row_id,
    sealed,
    text,
    whole,
)

persons = sa.Table(
    "persons",
    metadata,
    row_id(),
    text("platform"),
    text("handle"),
    text("name"),
    text("language"),
    sa.Column("zone", TEXT, nullable=False, server_default=""),
    sa.Column("chosen_language", TEXT, nullable=False, server_default=""),
    sa.UniqueConstraint("platform", "handle"),
)

groups = sa.Table(
    "groups",
    metadata,
    row_id(),
    text("key_id"),
    text("name"),
    text("platform"),
    text("channel"),
    text("programme"),
    text("language"),
    text("zone"),
    whole("every_count"),
    text("every_unit"),
    whole("minutes"),
    sa.Column("themes", Strings, nullable=False),
    sa.Column("floor", Choice(Floor), nullable=False),
    sa.Column("life", Choice(Life), nullable=False),
    instant("begun"),
    flag("absences_at_once"),
    whole("quiet_from"),
    whole("quiet_to"),
    whole("season"),
    sa.Column("unreachable", TEXT),
    sa.Column("events", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("threads", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("mention", TEXT, nullable=False, server_default=""),
    sa.Column("posts", sa.Integer, nullable=False, server_default="5"),
    sa.Column("off", Strings, nullable=False, server_default="[]"),
    sa.Column("pretask_days", sa.Integer, nullable=False, server_default="5"),
    sa.Column("reminder_days", sa.Integer, nullable=False, server_default="1"),
    sa.Column("soon_minutes", sa.Integer, nullable=False, server_default="60"),
    sa.Column("preparation", TEXT, nullable=False, server_default=""),
    sa.Column("anyone_proposes", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("names_shown", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("newcomers", Choice(Newcomers), nullable=False, server_default=Newcomers.OPEN),
    sa.Column("rest_from", sa.Date),
    sa.Column("rest_to", sa.Date),
    instant("ended", nullable=True),
    instant("kept_until", nullable=True),
    sa.Column("before_id", TEXT, nullable=False, server_default=""),
    sa.Column("departures", sa.Integer, nullable=False, server_default="0"),
    sa.Column("edition", TEXT, nullable=False, server_default=""),
    sa.Column("season_meetings", sa.Integer, nullable=False, server_default="0"),
    instant("resting", nullable=True),
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

subgroups = sa.Table(
    "subgroups",
    metadata,
    row_id(),
    of("group_id"),
    text("platform"),
    text("name"),
    text("title"),
    text("channel"),
)
# A channel is one sub-group's at a time.
sa.Index(
    "uq_subgroups_channel_of_one",
    subgroups.c.platform,
    subgroups.c.channel,
    unique=True,
    sqlite_where=sa.text("channel != ''"),
    postgresql_where=sa.text("channel != ''"),
)

editions = sa.Table("editions", metadata, row_id(), sa.Column("content", sa.LargeBinary, nullable=False))

members = sa.Table(
    "members",
    metadata,
    row_id(),
    of("group_id", index=False),
    of("person_id"),
    text("key_id"),
    text("name"),
    instant("joined"),
    sa.Column("rota", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("subgroup_id", TEXT),
    sa.UniqueConstraint("group_id", "person_id"),
)

conveners = sa.Table(
    "conveners",
    metadata,
    row_id(),
    of("group_id", index=False),
    of("person_id"),
    sa.UniqueConstraint("group_id", "person_id"),
)

facilitators = sa.Table(
    "facilitators",
    metadata,
    row_id(),
    of("group_id", index=False),
    of("person_id"),
    text("name"),
    flag("reasons"),
    sa.UniqueConstraint("group_id", "person_id"),
)

meetings = sa.Table(
    "meetings",
    metadata,
    row_id(),
    of("group_id"),
    sa.Column("starts", Local, nullable=False),
    whole("minutes"),
    text("place"),
    text("link"),
    instant("time_set"),
    whole("version"),
    whole("revision"),
    flag("cancelled"),
    of("lead_id", nullable=True, gone="SET NULL"),
    instant("done", nullable=True),
)

comings = sa.Table(
    "comings",
    metadata,
    row_id(),
    of("group_id"),
    of("meeting_id", index=False),
    of("member_id"),
    text("key_id"),
    sa.Column("how", Choice(How), nullable=False),
    sealed("reason"),
    sa.Column("seen", Choice(Seen), nullable=False),
    whole("changes"),
    instant("told"),
    sa.UniqueConstraint("meeting_id", "member_id"),
)

notes = sa.Table(
    "notes",
    metadata,
    row_id(),
    of("group_id"),
    of("meeting_id"),
    of("member_id"),
    text("key_id"),
    sealed("text"),
)


outcomes = sa.Table(
    "outcomes",
    metadata,
    row_id(),
    of("group_id"),
    of("meeting_id", index=False),
    flag("held"),
    sa.Column("present", sa.Integer),
    sa.UniqueConstraint("meeting_id"),
)
