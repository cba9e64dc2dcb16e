"""What consultants read about templates is whole, and its own example works."""

import re
from pathlib import Path

import pytest

from strategykit.domain.catalogue import CRITERIA_SENTENCES, FILLS, PAGES
from strategykit.domain.meetings import MeetingKind
from strategykit.domain.presets import PRESETS
from strategykit.domain.statement_checks import CHECKS
from strategykit.domain.template import PLACEHOLDERS, Template
from strategykit.template_files import read_template, shipped_templates
from tests.support.template_fields import fields_of

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "strategy_templates" / "README.md").read_text()
GUIDE = (ROOT / "docs" / "skabeloner.md").read_text()


@pytest.mark.parametrize(
    "keys", [PAGES, CRITERIA_SENTENCES, FILLS, CHECKS, PRESETS, fields_of(Template)]
)
def test_the_reference_names_everything_that_a_template_can_say(keys: set[str]) -> None:
    assert [key for key in keys if f"`{key}`" not in REFERENCE] == []


def test_the_reference_names_every_placeholder() -> None:
    assert [key for key in PLACEHOLDERS if f"`{{{key}}}`" not in REFERENCE] == []


def test_the_example_of_the_guide_is_a_template_without_mistakes() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)

    assert read_template(example, "sundhedspolitik.yaml").name == "Sundhedspolitik"


def test_what_the_guide_adds_to_its_example_works_too() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    added = dict(re.findall(r"```yaml (\w+)\n(.*?)```", GUIDE, re.DOTALL))
    whole = example.replace("pages: [viden, swot]", "pages: [viden, swot, redskaber]")
    whole = whole.replace(
        "exit: [swot_prioritised]", "exit: [swot_prioritised, instruments_filled]"
    )
    whole = whole.replace("\ndocument:", f"{added['tekst']}\n{added['redskaber']}\ndocument:")

    template = read_template(whole.rstrip("\n") + "\n" + added["afsnit"], "sundhedspolitik.yaml")

    assert [plan.kind for plan in template.instruments] == ["selvtjek", "spoergeskema"]
    fills = {section.fill for section in template.document.sections}
    assert {"instrument", "statement", "annex_hearing", "annex_heard"} <= fills


@pytest.mark.parametrize("text", [GUIDE, REFERENCE])
def test_every_shipped_template_is_presented_with_what_it_is_good_for(text: str) -> None:
    rows = {
        key: line for line in text.splitlines() for key in re.findall(r"^\| .*\(`(.+?)`\)", line)
    }

    assert set(rows) == {template.key for template in shipped_templates()}


def test_the_guide_names_every_kind_of_meeting() -> None:
    assert [kind for kind in MeetingKind if kind.value not in GUIDE] == []
