"""How many different people a round needs is kept as it was told when it opened."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("polls", sa.Column("floor", sa.Integer(), nullable=False, server_default="0"))
