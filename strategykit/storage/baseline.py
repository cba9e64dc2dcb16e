"""Numbering the baselines of a process."""

from sqlalchemy import func, select

from strategykit.domain.baseline import Baseline
from strategykit.storage.store import Store, table_of


def next_number(store: Store, process_id: str) -> int:
    """The number after the last; take it under a lock on the process."""
    table = table_of(Baseline)
    query = select(func.max(table.c.number)).where(table.c.process_id == process_id)
    return (store.session.execute(query).scalar() or 0) + 1
