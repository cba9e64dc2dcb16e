"""What a step asks about, and what a step before leaves of it."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.boards import BoardContent, Note, NoteGroup
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.domain.subjects import Source, Subject, best_of, gone_on_with, subjects_of

AREAS = tuple(Subject(f"o{n}", f"Område {n}") for n in range(12))
THINGS = {
    Subjects.AREAS: AREAS,
    Subjects.STATEMENT: (Subject("t", "Alle er på vej.", "", "vision"),),
}
NOTHING = BoardContent((), (), {})


def a_step(kind: StepKind, subjects: Subjects, **values: Any) -> Step:
    return Step(
        id="s", process_id="p", meeting_id="m", title="Trin", kind=kind, subjects=subjects, **values
    )


def a_note(number: int, **values: Any) -> Note:
    return Note(
        id=f"n{number}", process_id="p", board="swot", text=f"Seddel {number}", position=number,
        **values,
    )  # fmt: skip


def a_result(kind: StepKind, totals: list[int]) -> StepResult:
    tallies = tuple(
        Tally(subject_id=f"o{n}", title=f"Område {n}", total=total)
        for n, total in enumerate(totals)
    )
    return StepResult(id="r", process_id="p", step_id="q", kind=kind, voters=6, tallies=tallies)


def went_on(kind: StepKind, totals: list[int]) -> list[str]:
    source = Source(a_step(StepKind.DOTS, Subjects.AREAS), a_result(StepKind.DOTS, totals))
    found = subjects_of(a_step(kind, Subjects.AREAS), NOTHING, THINGS, source)
    return [subject.id for subject in found]


def test_a_rating_goes_on_with_what_got_a_dot_in_the_order_of_the_process() -> None:
    assert went_on(StepKind.RATE, [0, 2, 5, 0, 1]) == ["o1", "o2", "o4"]


def test_a_rating_goes_on_with_nine_at_most_and_a_second_dot_vote_with_all() -> None:
    totals = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]

    assert went_on(StepKind.RANK, totals) == [f"o{n}" for n in range(9)]
    assert went_on(StepKind.DOTS, totals) == [f"o{n}" for n in range(12)]


def test_things_that_are_level_stay_together() -> None:
    assert went_on(StepKind.RATE, [9, 9, 9, 9, 9, 9, 9, 2, 2, 2, 2]) == [f"o{n}" for n in range(7)]
    assert went_on(StepKind.RATE, [1] * 12) == [f"o{n}" for n in range(9)]


def test_without_a_result_nothing_is_left_out() -> None:
    source = Source(a_step(StepKind.DOTS, Subjects.AREAS), None)

    assert subjects_of(a_step(StepKind.RATE, Subjects.AREAS), NOTHING, THINGS, source) == AREAS


def test_a_source_about_something_else_leaves_everything() -> None:
    source = Source(a_step(StepKind.DOTS, Subjects.GROUPS), a_result(StepKind.DOTS, [0, 1]))

    assert subjects_of(a_step(StepKind.RATE, Subjects.AREAS), NOTHING, THINGS, source) == AREAS


def test_dots_go_on_with_the_notes_of_the_step_and_those_of_no_step() -> None:
    notes = (
        a_note(1, step_id="skriv"), a_note(2, step_id="sidste gang"),
        a_note(3, step_id="sidste gang", group_id="g"),
        a_note(4, step_id="skriv", group_id="g"), a_note(5, step_id="skriv", hidden=True),
        a_note(6),
    )  # fmt: skip
    group = NoteGroup(id="g", process_id="p", board="swot", title="Samlet")
    content = BoardContent(notes, (group,), {})
    writing = a_step(StepKind.COLLECT, Subjects.BOARD, subject="swot")
    voting = a_step(StepKind.DOTS, Subjects.BOARD, subject="swot")
    from_it = Source(Step(**{**vars(writing), "id": "skriv"}), None)

    found = subjects_of(voting, content, THINGS, from_it)

    assert [(s.id, s.title) for s in found] == [
        ("n1", "Seddel 1"), ("g", "Samlet"), ("n6", "Seddel 6"),
    ]  # fmt: skip
    assert [s.id for s in subjects_of(voting, content, THINGS, None)] == ["n1", "n2", "g", "n6"]


def test_consent_is_about_one_thing() -> None:
    one = a_step(StepKind.CONSENT, Subjects.AREAS, subject="o3")
    text = a_step(StepKind.CONSENT, Subjects.STATEMENT, subject="vision")
    loose = a_step(StepKind.CONSENT, Subjects.NOTHING, ask="Går I videre med planen?")

    assert subjects_of(one, NOTHING, THINGS, None) == (AREAS[3],)
    assert subjects_of(text, NOTHING, THINGS, None) == (THINGS[Subjects.STATEMENT][0],)
    assert subjects_of(loose, NOTHING, THINGS, None) == (Subject("s", "Går I videre med planen?"),)


def test_the_best_rated_has_the_highest_value_and_then_the_least_effort() -> None:
    numbers = {"o0": (7, 2), "o1": (9, 8), "o2": (9, 3), "o3": (None, None)}
    tallies = tuple(
        Tally(
            subject_id=key, title=key, total=3,
            value=None if value is None else Decimal(value),
            effort=None if effort is None else Decimal(effort),
        )
        for key, (value, effort) in numbers.items()
    )  # fmt: skip
    result = StepResult(id="r", process_id="p", step_id="q", kind=StepKind.RATE, tallies=tallies)

    assert [tally.subject_id for tally in best_of(result)] == ["o2", "o1", "o0", "o3"]


@given(st.lists(st.integers(0, 6), max_size=30), st.integers(1, 12))
def test_nothing_that_is_better_than_what_goes_on_is_left_behind(
    totals: list[int], most: int
) -> None:
    kept = gone_on_with(a_result(StepKind.DOTS, totals), most)

    gone_on = [total for n, total in enumerate(totals) if f"o{n}" in kept]
    left = [total for n, total in enumerate(totals) if f"o{n}" not in kept]
    assert len(gone_on) <= most
    assert 0 not in gone_on
    assert bool(gone_on) == any(totals)
    assert max(left, default=0) <= min(gone_on, default=0) or not gone_on
