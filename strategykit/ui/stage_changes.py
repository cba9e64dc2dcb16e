"""What a body changed in the text: written place by place, then into the version that results."""

from collections.abc import Mapping, Sequence

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.amending import (
    Amended,
    amend,
    amendments_of,
    drop_amendment,
    write_amended,
)
from strategykit.actions.draft_versions import version_of
from strategykit.domain.approvals import Body, Stage
from strategykit.domain.drafts import RewriteAct
from strategykit.domain.outline import (
    Block,
    Draft,
    Figure,
    Paragraph,
    Section,
    Table,
    Tone,
    text_of,
)
from strategykit.domain.points import Wish
from strategykit.domain.rewriting import HEADING, cell_name, text_at
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, html_text, markdown_safe
from strategykit.ui.wording import worded

KEY = "approval:changes"
HERE = ""
ACTS = {
    RewriteAct.REPLACE: "Skriv om",
    RewriteAct.INSERT: "Tilføj et stykke efter",
    RewriteAct.REMOVE: "Tag stykket ud",
}


def draw_changes(visit: Visit, stage: Stage) -> None:
    """The list, and while the text is not made, the form and the button that makes it."""
    st.subheader("Ændringerne i teksten", anchor=False)
    show_said(KEY)
    if not stage.version_id:
        html_text("Vælg den version, som ændringerne gælder.", cls="sv-empty")
        return
    draft = version_of(visit.db, visit.process_id, stage.version_id).draft
    found = amendments_of(visit.db, stage)
    _draw_list(draft, found)
    done = next((wish.point.done_in for wish in found if wish.point.done_in), 0)
    if done:
        html_text(f"Ændringerne er skrevet ind i version {done}.", cls="sv-status")
        return
    _draw_form(visit, stage, draft)
    if found:
        _draw_ends(visit, stage, found)


def _draw_list(draft: Draft, found: Sequence[Wish]) -> None:
    if not found:
        html_text("Der er ikke skrevet nogen ændringer endnu.", cls="sv-empty")
        return
    titles = {section.key: section.title for section in draft.sections}
    html_table(
        "Ændringer", ["Kapitel", "Der stod", "Der skal stå", "Foreslået af"],
        [[titles.get(w.first.section, "–"), w.first.before or "Nyt stykke",
          w.first.after or "Stykket går ud", w.first.author] for w in found],
    )  # fmt: skip


def _draw_form(visit: Visit, stage: Stage, draft: Draft) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    sections = {section.key: section for section in draft.sections}
    left, right = st.columns(2)
    with left:
        key = st.selectbox("Kapitel", list(sections), key=f"{KEY}:section",
                           format_func=lambda k: sections[k].title)  # fmt: skip
    section = sections[key]
    blocks = _places(section)
    with right:
        block = st.selectbox("Stykke", list(blocks), format_func=blocks.__getitem__,
                             key=f"{KEY}:block:{key}")  # fmt: skip
    part = _draw_part(section, block)
    acts = _acts(section, block, part)
    act = st.segmented_control(
        "Hvad der sker", acts, default=acts[0], format_func=ACTS.__getitem__, required=True,
        key=f"{KEY}:act:{key}:{block}:{part}",
    )  # fmt: skip
    before = text_at(draft, block or key, part)[1]
    if act is RewriteAct.REMOVE:
        html_text(before, cls="sv-draft-quote")
    else:
        start = before if act is RewriteAct.REPLACE else ""
        st.text_area("Den nye tekst", start, key=f"{KEY}:{nonce}:{act}:{block or key}:{part}")
    st.text_input("Foreslået af (kan stå tomt)", key=f"{KEY}:{nonce}:by")
    st.button("Gem ændringen", key=f"{KEY}:save", on_click=_save,
              args=(visit, stage, (key, block, part, act), nonce))  # fmt: skip


def _places(section: Section) -> Mapping[str, str]:
    """The heading, and each block by how it begins."""
    named = {block.key: f"{n}. {_begins(block)}" for n, block in enumerate(section.blocks, start=1)}
    return {HERE: f"Overskriften: {section.title}"} | named


def _begins(block: Block) -> str:
    kind = {Table: "Tabel: ", Figure: "Figur: "}.get(type(block), "")
    text = " ".join(text_of(block).split())
    return f"{kind}{text[:80]}{' …' if len(text) > 80 else ''}"  # noqa: PLR2004


def _draw_part(section: Section, block_key: str) -> str:
    """A table is changed cell by cell."""
    if block_key == HERE:
        return HEADING
    block = next(b for b in section.blocks if b.key == block_key)
    if not isinstance(block, Table):
        return ""
    cells = {
        cell_name(r, c): text
        for r, row in enumerate((block.header, *block.rows), start=1)
        for c, text in enumerate(row, start=1)
    }
    return str(
        st.selectbox("Felt i tabellen", list(cells), key=f"{KEY}:cell:{block_key}",
                     format_func=lambda name: f"{name}: {cells[name][:70]}")
    )  # fmt: skip


def _acts(section: Section, block_key: str, part: str) -> list[RewriteAct]:
    if part == HEADING:
        return [RewriteAct.REPLACE, RewriteAct.INSERT]
    block = next(b for b in section.blocks if b.key == block_key)
    if not isinstance(block, Paragraph):
        return [RewriteAct.REPLACE]
    return [RewriteAct.INSERT] if block.tone is Tone.MISSING else list(ACTS)


def _save(visit: Visit, stage: Stage, place: tuple[str, str, str, RewriteAct], nonce: str) -> None:
    section, block, part, act = place
    typed = st.session_state.get(f"{KEY}:{nonce}:{act}:{block or section}:{part}", "")
    where = "" if act is RewriteAct.INSERT else part
    by = st.session_state[f"{KEY}:{nonce}:by"]
    try:
        amend(visit.db, visit.who, stage, Amended(section, block, where, act, typed, by), nonce)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", "Ændringen er gemt.")


def _draw_ends(visit: Visit, stage: Stage, found: Sequence[Wish]) -> None:
    """Taking one out again, and making the text."""
    council = stage.body is Body.COUNCIL
    names = {w.point.id: (w.first.after or w.first.before)[:80] for w in found}
    pick, drop = st.columns([4, 1], vertical_alignment="bottom")
    with pick:
        which = st.selectbox("Fortryd en ændring", list(names), format_func=names.__getitem__,
                             key=f"{KEY}:drop")  # fmt: skip
    with drop:
        st.button("Fjern ændringen", on_click=_drop,
                  args=(visit, stage, next(w for w in found if w.point.id == which)))  # fmt: skip
    if council:
        html_text("Når ændringerne er skrevet ind, er teksten låst. Læs dem igennem først.",
                  cls="sv-hint")  # fmt: skip
    label = worded(visit, "Skriv ændringerne ind, og lås {strategien}") if council else (
        "Lav næste version med ændringerne")  # fmt: skip
    nonce = st.session_state.setdefault(f"{KEY}:version:{stage.id}", new_id())
    st.button(markdown_safe(label), type="primary", on_click=_write, args=(visit, stage, nonce))


def _drop(visit: Visit, stage: Stage, wish: Wish) -> None:
    try:
        drop_amendment(visit.db, visit.who, stage, wish)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told(KEY, "success", "Ændringen er fjernet.")


def _write(visit: Visit, stage: Stage, nonce: str) -> None:
    try:
        version = write_amended(visit.db, visit.who, stage, nonce)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told("approval", "success", f"Ændringerne er skrevet ind i version {version.number}.")
