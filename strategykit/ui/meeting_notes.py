"""What is written down during a meeting: for the referat, and for the next time."""

from collections.abc import Callable, Mapping

import streamlit as st

from strategykit.actions.meetings import agenda_of
from strategykit.actions.minorities import rulings_of
from strategykit.actions.registers import entries
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import (
    AgendaItem,
    Agreement,
    Decision,
    Disqualification,
    Meeting,
    Parked,
)
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Person, called, in_role_order
from strategykit.ui.fields import Choices
from strategykit.ui.forms import Form, edit_form
from strategykit.ui.page import Visit
from strategykit.ui.register import Register, draw_register, picker
from strategykit.ui.text import html_table, html_text

_ITEM_FORM, _ABSENT_FORM = "notes:item", "notes:absent"


def draw_notes(visit: Visit, meeting: Meeting) -> None:
    """One kind of note at a time."""
    st.header("Under mødet", anchor=False)
    chosen = st.segmented_control(
        "Skriv ned", list(_KINDS), default=next(iter(_KINDS)), required=True, key="notes:kind",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    _KINDS[chosen or "Til referatet"](visit, meeting)


def _draw_minutes(visit: Visit, meeting: Meeting) -> None:
    items = agenda_of(visit.db, meeting)
    if not items:
        html_text("Drejebogen har ingen punkter endnu. Skriv dem under Drejebog.")
        return
    rows = [(f"{n}. {item.title}", item.noted) for n, item in enumerate(items, start=1)]
    html_table("Til referatet, punkt for punkt", ("Punkt", "Til referatet"), rows)
    chosen = picker("Skriv til punktet", items, f"notes:pick:{meeting.id}")
    if chosen is not None:
        form = Form(visit, AgendaItem, _ITEM_FORM, only=("noted",))
        edit_form(form, chosen, "Gem til referatet")


def _draw_absent(visit: Visit, meeting: Meeting) -> None:
    people = _people(visit)
    if not people["people"]:
        html_text("Skriv deltagerne ind på siden Deltagere først.")
        return
    html_text("Alle andre på deltagerlisten står som til stede i referatet.")
    form = Form(visit, Meeting, _ABSENT_FORM, choices=people, only=("absent",))
    edit_form(form, meeting, "Gem afbud")


def _register(
    kind: type[Entry], title: str, adds: str, empty: str, about: str = ""
) -> Callable[[Visit, Meeting], None]:
    """The register of one kind that hangs on the meeting."""

    def draw(visit: Visit, meeting: Meeting) -> None:
        if about:
            html_text(about)
        choices = {**_people(visit), **_agenda(visit, meeting)}
        preset = {"meeting_id": meeting.id}
        draw_register(Register(visit, kind, title, adds, empty, preset=preset, choices=choices))

    return draw


def _people(visit: Visit) -> Choices:
    known = in_role_order(entries(visit.db, visit.process_id, Person))
    return {"people": {p.id: called(p) for p in known}}


def _agenda(visit: Visit, meeting: Meeting) -> Choices:
    numbered = enumerate(agenda_of(visit.db, meeting), start=1)
    return {"agenda_items": {item.id: f"{n}. {item.title}" for n, item in numbered}}


def _draw_minorities(visit: Visit, meeting: Meeting) -> None:
    html_text(
        "Den, der er uenig, kan få det skrevet ned med navn. Det kommer med i referatet og i et "
        "bilag til udkastet."
    )
    rulings = rulings_of(visit.db, visit.process_id, meeting.id)
    choices = {
        **_people(visit),
        "decisions": {r.id: r.title for r in rulings if not r.step and not r.step_id},
        "steps": {r.step_id or r.id: r.title for r in rulings if r.step or r.step_id},
    }
    draw_register(
        Register(
            visit, Minority, "Mindretalsudtalelser", "Skriv en mindretalsudtalelse ind",
            "Der er ingen mindretalsudtalelser.", preset={"meeting_id": meeting.id},
            choices=choices,
        )
    )  # fmt: skip


_KINDS: Mapping[str, Callable[[Visit, Meeting], None]] = {
    "Til referatet": _draw_minutes,
    "Afbud": _draw_absent,
    "Inhabilitet": _register(
        Disqualification,
        "Inhabile ved mødet",
        "Skriv en inhabilitet ind",
        "Ingen har været inhabil.",
        "Den, der er inhabil, forlader lokalet, mens punktet behandles (forvaltningsloven §§ 3-6).",
    ),
    "Beslutninger": _register(
        Decision, "Beslutninger på mødet", "Skriv en beslutning ind", "Der er ingen beslutninger."
    ),
    "Mindretal": _draw_minorities,
    "Aftaler": _register(
        Agreement,
        "Aftaler til næste gang",
        "Skriv en aftale ind",
        "Der er ingen aftaler.",
        "Aftaler, der ikke er gjort, står i den næste indkaldelse.",
    ),
    "Parkeringsplads": _register(
        Parked,
        "Parkeringspladsen",
        "Sæt et emne på parkeringspladsen",
        "Parkeringspladsen er tom.",
        "Det, der bliver sagt, men hører til et andet sted.",
    ),
}
