"""What a group may wish of a platform that has more than messages: events, threads, a role to mention."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A default for the groups that are there; from then on each row says it.
    op.add_column("groups", sa.Column("events", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("groups", sa.Column("threads", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("groups", sa.Column("mention", sa.String(), nullable=False, server_default=""))
