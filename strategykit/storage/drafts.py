"""The versions of a draft without their weight, and single rows by what they are for."""

from sqlalchemy import func, select

from strategykit.domain.drafts import (
    HOUSE_STYLE,
    DraftVersion,
    Rewrite,
    RewriteAct,
    Upload,
    VersionLine,
)
from strategykit.storage.store import Store, table_of


def version_lines(store: Store, process_id: str) -> tuple[VersionLine, ...]:
    """The newest first; the drafts themselves are large and stay where they are."""
    table = table_of(DraftVersion)
    columns = (table.c.id, table.c.number, table.c.saved_at, table.c.editor_id, table.c.note)
    query = select(*columns).where(table.c.process_id == process_id)
    rows = store.session.execute(query.order_by(table.c.number.desc()))
    return tuple(VersionLine(*row) for row in rows)


def next_number(store: Store, process_id: str) -> int:
    """The number after the last; take it under a lock on the process."""
    table = table_of(DraftVersion)
    query = select(func.max(table.c.number)).where(table.c.process_id == process_id)
    return (store.session.execute(query).scalar() or 0) + 1


def newest(store: Store, process_id: str) -> DraftVersion | None:
    """The version that was kept last."""
    lines = version_lines(store, process_id)
    return store.get(DraftVersion, lines[0].id) if lines else None


def rewrite_of(store: Store, process_id: str, block: str) -> Rewrite | None:
    """What was written by hand in the place of a block, if anything was."""
    found = store.all(Rewrite, process_id, block=block, part="", act=RewriteAct.REPLACE)
    return next(iter(found), None)


def house_style(store: Store, process_id: str) -> Upload | None:
    """The municipality's own Word file, if there is one."""
    found = [upload for upload in store.all(Upload, process_id) if upload.kind == HOUSE_STYLE]
    return found[-1] if found else None
