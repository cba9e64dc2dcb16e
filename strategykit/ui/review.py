"""The page of review and hearing: one part at a time."""

from collections.abc import Callable, Mapping

import streamlit as st

from strategykit.ui.hearings import draw_hearings
from strategykit.ui.next_version import draw_next_version
from strategykit.ui.page import Visit
from strategykit.ui.received import draw_received
from strategykit.ui.sending_out import draw_sending_out

REVIEW = "Gennemsyn"

#: In the order of the work; what a part shows stands in a module of its own.
PARTS: Mapping[str, Callable[[Visit], None]] = {
    REVIEW: draw_sending_out,
    "Gennemgang": draw_received,
    "Næste version": draw_next_version,
    "Høring": draw_hearings,
}


def draw_review(visit: Visit) -> None:
    """The chosen part."""
    part = st.segmented_control(
        "Del af siden", list(PARTS), default=REVIEW, required=True, key="review:part",
        persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    PARTS[part](visit)
