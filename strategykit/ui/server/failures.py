"""What a person sees when the program fails: a Danish sentence with a number, never a traceback."""

import html
import secrets

import streamlit as st

from strategykit.errors import StrategyError
from strategykit.ui.logging_setup import log

NUMBER_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no look-alikes: it is read over the telephone


def show_failure(fault: Exception) -> bool:
    """Streamlit's `on_script_error`: True says that the fault has been shown."""
    if isinstance(fault, StrategyError):
        _draw(str(fault))
        return True
    number = "".join(secrets.choice(NUMBER_ALPHABET) for _ in range(6))
    log.error("fejl %s", number, exc_info=fault)
    _draw(
        f"Der skete en fejl i programmet. Fejlnummeret er {number}. Det, I har gemt, er i behold. "
        "Hent siden igen. Sker det en gang til, så giv fejlnummeret til dem, der står for "
        "Strategiværksted hos jer."
    )
    return True


def _draw(sentence: str) -> None:
    st.html(f'<div class="fejl" role="alert">{html.escape(sentence)}</div>')
