"""Dots, counted where they lie."""

from sqlalchemy import func, select

from strategykit.domain.boards import Dot
from strategykit.storage.store import Store, table_of


def dot_counts(store: Store, process_id: str) -> dict[str, int]:
    """The number of dots on each note, group or area that has any."""
    table = table_of(Dot)
    query = (
        select(table.c.subject_id, func.count())
        .where(table.c.process_id == process_id)
        .group_by(table.c.subject_id)
    )
    return {subject: count for subject, count in store.session.execute(query)}
