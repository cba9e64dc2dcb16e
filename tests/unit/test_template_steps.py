"""The steps of a template: what is refused, and how it is told."""

from pathlib import Path

import pytest

from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import Subjects
from strategykit.domain.template_meetings import StepPlan
from strategykit.errors import TemplateProblems
from strategykit.template_files import read_template, read_template_file, shipped_files
from strategykit.template_files.reading import FOLDER

TEMPLATES = Path(__file__).parents[1] / "templates"
PLAIN = (TEMPLATES / "klimaplan.yaml").read_text()
WORK = "{title: Arbejde, minutes: 40, seating: to og to, page: swot}"
WRITE = "{key: a, preset: skriv-uden-navn, title: Skriv, board: swot, minutes: 10}"


def with_steps(*steps: str) -> str:
    """The small template with steps in its only item; they begin in line 25, one on each."""
    lines = "".join(f"\n          - {step}" for step in steps)
    item = f"title: Arbejde\n        minutes: 40\n        steps:{lines}"
    assert WORK in PLAIN
    return PLAIN.replace(WORK, item).replace(
        "document:", "statements:\n  - {key: vision, title: Vision, ask: Hvor hen}\ndocument:"
    )


def test_a_step_is_read_with_what_it_is_about_and_goes_on_with() -> None:
    dots = (
        "{preset: prikker-uden-navn, title: Prik, board: swot, fields: [plus], dots: 4, "
        "source: a, minutes: 5}"
    )

    item = read_template(with_steps(WRITE, dots), "f").meetings[0].items[1]

    assert item.steps[1] == StepPlan(
        preset="prikker-uden-navn", title="Prik", board="swot", fields=("plus",), dots=4,
        source="a", minutes=5,
    )  # fmt: skip
    assert item.steps[1].subjects is Subjects.BOARD


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        (
            "{preset: skriv-med-nvn, title: S, board: swot, minutes: 5}",
            "'skriv-med-nvn' i 'preset' kendes ikke (mente du 'skriv-med-navn'?)",
        ),
        (
            "{preset: skriv-med-navn, title: S, board: swat, minutes: 5}",
            "'swat' i 'board' kendes ikke (mente du 'swot'?)",
        ),
        (
            "{preset: skriv-med-navn, title: S, board: swot, fields: [minus], minutes: 5}",
            "'minus' i 'fields' kendes ikke; her kan stå plus",
        ),
        (
            "{preset: skriv-med-navn, title: S, board: swot, fields: [plus, plus], minutes: 5}",
            "'plus' står to gange i 'fields'",
        ),
        (
            "{preset: droeft, title: S, fields: [plus], minutes: 5}",
            "'fields' kræver, at 'board' nævner tavlen",
        ),
        (
            "{preset: samtykke, title: S, statement: mission, minutes: 5}",
            "'mission' i 'statement' kendes ikke (mente du 'vision'?)",
        ),
        (
            "{preset: samtykke, title: S, board: swot, minutes: 5}",
            (
                "øvelsen 'samtykke' kan kun have 'statement', 'about: mål' eller "
                "'about: indsatsområder'"
            ),
        ),
        (
            "{preset: gennemgang, title: S, board: swot, minutes: 5}",
            (
                "øvelsen 'gennemgang' handler om det, den altid handler om; lad 'board', "
                "'statement' og 'about' være"
            ),
        ),
        (
            "{preset: vaerdi-og-indsats, title: S, board: swot, minutes: 5}",
            "øvelsen 'vaerdi-og-indsats' kan kun have 'about: indsatsområder'",
        ),
        (
            "{preset: saml, title: S, minutes: 5}",
            "øvelsen 'saml' skal have 'board'",
        ),
        (
            "{preset: prikker-uden-navn, title: S, minutes: 5}",
            (
                "øvelsen 'prikker-uden-navn' skal have 'about: indsatsområder', 'board' eller "
                "'about: målgrupper'"
            ),
        ),
        (
            "{preset: prikker-uden-navn, title: S, about: områder, minutes: 5}",
            (
                "'about' kan ikke være 'områder'; vælg indsatsområder, målgrupper, mål "
                "(mente du 'indsatsområder'?)"
            ),
        ),
        (
            "{preset: droeft, title: S, board: swot, statement: vision, minutes: 5}",
            "et trin handler kun om én ting; behold ét af 'board', 'statement' og 'about'",
        ),
        (
            "{preset: droeft, title: S, dots: 3, minutes: 5}",
            "der gives ikke prikker i øvelsen 'droeft'",
        ),
        (
            "{preset: droeft, title: S, source: c, minutes: 5}",
            "'c' i 'source' kendes ikke; her kan stå a",
        ),
        (
            "{key: a, preset: droeft, title: S, minutes: 5}",
            "'key' kan ikke være 'a'; den er brugt i linje 26",
        ),
        ("{preset: droeft, minutes: 5}", "'title' mangler"),
        ("{preset: droeft, title: S}", "'minutes' mangler"),
        ("{preset: droeft, title: S, minutes: 0}", "'minutes' skal være fra 1 til 240, ikke 0"),
        (
            "{preset: droeft, title: S, ask: '{komune}', minutes: 5}",
            "'{komune}' i 'ask' kendes ikke (mente du '{kommune}'?)",
        ),
    ],
)
def test_a_mistake_in_a_step_is_told_with_its_line(step: str, problem: str) -> None:
    with pytest.raises(TemplateProblems) as refused:
        read_template(with_steps(WRITE, step), "f")

    assert refused.value.problems == (f"f, linje 27: {problem}",)


def test_the_steps_of_an_item_fit_in_its_minutes() -> None:
    with pytest.raises(TemplateProblems) as refused:
        read_template(with_steps(WRITE.replace("10}", "41}")), "f")

    assert refused.value.problems == (
        "f, linje 25: trinnene fylder 41 minutter, og punktet varer 40",
    )


def test_a_step_goes_on_with_an_earlier_one_and_not_with_a_later() -> None:
    first = "{preset: droeft, title: S, source: a, minutes: 5}"

    with pytest.raises(TemplateProblems) as refused:
        read_template(with_steps(first, WRITE), "f")

    assert refused.value.problems == (
        "f, linje 26: 'source' skal være 'key' på et tidligere trin i mødet",
    )


def test_a_key_is_used_once_in_a_whole_meeting() -> None:
    again = f"- title: Mere\n        minutes: 10\n        steps:\n          - {WRITE}\n      "
    text = with_steps(WRITE).replace("minutes: 60", "minutes: 70")
    text = text.replace("- {title: Farvel", f"{again}- {{title: Farvel")

    with pytest.raises(TemplateProblems) as refused:
        read_template(text, "f")

    assert refused.value.problems == (
        "f, linje 30: 'key' kan ikke være 'a'; den er brugt i linje 26",
    )


def test_the_youth_strategy_plans_exercises_for_its_evenings() -> None:
    (youth,) = [each.template for each in shipped_files() if each.template.key == "ungestrategi"]
    presets = {
        meeting.key: [step.preset for item in meeting.items for step in item.steps]
        for meeting in youth.meetings
    }

    assert presets["workshop1"][:3] == ["skriv-uden-navn", "saml", "prikker-uden-navn"]
    assert {"samtykke", "vaerdi-og-indsats", "prikker-med-navn"} <= set(presets["workshop2"])
    assert presets["workshop3"].count("maal-ved-borde") == 3
    assert presets["workshop3"][-1] == "samtykke"
    assert {name for names in presets.values() for name in names} <= set(PRESETS)


def test_every_board_that_is_voted_on_has_been_written_on_before() -> None:
    """A vote on an empty board would stop the evening."""
    files = [read_template_file(path) for path in sorted(FOLDER.glob("*.yaml"))]
    files.append(read_template_file(TEMPLATES / "handicappolitik.yaml"))
    for template in (file.template for file in files):
        for meeting in template.meetings:
            steps = [step for item in meeting.items for step in item.steps]
            written = {(s.board, s.fields) for s in steps if s.preset.startswith("skriv")}
            voted = {(s.board, s.fields) for s in steps if s.preset.startswith("prikker")}

            assert {each for each in voted if each[0]} <= written
