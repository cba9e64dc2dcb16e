"""What a reader would look for in vain, by the page that fills it, and rewrites left behind."""

from dataclasses import replace
from itertools import groupby

import streamlit as st

from strategykit.actions.drafts import DraftNow
from strategykit.actions.rewrites import rewrite
from strategykit.domain.drafts import Overtaken
from strategykit.domain.outline import Missing
from strategykit.errors import StrategyError
from strategykit.ui.draft_tools import drop_rewrite
from strategykit.ui.editions import differences_html
from strategykit.ui.forms import show_said, told
from strategykit.ui.header import title_of
from strategykit.ui.links import link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_text

KEY = "draft:overtaken"


def draw_missing(visit: Visit, now: DraftNow) -> None:
    """Rewrites first, since they need a choice; then page by page."""
    show_said(KEY)
    if not now.draft.missing and not now.overtaken:
        html_text("Der mangler ikke noget i udkastet.", cls="sv-lead")
        return
    for number, one in enumerate(now.overtaken):
        _draw_overtaken(visit, one, number)
    by_page = sorted(now.draft.missing, key=lambda missing: _place(visit, missing))
    for page, same in groupby(by_page, key=lambda missing: missing.page):
        _draw_page(visit, page, [missing.text for missing in same])


def _place(visit: Visit, missing: Missing) -> int:
    """In the order of the work."""
    order = ("forside", "plan", "deltagere", *visit.template.pages)
    return order.index(missing.page) if missing.page in order else len(order)


def _draw_page(visit: Visit, page: str, texts: list[str]) -> None:
    title = title_of(visit.template, page)
    with st.container(border=True, gap="small"):
        html_text(title, cls="sv-subhead")
        html_list(texts, cls="sv-list sv-lacks")
        if page == visit.page:
            html_text(
                "Skriv det under Læs og ret: Vælg kapitlet og derefter Sammenfatning.",
                cls="sv-hint",
            )
        else:
            link_to(visit, page, f"Udfyld på siden {title}")


def _draw_overtaken(visit: Visit, one: Overtaken, number: int) -> None:
    where = f" under {one.section.title}" if one.section else ""
    with st.container(border=True, gap="small"):
        html_text(f"Et omskrevet afsnit{where} bygger på noget, der er ændret", cls="sv-subhead")
        html_text("Det, I skrev", cls="sv-hint")
        html_text(one.rewrite.text, cls="sv-draft-quote")
        if not one.now:
            html_text("Afsnittet findes ikke længere i udkastet.")
            st.button("Slet omskrivningen", key=f"{KEY}:{number}:drop", on_click=drop_rewrite,
                      args=(visit, one.rewrite))  # fmt: skip
            return
        html_text("Skabelonens tekst, og hvad der er ændret i den siden", cls="sv-hint")
        changed = differences_html(one.rewrite.composed, one.now)
        st.html(f'<p class="sv-differences">{changed}</p>')
        keep, take = st.columns(2)
        with keep:
            st.button("Behold det, I skrev", key=f"{KEY}:{number}:keep", on_click=_keep,
                      args=(visit, one))  # fmt: skip
        with take:
            st.button("Tag skabelonens nye tekst", key=f"{KEY}:{number}:take",
                      on_click=drop_rewrite, args=(visit, one.rewrite))  # fmt: skip


def _keep(visit: Visit, one: Overtaken) -> None:
    try:
        rewrite(visit.db, visit.who, one.rewrite, replace(one.rewrite, composed=one.now))
    except StrategyError as error:
        told(KEY, "error", str(error))
