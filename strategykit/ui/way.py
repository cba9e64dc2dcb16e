"""The chain as the municipality does it: add, rename, move and take out stages."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.way import add_stage, change_stage, move_stage, remove_stage
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text

KEY = "approval:way"
FIRST = ""


def draw_way(visit: Visit, stages: Sequence[Stage], *, ended: bool) -> None:
    """What can be done to a stage that waits, and the form for one more."""
    show_said(KEY)
    if ended:
        html_text("Behandlingen er slut, så leddene står, som de står.", cls="sv-hint")
        return
    change, add = st.columns(2, gap="large")
    with change:
        st.subheader("Ret et led", anchor=False)
        _draw_changing(visit, [s for s in stages if s.outcome is Outcome.WAITING])
    with add:
        st.subheader("Tilføj et led", anchor=False)
        _draw_adding(visit, stages)


def _draw_changing(visit: Visit, waiting: Sequence[Stage]) -> None:
    if not waiting:
        html_text("Alle led har truffet deres beslutning og står, som de står.", cls="sv-empty")
        return
    by_id = {stage.id: stage for stage in waiting}
    chosen = st.selectbox("Led", list(by_id), format_func=lambda i: by_id[i].name,
                          key=f"{KEY}:which", persist_state="session")  # fmt: skip
    stage = by_id[chosen]
    st.text_input("Navn", stage.name, key=f"{KEY}:name:{stage.id}:{stage.version}")
    with st.container(horizontal=True):
        st.button("Gem navnet", type="primary", on_click=_rename, args=(visit, stage))
        st.button("Flyt op", on_click=_act, args=(visit, stage, -1),
                  disabled=stage.id == waiting[0].id)  # fmt: skip
        st.button("Flyt ned", on_click=_act, args=(visit, stage, 1),
                  disabled=stage.id == waiting[-1].id)  # fmt: skip
        st.button("Fjern leddet", on_click=_act, args=(visit, stage, 0))


def _draw_adding(visit: Visit, stages: Sequence[Stage]) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    places = {FIRST: "Først"} | {stage.id: f"Efter {stage.name}" for stage in stages}
    with st.form(f"{KEY}:{nonce}"):
        st.text_input("Hvad leddet hedder", key=f"{KEY}:{nonce}:name")
        st.selectbox("Slags", list(Body), format_func=lambda body: body.value.capitalize(),
                     index=list(Body).index(Body.STANDING), key=f"{KEY}:{nonce}:body")  # fmt: skip
        st.selectbox("Hvor i rækken", list(places), max(len(places) - 2, 0),
                     format_func=places.__getitem__, key=f"{KEY}:{nonce}:after")  # fmt: skip
        st.form_submit_button("Tilføj leddet", on_click=_add, args=(visit, stages, nonce))


def _rename(visit: Visit, stage: Stage) -> None:
    name = st.session_state[f"{KEY}:name:{stage.id}:{stage.version}"]
    try:
        change_stage(visit.db, visit.who, stage, replace(stage, name=name))
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told(KEY, "success", f"Leddet hedder nu {name.strip()}.")


def _act(visit: Visit, stage: Stage, step: int) -> None:
    try:
        if step:
            move_stage(visit.db, visit.who, stage, step)
        else:
            remove_stage(visit.db, visit.who, stage)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told(KEY, "success", f"{stage.name} er {'flyttet' if step else 'taget ud'}.")


def _add(visit: Visit, stages: Sequence[Stage], nonce: str) -> None:
    typed = {part: st.session_state[f"{KEY}:{nonce}:{part}"] for part in ("name", "body", "after")}
    after = next((stage for stage in stages if stage.id == typed["after"]), None)
    try:
        wanted = Stage(id=nonce, process_id=visit.process_id, name=typed["name"],
                       body=typed["body"])  # fmt: skip
        add_stage(visit.db, visit.who, wanted, after)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", f"{wanted.name} er tilføjet.")
