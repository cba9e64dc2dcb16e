"""The draft as a Word file: what stands in the annexes, which version, in whose look."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import version_word, versions_of
from strategykit.actions.drafts import (
    Choices,
    DraftNow,
    draft_word,
    notes_to_read,
    survey_words_to_read,
)
from strategykit.actions.house_style import drop_house_style, house_style_of, keep_house_style
from strategykit.domain.boards import Note
from strategykit.domain.drafts import Upload, VersionLine
from strategykit.errors import StrategyError
from strategykit.storage.processes import short_name
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.papers import WORD
from strategykit.ui.text import html_list, html_text, markdown_safe

KEY = "draft:word"
CHOICES = "draft:choices"
NOW = ""


def chosen(visit: Visit) -> Choices:
    """What was let into the annexes of this process in this window."""
    found: Choices = st.session_state.get(f"{CHOICES}:{visit.process_id}", Choices())
    return found


def draw_word(visit: Visit, now: DraftNow) -> None:
    """Writing and fetching to the left, annexes and house style to the right."""
    write, setup = st.columns([3, 2], gap="large")
    with write:
        st.subheader("Hent udkastet", anchor=False)
        _draw_writing(visit, now)
    with setup:
        st.subheader("Bilagene", anchor=False)
        _draw_choices(visit)
        st.subheader("Kommunens Word-skabelon", anchor=False)
        _draw_house_style(visit)


def _draw_writing(visit: Visit, now: DraftNow) -> None:
    kept = versions_of(visit.db, visit.process_id)
    names = {NOW: "Udkastet, som det står nu"} | {v.id: f"Version {v.number}" for v in kept}
    which = st.selectbox("Hvilket udkast", list(names), format_func=names.__getitem__,
                         key=f"{KEY}:which")  # fmt: skip
    if which == NOW and now.draft.missing:
        html_text(
            f"Udkastet mangler {len(now.draft.missing)} ting. De står som mærkede linjer i filen, "
            "så læseren kan se dem."
        )
    token = (which, visit.overview.revision, chosen(visit), visit.today)
    if st.button("Skriv Word-filen", type="primary", key=f"{KEY}:write"):
        _write(visit, which, token)
    ready = st.session_state.get(f"{KEY}:file")
    if ready and ready[0] == token:
        st.download_button("Hent Word-filen", ready[1], _file_name(visit, which, now, kept), WORD,
                           on_click="ignore", key=f"{KEY}:fetch")  # fmt: skip


def _write(visit: Visit, which: str, token: tuple[Any, ...]) -> None:
    bar = st.progress(0.0, "Diagrammerne tegnes")

    def drawn(count: int, of_all: int) -> None:
        bar.progress(0.8 * count / max(of_all, 1), f"Diagram {count} af {of_all} er tegnet")

    try:
        data = (
            draft_word(visit.db, visit.process, chosen(visit), progress=drawn)
            if which == NOW
            else version_word(visit.db, visit.process_id, which, progress=drawn)
        )
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
        return
    finally:
        bar.empty()
    st.session_state[f"{KEY}:file"] = (token, data)


def _file_name(visit: Visit, which: str, now: DraftNow, kept: Sequence[VersionLine]) -> str:
    number = next((v.number for v in kept if v.id == which), now.kept_as)
    version = f"version-{number}" if number else f"ikke-gemt-{visit.today:%Y-%m-%d}"
    return f"{short_name(visit.process.title)}-udkast-{version}.docx"


def _draw_choices(visit: Visit) -> None:
    """Nothing typed by one person, and no name, goes out before somebody has read it."""
    now, key = chosen(visit), f"{CHOICES}:{visit.process_id}"
    wants = _box("Tag alle sedler med, også dem uden prikker", key, "raw", ticked=now.raw_notes)
    if wants and not now.raw_notes:
        notes = notes_to_read(visit.db, visit.process_id)
        words = survey_words_to_read(visit.db, visit.process_id)
        html_text(
            f"Læs de {len(notes)} sedler igennem, før de kommer i bilaget. Skjul dem, der nævner "
            "en person eller ikke skal ud af rummet, på tavlens egen side."
        )
        if words:
            html_text(
                f"Også de {len(words)} svar med egne ord fra spørgeskemaer kommer "
                "med. Skjul dem, der nævner en person, på spørgeskemaets egen side."
            )
        with st.container(height=320, border=True):
            html_list([*_listed(visit, notes), *(f"{asked}: {text}" for asked, text in words)])
        _box("Vi har læst sedlerne igennem", key, "read", ticked=False)
    _box("Skriv deltagernes navne ved siden af rollerne", key, "names", ticked=now.names)


def _box(label: str, key: str, part: str, *, ticked: bool) -> bool:
    return st.checkbox(label, ticked, key=f"{key}:{part}", on_change=_choose, args=(key,))


def _choose(key: str) -> None:
    state = st.session_state
    before: Choices = state.get(key, Choices())
    read = before.raw_notes or state.get(f"{key}:read", False)
    state[key] = Choices(raw_notes=state[f"{key}:raw"] and read, names=state[f"{key}:names"])


def _listed(visit: Visit, notes: Sequence[Note]) -> list[str]:
    titles = {
        (board.key, field.key): field.title
        for board in visit.template.boards
        for field in board.fields
    }
    return [
        f"{titles.get((note.board, note.field), '')}: {note.text}".lstrip(": ") for note in notes
    ]


def _draw_house_style(visit: Visit) -> None:
    key = f"{KEY}:style"
    show_said(key)
    there = house_style_of(visit.db, visit.process_id)
    if there is None:
        html_text("Vælg kommunens egen Word-fil, så bruger udkastet dens typografier, sidehoved "
                  "og sidefod.")  # fmt: skip
    else:
        html_text(f"I brug: {there.name}")
        st.button("Brug programmets eget udseende", key=f"{key}:drop", on_click=_drop,
                  args=(visit, there))  # fmt: skip
    nonce = st.session_state.setdefault(f"{key}:nonce", new_id())
    file = st.file_uploader("Word-skabelon (.docx)", type=["docx"], key=f"{key}:{nonce}")
    if file is not None:
        st.button("Brug filen", key=f"{key}:keep", on_click=_keep,
                  args=(visit, nonce, file.name, file.getvalue()))  # fmt: skip


def _keep(visit: Visit, nonce: str, name: str, data: bytes) -> None:
    key = f"{KEY}:style"
    try:
        problems = keep_house_style(visit.db, visit.who, visit.process_id, nonce, name, data)
    except StrategyError as error:
        told(key, "error", str(error))
        return
    st.session_state[f"{key}:nonce"] = new_id()
    told(key, "success", " ".join(("Filen er i brug.", *problems)))


def _drop(visit: Visit, there: Upload) -> None:
    try:
        drop_house_style(visit.db, visit.who, there)
    except StrategyError as error:
        told(f"{KEY}:style", "error", str(error))
