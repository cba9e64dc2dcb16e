"""Choosing the municipalities that one is held up against, with the reason for each."""

import streamlit as st

from strategykit.actions.baseline import Standing, choose_peers
from strategykit.domain.peers import MOST, SUGGESTED, suggested
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_text

KEY = "peers"


def draw_peers(visit: Visit, standing: Standing) -> None:
    """Those chosen and why, then what is suggested and the choice among all."""
    if not standing.peers:
        return
    st.header("Jævnbyrdige kommuner", anchor=False)
    show_said(KEY)
    if standing.chosen:
        html_list([peer.why for peer in standing.chosen])
    else:
        html_text(
            "I har ikke valgt nogen kommuner at sammenligne jer med. Vælg nogle af samme størrelse "
            "og fra samme egn. Så står deres tal ved siden af jeres.", cls="sv-empty",
        )  # fmt: skip
    with st.expander("Vælg jævnbyrdige kommuner", key=f"{KEY}:more"):
        _draw_suggestion(visit, standing)
        _draw_choice(visit, standing)


def _draw_suggestion(visit: Visit, standing: Standing) -> None:
    html_text(
        f"Disse {SUGGESTED} kommuner ligner jer mest i folketal, landsdel og kommunegruppe. I ved "
        "selv, om der er andre, I kan lære af."
    )
    nearest = suggested(standing.peers)
    html_list([peer.why for peer in nearest])
    codes = [peer.municipality.code for peer in nearest]
    st.button("Vælg de foreslåede", on_click=_choose, args=(visit, codes), key=f"{KEY}:take")


def _draw_choice(visit: Visit, standing: Standing) -> None:
    names = {p.municipality.code: p.municipality.name for p in standing.peers}
    chosen = [peer.municipality.code for peer in standing.chosen]
    version = visit.process.version
    with st.form(f"{KEY}:{version}", border=False):
        st.multiselect(
            f"Jævnbyrdige kommuner, højst {MOST}", list(names), chosen, max_selections=MOST,
            format_func=names.__getitem__, key=f"{KEY}:codes:{version}", placeholder="Vælg",
        )  # fmt: skip
        st.form_submit_button("Gem kommunerne", type="primary", on_click=_take, args=(visit,))


def _take(visit: Visit) -> None:
    _choose(visit, st.session_state[f"{KEY}:codes:{visit.process.version}"])


def _choose(visit: Visit, codes: list[str]) -> None:
    try:
        saved = choose_peers(visit.db, visit.who, visit.process, codes)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    many = len(saved.peers)
    told(KEY, "success", f"Valgt: {many}." if many else "Ingen er valgt.")
