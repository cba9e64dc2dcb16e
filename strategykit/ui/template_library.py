"""The library: which templates there are, what each gives, fetching one and bringing one in."""

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.template_drafts import begin_draft
from strategykit.actions.template_writing import (
    copied,
    looked_over,
    text_of_upload,
    text_to_mend,
)
from strategykit.actions.templates import (
    ListedTemplate,
    add_template,
    remove_template,
    unusable_templates,
)
from strategykit.domain.clock import in_denmark
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError, TemplateProblems
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import shown_errors
from strategykit.ui.template_desk import KEY, NEXT, PICKED, SAID, Desk, go_to, named, pick_template
from strategykit.ui.template_mistakes import draw_mistakes
from strategykit.ui.template_preview import draw_preview, in_short
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe

YAML = "application/yaml"
WRITING = "Skriv"
_UPLOAD, _BAD = f"{KEY}:upload", f"{KEY}:bad"


def draw_library(desk: Desk) -> None:
    """The list, the chosen one's preview with what can be done to it, and the way in."""
    html_text(
        "En skabelon er alt det, der gør én slags forløb anderledes end et andet: ordene, faserne, "
        "møderne, tavlerne og dokumentet. Et forløb, der er i gang, har sin egen kopi.",
        cls="sv-lead",
    )
    show_said(SAID)
    html_table(
        "Skabeloner, som et forløb kan oprettes af",
        ("Skabelon", "Hvem den er til", "Udgave", "Forfatter og licens", "Hvor den kommer fra"),
        [_row(listed) for listed in desk.templates],
    )
    _draw_unusable(desk)
    picked = pick_template(desk, "Se en skabelon", f"{KEY}:see", st.session_state.get(PICKED, ""))
    if picked:
        _draw_one(desk, picked)
    st.header("Hent en skabelon ind", anchor=False)
    _draw_upload(desk)


def _row(listed: ListedTemplate) -> tuple[str, ...]:
    template = listed.template
    return (
        template.name, template.audience, template.version,
        f"{template.author}\n{template.licence}", _from(listed),
    )  # fmt: skip


def _from(listed: ListedTemplate) -> str:
    if listed.kept is None:
        return "Følger med programmet"
    day = danish_date(in_denmark(listed.kept.added_at).date())
    by = f" af {listed.added_by}" if listed.added_by else ""
    return f"Lagt i biblioteket {day}{by}. {listed.kept.note}".strip()


def _draw_unusable(desk: Desk) -> None:
    for kept, problems in unusable_templates(desk.db):
        which = markdown_safe(f"{kept.key}, udgave {kept.version}")
        st.warning(f"Skabelonen {which}, kan ikke bruges her:")
        html_list(problems)


def _draw_one(desk: Desk, picked: ListedTemplate) -> None:
    template = picked.template
    st.header(markdown_safe(template.name), anchor=False)
    html_text(f"{template.audience}. {in_short(template)}.")
    html_text(f"Kilde: {template.origin}", cls="sv-hint")
    with st.container(horizontal=True):
        st.download_button(
            "Hent skabelonen som fil", picked.text.encode(), f"{template.key}.yaml", YAML,
            on_click="ignore", key=f"{KEY}:fetch",
        )  # fmt: skip
        _draw_copy(desk, picked)
        _draw_remove(desk, picked)
    draw_preview(template)


def _draw_copy(desk: Desk, picked: ListedTemplate) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:copy:nonce", new_id())
    with st.popover("Lav en kopi at rette i"):
        st.text_input("Navn på kopien", f"{picked.template.name} (kopi)",
                      key=_name_key(picked, nonce))  # fmt: skip
        st.text_input("Forfatter", key=f"{KEY}:copy:{nonce}:author",
                      help="Hvem der retter i kopien, for eksempel jeres kommune eller firma. Hvem "
                      "der skrev den første, står i kopien som kilde.")  # fmt: skip
        st.button("Begynd på kopien", type="primary", key=f"{KEY}:copy:{nonce}:go", on_click=_copy,
                  args=(desk, picked, nonce))  # fmt: skip


def _name_key(picked: ListedTemplate, nonce: str) -> str:
    """Each template suggests its own name, also when another was looked at before it."""
    return f"{KEY}:copy:{nonce}:{picked.template.key}:{picked.template.version}"


def _copy(desk: Desk, picked: ListedTemplate, nonce: str) -> None:
    name = st.session_state.get(_name_key(picked, nonce), "").strip()
    try:
        author = st.session_state.get(f"{KEY}:copy:{nonce}:author", "").strip()
        text = copied(picked.text, name or picked.template.name, author)
        made = begin_draft(desk.db, desk.who, nonce, name or picked.template.name, text,
                           named(picked))  # fmt: skip
    except StrategyError as error:
        told(SAID, "error", str(error))
        return
    st.session_state.pop(f"{KEY}:copy:nonce", None)
    lacks = "" if author else " Skriv, hvem forfatteren er."
    told(SAID, "success", f"Kopien '{made.name}' er lavet. Nu kan I rette i den.{lacks}")
    go_to(WRITING, made.id)


def _draw_remove(desk: Desk, picked: ListedTemplate) -> None:
    if picked.kept is None:
        return
    with st.popover("Fjern fra biblioteket"):
        html_text("Forløb, der er oprettet af skabelonen, har deres egen kopi og mister intet.")
        st.button("Fjern skabelonen", key=f"{KEY}:remove", on_click=_remove,
                  args=(desk, picked.kept.id))  # fmt: skip


def _remove(desk: Desk, template_id: str) -> None:
    try:
        remove_template(desk.db, desk.who, template_id)
    except StrategyError as error:
        told(SAID, "error", str(error))
        return
    st.session_state.pop(PICKED, None)
    st.session_state.pop(f"{KEY}:see", None)
    told(SAID, "success", "Skabelonen er fjernet fra biblioteket.")


def _draw_upload(desk: Desk) -> None:
    html_text(
        "Vælg en fil, der slutter på .yaml. Er der fejl i den, bliver de vist alle sammen, og "
        "intet bliver ændret."
    )
    nonce = st.session_state.setdefault(f"{_UPLOAD}:nonce", new_id())
    file = st.file_uploader("Skabelon (.yaml)", type=["yaml", "yml"], key=f"{_UPLOAD}:{nonce}")
    show_said(_UPLOAD)
    if file is None:
        return
    data, name = file.getvalue(), file.name
    with shown_errors():
        try:
            text = text_of_upload(data, name)
        except TemplateProblems as refused:
            _draw_refused(desk, refused, data, name, nonce)
            return
        template = looked_over(text).template
        if template:
            html_text(f"{template.name}, udgave {template.version}. {in_short(template)}.")
            st.button("Læg skabelonen i biblioteket", type="primary", key=f"{_UPLOAD}:add",
                      on_click=_add, args=(desk, text, name, nonce))  # fmt: skip


def _draw_refused(
    desk: Desk, refused: TemplateProblems, data: bytes, name: str, nonce: str
) -> None:
    text = text_to_mend(data)
    if text is None:
        st.error("Skabelonen kan ikke bruges, som den er. Intet er ændret.")
        html_list(refused.problems)
        return
    draw_mistakes(looked_over(text).mistakes, f"Fejl i {name}. Intet er ændret.")
    st.button("Ret fejlene her", key=f"{_UPLOAD}:mend", on_click=_mend,
              args=(desk, text, name, nonce))  # fmt: skip


def _add(desk: Desk, text: str, name: str, nonce: str) -> None:
    try:
        made = add_template(desk.db, desk.who, text, template_id=nonce, file=name,
                            note=f"Hentet fra filen {name}.")  # fmt: skip
    except StrategyError as error:
        told(_UPLOAD, "error", str(error))
        return
    st.session_state[f"{_UPLOAD}:nonce"] = new_id()
    template = looked_over(made.text).template
    called = template.name if template else made.key
    told(SAID, "success", f"Skabelonen '{called}' ligger nu i biblioteket. {NEXT}")
    st.session_state.pop(f"{KEY}:see", None)
    st.session_state[PICKED] = f"{called}, udgave {made.version} ({made.key})"


def _mend(desk: Desk, text: str, name: str, nonce: str) -> None:
    try:
        made = begin_draft(desk.db, desk.who, nonce, name, text, f"filen {name}")
    except StrategyError as error:
        told(_UPLOAD, "error", str(error))
        return
    st.session_state[f"{_UPLOAD}:nonce"] = new_id()
    told(SAID, "success", "Filen er lagt som en kladde, som I kan rette i.")
    go_to(WRITING, made.id)
