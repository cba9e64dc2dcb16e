"""How the draft looks in Word when the municipality has no house style of its own."""

from collections.abc import Mapping

from strategykit.drafting.word.look import (
    BOLD,
    CARE,
    CARE_SOFT,
    CENTRED,
    FONT,
    HAIRLINE,
    KEEP,
    LANGUAGE,
    QUIET,
    TEXT,
    Look,
    Style,
    boxed,
    letters,
    rule,
    spacing,
)
from strategykit.drafting.word.oxml import DECLARED


def paragraph_styles(look: Look) -> tuple[Style, ...]:
    """Every paragraph style, built-in ones first."""
    return (*_built_in(look), *_own(look))


def _built_in(look: Look) -> tuple[Style, ...]:
    return (
        Style(
            "Normal",
            "Normal",
            "<w:suppressAutoHyphens/>" + spacing(0, 140, 300),
            letters(21, TEXT),
            based="",
        ),
        Style("Title", "Title", KEEP + spacing(0, 160, 252), BOLD + letters(68, look.accent)),
        Style("Subtitle", "Subtitle", spacing(0, 480, 276), letters(30, QUIET)),
        *_headings(look),
        Style("Caption", "caption", spacing(240, 100, 264), letters(18, QUIET)),
        Style("ListBullet", BULLETS, BULLET_PPR, ""),
        Style("TOC1", "toc 1", "<w:keepLines/>" + spacing(120, 40, 264), BOLD + letters(21)),
        Style("TOC2", "toc 2", spacing(0, 30, 264) + '<w:ind w:left="340"/>', letters(20)),
        Style(
            "TOCHeading",
            "TOC Heading",
            KEEP + spacing(0, 240, 252),
            BOLD + letters(40, look.accent),
        ),
    )


def _headings(look: Look) -> tuple[Style, ...]:
    return (
        Style(
            "Heading1",
            "heading 1",
            KEEP + spacing(400, 200, 252) + '<w:outlineLvl w:val="0"/>',
            BOLD + letters(40, look.accent),
            follow="Normal",
        ),
        Style(
            "Heading2",
            "heading 2",
            KEEP + spacing(380, 100, 264) + '<w:outlineLvl w:val="1"/>',
            BOLD + letters(27, TEXT),
            follow="Normal",
        ),
        Style(
            "Heading3",
            "heading 3",
            KEEP + spacing(280, 60, 264) + '<w:outlineLvl w:val="2"/>',
            BOLD + letters(22, look.accent),
            follow="Normal",
        ),
    )


BULLETS = "List Bullet"
BULLET_PPR = (
    '<w:numPr><w:numId w:val="{bullets}"/></w:numPr>'
    + spacing(0, 70, 288)
    + '<w:ind w:left="397" w:hanging="283"/>'
)
EDGE_TABS = '<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
"""Filled in by `placed`: the list's number and the text's width differ from house to house."""


def _own(look: Look) -> tuple[Style, ...]:
    cell = '<w:suppressAutoHyphens w:val="0"/>' + spacing(50, 50, 264)
    statement = KEEP.replace("<w:keepNext/>", "") + boxed(look.accent, look.soft, 36)
    return (
        Style("Manchet", "Manchet", spacing(0, 200, 312), letters(25, QUIET), follow="Normal"),
        Style(
            "Erklaering",
            "Erklæring",
            statement + spacing(240, 320, 324) + '<w:ind w:left="227" w:right="170"/>',
            letters(27, look.accent),
            follow="Normal",
        ),
        Style(
            "Mangler",
            "Mangler",
            "<w:keepLines/>"
            + boxed(CARE, CARE_SOFT, 36)
            + spacing(200, 240, 288)
            + '<w:ind w:left="227" w:right="170"/>',
            letters(20, CARE),
            follow="Normal",
        ),
        Style("Figur", "Figur", "<w:keepNext/>" + spacing(200, 60, 240)),
        Style("Tabelhoved", "Tabelhoved", "<w:keepNext/>" + cell, BOLD + letters(18, look.accent)),
        Style("Tabeltekst", "Tabeltekst", cell, letters(18)),
        Style("EfterTabel", "Efter tabel", THIN_LINE, letters(2)),
        Style("Sidelinje", "Sidelinje", EDGE_TABS + spacing(0, 0, 252), letters(17, QUIET)),
        Style("Kilde", "Kilde", SOURCE_PPR, letters(20)),
        Style(
            "ForsideAfsender", "Forside afsender", spacing(0, 1900, 264), BOLD + letters(26, TEXT)
        ),
        Style("ForsideFakta", "Forside fakta", FACTS, letters(22)),
        Style("ForsideStatus", "Forside status", _status(look), BOLD + letters(28, look.accent)),
        Style("Bemaerkning", "Bemærkning", "<w:keepLines/>" + _notice(), letters(20, CARE)),
        Style("Kort", "Kort", spacing(0, 0, 276) + CENTRED, letters(32, TEXT)),
    )


SOURCE_PPR = (
    '<w:numPr><w:numId w:val="{sources}"/></w:numPr>'
    + spacing(0, 90, 276)
    + '<w:ind w:left="567" w:hanging="567"/>'
)
THIN_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
FACTS = (
    '<w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs>'
    + spacing(0, 60, 276)
    + '<w:ind w:left="1985" w:hanging="1985"/>'
)


def _status(look: Look) -> str:
    edge = f"<w:pBdr>{rule('top', look.accent, 12, 14)}</w:pBdr>"
    return "<w:keepNext/>" + edge + spacing(4000, 200, 264)


def _notice() -> str:
    edges = "".join(rule(s, CARE, 6, 6) for s in ("top", "left", "bottom", "right"))
    return (
        f"<w:pBdr>{edges}</w:pBdr>" + spacing(480, 0, 276) + '<w:ind w:left="142" w:right="142"/>'
    )


def other_styles(look: Look) -> tuple[Style, ...]:
    """The styles of letters and tables."""
    return (
        Style("Standardskrift", "Default Paragraph Font", based="", kind="character"),
        Style(
            "Hyperlink",
            "Hyperlink",
            rpr=f'<w:color w:val="{look.accent}"/><w:u w:val="single"/>',
            based="",
            kind="character",
        ),
        Style("TabelNormal", "Normal Table", based="", kind="table", link=_PLAIN_TABLE),
        Style("Strategitabel", "Strategitabel", based="", kind="table", link=_table(look)),
    )


_PLAIN_TABLE = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)


def _table(look: Look) -> str:
    """Hairlines between the rows, and a header that stands out by shade, line and weight."""
    lines = rule("top", look.accent, 8, 0) + rule("bottom", look.accent, 8, 0)
    inner = rule("insideH", HAIRLINE, 4, 0)
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{lines}{inner}</w:tblBorders>'
        '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="113" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f"<w:tcBorders>{rule('bottom', look.accent, 8, 0)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.soft}"/></w:tcPr></w:tblStylePr>'
    )


def styles_part(look: Look, places: Mapping[str, int]) -> str:
    """A whole styles.xml; `places` are the numbers that `placed` fills in."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    styles = "".join(style.xml() for style in (*paragraph_styles(look), *other_styles(look)))
    return (
        f"<w:styles {DECLARED}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{LANGUAGE}</w:rPr>"
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>{placed(styles, places)}</w:styles>"
    )


def placed(xml: str, places: Mapping[str, int]) -> str:
    """The text with the numbers of lists and the width of the text in their places."""
    for name, value in places.items():
        xml = xml.replace(f"{{{name}}}", str(value))
    return xml
