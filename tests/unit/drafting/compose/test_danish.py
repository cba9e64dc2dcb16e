"""The small pieces of Danish."""

from decimal import Decimal

import pytest

from strategykit.drafting.compose.danish import (
    body,
    counted,
    dots,
    ended,
    enumerated,
    item,
    kroner,
    paragraphs,
    phrase,
    quoted,
    sentence,
)


@pytest.mark.parametrize(
    ("count", "said"), [(1, "ét mål"), (2, "to mål"), (12, "tolv mål"), (13, "13 mål")]
)
def test_small_numbers_are_words(count: int, said: str) -> None:
    assert counted(count, "ét mål", "mål") == said


def test_dots_are_one_or_many() -> None:
    assert (dots(1), dots(14), dots(1500)) == ("1 prik", "14 prikker", "1.500 prikker")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a og b"),
        (["a", "b", "c"], "a, b og c"),
        (["a", "b", "c", "d", "e"], "a, b, c og to mere"),
    ],
)
def test_what_is_listed_ends_with_og(parts: list[str], said: str) -> None:
    assert enumerated(parts, 3) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("flest stemmer", "Flest stemmer."),
        ("Det virker.", "Det virker."),
        ("Er det nok?", "Er det nok?"),
        ("Han sagde ”ja.”", "Han sagde ”ja.”"),
        ("  to\n linjer ", "To linjer."),
        ("", ""),
    ],
)
def test_what_was_typed_becomes_a_sentence(typed: str, said: str) -> None:
    assert sentence(typed) == said


def test_an_item_of_a_list_has_a_stop_only_when_it_is_sentences() -> None:
    assert item("en kortlægning.") == "En kortlægning"
    assert item("Den virker. Den er billig") == "Den virker. Den er billig."


def test_a_stop_is_not_set_twice() -> None:
    assert ended("Det koster 500 kr.") == "Det koster 500 kr."
    assert ended("Det koster meget") == "Det koster meget."


def test_a_long_text_is_cut_at_a_word_and_says_so() -> None:
    said = quoted("meget lang seddel " * 40)
    assert said.startswith("”meget lang")
    assert said.endswith(" …”")
    assert len(said) < 170
    assert quoted("x" * 10_000).endswith("…”")


def test_a_phrase_stands_inside_a_sentence() -> None:
    assert phrase("Alle er på vej.") == "Alle er på vej"
    assert phrase("og så ...") == "og så ..."


def test_a_body_is_written_small_unless_it_is_a_name() -> None:
    assert body("Kommunalbestyrelsen") == "kommunalbestyrelsen"
    assert body("Byrådet") == "byrådet"
    assert body("Børne- og Ungeudvalget") == "Børne- og Ungeudvalget"


def test_money_has_its_points() -> None:
    assert kroner(Decimal(2500000)) == "2.500.000 kr."
    assert kroner(Decimal("12.5")) == "12,50 kr."


def test_blank_lines_part_paragraphs_and_other_line_ends_stay() -> None:
    assert paragraphs("Kære læser\n\n \nVi har\nlyttet\n") == ("Kære læser", "Vi har\nlyttet")
