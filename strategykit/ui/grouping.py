"""Gathering notes under a heading without dragging: tick, name, done."""

from functools import partial

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.boards import dissolve_group, make_group, move_notes, rename_group
from strategykit.domain.boards import NoteGroup, Spot, counted
from strategykit.ui.boards import Board, act
from strategykit.ui.forms import show_said
from strategykit.ui.text import html_text, plain

PICK = "Sæt kryds ved sedlerne"


def draw_grouping(board: Board) -> None:
    """A new group, or one that is there."""
    field = _chosen_field(board)
    groups = {g.id: g for g in board.content.groups if not field or g.field == field}
    names = board.names()
    new, old = st.columns(2, gap="large")
    with new:
        _draw_new(board, field, names)
    with old:
        if groups:
            _draw_old(board, groups, names)
        else:
            html_text("Der er ingen grupper endnu.", cls="sv-empty")


def _chosen_field(board: Board) -> str:
    if len(board.fields) == 1:
        return ""
    return str(
        st.segmented_control(
            "Saml sedler i feltet", list(board.fields), format_func=board.fields.__getitem__,
            default=next(iter(board.fields)), required=True, key=f"{board.key}:group:field",
        )
    )  # fmt: skip


def _draw_new(board: Board, field: str, names: dict[str, str]) -> None:
    loose = [
        n.id
        for n in board.content.shown
        if not _grouped(board, n.group_id) and (not field or n.field == field)
    ]
    nonce = st.session_state.setdefault(f"{board.key}:group:nonce", new_id())
    with st.form(f"{board.key}:group:new", border=True):
        st.subheader("Ny gruppe", anchor=False)
        show_said(f"{board.key}:group")
        st.multiselect(
            "Sedler, der hører sammen", loose, format_func=names.__getitem__, placeholder=PICK,
            key=f"{board.key}:group:notes:{nonce}",
        )  # fmt: skip
        st.text_input("Gruppens overskrift", key=f"{board.key}:group:title:{nonce}")
        st.form_submit_button("Saml", type="primary", on_click=_make, args=(board, nonce))


def _draw_old(board: Board, groups: dict[str, NoteGroup], names: dict[str, str]) -> None:
    chosen = st.selectbox(
        "Gruppe at ændre", ["", *groups],
        format_func=lambda i: names.get(i, groups[i].title) if i else "Vælg en gruppe",
        key=f"{board.key}:group:chosen",
    )  # fmt: skip
    show_said(f"{board.key}:regroup")
    group = groups.get(chosen)
    if group is None:
        return
    members = [n.id for n in board.content.shown if n.group_id == group.id]
    others = [
        n.id for n in board.content.shown if n.field == group.field and n.group_id != group.id
    ]
    _draw_title(board, group)
    _draw_move(board, group, "Læg sedler i gruppen", others, names, into=group)
    _draw_move(board, group, "Tag sedler ud", members, names, into=None)
    with st.popover("Opløs gruppen"):
        st.html(f"<p>{plain(group.title)}</p><p>{_loss(board, group)}</p>")
        st.button(
            "Opløs nu", key=f"{board.key}:dissolve:{group.id}", on_click=_dissolve,
            args=(board, group),
        )  # fmt: skip


def _draw_title(board: Board, group: NoteGroup) -> None:
    key = f"{board.key}:rename:{group.id}:{group.version}"
    with st.form(key, border=False):
        st.text_input("Overskrift på gruppen", value=group.title, key=f"{key}:title")
        st.form_submit_button("Gem overskrift", on_click=_rename, args=(board, group, key))


def _draw_move(
    board: Board,
    group: NoteGroup,
    label: str,
    ids: list[str],
    names: dict[str, str],
    *,
    into: NoteGroup | None,
) -> None:
    if not ids:
        return
    nonce = st.session_state.setdefault(f"{board.key}:move:nonce", new_id())
    key = f"{board.key}:move:{group.id}:{bool(into)}:{nonce}"
    with st.form(key, border=False):
        st.multiselect(label, ids, format_func=names.__getitem__, placeholder=PICK, key=f"{key}:n")
        st.form_submit_button(
            "Læg i" if into else "Tag ud", key=f"{key}:go", on_click=_move, args=(board, key, into)
        )


def _make(board: Board, nonce: str) -> None:
    visit = board.visit
    ids = st.session_state[f"{board.key}:group:notes:{nonce}"]
    title = st.session_state[f"{board.key}:group:title:{nonce}"]
    spot = Spot(visit.process_id, board.plan.key)
    if act(board, "group", partial(make_group, visit.db, visit.who, spot, title, ids, nonce)):
        st.session_state[f"{board.key}:group:nonce"] = new_id()


def _rename(board: Board, group: NoteGroup, key: str) -> None:
    title = st.session_state[f"{key}:title"]
    act(board, "regroup", partial(rename_group, board.visit.db, board.visit.who, group, title))


def _move(board: Board, key: str, into: NoteGroup | None) -> None:
    visit, ids = board.visit, st.session_state[f"{key}:n"]
    call = partial(move_notes, visit.db, visit.who, visit.process_id, ids, into)
    if act(board, "regroup", call):
        st.session_state[f"{board.key}:move:nonce"] = new_id()


def _dissolve(board: Board, group: NoteGroup) -> None:
    act(board, "regroup", partial(dissolve_group, board.visit.db, board.visit.who, group))


def _grouped(board: Board, group_id: str) -> bool:
    return any(group.id == group_id for group in board.content.groups)


def _loss(board: Board, group: NoteGroup) -> str:
    dots = board.content.dots.get(group.id, 0)
    if not dots:
        return "Sedlerne står alene igen."
    given = counted(dots, "prik, der er givet", "prikker, der er givet")
    return f"Sedlerne står alene igen. De {given} til gruppen som helhed, går tabt."
