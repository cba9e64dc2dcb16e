"""Keeping the draft under a number, and comparing two of them."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import NOTE, compare, keep_version, versions_of
from strategykit.actions.drafts import Choices, DraftNow
from strategykit.actions.registers import entries
from strategykit.domain.drafts import ChangeKind, PartChange, VersionLine
from strategykit.domain.people import Person
from strategykit.errors import StrategyError
from strategykit.ui.editions import NOBODY, moment, pieces_html
from strategykit.ui.forms import show_said, told
from strategykit.ui.links import link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, html_text, plain

KEY = "draft:versions"
NOW = ""
_MOST = 60


def draw_versions(visit: Visit, now: DraftNow, choices: Choices) -> None:
    """The button that keeps, the list, the comparison."""
    _draw_keeping(visit, now, choices)
    kept = versions_of(visit.db, visit.process_id)
    if not kept:
        return
    names = {person.id: person.name for person in entries(visit.db, visit.process_id, Person)}
    html_table(
        "Gemte versioner, den nyeste først", ["Version", "Gemt", "Af", "Hvad er nyt"],
        [[str(v.number), moment(v.saved_at), names.get(v.editor_id, NOBODY), v.note] for v in kept],
    )  # fmt: skip
    link_to(visit, "hoering", "Send en version ud til gennemsyn")
    _draw_comparison(visit, now, kept)


def _draw_keeping(visit: Visit, now: DraftNow, choices: Choices) -> None:
    show_said(KEY)
    if now.kept_as is not None:
        return
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    number = now.draft.cover.version
    with st.form(f"{KEY}:{nonce}"):
        html_text(
            f"Gem udkastet som version {number}, før I sender det ud. En gemt version ændrer sig "
            "ikke, og I kan altid hente den igen."
        )
        st.text_input(NOTE, key=f"{KEY}:note:{nonce}")
        st.form_submit_button(f"Gem version {number}", type="primary", on_click=_keep,
                              args=(visit, nonce, choices))  # fmt: skip


def _keep(visit: Visit, nonce: str, choices: Choices) -> None:
    note = st.session_state[f"{KEY}:note:{nonce}"]
    try:
        version = keep_version(visit.db, visit.who, visit.process_id, nonce, note, choices)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", f"Udkastet er gemt som version {version.number}.")


def _draw_comparison(visit: Visit, now: DraftNow, kept: Sequence[VersionLine]) -> None:
    st.subheader("Sammenlign", anchor=False)
    names = {line.id: f"Version {line.number}" for line in kept}
    newer = {NOW: "Udkastet, som det står nu"} | names
    left, right = st.columns(2)
    with left:
        old = st.selectbox("Fra", list(names), format_func=names.__getitem__, key=f"{KEY}:old")
    with right:
        new = st.selectbox("Til", list(newer), format_func=newer.__getitem__, key=f"{KEY}:new")
    found = compare(visit.db, visit.process_id, old, new or now.draft)
    if not found:
        html_text("Der er ingen forskel.", cls="sv-empty")
    for place, same in groupby(found[:_MOST], key=lambda change: change.place):
        st.html(_changes_html(place, list(same)))
    if len(found) > _MOST:
        html_text(f"De første {_MOST} af {len(found)} forskelle er vist.", cls="sv-hint")


def _changes_html(place: str, changes: Sequence[PartChange]) -> str:
    """What is wholly new or gone says so itself."""
    told_ = "".join(
        f'<p class="sv-differences">{_mark(change)}{pieces_html(change.pieces)}</p>'
        for change in changes
    )
    return f'<div class="sv-draft-change"><h3>{plain(place)}</h3>{told_}</div>'


def _mark(change: PartChange) -> str:
    return '<span class="sv-change">Ændret</span> ' if change.kind is ChangeKind.CHANGED else ""
