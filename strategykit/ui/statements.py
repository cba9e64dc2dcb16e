"""Vision, mission and whatever other texts the template has: the text, its editions, its check."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from strategykit.actions.statements import (
    agree,
    editions_of,
    restore,
    save_statement,
    statement_of,
    withdraw,
)
from strategykit.domain.numbers import danish_date
from strategykit.domain.statement_checks import check_statement
from strategykit.domain.statements import Edition, Statement, lost_agreement
from strategykit.domain.template import StatementPlan
from strategykit.errors import EditConflict, StrategyError
from strategykit.ui.editions import draw_editions
from strategykit.ui.forms import Form, edit_form, show_said, told
from strategykit.ui.page import COPENHAGEN, Visit
from strategykit.ui.text import html_list, html_text, plain
from strategykit.ui.wording import worded

FOR_FACILITATOR = "Kun for jer, der styrer mødet"
TALKED_OVER = (
    "Teksten er ændret af en anden, mens I så på den. Intet er gemt nu. Læs den, som den står, "
    "og prøv igen, hvis I er enige."
)


def draw_statement(visit: Visit, plan: StatementPlan) -> None:
    """The text large, then writing, adopting, comparing."""
    statement = statement_of(visit.db, visit.process_id, plan.key)
    found = editions_of(visit.db, visit.process_id, plan.key)
    html_text(worded(visit, plan.ask), cls="sv-question")
    _draw_text(statement, found)
    write, adopt = st.columns([3, 2], gap="large")
    with write:
        _draw_writing(visit, plan, statement)
    with adopt:
        _draw_adopting(visit, plan, statement)
        _draw_check(visit, plan, statement)
    if found:
        draw_editions(visit, plan, found, partial(restore, visit.db, visit.who, statement))


def _draw_text(statement: Statement, found: Sequence[Edition]) -> None:
    if not statement.text.strip():
        html_text("Teksten er ikke skrevet endnu.", cls="sv-empty")
        return
    st.html(
        f'<blockquote class="sv-statement">{plain(statement.text)}</blockquote>'
        f'<p class="sv-status">{plain(_status(statement, found))}</p>'
    )


def _status(statement: Statement, found: Sequence[Edition]) -> str:
    number = f"Udgave {found[-1].number}" if found else ""
    if statement.agreed_at:
        return f"{number}. Vedtaget i udvalget den {day_of(statement.agreed_at)}."
    if lost := lost_agreement(found):
        day = day_of(lost.agreed_at) if lost.agreed_at else ""
        return (
            f"{number}. Teksten er ændret, efter at udgave {lost.number} blev vedtaget den {day}. "
            "Vedtagelsen gælder ikke længere. Den nye tekst skal vedtages."
        )
    return f"{number}. Ikke vedtaget endnu."


def _draw_writing(visit: Visit, plan: StatementPlan, statement: Statement) -> None:
    st.subheader("Skriv", anchor=False)
    if plan.hint:
        html_text(worded(visit, plan.hint), cls="sv-hint")
    form = Form(
        visit, Statement, f"statement:{visit.process_id}:{plan.key}", only=("text",),
        change=save_statement,
    )  # fmt: skip
    edit_form(form, statement, "Gem teksten")


def _draw_adopting(visit: Visit, plan: StatementPlan, statement: Statement) -> None:
    key = f"adopt:{plan.key}"
    st.subheader("Vedtag", anchor=False)
    show_said(key)
    if statement.agreed_at:
        html_text(f"Vedtaget i udvalget den {day_of(statement.agreed_at)}.")
        html_text("Ændres teksten, gælder vedtagelsen ikke længere.", cls="sv-hint")
        st.button(
            "Fjern vedtagelsen", key=f"{key}:off", on_click=_withdraw, args=(visit, statement, key)
        )
        return
    with st.form(key, border=False):
        st.date_input("Vedtaget den", value=visit.today, format="DD.MM.YYYY", key=f"{key}:day")
        st.form_submit_button(
            "Vedtaget i udvalget", on_click=_agree, args=(visit, statement, key),
            disabled=not statement.text.strip(),
        )  # fmt: skip


def _draw_check(visit: Visit, plan: StatementPlan, statement: Statement) -> None:
    if not plan.checks:
        return
    with st.expander(FOR_FACILITATOR, key=f"check:{plan.key}"):
        html_text("Et hjælpemiddel, der ser på ord og ikke på mening. Det er jer, der afgør det.")
        checks = check_statement(statement.text, plan.checks, _audience(visit))
        html_list(f"{'Ja' if check.met else 'Ikke endnu'}: {check.sentence}" for check in checks)


def _audience(visit: Visit) -> tuple[str, ...]:
    terms = visit.template.terms
    groups = [group.name for group in visit.template.groups]
    return (terms.personer, terms.personerne, *groups)


def _agree(visit: Visit, statement: Statement, key: str) -> None:
    day = st.session_state[f"{key}:day"] or visit.today
    try:
        agree(visit.db, visit.who, statement, day)
    except EditConflict:
        told(key, "error", TALKED_OVER)
    except StrategyError as error:
        told(key, "error", str(error))


def _withdraw(visit: Visit, statement: Statement, key: str) -> None:
    try:
        withdraw(visit.db, visit.who, statement)
    except EditConflict:
        told(key, "error", TALKED_OVER)
    except StrategyError as error:
        told(key, "error", str(error))


def day_of(moment: datetime) -> str:
    """The Danish date of a moment."""
    return danish_date(moment.astimezone(COPENHAGEN).date())
