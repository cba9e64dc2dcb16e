"""The target groups: who they are, what they need, how many they are."""

from collections.abc import Sequence

import streamlit as st

from strategykit.actions.areas import set_numbers
from strategykit.actions.materials import template_of
from strategykit.domain.areas import TargetGroup, numbers_of, shares_in_all
from strategykit.domain.boards import counted
from strategykit.domain.figures import series
from strategykit.domain.indicators import PERSONS
from strategykit.domain.numbers import danish, parse_number, pct
from strategykit.domain.wording import capital
from strategykit.errors import StrategyError, UnknownIndicator, UnknownMunicipality
from strategykit.reference_data import reference_data
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.register import Register, draw_changes, draw_entries, listed_in
from strategykit.ui.text import html_text

WHOLE = 100
KEY = "groups:numbers"


def draw_groups(visit: Visit) -> None:
    """The list, what the shares make together, and help to count."""
    terms = visit.template.terms
    register = Register(
        visit, TargetGroup, title=capital(terms.grupper), adds=f"Tilføj {terms.gruppe}",
        empty=f"Der er ingen {terms.grupper} endnu.",
        columns=("name", "need", "share", "number", "indicator"),
    )  # fmt: skip
    groups = listed_in(register)
    html_text(
        f"Hvem er {terms.strategien} for, og hvad har {terms.personerne} brug for?",
        cls="sv-question",
    )
    draw_entries(register, groups)
    _draw_sum(groups)
    draw_changes(register, groups)
    if any(group.share is not None for group in groups):
        _draw_counting(visit, groups)


def _draw_sum(groups: Sequence[TargetGroup]) -> None:
    total = shares_in_all(groups)
    if total is not None and total != WHOLE:
        html_text(
            f"Andelene giver {pct(total, 0 if total == int(total) else 1)} tilsammen.",
            cls="sv-lack",
        )


def _draw_counting(visit: Visit, groups: Sequence[TargetGroup]) -> None:
    with st.expander("Regn antallet ud fra andelene"), st.form(KEY, border=False):
        show_said(KEY)
        known, source = _population(visit)
        st.text_input(
            f"Antal {visit.template.terms.personer} i alt", value=danish(known) if known else "",
            key=f"{KEY}:all", help=source or None,
        )  # fmt: skip
        st.form_submit_button("Skriv antallet på grupperne", on_click=_count, args=(visit, groups))


def _population(visit: Visit) -> tuple[int, str]:
    """The first count of persons among the template's figures that is known of the place."""
    data = reference_data()
    for key in template_of(visit.process).indicators:
        try:
            indicator = data.indicator(key)
            place = data.municipality(visit.process.municipality)
        except (UnknownIndicator, UnknownMunicipality):
            continue
        found = series(data.figures, place.code, key) if indicator.unit == PERSONS else ()
        if found:
            return int(found[-1].value), f"{indicator.name}. {found[-1].source_text}"
    return 0, ""


def _count(visit: Visit, groups: Sequence[TargetGroup]) -> None:
    label = f"Antal {visit.template.terms.personer} i alt"
    try:
        population = parse_number(st.session_state[f"{KEY}:all"], label)
        numbers = numbers_of(groups, int(population))
        changed = set_numbers(visit.db, visit.who, visit.process_id, numbers)
    except StrategyError as error:
        told(KEY, "error", str(error))
    else:
        told(KEY, "success", f"Antallet er skrevet på {counted(changed, 'gruppe', 'grupper')}.")
