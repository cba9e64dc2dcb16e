"""The page of performance, goals and what stands around them: one part at a time."""

from collections.abc import Callable, Mapping

import streamlit as st

from strategykit.ui.calculator import draw_calculator
from strategykit.ui.context import draw_economy, draw_follow_up, draw_policies
from strategykit.ui.goals import draw_criteria, draw_goals, draw_sub_goals
from strategykit.ui.measurements import draw_measurements
from strategykit.ui.page import Visit
from strategykit.ui.performance import draw_performance


def draw_goal_page(visit: Visit) -> None:
    """The chosen part of the page."""
    parts: Mapping[str, Callable[[Visit], None]] = {
        "Performance": draw_performance,
        "Mål": draw_goals,
        "Delmål": draw_sub_goals,
        "Kriterier": draw_criteria,
        "Målinger": draw_measurements,
        **({"Beregning": draw_calculator} if visit.template.calculators else {}),
        "Politikker": draw_policies,
        "Økonomi": draw_economy,
        "Opfølgning": draw_follow_up,
    }
    chosen = st.segmented_control(
        "Del", list(parts), default="Mål", required=True, key="goals:part",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    parts[str(chosen)](visit)
