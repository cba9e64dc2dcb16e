"""Making a process from a template."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.processes import start_process
from strategykit.actions.templates import ListedTemplate, list_templates
from strategykit.domain.clock import COPENHAGEN
from strategykit.domain.process import Process, suggested_deletion
from strategykit.domain.template import Template
from strategykit.domain.wording import render, words_of
from strategykit.errors import StrategyError
from strategykit.storage.database import Database
from strategykit.ui import fields
from strategykit.ui.addresses import ADDRESSES
from strategykit.ui.forms import draw_said, told
from strategykit.ui.mandate import FIELDS, municipalities
from strategykit.ui.page import shown_errors, who_is_here
from strategykit.ui.process_list import OVERVIEW, SAID, VIEW, open_by_name
from strategykit.ui.text import html_text

_FORM = "front:start"


def draw_start(db: Database) -> None:
    """First the template, then what is known of the process; all of it can be changed later."""
    st.header("Opret et forløb", anchor=False)
    with shown_errors():
        known = {f"{t.template.key} {t.template.version}": t for t in list_templates(db)}
        key = st.selectbox(
            "Skabelon", list(known), format_func=lambda k: _called(known[k], list(known.values())),
            key="front:template",
        )  # fmt: skip
        if key is not None:
            _draw_form(db, known[key].template, known[key].text)


def _called(listed: ListedTemplate, known: Sequence[ListedTemplate]) -> str:
    """The name; two of the same name are told apart by their version."""
    template = listed.template
    same = [each for each in known if each.template.name == template.name]
    return template.name if len(same) == 1 else f"{template.name}, udgave {template.version}"


def _draw_form(db: Database, template: Template, text: str) -> None:
    html_text(f"{template.audience}. {_holds(template)}")
    st.page_link(
        str(ADDRESSES["skabeloner"].script), label="Se, ret og prøv skabelonerne",
        query_params=dict(st.query_params),
    )  # fmt: skip
    nonce = st.session_state.setdefault(f"{_FORM}:nonce", new_id())
    with st.form(f"{_FORM}:{nonce}:{template.key}"):
        columns = st.columns(2)
        start = _start(template)
        for number, part in enumerate(fields.shown_fields(Process, FIELDS)):
            with columns[number % 2]:
                widget = f"{_FORM}:{nonce}:{template.key}:{part.name}"
                fields.draw(part, Process, widget, start.get(part.name), municipalities())
        draw_said(_FORM)
        st.form_submit_button(
            "Opret forløbet",
            type="primary",
            on_click=_start_it,
            args=(db, template.key, text, nonce),
        )


def _holds(template: Template) -> str:
    return f"Skabelonen giver {len(template.phases)} faser og {len(template.meetings)} møder."


def _start(template: Template) -> dict[str, object]:
    """The first values: the template's purposes in general words, and a day of deletion."""
    words = words_of(
        municipality="kommunen", committee="udvalget", title=template.terms.strategien, period="",
        terms=template.terms,
    )  # fmt: skip
    return {
        "purposes": tuple(render(purpose, words) for purpose in template.purposes),
        "deletes_on": suggested_deletion(datetime.now(COPENHAGEN).date()),
    }


def _start_it(db: Database, template: str, text: str, nonce: str) -> None:
    if st.session_state.get(f"{_FORM}:nonce") != nonce:
        st.session_state[VIEW] = OVERVIEW  # the second tap of a double tap brings the list back
        return
    key = f"{_FORM}:{nonce}:{template}"
    try:
        values = {
            part.name: fields.read(part, Process, st.session_state[f"{key}:{part.name}"])
            for part in fields.shown_fields(Process, FIELDS)
        }
        wanted = Process(id=nonce, process_id=nonce, name="", template=text, **values)
        made = start_process(db, who_is_here(), wanted)
    except StrategyError as error:
        told(_FORM, "error", str(error))
        return
    del st.session_state[f"{_FORM}:nonce"]
    told(SAID, "success", "Forløbet er oprettet. Skriv deltagerne ind, og sæt datoer på møderne.")
    open_by_name(made.name)
