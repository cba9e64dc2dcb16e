"""The committee's indstilling is what it says at its own stage of the way."""

import uuid
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_OLD = sa.table(
    "recommendations",
    *(sa.column(name) for name in ("process_id", "position", "text")),
    sa.column("given_on", sa.Date()),
)
_TEXTS = ("id", "process_id", "body", "name", "version_id", "recommendation", "outcome", "decision",
          "minority", "overruled")  # fmt: skip
_STAGES = sa.table(
    "stages",
    *(sa.column(name, sa.Text()) for name in _TEXTS),
    *(sa.column(name, sa.Integer()) for name in ("version", "position", "round")),
    sa.column("day", sa.Date()),
)
_CHAIN = (
    ("udvalget", "Udvalget"),
    ("fagudvalg", "Fagudvalget"),
    ("høring", "Høring"),
    ("økonomiudvalget", "Økonomiudvalget"),
    ("kommunalbestyrelsen", "Kommunalbestyrelsen"),
)


def upgrade() -> None:
    """The words of the newest one move; a way that was begun gets them at the committee's stage."""
    connection = op.get_bind()
    newest = {
        row.process_id: row
        for row in connection.execute(sa.select(_OLD).order_by(_OLD.c.position)).all()
    }
    begun = set(connection.execute(sa.select(_STAGES.c.process_id)).scalars())
    for process_id, row in newest.items():
        if process_id in begun:
            _fill(connection, row)
        else:
            connection.execute(sa.insert(_STAGES), _way(row))
    op.drop_table("recommendations")


def _fill(connection: sa.Connection, row: Any) -> None:
    mine = (_STAGES.c.process_id == row.process_id) & (_STAGES.c.body == '"udvalget"')
    without = mine & (_STAGES.c.recommendation == "")
    connection.execute(sa.update(_STAGES).where(without).values(recommendation=row.text))


def _way(row: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": uuid.uuid4().hex, "process_id": row.process_id, "version": 1, "position": place,
            "round": 1, "body": f'"{body}"', "name": name, "version_id": "", "decision": "",
            "minority": "", "overruled": "", "recommendation": row.text if place == 1 else "",
            "outcome": '"indstillet"' if place == 1 and row.given_on else '"afventer"',
            "day": row.given_on if place == 1 else None,
        }
        for place, (body, name) in enumerate(_CHAIN, start=1)
    ]  # fmt: skip
