"""A chosen area unfolded: as it will be read, what it lacks, and the forms that fill it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from strategykit.actions.registers import entries
from strategykit.actions.statements import statement_of
from strategykit.domain.areas import Area, Choice, Measure, TargetGroup, area_lacks
from strategykit.domain.knowledge import EvidenceCard
from strategykit.ui.area_card import Unfolded, card_html
from strategykit.ui.candidates import ranked, roots, trace
from strategykit.ui.forms import Form, edit_form
from strategykit.ui.measures import draw_measures
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_text, markdown_safe, plain
from strategykit.ui.wording import worded

VISION = "vision"
TOOLS = ("Se området", "Beskriv", "Indsatser")
WORDS = (
    "why", "group_ids", "vision_link", "evidence_ids", "no_evidence", "cost", "economy",
    "responsible",
)  # fmt: skip


def draw_unfolding(visit: Visit) -> None:
    """One of the areas that the committee pursues."""
    areas = [area for area in ranked(visit) if area.choice is Choice.PURSUED]
    if not areas:
        html_text(
            "Ingen forslag forfølges endnu. Træf et valg, så kan området foldes ud.",
            cls="sv-empty",
        )
        return
    names = {area.id: area.name for area in areas}
    area_id = st.selectbox(
        markdown_safe(worded(visit, "{Omraade}")),
        list(names),
        format_func=names.__getitem__,
        key="unfold:area",
    )
    area = next((a for a in areas if a.id == area_id), areas[0])
    tool = st.segmented_control(
        "Værktøj", TOOLS, default=TOOLS[0], required=True, key="unfold:tool",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    if tool == TOOLS[1]:
        _draw_form(visit, area)
    elif tool == TOOLS[2]:
        draw_measures(visit, area)
    _draw_area(visit, area)


def _draw_area(visit: Visit, area: Area) -> None:
    measures = [m for m in entries(visit.db, visit.process_id, Measure) if m.area_id == area.id]
    lacks = area_lacks(area, measures, len(visit.template.principles))
    card, missing = st.columns([3, 1], gap="large")
    with card:
        st.html(card_html(_unfolded(visit, area, measures)))
    with missing:
        _draw_lacks(lacks)


def _draw_lacks(lacks: Sequence[str]) -> None:
    st.subheader("Det mangler", anchor=False)
    if lacks:
        html_list((f"{lack[:1].upper()}{lack[1:]}" for lack in lacks), cls="sv-list sv-lacks")
    else:
        html_text("Intet. Området er foldet ud.")


def _unfolded(visit: Visit, area: Area, measures: Sequence[Measure]) -> Unfolded:
    groups = _names(visit, TargetGroup)
    cards = {c.id: c for c in entries(visit.db, visit.process_id, EvidenceCard)}
    return Unfolded(
        area=area,
        groups=tuple(groups[i] for i in area.group_ids if i in groups),
        cards=tuple(cards[i] for i in area.evidence_ids if i in cards),
        measures=tuple(measures),
        principles=visit.template.principles,
        roots=tuple(trace(visit, roots(visit, area))),
    )


def _draw_form(visit: Visit, area: Area) -> None:
    vision = statement_of(visit.db, visit.process_id, VISION)
    if vision.text.strip():
        st.html(f'<p class="sv-vision"><strong>Visionen:</strong> {plain(vision.text)}</p>')
    cards = entries(visit.db, visit.process_id, EvidenceCard)
    choices: Mapping[str, Mapping[str, str]] = {
        "target_groups": _names(visit, TargetGroup),
        "evidence_cards": {c.id: f"{c.claim} ({c.source})" for c in cards},
    }
    form = Form(visit, Area, "unfold:form", choices=choices, only=WORDS, columns=2)
    edit_form(form, area, "Gem området")


def _names(visit: Visit, kind: type[TargetGroup]) -> dict[str, str]:
    return {thing.id: thing.name for thing in entries(visit.db, visit.process_id, kind)}
