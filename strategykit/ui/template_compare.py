"""Two templates side by side: what differs, part by part."""

from collections.abc import Sequence

import streamlit as st

from strategykit.domain.template import Template
from strategykit.domain.template_comparison import (
    TemplateDifference,
    compare_templates,
    parts_of,
)
from strategykit.ui.template_desk import KEY, Desk, named, pick_template
from strategykit.ui.text import html_table, html_text


def draw_compare(desk: Desk) -> None:
    """Two pickers and the differences."""
    left, right = st.columns(2)
    with left:
        one = pick_template(desk, "Den ene skabelon", f"{KEY}:one")
    with right:
        other = pick_template(desk, "Den anden skabelon", f"{KEY}:other", _second(desk))
    if one and other:
        draw_differences(compare_templates(one.template, other.template),
                         *_told_apart(one.template, other.template))  # fmt: skip


def _told_apart(one: Template, other: Template) -> tuple[str, str]:
    """The names; two of the same name with their versions, or their keys."""
    if one.name != other.name:
        return one.name, other.name
    if one.version != other.version:
        return f"udgave {one.version}", f"udgave {other.version}"
    return one.key, other.key


def _second(desk: Desk) -> str:
    return named(desk.templates[-1]) if desk.templates else ""


def draw_differences(found: Sequence[TemplateDifference], old: str, new: str) -> None:
    """A table for each part that differs."""
    if not found:
        html_text("De to skabeloner siger det samme.", cls="sv-empty")
        return
    for part, differences in parts_of(found):
        html_table(
            f"{part}: {len(differences)} forskelle" if len(differences) > 1 else
            f"{part}: én forskel",
            ("Hvor", "Hvad", f"I {old}", f"I {new}"),
            [(d.where, d.change.value, d.before, d.after) for d in differences],
        )  # fmt: skip
