"""The frame around every page: it runs first, knows all pages and draws the menu."""

import streamlit as st

from strategykit.actions.materials import template_of
from strategykit.domain.process import Process
from strategykit.ui.addresses import ADDRESSES, ALWAYS, PROCESS
from strategykit.ui.header import title_of
from strategykit.ui.page import open_process
from strategykit.ui.text import plain

st.set_page_config(page_title="Strategiværksted", layout="wide")
pages = {
    key: st.Page(str(address.script), title=address.title, url_path=key, default=key == "forside")
    for key, address in ADDRESSES.items()
}
chosen = st.navigation(list(pages.values()), position="hidden")


def _menu(process: Process | None) -> None:
    with st.sidebar:
        st.html('<p class="sv-brand">Strategiværksted</p>')
        if process is None:
            st.page_link(pages["forside"], label="Forside")
            return
        template = template_of(process)
        for key in ALWAYS:
            _link(process, key, title_of(template, key))
        for number, phase in enumerate(template.phases, start=1):
            st.html(f'<p class="sv-menu-phase">{number} {plain(phase.title)}</p>')
            for key in phase.pages:
                if key not in ALWAYS:
                    _link(process, key, title_of(template, key))


def _link(process: Process, key: str, title: str) -> None:
    st.page_link(pages[key], label=title, query_params={PROCESS: process.name})


_menu(open_process())
chosen.run()
