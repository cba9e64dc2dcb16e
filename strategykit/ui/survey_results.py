"""What a closed round of a survey shows: bars, the same in a table, groups, and own words."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from strategykit.actions.survey_results import results_of
from strategykit.charts.bars import grouped_bars
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.boards import counted
from strategykit.domain.chart_data import Bar, BarGroup
from strategykit.domain.instruments import InstrumentPlan, QuestionForm
from strategykit.domain.numbers import danish
from strategykit.domain.survey import (
    AGREE,
    CHOICES,
    LEAST,
    Spread,
    SurveyResults,
    SurveyRound,
    sections_of,
)
from strategykit.domain.wording import capital
from strategykit.storage.database import Database
from strategykit.ui.charts import draw_chart
from strategykit.ui.editions import moment
from strategykit.ui.page import Visit
from strategykit.ui.survey_words import draw_words
from strategykit.ui.text import html_table, html_text
from strategykit.ui.wording import worded

KEY = "survey:result"
_NONE = "–"
_FEW = f"Færre end {LEAST} har svaret, så svarene vises ikke. Ingen skal kunne kendes."
_HIDDEN = (
    f"Har færre end {LEAST} i en gruppe svaret, vises gruppen ikke. Det samme gælder en større "
    "gruppe, hvis dens svar kunne bruges til at regne en lille gruppes svar ud."
)
_NUMBERS, _WORDS = "Svar i tal", "Egne ord"
_MEAN = (
    f"Gennemsnittet går fra 1 (helt uenig) til {len(AGREE)} (helt enig). De, der har svaret ved "
    "ikke, er ikke regnet med."
)


def draw_results(visit: Visit, plan: InstrumentPlan, closed: Sequence[SurveyRound]) -> None:
    """The latest closed round, or another that is chosen."""
    if not closed:
        return
    asked = _chosen(plan, closed)
    found = _results(visit.db, asked, visit.overview.revision)
    ended = f", da den blev lukket {moment(asked.closed_at)}" if asked.closed_at else ""
    whom = f" Spurgt: {asked.audience}." if asked.audience else ""
    many = counted(found.answered, "person", "personer")
    st.subheader(f"Svarene i runde {asked.number}", anchor=False)
    html_text(f"{many} havde svaret på runde {asked.number}{ended}.{whom}")
    if not found.shown:
        html_text(_FEW, cls="sv-empty")
        return
    if _part(plan) == _WORDS:
        draw_words(visit, asked, found)
    else:
        _draw_agreed(visit, plan, found)
        _draw_groups(visit, plan, found)
        _draw_moved(visit, plan, closed, asked, found)


def _part(plan: InstrumentPlan) -> str:
    forms = {item.form for item in plan.items}
    if len(forms) == 1:
        return _WORDS if QuestionForm.TEXT in forms else _NUMBERS
    part: str = st.segmented_control(
        "Vis af svarene", [_NUMBERS, _WORDS], default=_NUMBERS, required=True,
        key=f"{KEY}:{plan.key}:part", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    return part


@lru_cache(maxsize=16)
def _results(db: Database, asked: SurveyRound, _revision: int) -> SurveyResults:
    """Read once: of what has closed only the hiding of texts changes anything, and it is logged."""
    return results_of(db, asked)


def _chosen(plan: InstrumentPlan, closed: Sequence[SurveyRound]) -> SurveyRound:
    by_id = {one.id: one for one in reversed(closed)}
    if len(by_id) == 1:
        return closed[-1]
    which = st.selectbox(
        "Lukket runde", list(by_id), key=f"{KEY}:{plan.key}:{len(by_id)}",
        format_func=lambda i: f"Runde {by_id[i].number}, lukket {moment(by_id[i].closed_at)}",
        persist_state="session",
    )  # fmt: skip
    return by_id.get(which, closed[-1])


def _draw_agreed(visit: Visit, plan: InstrumentPlan, found: SurveyResults) -> None:
    told_of = [result for result in found.questions if result.item.form is QuestionForm.AGREE]
    if any(result.all for result in told_of):
        html_text("Så mange er enige eller helt enige:", cls="sv-status")
        draw_chart(_drawn(_bars(visit, plan, found)))
    rows = [
        (worded(visit, result.item.title), *_counts(result.all), _mean(result.all))
        for result in told_of
    ]
    if rows:
        header = ("Spørgsmål", *map(capital, CHOICES), "Gennemsnit")
        html_table(f"Antal svar, og gennemsnit fra 1 til {len(AGREE)}", header, rows)
        html_text(_MEAN, cls="sv-note")


def _bars(visit: Visit, plan: InstrumentPlan, found: SurveyResults) -> tuple[BarGroup, ...]:
    """The share that agrees, so that questions that not all answered can be compared."""
    by_key = {result.item.key: result.all for result in found.questions}
    groups = (
        BarGroup(worded(visit, heading), tuple(
            Bar(worded(visit, item.title), 100 * spread.agreeing / spread.answered,
                f"{danish(spread.agreeing)} af {danish(spread.answered)}")
            for item in items if (spread := by_key[item.key])
        ))
        for heading, items in sections_of(plan)
    )  # fmt: skip
    return tuple(group for group in groups if group.bars)


@lru_cache(maxsize=64)
def _drawn(groups: tuple[BarGroup, ...]) -> Spec:
    return spec_of(grouped_bars(groups))


def _counts(spread: Spread | None) -> tuple[str, ...]:
    return tuple(danish(spread.counts[word]) if spread else _NONE for word in CHOICES)


def _mean(spread: Spread | None) -> str:
    mean = spread.mean if spread else None
    return _NONE if mean is None else danish(mean, 1)


def _draw_groups(visit: Visit, plan: InstrumentPlan, found: SurveyResults) -> None:
    shown = {spread.group for result in found.questions for spread in result.groups}
    groups = [group for group in plan.groups if group in shown]
    if not groups:
        if any(result.hidden_groups for result in found.questions):
            html_text(f"Ingen gruppe er vist for sig. {_HIDDEN}", cls="sv-note")
        return
    rows = []
    for result in (r for r in found.questions if r.all):
        by_group = {spread.group: spread for spread in result.groups}
        means = (_mean(by_group.get(group)) for group in groups)
        rows.append((worded(visit, result.item.title), *means))
    header = ("Spørgsmål", *(capital(worded(visit, group)) for group in groups))
    html_table("Gennemsnit i hver gruppe", header, rows)
    if any(result.hidden_groups for result in found.questions):
        html_text(_HIDDEN, cls="sv-note")


def _draw_moved(
    visit: Visit, plan: InstrumentPlan, closed: Sequence[SurveyRound], asked: SurveyRound,
    found: SurveyResults,
) -> None:  # fmt: skip
    """Beside the round before it that can be shown."""
    earlier = [one for one in closed if one.number < asked.number]
    if not earlier:
        return
    before = _results(visit.db, earlier[-1], visit.overview.revision)
    if not before.shown:
        return
    old = {result.item.key: result.all for result in before.questions}
    rows = [
        (worded(visit, result.item.title), _mean(old.get(result.item.key)), _mean(result.all))
        for result in found.questions
        if result.item.form is QuestionForm.AGREE
    ]
    header = ("Spørgsmål", f"Runde {earlier[-1].number}", f"Runde {asked.number}")
    html_table(f"{worded(visit, plan.title)}: gennemsnit før og nu", header, rows)
