"""Putting a chart on a page, with its words for those who do not see it."""

import streamlit as st

from strategykit.charts.rendering import Spec, said


def draw_chart(spec: Spec) -> None:
    """The drawing as wide as its place; cache the spec, since drawing it costs most of a page."""
    drawn = {part: value for part, value in spec.items() if part != "description"}
    st.vega_lite_chart(spec=drawn, theme=None, width="stretch", alt=said(spec))
