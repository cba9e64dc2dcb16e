"""Suggested groups: notes that share words, found by the stems of Danish words."""

import random

import pytest
import snowballstemmer

from strategykit.domain.boards import Note
from strategykit.domain.likeness import MOST_TOGETHER, STOP_WORDS, suggested, words_of

stem = snowballstemmer.stemmer("danish").stemWord


def notes(*texts: str, field: str = "") -> list[Note]:
    return [
        Note(id=f"{n:032}", process_id="p", board="swot", field=field, text=text, position=n)
        for n, text in enumerate(texts, start=1)
    ]


def groups(*texts: str) -> list[list[str]]:
    """The texts of each suggested group."""
    made = notes(*texts)
    by_id = {note.id: note.text for note in made}
    return [[by_id[i] for i in found.note_ids] for found in suggested(made, stem)]


def test_notes_with_the_same_words_are_put_together() -> None:
    found = groups(
        "Det er uklart, hvem der har ansvaret",
        "Skærmtid",
        "Ingen har det samlede ansvar",
        "Økonomien er stram",
    )

    assert found == [["Det er uklart, hvem der har ansvaret", "Ingen har det samlede ansvar"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Skolerne er gode", "En god skole"),  # endings
        ("Børnene trives", "Et barn, der trives"),
        ("ØKONOMIEN halter", "økonomi"),  # capitals and ø
        ("Dørene må stå åbne", "En åben dør"),
        ("Flere ældre frivillige", "De ældste frivillige ældre"),
        ("Der mangler praktikpladser", "Unge i praktik"),  # the first part of a compound word
        ("Uddannelsesvejledning er for kort", "Vejledningen begynder for sent"),  # the last part
    ],
)
def test_the_same_word_is_known_in_other_clothes(one: str, other: str) -> None:
    assert groups(one, "Foreningslivet", other, "Skærmtid") == [[one, other]]


def test_small_words_put_nothing_together() -> None:
    assert groups("Det er ikke os, der har det", "Og det er det ikke", "Har vi det") == []


def test_a_note_that_is_like_nothing_is_left_alone() -> None:
    assert groups("Busser om aftenen", "Skærmtid", "Foreningslivet") == []


def test_notes_of_different_fields_are_never_put_together() -> None:
    one, other = notes("Busserne kører ikke", field="styrker"), notes("Bussen", field="svagheder")
    both = [*one, Note(**{**vars(other[0]), "id": "f" * 32})]

    assert suggested(both, stem) == ()


def test_the_title_is_the_shared_word_in_its_shortest_form() -> None:
    found = suggested(
        notes("Vejledningen begynder sent", "Tidlig vejledning", "Bedre vejledning"), stem
    )

    assert [each.title for each in found] == ["Vejledning"]


def test_the_same_notes_give_the_same_groups_in_whatever_order_they_come() -> None:
    texts = [f"{one} {other}" for one in ("bus", "bolig", "praktik", "skole", "økonomi")
             for other in ("mangler", "ansvar", "pladser", "ungdom")]  # fmt: skip
    made = notes(*texts)
    first = suggested(made, stem)

    for seed in range(5):
        mixed = random.Random(seed).sample(made, len(made))
        assert suggested(mixed, stem) == first
    assert first


def test_a_note_is_in_one_group_and_no_group_grows_without_end() -> None:
    made = notes(*(f"praktik {n % 3}" for n in range(60)))

    found = suggested(made, stem)

    together = [i for each in found for i in each.note_ids]
    assert len(together) == len(set(together))
    assert all(2 <= len(each.note_ids) <= MOST_TOGETHER for each in found)


def test_nothing_comes_of_nothing() -> None:
    assert suggested([], stem) == ()
    assert suggested(notes(":-)", "...", "123 45"), stem) == ()


def test_words_are_read_as_danish_words() -> None:
    assert words_of("UU-vejledere, 15-17-årige & børn!", stem).keys() == {
        stem("uu-vejledere"), stem("årige"), stem("børn"),
    }  # fmt: skip
    assert "ikke" in STOP_WORDS
