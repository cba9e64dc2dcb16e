"""The facilitator's side of personal links: making one, copying it, taking it back."""

import streamlit as st

from strategykit.actions.links import LINK_DAYS, give_link, linked_people, take_link
from strategykit.domain.people import Person
from strategykit.errors import StrategyError
from strategykit.reach import reach
from strategykit.ui.forms import told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text

_MADE = "people:link"
_LOCAL = (
    "Programmet svarer kun på denne maskine, så andre kan ikke åbne linket. Start det med --lan, "
    "eller brug en server, og lav så et nyt link."
)


def draw_link(visit: Visit, person: Person, said: str) -> None:
    """A link is shown once, right after it was made: only its hash is kept."""
    made = st.session_state.pop(_MADE, None)
    linked = person.id in linked_people(visit.db, visit.process_id)
    with st.popover("Personligt link"):
        html_text(
            f"Med linket er {person.name} med uden mødekode, før, under og efter møderne. Den, der "
            f"har linket, skriver og stemmer i personens navn. Det virker i {LINK_DAYS} dage."
        )
        if linked:
            html_text("Personen har et link, der virker. Laver I et nyt, holder det gamle op.")
        label = "Lav et nyt link" if linked else "Lav et link"
        st.button(label, on_click=_give, args=(visit, person, said))
        if linked:
            st.button("Træk linket tilbage", on_click=_take, args=(visit, person, said))
    if made and made[0] == person.id:
        html_text(f"Linket til {person.name}. Kopiér det nu, for det vises kun denne ene gang.")
        warn_when_local()
        st.code(made[1], language=None, wrap_lines=True)


def _give(visit: Visit, person: Person, said: str) -> None:
    try:
        token = give_link(visit.db, visit.who, person)
    except StrategyError as error:
        told(said, "error", str(error))
        return
    st.session_state[_MADE] = (person.id, f"{own_address()}/mit?n={token}")
    told(said, "success", f"{person.name} har fået et personligt link.")


def _take(visit: Visit, person: Person, said: str) -> None:
    try:
        take_link(visit.db, visit.who, person)
        told(said, "success", f"Linket til {person.name} er trukket tilbage.")
    except StrategyError as error:
        told(said, "error", str(error))


def warn_when_local() -> None:
    """Says at a link that nobody else can open it, where that is so."""
    if not reach().addresses:
        html_text(_LOCAL, cls="sv-note")


def own_address() -> str:
    """Where others reach this server, or else this machine itself."""
    here = reach()
    return next(iter(here.addresses), here.own_address)
