"""In which language each is spoken to, where they chose another than their app's."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("persons", sa.Column("chosen_language", sa.String(), nullable=False, server_default=""))
