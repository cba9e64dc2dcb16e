"""The committee's indstilling, and what is open before it."""

import streamlit as st

from strategykit.actions.drafts import draft_of
from strategykit.actions.registers import entries
from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.context import Recommendation
from strategykit.domain.numbers import danish_date
from strategykit.ui.draft_word import chosen
from strategykit.ui.forms import Form, add_form, edit_form
from strategykit.ui.links import FILLED_ON, link_to
from strategykit.ui.page import Visit
from strategykit.ui.text import html_text, plain
from strategykit.ui.wording import worded

GIVEN = "recommendation_given"
FIRST_WORDS = "At {strategien} for {kommune} vedtages."


def draw_approval(visit: Visit) -> None:
    """The words large, the form, and beside them what is open."""
    found = entries(visit.db, visit.process_id, Recommendation)
    newest = found[-1] if found else None
    _draw_words(newest)
    write, open_points = st.columns([3, 2], gap="large")
    with write:
        st.subheader("Skriv indstillingen", anchor=False)
        _draw_form(visit, newest)
    with open_points:
        st.subheader("Det er åbent endnu", anchor=False)
        _draw_open(visit)


def _draw_words(newest: Recommendation | None) -> None:
    if newest is None:
        html_text("Udvalget har ikke skrevet sin indstilling endnu.", cls="sv-empty")
        return
    given = newest.given_on
    told = f"Givet den {danish_date(given)} til {newest.to}." if given else "Ikke givet endnu."
    st.html(
        f'<blockquote class="sv-statement">{plain(newest.text)}</blockquote>'
        f'<p class="sv-status">{plain(told)}</p>'
    )


def _draw_form(visit: Visit, newest: Recommendation | None) -> None:
    form = Form(visit, Recommendation, f"approval:{visit.process_id}")
    html_text(
        "Udvalget rådgiver og vedtager ikke selv. Skriv, hvad det indstiller, og hvem det er til. "
        "Sæt dato på, når indstillingen er givet.", cls="sv-hint",
    )  # fmt: skip
    if newest is None:
        add_form(form, "Gem indstillingen", start={
            "text": worded(visit, FIRST_WORDS), "to": "Kommunalbestyrelsen",
        })  # fmt: skip
    else:
        edit_form(form, newest, "Gem indstillingen")


def _draw_open(visit: Visit) -> None:
    """Criteria that are not met, gaps in the draft, a draft that is not kept."""
    lacks = [
        key
        for status in visit.overview.statuses
        for key in status.exit_unmet
        if key != GIVEN
    ]  # fmt: skip
    now = draft_of(visit.db, visit.process_id, visit.overview.revision, visit.today, chosen(visit))
    gaps = len(now.draft.missing) + len(now.overtaken)
    if not lacks and not gaps and now.kept_as is not None:
        html_text(f"Alt er på plads. Udkastet er gemt som version {now.kept_as}.")
        return
    html_text("I kan give indstillingen alligevel. Det, der er åbent, kan læses i udkastet.",
              cls="sv-hint")  # fmt: skip
    with st.container(gap=None):
        for key in dict.fromkeys(lacks):
            link_to(visit, FILLED_ON[key], f"Ikke endnu: {CRITERIA_SENTENCES[key]}")
        if gaps:
            link_to(visit, "udkast", f"Udkastet mangler {gaps} ting")
        if now.kept_as is None:
            link_to(visit, "udkast", "Udkastet, som det står nu, er ikke gemt som version")
