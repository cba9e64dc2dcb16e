"""What goes out in an archive comes back equal; what is no archive changes nothing."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from strategykit.actions.acting import new_id, now
from strategykit.actions.archives import copy_process, export_process, import_process
from strategykit.actions.example import load_example
from strategykit.actions.materials import material_of
from strategykit.actions.processes import list_processes
from strategykit.actions.registers import add_entry, entries
from strategykit.archive_files import CONTENT, MANIFEST, json_schema, read_archive, write_archive
from strategykit.domain.approvals import Outcome, Stage
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.boards import Note
from strategykit.domain.entry import Entry
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.people import Person, Role, Who
from strategykit.domain.process import Process
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.steps import Step
from strategykit.errors import BadFile
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.full_votes import votes

SCHEMA = Path(__file__).parents[3] / "docs" / "arkiv.schema.json"


@pytest.fixture
def example(db: Database, who: Who) -> Process:
    return load_example(db, who, "broendby")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'andetsteds.db'}")
    migrate(database)
    return database


def rewritten(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_what_comes_back_equals_what_went_out(
    db: Database, elsewhere: Database, who: Who, example: Process
) -> None:
    data = export_process(db, example)

    imported = import_process(elsewhere, who, data)

    assert imported == example
    assert material_of(elsewhere, imported.id) == material_of(db, example.id)
    again = read_archive(export_process(elsewhere, imported))
    first = read_archive(data)
    assert (again.process, again.things) == (first.process, first.things)
    assert again.changes[: len(first.changes)] == first.changes


def test_beside_itself_an_archive_becomes_a_copy_with_ids_of_its_own(
    db: Database, who: Who, example: Process
) -> None:
    copy = import_process(db, who, export_process(db, example))

    assert copy.id != example.id
    assert copy.name == "broendby-2"
    mine, theirs = material_of(db, copy.id), material_of(db, example.id)
    assert sum(mine.dots.values()) == sum(theirs.dots.values())
    assert not set(mine.dots) & set(theirs.dots)


def test_the_published_schema_fits_the_archive(db: Database, example: Process) -> None:
    with zipfile.ZipFile(io.BytesIO(export_process(db, example))) as archive:
        content = json.loads(archive.read(CONTENT))

    jsonschema.validate(content, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(json_schema()))


def test_an_indstilling_of_an_earlier_archive_stands_at_the_committees_stage(
    db: Database, who: Who, elsewhere: Database, example: Process
) -> None:
    def earlier(files: dict[str, bytes]) -> None:
        content = json.loads(files[CONTENT])
        content["things"].pop("Stage")
        content["things"]["Recommendation"] = [
            {"id": "i", "process_id": example.id, "version": 2, "position": 1, "to": "Rådet",
             "text": "At den vedtages.", "given_on": "2026-06-03"}
        ]  # fmt: skip
        files[CONTENT] = json.dumps(content).encode()
        manifest = json.loads(files[MANIFEST])
        manifest["sha256"][CONTENT] = hashlib.sha256(files[CONTENT]).hexdigest()
        files[MANIFEST] = json.dumps(manifest).encode()

    imported = import_process(elsewhere, who, rewritten(export_process(db, example), earlier))

    first, *others = entries(elsewhere, imported.id, Stage)
    assert (first.recommendation, first.day) == ("At den vedtages.", date(2026, 6, 3))
    assert first.outcome is Outcome.RECOMMENDED
    assert {stage.outcome for stage in others} == {Outcome.WAITING}


def test_without_names_roles_stand_in_their_place(db: Database, who: Who, example: Process) -> None:
    person = Person(
        id="a" * 32, process_id=example.id, name="Prøveperson", role=Role.CHAIR, organisation="Hjem"
    )
    add_entry(db, who, person)

    data = export_process(db, example, names=False)

    assert "Prøveperson".encode() not in zipfile.ZipFile(io.BytesIO(data)).read(CONTENT)
    (kept,) = read_archive(data).things["Person"]
    assert (kept.name, kept.role) == ("Formand", Role.CHAIR)  # type: ignore[attr-defined]


def test_without_names_they_are_gone_from_what_others_wrote_too(
    db: Database, who: Who, example: Process
) -> None:
    person = Person(id="a" * 32, process_id=example.id, name="Prøveperson P", role=Role.CHAIR)
    decided = Decision(
        id="b" * 32, process_id=example.id, meeting_id="m", text="Prøveperson P går videre."
    )
    for thing in (person, decided):
        add_entry(db, who, thing)

    data = export_process(db, example, names=False)

    assert "Prøveperson".encode() not in zipfile.ZipFile(io.BytesIO(data)).read(CONTENT)
    (kept,) = read_archive(data).things["Decision"]
    assert kept.text == "formand går videre."  # type: ignore[attr-defined]


def an_evening_on(db: Database, who: Who, process: Process) -> dict[str, Entry]:
    """Everything that an evening on phones leaves, in the process's first workshop."""
    meeting = next(m for m in entries(db, process.id, Meeting) if m.key == "workshop1")
    things = [t for t in votes() if not isinstance(t, Step | Person)]
    ids = {t.id: new_id() for t in votes()} | {"w1": meeting.id, "p": process.id}
    roles = {"f": Role.CHAIR, "m1": Role.MEMBER, "m2": Role.MEMBER, "gæst": Role.GUEST}
    ids |= {key: new_id() for key in roles}
    people = [
        Person(id=key, process_id="p", name=f"Opdigtet Person {key}", role=role)
        for key, role in roles.items()
    ]
    steps = [t for t in votes() if isinstance(t, Step)]
    moved = [with_ids(thing, ids) for thing in (*people, *steps, *things)]
    for thing in moved:
        add_entry(db, who, thing)
    return {thing.id: thing for thing in moved}


def with_ids(thing: Entry, ids: dict[str, str]) -> Entry:
    """The thing with fresh ids wherever an old one stood."""

    def fresh(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(fresh(each) for each in value)
        return ids.get(value, value) if type(value) is str else value

    return replace(thing, **{name: fresh(value) for name, value in vars(thing).items()})


def test_an_evening_on_phones_comes_back_as_it_went_out(
    db: Database, elsewhere: Database, who: Who, example: Process
) -> None:
    sent = an_evening_on(db, who, example)

    import_process(elsewhere, who, export_process(db, example))

    kinds = {type(thing) for thing in sent.values()}
    back = {t.id: t for kind in kinds for t in entries(elsewhere, example.id, kind)}
    assert {Room, Seat, Step, StepResult, Ballot, GoalTable, Minority} <= kinds
    assert {i: replace(back[i], position=0) for i in sent} == sent


def test_a_copy_s_votes_belong_to_the_copy_s_own_steps_and_people(
    db: Database, who: Who, example: Process
) -> None:
    an_evening_on(db, who, example)
    copy = copy_process(db, who, example, "Kopi", names=True)

    steps = {step.id for step in entries(db, copy.id, Step)}
    people = {person.id for person in entries(db, copy.id, Person)}
    assert {r.step_id for r in entries(db, copy.id, StepResult)} <= steps
    assert {s.source_id for s in entries(db, copy.id, Step)} <= {*steps, ""}
    said = entries(db, copy.id, Minority)
    assert {p for m in said for p in m.person_ids} <= people
    assert {b.voter for b in entries(db, copy.id, Ballot)} <= people
    assert not steps & {step.id for step in entries(db, example.id, Step)}


def test_without_names_nobody_stands_in_votes_reasons_or_minorities(
    db: Database, who: Who, example: Process
) -> None:
    an_evening_on(db, who, example)
    data = export_process(db, example, names=False)

    content = zipfile.ZipFile(io.BytesIO(data)).read(CONTENT).decode()
    assert "Opdigtet" not in content.replace("Opdigtet eksempel", "")
    assert "Nej, medlem: Den er for lang" in content


def test_a_copy_can_be_made_without_people(db: Database, who: Who, example: Process) -> None:
    copy = copy_process(db, who, example, "Prøvekopi", names=False)

    assert (copy.title, copy.name) == ("Prøvekopi", "proevekopi")
    assert len(list_processes(db)) == 2


def break_sum(files: dict[str, bytes]) -> None:
    files[CONTENT] = files[CONTENT].replace(b"Ungehuset", b"Ungehusex")


def lose_content(files: dict[str, bytes]) -> None:
    del files[CONTENT]


def newer(files: dict[str, bytes]) -> None:
    files[MANIFEST] = files[MANIFEST].replace(b'"format": 1', b'"format": 99')


def climbing(files: dict[str, bytes]) -> None:
    files["../../ud.txt"] = b"x"


@pytest.mark.parametrize("change", [break_sum, lose_content, newer, climbing])
def test_an_archive_that_was_altered_changes_nothing(
    db: Database, elsewhere: Database, who: Who, example: Process,
    change: Callable[[dict[str, bytes]], None],
) -> None:  # fmt: skip
    data = rewritten(export_process(db, example), change)

    with pytest.raises(BadFile):
        import_process(elsewhere, who, data)

    assert list_processes(elsewhere) == ()


@pytest.mark.parametrize(
    "data", [b"", b"x" * 100, b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_archive_is_refused(elsewhere: Database, who: Who, data: bytes) -> None:
    with pytest.raises(BadFile):
        import_process(elsewhere, who, data)


def test_a_cpr_number_in_an_archive_is_told_with_its_place(
    db: Database, elsewhere: Database, who: Who, example: Process
) -> None:
    archive = read_archive(export_process(db, example))
    note = archive.things["Note"][0]
    assert isinstance(note, Note)
    things = {**archive.things, "Note": (replace(note, text="010190-1234"),)}

    with pytest.raises(BadFile, match=r"Note nr\. 1"):
        import_process(elsewhere, who, write_archive(replace(archive, things=things), now()))

    assert list_processes(elsewhere) == ()
