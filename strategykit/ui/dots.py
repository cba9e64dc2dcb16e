"""Typing in the dots that were counted in the room."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.dots import MOST_DOTS, give_dots, members_of, room_dots
from strategykit.domain.boards import Done, counted, marks, read_dots
from strategykit.errors import StrategyError
from strategykit.ui.boards import Board, act, remember
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text


def draw_dots(board: Board) -> None:
    """One note at a time, or the whole list at once."""
    names = board.names()
    if not names:
        html_text("Skriv sedler, før I giver prikker.", cls="sv-empty")
        return
    html_text(_given(board))
    one, all_of_them = st.columns(2, gap="large")
    with one:
        draw_one(board.visit, f"{board.key}:dot", names, partial(remember, board))
    with all_of_them:
        _draw_list(board)


def draw_one(
    visit: Visit, key: str, names: Mapping[str, str], done: Callable[[Done], None]
) -> None:
    """The dots of one thing; `names` are by id, and `done` is told what was changed."""
    show_said(key)
    chosen = st.selectbox(
        "Giv prikker til", ["", *names], format_func=lambda i: names.get(i, "Vælg"),
        key=f"{key}:subject",
    )  # fmt: skip
    if chosen not in names:
        return
    there = room_dots(visit.db, visit.process_id, chosen)
    number = f"{key}:{chosen}:{there}"
    with st.form(number, border=False):
        st.number_input("Prikker talt i rummet", 0, MOST_DOTS, there, key=f"{number}:number")
        st.form_submit_button(
            "Gem prikker", type="primary", on_click=_give, args=(visit, key, chosen, number, done)
        )


def _draw_list(board: Board) -> None:
    nonce = st.session_state.setdefault(f"{board.key}:dots:nonce", new_id())
    with st.form(f"{board.key}:dots", border=False):
        show_said(f"{board.key}:dots")
        st.text_area(
            "Hele listen", key=f"{board.key}:dots:text:{nonce}", height=120,
            placeholder="1: 11\n2: 9\nA: 4",
            help="Skriv nummer eller bogstav, kolon og antal prikker, én på hver linje.",
        )  # fmt: skip
        st.form_submit_button("Gem hele listen", on_click=_give_all, args=(board, nonce))


def _give(
    visit: Visit, key: str, subject_id: str, number: str, done: Callable[[Done], None]
) -> None:
    count = st.session_state[f"{number}:number"] or 0
    try:
        done(give_dots(visit.db, visit.who, visit.process_id, {subject_id: count}))
    except StrategyError as error:
        told(key, "error", str(error))


def _give_all(board: Board, nonce: str) -> None:
    visit = board.visit
    text = st.session_state[f"{board.key}:dots:text:{nonce}"]

    def call() -> Done:
        shown = {i: mark for i, mark in marks(board.content).items() if i in board.names()}
        counts = read_dots(text, shown)
        return give_dots(visit.db, visit.who, visit.process_id, counts)

    if act(board, "dots", call):
        st.session_state[f"{board.key}:dots:nonce"] = new_id()


def _given(board: Board) -> str:
    given = counted(board.content.given, "prik er givet", "prikker er givet")
    members = members_of(board.visit.db, board.visit.process_id)
    if not members or not board.plan.dots:
        return f"{given}."
    each, room = f"{members} medlemmer med {board.plan.dots} hver", members * board.plan.dots
    over = board.content.given - room
    care = f" Det er {over} for mange, så tæl efter." if over > 0 else ""
    return f"{given}. Udvalget har {room} ({each}).{care}"
