"""What the committee is asked to do, by whom and until when."""

import streamlit as st

from strategykit.actions.meetings import municipality_names
from strategykit.domain.numbers import danish_date
from strategykit.domain.process import Process, suggested_deletion
from strategykit.ui.fields import Choices
from strategykit.ui.forms import Form, edit_form
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text

#: In pairs, as they stand beside each other.
FIELDS = (
    "title", "municipality", "committee", "case_number", "mandate_body", "mandate_day",
    "mandate", "deliverables", "period_from", "period_to", "purposes", "deletes_on",
)  # fmt: skip


def municipalities() -> Choices:
    """The choice of the 98."""
    return {"municipalities": municipality_names()}


def draw_mandate(visit: Visit) -> None:
    """The form of the process."""
    st.header("Opgaven", anchor=False)
    html_text(
        "Det, der står her, bruges i indkaldelser, på udkastets forside og i afsnittet om mandatet."
    )
    edit_form(
        Form(visit, Process, "mandate", {}, municipalities(), FIELDS, 2),
        visit.process,
        "Gem opgaven",
    )
    if not visit.process.deletes_on:
        day = suggested_deletion(visit.today, visit.process.period_to)
        html_text(f"Forslag til slettedato: {danish_date(day)}, når perioden er udløbet.")
