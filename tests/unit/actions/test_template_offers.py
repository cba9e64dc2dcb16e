"""An improved template is offered to a running process, taken and taken back, on both databases."""

from dataclasses import replace

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.archives import export_process
from strategykit.actions.materials import process_of, template_of
from strategykit.actions.processes import archive, change_phase
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.actions.template_offers import (
    former_template,
    offer,
    take_back,
    take_template,
)
from strategykit.actions.template_writing import with_fields, with_part, without_part
from strategykit.domain.areas import Area, Measure
from strategykit.domain.boards import Note
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.steps import Step
from strategykit.domain.template import PhasePlan, Template
from strategykit.domain.template_comparison import Change
from strategykit.errors import (
    Archived,
    EditConflict,
    NothingToTakeBack,
    SameTemplate,
    TemplateProblems,
)
from strategykit.storage.database import Database
from strategykit.template_files import TemplateFile, shipped_files
from tests.support.makers import OTHER
from tests.support.makers import a_process as any_process

BASE = OTHER.read_text("utf-8").replace(
    "principles:\n",
    "principles:\n  - {key: foerst, title: Først, ask: Er det det, warning: Det er ikke det.}\n",
)
BETTER = with_fields(BASE, (), Template, {"version": "2.0", "audience": "Flere kommuner"})
MEETING = {
    "key": "opfoelgning", "title": "Et møde mere", "phase": "aftale", "minutes": "30",
    "items": [
        {"title": "Velkomst", "role": "velkomst", "minutes": "10"},
        {"title": "Afrunding", "role": "afrunding", "minutes": "20"},
    ],
}  # fmt: skip


def a_process(db: Database, who: Who) -> Process:
    return any_process(db, who, template=BASE)


def take(db: Database, who: Who, process: Process, text: str, *, meetings: bool = False) -> Process:
    return take_template(db, who, process, text, nonce=new_id(), meetings=meetings)


def everything(db: Database, process: Process) -> dict[str, set[object]]:
    kinds = (Note, Measure, Meeting, AgendaItem, Step)
    found = {k.__name__: entries(db, process.id, k) for k in kinds}
    return {name: {replace(t, version=1) for t in same} for name, same in found.items()}


def a_note(db: Database, who: Who, process: Process, field: str, text: str) -> None:
    add_entry(
        db, who, Note(id=new_id(), process_id=process.id, board="swot", field=field, text=text)
    )


def test_a_better_word_costs_nothing(both: Database, who: Who) -> None:
    process = a_process(both, who)
    a_note(both, who, process, "virker", "Godt samarbejde")
    made = offer(both, process.id, BETTER)

    assert [d.where for d in made.differences] == ["Hvem den er til", "Udgave"]
    assert (made.losses, made.meetings) == ((), ())

    before = everything(both, process)
    taken = take(both, who, process, BETTER)
    assert template_of(taken).version == "2.0"
    assert everything(both, process) == before

    back = take_back(both, who, taken)
    assert back.template == BASE
    assert everything(both, process) == before
    assert former_template(both, process.id) is None


def test_notes_on_a_field_that_is_gone_are_named_counted_and_kept(both: Database, who: Who) -> None:
    process = a_process(both, who)
    a_note(both, who, process, "mangler", "Færre penge")
    a_note(both, who, process, "mangler", "Flere opgaver")
    board = next(n for n, b in enumerate(template_of(process).boards) if b.key == "swot")
    field = next(
        n for n, f in enumerate(template_of(process).boards[board].fields) if f.key == "mangler"
    )
    text = without_part(BASE, ("boards", board, "fields"), field)

    assert [(loss.place, loss.what) for loss in offer(both, process.id, text).losses] == [
        ("Tavlen Status i dag, Det mangler", "2 sedler")
    ]

    taken = take(both, who, process, text)
    assert len(entries(both, process.id, Note)) == 2
    take_back(both, who, taken)
    assert template_of(process_of(both, process.id)).boards == template_of(process).boards


def test_answers_follow_their_principle_when_the_order_changes(both: Database, who: Who) -> None:
    process = a_process(both, who)
    area = Area(id=new_id(), process_id=process.id, name="Område")
    add_entry(both, who, area)
    add_entry(
        both, who,
        Measure(id=new_id(), process_id=process.id, area_id=area.id, text="Gør noget",
                answers=("ja", "nej")),
    )  # fmt: skip
    first = without_part(BASE, ("principles",), 0)
    said = [loss.what for loss in offer(both, process.id, first).losses]
    assert said == ["svar på 1 indsats"]

    taken = take(both, who, process, first)
    assert [m.answers for m in entries(both, process.id, Measure)] == [("nej",)]

    take_back(both, who, taken)
    assert [m.answers for m in entries(both, process.id, Measure)] == [("ja", "nej")]


def test_an_answer_given_since_is_not_undone(both: Database, who: Who) -> None:
    process = a_process(both, who)
    area = Area(id=new_id(), process_id=process.id, name="Område")
    add_entry(both, who, area)
    add_entry(
        both, who,
        Measure(id=new_id(), process_id=process.id, area_id=area.id, text="Gør noget",
                answers=("ja", "nej")),
    )  # fmt: skip
    taken = take(both, who, process, without_part(BASE, ("principles",), 0))
    (now,) = entries(both, process.id, Measure)
    change_entry(both, who, now, replace(now, answers=("delvist",)))
    take_back(both, who, taken)

    assert [m.answers for m in entries(both, process.id, Measure)] == [("", "delvist")]


def test_a_new_meeting_comes_when_it_is_wanted_and_goes_again(both: Database, who: Who) -> None:
    process = a_process(both, who)
    text = with_part(BASE, ("meetings",), 0, MEETING)
    assert [plan.title for plan in offer(both, process.id, text).meetings] == ["Et møde mere"]

    before = everything(both, process)
    without = take(both, who, process, text)
    assert everything(both, process) == before

    back = take_back(both, who, without)
    taken = take(both, who, back, text, meetings=True)
    assert "Et møde mere" in [m.title for m in entries(both, process.id, Meeting)]
    take_back(both, who, taken)
    assert everything(both, process) == before


def test_a_new_meeting_that_was_given_a_date_stays(both: Database, who: Who) -> None:
    process = a_process(both, who)
    text = with_part(BASE, ("meetings",), 0, MEETING)
    taken = take(both, who, process, text, meetings=True)
    meeting = next(m for m in entries(both, process.id, Meeting) if m.key == "opfoelgning")
    change_entry(both, who, meeting, replace(meeting, place="Rådhuset"))
    take_back(both, who, taken)

    assert "Rådhuset" in [m.place for m in entries(both, process.id, Meeting)]


def test_a_phase_that_is_gone_leaves_the_process_at_the_same_place(
    both: Database, who: Who
) -> None:
    process = a_process(both, who)
    second = template_of(process).phases[1]
    process = change_phase(both, who, process, second.key, "Vi går videre")
    renamed = with_fields(BASE, ("phases", 1), PhasePlan, {"key": "udvikling"})
    for number, meeting in enumerate(template_of(process).meetings):
        if meeting.phase == second.key:
            renamed = with_fields(renamed, ("meetings", number), PhasePlan, {"phase": "udvikling"})
    taken = take(both, who, process, renamed)
    assert taken.phase == "udvikling"
    assert take_back(both, who, taken).phase == second.key


def test_two_windows_do_not_both_take_one(both: Database, who: Who) -> None:
    process = a_process(both, who)
    take(both, who, process, BETTER)

    with pytest.raises(EditConflict):
        take(both, who, process, with_fields(BASE, (), Template, {"version": "3.0"}))
    assert template_of(process_of(both, process.id)).version == "2.0"


def test_a_double_tap_takes_it_once(both: Database, who: Who) -> None:
    process, nonce = a_process(both, who), new_id()
    for _ in range(2):
        take_template(both, who, process, BETTER, nonce=nonce, meetings=True)
    back = take_back(both, who, process_of(both, process.id))

    assert back.template == BASE
    with pytest.raises(NothingToTakeBack):
        take_back(both, who, back)


def test_what_cannot_be_taken_changes_nothing(both: Database, who: Who) -> None:
    process = a_process(both, who)
    with pytest.raises(SameTemplate):
        take(both, who, process, BASE)
    with pytest.raises(TemplateProblems):
        take(both, who, process, BASE.replace("format: 1", "format: 2"))
    put_away = archive(both, who, process)
    with pytest.raises(Archived):
        take(both, who, put_away, BETTER)

    assert process_of(both, process.id).template == BASE


def test_the_former_template_travels_with_the_archive(both: Database, who: Who) -> None:
    process = a_process(both, who)
    taken = take(both, who, process, BETTER)

    assert export_process(both, taken)
    assert former_template(both, process.id) is not None


@pytest.mark.parametrize("shipped", shipped_files(), ids=lambda file: file.template.key)
def test_an_older_copy_of_a_shipped_template_is_offered_the_annexes_of_the_hearing(
    db: Database, who: Who, shipped: TemplateFile
) -> None:
    sections = shipped.template.document.sections
    later = [n for n, s in enumerate(sections) if s.fill in ("annex_hearing", "annex_heard")]
    older = shipped.text
    for place in reversed(later):
        older = without_part(older, ("document", "sections"), place)
    process = any_process(db, who, template=older)
    made = offer(db, process.id, shipped.text)

    titles = [sections[place].title for place in later]
    assert [(d.part, d.place[-1], d.change) for d in made.differences] == [
        ("document", title, Change.ADDED) for title in titles
    ]
    assert made.losses == ()
    taken = template_of(take(db, who, process, shipped.text))
    assert [s.title for s in taken.document.sections if s.title in titles] == titles
