"""How many different people a round needs is kept as it was told when it opened."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("polls", sa.Column("floor", sa.Integer(), nullable=False, server_default="0"))
