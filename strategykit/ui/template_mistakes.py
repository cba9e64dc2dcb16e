"""All mistakes of a template at once, each with its line."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from strategykit.actions.template_writing import Mistake
from strategykit.ui.text import html_table, html_text, markdown_safe


def draw_mistakes(mistakes: Sequence[Mistake], told: str) -> None:
    """How many there are, and a table of them."""
    count = len(mistakes)
    st.error(markdown_safe(f"{told} Der er {count if count > 1 else 'én'} fejl."))
    html_table(
        "Fejlene i den rækkefølge, de står",
        ("Linje", "Hvad der er galt", "Der står"),
        [(str(m.line) if m.line else "", m.text, m.said) for m in mistakes],
    )


def draw_numbered(text: str, mistakes: Sequence[Mistake]) -> None:
    """The text to look a line up in; a line with a mistake is marked."""
    html_text("Her kan I finde en linje. Ret den under Hele teksten.", cls="sv-hint")
    wrong = {mistake.line for mistake in mistakes}
    label = "Skabelonens tekst med linjenumre"
    lines = "".join(
        _line(number, line, wrong=number in wrong)
        for number, line in enumerate(text.split("\n"), start=1)
    )
    st.html(
        f'<pre class="sv-numbered" tabindex="0" role="region" aria-label="{label}">{lines}</pre>'
    )


def _line(number: int, said: str, *, wrong: bool) -> str:
    """A long line goes on below itself, behind the column of the numbers."""
    mark, also = ("fejl", " sv-wrong") if wrong else ("", "")
    return f'<span class="sv-line{also}">{mark:4} {number:>4}  {escape(said)}</span>'
