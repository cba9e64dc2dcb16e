"""The draft as a Word file, read again by python-docx."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from PIL import Image

from strategykit.domain.outline import (
    Draft,
    Figure,
    Paragraph,
    Picture,
    Section,
    Source,
    Table,
    Tone,
)
from strategykit.domain.text import clean
from strategykit.drafting.word import write_word
from strategykit.drafting.word.marks import Mark, mark_name
from strategykit.drafting.word.writer import heading_marks
from tests.support.word_drafts import HOSTILE, NOW, VISION, pictures, rich_draft
from tests.support.word_files import bookmarks, marked, opened, orders, styled, xml

OUTLINE = "{urn:strategivaerksted:outline:1}"


@pytest.fixture(scope="module")
def rich() -> bytes:
    return write_word(rich_draft(), pictures(), NOW)


def draft_of(*sections: Section, sources: tuple[Source, ...] = ()) -> Draft:
    return replace(rich_draft(), sections=sections, sources=sources)


def png_of(width: int, height: int) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (width, height), "white").save(stream, "PNG")
    return stream.getvalue()


def written(*sections: Section, sources: tuple[Source, ...] = ()) -> bytes:
    return write_word(draft_of(*sections, sources=sources), {}, NOW)


def test_the_cover_says_whose_what_who_when_and_that_it_is_a_draft(rich: bytes) -> None:
    first = [paragraph.text for paragraph in opened(rich).paragraphs[:7]]

    assert first == [
        "Brøndby Kommune",
        "Ungestrategi for de 15-17-årige 2026-2030",
        "Ungeudvalget, § 17, stk. 4-udvalg under Kommunalbestyrelsen",
        "Udkast, version 3",
        "Dato:\t3. juni 2026",
        "Sagsnummer:\t00.15.00-P22-3-26",
        "Opdigtet eksempel: stemmer, gruppestørrelser og periode er ikke kommunens tal.",
    ]


def test_the_same_draft_at_the_same_time_gives_the_same_bytes(rich: bytes) -> None:
    assert write_word(rich_draft(), pictures(), NOW) == rich


def test_another_time_is_the_only_thing_that_another_time_changes(rich: bytes) -> None:
    later = write_word(rich_draft(), pictures(), NOW + timedelta(days=400))

    with zipfile.ZipFile(BytesIO(rich)) as old, zipfile.ZipFile(BytesIO(later)) as new:
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert changed == ["docProps/core.xml"]
        assert {info.date_time for info in new.infolist()} == {(2027, 7, 8, 14, 30, 0)}
        assert {info.create_system for info in new.infolist()} == {3}


def test_headings_are_real_and_in_order() -> None:
    sections = (
        Section("a", "Forord", 1, ()),
        Section("b", "Uddannelse", 2, ()),
        Section("c", "Mål", 3, ()),
        Section("d", "Noter", 1, (), annex=True),
        Section("e", "Bilag om processen", 1, (), annex=True),
        Section("f", "Deltagere", 1, (), annex=True),
    )
    document = opened(written(*sections))

    headings = [(p.style.name, p.text) for p in document.paragraphs if "eading" in p.style.name]
    assert headings == [
        ("TOC Heading", "Indhold"),
        ("Heading 1", "Forord"),
        ("Heading 2", "Uddannelse"),
        ("Heading 3", "Mål"),
        ("Heading 1", "Bilag 1: Noter"),
        ("Heading 1", "Bilag om processen"),
        ("Heading 1", "Bilag 3: Deltagere"),
    ]


def test_each_tone_has_a_style_of_its_own() -> None:
    blocks = tuple(Paragraph(tone, f"Tekst i {tone}", tone=tone) for tone in Tone)
    document = opened(written(Section("a", "Afsnit", 1, blocks)))

    assert styled(document, "Manchet") == ["Tekst i lead"]
    assert styled(document, "Erklæring") == ["Tekst i statement"]
    assert styled(document, "List Bullet") == ["Tekst i bullet"]
    assert styled(document, "Mangler") == ["Mangler: Tekst i missing"]
    assert "Tekst i body" in styled(document, "Normal")


def test_what_is_missing_says_so_once() -> None:
    blocks = (Paragraph("m", "Mangler: et tal", tone=Tone.MISSING),)

    assert styled(opened(written(Section("a", "Afsnit", 1, blocks))), "Mangler") == [
        "Mangler: et tal"
    ]


def test_bullets_are_a_real_list(rich: bytes) -> None:
    style = opened(rich).styles["List Bullet"].element
    number = style.find(f".//{qn('w:numId')}").get(qn("w:val"))

    numbering = xml(rich, "word/numbering.xml")
    lists = {e.get(qn("w:numId")): e for e in numbering.iter(qn("w:num"))}
    shape = lists[number].find(qn("w:abstractNumId")).get(qn("w:val"))
    shapes = {e.get(qn("w:abstractNumId")): e for e in numbering.iter(qn("w:abstractNum"))}
    assert shapes[shape].find(f".//{qn('w:numFmt')}").get(qn("w:val")) == "bullet"


def test_every_heading_and_paragraph_holds_a_bookmark_of_its_own(rich: bytes) -> None:
    draft, document, names = rich_draft(), opened(rich), bookmarks(rich)

    paragraphs = [block for _, block in draft.blocks() if isinstance(block, Paragraph)]
    expected = {mark_name(Mark.PARAGRAPH, block.key) for block in paragraphs}
    assert expected | set(heading_marks(draft)) <= set(names)
    assert len(names) == len({name.lower() for name in names})
    assert len(list(marked(document, "stykke_"))) == len(paragraphs)
    assert len(list(marked(document, "afsnit_"))) == len(heading_marks(draft))


def test_a_key_that_is_used_twice_does_not_give_a_bookmark_twice() -> None:
    twice = tuple(Paragraph("samme", text) for text in ("Et", "To", "Tre"))

    names = bookmarks(written(Section("a", "Afsnit", 1, twice)))
    assert len(names) == len(set(names)) == 4


def test_the_contents_list_has_its_entries_and_leads_to_them(rich: bytes) -> None:
    document = opened(rich)
    links = xml(rich).iter(qn("w:hyperlink"))

    assert styled(document, "toc 1")[:3] == ["Forord", "Resumé", "Baggrund og mandat"]
    assert styled(document, "toc 1")[-2:] == ["Bilag 1: Grupperede noter", "Kilder"]
    assert 'TOC \\o "1-2" \\n \\h \\z \\u' in orders(rich)
    assert {link.get(qn("w:anchor")) for link in links} - {None} <= set(bookmarks(rich))
    assert xml(rich, "word/settings.xml").find(qn("w:updateFields")) is None


def test_known_pages_stand_in_the_contents_list() -> None:
    draft = draft_of(Section("a", "Forord", 1, ()), Section("b", "Vision", 1, ()))
    mark = mark_name(Mark.SECTION, "b")

    data = write_word(draft, {}, NOW, pages={mark_name(Mark.SECTION, "a"): 3, mark: 12})
    assert styled(opened(data), "toc 1") == ["Forord\t3", "Vision\t12"]
    assert f"PAGEREF {mark} \\h" in orders(data)


def test_captions_are_counted_by_kind(rich: bytes) -> None:
    captions = styled(opened(rich), "Caption")

    assert captions[0] == "Tabel 1. Udgangspunktet for de tre tællere"
    assert captions[1].startswith("Figur 1. Andelen af unge i uddannelse")
    assert [c.split(".")[0] for c in captions if c.startswith("Figur")] == [
        f"Figur {n}" for n in range(1, 9)
    ]
    assert orders(rich).count("SEQ Tabel \\* ARABIC") == 14


def test_figures_have_alt_text_and_both_pictures(rich: bytes) -> None:
    drawings = opened(rich).inline_shapes
    alts = [shape._inline.docPr.get("descr") for shape in drawings]  # noqa: SLF001

    assert len(alts) == 8
    assert all(alt.startswith("Kurver over ") for alt in alts)
    with zipfile.ZipFile(BytesIO(rich)) as archive:
        names = archive.namelist()
        assert b"<svg" in archive.read("word/media/drawing1.svg")
    assert len([name for name in names if name.endswith(".svg")]) == 8
    assert len(list(xml(rich).iter(f"{{{SVG}}}svgBlip"))) == 8


SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def test_a_figure_that_was_not_drawn_says_in_words_what_it_would_have_shown() -> None:
    figure = next(block for _, block in rich_draft().blocks() if hasattr(block, "alt"))

    missing = styled(opened(written(Section("a", "Afsnit", 1, (figure,)))), "Mangler")
    assert missing == [f"Mangler: figuren ”{figure.caption}” er ikke tegnet. {figure.alt}"]


@pytest.mark.parametrize(
    ("width_mm", "expected"), [(100.0, (100, 50)), (400.0, (160, 80)), (0.001, (0, 0))]
)
def test_a_picture_keeps_its_shape_and_stays_within_the_text(
    width_mm: float, expected: tuple[int, int]
) -> None:
    picture = Picture(png_of(200, 100), None, width_mm)
    figure = Figure("f", "Kort over byen", "Byen", "kort")
    section = Section("a", "Afsnit", 1, (figure,))

    shape = opened(write_word(draft_of(section), {"kort": picture}, NOW)).inline_shapes[0]
    assert (round(shape.width.mm), round(shape.height.mm)) == expected


def test_a_tall_picture_leaves_room_for_its_caption() -> None:
    section = Section("a", "Afsnit", 1, (Figure("f", "Højt", "Højt", "x"),))
    data = write_word(draft_of(section), {"x": Picture(png_of(100, 400), None, 100)}, NOW)

    shape = opened(data).inline_shapes[0]
    assert (round(shape.width.mm), round(shape.height.mm)) == (45, 180)


def test_large_letters_on_the_cover_are_not_torn_at_a_hyphen(rich: bytes) -> None:
    title = opened(rich).paragraphs[1]._p  # noqa: SLF001

    assert len(list(title.iter(qn("w:noBreakHyphen")))) == 3


def test_sources_are_numbered_and_cited() -> None:
    cites = Paragraph("p", "Det viser tallene.", cites=(1, 4))
    sources = (Source(4, "Fire"), Source(1, "Et", "https://example.dk/a&b"), Source(2, "To"))
    data = written(Section("a", "Afsnit", 1, (cites,)), sources=sources)
    document = opened(data)

    assert "Det viser tallene.\u00a0[1]\u00a0[4]" in styled(document, "Normal")
    assert styled(document, "Kilde") == ["Et https://example.dk/a&b", "To", "Fire"]
    assert f"REF {mark_name(Mark.SOURCE, '4')} \\r \\h" in orders(data)
    assert mark_name(Mark.SOURCE, "4") in bookmarks(data)


def test_sources_whose_numbers_jump_are_counted_on_from_there() -> None:
    sources = tuple(Source(number, f"Kilde {number}") for number in (1, 2, 5, 6))
    data = written(Section("a", "Afsnit", 1, ()), sources=sources)
    numbering = xml(data, "word/numbering.xml")

    own = opened(data).styles["Kilde"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    used = [
        found[0].get(qn("w:val")) if (found := list(p._p.iter(qn("w:numId")))) else own  # noqa: SLF001
        for p in opened(data).paragraphs
        if p.style.name == "Kilde"
    ]
    assert used[:2] == [own, own]
    assert used[2] == used[3] != own
    jump = next(e for e in numbering.iter(qn("w:num")) if e.get(qn("w:numId")) == used[2])
    assert jump.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "5"
    shape = jump.find(qn("w:abstractNumId")).get(qn("w:val"))
    shapes = {e.get(qn("w:abstractNumId")): e for e in numbering.iter(qn("w:abstractNum"))}
    assert shapes[shape].find(f".//{qn('w:lvlText')}").get(qn("w:val")) == "[%1]"


def test_only_addresses_that_a_reader_may_follow_become_links(rich: bytes) -> None:
    rels = opened(rich).part.rels.values()

    assert [rel.target_ref for rel in rels if rel.is_external] == [
        "https://www.statistikbanken.dk/NEET3"
    ]


def test_sources_stand_in_the_outlines_own_chapter_when_it_has_one() -> None:
    kilder = Section("kilder", "Kilder og litteratur", 1, (Paragraph("k", "Hentet i maj."),))
    last = Section("z", "Til sidst", 1, ())
    texts = [p.text for p in opened(written(kilder, last, sources=(Source(1, "Et"),))).paragraphs]

    assert texts[-4:] == ["Kilder og litteratur", "Hentet i maj.", "Et", "Til sidst"]


def test_the_file_says_what_it_is_and_nothing_of_who_made_the_tool(rich: bytes) -> None:
    core = opened(rich).core_properties

    assert core.title == "Ungestrategi for de 15-17-årige 2026-2030"
    assert core.subject == "Udkast, version 3, Brøndby Kommune"
    assert core.author == core.last_modified_by
    assert core.author.startswith("Ungeudvalget")
    assert core.created == core.modified == NOW
    assert (core.comments, core.keywords, core.language) == ("", "", "da-DK")
    with zipfile.ZipFile(BytesIO(rich)) as archive:
        assert not [n for n in archive.namelist() if "thumbnail" in n or "WithEffects" in n]


def test_the_document_can_be_recognised_when_it_returns(rich: bytes) -> None:
    properties = {e.get("name"): e[0].text for e in xml(rich, "docProps/custom.xml")}

    assert properties == {
        "DocId": "3f0c2a9e-6f0b-4a6b-9a55-0b0f6a1d2c3e",
        "Version": "3",
        "LogHead": "9c1185a5c5e9fc54612808977ee8f548b2258d31",
    }


def test_a_copy_of_the_outline_travels_with_it_without_what_it_rests_on(rich: bytes) -> None:
    outline = xml(rich, "customXml/item1.xml")
    vision = next(e for e in outline.iter(f"{OUTLINE}section") if e.get("key") == "vision")

    assert outline.get("version") == "3"
    assert vision[0].text == VISION
    assert vision[0].get("bookmark") == mark_name(Mark.PARAGRAPH, "vision:tekst")
    assert len(list(outline.iter(f"{OUTLINE}section"))) == len(rich_draft().sections)
    with zipfile.ZipFile(BytesIO(rich)) as archive:
        assert all(b"Det er uklart, hvem" not in archive.read(n) for n in archive.namelist())


def test_head_and_foot_carry_title_status_notice_and_page_numbers(rich: bytes) -> None:
    section = opened(rich).sections[0]
    head = [paragraph.text for paragraph in section.header.paragraphs]

    assert head[0] == "Ungestrategi for de 15-17-årige 2026-2030\tUdkast, version 3"
    assert head[1].startswith("Opdigtet eksempel")
    assert section.footer.paragraphs[0].text == "Brøndby Kommune\tSide 1 af 1"
    assert section.different_first_page_header_footer


def test_the_language_is_danish_and_the_paper_a4(rich: bytes) -> None:
    defaults = xml(rich, "word/styles.xml").find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    page = opened(rich).sections[0]

    assert defaults.get(qn("w:val")) == "da-DK"
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "", "x" * 10_000, "\x00" * 50, "]]>", "&amp;", "\u2028"]
)
def test_no_text_breaks_the_file(text: str) -> None:
    table = Table("t", text, (text, "B"), ((text, text), (text, "")), text)
    blocks = (*(Paragraph(tone, text, tone=tone) for tone in Tone), table)
    cover = replace(rich_draft().cover, title=text, committee=text, municipality=text, notice=text)
    draft = draft_of(Section(text or "k", text, 1, blocks), sources=(Source(1, text, text),))

    document = opened(write_word(replace(draft, cover=cover, log_head=text), {}, NOW))
    shown = document.tables[0].rows[1].cells[0].text
    assert shown.strip() == clean(text)


def test_control_characters_become_a_visible_sign() -> None:
    blocks = (Paragraph("p", "før\x00efter\ud800"),)

    assert "før\ufffdefter\ufffd" in styled(opened(written(Section("a", "A", 1, blocks))), "Normal")


def test_line_ends_stay_in_one_paragraph_with_one_bookmark() -> None:
    blocks = (Paragraph("p", "Linje et\nLinje to\r\nLinje tre"),)
    document = opened(written(Section("a", "A", 1, blocks)))

    assert [p.text for p in marked(document, "stykke_")] == ["Linje et\nLinje to\nLinje tre"]


def test_the_first_chapter_and_those_that_ask_for_it_begin_a_page() -> None:
    sections = (
        Section("a", "Et", 1, ()),
        Section("b", "To", 1, ()),
        Section("c", "Tre", 1, (), page_break=True),
    )
    document = opened(written(*sections))

    breaks = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["Indhold", "Et", "Tre"]


def test_a_draft_with_nothing_in_it_is_a_cover() -> None:
    document = opened(write_word(draft_of(), {}, datetime(1970, 1, 1, tzinfo=UTC)))

    assert document.paragraphs[-1].text.startswith("Opdigtet eksempel")
