"""Every kind of instrument in one Word file: no validator finds a fault, and marks come home."""

from functools import lru_cache
from pathlib import Path

from docx.oxml.ns import qn

from strategykit.actions.drafts import draw_pictures
from strategykit.domain.carrying_in import carry
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Draft, Figure, Table
from strategykit.drafting.compose import compose
from strategykit.drafting.read_back import read_back
from strategykit.drafting.word import write_word
from strategykit.drafting.word.marks import Mark, mark_name
from tests.support.full_material import NOON, SETTING
from tests.support.instrument_material import instrument_material
from tests.support.office import faults
from tests.support.returning import edited
from tests.support.word_files import bookmarks, opened
from tests.unit.domain.test_carrying_in import wish


@lru_cache(maxsize=1)
def draft() -> Draft:
    return compose(instrument_material(), SETTING)


@lru_cache(maxsize=1)
def written() -> bytes:
    return write_word(draft(), draw_pictures(draft()), NOON)


def test_the_validators_find_nothing(tmp_path: Path) -> None:
    assert faults(written(), tmp_path) == []


def test_every_bookmark_has_a_name_of_its_own() -> None:
    names = bookmarks(written())

    assert len(names) == len(set(names))


def test_every_drawing_is_there_with_its_words() -> None:
    figures = [block for _, block in draft().blocks() if isinstance(block, Figure)]
    shapes = opened(written()).element.body.iter(qn("wp:docPr"))

    told = {shape.get("descr") for shape in shapes}
    assert {" ".join(shown.alt.split()) for shown in figures} <= told
    assert len(figures) == 9


def test_every_table_has_a_head_that_is_repeated_and_words_for_those_who_do_not_see_it() -> None:
    tables = [block for _, block in draft().blocks() if isinstance(block, Table)]
    found = opened(written()).tables

    told = {t._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) for t in found}  # noqa: SLF001
    assert {table.description for table in tables} <= told
    heads = [t.rows[0]._tr.find(f".//{qn('w:tblHeader')}") for t in found]  # noqa: SLF001
    assert all(head is not None for head in heads)


def test_marks_in_instruments_come_home_to_their_place(tmp_path: Path) -> None:
    back = edited(
        written(), tmp_path,
        ("author", "Anne Eksempel"), ("track", True),
        ("insert_after", "Alle sidder samme sted", " og kender hinanden"),
        ("insert_after", "Planen har tre aktiviteter", " og flere på vej"),
        ("comment", "Send en sms", "Er det nok?", "Bo Eksempel"),
    )  # fmt: skip

    marks = read_back(back, written()).marks

    told = {(m.kind, m.added or m.text, m.place.block, m.place.part) for m in marks}
    cell = mark_name(Mark.TABLE, "modelvalg:for og imod"), "række 2, kolonne 2"
    first = mark_name(Mark.PARAGRAPH, "handleplan:antal"), ""
    assert (MarkKind.INSERTION, " og kender hinanden", *cell) in told
    assert (MarkKind.INSERTION, " og flere på vej", *first) in told
    assert any(kind is MarkKind.COMMENT and text == "Er det nok?" for kind, text, *_ in told)
    assert all(m.tracked for m in marks)


def test_a_mark_in_a_cell_of_several_lines_is_written_into_the_next_version(tmp_path: Path) -> None:
    back = edited(
        written(), tmp_path,
        ("author", "Anne Eksempel"), ("track", True),
        ("insert_after", "Alle sidder samme sted", " og kender hinanden"),
    )  # fmt: skip
    (mark,) = read_back(back, written()).marks
    cell = wish(
        1, mark.kind, "modelvalg:for og imod", section="modelvalg", part=mark.place.part,
        before=mark.before, after=mark.after, added=mark.added,
    )  # fmt: skip

    done = carry(draft(), draft(), [cell])

    (writing,) = done.writings
    assert writing.text == (
        "Én indgang.\nFælles ledelse.\nAlle sidder samme sted og kender hinanden."
    )
