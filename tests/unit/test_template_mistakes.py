"""Each mistake that a template can hold, with the words in which it is told."""

from pathlib import Path

import pytest

from strategykit.errors import TemplateProblems
from strategykit.template_files import read_template

SMALL = (Path(__file__).parents[1] / "templates" / "klimaplan.yaml").read_text()


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("name: Klimaplan", "navn: Klimaplan", "linje 3: 'navn' kendes ikke (mente du 'name'?)"),
        ("name: Klimaplan", "# name", "linje 1: 'name' mangler"),
        ("name: Klimaplan", "name: ''", "linje 3: 'name' må ikke være tom"),
        (
            "name: Klimaplan",
            "name: [a]",
            "linje 3: 'name' skal være en tekst. Sæt den i anførselstegn",
        ),
        (
            "format: 1",
            "format: 2",
            "linje 1: 'format' skal være 1; filen er skrevet til en anden udgave af programmet",
        ),
        (
            "key: klimaplan",
            "key: Klima plan",
            "linje 2: 'key' kan ikke være 'Klima plan'; brug små bogstaver",
        ),
        ("grupper: grupper,", "grupper: '',", "linje 10: 'grupper' må ikke være tom"),
        (
            "areas: Temaer",
            "omraade: tema, omraader: temaer, areas: Temaer",
            "linje 11: 'omraadet' mangler; skriv alle fire former (omraade, omraadet, omraader,",
        ),
        (
            "areas: Temaer",
            "areas: '{titel}'",
            "linje 11: 'areas' er selv et af de ord, der sættes ind, og kan ikke have { } i sig",
        ),
        (
            "purposes: [At mindske udslippet]",
            "purposes: []",
            "linje 12: 'purposes' må ikke være tom",
        ),
        (
            "[At mindske udslippet]",
            "At mindske udslippet",
            "linje 12: 'purposes' skal være en liste med '- ' foran hvert punkt",
        ),
        ("[At mindske udslippet]", "[At mindske, '']", "linje 12: et punkt i 'purposes' er tomt"),
        (
            "pages: [viden, swot]",
            "pages: [viden, swoot]",
            "linje 14: 'swoot' i 'pages' kendes ikke (mente du 'swot'?)",
        ),
        ("pages: [viden, swot]", "pages: [swot, swot]", "linje 14: 'swot' står to gange i 'pages'"),
        ("pages: [viden, swot]", "pages: [viden]", "linje 23: ingen fase viser siden 'swot'"),
        (
            "entry: [swot_prioritised]",
            "entry: [swot_prioritized]",
            "linje 15: 'swot_prioritized' i 'entry' kendes ikke (mente du 'swot_prioritised'?)",
        ),
        (
            "key: slut",
            "key: start",
            "linje 15: 'key' kan ikke være 'start'; den er brugt i linje 14",
        ),
        (
            "phase: start",
            "phase: starten",
            "linje 19: 'starten' i 'phase' kendes ikke (mente du 'start'?)",
        ),
        ("minutes: 60", "minutes: 75", "linje 20: punkterne fylder 60 minutter, og mødet varer 75"),
        (
            "minutes: 60",
            "minutes: 60\n    starts: 16.00",
            "linje 21: 'starts' skal være et klokkeslæt som 16:00, ikke '16.00'",
        ),
        (
            "minutes: 40",
            "minutes: fyrre",
            "linje 23: 'minutes' skal være et helt tal, ikke 'fyrre'",
        ),
        (
            "minutes: 40",
            "minutes: 40, dots: 51",
            "linje 23: 'dots' skal være fra 0 til 50, ikke 51",
        ),
        ("role: velkomst, ", "", "linje 17: mødet mangler et punkt med 'role: velkomst'"),
        (
            "seating: to og to",
            "seating: to og tre",
            "linje 23: 'seating' kan ikke være 'to og tre'; vælg alene, to og to,",
        ),
        (
            "ask: Hvad ser I",
            "ask: 'Hvad ser {komune}'",
            "linje 26: '{komune}' i 'ask' kendes ikke (mente du '{kommune}'?)",
        ),
        (
            "ask: Hvad ser I",
            "ask: 'Hvad ser } I'",
            "linje 26: der står et } uden sin makker i 'ask'",
        ),
        (
            "boards:\n  - {key: swot",
            "boards:\n  - {key: swat",
            "linje 30: 'swot' kræver 'key: swot' under 'boards'",
        ),
        (
            "fill: swot",
            "fill: swot, annex: måske",
            "linje 30: 'annex' skal være ja eller nej, ikke 'måske'",
        ),
        ("fill: swot", "fill: swott", "linje 30: 'swott' i 'fill' kendes ikke (mente du 'swot'?)"),
        (
            'title: "{titel}"',
            'title: "{titel}"\n  title: to',
            "linje 29: 'title' står her for anden gang; første gang er i linje 28",
        ),
        (
            "format: 1",
            "format: 1\ngroups: [{name: Alle, share: mange}]",
            "linje 2: 'share' skal være et tal som 2,5, ikke 'mange'",
        ),
        (
            "format: 1",
            "format: 1\npage_titles: {swoot: Status}",
            "linje 2: 'swoot' i 'page_titles' kendes ikke (mente du 'swot'?)",
        ),
        (
            "author: Os",
            'author: "Os \\a"',
            "linje 6: der står et tegn, som ikke kan bruges i tekst",
        ),
        (
            "format: 1",
            "format: 1\npage_titles: {swot: '{x}'}",
            "linje 2: '{x}' i 'page_titles' kendes ikke",
        ),
        (
            "format: 1",
            "format: 1\npage_titles: Status",
            "linje 2: 'page_titles' skal have felter under sig, hvert med en tekst",
        ),
        (
            "format: 1",
            "format: 1\nactors: [{name: Skolen, side: inde}]",
            "linje 2: 'side' kan ikke være 'inde'; vælg intern, ekstern",
        ),
        (
            "format: 1",
            "format: 1\nactors: [Skolen]",
            "linje 2: 'actors' skal have felter under sig: name, side",
        ),
        (
            "format: 1",
            "format: 1\ngroups: [Alle]",
            "linje 2: 'groups' skal have felter under sig: name og måske need, share",
        ),
        (
            "format: 1",
            "format: 1\nredskaber: []",
            "linje 2: 'redskaber' kendes ikke (mente du 'instruments'?)",
        ),
        ("phases:", "faser:", "linje 13: 'faser' kendes ikke (mente du 'phases'?)"),
        (
            "fill: swot",
            "fill: redskab",
            "linje 30: 'redskab' i 'fill' kendes ikke (mente du 'instrument'?)",
        ),
        (
            "fill: swot",
            "fill: høringssvar",
            "linje 30: 'høringssvar' i 'fill' kendes ikke (mente du 'annex_hearing'?)",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_was_expected(
    right: str, wrong: str, problem: str
) -> None:
    assert right in SMALL

    with pytest.raises(TemplateProblems) as refused:
        read_template(SMALL.replace(right, wrong, 1), "f")

    assert any(each.startswith(f"f, {problem}") for each in refused.value.problems)


def test_marks_in_several_places_are_told_with_all_other_mistakes() -> None:
    wrong = SMALL.replace("author: Os", "author: &os Os").replace("licence:", "licence: !!str")
    wrong = wrong.replace("fill: swot", "fill: swott").replace("phase: start", "phase: *os")

    with pytest.raises(TemplateProblems) as refused:
        read_template(wrong, "f")

    told = [problem.split(". ")[0] for problem in refused.value.problems]
    assert told[:2] == [
        "f, linje 6: '*' og '&' er ikke tilladt forrest i en værdi",
        "f, linje 7: '!' er ikke tilladt forrest i en værdi",
    ]
    assert "f, linje 19: '*' og '&' er ikke tilladt forrest i en værdi" in told
    assert any(problem.startswith("f, linje 30: 'swott'") for problem in told)


def test_steps_that_go_round_in_a_ring_are_told() -> None:
    ring = (
        "minutes: 40, steps: ["
        "{preset: skriv-uden-navn, title: A, minutes: 5, key: a, board: swot, source: b},"
        "{preset: skriv-uden-navn, title: B, minutes: 5, key: b, board: swot, source: a},"
        "{preset: skriv-uden-navn, title: C, minutes: 5, key: c, board: swot, source: c}]"
    )

    with pytest.raises(TemplateProblems) as refused:
        read_template(SMALL.replace("minutes: 40", ring, 1), "f")

    assert refused.value.problems == (
        "f, linje 23: 'source' skal være 'key' på et tidligere trin i mødet",
        "f, linje 23: 'c' i 'source' kendes ikke; her kan stå a, b",
    )
