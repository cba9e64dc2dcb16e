"""Groups, candidates, judgements, decisions and the chosen areas unfolded: one part at a time."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from strategykit.actions.areas import decide
from strategykit.actions.registers import entries
from strategykit.charts.matrix import matrix_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.area_charts import AREA_AXES, area_points
from strategykit.domain.areas import Area, Choice
from strategykit.domain.wording import capital
from strategykit.ui.candidates import draw_candidates, ranked
from strategykit.ui.charts import draw_chart
from strategykit.ui.forms import Form, edit_form
from strategykit.ui.page import Visit
from strategykit.ui.register import picker
from strategykit.ui.target_groups import draw_groups
from strategykit.ui.text import html_table, html_text
from strategykit.ui.unfolding import draw_unfolding
from strategykit.ui.wording import worded

NOTHING_YET = "Skriv forslag, før I vurderer og vælger."
UNJUDGED = "–"


def draw_areas(visit: Visit) -> None:
    """The chosen part of the page."""
    parts: Mapping[str, Callable[[Visit], None]] = {
        capital(visit.template.terms.grupper): draw_groups,
        "Forslag": draw_candidates,
        "Værdi og indsats": _draw_judging,
        "Valg": _draw_deciding,
        "Udfoldning": draw_unfolding,
    }
    first = "Udfoldning" if _any_pursued(visit) else next(iter(parts))
    key = "areas:part"
    st.session_state.setdefault(key, first)
    chosen = st.segmented_control(
        "Del",
        list(parts),
        required=True,
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )
    parts[str(chosen)](visit)


def _any_pursued(visit: Visit) -> bool:
    areas = entries(visit.db, visit.process_id, Area)
    return any(area.choice is Choice.PURSUED for area in areas)


def _draw_judging(visit: Visit) -> None:
    areas = ranked(visit)
    if not areas:
        html_text(NOTHING_YET, cls="sv-empty")
        return
    html_text(
        worded(visit, "Hvor meget er det værd for {strategien}, og hvor meget skal der til?"),
        cls="sv-question",
    )
    drawing, words = st.columns([3, 2], gap="large")
    with drawing:
        _draw_matrix(areas)
    with words:
        _draw_judgements(areas)
        chosen = picker("Vurder forslag", areas, "areas:judge")
        if chosen:
            edit_form(_form(visit, "judge", ("value", "effort")), chosen, "Gem vurdering")


def _draw_matrix(areas: Sequence[Area]) -> None:
    if not area_points(areas):
        html_text("Diagrammet kommer, når det første forslag er vurderet.", cls="sv-empty")
        return
    draw_chart(_matrix(tuple(areas)))
    html_text(
        "Fyldt mærke: forfølges eller ikke afgjort. Tom ring: træder i baggrunden.", cls="sv-note"
    )


@lru_cache(maxsize=64)
def _matrix(areas: tuple[Area, ...]) -> Spec:
    return spec_of(matrix_chart(area_points(areas), AREA_AXES))


def _draw_judgements(areas: Sequence[Area]) -> None:
    rows = [[a.name, _judged(a.value), _judged(a.effort)] for a in areas]
    html_table("Vurdering fra 1 (lidt) til 10 (meget)", ["Forslag", "Værdi", "Indsats"], rows)


def _judged(number: int | None) -> str:
    return UNJUDGED if number is None else str(number)


def _draw_deciding(visit: Visit) -> None:
    areas = ranked(visit)
    if not areas:
        html_text(NOTHING_YET, cls="sv-empty")
        return
    html_text("Hvad forfølger I, og hvad træder i baggrunden?", cls="sv-question")
    html_table(
        "Udvalgets valg",
        ["Forslag", "Beslutning", "Begrundelse"],
        [[a.name, capital(a.choice), a.reason or UNJUDGED] for a in areas],
    )
    left = [a.name for a in areas if not a.decided]
    if left:
        html_text(f"Mangler beslutning med begrundelse: {'; '.join(left)}.", cls="sv-lack")
    chosen = picker("Beslut om forslaget", areas, "areas:decide")
    if chosen:
        edit_form(_form(visit, "decide", ("choice", "reason")), chosen, "Gem beslutning")


def _form(visit: Visit, key: str, only: tuple[str, ...]) -> Form[Area]:
    if key == "decide":
        return Form(visit, Area, f"areas:{key}:form", only=only, change=decide)
    return Form(visit, Area, f"areas:{key}:form", only=only, columns=2)
