"""The parts of the page for templates, and which one is shown."""

from collections.abc import Callable, Mapping

import streamlit as st

from strategykit.ui.template_compare import draw_compare
from strategykit.ui.template_desk import VIEW, Desk
from strategykit.ui.template_from_process import draw_from_process
from strategykit.ui.template_library import WRITING, draw_library
from strategykit.ui.template_offer import draw_offer
from strategykit.ui.template_packages import draw_packages
from strategykit.ui.template_trial import draw_trial
from strategykit.ui.template_writing import LIBRARY, draw_writing

VIEWS: Mapping[str, Callable[[Desk], None]] = {
    LIBRARY: draw_library,
    WRITING: draw_writing,
    "Prøv": draw_trial,
    "Sammenlign": draw_compare,
    "Fra et forløb": draw_from_process,
    "Til et forløb": draw_offer,
    "Pakker": draw_packages,
}


def draw_templates(desk: Desk) -> None:
    """One part at a time."""
    chosen = st.segmented_control(
        "Vis", list(VIEWS), required=True, key=VIEW, label_visibility="collapsed",
        default=None if VIEW in st.session_state else LIBRARY,
    )  # fmt: skip
    VIEWS[chosen or LIBRARY](desk)
