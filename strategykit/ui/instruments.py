"""The page of a template's instruments."""

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.domain.instrument_columns import columns_of
from strategykit.domain.instrument_rows import InstrumentRow, as_typed_again, rows_of
from strategykit.domain.instruments import InstrumentPlan
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, html_text


def draw_instruments(visit: Visit) -> None:
    """The chosen instrument of those that the template names."""
    plans = {plan.key: plan for plan in visit.template.instruments}
    if not plans:
        html_text("Skabelonen har ingen redskaber.", cls="sv-empty")
        return
    chosen = st.selectbox("Redskab", list(plans), format_func=lambda key: plans[key].title)
    _draw_rows(visit, plans[chosen])


def _draw_rows(visit: Visit, plan: InstrumentPlan) -> None:
    rows = rows_of(plan, entries(visit.db, visit.process_id, InstrumentRow))
    columns = columns_of(plan)
    shown = [[as_typed_again(c, row.value(c.key)) for c in columns] for row in rows]
    html_table(plan.title, [column.title for column in columns], shown)
