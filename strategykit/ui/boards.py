"""A board with the tools that the facilitator works on it with, one tool at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.boards import board_of, undo, write_notes
from strategykit.actions.registers import entries
from strategykit.domain.boards import (
    OBSTACLES,
    Barrier,
    BoardContent,
    Done,
    Note,
    Spot,
    marks,
)
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.note_import import NoteImport
from strategykit.domain.template import BoardPlan
from strategykit.domain.wording import capital
from strategykit.errors import StrategyError
from strategykit.storage.database import Database
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text, plain
from strategykit.ui.voices import draw_voices
from strategykit.ui.wall import LOOSE_FIELD, columns_of, wall_html
from strategykit.ui.wording import worded

LONGEST_NAME = 80


@dataclass(frozen=True)
class Board:
    """A board of the open process as it lies now."""

    visit: Visit
    plan: BoardPlan
    content: BoardContent

    @property
    def key(self) -> str:
        """The start of the keys of everything that belongs to the board."""
        return f"board:{self.plan.key}"

    @property
    def fields(self) -> Mapping[str, str]:
        """The titles of the fields by their keys."""
        return {field.key: field.title for field in self.plan.fields}

    @property
    def by_barrier(self) -> bool:
        """Whether the notes are sorted by kind of barrier."""
        return self.plan.key == OBSTACLES

    def names(self) -> dict[str, str]:
        """What each note and group of the wall is called in a list, in the order they came."""
        called, shown = marks(self.content), {n.id: n for n in self.content.shown}
        full = {n.group_id for n in self.content.shown}
        titles = {g.id: g.title for g in self.content.groups if g.id in full}
        return {
            i: f"{mark}. {_short(titles[i])}" if i in titles else self._note_name(mark, shown[i])
            for i, mark in called.items()
            if i in titles or i in shown
        }

    def _note_name(self, mark: str, note: Note) -> str:
        place = f" ({self.fields.get(note.field, LOOSE_FIELD)})" if len(self.fields) > 1 else ""
        return f"{mark}. {_short(note.text)}{place}"


def open_board(visit: Visit, plan: BoardPlan) -> Board:
    """The board, read anew only when the process has changed."""
    content = board_of(visit.db, visit.process_id, plan.key, visit.overview.revision)
    return Board(visit, plan, content)


def draw_board(board: Board) -> None:
    """The wall, with what those concerned have said beside it."""
    visit = board.visit
    with st.container(key="sv-beside"):
        wall, voices = st.columns([5, 1])
        with wall:
            st.html(_wall(visit.db, visit.process_id, board.plan, visit.overview.revision))
        with voices:
            draw_voices(visit)


@lru_cache(maxsize=16)
def _wall(db: Database, process_id: str, plan: BoardPlan, revision: int) -> str:
    content = board_of(db, process_id, plan.key, revision)
    sources = {card.id: card.source for card in entries(db, process_id, EvidenceCard)}
    sources |= {file.id: file.name for file in entries(db, process_id, NoteImport)}
    columns = columns_of(plan, content, by_barrier=plan.key == OBSTACLES)
    return wall_html(plan.title, columns, content, sources)


def draw_ask(board: Board) -> None:
    """The question that the board answers."""
    html_text(worded(board.visit, board.plan.ask), cls="sv-question")


def act(board: Board, suffix: str, call: Callable[[], Done]) -> bool:
    """Whether the act was done; it can be taken back until the next one."""
    try:
        done = call()
    except StrategyError as error:
        told(f"{board.key}:{suffix}", "error", str(error))
        return False
    remember(board, done)
    return True


def remember(board: Board, done: Done) -> None:
    """Keeps the last act of the board where "Fortryd" finds it."""
    if done.told:
        st.session_state[f"{board.key}:done"] = (board.visit.process_id, done)


def draw_undo(board: Board) -> None:
    """What was done last, and the way back from it."""
    show_said(f"{board.key}:undo")
    process_id, done = st.session_state.get(f"{board.key}:done", ("", Done("")))
    if process_id != board.visit.process_id or not done.told:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"{board.key}:last"):
        st.html(f'<p class="sv-done">{plain(done.told)}</p>', width="content")
        st.button("Fortryd", key=f"{board.key}:undo:button", on_click=_undo, args=(board, done))


def _undo(board: Board, done: Done) -> None:
    if st.session_state.pop(f"{board.key}:done", None) is None:
        return  # the second tap of a double tap
    try:
        undo(board.visit.db, board.visit.who, board.visit.process_id, done)
    except StrategyError as error:
        told(f"{board.key}:undo", "error", str(error))
    else:
        told(f"{board.key}:undo", "success", "Fortrudt.")


def draw_writing(board: Board) -> None:
    """Several notes at a time: one on each line."""
    nonce = st.session_state.setdefault(f"{board.key}:nonce", new_id())
    with st.form(f"{board.key}:write", border=True):
        show_said(f"{board.key}:write")
        if board.by_barrier:
            _choice("Slags", f"{board.key}:barrier", {b.value: capital(b.value) for b in Barrier})
        elif len(board.fields) > 1:
            _choice("Felt", f"{board.key}:field", board.fields)
        st.text_area(
            "Sedler, én på hver linje", key=f"{board.key}:text:{nonce}", height=120,
            help="Et linjeskift er en ny seddel.",
        )  # fmt: skip
        st.form_submit_button(
            "Sæt sedlerne op", type="primary", on_click=_write, args=(board, nonce)
        )


def _choice(label: str, key: str, names: Mapping[str, str]) -> None:
    st.segmented_control(
        label, list(names), format_func=names.__getitem__, default=next(iter(names)),
        required=True, key=key,
    )  # fmt: skip


def _write(board: Board, nonce: str) -> None:
    spot = Spot(
        board.visit.process_id,
        board.plan.key,
        st.session_state.get(f"{board.key}:field") or board.plan.fields[0].key,
        st.session_state.get(f"{board.key}:barrier") or "",
    )
    text = st.session_state[f"{board.key}:text:{nonce}"]
    call = partial(write_notes, board.visit.db, board.visit.who, spot, text, nonce)
    if act(board, "write", call):
        st.session_state[f"{board.key}:nonce"] = new_id()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_NAME else f"{words[:LONGEST_NAME].rstrip()} …"
