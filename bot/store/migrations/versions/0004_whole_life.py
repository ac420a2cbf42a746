"""The whole life of a group: what it puts to itself, agrees on and keeps, its rhythm, and its end."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _columns()
    _polls_of_several_kinds()
    _tables()


def _columns() -> None:
    # Defaults for the rows that are there; from then on each row says it.
    op.add_column("persons", sa.Column("zone", sa.String(), nullable=False, server_default=""))
    op.add_column("members", sa.Column("rota", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("batches", sa.Column("kind", sa.String(), nullable=False, server_default="feedback"))
    for column in (
        sa.Column("posts", sa.Integer(), nullable=False, server_default="5"),
        sa.Column("off", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("pretask_days", sa.Integer(), nullable=False, server_default="5"),
        sa.Column("reminder_days", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("soon_minutes", sa.Integer(), nullable=False, server_default="60"),
        sa.Column("preparation", sa.String(), nullable=False, server_default=""),
        sa.Column("anyone_proposes", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("names_shown", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("newcomers", sa.String(), nullable=False, server_default="open"),
        sa.Column("rest_from", sa.Date(), nullable=True),
        sa.Column("rest_to", sa.Date(), nullable=True),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kept_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("before_id", sa.String(), nullable=False, server_default=""),
        sa.Column("departures", sa.Integer(), nullable=False, server_default="0"),
    ):
        op.add_column("groups", column)


def _polls_of_several_kinds() -> None:
    """A meeting may have the questions of the season's end beside its own feedback."""
    anew = op.get_bind().dialect.name == "sqlite"
    if anew:  # the table is made anew, and what hangs on it would go with the old one
        op.execute("CREATE TEMPORARY TABLE kept_ballots AS SELECT * FROM ballots")
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="feedback"))
        polls.drop_constraint("uq_polls_meeting_id", type_="unique")
        polls.create_unique_constraint("uq_polls_meeting_id_kind", ["meeting_id", "kind"])
    if anew:
        op.execute("DELETE FROM ballots")
        op.execute("INSERT INTO ballots SELECT * FROM kept_ballots")
        op.execute("DROP TABLE kept_ballots")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _of(
    name: str, table: str, of: str, *, nullable: bool = False, gone: str = "CASCADE"
) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    key = sa.ForeignKeyConstraint([name], [f"{of}.id"], name=f"fk_{table}_{name}", ondelete=gone)
    return sa.Column(name, sa.String(), nullable=nullable), key


def _tables() -> None:
    op.create_table(
        "facilitators",
        _text("id"),
        *_of("group_id", "facilitators", "groups"),
        *_of("person_id", "facilitators", "persons"),
        _text("name"),
        sa.Column("reasons", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_facilitators"),
        sa.UniqueConstraint("group_id", "person_id", name="uq_facilitators_group_id_person_id"),
    )
    op.create_index("ix_facilitators_person_id", "facilitators", ["person_id"])
    op.create_table(
        "outcomes",
        _text("id"),
        *_of("group_id", "outcomes", "groups"),
        *_of("meeting_id", "outcomes", "meetings"),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outcomes"),
        sa.UniqueConstraint("meeting_id", name="uq_outcomes_meeting_id"),
    )
    op.create_index("ix_outcomes_group_id", "outcomes", ["group_id"])
    op.create_table(
        "questions",
        _text("id"),
        *_of("group_id", "questions", "groups"),
        _text("kind"),
        *_of("meeting_id", "questions", "meetings", nullable=True),
        *_of("person_id", "questions", "persons", nullable=True, gone="SET NULL"),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    for column in ("group_id", "meeting_id", "person_id"):
        op.create_index(f"ix_questions_{column}", "questions", [column])
    op.create_table(
        "votes",
        _text("id"),
        *_of("group_id", "votes", "groups"),
        *_of("question_id", "votes", "questions"),
        *_of("member_id", "votes", "members"),
        _text("item"),
        _text("value"),
        sa.PrimaryKeyConstraint("id", name="pk_votes"),
        sa.UniqueConstraint("question_id", "member_id", "item", name="uq_votes_question_id_member_id_item"),
    )
    for column in ("group_id", "member_id"):
        op.create_index(f"ix_votes_{column}", "votes", [column])
    op.create_table(
        "papers",
        _text("id"),
        *_of("group_id", "papers", "groups"),
        _text("kind"),
        *_of("meeting_id", "papers", "meetings", nullable=True),
        *_of("member_id", "papers", "members", nullable=True, gone="SET NULL"),
        _text("key_id"),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
    )
    for column in ("group_id", "meeting_id", "member_id"):
        op.create_index(f"ix_papers_{column}", "papers", [column])
    op.create_table(
        "agreements",
        _text("id"),
        *_of("group_id", "agreements", "groups"),
        _text("key_id"),
        sa.Column("version", sa.Integer(), nullable=False),
        _text("standing"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
        sa.UniqueConstraint("group_id", "version", name="uq_agreements_group_id_version"),
    )
    op.create_table(
        "subscriptions",
        _text("id"),
        *_of("group_id", "subscriptions", "groups"),
        *_of("member_id", "subscriptions", "members"),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("member_id", name="uq_subscriptions_member_id"),
    )
    op.create_index("ix_subscriptions_group_id", "subscriptions", ["group_id"])
