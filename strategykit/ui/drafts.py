"""The draft page: reading and mending, what is missing, Word, versions; one at a time."""

import streamlit as st

from strategykit.actions.drafts import Choices, DraftNow, draft_of
from strategykit.domain.numbers import danish_date
from strategykit.ui.draft_missing import draw_missing
from strategykit.ui.draft_reading import draw_reading
from strategykit.ui.draft_versions import draw_versions
from strategykit.ui.draft_word import chosen, draw_word
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text

READ, MISSING, WORD, VERSIONS = "laes", "mangler", "word", "versioner"


def draw_draft(visit: Visit) -> None:
    """Which draft it is, then the part that was chosen."""
    choices = chosen(visit)
    now = draft_of(visit.db, visit.process_id, visit.overview.revision, visit.today, choices)
    html_text(_standing(now, choices), cls="sv-status")
    lacks = len(now.draft.missing) + len(now.overtaken)
    titles = {
        READ: "Læs og ret", MISSING: f"Mangler ({lacks})", WORD: "Word", VERSIONS: "Versioner",
    }  # fmt: skip
    part = st.segmented_control(
        "Del af udkastet", list(titles), format_func=titles.__getitem__, default=READ,
        required=True, key="draft:part", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    if part == MISSING:
        draw_missing(visit, now)
    elif part == WORD:
        draw_word(visit, now)
    elif part == VERSIONS:
        draw_versions(visit, now, choices)
    else:
        draw_reading(visit, now)


def _standing(now: DraftNow, choices: Choices) -> str:
    cover = now.draft.cover
    if now.kept_as is not None:
        told = f"Udkastet er det samme som version {now.kept_as} fra den {danish_date(cover.day)}."
    elif cover.version == 1:
        told = "Udkastet er ikke gemt som version endnu."
    else:
        told = f"Udkastet er ændret siden version {cover.version - 1}."
    annexes = ["alle sedler"] if choices.raw_notes else []
    annexes += ["deltagernes navne"] if choices.names else []
    return f"{told} Bilagene har {' og '.join(annexes)} med." if annexes else told
