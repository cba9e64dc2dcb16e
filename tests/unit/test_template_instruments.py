"""Each mistake about instruments is told with its line and what was expected."""

from pathlib import Path

import pytest

from strategykit.errors import TemplateProblems
from strategykit.template_files import read_template

SMALL = (Path(__file__).parents[1] / "templates" / "klimaplan.yaml").read_text()
CHECK = """instruments:
  - key: tjek
    kind: selvtjek
    title: Tjek
    ask: Hvor langt er I?
    phase: start
    items:
      - {key: en, title: Det første}
  - key: plan
    kind: skema
    title: Plan
    ask: Hvad gør I?
    columns:
      - {key: hvad, title: Hvad, needed: ja}
      - {key: status, title: Status, kind: valg, choices: [åben, lukket]}
"""
SECTION = "    - {key: tjek, title: Tjek, fill: instrument, instrument: tjek}\n"
WHOLE = SMALL.replace("[viden, swot]", "[viden, swot, redskaber]") + SECTION + CHECK


def test_instruments_are_read_with_their_parts() -> None:
    template = read_template(WHOLE, "klimaplan.yaml")

    check, table = template.instruments
    assert (check.kind.value, check.items[0].title) == ("selvtjek", "Det første")
    assert [(c.kind.value, c.needed) for c in table.columns] == [("tekst", True), ("valg", False)]
    assert template.document.sections[-1].instrument == "tjek"


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "kind: selvtjek",
            "kind: selvtjk",
            "linje 34: 'kind' kan ikke være 'selvtjk'; vælg selvtjek, modelvalg",
        ),
        (
            "    items:\n      - {key: en, title: Det første}\n",
            "",
            "linje 34: redskabet 'selvtjek' skal have 'items'",
        ),
        ("kind: skema", "kind: fora", "linje 44: redskabet 'fora' bruger ikke 'columns'"),
        (
            "er I?\n    phase: start",
            "er I?\n    phase: strat",
            "linje 37: 'strat' i 'phase' kendes ikke (mente du 'start'?)",
        ),
        (
            "fill: swot,",
            "fill: statement,",
            "linje 30: 'fill: statement' skal have 'statement' med en key fra 'statements'",
        ),
        (
            "kind: valg, choices: [åben, lukket]",
            "kind: valg",
            "linje 46: en kolonne med 'valg' skal have 'choices'",
        ),
        (
            "needed: ja",
            "choices: [a]",
            "linje 45: 'choices' kan kun stå i en kolonne med 'kind: valg' eller",
        ),
        (", redskaber]", "]", "linje 32: ingen fase viser siden 'redskaber'"),
        (
            "instrument: tjek}",
            "instrument: tjak}",
            "linje 31: 'tjak' i 'instrument' kendes ikke (mente du 'tjek'?)",
        ),
        (
            ", instrument: tjek}",
            "}",
            "linje 31: 'fill: instrument' skal have 'instrument' med en key fra 'instruments'",
        ),
        (
            "fill: instrument,",
            "fill: text,",
            "linje 31: 'instrument' kan kun stå ved 'fill: instrument'",
        ),
        (
            "{key: en, title: Det første}",
            "{key: en, title: Det første, form: fritekst}",
            "linje 39: redskabet 'selvtjek' bruger ikke 'form'",
        ),
        (
            "kind: selvtjek",
            "kind: spoergeskema\n    groups: [Leder]",
            "linje 35: 'groups' skal have mindst to grupper eller udelades",
        ),
        (
            "kind: selvtjek",
            "kind: spoergeskema\n    groups: [Leder, Leder]",
            "linje 35: 'Leder' står to gange i 'groups'",
        ),
        ("key: plan", "key: tjek", "'key' kan ikke være 'tjek'; den er brugt i linje 33"),
    ],
)
def test_a_mistake_is_told_with_its_line(right: str, wrong: str, problem: str) -> None:
    assert right in WHOLE

    with pytest.raises(TemplateProblems) as told:
        read_template(WHOLE.replace(right, wrong, 1), "klimaplan.yaml")

    assert any(problem in sentence for sentence in told.value.problems), told.value.problems
