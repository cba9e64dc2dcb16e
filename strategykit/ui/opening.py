"""The questions that open the process, each with the committee's answer."""

import streamlit as st

from strategykit.actions.processes import answer_question, answers_of
from strategykit.domain.process import Answer
from strategykit.domain.template import Question
from strategykit.ui.forms import Form, edit_form
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, html_text
from strategykit.ui.wording import worded

_NONE = "Ikke besvaret endnu"


def draw_opening(visit: Visit) -> None:
    """All questions with their answers, and the form of the one that is chosen."""
    st.header("Åbningsspørgsmål", anchor=False)
    html_text("Tag spørgsmålene på det første møde. Svarene står i udkastets afsnit om processen.")
    answers = answers_of(visit.db, visit.process)
    asked = {q.key: q for q in visit.template.opening_questions}
    rows = [(worded(visit, q.text), answers[q.key].text or _NONE) for q in asked.values()]
    html_table("Spørgsmål og svar", ("Spørgsmål", "Svar"), rows)
    key = st.selectbox(
        "Besvar spørgsmålet", list(asked), format_func=lambda k: worded(visit, asked[k].text),
        key="opening:question",
    )  # fmt: skip
    if key is not None:
        _draw_answer(visit, asked[key], answers[key])


def _draw_answer(visit: Visit, question: Question, answer: Answer) -> None:
    if question.hint:
        html_text(worded(visit, question.hint))
    form = Form(visit, Answer, f"opening:{question.key}", change=answer_question, only=("text",))
    edit_form(form, answer, "Gem svaret")
