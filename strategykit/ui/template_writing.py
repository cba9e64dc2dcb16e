"""Changing a template: forms to the left, its text to the right, and all mistakes above."""

from collections.abc import Sequence

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.template_drafts import list_drafts, remove_draft
from strategykit.actions.template_writing import Mistake, lines_in, looked_over, with_lines
from strategykit.actions.templates import add_template
from strategykit.domain.clock import in_denmark
from strategykit.domain.library import TemplateDraft
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.template_desk import KEY, NEXT, PICKED, SAID, Desk, go_to, named
from strategykit.ui.template_forms import Path, draw_forms
from strategykit.ui.template_library import YAML
from strategykit.ui.template_mistakes import draw_mistakes, draw_numbered
from strategykit.ui.template_saving import TOLD, change_draft, draw_conflict
from strategykit.ui.text import html_text

LIBRARY = "Bibliotek"
_DRAFT, _WHOLE, _PART = f"{KEY}:draft", "Hele teksten", "Kun det sted, I retter"
_LINES = "Med linjenumre"


def draw_writing(desk: Desk) -> None:
    """The drafts, and the chosen one opened."""
    show_said(SAID)
    drafts = list_drafts(desk.db)
    if not drafts:
        html_text(
            "Der er ingen kladder. Gå til biblioteket, vælg en skabelon, og lav en kopi at rette "
            "i. Kopien bliver gemt, også mens der er fejl i den.", cls="sv-empty",
        )  # fmt: skip
        return
    ids = {draft.id: draft for draft in drafts}
    if (wanted := st.session_state.pop(PICKED, None)) in ids:
        st.session_state[_DRAFT] = wanted
    if (held := st.session_state.pop(_DRAFT, None)) in ids:
        # Set anew, or the browser goes on showing the name and the time from before the last save.
        st.session_state[_DRAFT] = held
    chosen = st.selectbox("Kladde", list(ids), format_func=lambda i: _called(ids[i]), key=_DRAFT)
    if chosen and not draw_conflict(desk):
        _draw_draft(desk, ids[chosen])


def _called(draft: TemplateDraft) -> str:
    at = in_denmark(draft.changed_at)
    return f"{draft.name}, rettet {danish_date(at.date())} kl. {at:%H.%M}"


def _draw_draft(desk: Desk, draft: TemplateDraft) -> None:
    found = looked_over(draft.text)
    show_said(TOLD)
    if found.mistakes:
        draw_mistakes(
            found.mistakes,
            f"{_kept(draft)}, men den kan ikke bruges til et forløb, før fejlene er rettet.",
        )
    else:
        st.success(f"{_kept(draft)} og er uden fejl.")
    _draw_acts(desk, draft, usable=found.template is not None)
    forms, text = st.columns([1, 1], gap="large")
    with forms:
        st.subheader("Formularer", anchor=False)
        path = draw_forms(desk, draft)
    with text, st.container(key="sv-template-text"):
        st.subheader("Tekst", anchor=False)
        _draw_text(desk, draft, path, found.mistakes)


def _kept(draft: TemplateDraft) -> str:
    return f"Kladden er gemt kl. {in_denmark(draft.changed_at):%H.%M}"


def _draw_text(desk: Desk, draft: TemplateDraft, path: Path, mistakes: Sequence[Mistake]) -> None:
    span = lines_in(draft.text, path)
    extent = st.segmented_control(
        "Hvor meget af teksten", (_WHOLE, _PART, _LINES), default=_WHOLE, required=True,
        key=f"{KEY}:extent", label_visibility="collapsed",
    )  # fmt: skip
    if extent == _LINES:
        draw_numbered(draft.text, mistakes)
        return
    html_text(
        "Teksten er skabelonen. Formularerne retter i den, og bemærkninger efter # bliver stående. "
        "Den bliver gemt, når I går ud af feltet.", cls="sv-hint",
    )  # fmt: skip
    nonce = f"{KEY}:text:{draft.id}:{draft.version}"
    if extent == _PART and span:
        first, after = span
        shown = "\n".join(draft.text.split("\n")[first:after])
        label, key = f"Linje {first + 1} til {after}", f"{nonce}:{path}"
        st.text_area(label, shown, height=560, key=key, on_change=_keep_lines,
                     args=(desk, draft, key, path))  # fmt: skip
        return
    st.text_area("Skabelonens tekst", draft.text, height=560, key=nonce, on_change=_keep_text,
                 args=(desk, draft, nonce))  # fmt: skip


def _keep_text(desk: Desk, draft: TemplateDraft, key: str) -> None:
    change_draft(desk, draft, lambda _: st.session_state[key])


def _keep_lines(desk: Desk, draft: TemplateDraft, key: str, path: Path) -> None:
    change_draft(
        desk, draft, lambda text: with_lines(text, path, st.session_state[key])
    )  # fmt: skip


def _draw_acts(desk: Desk, draft: TemplateDraft, *, usable: bool) -> None:
    with st.container(horizontal=True):
        nonce = st.session_state.setdefault(f"{KEY}:keep:{draft.id}:{draft.version}", new_id())
        st.button("Læg i biblioteket", type="primary", disabled=not usable,
                  on_click=_publish, args=(desk, draft, nonce))  # fmt: skip
        st.download_button("Hent kladden som fil", draft.text.encode(), f"{_file(draft)}.yaml",
                           YAML, on_click="ignore", key=f"{KEY}:fetch:draft")  # fmt: skip
        with st.popover("Slet kladden"):
            html_text("Kladden kan ikke hentes frem igen. Det, der ligger i biblioteket, bliver.")
            st.button("Slet kladden for altid", on_click=_drop, args=(desk, draft))


def _file(draft: TemplateDraft) -> str:
    template = looked_over(draft.text).template
    return template.key if template else "kladde"


def _publish(desk: Desk, draft: TemplateDraft, nonce: str) -> None:
    note = f"Skrevet her ud fra {draft.origin}." if draft.origin else "Skrevet her."
    kept = [t.kept for t in desk.templates if t.kept and named(t) == draft.origin]
    style = kept[0].house_style if kept else b""
    try:
        made = add_template(desk.db, desk.who, draft.text, template_id=nonce, file=draft.name,
                            note=note, house_style=style)  # fmt: skip
    except StrategyError as error:
        told(TOLD, "error", str(error))
        return
    template = looked_over(made.text).template
    name = template.name if template else made.key
    told(SAID, "success", f"Skabelonen '{name}' ligger nu i biblioteket. {NEXT}")
    st.session_state.pop(f"{KEY}:see", None)
    go_to(LIBRARY, f"{name}, udgave {made.version} ({made.key})")


def _drop(desk: Desk, draft: TemplateDraft) -> None:
    try:
        remove_draft(desk.db, desk.who, draft.id)
    except StrategyError as error:
        told(SAID, "error", str(error))
        return
    told(SAID, "success", f"Kladden '{draft.name}' er slettet.")
