"""Reading the draft chapter by chapter, and what can be done to the one that is open."""

from collections.abc import Mapping, Sequence

import streamlit as st

from strategykit.actions.drafts import DraftNow, drawn_spec
from strategykit.domain.outline import Draft, Figure, Flow, Paragraph, Section, Tone
from strategykit.ui.charts import draw_chart, draw_wide_chart
from strategykit.ui.draft_html import chapter_parts, numbered, sources_cited
from strategykit.ui.draft_tools import draw_tools
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_text

CHAPTER = "draft:chapter"
KEPT = "draft:chapter:kept"
Chapter = Sequence[Section]


def draw_reading(visit: Visit, now: DraftNow) -> None:
    """The chapter as it will stand to the left, its tools to the right."""
    chapters = {chapter[0].key: chapter for chapter in now.draft.chapters()}
    chapter = _choose(chapters)
    numbers = numbered(chapter)
    text, tools = st.columns([8, 5], gap="large")
    with text:
        _draw_chapter(now.draft, chapter, numbers)
    with tools, st.container(key="draft-tools"):
        draw_tools(visit, now, chapter, numbers)


def _choose(chapters: Mapping[str, Chapter]) -> Chapter:
    """The chapter is remembered while another part of the page is open."""
    keys = list(chapters)
    if st.session_state.get(CHAPTER) not in keys:
        kept = st.session_state.get(KEPT)
        st.session_state[CHAPTER] = kept if kept in keys else keys[0]
    here = keys.index(st.session_state[CHAPTER])
    pick, back, on = st.columns([6, 1, 1], vertical_alignment="bottom")
    with pick:
        st.selectbox("Kapitel", keys, format_func=lambda key: _called(chapters[key]), key=CHAPTER)
    with back:
        st.button("Forrige", on_click=_go, args=(keys, here - 1), disabled=here == 0,
                  width="stretch")  # fmt: skip
    with on:
        st.button("Næste", on_click=_go, args=(keys, here + 1), disabled=here == len(keys) - 1,
                  width="stretch")  # fmt: skip
    st.session_state[KEPT] = keys[here]
    return chapters[keys[here]]


def _called(chapter: Chapter) -> str:
    lacks = sum(
        isinstance(block, Paragraph) and block.tone is Tone.MISSING
        for section in chapter
        for block in section.blocks
    )
    before = "Bilag: " if chapter[0].annex else ""
    return f"{before}{chapter[0].title}{f' · mangler {lacks}' if lacks else ''}"


def _go(keys: Sequence[str], place: int) -> None:
    st.session_state[CHAPTER] = keys[min(max(place, 0), len(keys) - 1)]


def _draw_chapter(draft: Draft, chapter: Chapter, numbers: dict[str, int]) -> None:
    for part in chapter_parts(chapter, numbers, draft.sources):
        if isinstance(part, Figure):
            _draw_figure(part, numbers[part.key])
        elif part:
            st.html(part)
    cited = sources_cited(chapter, draft.sources)
    if cited:
        html_text("Kilder i kapitlet", cls="sv-subhead")
        html_list(cited)


def _draw_figure(figure: Figure, number: int) -> None:
    if isinstance(figure.drawing, Flow):
        draw_wide_chart(drawn_spec(figure.drawing, figure.alt), f"flow-{number}")
    elif figure.drawing is not None:
        draw_chart(drawn_spec(figure.drawing, figure.alt))
    html_text(f"{number}  Figur: {figure.caption}", cls="sv-draft-caption")
