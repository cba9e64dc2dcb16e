"""The concrete indsatser of an area, each held up against the template's principles."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.areas import Area, Holds, Measure
from strategykit.domain.wording import capital
from strategykit.errors import EditConflict, StrategyError
from strategykit.ui.forms import Form, draw_conflict, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.register import picker, remove_button

KEY = "measures"
ANSWERS = ("", *(answer.value for answer in Holds))
UNANSWERED = "Ikke besvaret"


def draw_measures(visit: Visit, area: Area) -> None:
    """A form for a new one, and for one that is there."""
    measures = [m for m in entries(visit.db, visit.process_id, Measure) if m.area_id == area.id]
    new, old = st.columns(2, gap="large")
    with new:
        st.subheader("Ny indsats", anchor=False)
        _draw_new(visit, area)
    with old:
        if measures:
            _draw_old(visit, measures)


def _draw_new(visit: Visit, area: Area) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    blank = {"text": "", "answers": (), "comment": ""}
    with st.form(f"{KEY}:new:{nonce}", border=True):
        show_said(f"{KEY}:new")
        _draw_fields(visit, f"{KEY}:new:{nonce}", "Ny indsats", blank)
        st.form_submit_button(
            "Tilføj indsats", type="primary", on_click=_add, args=(visit, area, nonce)
        )


def _draw_old(visit: Visit, measures: Sequence[Measure]) -> None:
    st.subheader("Ret en indsats", anchor=False)
    chosen = picker("Indsats at rette", measures, f"{KEY}:pick")
    if chosen is None:
        return
    form = _form(visit)
    if f"{form.key}:conflict" in st.session_state:
        draw_conflict(form)
        return
    key = f"{KEY}:edit:{chosen.id}:{chosen.version}"
    with st.form(key, border=True):
        show_said(f"{KEY}:edit")
        values = {"text": chosen.text, "answers": chosen.answers, "comment": chosen.comment}
        _draw_fields(visit, key, "Indsats", values)
        st.form_submit_button(
            "Gem indsats", type="primary", on_click=_change, args=(visit, chosen, key)
        )
    remove_button(visit, chosen, KEY)


def _draw_fields(visit: Visit, key: str, label: str, values: dict[str, Any]) -> None:
    st.text_area(label, value=values["text"], key=f"{key}:text", height=90)
    given = (*values["answers"], *[""] * len(visit.template.principles))
    for place, principle in enumerate(visit.template.principles):
        index = ANSWERS.index(given[place]) if given[place] in ANSWERS else 0
        st.selectbox(
            principle.ask, ANSWERS, index, format_func=lambda a: capital(a) or UNANSWERED,
            key=f"{key}:answer:{place}", help=f"{principle.title}. Kilde: {principle.source}",
        )  # fmt: skip
    if visit.template.principles:
        st.text_area("Bemærkning", value=values["comment"], key=f"{key}:comment", height=70)


def _typed(visit: Visit, key: str) -> dict[str, Any]:
    places = range(len(visit.template.principles))
    return {
        "text": st.session_state[f"{key}:text"],
        "answers": tuple(st.session_state[f"{key}:answer:{place}"] or "" for place in places),
        "comment": st.session_state.get(f"{key}:comment") or "",
    }


def _add(visit: Visit, area: Area, nonce: str) -> None:
    try:
        typed = _typed(visit, f"{KEY}:new:{nonce}")
        measure = Measure(id=nonce, process_id=visit.process_id, area_id=area.id, **typed)
        add_entry(visit.db, visit.who, measure)
    except StrategyError as error:
        told(f"{KEY}:new", "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(f"{KEY}:new", "success", "Indsatsen er tilføjet.")


def _change(visit: Visit, seen: Measure, key: str) -> None:
    try:
        change_entry(visit.db, visit.who, seen, replace(seen, **_typed(visit, key)))
        told(f"{KEY}:edit", "success", "Gemt.")
    except EditConflict as conflict:
        st.session_state[f"{KEY}:edit:conflict"] = (conflict.theirs, conflict.mine)
    except StrategyError as error:
        told(f"{KEY}:edit", "error", str(error))


def _form(visit: Visit) -> Form[Measure]:
    """Only to show a conflict by; the answers travel along unseen."""
    return Form(visit, Measure, f"{KEY}:edit", only=("text", "comment"))
