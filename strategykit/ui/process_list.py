"""All processes, open and archived, and the way from one to another."""

from collections.abc import Sequence

import streamlit as st

from strategykit.actions.materials import template_of
from strategykit.actions.meetings import municipality_name
from strategykit.domain.clock import in_denmark
from strategykit.domain.numbers import danish_date
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.ui.addresses import PROCESS
from strategykit.ui.text import html_table

SAID = "front"
VIEW, OVERVIEW = "front:view", "Overblik"
_PICK = "front:pick"


def draw_list(_db: Database, known: Sequence[Process], here: Process | None = None) -> None:
    """One table, and one picker to open another."""
    st.header("Alle forløb", anchor=False)
    header = ("Titel", "Kommune", "Fase", "Oprettet", "Stand")
    html_table("Forløb, det nyeste øverst", header, [_row(p, here) for p in known])
    others = {p.name: p for p in known if here is None or p.id != here.id}
    if not others:
        return
    chosen = st.selectbox(
        "Et andet forløb", list(others), format_func=lambda name: _called(others[name]), key=_PICK
    )
    st.button("Åbn forløbet", on_click=open_by_name, args=(chosen,))


def open_by_name(name: str) -> None:
    """From now on the pages of this session work on that process."""
    for key in [k for k in st.session_state if isinstance(k, str) and not k.startswith("front")]:
        del st.session_state[key]
    st.session_state[PROCESS] = name
    st.session_state[VIEW] = OVERVIEW
    st.query_params[PROCESS] = name


def _row(process: Process, here: Process | None) -> tuple[str, ...]:
    created = process.created_at
    return (
        process.title,
        municipality_name(process),
        template_of(process).phase(process.phase).title,
        danish_date(in_denmark(created).date()) if created else "",
        _state(process, here),
    )


def _state(process: Process, here: Process | None) -> str:
    state = "arkiveret" if process.archived else "i gang"
    return f"{state}, åbent her" if here is not None and process.id == here.id else state


def _called(process: Process) -> str:
    kept = " (arkiveret)" if process.archived else ""
    return f"{process.title}, {municipality_name(process)}{kept}"
