"""Who works on the database where several may; and channels sorted by their bytes wherever they are sorted."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    leases = op.create_table(
        "leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_leases"),
    )
    op.bulk_insert(leases, [{"name": "run", "token": 0, "holder": "", "until": datetime(2026, 1, 1, tzinfo=UTC)}])
    if op.get_context().dialect.name == "postgresql":
        # Topics are found as what lies between a slash and what follows it, and other languages sort otherwise.
        op.alter_column("groups", "channel", type_=sa.String(collation="C"))
