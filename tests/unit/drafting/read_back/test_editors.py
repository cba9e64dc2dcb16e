"""What each editor adds of its own: ids, odd dates, traces of looks, comments in odd places."""

from datetime import UTC, datetime
from typing import Any

import pytest

from strategykit.domain.found_marks import FoundMark, MarkKind
from strategykit.drafting.read_back import read_back
from strategykit.drafting.word.marks import Mark, mark_name
from tests.support.sent_drafts import EACH, sent_file, sentence
from tests.support.word_marks import (
    BY,
    NAMES,
    W14,
    changed,
    new,
    office,
    paragraph,
    replaced,
    run,
    w,
    with_part,
    xml,
)

BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>{0}</w:p></w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{0}</w:p></w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def block(number: int) -> str:
    return mark_name(Mark.PARAGRAPH, f"k{number // EACH}:{number % EACH}")


def start(number: int) -> str:
    return f"Punkt {number:02d} "


def marks_of(data: bytes) -> tuple[FoundMark, ...]:
    return read_back(data, sent_file()).marks


def commented(*words: str) -> bytes:
    """The sent file with comments that have no place yet."""
    each = "".join(
        f'<w:comment w:id="{n}" {BY}><w:p>{run(text)}</w:p></w:comment>'
        for n, text in enumerate(words)
    )
    return with_part(
        sent_file(), "word/comments.xml", office("comments"),
        f"<w:comments {NAMES}>{each}</w:comments>",
    )  # fmt: skip


def at(number: int, words: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{run(words)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def test_words_own_ids_and_bookmarks_are_no_mark_and_hide_none() -> None:
    def saved(root: Any) -> None:
        for number, found in enumerate(root.iter(w("p"))):
            found.set(f"{{{W14}}}paraId", f"{number + 1:08X}")
            found.set(f"{{{W14}}}textId", "77777777")
            for name in ("rsidR", "rsidRDefault", "rsidP", "rsidRPr"):
                found.set(w(name), "00AB12CD")
        own = paragraph(root, start(3))
        for part in xml(
            '<w:bookmarkStart w:id="990" w:name="_GoBack"/><w:bookmarkEnd w:id="990"/>'
        ):
            own.insert(1, part)
        paragraph(root, start(4)).extend(xml(new(" nu")))

    (mark,) = marks_of(changed(sent_file(), saved))

    assert (mark.kind, mark.added, mark.place.block) == (MarkKind.INSERTION, " nu", block(4))


def test_other_looks_are_no_mark() -> None:
    """Bold, a wider column, another margin: traced by Word, but no change of the words."""

    def looks(root: Any) -> None:
        first = next(paragraph(root, start(0)).iter(w("r")))
        first.insert(
            0, xml(f'<w:rPr><w:b/><w:rPrChange w:id="9" {BY}><w:rPr/></w:rPrChange></w:rPr>')[0]
        )
        cell = next(root.iter(w("tcPr")))
        cell.append(xml(f'<w:tcPrChange w:id="10" {BY}><w:tcPr/></w:tcPrChange>')[0])
        table = next(root.iter(w("tblPr")))
        table.append(xml(f'<w:tblPrChange w:id="11" {BY}><w:tblPr/></w:tblPrChange>')[0])
        page = next(root.iter(w("sectPr")))
        page.append(xml(f'<w:sectPrChange w:id="12" {BY}><w:sectPr/></w:sectPrChange>')[0])

    assert marks_of(changed(sent_file(), looks)) == ()


def test_a_comment_in_a_text_box_is_read_once_and_one_in_a_note_too() -> None:
    data = commented("I boksen", "I noten")
    data = with_part(
        data, "word/footnotes.xml", office("footnotes"),
        f'<w:footnotes {NAMES}><w:footnote w:id="1"><w:p>{at(1, "kilden")}</w:p></w:footnote>'
        "</w:footnotes>",
    )  # fmt: skip
    data = changed(
        data, lambda root: paragraph(root, start(0)).extend(xml(BOX.format(at(0, "i en boks"))))
    )

    comments = {m.text: m for m in marks_of(data) if m.kind is MarkKind.COMMENT}

    assert len([m for m in marks_of(data) if m.kind is MarkKind.COMMENT]) == 2
    assert (comments["I boksen"].place.part, comments["I boksen"].removed) == (
        "tekstboks", "i en boks",
    )  # fmt: skip
    assert (comments["I noten"].place.part, comments["I noten"].removed) == ("fodnote", "kilden")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-06-05T10:00:00Z", datetime(2026, 6, 5, 10, tzinfo=UTC)),
        ("2026-06-05T10:00:00", datetime(2026, 6, 5, 10, tzinfo=UTC)),
        ("2026-06-05T12:00:00+02:00", datetime(2026, 6, 5, 10, tzinfo=UTC)),
        ("0-00-00T00:00:00Z", None),
        ("0000-00-00T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:00Z", None),
        ("i går", None),
        ("", None),
    ],
)
def test_a_date_that_cannot_be_read_is_no_date(written: str, read: datetime | None) -> None:
    by = f'w:author="Anne Eksempel" w:date="{written}"'

    (mark,) = marks_of(
        changed(sent_file(), lambda root: paragraph(root, start(0)).extend(xml(new(" nu", by))))
    )

    assert (mark.added, mark.date) == (" nu", read)


def test_onlyoffices_own_attributes_and_a_comment_without_initials_are_read() -> None:
    def edit(root: Any) -> None:
        paragraph(root, start(2)).extend(xml(
            '<w:ins w:id="0" w:author="Bo Eksempel" w:date="2026-06-05T10:00:00Z" w:userId="uid-7">'
            f'{run(" nu")}</w:ins>'
        ))  # fmt: skip
        paragraph(root, start(5)).extend(xml(at(0, " mere")))

    own = b'<w:comment w:id="0" w:initials="" w:userId="uid-7"'
    data = replaced(commented("Hvorfor?"), rb'<w:comment w:id="0"', own, "word/comments.xml")
    found = [m for m in marks_of(changed(data, edit)) if m.tracked]

    assert {(m.kind, m.author, m.place.block) for m in found} == {
        (MarkKind.INSERTION, "Bo Eksempel", block(2)),
        (MarkKind.COMMENT, "Anne Eksempel", block(5)),
    }


def test_words_changed_with_the_same_number_on_every_trace_stay_apart() -> None:
    """LibreOffice numbers its traces anew, and other programs give several the same number."""

    def edit(root: Any) -> None:
        for number in (1, 2, 3):
            paragraph(root, start(number)).extend(xml(new(f" nu {number}")))

    found = marks_of(changed(sent_file(), edit))

    assert [(m.added, m.place.block) for m in found] == [
        (f" nu {number}", block(number)) for number in (1, 2, 3)
    ]
    assert all(m.before == sentence(n) for n, m in zip((1, 2, 3), found, strict=True))
