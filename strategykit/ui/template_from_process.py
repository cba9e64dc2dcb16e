"""A process as a template for the next one: what stays, what is removed, and a draft of it."""

from functools import lru_cache

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.materials import revision_of
from strategykit.actions.process_templates import Extract, template_from
from strategykit.actions.processes import list_processes
from strategykit.actions.template_drafts import begin_draft
from strategykit.domain.process import Process
from strategykit.errors import StrategyError
from strategykit.storage.database import Database
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import shown_errors
from strategykit.ui.template_compare import draw_differences
from strategykit.ui.template_desk import KEY, SAID, Desk, go_to
from strategykit.ui.template_library import WRITING
from strategykit.ui.text import html_list, html_text

_KEY = f"{KEY}:from"


def draw_from_process(desk: Desk) -> None:
    """One process, a name, and what the template would hold."""
    html_text(
        "Et forløb, der gik godt, kan blive til en skabelon for det næste. Drejebogen følger med, "
        "som den blev til: minutter, rækkefølge, former og øvelser. Indhold og navne gør ikke."
    )
    show_said(_KEY)
    known = {process.id: process for process in list_processes(desk.db)}
    if not known:
        html_text("Der er ingen forløb endnu.", cls="sv-empty")
        return
    left, right, last = st.columns(3)
    with left:
        chosen = st.selectbox("Forløb", list(known), format_func=lambda i: known[i].title,
                              key=f"{_KEY}:process")  # fmt: skip
    with right:
        name = st.text_input("Navn på den nye skabelon", key=f"{_KEY}:name").strip()
    with last:
        author = st.text_input("Forfatter", key=f"{_KEY}:author").strip()
    if not name:
        html_text("Giv skabelonen et navn uden kommunens, så kan I se, hvad der kommer med.",
                  cls="sv-hint")  # fmt: skip
        return
    with shown_errors():
        process = known[chosen]
        _draw_made(desk, process, name, author)


@lru_cache(maxsize=4)
def _made(
    db: Database,
    process_id: str,
    name: str,
    author: str,
    revision: int,  # noqa: ARG001
) -> Extract:
    return template_from(db, process_id, name, author)


def _draw_made(desk: Desk, process: Process, name: str, author: str) -> None:
    made = _made(desk.db, process.id, name, author, revision_of(desk.db, process.id))
    gone, stays = st.columns(2, gap="large")
    with gone:
        st.subheader("Det bliver fjernet", anchor=False)
        html_list(made.removed)
    with stays:
        st.subheader("Det bliver stående", anchor=False)
        html_list(made.stays)
    _draw_notes(made)
    nonce = st.session_state.setdefault(f"{_KEY}:nonce", new_id())
    st.button("Lav skabelonen som kladde", type="primary", on_click=_keep,
              args=(desk, made, name, nonce))  # fmt: skip
    st.subheader("Forskelle fra den skabelon, forløbet begyndte med", anchor=False)
    draw_differences(made.differences, "den gamle", "den nye")


def _draw_notes(made: Extract) -> None:
    if made.as_before:
        st.warning("I disse møder kunne drejebogen ikke blive til en skabelon, som den er. "
                   "De er, som de var i den gamle skabelon:")  # fmt: skip
        html_list(made.as_before)
    if made.mentions:
        st.warning("Skabelonen nævner selv kommunen, udvalget eller en person. Det stod der i "
                   "forvejen. Ret det i kladden, hvis det ikke skal følge med:")  # fmt: skip
        html_list(made.mentions)


def _keep(desk: Desk, made: Extract, name: str, nonce: str) -> None:
    try:
        draft = begin_draft(desk.db, desk.who, nonce, name, made.text, "et forløb, der er holdt")
    except StrategyError as error:
        told(_KEY, "error", str(error))
        return
    st.session_state[f"{_KEY}:nonce"] = new_id()
    told(SAID, "success", f"Skabelonen '{draft.name}' er lavet som kladde. Se den igennem.")
    go_to(WRITING, draft.id)
