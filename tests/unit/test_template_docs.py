"""What consultants read about templates is whole, and its own example works."""

import re
from pathlib import Path

import pytest

from strategykit.domain.catalogue import CRITERIA_SENTENCES, FILLS, PAGES
from strategykit.domain.presets import PRESETS
from strategykit.domain.statement_checks import CHECKS
from strategykit.domain.template import PLACEHOLDERS, Template
from strategykit.template_files import read_template
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
