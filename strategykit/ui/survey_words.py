"""What people answered a survey in their own words, and taking an answer out of sight."""

from collections.abc import Sequence

import streamlit as st

from strategykit.actions.survey_results import HiddenText, hidden_texts, hide_text, show_text
from strategykit.domain.instruments import QuestionForm
from strategykit.domain.survey import QuestionResult, SurveyResults, SurveyRound
from strategykit.errors import StrategyError
from strategykit.ui.forms import show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.text import html_list, html_table, html_text, markdown_safe
from strategykit.ui.wording import worded

KEY = "survey:words"
_SHORT = 80
_READ = (
    "Læs svarene, før andre ser dem. Peger et svar på en bestemt person, så skjul det. Det er "
    "stadig talt med."
)


def draw_words(visit: Visit, asked: SurveyRound, found: SurveyResults) -> None:
    """Every question's answers, and the ways to take one out of sight and back."""
    free = [result for result in found.questions if result.item.form is QuestionForm.TEXT]
    for result in free:
        st.subheader(markdown_safe(worded(visit, result.item.title)), anchor=False)
        if result.texts:
            html_list(result.texts)
        else:
            html_text("For få har svaret, eller svarene er skjult.", cls="sv-empty")
    if any(result.texts for result in free):
        html_text(_READ, cls="sv-note")
        _draw_hiding(visit, asked, free)
    _draw_hidden(visit, asked, free)
    show_said(KEY)


def _draw_hiding(visit: Visit, asked: SurveyRound, free: Sequence[QuestionResult]) -> None:
    answers = [(r.item.key, text) for r in free for text in dict.fromkeys(r.texts)]
    key = f"{KEY}:hide:{asked.id}:{len(answers)}"
    with st.expander("Skjul et svar", key=f"{KEY}:hide"), st.form(key):
        st.selectbox(
            "Svar, der skal skjules", answers, index=None, key=f"{key}:text",
            format_func=lambda pair: pair[1][:_SHORT], placeholder="Vælg et svar",
        )  # fmt: skip
        st.text_input("Hvorfor skjules det", key=f"{key}:reason", max_chars=200)
        st.form_submit_button("Skjul svaret", on_click=_hide, args=(visit, asked, key))


def _hide(visit: Visit, asked: SurveyRound, key: str) -> None:
    chosen = st.session_state[f"{key}:text"]
    if chosen is None:
        told(KEY, "error", "Der er ikke valgt et svar. Intet er skjult. Vælg et, og tryk igen.")
        return
    question, text = chosen
    try:
        hide_text(visit.db, visit.who, asked, question, text, st.session_state[f"{key}:reason"])
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told(KEY, "success", "Svaret er skjult og kommer ikke i udkastet.")


def _draw_hidden(visit: Visit, asked: SurveyRound, free: Sequence[QuestionResult]) -> None:
    hidden = hidden_texts(visit.db, asked)
    if not hidden:
        return
    titles = {result.item.key: worded(visit, result.item.title) for result in free}
    key = f"{KEY}:show:{asked.id}:{len(hidden)}"
    with st.expander(f"Skjulte svar: {len(hidden)}", key=f"{KEY}:hidden"):
        rows = [(titles.get(each.question, ""), each.text, each.reason) for each in hidden]
        html_table("Skjulte svar og hvorfor", ("Spørgsmål", "Svar", "Begrundelse"), rows)
        st.selectbox(
            "Svar, der skal vises igen", range(len(hidden)), key=key,
            format_func=lambda place: hidden[place].text[:_SHORT],
        )  # fmt: skip
        st.button("Vis svaret igen", on_click=_show, args=(visit, asked, hidden, key),
                  key=f"{KEY}:show")  # fmt: skip


def _show(visit: Visit, asked: SurveyRound, hidden: Sequence[HiddenText], key: str) -> None:
    try:
        show_text(visit.db, visit.who, asked, hidden[st.session_state[key]])
    except StrategyError as error:
        told(KEY, "error", str(error))
        return
    told(KEY, "success", "Svaret vises igen.")
