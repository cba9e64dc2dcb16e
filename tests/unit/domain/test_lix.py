"""The readability index, counted by hand first."""

import pytest

from strategykit.domain.lix import lix


def test_the_index_is_words_a_sentence_plus_the_share_of_long_words() -> None:
    # 11 words, 2 sentences, 3 words over six letters: kommunen, hjælper, uddannelse
    found = lix("Hele kommunen hjælper dem på vej. De får uddannelse og job.")
    assert (found.words, found.sentences, found.long_words) == (11, 2, 3)
    assert found.value == round(11 / 2 + 300 / 11)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mødet er den 3. juni 2026 efter § 17, stk. 4 i loven.", 1),
        ("Det koster ca. 3 mio. kr. om året.", 1),
        ("Andelen er 8,1 pct. af alle. Den falder.", 2),
        ("Udvalget har tre mål: De er klare. Er de nok?", 3),
        ("Første linje\nAnden linje", 2),
    ],
)
def test_short_forms_and_dates_end_no_sentence(text: str, sentences: int) -> None:
    assert lix(text).sentences == sentences


def test_a_heavier_text_has_a_heavier_level() -> None:
    light = lix("Vi ser dig. Du får hjælp. Vi går med dig. Det er godt. " * 3)
    heavy = lix(
        "Helhedsorienterede indsatser forudsætter tværsektorielle samarbejdsaftaler mellem "
        "forvaltningsområderne, uddannelsesinstitutionerne og beskæftigelsesmyndighederne. " * 3
    )
    assert light.value < heavy.value
    assert light.level.startswith("meget let")
    assert heavy.level.startswith("meget svær")


def test_a_text_without_words_has_no_weight_and_a_short_one_says_nothing() -> None:
    assert lix("").value == 0
    assert not lix("Kun få ord.").says_something
