"""The parties of a hearing: who is asked, their links, and the forms that they send back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.hearing_answers import responses_of, take_form
from strategykit.actions.hearing_links import (
    DAYS_AFTER,
    give_party_link,
    linked_parties,
    take_party_link,
)
from strategykit.actions.hearing_papers import form_file
from strategykit.actions.hearings import ask_stakeholders, parties_of
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.domain.actors import Stakeholder
from strategykit.domain.hearings import Hearing, HearingParty, given
from strategykit.domain.intake import WORD_LIMITS
from strategykit.domain.numbers import danish_date
from strategykit.errors import StrategyError
from strategykit.storage.processes import short_name
from strategykit.ui.editions import moment
from strategykit.ui.forms import Form, edit_form, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.papers import WORD
from strategykit.ui.personal_links import own_address, warn_when_local
from strategykit.ui.register import remove_button
from strategykit.ui.text import html_table, html_text, markdown_safe

KEY = "party"
_MADE = f"{KEY}:made"
_ASK = "{committee} sender {title} i høring. Skriv, hvad I mener om udkastet{until}."
_HOW = (
    "Læs udkastet og skriv jeres svar her. Siden virker også på en telefon. I kan også hente en "
    "svarskabelon som Word-fil og aflevere den samme sted:"
)
_YOURS = (
    "Linket er jeres eget. Det viser kun denne høring{after}. Giv det kun til dem, der skriver "
    "svaret sammen med jer."
)


def draw_parties(visit: Visit, hearing: Hearing) -> None:
    """The table of who has answered, one party at a time, and the ways to add more."""
    parties = parties_of(visit.db, hearing)
    linked = linked_parties(visit.db, visit.process_id)
    if parties:
        _draw_table(visit, hearing, parties, linked)
    else:
        html_text("Ingen er spurgt endnu.", cls="sv-empty")
    show_said(KEY)
    with st.expander("Tilføj høringsparter", expanded=not parties, key=f"{KEY}:more"):
        _draw_more(visit, hearing, parties)
    if parties:
        by_id = {p.id: p for p in parties}
        which = st.selectbox("Høringspart", list(by_id), format_func=lambda i: by_id[i].name,
                             key=_pick(hearing), persist_state="session")  # fmt: skip
        _draw_party(visit, hearing, by_id.get(which, parties[0]), linked)


def _pick(hearing: Hearing) -> str:
    return f"{KEY}:pick:{hearing.id}"


def _draw_table(
    visit: Visit, hearing: Hearing, parties: Sequence[HearingParty], linked: frozenset[str]
) -> None:
    answers = Counter(r.party_id for r in given(responses_of(visit.db, hearing)))
    speaks = f"Taler for {visit.template.terms.personerne}"
    html_table(
        "Hvem er spurgt, og hvem har svaret",
        ("Høringspart", "Kontakt", speaks, "Link", "Kapitler med svar", "Sendt ind"),
        [
            (p.name, p.contact, "ja" if p.young else "nej", "virker" if p.id in linked else "intet",
             str(answers[p.id]), moment(p.answered_at) if p.answered_at else "ikke endnu")
            for p in parties
        ],
    )  # fmt: skip


def _draw_party(
    visit: Visit, hearing: Hearing, party: HearingParty, linked: frozenset[str]
) -> None:
    """A link is shown once, right after it was made: only its hash is kept."""
    label = "Lav et nyt link" if party.id in linked else "Lav et link"
    with st.container(horizontal=True):
        st.button(label, on_click=_give, args=(visit, party), key=f"{KEY}:give")
        if party.id in linked:
            st.button("Træk linket tilbage", on_click=_take, args=(visit, party),
                      key=f"{KEY}:take")  # fmt: skip
        st.download_button(
            "Hent svarskabelonen", partial(form_file, visit.db, hearing, party),
            f"hoeringssvar-{short_name(party.name)}.docx", WORD, on_click="ignore",
            key=f"{KEY}:form",
        )  # fmt: skip
    made = st.session_state.pop(_MADE, None)
    if made and made[0] == party.id:
        html_text(
            f"Linket til {party.name} vises kun denne ene gang. Kopiér linket, eller kopiér hele "
            "brevet og send det."
        )
        warn_when_local()
        st.code(made[1], language=None, wrap_lines=True)
        st.code(_letter(visit, hearing, party, made[1]), language=None, wrap_lines=True)
    with st.expander("Aflever en udfyldt svarskabelon for parten", key=f"{KEY}:file"):
        _draw_upload(visit, party)
    with st.expander("Ret eller slet høringsparten", key=f"{KEY}:edit"):
        speaks = markdown_safe(f"Taler for {visit.template.terms.personerne}")
        st.checkbox(
            speaks, party.young, on_change=_speaks,
            key=f"{KEY}:young:{party.id}:{party.version}", args=(visit, party),
        )  # fmt: skip
        edit_form(Form(visit, HearingParty, f"{KEY}:form:{party.id}", only=("name", "contact")),
                  party)  # fmt: skip
        remove_button(visit, party, KEY)


def _letter(visit: Visit, hearing: Hearing, party: HearingParty, link: str) -> str:
    """A mail that is ready to be sent."""
    until = f", senest den {danish_date(hearing.ends)}" if hearing.ends else ""
    after = f" og lukker {DAYS_AFTER} dage efter fristen" if hearing.ends else ""
    asked = _ASK.format(
        committee=visit.process.committee or "Udvalget", title=visit.process.title, until=until
    )
    lines = (
        f"Til {party.name}",
        asked,
        hearing.note,
        _HOW,
        link,
        _YOURS.format(after=after),
    )
    return "\n\n".join(line for line in lines if line)


def _give(visit: Visit, party: HearingParty) -> None:
    try:
        token = give_party_link(visit.db, visit.who, party)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[_MADE] = (party.id, f"{own_address()}/hoeringssvar?n={token}")
    told(KEY, "success", f"{party.name} har fået et link til høringen.")


def _take(visit: Visit, party: HearingParty) -> None:
    try:
        take_party_link(visit.db, visit.who, party)
        told(KEY, "success", f"Linket til {party.name} er trukket tilbage.")
    except StrategyError as error:
        told(KEY, "error", str(error))


def _speaks(visit: Visit, party: HearingParty) -> None:
    try:
        change_entry(visit.db, visit.who, party, replace(party, young=not party.young))
        told(KEY, "success", "Gemt.")
    except StrategyError as error:
        told(KEY, "error", str(error))


def _draw_upload(visit: Visit, party: HearingParty) -> None:
    nonce = st.session_state.setdefault(f"{KEY}:nonce:file", new_id())
    file = st.file_uploader("Udfyldt svarskabelon (.docx)", type=["docx"],
                            key=f"{KEY}:{nonce}:{party.id}:file",
                            max_upload_size=WORD_LIMITS.packed // 1_000_000)  # fmt: skip
    anyway = st.checkbox("Læs filen, selv om den er lavet til en anden høringspart",
                         key=f"{KEY}:{nonce}:{party.id}:anyway")  # fmt: skip
    if file is not None:
        st.button("Læs svarene ind", type="primary", on_click=_take_form, key=f"{KEY}:take:file",
                  args=(visit, party, file.getvalue(), anyway))  # fmt: skip


def _take_form(visit: Visit, party: HearingParty, data: bytes, anyway: bool) -> None:  # noqa: FBT001 - Streamlit gives it by place
    try:
        taken = take_form(visit.db, party, data, visit.who, anyway=anyway)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce:file"] = new_id()
    if taken.changed:
        told(KEY, "success", f"Filen fra {party.name} er læst. Den havde svar til "
             f"{taken.answers} {'kapitel' if taken.answers == 1 else 'kapitler'}.")  # fmt: skip
    else:
        told(KEY, "success", "De samme svar er læst før, så intet er ændret.")


def _draw_more(visit: Visit, hearing: Hearing, parties: Sequence[HearingParty]) -> None:
    asked = {p.name.casefold() for p in parties}
    known = {
        s.id: s for s in entries(visit.db, visit.process_id, Stakeholder)
        if s.name.casefold() not in asked
    }  # fmt: skip
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    if known:
        with st.form(f"{KEY}:{nonce}:known"):
            st.multiselect(
                "Blandt interessenterne", list(known), key=f"{KEY}:{nonce}:chosen",
                format_func=lambda i: known[i].name, placeholder="Vælg en eller flere",
            )  # fmt: skip
            st.form_submit_button("Tilføj de valgte", on_click=_ask, args=(visit, hearing, nonce))
    with st.form(f"{KEY}:{nonce}"):
        left, right = st.columns(2)
        left.text_input("Navnet på en høringspart", key=f"{KEY}:{nonce}:name")
        right.text_input("Kontakt", key=f"{KEY}:{nonce}:contact")
        st.checkbox(markdown_safe(f"Parten taler for {visit.template.terms.personerne}"),
                    key=f"{KEY}:{nonce}:young")  # fmt: skip
        st.form_submit_button("Tilføj", on_click=_add, args=(visit, hearing, nonce))


def _ask(visit: Visit, hearing: Hearing, nonce: str) -> None:
    chosen = st.session_state[f"{KEY}:{nonce}:chosen"]
    known = [s for s in entries(visit.db, visit.process_id, Stakeholder) if s.id in chosen]
    try:
        made = ask_stakeholders(visit.db, visit.who, hearing, known)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", f"Tilføjet: {len(made)}. Giv hver part et link.")


def _add(visit: Visit, hearing: Hearing, nonce: str) -> None:
    name, contact, young = (
        st.session_state[f"{KEY}:{nonce}:{part}"] for part in ("name", "contact", "young")
    )
    try:
        made = HearingParty(
            id=nonce, process_id=visit.process_id, hearing_id=hearing.id, name=name,
            contact=contact, young=young,
        )  # fmt: skip
        add_entry(visit.db, visit.who, made)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    st.session_state[_pick(hearing)] = nonce
    told(KEY, "success", f"{name} er tilføjet. Lav et link, eller hent svarskabelonen.")
