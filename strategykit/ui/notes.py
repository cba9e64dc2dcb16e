"""One note: rewriting it, moving it, hiding it with a reason, removing it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from strategykit.actions.boards import change_note, hide_note, remove_note, show_note
from strategykit.actions.registers import entries
from strategykit.domain.areas import Area
from strategykit.domain.boards import Barrier, Note, counted
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.people import Who
from strategykit.domain.wording import capital
from strategykit.storage.database import Database
from strategykit.ui.boards import Board, act, remember
from strategykit.ui.forms import Form, edit_form, show_said
from strategykit.ui.text import html_text, plain


def draw_notes(board: Board) -> None:
    """The chosen note, and those that are off the wall."""
    names = board.names()
    shown = {n.id: n for n in board.content.shown}
    if shown:
        chosen = st.selectbox(
            "Seddel at ændre", ["", *shown], format_func=lambda i: names.get(i, "Vælg en seddel"),
            key=f"{board.key}:note:chosen",
        )  # fmt: skip
        show_said(f"{board.key}:note")
        if chosen in shown:
            _draw_note(board, shown[chosen])
    else:
        html_text("Der er ingen sedler at ændre endnu.", cls="sv-empty")
    _draw_hidden(board, [n for n in board.content.notes if n.hidden])


def _draw_note(board: Board, note: Note) -> None:
    edit_form(_form(board), note)
    with st.container(horizontal=True, key=f"{board.key}:note:away"):
        with st.popover("Skjul sedlen"):
            key = f"{board.key}:hide:{note.id}"
            html_text("Sedlen tages af tavlen og kommer ikke med i udkastet. Den slettes ikke.")
            st.text_input("Hvorfor skjules den", key=f"{key}:reason")
            st.button("Skjul nu", key=f"{key}:go", on_click=_hide, args=(board, note, key))
        with st.popover("Slet sedlen"):
            st.html(f"<p>{plain(note.text)}</p><p>{_loss(board, note)}</p>")
            st.button(
                "Slet nu", key=f"{board.key}:remove:{note.id}", on_click=_remove, args=(board, note)
            )


def _form(board: Board) -> Form[Any]:
    cards = entries(board.visit.db, board.visit.process_id, EvidenceCard)
    only = ["text"]
    if board.by_barrier:
        only.append("barrier")
    elif len(board.fields) > 1:
        only.append("field")
    if cards:
        only.append("evidence_ids")
    choices: dict[str, Mapping[str, str]] = {
        "board_fields": board.fields,
        "barriers": {b.value: capital(b.value) for b in Barrier},
        "evidence_cards": {c.id: f"{c.claim} ({c.source})" for c in cards},
    }
    return Form(
        board.visit, Note, f"{board.key}:edit", choices=choices, only=tuple(only),
        change=partial(_change, board),
    )  # fmt: skip


def _change(board: Board, db: Database, who: Who, seen: Note, changed: Note) -> Any:
    done = change_note(db, who, seen, changed)
    remember(board, done)
    return done.after[0]


def _draw_hidden(board: Board, hidden: list[Note]) -> None:
    if not hidden:
        return
    with st.expander(counted(len(hidden), "skjult seddel", "skjulte sedler")):
        by_id = {n.id: n for n in hidden}
        chosen = st.selectbox(
            "Skjult seddel", ["", *by_id],
            format_func=lambda i: by_id[i].text[:90] if i else "Vælg", key=f"{board.key}:hidden",
        )  # fmt: skip
        if chosen in by_id:
            html_text(f"Skjult, fordi: {by_id[chosen].hidden_reason}")
            st.button(
                "Vis sedlen igen", key=f"{board.key}:show:{chosen}", on_click=_show,
                args=(board, by_id[chosen]),
            )  # fmt: skip


def _hide(board: Board, note: Note, key: str) -> None:
    reason = st.session_state[f"{key}:reason"]
    act(board, "note", partial(hide_note, board.visit.db, board.visit.who, note, reason))


def _show(board: Board, note: Note) -> None:
    act(board, "note", partial(show_note, board.visit.db, board.visit.who, note))


def _remove(board: Board, note: Note) -> None:
    act(board, "note", partial(remove_note, board.visit.db, board.visit.who, note))


def _loss(board: Board, note: Note) -> str:
    visit = board.visit
    dots = board.content.dots.get(note.id, 0)
    grown = [a.name for a in entries(visit.db, visit.process_id, Area) if note.id in a.note_ids]
    told = [f"{counted(dots, 'prik', 'prikker')} slettes også."] if dots else []
    if grown:
        told.append(f"Henvisningen til den går tabt for: {plain('; '.join(grown))}.")
    return " ".join([*told, "Det kan fortrydes, indtil I ændrer noget andet på tavlen."])
