"""The boards of the SWOT page: one at a time, with one tool at a time."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from strategykit.domain.boards import AT_VISION
from strategykit.domain.template import BoardPlan
from strategykit.ui.boards import Board, draw_ask, draw_board, draw_undo, draw_writing, open_board
from strategykit.ui.dots import draw_dots
from strategykit.ui.grouping import draw_grouping
from strategykit.ui.note_import import draw_note_import
from strategykit.ui.notes import draw_notes
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text

SEE = "Se tavlen"
TOOLS = {
    "Skriv sedler": draw_writing,
    "Saml i grupper": draw_grouping,
    "Giv prikker": draw_dots,
    "Ret eller skjul": draw_notes,
    "Hent fra en fil": draw_note_import,
}


def draw_swot(visit: Visit) -> None:
    """Every board of the template but those that stand with the vision."""
    plans = [plan for plan in visit.template.boards if plan.key not in AT_VISION]
    if not plans:
        html_text("Skabelonen har ingen tavler til denne side.", cls="sv-empty")
        return
    row = choice_row("swot")
    with row:
        plan = plans[0] if len(plans) == 1 else _chosen(plans)
    draw_worked_board(visit, plan, row)


def choice_row(page: str) -> DeltaGenerator:
    """One line for what is looked at and what is done with it, so that the wall begins high up."""
    return st.container(horizontal=True, gap="large", key=f"{page}:choices")


def draw_worked_board(visit: Visit, plan: BoardPlan, row: DeltaGenerator) -> None:
    """A board with its question and the tool chosen in `row`; an empty one begins with writing."""
    board = open_board(visit, plan)
    with row:
        tool = _tool(board)
    draw_ask(board)
    if tool == SEE:
        with st.container(key="sv-look"):  # the look leaves the screen to the wall
            draw_board(board)
        draw_undo(board)
        return
    TOOLS[tool](board)
    draw_undo(board)
    draw_board(board)


def _chosen(plans: list[BoardPlan]) -> BoardPlan:
    titles = {plan.key: plan.title for plan in plans}
    chosen = st.segmented_control(
        "Tavle", list(titles), format_func=titles.__getitem__, default=plans[0].key,
        required=True, key="swot:board", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    return next(plan for plan in plans if plan.key == chosen)


def _tool(board: Board) -> str:
    first = SEE if board.content.notes else "Skriv sedler"
    key = f"{board.key}:tool"
    st.session_state.setdefault(key, first)
    return str(
        st.segmented_control(
            "Værktøj",
            [SEE, *TOOLS],
            required=True,
            key=key,
            label_visibility="collapsed",
            persist_state="session",
        )
    )
