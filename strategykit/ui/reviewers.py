"""The reviewers of one review: their links, and who has answered."""

from collections import Counter

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.own_marks import approvals_of
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.reviewing import (
    DAYS_AFTER,
    give_review_link,
    linked_reviewers,
    take_review_link,
)
from strategykit.actions.sending_out import add_reviewer
from strategykit.actions.taking_in import marks_of
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import Person, Role, called
from strategykit.domain.reviews import ReceivedFile, SendOut
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.personal_links import own_address, warn_when_local
from strategykit.ui.text import html_table, html_text

KEY = "reviewers"
_MADE = f"{KEY}:made"
_WISH = (
    "Her er version {number} af {title}. Vil du læse udkastet og skrive, hvad der skal være "
    "anderledes{until}?"
)
_HOW = (
    "Du kan læse og skrive på siden, også på en telefon, eller hente udkastet som Word-fil, rette "
    "i det og aflevere det samme sted:"
)


def draw_reviewers(visit: Visit, sent: SendOut) -> None:
    """The table of who has answered, the links one at a time, and the form for one more."""
    everybody = {p.id: p for p in entries(visit.db, visit.process_id, Person)}
    circle = [everybody[i] for i in sent.person_ids if i in everybody]
    linked = linked_reviewers(visit.db, sent)
    if circle:
        _draw_answers(visit, sent, circle, linked)
    else:
        html_text("Ingen er bedt om at læse udkastet endnu.", cls="sv-empty")
    show_said(KEY)
    names = {p.id: called(p) for p in circle if not p.erased}
    if names:
        which = st.selectbox("Link til", list(names), format_func=names.__getitem__,
                             key=f"{KEY}:pick:{sent.id}")  # fmt: skip
        _draw_link(visit, sent, everybody[which], linked)
    with st.expander("Tilføj en, der skal læse udkastet", key=f"{KEY}:more"):
        _draw_more(visit, sent, [p for p in everybody.values() if p not in circle])


def _draw_answers(
    visit: Visit, sent: SendOut, circle: list[Person], linked: frozenset[str]
) -> None:
    marks = Counter(mark.person_id for mark in marks_of(visit.db, sent))
    files = Counter(
        file.person_id
        for file in entries(visit.db, visit.process_id, ReceivedFile)
        if file.send_out_id == sent.id
    )
    read = Counter(approval.person_id for approval in approvals_of(visit.db, sent))
    html_table(
        "Hvem har svaret",
        ("Navn", "Link", "Bemærkninger og forslag", "Word-filer", "Kapitler uden tilføjelser"),
        [
            (called(p), "virker" if p.id in linked else "intet", str(marks[p.id]),
             str(files[p.id]), str(read[p.id]))
            for p in circle
        ],
    )  # fmt: skip


def _draw_link(visit: Visit, sent: SendOut, person: Person, linked: frozenset[str]) -> None:
    """A link is shown once, right after it was made: only its hash is kept."""
    label = "Lav et nyt link" if person.id in linked else "Lav et link"
    with st.container(horizontal=True):
        st.button(label, on_click=_give, args=(visit, sent, person), key=f"{KEY}:give")
        if person.id in linked:
            st.button("Træk linket tilbage", on_click=_take, args=(visit, sent, person),
                      key=f"{KEY}:take")  # fmt: skip
    made = st.session_state.pop(_MADE, None)
    if made and made[:2] == (sent.id, person.id):
        html_text(
            f"Linket til {person.name} vises kun denne ene gang. Kopiér linket, eller kopiér hele "
            "beskeden og send den."
        )
        warn_when_local()
        st.code(made[2], language=None, wrap_lines=True)
        st.code(_message(visit, sent, person, made[2]), language=None, wrap_lines=True)


def _message(visit: Visit, sent: SendOut, person: Person, link: str) -> str:
    """A mail that is ready to be sent."""
    until = f" senest den {danish_date(sent.deadline)}" if sent.deadline else ""
    after = f" og lukker {DAYS_AFTER} dage efter fristen" if sent.deadline else ""
    lines = (
        f"Kære {person.name}",
        _WISH.format(number=sent.number, title=visit.process.title, until=until),
        sent.note,
        _HOW,
        link,
        f"Linket er dit eget. Det viser kun dette udkast{after}. Giv det ikke videre.",
    )
    return "\n\n".join(line for line in lines if line)


def _give(visit: Visit, sent: SendOut, person: Person) -> None:
    try:
        token = give_review_link(visit.db, visit.who, sent, person)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[_MADE] = (sent.id, person.id, f"{own_address()}/gennemsyn?n={token}")
    told(KEY, "success", f"{person.name} har fået et link til gennemsynet.")


def _take(visit: Visit, sent: SendOut, person: Person) -> None:
    try:
        take_review_link(visit.db, visit.who, sent, person.id)
        told(KEY, "success", f"Linket til {person.name} er trukket tilbage.")
    except StrategyError as error:
        told(KEY, "error", str(error))


def _draw_more(visit: Visit, sent: SendOut, others: list[Person]) -> None:
    names = {p.id: called(p) for p in others if not p.erased}
    nonce = st.session_state.setdefault(f"{KEY}:nonce", new_id())
    with st.form(f"{KEY}:{nonce}"):
        st.selectbox("En af deltagerne", list(names), index=None, format_func=names.__getitem__,
                     placeholder="Vælg en deltager", key=f"{KEY}:{nonce}:known")  # fmt: skip
        st.text_input("Eller navnet på en anden", key=f"{KEY}:{nonce}:name")
        st.form_submit_button("Tilføj", on_click=_add, args=(visit, sent, nonce))


def _add(visit: Visit, sent: SendOut, nonce: str) -> None:
    known = st.session_state[f"{KEY}:{nonce}:known"]
    name = st.session_state[f"{KEY}:{nonce}:name"]
    try:
        if not known:
            known = nonce
            add_entry(visit.db, visit.who, Person(id=nonce, process_id=visit.process_id, name=name,
                                                  role=Role.GUEST))  # fmt: skip
        add_reviewer(visit.db, visit.who, sent, known)
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    st.session_state[f"{KEY}:nonce"] = new_id()
    told(KEY, "success", "Tilføjet. Giv personen et link.")
