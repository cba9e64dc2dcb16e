"""Forms for the rows of an instrument, made from its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field, make_dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, ClassVar

from strategykit.actions.instruments import fill_row
from strategykit.domain.entry import Entry, said
from strategykit.domain.instrument_columns import columns_of, limits_of
from strategykit.domain.instrument_rows import BETWEEN, InstrumentRow, as_typed_again
from strategykit.domain.instruments import ColumnKind, ColumnPlan, InstrumentPlan
from strategykit.domain.people import Who
from strategykit.errors import EditConflict
from strategykit.storage.database import Database
from strategykit.ui.forms import Form
from strategykit.ui.page import Visit
from strategykit.ui.wording import worded

Choices = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class FilledIn(Entry):
    """A row in the shape of a form: `c0` holds what stands in the first column, and so on."""

    noun: ClassVar[str] = "Rækken"
    columns: ClassVar[tuple[ColumnPlan, ...]] = ()

    @property
    def headline(self) -> str:
        """The first thing that stands in the row."""
        return next((text for text in self.typed.values() if text), self.noun)

    @property
    def typed(self) -> dict[str, str]:
        """Each column's text as a person would type it."""
        values = ((c.key, getattr(self, f"c{n}")) for n, c in enumerate(self.columns))
        return {key: _typed(value) for key, value in values}


@dataclass(frozen=True)
class RowForm:
    """What the rows about one item are typed in; `names` are the choices of text columns."""

    visit: Visit
    plan: InstrumentPlan
    item: str = ""
    names: Choices = field(default_factory=dict)
    form_columns: int = 1

    @property
    def key(self) -> str:
        """The form's name on its page."""
        return f"instrument:{self.visit.process_id}:{self.plan.key}:{self.item}"

    @property
    def columns(self) -> tuple[ColumnPlan, ...]:
        """What is asked for."""
        return columns_of(self.plan, self.item)

    def form(self, suffix: str) -> Form[FilledIn]:
        """The form that adds or changes a row."""
        return Form(
            self.visit, self._kind(), f"{self.key}:{suffix}", choices=self._choices(),
            columns=self.form_columns, keeps="session", add=partial(_add, self),
            change=partial(_change, self),
        )  # fmt: skip

    def as_form(self, row: InstrumentRow) -> FilledIn:
        """The row in the shape of the form."""
        values = {
            f"c{n}": _value(c, row.value(c.key), c.key in self.names)
            for n, c in enumerate(self.columns)
        }
        filled: FilledIn = self._kind()(
            id=row.id, process_id=row.process_id, version=row.version, position=row.position,
            **values,
        )  # fmt: skip
        return filled

    def as_row(self, filled: FilledIn) -> InstrumentRow:
        """The row that the form was opened with, without its words."""
        return InstrumentRow(
            id=filled.id, process_id=filled.process_id, version=filled.version,
            position=filled.position, instrument=self.plan.key, item=self.item,
        )  # fmt: skip

    def _kind(self) -> Any:
        labels = tuple(worded(self.visit, c.title) for c in self.columns)
        return _kind_of(self.plan, self.item, labels, tuple(self.names))

    def _choices(self) -> Choices:
        own = {
            c.key: {choice: worded(self.visit, choice) for choice in c.choices}
            for c in self.columns
            if c.choices
        }
        return {**own, **self.names}


def _add(asked: RowForm, db: Database, who: Who, entry: FilledIn) -> bool:
    row = InstrumentRow(
        id=entry.id, process_id=entry.process_id, version=0, instrument=asked.plan.key,
        item=asked.item,
    )  # fmt: skip
    fill_row(db, who, row, entry.typed)
    return True


def _change(asked: RowForm, db: Database, who: Who, seen: FilledIn, changed: FilledIn) -> FilledIn:
    try:
        return asked.as_form(fill_row(db, who, asked.as_row(seen), changed.typed))
    except EditConflict as conflict:
        theirs, mine = conflict.theirs, conflict.mine
        if isinstance(theirs, InstrumentRow) and isinstance(mine, InstrumentRow):
            raise EditConflict(asked.as_form(theirs), asked.as_form(mine)) from conflict
        raise


@lru_cache(maxsize=256)
def _kind_of(
    plan: InstrumentPlan, item: str, labels: tuple[str, ...], named: tuple[str, ...]
) -> type[FilledIn]:
    """The class whose fields are the columns: forms are drawn from such."""
    columns = columns_of(plan, item)
    parts = [
        (f"c{n}", *_part(column, label, limits_of(plan, item, column.key), column.key in named))
        for n, (column, label) in enumerate(zip(columns, labels, strict=True))
    ]
    return make_dataclass(
        "FilledIn", parts, bases=(FilledIn,), namespace={"columns": columns},
        frozen=True, kw_only=True,
    )  # fmt: skip


def _part(
    column: ColumnPlan,
    label: str,
    limits: tuple[int, int] | None,
    named: bool,  # noqa: FBT001
) -> tuple[Any, Any]:
    """The type of a column's field, and what its form says of it."""
    name = f"{label} ({limits[0]}-{limits[1]})" if limits else label
    if column.kind is ColumnKind.DAY:
        return date | None, _written(said(name, default=None))
    if column.kind is ColumnKind.CHOICES:
        return tuple[str, ...], _written(said(name, default=(), refs=column.key))
    if column.kind is ColumnKind.CHOICE or named:
        return str, _written(said(name, default="", refs=column.key))
    long = column.kind is ColumnKind.LONG
    hint = "For eksempel marts 2026." if column.kind is ColumnKind.MONTH else ""
    return str, _written(said(name, default="", long=long, hint=hint))


def _written(part: Any) -> Any:
    """Its label comes from a template, so no sign of it may be read as Markdown."""
    return field(default=part.default, metadata={**part.metadata, "written": True})


def _value(column: ColumnPlan, text: str, named: bool) -> Any:  # noqa: FBT001
    if column.kind is ColumnKind.DAY:
        return date.fromisoformat(text) if text else None
    if column.kind is ColumnKind.CHOICES:
        return tuple(part for part in text.split(BETWEEN) if part)
    return text if named else as_typed_again(column, text)


def _typed(value: Any) -> str:
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")
