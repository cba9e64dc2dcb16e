"""The menu: the pages of the process under its phases, and the pages that Streamlit must know."""

from copy import copy
from functools import cache
from html import escape
from urllib.parse import urlencode

import streamlit as st

from strategykit.actions.materials import template_of
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.ui.addresses import ADDRESSES, ALWAYS, FORSIDE, PROCESS, menu_of
from strategykit.ui.header import title_of
from strategykit.ui.text import plain

Pages = dict[str, st.Page]


def pages_of_run() -> Pages:
    """A page of each address; copies, since the one that is run is marked while it runs."""
    return {key: copy(page) for key, page in _pages().items()}


def page_of(key: str) -> st.Page:
    """What a link to the page names."""
    return _pages()[key]


@cache
def _pages() -> Pages:
    """Made once: each costs a walk through the folders above it."""
    return {
        key: st.Page(
            str(address.script), title=address.title, url_path=key, default=key == "forside"
        )
        for key, address in ADDRESSES.items()
    }


def draw_menu(process: Process | None, who: Who, here: str) -> None:
    """All of it as one element, since it is drawn anew at every run; `here` is the page's key.

    The script of the shell follows its links without loading the program again.
    """
    kept = f"?{urlencode({PROCESS: process.name})}" if process else ""
    ways = _ways(process, kept, here) if process else _link("forside", "Forside", kept, here)
    st.sidebar.html(
        f'<p class="sv-brand">Strategiværksted</p><nav class="sv-menu" aria-label="Sider">{ways}'
        f'</nav><p class="sv-who">{plain(who.name)}<br><a href="/skabeloner{kept}">Skabeloner</a> '
        '<a href="/logind/kolleger">Kolleger</a> <a href="/logud">Log ud</a></p>'
    )


def _ways(process: Process, kept: str, here: str) -> str:
    template = template_of(process)
    ways = [_link(key, title_of(template, key), kept, here) for key in ALWAYS]
    ways.append('<a class="sv-steer" href="/styring">Styr mødet</a>')
    pages_of = zip(template.phases, menu_of(template), strict=True)
    for number, (phase, keys) in enumerate(pages_of, start=1):
        ways.append(f'<p class="sv-menu-phase">{number} {plain(phase.title)}</p>')
        ways += [
            _link(key, title_of(template, key), kept, here) for key in keys if key not in ALWAYS
        ]
    return "".join(ways)


def _link(key: str, title: str, kept: str, here: str) -> str:
    path = "" if key == FORSIDE.key else key
    current = ' aria-current="page"' if key == here else ""
    return f'<a class="sv-page" href="/{path}{escape(kept)}"{current}>{plain(title)}</a>'
