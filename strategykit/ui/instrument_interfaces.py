"""Interfaces between actors: the matrix, what stands in the way, and those that are worked on."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.charts.bars import bar_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.actors import Actor
from strategykit.domain.boards import counted
from strategykit.domain.chart_data import Bar
from strategykit.domain.instrument_matrix import (
    NOT_LOOKED_AT,
    Matrix,
    actors_of,
    barrier_counts,
    between,
    chosen_interfaces,
    lacks_internal,
    matrix_of,
)
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instruments import InstrumentPlan
from strategykit.ui.charts import draw_chart
from strategykit.ui.instrument_forms import draw_rows
from strategykit.ui.instrument_rows import RowForm
from strategykit.ui.instrument_tables import draw_listed
from strategykit.ui.links import link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_text

_ONE, _MANY = "samarbejdsflade", "samarbejdsflader"
_CLASS = {"fungerer": "sv-well", "skal styrkes": "sv-weak", "mangler": "sv-lacking"}


def draw_interfaces(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """What the rows say together, each of them, and the form."""
    actors = entries(visit.db, visit.process_id, Actor)
    if rows:
        st.html(_matrix_html(matrix_of(rows)))
        html_list(_said(rows, actors))
        _draw_barriers(rows)
        draw_listed(visit, plan, rows)
    if not actors:
        html_text("Skriv først aktørerne ind, så kan I vælge mellem dem.")
        link_to(visit, "aktoerer")
    draw_rows(_form(visit, plan, rows, actors), rows, "Tilføj samarbejdsflade", between)


def _form(
    visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow], actors: Sequence[Actor]
) -> RowForm:
    """The actors are picked by name; one that is gone from the list keeps its place in its row."""
    names = [*(actor.name for actor in actors), *(n for row in rows for n in actors_of(row))]
    known = {name: name for name in names if name}
    choices = {"one": known, "other": known} if actors else {}
    return RowForm(visit, plan, names=choices, form_columns=2)


def _matrix_html(matrix: Matrix) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in matrix.actors)
    body = "".join(_line(matrix, name) for name in matrix.actors)
    caption = "Sådan går samarbejdet mellem aktørerne"
    return (
        f'<div class="sv-scroll" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="sv-table sv-matrix"><caption>{caption}</caption>'
        f'<thead><tr><th scope="col">Aktør</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _line(matrix: Matrix, one: str) -> str:
    cells = "".join(_cell(matrix, one, other) for other in matrix.actors)
    return f'<tr><th scope="row">{escape(one)}</th>{cells}</tr>'


def _cell(matrix: Matrix, one: str, other: str) -> str:
    states = matrix.states_of(one, other)
    if one == other and not states:
        return "<td>–</td>"
    if not states:
        return f'<td class="sv-unseen">{NOT_LOOKED_AT}</td>'
    return f'<td class="{_CLASS.get(states[0], "")}">{escape(" og ".join(states))}</td>'


def _said(rows: Sequence[InstrumentRow], actors: Sequence[Actor]) -> list[str]:
    chosen = chosen_interfaces(rows)
    said = [f"I arbejder med {_faces(len(chosen))}."]
    said += [f"{between(row)}: {row.value('note') or row.value('state')}" for row in chosen]
    if lacks_internal(rows, actors):
        said.append("Ingen af dem er mellem to interne aktører. Begynd gerne med én, kommunen selv "
                    "bestemmer over.")  # fmt: skip
    return said


def _draw_barriers(rows: Sequence[InstrumentRow]) -> None:
    counts = barrier_counts(rows)
    if not any(count for _, count in counts):
        return
    st.subheader("Barrierer", anchor=False)
    draw_chart(_bars(counts))


@lru_cache(maxsize=64)
def _bars(counts: tuple[tuple[str, int], ...]) -> Spec:
    bars = [Bar(name, count, _faces(count)) for name, count in counts]
    return spec_of(bar_chart(bars))


def _faces(count: int) -> str:
    return (
        counted(count, "samarbejdsflade", "samarbejdsflader") if count else "ingen samarbejdsflader"
    )
