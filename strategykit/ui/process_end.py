"""Putting a process away, copying it, and deleting it for good."""

import streamlit as st

from strategykit.actions.acting import new_id
from strategykit.actions.archives import copy_process
from strategykit.actions.erasing import backups_with, clear_traces, erase_process, losses
from strategykit.actions.processes import archive, unarchive
from strategykit.domain.people import Who
from strategykit.errors import CleanUpWaits, StrategyError
from strategykit.settings import settings
from strategykit.storage.database import Database
from strategykit.storage.erasing import Backup
from strategykit.ui.addresses import PROCESS
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.process_list import SAID, open_by_name
from strategykit.ui.text import html_list, html_text

UNCLEAN = "front:unclean"
_SAID, _TITLE, _NAMES, _TYPED = "end", "end:title", "end:names", "end:typed"


def draw_end(visit: Visit) -> None:
    """Three acts, each with what it means before the button."""
    show_said(_SAID)
    _draw_archive(visit)
    _draw_copy(visit)
    _draw_erase(visit)


def _draw_archive(visit: Visit) -> None:
    st.header("Arkivér", anchor=False)
    if visit.process.archived:
        html_text("Forløbet er arkiveret. Det kan læses, men ikke ændres.")
        st.button("Hent forløbet frem igen", on_click=_bring_back, args=(visit,))
        return
    html_text("Et arkiveret forløb kan læses, men ikke ændres. Det kan altid hentes frem igen.")
    st.button("Arkivér forløbet", on_click=_put_away, args=(visit,))


def _draw_copy(visit: Visit) -> None:
    st.header("Kopiér", anchor=False)
    html_text("Kopien får alt med og lever sit eget liv. Ændringer i den ene ses ikke i den anden.")
    nonce = st.session_state.setdefault("end:nonce", new_id())
    st.text_input("Titel på kopien", key=f"{_TITLE}:{nonce}")
    st.checkbox(
        "Tag personernes navne med", key=f"{_NAMES}:{nonce}",
        help="Uden navne står rollen i stedet for navnet på listen over deltagere.",
    )  # fmt: skip
    st.button("Lav kopien", key=f"end:copy:{nonce}", on_click=_copy, args=(visit, nonce))


def _draw_erase(visit: Visit) -> None:
    st.header("Slet for altid", anchor=False)
    html_text("Det kan ikke fortrydes. Det her går tabt:")
    html_list(losses(visit.db, visit.process_id) or ("Forløbet er tomt",))
    html_text(told_of_backups(backups_with(settings().backup_folder, visit.process_id)))
    html_text(f"Er det forløbet med titlen {visit.process.title}, så skriv titlen her:")
    st.text_input("Titlen på det forløb, der skal slettes", key=_TYPED)
    st.button("Slet forløbet for altid", on_click=_erase, args=(visit,))


def told_of_backups(backups: tuple[Backup, ...]) -> str:
    """What remains in copies of the database after the process is deleted."""
    if not backups:
        return "Ingen sikkerhedskopier i programmets egen mappe indeholder forløbet."
    names = ", ".join(b.name if b.sure else f"{b.name} (kan ikke læses)" for b in backups)
    return (
        "Forløbet bliver stående i disse sikkerhedskopier, til I selv sletter dem i mappen "
        f"'backup': {names}. Kopier, I har lagt andre steder, kender programmet ikke."
    )


def draw_clean_up(db: Database, who: Who) -> None:
    """The button that tries once more to clear the file, for as long as that waits."""
    if st.session_state.get(UNCLEAN):
        st.button("Ryd databasens fil", on_click=_clean_up, args=(db, who))


def _put_away(visit: Visit) -> None:
    try:
        archive(visit.db, visit.who, visit.process)
        told(_SAID, "success", "Forløbet er arkiveret.")
    except StrategyError as error:
        told(_SAID, "error", str(error))


def _bring_back(visit: Visit) -> None:
    try:
        unarchive(visit.db, visit.who, visit.process)
        told(_SAID, "success", "Forløbet er hentet frem igen.")
    except StrategyError as error:
        told(_SAID, "error", str(error))


def _copy(visit: Visit, nonce: str) -> None:
    if st.session_state.get("end:nonce") != nonce:
        return  # the second tap of a double tap
    title, names = st.session_state[f"{_TITLE}:{nonce}"], st.session_state[f"{_NAMES}:{nonce}"]
    try:
        made = copy_process(visit.db, visit.who, visit.process, title, names=bool(names))
    except StrategyError as error:
        told(_SAID, "error", str(error))
        return
    told(SAID, "success", f"Kopien '{made.title}' er lavet og åbnet.")
    open_by_name(made.name)


def _erase(visit: Visit) -> None:
    left = told_of_backups(backups_with(settings().backup_folder, visit.process_id))
    try:
        erase_process(visit.db, visit.who, visit.process, st.session_state.get(_TYPED) or "")
        told(SAID, "success", f"Forløbet er slettet. {left}")
    except CleanUpWaits as waits:
        told(SAID, "error", str(waits))
        st.session_state[UNCLEAN] = True
    except StrategyError as error:
        told(_SAID, "error", str(error))
        return
    st.session_state.pop(PROCESS, None)
    st.query_params.pop(PROCESS, None)


def _clean_up(db: Database, who: Who) -> None:
    try:
        clear_traces(db, who)
        st.session_state.pop(UNCLEAN, None)
        told(SAID, "success", "Databasens fil er ryddet.")
    except StrategyError as error:
        told(SAID, "error", str(error))
