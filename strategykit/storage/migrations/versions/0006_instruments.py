"""Instruments of a template."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Instruments of a template."""
    op.create_table(
        "instrument_rows",
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_instrument_rows_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument_rows")),
    )
    with op.batch_alter_table("instrument_rows", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_instrument_rows_instrument"), ["instrument"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_instrument_rows_process_id"), ["process_id"], unique=False
        )
