"""Boards: what is called what, what a typed list of dots means, what is ranked first."""

import pytest

from strategykit.domain.boards import (
    BoardContent,
    Note,
    NoteGroup,
    letter_of,
    marks,
    note_lines,
    prioritised,
    read_dots,
    shared_field,
)
from strategykit.errors import DotsUnread, MixedFields, UnknownMark


def a_note(number: int, field: str = "styrker", **values: object) -> Note:
    given = {"id": f"n{number}", "process_id": "p", "board": "swot", "text": f"Seddel {number}"}
    return Note(**(given | {"field": field, "position": number * 10} | values))  # type: ignore[arg-type]


def a_group(letter: str, field: str = "styrker") -> NoteGroup:
    return NoteGroup(id=f"g{letter}", process_id="p", board="swot", field=field, title=letter)


def test_notes_are_called_by_number_and_groups_by_letter() -> None:
    content = BoardContent((a_note(2), a_note(1)), (a_group("x"), a_group("y")), {})

    assert marks(content) == {"n1": "1", "n2": "2", "gx": "A", "gy": "B"}


def test_letters_go_on_after_z() -> None:
    assert [letter_of(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.parametrize(
    "typed",
    ["1: 11\nA: 4", "1 11, a 4", "nr. 1: 11; A=4", "1. 11\n\nA) 4", " 01:11 ,\tA : 4 "],
)
def test_a_list_of_dots_is_read_however_it_is_typed(typed: str) -> None:
    assert read_dots(typed, {"n1": "1", "gx": "A"}) == {"n1": 11, "gx": 4}


@pytest.mark.parametrize("typed", ["", " \n,", "elleve", "1: mange", "1: 2: 3", "1: -4", "1: 4,5"])
def test_a_list_that_cannot_be_read_says_so(typed: str) -> None:
    with pytest.raises(DotsUnread):
        read_dots(typed, {"n1": "1"})


def test_a_number_that_is_not_on_the_board_is_named() -> None:
    with pytest.raises(UnknownMark, match="'17'"):
        read_dots("1: 3\n17: 2", {"n1": "1"})


def test_each_line_is_a_note_without_its_bullet() -> None:
    typed = "- Første\n\n  • Anden linje  \n– Tredje\n2-3 dage\n"

    assert note_lines(typed) == ("Første", "Anden linje", "Tredje", "2-3 dage")


def test_a_group_counts_its_own_dots_and_those_of_its_notes() -> None:
    notes = (a_note(1), a_note(2, group_id="gx"), a_note(3, group_id="gx"))
    content = BoardContent(notes, (a_group("x"),), {"n1": 4, "n2": 1, "gx": 5})

    first, second = content.clusters()

    assert (first.title, first.dots, len(first.notes)) == ("x", 6, 2)
    assert (second.title, second.dots) == ("Seddel 1", 4)
    assert content.given == 10


def test_a_hidden_note_is_neither_shown_nor_counted() -> None:
    content = BoardContent((a_note(1, hidden=True),), (), {"n1": 4})

    assert content.clusters() == ()
    assert content.given == 0


def test_a_field_is_prioritised_once_anything_in_it_has_a_dot() -> None:
    notes = (a_note(1), a_note(2, group_id="gx"))

    assert not prioritised(notes, (a_group("x"),), {})
    assert prioritised(notes, (a_group("x"),), {"gx": 1})


def test_a_group_holds_notes_of_one_field() -> None:
    assert shared_field((a_note(1), a_note(2))) == "styrker"
    with pytest.raises(MixedFields):
        shared_field((a_note(1), a_note(2, "trusler")))
