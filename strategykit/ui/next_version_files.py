"""What tells those who were not there: the rettelsesfil and the beslutningslog."""

from collections.abc import Callable

import streamlit as st

from strategykit.actions.decision_log import log_word
from strategykit.actions.draft_versions import versions_of
from strategykit.actions.next_version import redline_word
from strategykit.domain.reviews import SendOut
from strategykit.errors import StrategyError
from strategykit.storage.processes import short_name
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.papers import WORD
from strategykit.ui.text import html_text

KEY = "next:files"


def draw_files(visit: Visit, sent: SendOut) -> None:
    """A redline against any earlier version to the left, the decisions to the right."""
    show_said(KEY)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Rettelsesfil", anchor=False)
        _draw_redline(visit)
    with right:
        st.subheader("Beslutningslog", anchor=False)
        html_text(
            "Alle punkter med ønske, afgørelse, begrundelse og endelig tekst, kapitel for kapitel."
        )
        name = f"{short_name(visit.process.title)}-beslutningslog-version-{sent.number}.docx"
        _draw_file(visit, "beslutningsloggen", (sent.id,), name, lambda: log_word(visit.db, sent))


def _draw_redline(visit: Visit) -> None:
    kept = versions_of(visit.db, visit.process_id)
    if len(kept) < 2:  # noqa: PLR2004 - two versions make a difference
        html_text("Der er kun én version endnu. Når den næste er lavet, kan de sammenlignes.",
                  cls="sv-empty")  # fmt: skip
        return
    html_text(
        "Den nye version i Word med hver rettelse under navnet på den, der ønskede den, og "
        "afgørelsen som kommentar."
    )
    ids, numbers = {line.number: line.id for line in kept}, [line.number for line in kept]
    new_column, old_column = st.columns(2)
    new = new_column.selectbox("Rettelser i version", numbers[:-1], key=f"{KEY}:new")
    earlier = [number for number in numbers if number < new]
    old = old_column.selectbox("siden version", earlier, key=f"{KEY}:old:{new}")
    name = f"{short_name(visit.process.title)}-rettelser-{old}-til-{new}.docx"
    _draw_file(
        visit, "rettelsesfilen", (ids[old], ids[new]), name,
        lambda: redline_word(visit.db, visit.process_id, ids[old], ids[new]),
    )  # fmt: skip


def _draw_file(
    visit: Visit, what: str, which: tuple[str, ...], name: str, write: Callable[[], bytes]
) -> None:
    """Written when it is asked for: drawing the charts of two versions takes a while."""
    token = (*which, visit.overview.revision)
    if st.button(f"Skriv {what}", key=f"{KEY}:write:{what}"):
        try:
            with st.spinner("Filen skrives"):
                st.session_state[f"{KEY}:{what}"] = (token, write())
        except StrategyError as error:
            told(KEY, "error", str(error))
            show_said(KEY)
    ready = st.session_state.get(f"{KEY}:{what}")
    if ready and ready[0] == token:
        st.download_button(f"Hent {what}", ready[1], name, WORD, on_click="ignore",
                           key=f"{KEY}:fetch:{what}")  # fmt: skip
