"""The smaller papers as Word files."""

from docx.oxml.ns import qn

from strategykit.domain.outline import Paragraph, Section, Table, Tone
from strategykit.domain.paper import DotSheet, Paper
from strategykit.drafting.word import write_paper
from tests.support.house_styles import LETTERHEAD, house_style
from tests.support.word_drafts import HOSTILE, NOW
from tests.support.word_files import opened, styled, xml

AGENDA = Paper(
    title="Dagsorden til workshop 2",
    subtitle="Ungestrategi for de 15-17-årige",
    sender="Brøndby Kommune, Ungeudvalget",
    facts=(("Tid", "3. juni 2026 kl. 16-18"), ("Sted", "Rådhuset")),
    sections=(
        Section(
            "d",
            "Dagsorden",
            1,
            (
                Table("t", "", ("Kl.", "Punkt"), (("16.00", "Velkomst"),), "Punkter"),
                Paragraph("b", "Læs udkastet", tone=Tone.BULLET),
            ),
        ),
        Section("e", "1. Velkomst", 2, ()),
    ),
    notice="Opdigtet eksempel",
)


def test_title_facts_and_sections_stand_in_order() -> None:
    texts = [p.text for p in opened(write_paper(AGENDA, NOW)).paragraphs]

    assert texts == [
        "Opdigtet eksempel",
        "Dagsorden til workshop 2",
        "Ungestrategi for de 15-17-årige",
        "Tid:\t3. juni 2026 kl. 16-18",
        "Sted:\tRådhuset",
        "Dagsorden",
        "Læs udkastet",
        "1. Velkomst",
    ]


def test_the_title_is_the_first_heading_and_sections_stand_below_it() -> None:
    document = opened(write_paper(AGENDA, NOW))

    assert styled(document, "Heading 1") == ["Dagsorden til workshop 2"]
    assert styled(document, "Heading 2") == ["Dagsorden"]
    assert styled(document, "Heading 3") == ["1. Velkomst"]


def test_pages_are_counted_from_the_first() -> None:
    section = opened(write_paper(AGENDA, NOW)).sections[0]
    expected = "Brøndby Kommune, Ungeudvalget\tSide 1 af 1"

    assert section.first_page_footer.paragraphs[0].text == expected
    assert section.footer.paragraphs[0].text == expected


def test_the_same_paper_gives_the_same_bytes_and_says_whose_it_is() -> None:
    data = write_paper(AGENDA, NOW)
    core = opened(data).core_properties

    assert write_paper(AGENDA, NOW) == data
    assert (core.title, core.author) == (AGENDA.title, AGENDA.sender)
    assert core.created == NOW


def test_a_paper_wears_the_house_style_too() -> None:
    document = opened(write_paper(AGENDA, NOW, house_style()))

    assert document.sections[0].header.paragraphs[0].text == f" {LETTERHEAD}"
    assert styled(document, "Heading 1") == [AGENDA.title]


def test_cards_stand_two_and_two_in_cells_to_cut_out() -> None:
    texts = ("Hvad lykkes vi med?", "Hvad mangler?", HOSTILE[0])
    table = opened(write_paper(Paper("Kort", "", "X", cards=texts), NOW)).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Hvad lykkes vi med?", "Hvad mangler?"],
        [HOSTILE[0], ""],
    ]
    assert table._tbl.find(f".//{qn('w:insideV')}").get(qn("w:val")) == "dashed"  # noqa: SLF001


def test_a_long_card_has_smaller_letters_than_a_short_one() -> None:
    data = write_paper(Paper("Kort", "", "X", cards=("Kort", "Langt " * 60)), NOW)
    sizes = [int(size.get(qn("w:val"))) for size in xml(data).iter(qn("w:sz"))]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[1]


def test_a_sheet_has_just_so_many_dots_under_its_words() -> None:
    data = write_paper(Paper("Prikker", "", "X", dot_sheets=(DotSheet("Fem til hver", 85),)), NOW)
    document = opened(data)

    assert len(list(xml(data).iter(qn("w:drawing")))) == 85
    assert styled(document, "Heading 2") == ["Fem til hver"]
    assert [len(table.rows) for table in document.tables] == [13]
    assert len(document.part.package.image_parts) == 1
