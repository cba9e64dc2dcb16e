"""The templates of the library, and those that are being written."""

from dataclasses import asdict, fields
from typing import Any, TypeVar

from sqlalchemy import delete, insert, select, update

from strategykit.domain.library import LibraryTemplate, TemplateDraft
from strategykit.storage.store import Store
from strategykit.storage.tables.library import LibraryTemplateRow, TemplateDraftRow

Thing = TypeVar("Thing", LibraryTemplate, TemplateDraft)


def keep(store: Store, made: LibraryTemplate) -> None:
    """The row of a new template."""
    store.session.execute(insert(LibraryTemplateRow).values(**asdict(made)))


def all_templates(store: Store) -> tuple[LibraryTemplate, ...]:
    """Every template of the library by key, the one added last first."""
    query = select(LibraryTemplateRow).order_by(
        LibraryTemplateRow.key, LibraryTemplateRow.added_at.desc(), LibraryTemplateRow.id
    )
    return tuple(_as(LibraryTemplate, row) for row in store.session.scalars(query))


def find(store: Store, template_id: str) -> LibraryTemplate | None:
    """The template with that id, or None."""
    row = store.session.get(LibraryTemplateRow, template_id)
    return None if row is None else _as(LibraryTemplate, row)


def remove(store: Store, template_id: str) -> bool:
    """Whether it was there until now."""
    query = delete(LibraryTemplateRow).where(LibraryTemplateRow.id == template_id)
    return _changed(store, query) == 1


def keep_draft(store: Store, made: TemplateDraft) -> None:
    """The row of a new draft."""
    store.session.execute(insert(TemplateDraftRow).values(**asdict(made)))


def save_draft(store: Store, seen: TemplateDraft, changed: TemplateDraft) -> bool:
    """Whether it was still what had been seen, and now is the changed one."""
    same = (TemplateDraftRow.id == seen.id, TemplateDraftRow.version == seen.version)
    return _changed(store, update(TemplateDraftRow).where(*same).values(**asdict(changed))) == 1


def all_drafts(store: Store) -> tuple[TemplateDraft, ...]:
    """Every draft, the one changed last first."""
    query = select(TemplateDraftRow).order_by(
        TemplateDraftRow.changed_at.desc(), TemplateDraftRow.id
    )
    return tuple(_as(TemplateDraft, row) for row in store.session.scalars(query))


def find_draft(store: Store, draft_id: str) -> TemplateDraft | None:
    """The draft with that id, or None."""
    row = store.session.get(TemplateDraftRow, draft_id, populate_existing=True)
    return None if row is None else _as(TemplateDraft, row)


def remove_draft(store: Store, draft_id: str) -> bool:
    """Whether it was there until now."""
    return _changed(store, delete(TemplateDraftRow).where(TemplateDraftRow.id == draft_id)) == 1


def _as(kind: type[Thing], row: LibraryTemplateRow | TemplateDraftRow) -> Thing:
    return kind(**{part.name: getattr(row, part.name) for part in fields(kind)})


def _changed(store: Store, query: Any) -> int:
    done: Any = store.session.execute(query)
    return int(done.rowcount)
