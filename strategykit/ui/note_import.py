"""Notes out of a file: which column is what, what would come in and what not, then one button."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.note_import import (
    ImportedFile,
    import_notes,
    imported_files,
    plan_of,
    read_note_file,
    read_on,
    take_back,
)
from strategykit.domain.boards import Spot, counted
from strategykit.domain.figure_import import RefusedRow
from strategykit.domain.note_import import NoteFile, NotePlan, NoteReading, ReadNote
from strategykit.errors import StrategyError
from strategykit.ui.boards import Board, act
from strategykit.ui.forms import show_said
from strategykit.ui.note_reading import ask_reading
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe

MOST_SHOWN = 50
_INTRO = (
    "Filen kan komme fra Miro, Mentimeter, GroupMap eller et regneark og være Excel (.xlsx) eller "
    "CSV. Hver række bliver en seddel. Intet gemmes, før I har set, hvad der kommer med."
)


def draw_note_import(board: Board) -> None:
    """The file, how it is read, what it holds, and what was brought in before."""
    html_text(_INTRO)
    key = _key(board)
    nonce = st.session_state.setdefault(f"{key}:nonce", new_id())
    given = st.file_uploader(
        "Fil med sedler", type=["csv", "txt", "tsv", "xlsx"], key=f"{key}:file:{nonce}"
    )
    show_said(key)
    if given is not None and (file := _read(board, given)):
        _draw_file(board, file, nonce)
    _draw_before(board)


def _key(board: Board) -> str:
    return f"{board.key}:import"


def _read(board: Board, given: Any) -> NoteFile | None:
    """Read once for each file, not at every touch of the page."""
    kept = st.session_state.get(f"{_key(board)}:read")
    if kept and kept[0] == given.file_id:
        return kept[1]  # type: ignore[no-any-return]
    try:
        file = read_note_file(given.getvalue(), given.name)
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
        return None
    st.session_state[f"{_key(board)}:read"] = (given.file_id, file)
    return file


def _draw_file(board: Board, file: NoteFile, nonce: str) -> None:
    if file.notice:
        st.warning(file.notice)
    reading = ask_reading(board, file, f"{_key(board)}:{nonce}")
    try:
        plan = plan_of(board.visit.db, _spot(board), file, reading)
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
        return
    html_list(_told(plan))
    if plan.new:
        label = f"Hent {counted(len(plan.new), 'seddel', 'sedler')} ind"
        st.button(
            label, type="primary", key=f"{_key(board)}:keep", on_click=_keep,
            args=(board, file, reading, nonce),
        )  # fmt: skip
        _draw_new(plan.new, reading)
    _draw_refused(plan.refused)


def _spot(board: Board) -> Spot:
    return Spot(board.visit.process_id, board.plan.key, board.plan.fields[0].key)


def _told(plan: NotePlan) -> list[str]:
    said = [f"{counted(len(plan.new), 'seddel', 'sedler')} kan hentes ind."]
    if dots := sum(note.dots for note in plan.new):
        said.append(f"De har {counted(dots, 'prik', 'prikker')} med.")
    if plan.before:
        said.append(
            f"Den samme fil er hentet ind {read_on(plan.before)}. Det, der står på tavlen fra den, "
            "hentes ikke igen."
        )
    if plan.refused:
        said.append(f"{counted(len(plan.refused), 'række', 'rækker')} kan ikke bruges.")
    return said


def _draw_new(new: Sequence[ReadNote], reading: NoteReading) -> None:
    rows = [
        [str(n.line), reading.places[n.place], n.text, n.origin or "Uden navn", str(n.dots or "")]
        for n in new[:MOST_SHOWN]
    ]
    header = ["Linje", "Felt", "Seddel", "Gruppe", "Prikker"]
    html_table(_caption("Sedler, der kan hentes ind", new), header, rows)


def _draw_refused(refused: Sequence[RefusedRow]) -> None:
    if refused:
        rows = [[str(r.line), f"{r.reason[:1].upper()}{r.reason[1:]}."] for r in refused]
        html_table(
            _caption("Rækker, der ikke kan bruges", refused), ["Linje", "Hvorfor"],
            rows[:MOST_SHOWN],
        )  # fmt: skip


def _caption(title: str, found: Sequence[object]) -> str:
    return f"{title} (de første {MOST_SHOWN} af {len(found)})" if len(found) > MOST_SHOWN else title


def _keep(board: Board, file: NoteFile, reading: NoteReading, nonce: str) -> None:
    visit = board.visit
    call = partial(import_notes, visit.db, visit.who, _spot(board), file, reading, nonce)
    if act(board, "import", call):
        st.session_state[f"{_key(board)}:nonce"] = new_id()
        st.session_state.pop(f"{_key(board)}:read", None)


def _draw_before(board: Board) -> None:
    found = {f.file.id: f for f in imported_files(board.visit.db, board.visit.process_id,
                                                  board.plan.key)}  # fmt: skip
    if not found:
        return
    st.subheader("Filer, der er hentet ind", anchor=False)
    chosen = st.selectbox(
        "Fil", list(found), format_func=lambda i: _file_name(found[i]), key=f"{_key(board)}:before"
    )
    if chosen in found:
        with st.popover("Tag filens sedler af tavlen"):
            html_text(_loss(found[chosen]))
            st.button(
                "Tag dem af tavlen nu", key=f"{_key(board)}:back:{chosen}", on_click=_take_back,
                args=(board, found[chosen]),
            )  # fmt: skip


def _file_name(found: ImportedFile) -> str:
    left = counted(found.notes, "seddel", "sedler")
    return f"{found.file.name}, {read_on(found.file)} ({left} på tavlen)"


def _loss(found: ImportedFile) -> str:
    told = f"{counted(found.notes, 'seddel', 'sedler')} slettes med deres prikker."
    if found.touched:
        told += f" {found.touched} af dem er rettet eller samlet i en gruppe, siden de kom ind."
    return f"{told} Det kan fortrydes, indtil I ændrer noget andet på tavlen."


def _take_back(board: Board, found: ImportedFile) -> None:
    act(board, "import", partial(take_back, board.visit.db, board.visit.who, found.file))
