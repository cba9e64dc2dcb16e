"""The JSON Schema for editors: up to date, true of every template, and of use."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from strategykit.actions.templates import schema_for_editors
from strategykit.domain.catalogue import FILLS
from strategykit.domain.presets import PRESETS
from strategykit.template_files.reading import FOLDER
from tests.support.makers import PLAIN

ROOT = Path(__file__).parents[2]
FILES = [*sorted(FOLDER.glob("*.yaml")), *sorted((ROOT / "tests" / "templates").glob("*.yaml"))]
SCHEMA: dict[str, Any] = json.loads((FOLDER / "schema.json").read_text("utf-8"))
SMALL = PLAIN.read_text("utf-8")


def faults(text: str, loader: Any = yaml.SafeLoader) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    found = validator.iter_errors(yaml.load(text, Loader=loader))
    return [f"{'.'.join(map(str, each.path))}: {each.message}" for each in found]


def test_the_file_is_the_one_that_the_command_writes() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    assert (FOLDER / "schema.json").read_text("utf-8") == schema_for_editors()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader])
def test_every_template_is_valid_as_an_editor_and_as_we_read_it(file: Path, loader: Any) -> None:
    assert faults(file.read_text("utf-8"), loader) == []


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("name: Klimaplan", "navn: Klimaplan", "'navn' was unexpected"),
        ("name: Klimaplan", "# name", "'name' is a required property"),
        ("format: 1", "format: 2", "format: "),
        ("key: klimaplan", "key: Klima plan", "key: "),
        ("pages: [viden, swot]", "pages: [viden, swoot]", "phases.0.pages.1: 'swoot'"),
        ("[At mindske udslippet]", "At mindske udslippet", "purposes: "),
        ("purposes: [At mindske udslippet]", "purposes: []", "purposes: "),
        ("minutes: 40", "minutes: fyrre", "meetings.0.items.1.minutes: 'fyrre'"),
        ("minutes: 40", "minutes: 40, dots: 51", "meetings.0.items.1.dots: 51"),
        ("seating: to og to", "seating: to og tre", "meetings.0.items.1.seating: 'to og tre'"),
        ("fill: swot", "fill: swott", "document.sections.0.fill: 'swott'"),
        ("fill: swot", "fill: swot, annex: måske", "document.sections.0.annex: 'måske'"),
        ("minutes: 60", "minutes: 60\n    starts: '24:00'", "meetings.0.starts: '24:00'"),
        ("format: 1", "format: 1\npage_titles: {swoot: A}", "page_titles: 'swoot'"),
        ("format: 1", "format: 1\nactors: [{name: A, side: inde}]", "actors.0.side: 'inde'"),
        ("format: 1", "format: 1\nindicators: [findesikke]", "indicators.0: 'findesikke'"),
    ],
)
def test_an_editor_marks_what_the_program_would_refuse(right: str, wrong: str, place: str) -> None:
    assert right in SMALL

    assert any(place in fault for fault in faults(SMALL.replace(right, wrong, 1)))


def test_an_editor_can_say_in_danish_what_a_field_is_and_what_it_may_hold() -> None:
    steps = SCHEMA["$defs"]["StepPlan"]["properties"]
    fill = SCHEMA["$defs"]["SectionPlan"]["properties"]["fill"]

    assert steps["preset"]["description"] == "Øvelse"
    assert steps["preset"]["enumDescriptions"] == [each.title for each in PRESETS.values()]
    assert (fill["enum"], fill["enumDescriptions"]) == (list(FILLS), list(FILLS.values()))


def test_every_field_of_every_part_has_a_danish_name() -> None:
    bare = [
        f"{kind}.{name}"
        for kind, schema in {"Template": SCHEMA, **SCHEMA["$defs"]}.items()
        for name, part in schema["properties"].items()
        if part.get("description", name) == name
    ]

    assert bare == []
