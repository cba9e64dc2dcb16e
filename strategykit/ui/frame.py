"""The frame around every page: it runs first, knows all pages and draws the menu."""

import streamlit as st

from strategykit.ui.addresses import FORSIDE
from strategykit.ui.menu import draw_menu, pages_of_run
from strategykit.ui.page import database, gate_of_frame, open_process

st.set_page_config(page_title="Strategiværksted", layout="wide")
chosen = st.navigation(list(pages_of_run().values()), position="hidden")

with database().one_look():
    process = open_process()
    draw_menu(process, gate_of_frame(), chosen.url_path or FORSIDE.key)
    chosen.run()
