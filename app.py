"""The server: Streamlit with our doors, our Danish shell and our plain routes around it.

`python -m strategykit serve` starts it, and so does `streamlit run app.py`.
"""

import streamlit as st

from strategykit.participation.routes import participation_routes
from strategykit.settings import ROOT
from strategykit.ui.server.doors import server_middleware, server_routes
from strategykit.ui.server.failures import show_failure
from strategykit.ui.server.lifespan import lifespan
from strategykit.ui.server.lines import guard_lines

guard_lines()
plain = participation_routes()
app = st.App(
    ROOT / "strategykit" / "ui" / "frame.py",  # not beside pages/: Streamlit would scan that folder
    routes=server_routes(plain),
    middleware=server_middleware(plain),
    lifespan=lifespan,
    on_script_error=show_failure,
)
