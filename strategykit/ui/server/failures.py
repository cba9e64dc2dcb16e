"""What a person sees when the program fails: a Danish sentence with a number, never a traceback."""

import html

import streamlit as st

from strategykit.errors import StrategyError
from strategykit.ui.logging_setup import logged


def show_failure(fault: Exception) -> bool:
    """Streamlit's `on_script_error`: True says that the fault has been shown."""
    if isinstance(fault, StrategyError):
        _draw(str(fault))
        return True
    _draw(
        f"Der skete en fejl i programmet. Fejlnummeret er {logged(fault)}. Det, I har gemt, er i "
        "behold. Hent siden igen. Sker det en gang til, så giv fejlnummeret til dem, der står for "
        "Strategiværksted hos jer."
    )
    return True


def _draw(sentence: str) -> None:
    st.html(f'<div class="fejl" role="alert">{html.escape(sentence)}</div>')
