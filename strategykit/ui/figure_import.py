"""Figures out of a spreadsheet: first what would be kept and what not, then one button."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from strategykit.actions.baseline import Standing, import_figures, plan_of, read_figures
from strategykit.domain.figure_import import ImportedFigures, ParsedFigure
from strategykit.domain.figure_template import template_file
from strategykit.domain.goals import Direction
from strategykit.domain.import_plan import ImportPlan, unjudged
from strategykit.domain.numbers import with_unit
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe

KEY = "import"
READ = "import:read"
BETTER = {Direction.DOWN: "Lavere tal er bedre", Direction.UP: "Højere tal er bedre"}
MOST_SHOWN = 50


def draw_import(visit: Visit, standing: Standing) -> None:
    """The file, what it holds, and the button that keeps it."""
    html_text(
        "Filen kan være Excel (.xlsx) eller CSV og skal have kolonnerne Indikator, Periode, Værdi "
        "og Kilde. Enhed er frivillig. Intet gemmes, før I har set, hvad filen holder."
    )
    st.download_button(
        "Hent et regneark at udfylde", template_file(standing.series), "egne-tal.csv",
        "text/csv", on_click="ignore",
    )  # fmt: skip
    source = st.text_input("Kilde til de rækker, der ikke selv nævner en", key=f"{KEY}:source")
    file = st.file_uploader("Fil med tal", type=["csv", "txt", "xlsx"], key=f"{KEY}:file")
    just_kept = f"{KEY}:said" in st.session_state
    show_said(KEY)
    if file is not None and (imported := _read(file, source.strip())):
        plan = plan_of(visit.db, visit.process_id, imported)
        if not just_kept:
            html_list(_told(plan))
        _draw_plan(visit, standing, imported, plan)


def _read(file: Any, source: str) -> ImportedFigures | None:
    """Read once for each file and source, not at every touch of the page."""
    opened = (file.file_id, source)
    kept = st.session_state.get(READ)
    if kept and kept[0] == opened:
        return kept[1]  # type: ignore[no-any-return]
    try:
        imported = read_figures(file.getvalue(), source)
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
        return None
    st.session_state[READ] = (opened, imported)
    return imported


def _draw_plan(
    visit: Visit, standing: Standing, imported: ImportedFigures, plan: ImportPlan
) -> None:
    if plan.notice:
        st.warning(plan.notice)
    if plan.new:
        better = _ask_direction(plan, standing)
        st.button(
            f"Gem {len(plan.new)} tal", type="primary", key=f"{KEY}:keep", on_click=_keep,
            args=(visit, imported, better),
        )  # fmt: skip
        _draw_kept(plan.new)
    if plan.refused:
        shown = [[str(row.line), _sentence(row.reason)] for row in plan.refused[:MOST_SHOWN]]
        html_table(
            _caption("Rækker, der ikke kan bruges", plan.refused), ["Linje", "Hvorfor"], shown
        )


def _told(plan: ImportPlan) -> list[str]:
    if plan.known and not plan.new:
        said = [f"Alle {len(plan.known)} tal i filen står her allerede. Intet gemmes to gange."]
    else:
        said = [f"{len(plan.new)} tal kan gemmes."]
        said += [f"{len(plan.known)} tal står her allerede."] if plan.known else []
    count = "1 række" if len(plan.refused) == 1 else f"{len(plan.refused)} rækker"
    return said + ([f"{count} kan ikke bruges."] if plan.refused else [])


def _ask_direction(plan: ImportPlan, standing: Standing) -> Direction:
    if not unjudged(plan, standing.figures, standing.catalogue):
        return Direction.DOWN  # every name says it already
    return st.radio(
        "For tal, I ikke har haft før", list(BETTER), format_func=BETTER.__getitem__,
        key=f"{KEY}:better", horizontal=True,
    )  # fmt: skip


def _draw_kept(figures: Sequence[ParsedFigure]) -> None:
    rows = [
        [str(f.line), f.name, f.period, with_unit(f.value, f.unit), f.source]
        for f in figures[:MOST_SHOWN]
    ]
    header = ["Linje", "Indikator", "Periode", "Værdi", "Kilde"]
    html_table(_caption("Tal, der kan gemmes", figures), header, rows)


def _caption(title: str, found: Sequence[object]) -> str:
    return f"{title} (de første {MOST_SHOWN} af {len(found)})" if len(found) > MOST_SHOWN else title


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def _keep(visit: Visit, imported: ImportedFigures, better: Direction) -> None:
    try:
        count = import_figures(visit.db, visit.who, visit.process_id, imported, better)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    if count:  # a second tap finds nothing new and must not hide what the first one said
        told(KEY, "success", f"{count} tal er gemt.")
