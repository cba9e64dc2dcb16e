"""Putting a chart on a page, with its words for those who do not see it."""

import streamlit as st

from strategykit.charts.rendering import Spec, said


def draw_chart(spec: Spec) -> None:
    """The drawing as wide as its place; cache the spec, since drawing it costs most of a page."""
    drawn = {part: value for part, value in spec.items() if part != "description"}
    st.vega_lite_chart(spec=drawn, theme=None, width="stretch", alt=said(spec))


def draw_wide_chart(spec: Spec, key: str) -> None:
    """A chart whose words would run into each other on a phone: there it scrolls sideways."""
    with st.container(key=f"sv-scroll-{key}"), st.container(key=f"sv-wide-{key}"):
        draw_chart(spec)
