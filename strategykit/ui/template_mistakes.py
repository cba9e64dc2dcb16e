"""All mistakes of a template at once, each with its line."""

from collections.abc import Sequence

import streamlit as st

from strategykit.actions.template_writing import Mistake
from strategykit.ui.text import html_table, markdown_safe


def draw_mistakes(mistakes: Sequence[Mistake], told: str) -> None:
    """How many there are, and a table of them."""
    count = len(mistakes)
    st.error(markdown_safe(f"{told} Der er {count if count > 1 else 'én'} fejl."))
    html_table(
        "Fejlene i den rækkefølge, de står",
        ("Linje", "Hvad der er galt", "Der står"),
        [(str(m.line) if m.line else "", m.text, m.said) for m in mistakes],
    )
