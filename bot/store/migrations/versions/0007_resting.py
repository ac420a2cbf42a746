"""Since when a group rests, so that one that nobody wakes is over one day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("resting", sa.DateTime(timezone=True), nullable=True))
