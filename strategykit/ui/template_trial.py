"""Trying a template out: filled with invented content, and what came of it."""

from collections.abc import Iterator
from functools import lru_cache

import streamlit as st

from strategykit.actions.template_drafts import list_drafts
from strategykit.actions.template_writing import looked_over
from strategykit.actions.trying_out import Tried, tried_word, try_out
from strategykit.domain.boards import counted
from strategykit.domain.outline import Draft
from strategykit.ui.draft_html import chapter_parts, numbered
from strategykit.ui.page import shown_errors
from strategykit.ui.papers import WORD
from strategykit.ui.template_desk import KEY, PICKED, Desk, named
from strategykit.ui.text import html_list, html_table, html_text

_KEY = f"{KEY}:trial"


def draw_trial(desk: Desk) -> None:
    """One button, and after it the evenings, the phases and the Word draft."""
    html_text(
        "Prøven laver et forløb af skabelonen, skriver opdigtede sedler, tekster, områder og mål i "
        "det hele og ender i et Word-udkast. Intet af det bliver gemt, og jeres egne forløb bliver "
        "ikke rørt."
    )
    choices = _choices(desk)
    names = list(choices)
    start = st.session_state.get(PICKED, "")
    index = names.index(start) if start in names else 0
    chosen = st.selectbox("Skabelon eller kladde", names, index, key=f"{_KEY}:pick")
    text, style = choices[chosen] if chosen else ("", b"")
    if looked_over(text).template is None:
        html_text("Kladden har fejl og kan først prøves, når de er rettet.", cls="sv-empty")
        return
    if st.button("Prøv skabelonen", type="primary", key=f"{_KEY}:go"):
        st.session_state[f"{_KEY}:done"] = text
    if st.session_state.get(f"{_KEY}:done") == text:
        with shown_errors():
            _draw_tried(_tried(text), style)


def _choices(desk: Desk) -> dict[str, tuple[str, bytes]]:
    listed = {
        named(each): (each.text, each.kept.house_style if each.kept else b"")
        for each in desk.templates
    }
    return listed | {f"Kladde: {d.name}": (d.text, b"") for d in list_drafts(desk.db)}


@lru_cache(maxsize=4)
def _tried(text: str) -> Tried:
    return try_out(text)


def _draw_tried(tried: Tried, style: bytes) -> None:
    _draw_verdict(tried)
    html_table(
        "Faserne med alt udfyldt",
        ("Fase", "Kan den forlades?"),
        [(s.phase.title, "Ja" if s.complete else "Nej. Noget mangler stadig.")
         for s in tried.statuses],
    )  # fmt: skip
    _draw_word(tried, style)
    with st.expander("Hvad prøven skrev", key=f"{_KEY}:counts"):
        html_list(tried.counts)
    with st.expander("Læs udkastet her", key=f"{_KEY}:read"):
        st.html("".join(_chapters(tried.draft)))


def _chapters(draft: Draft) -> Iterator[str]:
    """The words of the draft; the charts stand in the Word file."""
    for chapter in draft.chapters():
        parts = chapter_parts(chapter, numbered(chapter), draft.sources)
        yield "".join(part for part in parts if isinstance(part, str))


def _draw_verdict(tried: Tried) -> None:
    template = tried.template
    went = (
        f"Prøven gik gennem {counted(len(template.phases), 'fase', 'faser')} og "
        f"{counted(len(template.meetings), 'møde', 'møder')}."
    )
    if tried.stuck or tried.empty:
        st.warning(f"{went} Noget blev ikke udfyldt, selv om alt var skrevet ind:")
        html_list((*(f"Fasen {s.phase.title} kan ikke forlades" for s in tried.stuck),
                   *tried.empty))  # fmt: skip
    else:
        st.success(f"{went} Alle faser kan gennemføres, og ingen afsnit er tomme.")
    if tried.left_out:
        html_text(
            "Disse afsnit er kun med, når der er noget til dem, for eksempel efter en høring: "
            f"{', '.join(section.title for section in tried.left_out)}.", cls="sv-hint",
        )  # fmt: skip


def _draw_word(tried: Tried, style: bytes) -> None:
    ready = f"{_KEY}:word"
    if st.button("Skriv Word-udkastet", key=f"{_KEY}:write"):
        with st.spinner("Diagrammerne tegnes, og udkastet skrives."):
            st.session_state[ready] = (tried.moment, tried_word(tried, style))
    kept = st.session_state.get(ready)
    if kept and kept[0] == tried.moment:
        st.download_button("Hent Word-udkastet", kept[1], f"proeve-{tried.template.key}.docx",
                           WORD, on_click="ignore", key=f"{_KEY}:fetch")  # fmt: skip
