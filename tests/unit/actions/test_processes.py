"""Making a process, answering its first questions, and moving it on."""

from dataclasses import replace

import pytest

from strategykit.actions.example import load_case
from strategykit.actions.processes import (
    answer_question,
    answers_of,
    archive,
    change_phase,
    start_process,
    unarchive,
)
from strategykit.actions.registers import change_entry, entries
from strategykit.domain.agenda import fits, items_of
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Access, Who
from strategykit.domain.process import PhaseStart, Process
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.errors import (
    Archived,
    EditConflict,
    HoldsCpr,
    NotAllowed,
    ReasonNeeded,
    UnknownMunicipality,
)
from strategykit.storage.database import Database
from tests.support.makers import OTHER, PLAIN, YOUTH, a_process


def test_a_process_begins_in_its_first_phase_with_the_template_s_purposes(
    db: Database, who: Who
) -> None:
    process = a_process(db, who)

    assert process.phase == "viden"
    assert len(process.purposes) == 3


def test_own_purposes_are_kept_as_they_are(db: Database, who: Who) -> None:
    assert a_process(db, who, purposes=("Et formål",)).purposes == ("Et formål",)


def test_every_drejebog_of_the_template_fits_its_meeting(db: Database, who: Who) -> None:
    process = a_process(db, who)
    items = entries(db, process.id, AgendaItem)

    meetings = entries(db, process.id, Meeting)

    assert len(meetings) == 6
    assert [m.title for m in meetings if not fits(m, items_of(m, items))] == []
    workshops = [m for m in meetings if m.kind == "workshop"]
    assert [(m.starts, m.minutes) for m in workshops] == [("16:00", 120)] * 4


def test_no_placeholder_of_the_template_is_left_in_what_a_process_begins_with(
    db: Database, who: Who
) -> None:
    process = a_process(db, who, municipality="153")

    kept = [*entries(db, process.id, Meeting), *entries(db, process.id, AgendaItem)]

    assert [thing for thing in kept if "{" in str(thing)] == []
    assert any("Brøndby Kommune" in m.invitation for m in entries(db, process.id, Meeting))


def test_another_template_gives_its_own_meetings(db: Database, who: Who) -> None:
    process = a_process(db, who, template=OTHER.read_text("utf-8"))

    assert "ung" not in " ".join(str(m) for m in entries(db, process.id, Meeting)).lower()


def steps_of(db: Database, process: Process, meeting: str) -> list[Step]:
    (found,) = [m for m in entries(db, process.id, Meeting) if m.key == meeting]
    return [step for step in entries(db, process.id, Step) if step.meeting_id == found.id]


def test_an_evening_begins_with_the_steps_of_its_template(db: Database, who: Who) -> None:
    process = a_process(db, who, municipality="153")
    write, gather, dots, *_ = steps_of(db, process, "workshop1")
    items = {item.id: item.title for item in entries(db, process.id, AgendaItem)}

    assert items[write.item_id] == "SWOT: skriv"
    assert items[gather.item_id] == items[dots.item_id] == "SWOT: saml og prioriter"
    assert (write.kind, write.anonymous, write.subject) == (StepKind.COLLECT, True, "swot")
    assert (gather.source_id, dots.source_id) == (write.id, gather.id)
    assert (dots.kind, dots.budget, dots.cap) == (StepKind.DOTS, 5, 2)
    assert "Brøndby Kommune" in write.ask


def test_a_step_never_asks_for_more_time_than_its_item_has(db: Database, who: Who) -> None:
    process = a_process(db, who)
    used: dict[str, int] = {}
    for step in entries(db, process.id, Step):
        used[step.item_id] = used.get(step.item_id, 0) + step.minutes

    items = {item.id: item.minutes for item in entries(db, process.id, AgendaItem)}

    assert used
    assert [key for key, minutes in used.items() if minutes > items[key]] == []


def test_another_template_s_steps_are_about_its_own_fields_and_areas(
    db: Database, who: Who
) -> None:
    process = a_process(db, who, template=OTHER.read_text("utf-8"))

    write, _, dots = steps_of(db, process, "first")
    themes = steps_of(db, process, "second")[2]
    tables, consent = steps_of(db, process, "third")

    assert (write.blind, write.subject, dots.budget) == (True, "swot", 4)
    assert (themes.subjects, themes.budget) == (Subjects.AREAS, 2)
    assert (tables.kind, tables.subjects) == (StepKind.TABLES, Subjects.AREAS)
    assert (consent.subjects, consent.source_id) == (Subjects.GOALS, tables.id)


def test_the_example_has_the_steps_of_its_evenings_too(db: Database, who: Who) -> None:
    example = load_case(db, who, "broendby")

    assert len(steps_of(db, example, "workshop3")) == 6
    assert {step.meeting_id for step in entries(db, example.id, Step)} == {
        meeting.id for meeting in entries(db, example.id, Meeting)
    }


def test_a_template_without_steps_gives_none(db: Database, who: Who) -> None:
    assert entries(db, a_process(db, who, template=PLAIN.read_text("utf-8")).id, Step) == ()


def test_a_municipality_that_does_not_exist_starts_nothing(db: Database, who: Who) -> None:
    with pytest.raises(UnknownMunicipality):
        a_process(db, who, municipality="999")


def test_a_double_tap_makes_one_process(db: Database, who: Who) -> None:
    wanted = Process(id="a" * 32, process_id="a" * 32, name="", title="Strategi",
                     municipality="787", committee="Udvalget", template=YOUTH)  # fmt: skip

    first, second = start_process(db, who, wanted), start_process(db, who, wanted)

    assert first.id == second.id
    assert len(entries(db, first.id, Meeting)) == 6


def test_a_phase_with_open_criteria_is_left_only_with_a_reason(db: Database, who: Who) -> None:
    process = a_process(db, who)

    with pytest.raises(ReasonNeeded) as refused:
        change_phase(db, who, process, "strategiudvikling", "  ")

    assert refused.value.criteria == (
        "baseline_frozen", "stakeholders_recorded", "constraints_recorded",
    )  # fmt: skip
    assert entries(db, process.id, PhaseStart) == ()


def test_with_a_reason_one_may_always_go_on_and_the_reason_is_kept(db: Database, who: Who) -> None:
    process = a_process(db, who)

    moved = change_phase(db, who, process, "maal", "Tallene kommer i næste uge.")

    assert moved.phase == "maal"
    (start,) = entries(db, process.id, PhaseStart)
    assert (start.phase, start.reason) == ("maal", "Tallene kommer i næste uge.")
    assert "candidates_decided" in start.unmet


def test_a_phase_is_changed_once_when_two_windows_do_it(db: Database, who: Who) -> None:
    process = a_process(db, who)
    change_phase(db, who, process, "maal", "Fordi.")

    with pytest.raises(EditConflict):
        change_phase(db, who, process, "godkendelse", "Fordi.")
    assert len(entries(db, process.id, PhaseStart)) == 1


def test_a_reason_that_holds_a_cpr_number_moves_nothing(db: Database, who: Who) -> None:
    process = a_process(db, who)

    with pytest.raises(HoldsCpr):
        change_phase(db, who, process, "maal", "Borgeren 010203-4567 venter.")
    assert entries(db, process.id, PhaseStart) == ()


def test_an_opening_question_is_answered_and_answered_anew(db: Database, who: Who) -> None:
    process = a_process(db, who)
    seen = answers_of(db, process)["proces"]

    saved = answer_question(db, who, seen, replace(seen, text="Ja"))
    answer_question(db, who, saved, replace(saved, text="Ja, men kort"))

    assert answers_of(db, process)["proces"].text == "Ja, men kort"
    assert answers_of(db, process)["overset"].text == ""


def test_two_who_answer_the_same_question_at_once_both_see_it(both: Database, who: Who) -> None:
    process = a_process(both, who)
    seen = answers_of(both, process)["proces"]
    answer_question(both, who, seen, replace(seen, text="Den ene"))

    with pytest.raises(EditConflict) as conflict:
        answer_question(both, who, seen, replace(seen, text="Den anden"))

    assert conflict.value.theirs.text == "Den ene"
    assert conflict.value.mine.text == "Den anden"


def test_an_archived_process_is_read_only_until_it_is_brought_back(db: Database, who: Who) -> None:
    process = archive(db, who, a_process(db, who))

    with pytest.raises(Archived):
        change_entry(db, who, process, replace(process, title="Nyt"))

    back = unarchive(db, who, process)
    assert change_entry(db, who, back, replace(back, title="Nyt")).title == "Nyt"


def test_a_stranger_starts_nothing(db: Database) -> None:
    with pytest.raises(NotAllowed):
        a_process(db, Who(Access.STRANGER))
