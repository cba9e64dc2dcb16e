"""The frame around every page: it runs first, knows all pages and draws the menu."""

import streamlit as st

from strategykit.actions.materials import template_of
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.ui.addresses import ADDRESSES, ALWAYS, PROCESS, menu_of
from strategykit.ui.header import title_of
from strategykit.ui.page import gate_of_frame, open_process
from strategykit.ui.text import plain

st.set_page_config(page_title="Strategiværksted", layout="wide")
pages = {
    key: st.Page(str(address.script), title=address.title, url_path=key, default=key == "forside")
    for key, address in ADDRESSES.items()
}
chosen = st.navigation(list(pages.values()), position="hidden")


def _menu(process: Process | None, who: Who) -> None:
    with st.sidebar:
        st.html('<p class="sv-brand">Strategiværksted</p>')
        _draw_ways(process)
        kept = f"?{PROCESS}={process.name}" if process else ""
        st.html(
            f'<p class="sv-who">{plain(who.name)}<br><a href="/skabeloner{kept}">Skabeloner</a> '
            '<a href="/logind/kolleger">Kolleger</a> <a href="/logud">Log ud</a></p>'
        )


def _draw_ways(process: Process | None) -> None:
    if process is None:
        st.page_link(pages["forside"], label="Forside")
        return
    template = template_of(process)
    for key in ALWAYS:
        _link(process, key, title_of(template, key))
    st.html('<p class="sv-steer"><a href="/styring">Styr mødet</a></p>')
    pages_of = zip(template.phases, menu_of(template), strict=True)
    for number, (phase, keys) in enumerate(pages_of, start=1):
        st.html(f'<p class="sv-menu-phase">{number} {plain(phase.title)}</p>')
        for key in keys:
            if key not in ALWAYS:
                _link(process, key, title_of(template, key))


def _link(process: Process, key: str, title: str) -> None:
    st.page_link(pages[key], label=title, query_params={PROCESS: process.name})


process = open_process()
_menu(process, gate_of_frame())
chosen.run()
