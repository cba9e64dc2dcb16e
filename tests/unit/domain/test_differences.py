"""Two texts compared word by word."""

import random

import pytest

from strategykit.domain.differences import Piece, PieceKind, word_differences

KEPT, ADDED, REMOVED = PieceKind.KEPT, PieceKind.ADDED, PieceKind.REMOVED


def test_the_same_text_has_one_kept_piece() -> None:
    assert word_differences("Alle er på vej.", "Alle er på vej.") == (
        Piece(KEPT, "Alle er på vej."),
    )


def test_a_word_that_is_added_stands_alone() -> None:
    assert word_differences("Alle er vej", "Alle er på vej") == (
        Piece(KEPT, "Alle er "), Piece(ADDED, "på "), Piece(KEPT, "vej"),
    )  # fmt: skip


def test_words_changed_in_a_row_are_one_phrase() -> None:
    assert word_differences("en rød bil kører", "en blå cykel kører") == (
        Piece(KEPT, "en "), Piece(REMOVED, "rød bil"), Piece(ADDED, "blå cykel"),
        Piece(KEPT, " kører"),
    )  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [("", "Ny tekst"), ("Gammel tekst", ""), ("", "")])
def test_empty_texts(old: str, new: str) -> None:
    kinds = {piece.kind for piece in word_differences(old, new)}
    assert kinds == ({ADDED} if new else set()) | ({REMOVED} if old else set())


@pytest.mark.parametrize("seed", range(40))
def test_the_pieces_make_both_texts(seed: int) -> None:
    draw = random.Random(seed)
    words = ["unge", "vej", "  ", "\n", "æøå", ".", "😀", " "]
    old, new = ("".join(draw.choices(words, k=draw.randint(0, 60))) for _ in range(2))
    pieces = word_differences(old, new)
    assert "".join(p.text for p in pieces if p.kind is not ADDED) == old
    assert "".join(p.text for p in pieces if p.kind is not REMOVED) == new
