"""Sending a kept version out: to whom, until when, and who has answered."""

from datetime import timedelta

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import versions_of
from strategykit.actions.registers import entries
from strategykit.actions.sending_out import (
    change_send_out,
    close_send_out,
    reopen_send_out,
    send_out,
    send_outs_of,
    sent_file,
)
from strategykit.domain.drafts import VersionLine
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import Person, called
from strategykit.domain.reviews import SendOut
from strategykit.errors import StrategyError
from strategykit.storage.processes import short_name
from strategykit.ui.editions import moment
from strategykit.ui.forms import Form, edit_form, show_said, told
from strategykit.ui.links import link_to
from strategykit.ui.page import Visit
from strategykit.ui.papers import WORD
from strategykit.ui.reviewers import draw_reviewers
from strategykit.ui.text import html_text

KEY, CHOSEN = "review", "review:sent"
FIRST_DAYS = 14


def draw_sending_out(visit: Visit) -> None:
    """The form for sending out, and the review that was chosen."""
    show_said(KEY)
    kept = versions_of(visit.db, visit.process_id)
    if not kept:
        html_text("Kun en gemt version kan sendes ud. Gem først udkastet.", cls="sv-empty")
        link_to(visit, "udkast", "Gem udkastet som version")
        return
    found = send_outs_of(visit.db, visit.process_id)
    with st.expander("Send en version ud", expanded=not found, key=f"{KEY}:open:{len(found)}"):
        _draw_form(visit, list(kept))
    if found:
        _draw_sent(visit, chosen_review(found))


def chosen_review(found: tuple[SendOut, ...]) -> SendOut:
    """The newest review, or another that was chosen."""
    if len(found) == 1:
        return found[0]
    names = {s.id: _name(s) for s in reversed(found)}
    which = st.selectbox("Gennemsyn", list(names), format_func=names.__getitem__, key=CHOSEN,
                         persist_state="session")  # fmt: skip
    return next((s for s in found if s.id == which), found[-1])


def _name(sent: SendOut) -> str:
    state = "åbent" if sent.is_open else "lukket"
    day = f", sendt {moment(sent.sent_at)}" if sent.sent_at else ""
    return f"Version {sent.number}{day}, {state}"


def _draw_form(visit: Visit, kept: list[VersionLine]) -> None:
    people = {p.id: called(p) for p in entries(visit.db, visit.process_id, Person) if not p.erased}
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    versions = {v.id: f"Version {v.number}, gemt {moment(v.saved_at)}" for v in kept}
    with st.form(f"{KEY}:{nonce}"):
        left, right = st.columns(2)
        left.selectbox("Version", list(versions), format_func=versions.__getitem__,
                       key=f"{KEY}:{nonce}:version")  # fmt: skip
        right.date_input("Frist", visit.today + timedelta(days=FIRST_DAYS), format="DD.MM.YYYY",
                         min_value=visit.today, key=f"{KEY}:{nonce}:deadline")  # fmt: skip
        st.multiselect(
            "Hvem skal læse udkastet", list(people), format_func=people.__getitem__,
            placeholder="Vælg blandt deltagerne", key=f"{KEY}:{nonce}:people",
        )  # fmt: skip
        st.text_area("Følgebrev", key=f"{KEY}:{nonce}:note")
        st.checkbox("De kan se hinandens bemærkninger", key=f"{KEY}:{nonce}:others")
        st.form_submit_button("Send ud til gennemsyn", type="primary", on_click=_send,
                              args=(visit, nonce))  # fmt: skip


def _send(visit: Visit, nonce: str) -> None:
    typed = {
        part: st.session_state[f"{KEY}:{nonce}:{part}"]
        for part in ("version", "deadline", "people", "note", "others")
    }
    wanted = SendOut(
        id=nonce, process_id=visit.process_id, version_id=typed["version"],
        deadline=typed["deadline"], note=typed["note"], others_seen=typed["others"],
        person_ids=tuple(typed["people"]),
    )  # fmt: skip
    try:
        sent = send_out(visit.db, visit.who, wanted)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    st.session_state[CHOSEN] = sent.id
    told(KEY, "success", f"Version {sent.number} er klar til gennemsyn. Giv hver sit link.")


def _draw_sent(visit: Visit, sent: SendOut) -> None:
    st.subheader(f"Gennemsyn af version {sent.number}", anchor=False)
    html_text(_standing(sent), cls="sv-status")
    draw_reviewers(visit, sent)
    with st.container(horizontal=True):
        _draw_closing(visit, sent)
        st.download_button(
            "Hent den Word-fil, der blev sendt", sent_file(visit.db, sent),
            f"{short_name(visit.process.title)}-udkast-version-{sent.number}.docx", WORD,
            on_click="ignore", key=f"{KEY}:fetch",
        )  # fmt: skip
    with st.expander("Ret frist, følgebrev og indblik", key=f"{KEY}:edit"):
        form = Form(visit, SendOut, f"{KEY}:form:{sent.id}", change=change_send_out,
                    only=("deadline", "note", "others_seen"))  # fmt: skip
        edit_form(form, sent)


def _standing(sent: SendOut) -> str:
    state = "Gennemsynet er åbent." if sent.is_open else "Gennemsynet er lukket."
    if sent.deadline is None:
        return f"{state} Der er ingen frist."
    return f"{state} Fristen er den {danish_date(sent.deadline)}."


def _draw_closing(visit: Visit, sent: SendOut) -> None:
    label = "Luk gennemsynet" if sent.is_open else "Åbn gennemsynet igen"
    st.button(label, on_click=_turn, args=(visit, sent), key=f"{KEY}:turn")


def _turn(visit: Visit, sent: SendOut) -> None:
    try:
        (close_send_out if sent.is_open else reopen_send_out)(visit.db, visit.who, sent)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    said = "lukket. Det, der er sendt, kan læses af den, der skrev det" if sent.is_open else "åbent"
    told(KEY, "success", f"Gennemsynet er {said}.")
