"""How a file of notes is to be read: which column is what, and which field each word means."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from strategykit.domain.boards import Barrier
from strategykit.domain.note_columns import (
    HEAD_WITHIN,
    NONE,
    NoteColumns,
    NoteTable,
    column_names,
    guessed_columns,
    guessed_header,
)
from strategykit.domain.note_import import NoteFile, NoteReading, field_words, guessed_places
from strategykit.domain.wording import capital
from strategykit.ui.boards import Board
from strategykit.ui.text import markdown_safe

MOST_WORDS = 20
NO_COLUMN = "Står ikke i filen"
LEFT_OUT = "Kommer ikke med"


def ask_reading(board: Board, file: NoteFile, start: str) -> NoteReading:
    """How the file is read, guessed and open to change; `start` begins the fields' keys."""
    sheet = 0
    if len(file.tables) > 1:
        names = [table.name for table in file.tables]
        sheet = st.selectbox(
            "Ark", range(len(names)), format_func=names.__getitem__, key=f"{start}:sheet"
        )
    table = file.tables[sheet]
    header = _ask_header(table, f"{start}:{sheet}")
    columns = _ask_columns(table, header, f"{start}:{sheet}:{header}")
    places = _places(board)
    meant, place = _ask_places(table, columns, places, f"{start}:{sheet}:{header}:{columns.field}")
    return NoteReading(sheet, columns, places, meant, place)


def _ask_header(table: NoteTable, key: str) -> int:
    rows = {0: "Filen har ingen overskrifter"}
    for row in table.rows[:HEAD_WITHIN]:
        words = ", ".join(cell.strip() for cell in row.cells if cell.strip())
        rows[row.line] = f"Linje {row.line}: {words[:60]}"
    guessed = list(rows).index(guessed_header(table))
    return int(
        st.selectbox("Overskrifter", list(rows), index=guessed, format_func=rows.__getitem__,
                     key=f"{key}:header")
    )  # fmt: skip


def _ask_columns(table: NoteTable, header: int, key: str) -> NoteColumns:
    guessed = guessed_columns(table, header)
    names = column_names(table, header)
    labels = {
        "text": "Sedlens tekst", "field": "Felt", "origin": "Gruppe eller bord", "dots": "Prikker",
    }  # fmt: skip
    chosen = {}
    for place, (part, label) in zip(st.columns(4), labels.items(), strict=True):
        options = list(names) if part == "text" else [NONE, *names]
        with place:
            chosen[part] = st.selectbox(
                label, options, index=options.index(getattr(guessed, part)),
                format_func=partial(_column_name, names), key=f"{key}:{part}",
            )  # fmt: skip
    return replace(guessed, **chosen)


def _column_name(names: Mapping[int, str], place: int) -> str:
    return names.get(place, NO_COLUMN)


def _ask_places(
    table: NoteTable, columns: NoteColumns, places: Mapping[str, str], key: str
) -> tuple[Mapping[str, str], str]:
    """What each word of the field column means, and where notes without one go."""
    only = next(iter(places)) if len(places) == 1 else ""
    words = field_words(table, columns)
    meant = dict(guessed_places(words, places)) if len(places) > 1 else dict.fromkeys(words, only)
    if len(places) > 1:
        options = ["", *places]
        unsure = [
            word for word in words if word.casefold() != places.get(meant[word], "").casefold()
        ]
        for word in unsure[:MOST_WORDS]:
            meant[word] = st.selectbox(
                f"'{markdown_safe(word[:60])}' i filen er feltet", options,
                index=options.index(meant[word]), key=f"{key}:word:{word}",
                format_func=lambda option: places.get(option, LEFT_OUT),
            )  # fmt: skip
        if columns.field == NONE:
            only = st.selectbox(
                "Læg alle sedler i feltet", list(places), format_func=places.__getitem__,
                key=f"{key}:place",
            )  # fmt: skip
    return meant, only


def _places(board: Board) -> Mapping[str, str]:
    return {b.value: capital(b.value) for b in Barrier} if board.by_barrier else board.fields
