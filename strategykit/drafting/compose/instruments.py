"""What was filled in in an instrument of the template."""

from collections.abc import Sequence

from strategykit.domain.instrument_columns import columns_of
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again, rows_of
from strategykit.domain.instruments import ColumnPlan, InstrumentPlan
from strategykit.domain.template import SectionPlan
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import refs

_PAGE = "redskaber"
_NONE = "–"


def instrument(leaf: Leaf) -> None:
    """The instrument that the section names."""
    plan = leaf.ground.template.instrument(_section(leaf).instrument)
    rows = rows_of(plan, leaf.ground.of(InstrumentRow)) if plan else ()
    if plan is None or not rows:
        leaf.nothing("Redskabet er ikke udfyldt.", _PAGE)
        return
    _table(leaf, plan, rows)


def _section(leaf: Leaf) -> SectionPlan:
    sections = leaf.ground.template.document.sections
    return next(section for section in sections if section.key == leaf.key)


def _table(leaf: Leaf, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """Every column that somebody has filled in."""
    columns = [c for c in columns_of(plan) if any(row.value(c.key) for row in rows)]
    title = leaf.ground.render(plan.title)
    leaf.table(
        "raekker", title, [column.title for column in columns],
        [[_shown(column, row) for column in columns] for row in rows],
        says=f"Hver række i {title}.", rests_on=refs(rows),
    )  # fmt: skip


def _shown(column: ColumnPlan, row: InstrumentRow) -> str:
    return as_typed_again(column, row.value(column.key)) or _NONE
