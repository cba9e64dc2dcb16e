"""The gate of every page: which process is open, who is here, and what stands on top."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlencode, urlsplit
from zoneinfo import ZoneInfo

import streamlit as st

from strategykit.actions.accounts import facilitator_of
from strategykit.actions.materials import Overview, overview_of, template_of
from strategykit.actions.presence import who_of
from strategykit.actions.processes import list_processes
from strategykit.domain.access import Door
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.template import Template
from strategykit.errors import StrategyError
from strategykit.settings import settings
from strategykit.storage.database import Database, shared_database
from strategykit.ui.addresses import ADDRESSES, PROCESS
from strategykit.ui.header import draw_header
from strategykit.ui.text import markdown_safe

_OPENED: ContextVar[Process | None] = ContextVar("opened", default=None)
_PASSED: ContextVar[Who | None] = ContextVar("passed", default=None)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Visit:
    """What a page works with: the open process and the one who is here."""

    db: Database
    who: Who
    process: Process
    template: Template
    overview: Overview
    page: str

    @property
    def process_id(self) -> str:
        """The id of the open process."""
        return self.process.id

    @property
    def today(self) -> date:
        """The date in Denmark."""
        return datetime.now(COPENHAGEN).date()


def database() -> Database:
    """The app's one database."""
    return shared_database(settings().database_url)


def cookie_held() -> str:
    """The token that the browser had when the page was opened; what it is worth is asked anew."""
    return st.context.cookies.get(Door.FACILITATOR.cookie, "")


def who_is_here(process_id: str = "") -> Who:
    """The one at the keyboard, as the sign-in's row says at this moment."""
    return who_of(database(), facilitator_of(database(), cookie_held()), process_id)


def gate() -> Who:
    """Who is here; for anyone who has not signed in, or has signed out, the page ends here.

    The frame asks for each run; the page that it then runs is told what the frame was.
    """
    who, process = _PASSED.get(), _OPENED.get()
    _PASSED.set(None)
    who = who or who_is_here(process.id if process else "")
    if not who.may_write:
        _draw_signed_out()
        st.stop()
    return who


def _draw_signed_out() -> None:
    path, asked = urlsplit(st.context.url or "").path or "/", urlencode(st.query_params.to_dict())
    back = quote(f"{path}?{asked}" if asked else path, safe="/")
    st.title("Log ind", anchor=False)
    st.html(
        '<div class="fejl" role="alert">I er ikke logget ind. Alt, der var meldt gemt, er gemt. '
        "Det, I skrev sidst uden at gemme, er ikke gemt. "
        f'<a href="/logind?videre={back}">Log ind</a></div>'
    )


def gate_of_frame() -> Who:
    """The gate of a whole run, asked anew."""
    _PASSED.set(None)
    who = gate()
    _PASSED.set(who)
    return who


def open_page(key: str) -> Visit:
    """The visit of a page that works on one process; without one the page ends here."""
    process = opened_process()
    who = gate()
    if process is None:
        st.title(ADDRESSES[key].title)
        st.info("Der er ingen forløb endnu. Opret et på forsiden.")
        st.page_link(str(ADDRESSES["forside"].script), label="Gå til forsiden")
        st.stop()
    if st.query_params.get(PROCESS, process.name) not in (process.name, process.id):
        st.warning("Forløbet i adressen findes ikke her. I ser et andet af jeres forløb i stedet.")
    template = template_of(process)
    visit = Visit(database(), who, process, template, overview_of(database(), process.id), key)
    draw_header(process, template, visit.overview, key)
    return visit


def open_process() -> Process | None:
    """The process that the address names, else the one last looked at, else the newest."""
    known = list_processes(database())
    wanted = st.query_params.get(PROCESS) or st.session_state.get(PROCESS)
    found = next((p for p in known if wanted in (p.name, p.id)), None)
    process = found or next((p for p in known if p.archived_at is None), None)
    if process is not None:
        st.session_state[PROCESS] = process.name
    _OPENED.set(process)
    return process


def opened_process() -> Process | None:
    """The process that the frame has found in this very run."""
    return _OPENED.get()


@contextmanager
def shown_errors() -> Iterator[None]:
    """Shows the sentence of any error made on purpose; all others go to the log."""
    try:
        yield
    except StrategyError as error:
        st.error(markdown_safe(str(error)))
