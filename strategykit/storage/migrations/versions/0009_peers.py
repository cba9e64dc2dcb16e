"""The municipalities that a process is held up against."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """None is chosen yet."""
    column = sa.Column("peers", sa.Text(), server_default="[]", nullable=False)
    op.add_column("processes", column)
