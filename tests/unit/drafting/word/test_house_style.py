"""The municipality's own Word file as the draft's look."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from strategykit.drafting.word import house_style_problems, write_word
from strategykit.errors import (
    BadFile,
    FileBroken,
    FileHasMacros,
    FileLocked,
    FileUnsafe,
    HouseStyleLacks,
)
from tests.support.house_styles import (
    LETTERHEAD,
    WINE,
    calling_house_style,
    house_style,
    part,
    with_drawing_that_links,
    with_older_drawings,
    with_parts,
)
from tests.support.word_drafts import NOW, pictures, rich_draft
from tests.support.word_files import opened, orders, styled, xml

ADDRESS = "http://skabelon.invalid"


def saved(document: docx.document.Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def everything(data: bytes) -> str:
    """All parts of the file as one text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.fixture(scope="module")
def housed() -> bytes:
    return write_word(rich_draft(), pictures(), NOW, house_style())


def test_the_draft_wears_the_styles_of_the_house(housed: bytes) -> None:
    document = opened(housed)
    heading = next(
        p for p in document.paragraphs if p.text == "Baggrund og mandat" and "H" in p.style.name
    )

    assert heading.style.style_id == "Overskrift1"
    assert str(heading.style.font.color.rgb) == WINE
    assert styled(document, "Title") == ["Ungestrategi for de 15-17-årige 2026-2030"]
    assert round(document.sections[0].left_margin.mm) == 30


def test_what_the_house_lacks_is_lent_in_the_colour_of_the_house(housed: bytes) -> None:
    statement = opened(housed).styles["Erklæring"]

    assert str(statement.font.color.rgb) == WINE
    assert statement.base_style.name == "Normal"
    assert len(styled(opened(housed), "Erklæring")) == 3


def test_the_letterhead_stays_and_gets_the_notice_and_page_numbers(housed: bytes) -> None:
    section = opened(housed).sections[0]
    head = [paragraph.text for paragraph in section.header.paragraphs]

    assert head[0] == f" {LETTERHEAD}"
    assert head[1].startswith("Opdigtet eksempel")
    assert section.footer.paragraphs[-1].text == "Brøndby Kommune\tSide 1 af 1"


def test_the_cover_of_a_letterhead_has_no_band_of_ours(housed: bytes) -> None:
    assert opened(housed).sections[0].first_page_header.is_linked_to_previous


def test_a_house_style_without_head_and_foot_gets_ours_but_not_on_the_cover() -> None:
    document = docx.Document(BytesIO(house_style()))
    document.sections[0].header.is_linked_to_previous = True
    section = opened(write_word(rich_draft(), {}, NOW, saved(document))).sections[0]

    assert section.header.paragraphs[0].text.endswith("Udkast, version 3")
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous


def test_left_and_right_pages_of_a_house_both_get_the_notice() -> None:
    document = docx.Document(BytesIO(house_style()))
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Venstre side"
    data = write_word(rich_draft(), {}, NOW, saved(document))

    even = [p.text for p in opened(data).sections[0].even_page_header.paragraphs]
    assert even[0] == "Venstre side"
    assert even[1].startswith("Opdigtet eksempel")
    assert opened(data).settings.odd_and_even_pages_header_footer


def test_the_head_of_a_section_that_is_not_worn_does_not_come_along() -> None:
    document = docx.Document(BytesIO(house_style()))
    head = document.add_section().header
    head.is_linked_to_previous = False
    head.paragraphs[0].text = "Sidste afsnit"
    written = write_word(rich_draft(), {}, NOW, saved(document))

    assert opened(written).sections[0].header.paragraphs[0].text == "Sidste afsnit"
    assert LETTERHEAD not in everything(written)


def test_no_drawing_has_the_number_of_another(housed: bytes) -> None:
    heads = [n for n in zipfile.ZipFile(BytesIO(housed)).namelist() if "word/header" in n]
    numbers = [
        drawing.get("id")
        for part_name in (*heads, "word/document.xml")
        for drawing in xml(housed, part_name).iter(qn("wp:docPr"))
    ]

    assert len(numbers) == len(set(numbers)) == 9


def test_nothing_of_the_old_text_or_its_author_comes_along(housed: bytes) -> None:
    assert "Denne tekst må ikke komme med" not in everything(housed)
    assert "python-docx" not in everything(housed)
    assert "thumbnail" not in " ".join(zipfile.ZipFile(BytesIO(housed)).namelist())


def test_the_language_is_danish_whatever_the_template_said(housed: bytes) -> None:
    languages = xml(housed, "word/styles.xml").iter(qn("w:lang"))

    assert {language.get(qn("w:val")) for language in languages} == {"da-DK"}


def test_the_same_house_style_gives_the_same_bytes(housed: bytes) -> None:
    assert write_word(rich_draft(), pictures(), NOW, house_style()) == housed


def test_missing_styles_are_named_as_word_and_the_file_name_them() -> None:
    data = house_style(lacking=("Heading 2", "Title"))

    with pytest.raises(HouseStyleLacks) as trouble:
        write_word(rich_draft(), {}, NOW, data)
    assert trouble.value.names == ("Titel (Title)", "Overskrift 2 (heading 2)")
    assert "Overskrift 2 (heading 2)" in str(trouble.value)
    assert house_style_problems(data)[:2] == (
        "Skabelonen mangler typografien Titel (Title).",
        "Skabelonen mangler typografien Overskrift 2 (heading 2).",
    )


def test_a_file_without_any_styles_lacks_them_all() -> None:
    data = house_style()
    rels = part(data, "word/_rels/document.xml.rels").replace("/styles", "/stylesOld")

    bare = with_parts(data, {"word/_rels/document.xml.rels": rels})
    assert len([p for p in house_style_problems(bare) if "mangler typografien" in p]) == 4


def test_styles_that_are_not_needed_may_be_missing() -> None:
    data = house_style(lacking=("Caption", "List Bullet", "Subtitle", "Normal Table"))
    document = opened(write_word(rich_draft(), pictures(), NOW, data))

    assert len(styled(document, "Caption")) == 22
    assert len(styled(document, "List Bullet")) == 6


def test_a_house_without_a_style_for_its_text_is_lent_one() -> None:
    data = house_style()
    styles = part(data, "word/styles.xml").replace(' w:default="1"', "")
    nameless = styles.replace('<w:name w:val="Normal"/>', '<w:name w:val="Brødtekst"/>')
    document = opened(
        write_word(rich_draft(), {}, NOW, with_parts(data, {"word/styles.xml": nameless}))
    )

    assert document.styles.default(WD_STYLE_TYPE.PARAGRAPH).name == "Normal"
    assert len(styled(document, "Normal")) > 40


def test_a_list_style_without_bullets_gets_them() -> None:
    data = house_style()
    styles = docx.oxml.parse_xml(part(data, "word/styles.xml").encode())
    for number in list(styles.iter(qn("w:numPr"))):
        number.getparent().remove(number)
    plain = with_parts(data, {"word/styles.xml": docx.opc.oxml.serialize_part_xml(styles)})

    document = opened(write_word(rich_draft(), pictures(), NOW, plain))
    lent = document.styles["Strategi List Bullet"]
    assert lent.element.find(f".//{qn('w:numId')}") is not None
    assert len(styled(document, "Strategi List Bullet")) == 6


def test_pale_headings_are_warned_about_with_their_contrast() -> None:
    pale = [
        p for p in house_style_problems(house_style(heading_colour="99CCFF")) if "Overskrift 1" in p
    ]

    said = "Typografien Overskrift 1 (heading 1) er for lys på hvidt: kontrasten er 1,7:1"
    assert [problem.startswith(said) for problem in pale] == [True]


def test_a_good_house_style_has_no_missing_styles() -> None:
    assert not [p for p in house_style_problems(house_style()) if "mangler" in p]


def test_what_calls_an_address_is_named_and_not_passed_on() -> None:
    data = calling_house_style(ADDRESS)
    problems = house_style_problems(data)
    written = write_word(rich_draft(), {}, NOW, data)

    assert f"Ikke taget med: en skabelon, som filen henter: {ADDRESS}/skabelon.dotx." in problems
    assert f"Ikke taget med: et billede, som filen henter: {ADDRESS}/logo.png." in problems
    assert ADDRESS not in everything(written)
    heads = [n for n in zipfile.ZipFile(BytesIO(written)).namelist() if "word/header" in n]
    assert [order for head in heads for order in orders(written, head)] == ["PAGE"]
    assert "Kommunens hjemmeside" in opened(written).sections[0].header.paragraphs[1].text


def test_a_pale_heading_does_not_make_our_own_styles_pale() -> None:
    data = write_word(rich_draft(), {}, NOW, house_style(heading_colour="99CCFF"))

    assert str(opened(data).styles["Erklæring"].font.color.rgb) == "0B5563"


def test_a_logo_that_is_a_link_or_also_an_svg_stays_as_a_plain_picture() -> None:
    data = with_drawing_that_links(house_style(), ADDRESS)
    written = write_word(rich_draft(), {}, NOW, data)

    head = opened(written).sections[0].header
    assert len(head.part.package.image_parts) == 1
    assert len(list(head._element.iter(qn("w:drawing")))) == 1  # noqa: SLF001
    assert ADDRESS not in everything(written)
    assert "<svg" not in everything(written)


def test_addresses_in_older_drawings_and_bullets_go_without_the_list() -> None:
    data = with_older_drawings(house_style(), ADDRESS)
    written = write_word(rich_draft(), {}, NOW, data)

    assert ADDRESS not in everything(written)
    numbering = xml(written, "word/numbering.xml")
    assert not list(numbering.iter(qn("w:numPicBullet")))
    assert not list(numbering.iter(qn("w:lvlPicBulletId")))


def test_a_letterhead_that_counts_its_pages_is_not_given_another_count() -> None:
    written = write_word(rich_draft(), {}, NOW, calling_house_style(ADDRESS))

    assert opened(written).sections[0].footer.is_linked_to_previous


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"word/vbaProject.bin": b"x"}, FileHasMacros),
        ({"word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, FileUnsafe),
        ({"[Content_Types].xml": "<!DOCTYPE a><a/>"}, FileUnsafe),
        ({"../../etc/passwd": b"x"}, FileUnsafe),
        ({"word/document.xml": "<oops"}, FileBroken),
        ({"word/document.xml": "<w/>"}, FileBroken),
        ({"word/styles.xml": b"\x00\xff"}, FileBroken),
        ({"_rels/.rels": '<R xmlns="x"/>'}, FileBroken),
        ({"word/styles.xml": "<a>" * 5000 + "</a>" * 5000}, FileBroken),
    ],
)
def test_a_harmful_or_broken_file_is_refused(parts: dict[str, str], error: type[BadFile]) -> None:
    data = with_parts(house_style(), parts)

    with pytest.raises(error):
        house_style_problems(data)
    with pytest.raises(error):
        write_word(rich_draft(), {}, NOW, data)


def test_a_file_with_macros_by_its_kind_is_refused() -> None:
    data = house_style()
    types = part(data, "[Content_Types].xml").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )

    with pytest.raises(FileHasMacros):
        house_style_problems(with_parts(data, {"[Content_Types].xml": types}))


def test_a_file_with_a_password_is_refused_with_what_to_do() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    with pytest.raises(FileLocked, match="Fjern adgangskoden"):
        house_style_problems(locked)


def test_the_older_word_format_is_not_taken_for_a_locked_file() -> None:
    with pytest.raises(FileBroken, match="Word-dokument"):
        house_style_problems(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)


def test_numbers_that_are_no_numbers_are_a_broken_file() -> None:
    data = house_style()
    numbering = part(data, "word/numbering.xml").replace('w:numId="1"', 'w:numId="en"')

    with pytest.raises(FileBroken):
        write_word(rich_draft(), {}, NOW, with_parts(data, {"word/numbering.xml": numbering}))


def test_the_head_of_an_earlier_section_is_taken_over() -> None:
    document = docx.Document(BytesIO(house_style()))
    document.add_section().orientation = document.sections[0].orientation

    written = opened(write_word(rich_draft(), {}, NOW, saved(document)))
    assert written.sections[0].header.paragraphs[0].text == f" {LETTERHEAD}"
    assert len(written.sections) == 1
