"""When each phase runs: from what has happened and from the meetings that have a date."""

from dataclasses import dataclass
from datetime import date, timedelta

from strategykit.domain.agenda import in_time_order
from strategykit.domain.chart_data import Span
from strategykit.domain.clock import in_denmark
from strategykit.domain.meetings import Meeting
from strategykit.domain.numbers import danish_date
from strategykit.domain.process import PhaseStart, Process
from strategykit.domain.template import PhasePlan


@dataclass(frozen=True)
class PhaseTime:
    """`begins` and `ends` are None while nothing says when the phase is."""

    phase: PhasePlan
    number: int
    begins: date | None
    ends: date | None

    @property
    def told(self) -> str:
        """ "3. juni 2026 – 1. september 2026", or that it is not planned."""
        if self.begins is None or self.ends is None:
            return "ikke planlagt endnu"
        return f"{danish_date(self.begins)} – {danish_date(self.ends)}"


@dataclass(frozen=True)
class Course:
    """What a time plan is drawn from."""

    process: Process
    phases: tuple[PhasePlan, ...]
    starts: tuple[PhaseStart, ...]
    meetings: tuple[Meeting, ...]
    today: date


def phase_times(course: Course) -> tuple[PhaseTime, ...]:
    """A phase runs from its start, or from the end of the one before, to its last meeting."""
    entered = _entered(course)
    cursor, times = None, []
    for number, phase in enumerate(course.phases, start=1):
        begins, ends = _span(course, phase, entered, cursor)
        times.append(PhaseTime(phase, number, begins, ends))
        cursor = ends or cursor
    return tuple(times)


def spans(course: Course) -> tuple[Span, ...]:
    """Each phase that has a time, and after it its meetings; then meetings outside the phases."""
    drawn: list[Span] = []
    ordered = in_time_order(course.meetings)
    for time in phase_times(course):
        if time.begins is not None and time.ends is not None:
            ends = max(time.ends, time.begins + timedelta(days=1))  # one day would be a meeting
            drawn.append(Span(f"{time.number} {time.phase.title}", time.begins, ends, time.told))
        drawn += [_day(m) for m in ordered if m.day and m.phase == time.phase.key]
    known = {phase.key for phase in course.phases}
    return (*drawn, *(_day(m) for m in ordered if m.day and m.phase not in known))


def _entered(course: Course) -> dict[str, date]:
    """The day on which each phase was first entered; the first one with the process."""
    days: dict[str, date] = {}
    created = course.process.created_at
    if created is not None:
        first = course.phases[0].key if course.starts else course.process.phase
        days[first] = in_denmark(created).date()
    for start in sorted(course.starts, key=lambda s: s.at):
        days.setdefault(start.phase, in_denmark(start.at).date())
    return days


def _span(
    course: Course, phase: PhasePlan, entered: dict[str, date], cursor: date | None
) -> tuple[date | None, date | None]:
    met = sorted(m.day for m in course.meetings if m.day and m.phase == phase.key)
    here = course.process.phase == phase.key
    known = [*met, *([course.today] if here else []), *_left(phase, course, entered)]
    if not known or not (met or phase.key in entered):
        return None, None
    begins = min(filter(None, (entered.get(phase.key) or cursor or known[0], *met[:1])))
    return begins, max(known[-1], *met[-1:], begins)


def _left(phase: PhasePlan, course: Course, entered: dict[str, date]) -> list[date]:
    """The day on which the next phase after it was entered, if that has happened."""
    keys = [p.key for p in course.phases]
    later = keys[keys.index(phase.key) + 1 :]
    return (
        [min(entered[k] for k in later if k in entered)] if any(k in entered for k in later) else []
    )


def _day(meeting: Meeting) -> Span:
    day = meeting.day or date.min
    return Span(meeting.title, day, day, danish_date(day))
