"""Reading strategy templates: what is refused, how it is told, and that nothing is guessed."""

from pathlib import Path

import pytest

from strategykit.domain.meetings import MeetingKind
from strategykit.domain.template_meetings import ItemRole
from strategykit.errors import TemplateProblems
from strategykit.reference_data import reference_data
from strategykit.template_files import (
    read_template,
    read_template_bytes,
    read_template_file,
    shipped_files,
    shipped_problems,
)
from strategykit.template_files.reading import FOLDER, read_folder

TEMPLATES = Path(__file__).parents[1] / "templates"
SMALL = (TEMPLATES / "klimaplan.yaml").read_text()


def told(text: str, indicators: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """What the reader says of a text."""
    with pytest.raises(TemplateProblems) as refused:
        read_template(text, "f", indicators)
    return refused.value.problems


def test_a_small_template_is_read_whole() -> None:
    template = read_template(SMALL, "klimaplan.yaml")

    assert template.name == "Klimaplan"
    assert [phase.key for phase in template.phases] == ["start", "slut"]
    assert template.pages == ("viden", "swot", "udkast")
    assert template.meetings[0].items[0].role is ItemRole.WELCOME
    assert template.indicators == ()


def test_all_mistakes_are_told_at_once_in_file_order() -> None:
    wrong = SMALL.replace("name:", "navn:", 1).replace("[viden, swot]", "[videt, swot]")
    wrong = wrong.replace("minutes: 60", "minutes: 61").replace("fill: swot", "fil: swot")

    assert told(wrong) == (
        "f, linje 1: 'name' mangler",
        "f, linje 3: 'navn' kendes ikke (mente du 'name'?)",
        "f, linje 14: 'videt' i 'pages' kendes ikke (mente du 'viden'?)",
        "f, linje 20: punkterne fylder 60 minutter, og mødet varer 61",
        "f, linje 30: 'fill' mangler",
        "f, linje 30: 'fil' kendes ikke (mente du 'fill'?)",
    )


def test_the_error_itself_reads_as_its_lines() -> None:
    with pytest.raises(TemplateProblems, match=r"^f, linje 1: filen er tom$"):
        read_template("# intet endnu", "f")


@pytest.mark.parametrize("minutes", [89, 90])
def test_a_meeting_of_an_hour_and_a_half_needs_a_break(minutes: int) -> None:
    longer = SMALL.replace("minutes: 60", f"minutes: {minutes}")
    longer = longer.replace("minutes: 40", f"minutes: {minutes - 20}")

    if minutes < 90:
        assert read_template(longer, "f").meetings[0].minutes == minutes
    else:
        assert told(longer) == ("f, linje 17: mødet mangler et punkt med 'role: pause'",)


def test_values_stay_as_they_are_written() -> None:
    text = SMALL.replace("author: Os", "author: no").replace('version: "1.0"', "version: 12:30")

    template = read_template(text, "f")

    assert (template.author, template.version) == ("no", "12:30")


def test_indicators_are_looked_up_in_the_catalogue_and_calculators_in_the_template() -> None:
    calculator = "{key: a, title: A, indicator: co2, start_year: 2030, end_year: 2020, factor: 0,5}"
    text = f"{SMALL}indicators: [udslip, utslip]\ncalculators:\n  - {calculator}\n"

    assert told(text.replace("0,5", '"0,5"'), ("udslip",)) == (
        "f, linje 31: 'utslip' i 'indicators' kendes ikke (mente du 'udslip'?)",
        "f, linje 33: 'co2' i 'indicator' kendes ikke; her kan stå udslip, utslip",
        "f, linje 33: 'end_year' skal være efter 'start_year'",
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "author: Os  # ring til 010190-1234",
        "author: Os 0101901234",
        'author: "Os \\x30101901234"',
        "author: >-\n  Os 010190\n  1234",
    ],
)
def test_a_cpr_number_is_refused_wherever_it_hides_and_never_repeated(hidden: str) -> None:
    problems = told(SMALL.replace("author: Os", hidden))

    assert any(p.endswith("0101••-•••• ligner et CPR-nummer. Fjern det") for p in problems)
    assert "1234" not in "".join(problems)


def test_a_cpr_number_as_a_key_or_choice_is_masked_too() -> None:
    problems = told(SMALL.replace("author: Os", "010190-1234: x").replace("to og to", "0101901234"))

    assert "1234" not in "".join(problems)


def test_a_hundred_mistakes_are_shown_and_the_rest_counted() -> None:
    problems = told(SMALL + "".join(f"ukendt{n}: x\n" for n in range(200)))

    assert len(problems) == 101
    assert problems[0].startswith("f, linje 31: 'ukendt0' kendes ikke")
    assert problems[-1].startswith("… og mindst ")


def test_shipped_templates_have_no_mistakes_and_know_their_indicators() -> None:
    catalogue = [indicator.key for indicator in reference_data().indicators]

    read = tuple(read_template_file(path, catalogue) for path in sorted(FOLDER.glob("*.yaml")))

    assert (shipped_files(), shipped_problems()) == (read, ())


def test_a_file_with_mistakes_does_not_hide_the_other_templates(tmp_path: Path) -> None:
    (tmp_path / "god.yaml").write_text(SMALL)
    (tmp_path / "slem.yaml").write_text(SMALL.replace("format: 1", "format: 2"))

    files, problems = read_folder(tmp_path)

    assert [each.file for each in files] == ["god.yaml"]
    assert [problem.split(":")[0] for problem in problems] == ["slem.yaml, linje 1"]


def test_a_file_that_begins_with_a_byte_order_mark_is_read() -> None:
    file = read_template_bytes(b"\xef\xbb\xbf" + SMALL.encode(), "klimaplan.yaml")

    assert (file.template.key, file.text) == ("klimaplan", SMALL)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            SMALL.replace("Os", "Æ").encode("latin-1"),
            "linje 6: tegnet kan ikke læses. Gem filen som",
        ),
        (SMALL.encode("utf-16"), "linje 1: tegnet kan ikke læses. Gem filen som UTF-8"),
        (b"#" * 1_000_001, "filen er for stor. En skabelon må højst fylde 1 MB."),
        (b"", "linje 1: filen er tom"),
    ],
)
def test_a_file_that_is_no_template_text_is_refused_in_a_sentence(
    data: bytes, problem: str
) -> None:
    with pytest.raises(TemplateProblems, match=problem):
        read_template_bytes(data, "f")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateProblems, match=r"^væk\.yaml: filen findes ikke"):
        read_template_file(tmp_path / "væk.yaml")


def test_the_youth_strategy_follows_the_process_of_five_phases_and_four_evenings() -> None:
    (youth,) = [each.template for each in shipped_files() if each.template.key == "ungestrategi"]
    evenings = [m for m in youth.meetings if m.kind is MeetingKind.WORKSHOP]

    assert len(youth.phases) == 5
    assert [(m.starts, m.minutes, m.phase) for m in evenings] == [
        ("16:00", 120, phase.key) for phase in youth.phases[1:]
    ]
    for item in (item for meeting in youth.meetings for item in meeting.items):
        assert item.script
        assert item.role is ItemRole.BREAK or (item.leads and item.purpose and item.fallback)


def test_another_subject_has_three_workshops_no_figures_and_no_word_of_youth() -> None:
    file = read_template_file(TEMPLATES / "handicappolitik.yaml")

    assert len(file.template.meetings) == 3
    assert (file.template.indicators, file.template.calculators) == ((), ())
    assert "ung" not in file.text.lower()
