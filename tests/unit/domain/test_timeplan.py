from dataclasses import replace
from datetime import UTC, date, datetime

from strategykit.domain.meetings import Meeting
from strategykit.domain.process import PhaseStart, Process
from strategykit.domain.template import PhasePlan
from strategykit.domain.timeplan import Course, phase_times, spans

ONE, TWO, THREE = (PhasePlan(key=k, title=k.upper(), aim="", pages=()) for k in ("en", "to", "tre"))
PROCESS = Process(
    id="p", process_id="p", name="p", title="S", municipality="787", committee="U", phase="en",
    created_at=datetime(2026, 1, 5, 9, tzinfo=UTC),
)  # fmt: skip


def a_meeting(phase: str, day: date | None) -> Meeting:
    return Meeting(id=f"{phase}{day}", process_id="p", title=f"Møde {phase}", phase=phase, day=day)


def a_course(*meetings: Meeting, **values: object) -> Course:
    given = {"process": PROCESS, "starts": (), "today": date(2026, 1, 20)} | values
    return Course(phases=(ONE, TWO, THREE), meetings=meetings, **given)


def when(course: Course) -> list[tuple[date | None, date | None]]:
    return [(time.begins, time.ends) for time in phase_times(course)]


def test_a_phase_to_come_runs_from_the_one_before_to_its_last_meeting() -> None:
    course = a_course(a_meeting("to", date(2026, 3, 1)), a_meeting("to", date(2026, 4, 1)))

    assert when(course) == [
        (date(2026, 1, 5), date(2026, 1, 20)),
        (date(2026, 1, 20), date(2026, 4, 1)),
        (None, None),
    ]


def test_a_phase_that_was_left_ends_on_that_day() -> None:
    start = PhaseStart(id="s", process_id="p", phase="to", at=datetime(2026, 2, 1, tzinfo=UTC))
    course = a_course(
        starts=(start,), process=replace(PROCESS, phase="to"), today=date(2026, 2, 10)
    )

    assert when(course)[:2] == [
        (date(2026, 1, 5), date(2026, 2, 1)),
        (date(2026, 2, 1), date(2026, 2, 10)),
    ]


def test_the_plan_is_drawn_phase_by_phase_with_the_meetings_after_each() -> None:
    drawn = spans(a_course(a_meeting("to", date(2026, 3, 1)), a_meeting("", date(2026, 5, 1))))

    assert [span.label for span in drawn] == ["1 EN", "2 TO", "Møde to", "Møde "]
    assert drawn[2].start == drawn[2].end


def test_what_has_no_day_is_told_and_not_drawn() -> None:
    course = a_course(a_meeting("tre", None))

    assert phase_times(course)[2].told == "ikke planlagt endnu"
    assert [span.label for span in spans(course)] == ["1 EN"]
