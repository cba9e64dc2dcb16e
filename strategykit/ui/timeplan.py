"""The time plan: phases and meetings drawn over time, with the same as a table."""

from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from strategykit.actions.meetings import calendar_of
from strategykit.actions.registers import entries
from strategykit.charts.rendering import spec_of
from strategykit.charts.timeplan import timeplan_chart
from strategykit.domain.agenda import when_told
from strategykit.domain.chart_data import Span
from strategykit.domain.meetings import Meeting
from strategykit.domain.process import PhaseStart
from strategykit.domain.timeplan import Course, phase_times, spans
from strategykit.storage.processes import short_name
from strategykit.ui.page import Visit
from strategykit.ui.papers import CALENDAR
from strategykit.ui.text import html_table, html_text


def draw_timeplan(visit: Visit, meetings: tuple[Meeting, ...]) -> None:
    """The drawing, the table beside it and the calendar file of all meetings."""
    st.header("Tidsplan", anchor=False)
    starts = entries(visit.db, visit.process_id, PhaseStart)
    course = Course(visit.process, visit.template.phases, starts, meetings, visit.today)
    drawn = spans(course)
    if drawn:
        st.vega_lite_chart(_spec(drawn, visit.today), width="stretch", key="plan:chart")
    else:
        html_text("Sæt datoer på møderne. Så tegnes tidsplanen.")
    rows = [(f"Fase {t.number}", t.phase.title, t.told) for t in phase_times(course)]
    rows += [("Møde", meeting.title, when_told(meeting)) for meeting in meetings]
    html_table("Tidsplanen som tabel", ("Hvad", "Navn", "Hvornår"), rows)
    _draw_calendar(visit, meetings)


def _draw_calendar(visit: Visit, meetings: tuple[Meeting, ...]) -> None:
    dated = tuple(m for m in meetings if m.day is not None)
    if not dated:
        return
    st.download_button(
        "Hent alle møder til kalenderen",
        lambda: calendar_of(visit.db, visit.process, dated),
        file_name=f"{short_name(visit.process.title)}.ics", mime=CALENDAR, on_click="ignore",
    )  # fmt: skip


@lru_cache(maxsize=32)
def _spec(drawn: tuple[Span, ...], today: date) -> dict[str, Any]:
    return spec_of(timeplan_chart(drawn, today))
