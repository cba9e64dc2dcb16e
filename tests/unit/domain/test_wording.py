from dataclasses import replace

import pytest

from strategykit.domain.template import PLACEHOLDERS, Terms
from strategykit.domain.wording import render, unknown_placeholders, words_of

TERMS = Terms(
    strategi="handicappolitik",
    strategien="handicappolitikken",
    personer="borgere med handicap",
    personerne="borgerne med handicap",
    gruppe="målgruppe",
    grupper="målgrupper",
    grupperne="målgrupperne",
    indsatsen="handicapindsatsen",
    voices="Borgernes stemme",
    areas="Temaer",
)


def words(**changed: str) -> dict[str, str]:
    """The words of a process, with some of them changed."""
    facts = {
        "municipality": "Thisted Kommune",
        "committee": "Handicapudvalget",
        "title": "Handicappolitik for alle",
        "period": "2026–2030",
    }
    return dict(words_of(**(facts | changed), terms=TERMS))


def test_a_sentence_gets_the_words_of_the_process_and_its_template() -> None:
    text = "{Strategien} gælder i {kommune} i {periode}, og {personerne} er hørt."

    assert render(text, words()) == (
        "Handicappolitikken gælder i Thisted Kommune i 2026–2030, og borgerne med handicap er hørt."
    )


@pytest.mark.parametrize(
    ("one", "definite", "said"),
    [
        ("indsatsområde", "indsatsområdet", "ét indsatsområde"),
        ("indsats", "indsatsen", "én indsats"),
        ("indsats på kryds", "indsatsen på kryds og tværs i det", "én indsats på kryds"),
        ("fælles mål", "det fælles mål", "ét fælles mål"),
        ("fælles retning", "den fælles ret", "én fælles retning"),
    ],
)
def test_one_of_what_is_chosen_has_the_gender_of_its_definite_form(
    one: str, definite: str, said: str
) -> None:
    assert replace(TERMS, omraade=one, omraadet=definite).one_area == said


def test_an_unknown_period_still_reads_as_danish() -> None:
    assert render("gælder i {periode}.", words(period="")) == "gælder i de kommende år."


def test_braces_that_somebody_typed_are_not_filled_in() -> None:
    typed = words(committee="Udvalget {titel}")

    assert render("{udvalg} og {hvad}", typed) == "Udvalget {titel} og {hvad}"


def test_every_placeholder_has_its_word_in_both_forms() -> None:
    every = "".join(f"{{{key}}}{{{key.capitalize()}}}" for key in PLACEHOLDERS)

    assert unknown_placeholders(every) == ()
    assert "{" not in render(every, words())


def test_what_is_no_placeholder_is_named() -> None:
    assert unknown_placeholders("{komune} og {kommune} } {") == ("{komune}", "}", "{")
