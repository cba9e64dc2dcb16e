"""Who takes part, in which role; what is kept of each, and taking the name away."""

import streamlit as st

from strategykit.actions.erasing import backups_with, erase_person
from strategykit.actions.people import dots_given, person_traces, remove_person
from strategykit.actions.registers import entries
from strategykit.domain.numbers import danish
from strategykit.domain.people import Person, called, in_role_order, role_counts, role_word
from strategykit.domain.traces import Trace
from strategykit.errors import CleanUpWaits, StrategyError
from strategykit.settings import settings
from strategykit.ui.forms import Form, add_form, edit_form, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.personal_links import draw_link
from strategykit.ui.process_end import UNCLEAN, draw_clean_up, told_of_backups
from strategykit.ui.register import picker
from strategykit.ui.text import html_table, html_text
from strategykit.ui.tiles import Tile, draw_tiles

_SAID, _FORM = "people", "people:edit"


def draw_people(visit: Visit) -> None:
    """The list by role, the form for one more, and one person at a time."""
    people = in_role_order(entries(visit.db, visit.process_id, Person))
    show_said(_SAID)
    draw_clean_up(visit.db, visit.who)
    if people:
        draw_tiles(
            "Deltagere efter rolle",
            [Tile(n, role_word(role, n)) for role, n in role_counts(people)],
        )
        rows = [(called(p), p.role.value, p.organisation) for p in people]
        html_table("Deltagere", ("Navn", "Rolle", "Parti, forening eller funktion"), rows)
    else:
        html_text("Der er ingen deltagere endnu. Begynd med formanden.")
    with st.expander("Tilføj en deltager", expanded=not people, key="people:open"):
        add_form(Form(visit, Person, "people:add", columns=3), "Tilføj deltageren")
    if people:
        chosen = picker("Ret eller slet en deltager", people, "people:pick", called)
        if chosen is not None:
            _draw_person(visit, chosen)


def _draw_person(visit: Visit, person: Person) -> None:
    if not person.erased:
        edit_form(Form(visit, Person, _FORM, columns=3), person, "Gem deltageren")
    _draw_kept(visit, person)
    if person.erased:
        return
    draw_link(visit, person, _SAID)
    with st.container(horizontal=True):
        _draw_erase(visit, person)
        with st.popover("Fjern fra listen"):
            html_text("Kun for en, der er skrevet ind ved en fejl og ikke står andre steder.")
            st.button("Fjern deltageren", on_click=_remove, args=(visit, person))


def _draw_kept(visit: Visit, person: Person) -> None:
    """What the process keeps of the person, for whoever asks to see it."""
    with st.expander("Vis, hvad der er gemt om personen", key=f"people:kept:{person.id}"):
        rows = [
            ("Deltagerlisten", "Navn", called(person)),
            ("Deltagerlisten", "Rolle", person.role.value),
            ("Deltagerlisten", "Parti, forening eller funktion", person.organisation or "intet"),
        ]
        rows += [(t.where, t.field, _kept(t)) for t in person_traces(visit.db, person)]
        if dots := dots_given(visit.db, person):
            rows.append(("Prikker", "Antal", danish(dots)))
        html_table("Gemt om personen", ("Hvor", "Hvad", "Indhold"), rows)


def _kept(trace: Trace) -> str:
    if trace.stays:
        return "navnet står i teksten og bliver stående, hvis det slettes andre steder"
    return "navnet står i teksten" if trace.named else "peger på personen"


def _draw_erase(visit: Visit, person: Person) -> None:
    with st.popover("Slet navnet"):
        html_text(
            f"Rollen {person.role.value} kommer til at stå, hvor navnet står nu, også i tekster, "
            "der er skrevet af andre. Beslutninger og indstillinger bliver stående, som de er. "
            "Fornavne alene finder programmet ikke. Det kan ikke fortrydes."
        )
        html_text(told_of_backups(backups_with(settings().backup_folder, visit.process_id)))
        st.button("Slet navnet nu", on_click=_erase, args=(visit, person))


def _erase(visit: Visit, person: Person) -> None:
    try:
        erase_person(visit.db, visit.who, person)
        told(_SAID, "success", f"Navnet er slettet. Rollen {person.role.value} står i stedet.")
    except CleanUpWaits as waits:
        st.session_state[UNCLEAN] = True
        told(_SAID, "error", str(waits))
    except StrategyError as error:
        told(_SAID, "error", str(error))
    st.session_state.pop(f"{_FORM}:seen", None)


def _remove(visit: Visit, person: Person) -> None:
    try:
        remove_person(visit.db, visit.who, person)
        told(_SAID, "success", f"{person.name} er fjernet fra listen.")
    except StrategyError as error:
        told(_SAID, "error", str(error))
