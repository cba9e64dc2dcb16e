"""The papers of one body's turn, and the package for the journal; each is made when asked for."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from strategykit.actions.journal import journal_package, makes_pdf
from strategykit.actions.papers import (
    OnePage,
    agenda_item_file,
    all_forms,
    decision_extract_file,
    one_page_made,
    usual_form,
)
from strategykit.domain.approvals import Outcome, Stage
from strategykit.domain.approving import at_hand, current
from strategykit.errors import StrategyError
from strategykit.storage.processes import short_name
from strategykit.ui.page import Visit
from strategykit.ui.papers import WORD
from strategykit.ui.text import html_text, markdown_safe
from strategykit.ui.wording import worded

KEY = "approval:papers"
ZIP = "application/zip"


def draw_approval_papers(visit: Visit, stages: Sequence[Stage]) -> None:
    """For the chosen stage to the left, for the journal to the right."""
    now = current(stages)
    first = at_hand(stages) or now[-1]
    by_id = {stage.id: stage for stage in now}
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Til mødet", anchor=False)
        chosen = st.selectbox(
            "Papirer til", list(by_id), list(by_id).index(first.id),
            format_func=lambda i: by_id[i].name, key=f"{KEY}:stage",
        )  # fmt: skip
        stage = by_id[chosen]
        _draw_agenda_item(visit, stage)
        _draw_one_page(visit, stage)
        _draw_extract(visit, stage)
    with right:
        st.subheader("Til journalen", anchor=False)
        _draw_journal(visit)


def _draw_agenda_item(visit: Visit, stage: Stage) -> None:
    forms = {form.key: form for form in all_forms()}
    usual = usual_form(visit.process)
    own = usual.code == visit.process.municipality
    with st.container(border=True, gap="small"):
        html_text(
            "Sagen i den form, som kommunen bruger på sine dagsordener." if own else
            "Kommunens egen form er ikke lagt ind. Vælg den, der ligner jeres mest."
        )  # fmt: skip
        key = st.selectbox("Form", list(forms), list(forms).index(usual.key),
                           format_func=lambda k: forms[k].name, key=f"{KEY}:form")  # fmt: skip
        st.download_button(
            "Hent dagsordenspunktet", partial(agenda_item_file, visit.db, stage, forms[key]),
            f"dagsordenspunkt-{short_name(stage.name)}.docx", WORD, on_click="ignore",
            key=f"{KEY}:agenda",
        )  # fmt: skip


def _draw_one_page(visit: Visit, stage: Stage) -> None:
    token = (stage.id, visit.overview.revision)
    with st.container(border=True, gap="small"):
        html_text(worded(visit, "Vision, {omraader} og mål med det, der indstilles, på én side."))
        if st.button("Skriv siden", key=f"{KEY}:page"):
            with st.spinner("Siden skrives, og det kontrolleres, at den kun er én side"):
                st.session_state[f"{KEY}:page:made"] = (token, one_page_made(visit.db, stage))
        made_for, made = st.session_state.get(f"{KEY}:page:made", (None, None))
        if made_for == token and made is not None:
            html_text(_pages(made), cls="sv-hint")
            label = worded(visit, "Hent {strategien} på én side")
            st.download_button(markdown_safe(label), made.data,
                               f"kort-fortalt-{short_name(stage.name)}.docx", WORD,
                               on_click="ignore", key=f"{KEY}:page:fetch")  # fmt: skip


def _pages(made: OnePage) -> str:
    if made.pages is None:
        return "LibreOffice er ikke på denne maskine, så se selv efter, om den holder sig på én."
    if made.pages == 1:
        return "Kontrolleret: den er på én side."
    return f"Teksterne er så lange, at den er på {made.pages} sider. Kort visionen af."


def _draw_extract(visit: Visit, stage: Stage) -> None:
    with st.container(border=True, gap="small"):
        if stage.outcome is Outcome.WAITING:
            html_text(f"Udskriften af beslutningen kan hentes, når {stage.name} har besluttet.")
            return
        html_text("Indstilling, beslutning, stemmer, mindretal og ændringer i teksten.")
        st.download_button(
            "Hent udskrift af beslutningen", partial(decision_extract_file, visit.db, stage),
            f"beslutning-{short_name(stage.name)}.docx", WORD, on_click="ignore",
            key=f"{KEY}:extract",
        )  # fmt: skip


def _draw_journal(visit: Visit) -> None:
    token = (visit.process_id, visit.overview.revision)
    with st.container(border=True, gap="small"):
        html_text(
            "Journalpakken samler de endelige dokumenter i én zip-fil: udkastet, referater, "
            "beslutninger, nulpunktet med kilder, høringsnotat og dagsordenspunkter. En liste "
            "siger, hvad hvert dokument er, og har en kontrolsum for det."
        )
        html_text(
            "Hvert dokument er der både som Word og som PDF/A. Det tager et par minutter."
            if makes_pdf() else
            "LibreOffice er ikke på denne maskine, så dokumenterne er der kun som Word. PDF/A "
            "kommer med, når pakken laves, hvor LibreOffice er.", cls="sv-hint",
        )  # fmt: skip
        if st.button("Lav Journalpakken", type="primary", key=f"{KEY}:journal"):
            _make_journal(visit, token)
        made_for, data = st.session_state.get(f"{KEY}:journal:made", (None, b""))
        if made_for == token:
            st.download_button("Hent Journalpakken", data,
                               f"journalpakke-{short_name(visit.process.title)}.zip", ZIP,
                               on_click="ignore", key=f"{KEY}:journal:fetch")  # fmt: skip


def _make_journal(visit: Visit, token: tuple[str, int]) -> None:
    bar = st.progress(0.0, "Dokumenterne samles")

    def said(number: int, of_all: int) -> None:
        bar.progress((number - 1) / of_all, f"Dokument {number} af {of_all}")

    try:
        data = journal_package(visit.db, visit.process_id, said)
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
        return
    finally:
        bar.empty()
    st.session_state[f"{KEY}:journal:made"] = (token, data)
