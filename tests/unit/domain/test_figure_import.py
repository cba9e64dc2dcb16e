from datetime import date
from decimal import Decimal

import pytest

from strategykit.domain.figure_columns import EXAMPLE
from strategykit.domain.figure_import import ImportedFigures, ParsedFigure, figures_of
from strategykit.domain.spreadsheets import text_rows
from strategykit.errors import HoldsCpr, MissingColumns


def read(text: str, source: str = "") -> ImportedFigures:
    return figures_of(list(text_rows(text, ";")), source)


HEAD = "Indikator;År;Værdi;Enhed;Kilde\n"


def reasons(body: str) -> list[str]:
    return [str(row) for row in read(HEAD + body).refused]


def test_a_row_becomes_a_figure() -> None:
    found = read(HEAD + "Unge uden job;2024;1.250,5;personer;Egen opgørelse\n")

    assert found == ImportedFigures(
        kept=(
            ParsedFigure(
                line=2,
                name="Unge uden job",
                day=date(2024, 1, 1),
                period="2024",
                value=Decimal("1250.5"),
                unit="personer",
                source="Egen opgørelse",
            ),
        ),
        refused=(),
    )


def test_the_example_that_users_are_shown_can_be_read() -> None:
    found = read(EXAMPLE)

    assert len(found.kept) == 2
    assert not found.refused


@pytest.mark.parametrize(
    "head",
    [
        "NØGLETAL;PERIODE;ANTAL;ENHED;KILDE",
        "Navn;Dato;Tal;Måleenhed;Datakilde",
        " Indikator : ;Skoleår;Værdi (antal);Enhed;Kilde",
        "Måling;Tid;Indhold;Enhed;Kilde",
        "Kilde;Enhed;Værdi i alt;År;Indikator",
    ],
)
def test_headers_may_be_written_in_many_ways(head: str) -> None:
    cells = "K;e;7;2024;U" if head.startswith("Kilde") else "U;2024;7;e;K"

    (figure,) = read(f"{head}\n{cells}\n").kept

    assert (figure.name, figure.period, figure.value, figure.source) == ("U", "2024", 7, "K")


def test_titles_above_the_header_are_passed_over() -> None:
    (figure,) = read(f"Udtræk fra jobcentret\n\n{HEAD}U;2024;7;;K\n").kept

    assert figure.line == 4


@pytest.mark.parametrize(
    ("head", "value"), [("Andel i pct.", "9,6"), ("Værdi", "9,6 %"), ("Værdi (%)", "9,6")]
)
def test_percent_is_understood_from_the_value_or_its_header(head: str, value: str) -> None:
    (figure,) = read(f"Indikator;År;{head};Kilde\nU;2024;{value};K\n").kept

    assert (figure.value, figure.unit) == (Decimal("9.6"), "pct")


def test_bad_rows_are_named_and_the_rest_kept() -> None:
    found = read(
        HEAD
        + "A;2024;7;;K\n"
        + "B;2024;..;;K\n"
        + ";2024;7;;K\n"
        + "D;engang;7;;K\n"
        + "E;2024;mange;;K\n"
        + "F;2024;7;;\n"
        + "G;2024;8;;K\n"
    )

    assert [figure.name for figure in found.kept] == ["A", "G"]
    assert [str(row) for row in found.refused] == [
        "Linje 3: værdien mangler.",
        "Linje 4: navnet på tallet mangler.",
        (
            "Linje 5: perioden 'engang' kan ikke læses; skriv for eksempel 2026, marts 2026 eller "
            "3. juni 2026."
        ),
        "Linje 6: værdien 'mange' kan ikke læses som et tal.",
        "Linje 7: kilden mangler; skriv, hvor tallet kommer fra.",
    ]


def test_a_source_may_be_given_for_the_whole_file() -> None:
    (figure,) = read("Indikator;År;Værdi\nU;2024;7\n", source="Jobcentret").kept

    assert figure.source == "Jobcentret"


def test_the_same_figure_twice_is_kept_once() -> None:
    assert reasons("A;2024;7;;K\na;2024;8;;K\n") == [
        "Linje 3: samme tal og periode står i linje 2."
    ]


def test_a_cpr_number_anywhere_in_a_row_refuses_it_masked() -> None:
    found = read(HEAD + "A;2024;7;;K\nB;2024;7;;Sag 010190-1234\n")

    assert len(found.kept) == 1
    assert found.refused[0].reason == (
        "den indeholder noget, der ligner et CPR-nummer (0101••-••••)"
    )
    assert "1234" not in str(found)


def test_a_cpr_number_above_the_header_refuses_the_file() -> None:
    with pytest.raises(HoldsCpr, match="linje 1 i filen"):
        read(f"Udtræk for 010190-1234\n{HEAD}A;2024;7;;K\n")


def test_a_decimal_comma_in_a_file_with_commas_is_explained() -> None:
    rows = list(text_rows("Indikator,År,Værdi,Kilde\nA,2024,9,6,K\n", ","))

    (refused,) = figures_of(rows).refused

    assert "adskil felterne med semikolon" in refused.reason


def test_an_open_quotation_mark_names_the_lines_that_it_swallowed() -> None:
    assert reasons('"A;2024;7;;K\nB;2024;8;;K\n') == [
        "Linje 2: et citationstegn er ikke lukket, så linje 2-3 er læst som én."
    ]


def test_formulas_are_neutralised_in_what_is_kept() -> None:
    (figure,) = read(HEAD + "=HYPERLINK(1);2024;-7;@e;+K\n").kept

    assert (figure.name, figure.unit, figure.source) == ("'=HYPERLINK(1)", "'@e", "'+K")
    assert figure.value == -7


def test_too_long_words_and_too_large_numbers_are_refused() -> None:
    assert reasons(f"{'A' * 301};2024;7;;K\n") == [
        "Linje 2: navn, enhed og kilde må højst have 300 tegn hver."
    ]
    assert "kan ikke læses som et tal" in reasons(f"A;2024;{'9' * 16};;K\n")[0]


@pytest.mark.parametrize("text", ["", "a;b;c\n1;2;3\n", "Indikator;Værdi\nU;7\n"])
def test_a_file_without_named_columns_is_refused_with_the_names_to_use(text: str) -> None:
    with pytest.raises(MissingColumns, match="Indikator, Periode og Værdi"):
        read(text)
