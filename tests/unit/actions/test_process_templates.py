"""A process becomes a template: its drejebog comes along, its content and names never do."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.example import load_case
from strategykit.actions.materials import material_of, template_of
from strategykit.actions.process_templates import Extract, template_from
from strategykit.actions.processes import start_process
from strategykit.actions.registers import add_entry, change_entry, entries
from strategykit.actions.template_writing import looked_over
from strategykit.actions.templates import checked_template
from strategykit.actions.trying_out import try_out
from strategykit.domain.boards import Note
from strategykit.domain.entry import Entry
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Person, Who
from strategykit.domain.process import Process
from strategykit.domain.steps import Step
from strategykit.domain.template_comparison import compare_templates
from strategykit.storage.database import Database
from tests.support.makers import OTHER
from tests.support.makers import a_process as any_process

ABOUT = {"key", "name", "version", "author", "origin"}


def a_process(db: Database, who: Who) -> Process:
    return any_process(db, who, template=OTHER.read_text("utf-8"))


def words_in(value: object) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            if part.name not in ("template", "id", "process_id", "key"):
                yield from words_in(getattr(value, part.name))


def changes(process: Process, made: Extract) -> list[tuple[str, str]]:
    old, new = template_of(process), checked_template(made.text, "prøven")
    found = [d for d in compare_templates(old, new) if d.part or d.where not in (
        "Navn", "Udgave", "Forfatter", "Hvor indholdet kommer fra")]  # fmt: skip
    return [(d.where, d.after or d.change.value) for d in found]


def test_a_template_of_a_process_asks_for_its_author(db: Database, who: Who) -> None:
    process = load_case(db, who, "broendby")
    (lacks,) = looked_over(template_from(db, process.id, "Til den næste").text).mistakes

    assert lacks.text == "'author' må ikke være tom"


def test_nothing_that_the_example_says_is_in_the_file(db: Database, who: Who) -> None:
    process = load_case(db, who, "broendby")
    made = template_from(db, process.id, "Til den næste", "Os")
    material = material_of(db, process.id)
    template = process.template
    typed = {
        line.strip()
        for things in ((process,), *material.things.values())
        for thing in things
        for text in words_in(thing)
        for line in text.split("\n")
        if len(line.strip()) > 6 and line.strip() not in template
    }
    begun = _begun_with(db, who, process)
    rendered = {text for text in typed if text in begun}

    assert len(typed - rendered) > 100
    assert [text for text in typed - rendered if text in made.text] == []
    assert "Brøndby" not in made.text
    assert "17 sedler" in made.removed


def _begun_with(db: Database, who: Who, process: Process) -> str:
    """All that a fresh process of the same template and municipality says."""
    fresh = start_process(
        db, who,
        Process(id="frisk", process_id="frisk", title="Frisk", municipality=process.municipality,
                committee="Udvalget", template=process.template),
    )  # fmt: skip
    things = material_of(db, fresh.id).things.values()
    return "\n".join(text for same in things for thing in same for text in words_in(thing))


def test_an_untouched_process_gives_its_own_template(db: Database, who: Who) -> None:
    process = a_process(db, who)
    made = template_from(db, process.id, "Til den næste", "Os")

    assert changes(process, made) == []
    new = set(made.text.split("\n")) - set(process.template.split("\n"))
    assert {line.split(":")[0] for line in new if line[0] != " "} == ABOUT


def test_minutes_and_order_come_along_and_own_words_stay_behind(db: Database, who: Who) -> None:
    process = a_process(db, who)
    meeting = next(m for m in entries(db, process.id, Meeting) if m.key == "first")
    change_entry(db, who, meeting, replace(meeting, day=date(2026, 9, 1), place="Rådhuset"))
    items = [i for i in entries(db, process.id, AgendaItem) if i.meeting_id == meeting.id]
    change_entry(db, who, items[1], replace(items[1], minutes=45, script="Anders begynder"))
    change_entry(db, who, items[3], replace(items[3], minutes=15, dots=6))
    made = template_from(db, process.id, "Til den næste", "Os")

    where = "Workshop 1: status i dag"
    assert changes(process, made) == [
        (f"{where} › Hvad virker, og hvad mangler? › Minutter", "45"),
        (f"{where} › Prikker › Minutter", "15"),
        (f"{where} › Prikker › Prikker til hver", "6"),
    ]
    assert "Anders" not in made.text
    assert "Rådhuset" not in made.text
    assert "2 tekster i drejebøgerne, som I selv har skrevet" in made.removed


def test_an_exercise_that_was_added_comes_along_under_its_own_name(db: Database, who: Who) -> None:
    process = a_process(db, who)
    step = next(s for s in entries(db, process.id, Step) if s.title == "Giv prikker")
    own = replace(step, id=new_id(), title="Hvad synes Hr. Jensen?", ask="Hvad?", preset="droeft",
                  minutes=5, position=0, source_id="")  # fmt: skip
    add_entry(db, who, own)
    made = template_from(db, process.id, "Til den næste", "Os")

    assert changes(process, made) == [("Workshop 1: status i dag › Prikker › Drøft", "Tilføjet")]
    assert "Jensen" not in made.text
    assert try_out(made.text).stuck == ()


def test_a_drejebog_that_no_template_can_hold_stays_as_it_was(db: Database, who: Who) -> None:
    process = a_process(db, who)
    meeting = next(m for m in entries(db, process.id, Meeting) if m.key == "first")
    item = next(i for i in entries(db, process.id, AgendaItem)
                if i.meeting_id == meeting.id and i.title == "Velkomst")  # fmt: skip
    change_entry(db, who, item, replace(item, title="Goddag"))
    made = template_from(db, process.id, "Til den næste", "Os")

    assert made.as_before == ("Workshop 1: status i dag",)
    assert changes(process, made) == []


@pytest.mark.parametrize("where", ["committee", "person", "note"])
def test_names_are_not_in_the_file(db: Database, who: Who, where: str) -> None:
    process = a_process(db, who)
    things: dict[str, Entry] = {
        "person": Person(id=new_id(), process_id=process.id, name="Opdigtet Navn"),
        "note": Note(id=new_id(), process_id=process.id, board="swot", field="virker",
                     text="Opdigtet Navn siger noget"),
    }  # fmt: skip
    for thing in things.values():
        add_entry(db, who, thing)
    made = template_from(db, process.id, "Til den næste", "Os")
    said = {"committee": process.committee}.get(where, "Opdigtet Navn")

    assert said not in made.text
    assert made.mentions == ()


def test_a_template_that_names_the_municipality_itself_is_told(db: Database, who: Who) -> None:
    text = OTHER.read_text("utf-8").replace("Skrevet til afprøvning", "Skrevet i Thisted Kommune")
    process = any_process(db, who, template=text, municipality="787")
    made = template_from(db, process.id, "Til den næste", "Os")

    assert any("Thisted" in line for line in made.mentions)
