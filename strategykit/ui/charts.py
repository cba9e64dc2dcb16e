"""Putting a chart on a page, with its words for those who do not see it."""

from typing import Any

import streamlit as st

from strategykit.charts.rendering import Spec, said


def draw_chart(spec: Spec) -> None:
    """The drawing as wide as its place; cache the spec, since drawing it costs most of a page."""
    st.vega_lite_chart(spec=_on_page(spec), theme=None, width="stretch", alt=said(spec))


def draw_wide_chart(spec: Spec, key: str) -> None:
    """A chart whose words would run into each other on a phone: there it scrolls sideways."""
    with st.container(key=f"sv-scroll-{key}"), st.container(key=f"sv-wide-{key}"):
        draw_chart(spec)


def _on_page(spec: Spec) -> Spec:
    """The data inside its layers: Streamlit makes a pandas table of every data set beside them."""
    kept = {part: value for part, value in spec.items() if part not in ("description", "datasets")}
    layers = [_with_data(layer, spec["datasets"]) for layer in spec["layer"]]
    return {**kept, "layer": layers}


def _with_data(layer: dict[str, Any], datasets: dict[str, Any]) -> dict[str, Any]:
    return {**layer, "data": {"values": datasets[layer["data"]["name"]]}}
