"""The empty Word document that a draft without a house style is written into.

python-docx's own start document is not used: it carries a thumbnail, another author's properties
and some 160 styles, which every file would have to be cleaned of.
"""

import zipfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE as CT

from strategykit.drafting.word.lists import Lists, numbering_part
from strategykit.drafting.word.look import FONT, Look
from strategykit.drafting.word.oxml import DECLARED, one_line
from strategykit.drafting.word.styles import styles_part
from strategykit.drafting.word.theme import theme_part

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("styles", "numbering", "settings", "fontTable")
_THEME = "word/theme/theme1.xml"
TEXT_WIDTH = 9072
"""16 cm in twentieths of a point: A4 with 2.5 cm at each side."""

PAPER = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1417" w:bottom="1474" '
    'w:left="1417" w:header="737" w:footer="680" w:gutter="0"/>'
)


@lru_cache(maxsize=1)
def base_document() -> bytes:
    """The document as bytes for python-docx to open."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in _files().items():
            archive.writestr(name, _HEAD + xml)
    return stream.getvalue()


def _files() -> dict[str, str]:
    lists = Lists()
    places = {"bullets": lists.bullets, "sources": lists.sources, "width": TEXT_WIDTH}
    kinds = {"document": "document.main", **{part: part for part in _PARTS}}
    return {
        "[Content_Types].xml": content_types(
            {f"word/{part}.xml": f"{_WORD}.{kind}+xml" for part, kind in kinds.items()}
            | {_THEME: CT.OFC_THEME}
        ),
        "_rels/.rels": relations_part([("rId1", "officeDocument", "/word/document.xml")]),
        "word/document.xml": section_document(f"<w:sectPr>{PAPER}<w:titlePg/></w:sectPr>"),
        "word/_rels/document.xml.rels": relations_part(
            [(f"rId{n}", part, f"/word/{part}.xml") for n, part in enumerate(_PARTS, 1)]
            + [("rId9", "theme", f"/{_THEME}")]
        ),
        "word/styles.xml": styles_part(Look(), places),
        "word/numbering.xml": numbering_part(lists),
        "word/settings.xml": settings_part(),
        "word/fontTable.xml": _font_table(),
        _THEME: theme_part(),
    }


def section_document(section: str) -> str:
    """A document without text, with the page set-up given as XML."""
    return f"<w:document {DECLARED}><w:body>{section}</w:body></w:document>"


def content_types(kinds: Mapping[str, str]) -> str:
    """[Content_Types].xml for parts named without the leading stroke."""
    overrides = "".join(
        f'<Override PartName="/{one_line(name)}" ContentType="{one_line(kind)}"/>'
        for name, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations_part(relations: Iterable[tuple[str, str, str]]) -> str:
    """A .rels file: id, kind and target of each."""
    inside = "".join(
        f'<Relationship Id="{one_line(key)}" Type="{_RELATION}/{kind}" '
        f'Target="{one_line(target)}"/>'
        for key, kind, target in relations
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{inside}</Relationships>'


def settings_part(more: str = "") -> str:
    """Danish punctuation, and the layout of today's Word instead of its compatibility mode.

    Long Danish words may be divided, but only the styles of table cells let them. `more` is
    what a house style wants besides.
    """
    return (
        f'<w:settings {DECLARED}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        f'<w:hyphenationZone w:val="425"/>{more}<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _font_table() -> str:
    return (
        f'<w:fonts {DECLARED}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
