"""Programmes of every shape: editions kept as they were, sub-groups, and groups that go on season after season."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "editions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_editions"),
    )
    op.create_table(
        "subgroups",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_subgroups_group_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_subgroups"),
    )
    op.create_index("ix_subgroups_group_id", "subgroups", ["group_id"])
    op.create_index(
        "uq_subgroups_channel_of_one",
        "subgroups",
        ["platform", "channel"],
        unique=True,
        sqlite_where=sa.text("channel != ''"),
        postgresql_where=sa.text("channel != ''"),
    )
    op.add_column("groups", sa.Column("edition", sa.String(), nullable=False, server_default=""))
    op.add_column("groups", sa.Column("season_meetings", sa.Integer(), nullable=False, server_default="0"))
    # Without a foreign key: SQLite would make the table anew for one, and what hangs on it would go with the old one.
    op.add_column("members", sa.Column("subgroup_id", sa.String(), nullable=True))
