"""The workshop for templates: who is at the desk, and which part of it is shown."""

from dataclasses import dataclass

import streamlit as st

from strategykit.actions.templates import ListedTemplate, list_templates
from strategykit.domain.people import Who
from strategykit.storage.database import Database
from strategykit.ui.addresses import ADDRESSES
from strategykit.ui.page import database, gate

KEY = "templates"
VIEW, PICKED = f"{KEY}:view", f"{KEY}:picked"
SAID = f"{KEY}:said"
NEXT = "Et forløb opretter I på forsiden under Alle forløb."


@dataclass(frozen=True)
class Desk:
    """What every part of the page works with."""

    db: Database
    who: Who
    templates: tuple[ListedTemplate, ...]

    def find(self, wanted: str) -> ListedTemplate | None:
        """The template with that name in pickers."""
        return next((t for t in self.templates if named(t) == wanted), None)


def open_templates() -> Desk:
    """The gate of the page, and its heading."""
    who = gate()
    st.title(ADDRESSES["skabeloner"].title, anchor=False)
    return Desk(database(), who, list_templates(database()))


def named(listed: ListedTemplate) -> str:
    """A template's name and version, as pickers show it; two may share the name."""
    return f"{listed.template.name}, udgave {listed.template.version} ({listed.template.key})"


def pick_template(desk: Desk, label: str, key: str, start: str = "") -> ListedTemplate | None:
    """The template that was chosen in a picker."""
    names = [named(listed) for listed in desk.templates]
    index = names.index(start) if start in names else 0
    chosen = st.selectbox(label, names, index, key=key)
    return desk.find(chosen) if chosen else None


def go_to(view: str, picked: str = "") -> None:
    """The next run shows that part of the page; for callbacks."""
    st.session_state[VIEW] = view
    if picked:
        st.session_state[PICKED] = picked
