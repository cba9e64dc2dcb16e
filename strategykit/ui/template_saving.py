"""Keeping what is written in a template: each change at once, and no other window's words lost."""

from collections.abc import Callable

import streamlit as st

from strategykit.actions.template_drafts import draft_of, save_draft
from strategykit.domain.library import TemplateDraft
from strategykit.errors import EditConflict, StrategyError
from strategykit.ui.forms import told
from strategykit.ui.template_desk import KEY, Desk

TOLD = f"{KEY}:write"
_CONFLICT, _OWN = f"{KEY}:conflict", f"{KEY}:own"


def change_draft(desk: Desk, seen: TemplateDraft, edit: Callable[[str], str]) -> bool:
    """Whether the edited text was kept; for callbacks.

    A field that was left by pressing a button brings two changes in one run: the second goes on
    from the first.
    """
    text = seen.text
    try:
        now = draft_of(desk.db, seen.id)
        base = now if st.session_state.get(_OWN) == (now.id, now.version) else seen
        text = edit(base.text)
        if text == base.text:
            return True
        saved = save_draft(desk.db, desk.who, base, text=text)
    except EditConflict as conflict:
        st.session_state[_CONFLICT] = (conflict.theirs, text)
        return False
    except StrategyError as error:
        told(TOLD, "error", str(error))
        return False
    st.session_state[_OWN] = (saved.id, saved.version)
    return True


def draw_conflict(desk: Desk) -> bool:
    """Whether two windows wrote at once; then both texts are shown, and the choice between them."""
    if _CONFLICT not in st.session_state:
        return False
    theirs, mine = st.session_state[_CONFLICT]
    st.warning(
        "En anden har gemt kladden, mens I skrev. Begge udgaver er her. Vælg den, der skal gælde."
    )
    left, right = st.columns(2)
    with left:
        st.text_area("Det, der er gemt", theirs.text, height=400, disabled=True)
        st.button("Behold det gemte", on_click=_settle, args=(desk, None))
    with right:
        st.text_area("Det, I skrev", mine, height=400, disabled=True)
        st.button("Gem det, I skrev", on_click=_settle, args=(desk, mine))
    return True


def _settle(desk: Desk, mine: str | None) -> None:
    theirs, _ = st.session_state.pop(_CONFLICT)
    if mine is not None:
        change_draft(desk, theirs, lambda _: mine)
