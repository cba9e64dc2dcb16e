"""Files as Word and ONLYOFFICE write them: every mark found, in its paragraph, and nothing else."""

import gc
from collections.abc import Sequence
from typing import Any

from lxml import etree

from strategykit.domain.found_marks import FoundMark, MarkKind, PlacedBy
from strategykit.drafting.read_back import read_back
from strategykit.drafting.word.marks import Mark, mark_name
from tests.support.sent_drafts import EACH, sent_file, sentence
from tests.support.word_marks import (
    BY,
    MAIN,
    NAMES,
    changed,
    end_marked,
    gone,
    new,
    office,
    packed,
    paragraph,
    parts_of,
    replaced,
    rewritten,
    run,
    text,
    w,
    with_part,
    without_bookmarks,
    xml,
)

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_M = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def block(number: int) -> str:
    return mark_name(Mark.PARAGRAPH, f"k{number // EACH}:{number % EACH}")


def chapter(number: int) -> str:
    return mark_name(Mark.SECTION, f"kapitel{number}")


def start(number: int) -> str:
    return f"Punkt {number:02d} "


def told(marks: Sequence[FoundMark]) -> list[tuple[MarkKind, str, str, str]]:
    return [(m.kind, m.removed, m.added, m.place.block) for m in marks]


def marks_after(change: Any, data: bytes | None = None) -> tuple[FoundMark, ...]:
    return read_back(changed(data or sent_file(), change), sent_file()).marks


def test_what_word_writes_by_itself_is_no_mark() -> None:
    def saved(root: Any) -> None:
        words = sentence(0)
        rewritten(root, start(0), (
            f'<w:proofErr w:type="spellStart"/>{run(words[:7])}<w:proofErr w:type="spellEnd"/>'
            f'<w:smartTag w:uri="x" w:element="place">{run(words[7:30])}</w:smartTag>'
            f"{run(words[30:60], '<w:lastRenderedPageBreak/>')}<w:permStart w:id=\"7\"/>"
            f'<w:sdt><w:sdtPr/><w:sdtContent>{run(words[60:])}</w:sdtContent></w:sdt>'
        ))  # fmt: skip
        for found in root.iter(w("p")):
            found.set(w("rsidR"), "00AB12CD")
        about = paragraph(root, start(1)).find(w("pPr"))
        about.append(xml(f'<w:pPrChange w:id="9" {BY}><w:pPr/></w:pPrChange>')[0])

    assert marks_after(saved) == ()


def test_words_changed_across_split_runs_are_one_change() -> None:
    words = sentence(2)

    def edit(root: Any) -> None:
        rewritten(root, start(2), (
            f"{run(words[:9])}{gone(words[9:12])}{gone(words[12:20])}{new('drejer sig ')}"
            f"{new('helt')}{run(words[20:])}"
        ))  # fmt: skip

    (mark,) = marks_after(edit)
    assert told([mark]) == [(MarkKind.CHANGE, words[9:20], "drejer sig helt", block(2))]
    assert (mark.author, mark.before) == ("Anne Eksempel", words)
    assert mark.after == f"{words[:9]}drejer sig helt{words[20:]}"
    assert mark.date is not None


def test_a_moved_paragraph_is_one_move() -> None:
    def move(root: Any) -> None:
        old = rewritten(root, start(4), "")
        at = list(old).index(old.find(w("bookmarkStart"))) + 1
        for n, part in enumerate(xml(
            f'<w:moveFromRangeStart w:id="70" w:name="move1" {BY}/><w:moveFrom w:id="71" {BY}>'
            f'{run(sentence(4))}</w:moveFrom><w:moveFromRangeEnd w:id="70"/>'
        )):  # fmt: skip
            old.insert(at + n, part)
        end_marked(old, f'<w:moveFrom w:id="72" {BY}/>')
        fresh = etree.SubElement(old.getparent(), w("p"))
        for part in xml(
            f'<w:moveToRangeStart w:id="73" w:name="move1" {BY}/><w:moveTo w:id="74" {BY}>'
            f'{run(sentence(4))}</w:moveTo><w:moveToRangeEnd w:id="73"/>'
        ):  # fmt: skip
            fresh.append(part)
        end_marked(fresh, f'<w:moveTo w:id="75" {BY}/>')
        paragraph(root, start(10)).addnext(fresh)

    (mark,) = marks_after(move)
    assert told([mark]) == [(MarkKind.MOVE, sentence(4), sentence(4), block(4))]


def test_a_moved_paragraph_whose_words_were_then_changed_is_still_one_move() -> None:
    def move(root: Any) -> None:
        old = rewritten(root, start(4), (
            f'<w:moveFromRangeStart w:id="70" w:name="move9" {BY}/><w:moveFrom w:id="71" {BY}>'
            f'{run(sentence(4))}</w:moveFrom><w:moveFromRangeEnd w:id="70"/>'
        ))  # fmt: skip
        end_marked(old, f'<w:moveFrom w:id="72" {BY}/>')
        fresh = etree.SubElement(old.getparent(), w("p"))
        for part in xml(
            f'<w:moveToRangeStart w:id="73" w:name="move9" {BY}/><w:moveTo w:id="74" {BY}>'
            f"{run(sentence(4)[:-1])}</w:moveTo>{new(' og mere.')}"
            f'<w:moveToRangeEnd w:id="73"/>'
        ):
            fresh.append(part)
        end_marked(fresh, f'<w:moveTo w:id="75" {BY}/>')
        paragraph(root, start(10)).addnext(fresh)

    marks = marks_after(move)
    assert {(m.kind, m.added) for m in marks} == {
        (MarkKind.MOVE, sentence(4)[:-1]), (MarkKind.INSERTION, " og mere."),
    }  # fmt: skip


COMMENTS = f"""<w:comments {NAMES}>
<w:comment w:id="0" {BY}><w:p w14:paraId="0000AAAA"><w:r><w:t>Er det</w:t></w:r></w:p>
<w:p w14:paraId="0000AAAB"><w:r><w:t>rigtigt?</w:t></w:r></w:p></w:comment>
<w:comment w:id="1" w:author="Bo Eksempel"><w:p w14:paraId="0000BBBB"><w:r><w:t>Ja.</w:t></w:r>
</w:p></w:comment>
<w:comment w:id="2" w:author=""><w:p w14:paraId="0000CCCC"><w:r><w:t>Over to.</w:t></w:r></w:p>
</w:comment></w:comments>"""
EXTENDED = f"""<w15:commentsEx xmlns:w15="{W15}">
<w15:commentEx w15:paraId="0000AAAB" w15:done="1"/>
<w15:commentEx w15:paraId="0000BBBB" w15:paraIdParent="0000AAAB" w15:done="0"/>
</w15:commentsEx>"""


def commented(change: Any, comments: str = COMMENTS) -> bytes:
    data = with_part(sent_file(), "word/comments.xml", office("comments"), comments)
    data = with_part(data, "word/commentsExtended.xml", _M, EXTENDED)
    return changed(data, change)


def test_threads_and_what_is_resolved_come_along() -> None:
    def anchor(root: Any) -> None:
        words = sentence(0)
        rewritten(root, start(0), (
            f'{run(words[:9])}<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>'
            f'{run(words[9:20])}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/>'
            '</w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
            f"{run(words[20:])}"
        ))  # fmt: skip
        first = paragraph(root, start(5))
        first.insert(1, xml('<w:commentRangeStart w:id="2"/>')[0])
        last = paragraph(root, start(6))
        last.extend(xml('<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>'))

    marks = read_back(commented(anchor), sent_file()).marks

    first, other = marks
    assert (first.text, first.removed) == ("Er det\nrigtigt?", sentence(0)[9:20])
    assert (first.resolved, first.place.block) == (True, block(0))
    assert [(r.author, r.text) for r in first.replies] == [("Bo Eksempel", "Ja.")]
    assert (other.author, other.place.block) == ("Ukendt", block(5))
    assert other.removed == f"{sentence(5)}\n{sentence(6)}"


def test_comments_that_overlap_over_several_paragraphs_keep_their_words() -> None:
    def anchor(root: Any) -> None:
        for id_, (a, b) in {"0": (0, 2), "2": (1, 3)}.items():
            paragraph(root, start(a)).insert(1, xml(f'<w:commentRangeStart w:id="{id_}"/>')[0])
            paragraph(root, start(b)).append(xml(f'<w:commentRangeEnd w:id="{id_}"/>')[0])

    marks = {m.text: m for m in read_back(commented(anchor), sent_file()).marks}

    assert marks["Er det\nrigtigt?"].removed == "\n".join(map(sentence, (0, 1, 2)))
    assert marks["Over to."].removed == "\n".join(map(sentence, (1, 2, 3)))


def test_a_comment_whose_place_is_gone_is_listed_all_the_same() -> None:
    marks = read_back(commented(lambda _: None), sent_file()).marks

    assert {m.place.by for m in marks} == {PlacedBy.NOWHERE}
    assert [m.text for m in marks] == ["Er det\nrigtigt?", "Over to."]


def test_what_one_added_and_another_took_away_again_is_two_marks() -> None:
    words = sentence(3)
    other = 'w:author="Bo Eksempel" w:date="2026-06-06T10:00:00Z"'

    def edit(root: Any) -> None:
        rewritten(root, start(3), (
            f'{run(words[:8])}<w:ins w:id="5" {BY}>{run("to ")}<w:del w:id="6" {other}><w:r>'
            '<w:delText xml:space="preserve">tre </w:delText></w:r></w:del></w:ins>'
            f"{run(words[8:])}"
        ))  # fmt: skip

    marks = marks_after(edit)
    assert {(m.kind, m.author, m.added, m.removed) for m in marks} == {
        (MarkKind.INSERTION, "Anne Eksempel", "to ", ""),
        (MarkKind.INSERTION, "Anne Eksempel", "tre ", ""),
        (MarkKind.DELETION, "Bo Eksempel", "", "tre "),
    }
    assert {m.before for m in marks} == {words}


def table_row(root: Any, words: str) -> Any:
    return next(row for row in root.iter(w("tr")) if text(row).startswith(words))


def row_looks(row: Any) -> Any:
    about = row.find(w("trPr"))
    if about is None:
        about = etree.Element(w("trPr"))
        row.insert(0, about)
    return about


def test_a_deleted_row_is_one_mark_at_its_table() -> None:
    def delete(root: Any) -> None:
        row = table_row(root, "Celle 21a")
        row_looks(row).append(xml(f'<w:del w:id="4" {BY}/>')[0])
        for found in row.iter(w("p")):
            for piece in list(found.iter(w("r"))):
                holder = xml(gone(text(piece)))[0]
                piece.getparent().replace(piece, holder)
            end_marked(found, f'<w:del w:id="5" {BY}/>')

    (mark,) = marks_after(delete)
    assert told([mark]) == [
        (MarkKind.ROW_REMOVED, "Celle 21a · Celle 21b", "", mark_name(Mark.TABLE, "t2"))
    ]
    assert mark.place.part == "række 3, kolonne 1"


def test_a_column_that_was_added_is_found_cell_by_cell() -> None:
    def add(root: Any) -> None:
        row = table_row(root, "Celle 21a")
        fresh = xml(
            f'<w:tc><w:tcPr><w:cellIns w:id="8" {BY}/></w:tcPr><w:p>{new("Ny")}</w:p></w:tc>'
        )
        row.append(fresh[0])

    (mark,) = marks_after(add)
    assert told([mark]) == [(MarkKind.INSERTION, "", "Ny", mark_name(Mark.TABLE, "t2"))]


def test_head_foot_notes_and_text_boxes_are_read_and_named() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>{0}</w:p></w:txbxContent>'
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{0}</w:p></w:txbxContent>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = with_part(
        sent_file(), "word/header9.xml", office("header"),
        f"<w:hdr {NAMES}><w:p>{new('i hovedet')}</w:p></w:hdr>",
    )  # fmt: skip
    data = with_part(
        data, "word/footnotes.xml", office("footnotes"),
        f'<w:footnotes {NAMES}><w:footnote w:id="1"><w:p>{new("i noten")}</w:p></w:footnote>'
        "</w:footnotes>",
    )  # fmt: skip
    marks = marks_after(
        lambda root: paragraph(root, start(0)).extend(xml(box.format(new("i boksen")))), data
    )

    tracked = {(m.added, m.place.part) for m in marks if m.tracked}
    assert tracked == {
        ("i hovedet", "sidehoved"), ("i noten", "fodnote"), ("i boksen", "tekstboks")
    }  # fmt: skip


def test_words_strict_form_is_read_as_the_other() -> None:
    data = changed(sent_file(), lambda root: paragraph(root, start(0)).extend(xml(new(" nu"))))
    strict = {
        name: blob.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        )
        for name, blob in parts_of(data).items()
    }

    assert strict[MAIN] != parts_of(data)[MAIN]
    (mark,) = read_back(packed(strict), sent_file()).marks
    assert told([mark]) == [(MarkKind.INSERTION, "", " nu", block(0))]


def test_the_text_may_lie_under_another_name() -> None:
    parts = parts_of(
        changed(sent_file(), lambda root: paragraph(root, start(0)).extend(xml(new(" nu"))))
    )
    parts["word/document2.xml"] = parts.pop(MAIN)
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")

    (mark,) = read_back(packed(parts), sent_file()).marks
    assert told([mark]) == [(MarkKind.INSERTION, "", " nu", block(0))]


def test_onlyoffice_renames_styles_and_leaves_the_author_out() -> None:
    data = replaced(sent_file(), rb'<w:pStyle w:val="[^"]*"/>', b'<w:pStyle w:val="742"/>')
    anonymous = '<w:ins w:id="3"><w:r><w:t> nu</w:t></w:r></w:ins>'

    (mark,) = marks_after(lambda root: paragraph(root, start(0)).extend(xml(anonymous)), data)

    assert (mark.author, mark.date, mark.place.block) == ("Ukendt", None, block(0))


def test_paragraphs_are_joined_and_split() -> None:
    words = sentence(9)

    def edit(root: Any) -> None:
        end_marked(paragraph(root, start(5)), f'<w:del w:id="5" {BY}/>')
        whole = rewritten(root, start(9), run(words[:40]))
        end_marked(whole, f'<w:ins w:id="6" {BY}/>')
        rest = etree.Element(w("p"))
        rest.extend(xml(run(words[40:])))
        whole.addnext(rest)

    marks = marks_after(edit)
    assert [(m.kind, m.place.block) for m in marks] == [
        (MarkKind.JOIN, block(5)), (MarkKind.SPLIT, block(9))
    ]  # fmt: skip


def section_of(root: Any, number: int) -> list[Any]:
    """The heading of a chapter and all that stands under it."""
    body = root.find(w("body"))
    found, taking = [], False
    for child in body:
        name = text(child)
        if child.tag == w("p") and name.startswith("Kapitel med nummer") and child.find(
            w("hyperlink")
        ) is None:  # fmt: skip
            taking = name.endswith(str(number))
        if taking and child.tag != w("sectPr"):
            found.append(child)
    return found


def test_a_chapter_that_was_moved_takes_its_places_along() -> None:
    def move(root: Any) -> None:
        last = section_of(root, 5)[-1]
        for part in reversed(section_of(root, 1)):
            last.addnext(part)
        paragraph(root, start(4)).extend(xml(new(" flyttet")))

    marks = marks_after(move)
    assert told([m for m in marks if m.tracked]) == [(MarkKind.INSERTION, "", " flyttet", block(4))]
    assert [m.place.section for m in marks if m.tracked] == [chapter(1)]


def test_a_heading_that_was_renamed_without_a_trace_is_one_silent_change() -> None:
    def rename(root: Any) -> None:
        rewritten(root, "Kapitel med nummer 2", run("Et nyt navn"))
        paragraph(root, start(8)).extend(xml(new(" nu")))

    silent, tracked = marks_after(rename)
    assert (silent.tracked, silent.removed, silent.added) == (
        False, "Kapitel med nummer 2", "Et nyt navn",
    )  # fmt: skip
    assert (silent.place.section, silent.place.part) == (chapter(2), "overskrift")
    assert (tracked.place.section, tracked.place.block) == (chapter(2), block(8))


def test_without_any_bookmark_the_words_say_where() -> None:
    def edit(root: Any) -> None:
        for number in (0, 7, 23):
            paragraph(root, start(number)).extend(xml(new(f" nu{number}")))
        rewritten(root, start(12), run(sentence(12)[:40] + "helt andet end før."))

    marks = marks_after(edit, without_bookmarks(sent_file()))

    assert told([m for m in marks if m.tracked]) == [
        (MarkKind.INSERTION, "", f" nu{n}", block(n)) for n in (0, 7, 23)
    ]
    assert {m.place.by for m in marks} <= {PlacedBy.TEXT, PlacedBy.NEIGHBOUR}
    (silent,) = [m for m in marks if not m.tracked]
    assert (silent.kind, silent.place.block) == (MarkKind.CHANGE, block(12))


def test_our_own_redline_that_comes_back_is_not_counted_again() -> None:
    old = changed(sent_file(), lambda root: rewritten(
        root, start(0), f"{run(sentence(0))}{new(' fra sidst')}"
    ))  # fmt: skip
    back = changed(old, lambda root: paragraph(root, start(1)).extend(xml(new(" nyt"))))

    marks = read_back(back, old).marks

    assert told(marks) == [(MarkKind.INSERTION, "", " nyt", block(1))]


def test_a_link_and_a_field_inside_a_change_keep_their_words() -> None:
    def edit(root: Any) -> None:
        rewritten(root, start(0), (
            f'{run(sentence(0))}<w:ins w:id="3" {BY}><w:hyperlink w:anchor="x">{run(" se her")}'
            '</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run(" og der")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>'
        ))  # fmt: skip

    (mark,) = marks_after(edit)
    assert (mark.added, mark.place.block) == (" se her og der", block(0))


def test_nothing_of_a_file_that_was_read_waits_for_the_garbage_to_be_collected() -> None:
    data = changed(sent_file(), lambda root: paragraph(root, start(0)).extend(xml(new(" nu"))))
    gc.collect()
    gc.disable()
    try:
        gc.set_debug(gc.DEBUG_SAVEALL)
        read_back(data, sent_file())
        gc.collect()
        left = [type(each).__name__ for each in gc.garbage]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()

    assert [name for name in left if "Reader" in name or "Element" in name] == []
