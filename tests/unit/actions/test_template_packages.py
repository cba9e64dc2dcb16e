"""Packages of templates: out of one library, into another, and what is refused."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategykit.actions.template_packages import arrivals_of, pack, read_templates, take_in
from strategykit.actions.templates import add_template, list_templates, templates
from strategykit.domain.people import Access, Who
from strategykit.domain.template_package import Choice, PackagedTemplate, Standing
from strategykit.errors import (
    BadFile,
    ChoiceMissing,
    FileLocked,
    FileTooLarge,
    FileUnsafe,
    HoldsCpr,
    HouseStyleLacks,
    NotAllowed,
    NothingPicked,
    PackageBroken,
    PackageTooNew,
    StrategyError,
    TemplateProblems,
)
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from strategykit.template_files import read_template
from strategykit.template_files.package import write_package
from tests.support.house_styles import house_style
from tests.support.makers import OTHER, PLAIN

STYLE = house_style()  # made once: the bytes hold the time
CLIMATE, DISABILITY = PLAIN.read_text("utf-8"), OTHER.read_text("utf-8")
VERSION = 'version: "1.0"'
NEWER = CLIMATE.replace(VERSION, 'version: "1.1"')
MANIFEST = "manifest.json"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'anden.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def packed(elsewhere: Database, who: Who) -> bytes:
    """What another municipality has made of two templates, one with its Word file."""
    add_template(elsewhere, who, CLIMATE, house_style=STYLE)
    add_template(elsewhere, who, DISABILITY)
    return pack(elsewhere, own(elsewhere), "Prøve Kommune")


def own(db: Database) -> list[tuple[str, str]]:
    """What the library holds beside the program's own."""
    return [(t.template.key, t.template.version) for t in list_templates(db) if not t.shipped]


def taken_apart(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put_together(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, change: Callable[[dict[str, Any]], Any]) -> bytes:
    """The package with another manifest."""
    parts = taken_apart(data)
    manifest = json.loads(parts[MANIFEST])
    change(manifest)
    return put_together(parts | {MANIFEST: json.dumps(manifest).encode()})


def test_a_package_goes_from_one_library_to_another_whole(
    both: Database, who: Who, packed: bytes
) -> None:
    package = read_templates(packed)
    assert [a.standing for a in arrivals_of(both, package)] == [Standing.NEW, Standing.NEW]
    assert own(both) == []

    take_in(both, who, package)

    found = {t.template.key: t for t in list_templates(both) if t.kept}
    assert sorted(found) == ["handicappolitik", "klimaplan"]
    assert found["klimaplan"].text == CLIMATE
    climate = found["klimaplan"].kept
    assert climate is not None
    assert (climate.house_style, climate.note) == (STYLE, "Prøve Kommune")


def test_the_manifest_says_what_a_reader_wants_to_know(packed: bytes) -> None:
    manifest = json.loads(taken_apart(packed)[MANIFEST])

    climate = next(t for t in manifest["templates"] if t["key"] == "klimaplan")
    assert (climate["name"], climate["version"], climate["author"]) == ("Klimaplan", "1.0", "Os")
    assert len(climate["checksum"]) == len(climate["house_style_checksum"]) == 64
    assert {"licence", "origin"} <= set(climate)


def test_the_same_package_again_changes_nothing(both: Database, who: Who, packed: bytes) -> None:
    take_in(both, who, read_templates(packed))
    before = own(both)

    assert take_in(both, who, read_templates(packed)) == ()
    assert own(both) == before


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (Choice.BOTH, ["1.0", "1.1"]),
        (Choice.REPLACE, ["1.0"]),
        (Choice.LEAVE, ["1.1"]),
    ],
)
def test_another_version_asks_for_a_choice(
    both: Database, who: Who, packed: bytes, choice: Choice, left: list[str]
) -> None:
    add_template(both, who, NEWER)
    package = read_templates(packed)
    (arrival,) = [a for a in arrivals_of(both, package) if a.choices]
    assert (arrival.standing, arrival.versions) == (Standing.OTHER_VERSION, ("1.1",))

    with pytest.raises(ChoiceMissing, match=r"klimaplan 1\.0"):
        take_in(both, who, package)
    assert own(both) == [("klimaplan", "1.1")]

    take_in(both, who, package, {arrival.key: choice})

    assert sorted(v for key, v in own(both) if key == "klimaplan") == left
    assert ("handicappolitik" in dict(own(both))) is True


def test_the_same_version_with_other_words_is_replaced_or_left(
    both: Database, who: Who, packed: bytes
) -> None:
    add_template(both, who, CLIMATE + "# rettet her\n")
    package = read_templates(packed)
    (arrival,) = [a for a in arrivals_of(both, package) if a.choices]
    assert arrival.choices == (Choice.REPLACE, Choice.LEAVE)
    with pytest.raises(ChoiceMissing):
        take_in(both, who, package, {arrival.key: Choice.BOTH})

    take_in(both, who, package, {arrival.key: Choice.REPLACE})

    (climate,) = [t for t in list_templates(both) if t.template.key == "klimaplan"]
    assert climate.text == CLIMATE


def test_what_came_with_the_program_is_never_replaced(db: Database, who: Who) -> None:
    youth = next(t for t in templates() if t.template.key == "ungestrategi")
    package = read_templates(pack(db, [("ungestrategi", youth.template.version)]))
    assert [a.standing for a in arrivals_of(db, package)] == [Standing.SAME]

    text = youth.text + "# rettet\n"
    other = type(package)(
        "", "", (type(package.templates[0])(package.templates[0].template, text),)
    )
    (arrival,) = arrivals_of(db, other)

    assert (arrival.standing, arrival.choices) == (Standing.OTHER_CONTENT, (Choice.LEAVE,))
    assert take_in(db, who, other, {arrival.key: Choice.LEAVE}) == ()


def test_a_template_with_mistakes_stops_the_package_and_all_mistakes_are_told(
    db: Database, packed: bytes
) -> None:
    parts = taken_apart(packed)
    for name in [n for n in parts if n.endswith(".yaml")]:
        parts[name] = parts[name].replace(b"format: 1", b"format: 2", 1)
    wrong = changed(put_together(parts), lambda m: _resum(m, parts))

    with pytest.raises(TemplateProblems) as refused:
        read_templates(wrong)

    assert len(refused.value.problems) == 2
    assert {p.split("-")[0] for p in refused.value.problems} == {"klimaplan", "handicappolitik"}
    assert own(db) == []


def _resum(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
    """The sums of the files as they are now."""
    for line in manifest["templates"]:
        line["checksum"] = hashlib.sha256(parts[line["file"]]).hexdigest()
        if line["house_style"]:
            line["house_style_checksum"] = hashlib.sha256(parts[line["house_style"]]).hexdigest()


def test_a_word_file_without_the_styles_stops_the_package(packed: bytes) -> None:

    parts = taken_apart(packed)
    (name,) = [n for n in parts if n.startswith("word/")]
    parts[name] = house_style(lacking=["Heading 2", "Title"])

    with pytest.raises(PackageBroken, match="klimaplan") as refused:
        read_templates(changed(put_together(parts), lambda m: _resum(m, parts)))

    assert "heading 2" in str(refused.value)


def test_a_word_file_without_the_styles_is_refused_when_a_template_is_added(
    db: Database, who: Who
) -> None:
    with pytest.raises(HouseStyleLacks):
        add_template(db, who, CLIMATE, house_style=house_style(lacking=["Title"]))
    assert own(db) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda m: m["templates"][0].update(key="andet"), "siger key: 'andet'"),
        (lambda m: m["templates"][0].update(author="En anden"), "siger author: 'En anden'"),
        (lambda m: m["templates"][0].update(checksum="0" * 64), "er ændret, siden pakken"),
        (lambda m: m["templates"][0].update(file="skabeloner/x.yaml"), "er ikke i pakken"),
        (lambda m: m["templates"].pop(), "står ikke i manifest.json"),
        (lambda m: m["templates"].append(m["templates"][0]), "den samme fil to gange"),
        (lambda m: m.update(templates=[]), "nævner ingen skabeloner"),
        (lambda m: m.pop("templates"), "passer ikke ved 'templates'"),
        (lambda m: m["templates"][0].pop("licence"), "passer ikke ved 'templates.0.licence'"),
        (lambda m: m.update(note=7), "passer ikke ved 'note'"),
        (lambda m: m.update(note="Ring 010190-1234"), "CPR-nummer"),
    ],
)
def test_a_manifest_that_does_not_fit_is_told_where(
    packed: bytes, change: Callable[[dict[str, Any]], Any], told: str
) -> None:
    with pytest.raises(PackageBroken) as refused:
        read_templates(changed(packed, change))

    assert told in str(refused.value)
    assert "Biblioteket er ikke ændret" in str(refused.value)


@pytest.mark.parametrize(
    "manifest", [b"", b"{", b"[" * 100_000, b"[]", b"\xff\xfe", b"1" * 5000, b'"a"', b"null"]
)
def test_a_manifest_that_is_no_list_is_refused(packed: bytes, manifest: bytes) -> None:
    with pytest.raises(PackageBroken, match=r"manifest\.json"):
        read_templates(put_together(taken_apart(packed) | {MANIFEST: manifest}))


def test_a_package_of_a_newer_program_says_so(packed: bytes) -> None:
    with pytest.raises(PackageTooNew, match="99"):
        read_templates(changed(packed, lambda m: m.update(format=99)))


@pytest.mark.parametrize("name", ["../x.yaml", "/etc/x", "C:x", "a\\b", "a/../../b"])
def test_a_path_that_climbs_out_is_refused(packed: bytes, name: str) -> None:
    with pytest.raises(FileUnsafe):
        read_templates(put_together(taken_apart(packed) | {name: b"x"}))


def test_a_file_that_unpacks_to_far_too_much_is_refused(packed: bytes) -> None:
    with pytest.raises(FileTooLarge):
        read_templates(put_together(taken_apart(packed) | {"stor": b"\0" * 101_000_000}))


def test_a_package_of_far_too_many_files_is_refused(packed: bytes) -> None:
    many = {f"{n}.yaml": b"" for n in range(200)}
    with pytest.raises(FileTooLarge):
        read_templates(put_together(taken_apart(packed) | many))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"format: 1", b"\xd0\xcf\x11\xe0" * 9])
def test_what_is_no_package_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        read_templates(data)


def test_a_package_with_a_password_is_refused(packed: bytes) -> None:
    data = bytearray(packed)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    with pytest.raises(FileLocked):
        read_templates(bytes(data))


def test_nobody_but_a_facilitator_takes_a_package_in(db: Database, packed: bytes) -> None:
    with pytest.raises(NotAllowed):
        take_in(db, Who(Access.STRANGER), read_templates(packed))
    assert own(db) == []


def test_a_package_of_nothing_or_with_a_cpr_number_is_not_made(db: Database) -> None:
    with pytest.raises(NothingPicked):
        pack(db, [("findesikke", "1")])
    with pytest.raises(HoldsCpr):
        pack(db, [("ungestrategi", "1.0")], "010190-1234")


PACKED = write_package(
    [PackagedTemplate(read_template(CLIMATE, "f"), CLIMATE)], "Prøve", date(2026, 6, 3)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.integers(0, len(PACKED) - 1), st.integers(0, 255)), max_size=6))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_package_with_altered_bytes_is_read_or_refused(altered: list[tuple[int, int]]) -> None:
    data = bytearray(PACKED)
    for place, byte in altered:
        data[place] = byte
    with suppress(StrategyError):
        read_templates(bytes(data))


@given(st.data())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_manifest_is_read_or_refused(data: st.DataObject) -> None:
    parts = taken_apart(PACKED)
    manifest = json.loads(parts[MANIFEST])
    line = manifest["templates"][0]
    into = data.draw(st.sampled_from([manifest, line]))
    into[data.draw(st.sampled_from([*into]))] = data.draw(JSON)
    with suppress(StrategyError):
        read_templates(put_together(parts | {MANIFEST: json.dumps(manifest).encode()}))
