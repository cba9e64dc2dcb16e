"""Rooms, steps and votes; notes and dots in an order that tells nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Rooms, steps and votes."""
    op.create_table(
        "ballots",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("voter", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("second", sa.Integer(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name=op.f("fk_ballots_process_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballots_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballots_step_id"), ["step_id"], unique=False)

    op.create_table(
        "goal_tables",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Text(), nullable=False),
        sa.Column("person_ids", sa.Text(), nullable=False),
        sa.Column("writer_id", sa.Text(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("presented", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_goal_tables_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_tables")),
    )
    with op.batch_alter_table("goal_tables", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_tables_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_tables_step_id"), ["step_id"], unique=False)

    op.create_table(
        "keys_given",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_keys_given_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("step_id", "round", "person_id", name=op.f("pk_keys_given")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("keys_given", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_keys_given_process_id"), ["process_id"], unique=False)

    op.create_table(
        "minorities",
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("person_ids", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_minorities_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minorities")),
    )
    with op.batch_alter_table("minorities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minorities_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minorities_process_id"), ["process_id"], unique=False)

    op.create_table(
        "owned",
        sa.Column("thing_id", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name=op.f("fk_owned_process_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("thing_id", name=op.f("pk_owned")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("owned", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_owned_key_hash"), ["key_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_owned_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_owned_step_id"), ["step_id"], unique=False)

    op.create_table(
        "ready",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name=op.f("fk_ready_process_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("step_id", "round", "person_id", name=op.f("pk_ready")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("ready", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ready_process_id"), ["process_id"], unique=False)

    op.create_table(
        "rooms",
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("item_began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("blanked", sa.Boolean(), nullable=False),
        sa.Column("spread_shown", sa.Boolean(), nullable=False),
        sa.Column("code_shown", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name=op.f("fk_rooms_process_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooms")),
    )
    with op.batch_alter_table("rooms", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rooms_code"), ["code"], unique=False)
        batch_op.create_index(batch_op.f("ix_rooms_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rooms_process_id"), ["process_id"], unique=False)

    op.create_table(
        "seats",
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("votes", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name=op.f("fk_seats_process_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_seats_meeting_id")),
    )
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seats_process_id"), ["process_id"], unique=False)

    op.create_table(
        "step_keys",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_step_keys_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("step_id", "key_hash", name=op.f("pk_step_keys")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("step_keys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_keys_process_id"), ["process_id"], unique=False)

    op.create_table(
        "step_results",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.Column("tallies", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_step_results_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_results")),
    )
    with op.batch_alter_table("step_results", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_step_results_process_id"), ["process_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_step_results_step_id"), ["step_id"], unique=False)

    op.create_table(
        "step_secrets",
        sa.Column("step_id", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
            name=op.f("fk_step_secrets_process_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("step_id", name=op.f("pk_step_secrets")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("step_secrets", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_step_secrets_process_id"), ["process_id"], unique=False
        )

    op.create_table(
        "steps",
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("preset", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("notes_to_self", sa.Text(), nullable=False),
        sa.Column("subjects", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("writers", sa.Text(), nullable=False),
        sa.Column("voters", sa.Text(), nullable=False),
        sa.Column("groupers", sa.Text(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("on_phones", sa.Boolean(), nullable=False),
        sa.Column("budget", sa.Integer(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        sa.Column("own_allowed", sa.Boolean(), nullable=False),
        sa.Column("stays_open", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("revealed", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("process_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["processes.id"], name=op.f("fk_steps_process_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
    )
    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_steps_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_steps_process_id"), ["process_id"], unique=False)

    with op.batch_alter_table(
        "dots", recreate="always", table_kwargs={"sqlite_with_rowid": False}
    ) as batch_op:
        batch_op.add_column(sa.Column("step_id", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_dots_step_id"), ["step_id"], unique=False)

    with op.batch_alter_table(
        "notes", recreate="always", table_kwargs={"sqlite_with_rowid": False}
    ) as batch_op:
        batch_op.add_column(sa.Column("step_id", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("author_id", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.create_index(batch_op.f("ix_notes_step_id"), ["step_id"], unique=False)
