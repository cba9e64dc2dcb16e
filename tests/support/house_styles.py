"""Word files as a municipality might hand them in: plain ones, and ones that call and run."""

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from strategykit.drafting.word.surfaces import dot

WINE = "6B1E3A"
LETTERHEAD = "Eksempel Kommune, Rådhuspladsen 1"
DANISH_IDS = {
    "Title": "Titel",
    "Heading1": "Overskrift1",
    "Heading2": "Overskrift2",
    "Heading3": "Overskrift3",
    "ListBullet": "Opstilling-punkttegn",
    "Caption": "Billedtekst",
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def house_style(lacking: Iterable[str] = (), heading_colour: str = WINE) -> bytes:
    """A letterhead in wine red with the ids that Danish Word gives; some styles may be left out."""
    document = docx.Document()
    _colour_headings(document, heading_colour)
    for name in lacking:
        document.styles[name].delete()
    _rename_ids(document)
    _draw_letterhead(document)
    document.add_heading("Brødtekst, som ikke hører til skabelonen", 1)
    document.add_paragraph("Denne tekst må ikke komme med i udkastet.")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _colour_headings(document: docx.document.Document, colour: str) -> None:
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        font = document.styles[name].font
        font.name, font.color.rgb = "Georgia", RGBColor.from_string(colour)
        font.element.rPr.rFonts.attrib.clear()
        font.name = "Georgia"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(11)
    own = document.styles.add_style("Kommunens egen", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Normal"]


def _rename_ids(document: docx.document.Document) -> None:
    """Ids are Word's own affair, and in Danish Word they are Danish; the names stay."""
    for element in document.styles.element.iter():
        for key in (qn("w:styleId"), qn("w:val")):
            if element.get(key) in DANISH_IDS and element.tag != qn("w:name"):
                element.set(key, DANISH_IDS[element.get(key)])


def _draw_letterhead(document: docx.document.Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    line = section.header.paragraphs[0]
    line.add_run().add_picture(BytesIO(dot(WINE)), width=Mm(10))
    line.add_run(f" {LETTERHEAD}")


def with_parts(data: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """The same file with some of its parts replaced or added."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def part(data: bytes, name: str) -> str:
    """One part of the file as text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    """The names of all parts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def calling_house_style(address: str) -> bytes:
    """A letterhead that calls an address by template, picture, link and field."""
    data = house_style()
    settings = part(data, "word/settings.xml").replace(
        "<w:zoom", f'<w:attachedTemplate xmlns:r="{_RELATION}" r:id="rIdT"/><w:zoom', 1
    )
    head = next(name for name in names(data) if name.startswith("word/header"))
    fields = _field(f'INCLUDEPICTURE "{address}/felt.png"') + _field("PAGE")
    link = '<w:hyperlink r:id="rIdL"><w:r><w:t>Kommunens hjemmeside</w:t></w:r></w:hyperlink>'
    calls = f"<w:p>{fields}{link}{_linked_picture()}</w:p>"
    header = part(data, head).replace("</w:hdr>", f"{calls}</w:hdr>")
    return with_parts(
        data,
        {
            "word/settings.xml": settings,
            "word/_rels/settings.xml.rels": _relations(
                ("rIdT", "attachedTemplate", f"{address}/skabelon.dotx")
            ),
            head: header,
            f"word/_rels/{head.split('/')[1]}.rels": part(
                data, f"word/_rels/{head.split('/')[1]}.rels"
            ).replace(
                "</Relationships>",
                _rows(
                    ("rIdL", "hyperlink", f"{address}/side"),
                    ("rIdP", "image", f"{address}/logo.png"),
                )
                + "</Relationships>",
            ),
        },
    )


def with_drawing_that_links(data: bytes, address: str) -> bytes:
    """The logo leads to an address when it is clicked, and bears an SVG that calls one."""
    head = next(name for name in names(data) if name.startswith("word/header"))
    rels = f"word/_rels/{head.split('/')[1]}.rels"
    link = f'<a:hlinkClick r:id="rIdK" xmlns:a="{_DRAWING}/main"/>'
    svg = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg='
        '"http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdS"/></a:ext>'
        "</a:extLst>"
    )
    header = part(data, head)
    header = re.sub(r"(<wp:docPr [^>]*)/>", rf"\1>{link}</wp:docPr>", header)
    header = re.sub(r"(<a:blip [^>]*)/>", rf"\1>{svg}</a:blip>", header)
    inside = f'<Relationship Id="rIdS" Type="{_RELATION}/image" Target="media/logo.svg"/>'
    more = _rows(("rIdK", "hyperlink", f"{address}/klik")) + inside
    types = part(data, "[Content_Types].xml")
    return with_parts(
        data,
        {
            head: header,
            rels: part(data, rels).replace("</Relationships>", f"{more}</Relationships>"),
            "word/media/logo.svg": f'<svg><image href="{address}/i.png"/></svg>',
            "[Content_Types].xml": types.replace(
                "<Default ", '<Default Extension="svg" ContentType="image/svg+xml"/><Default ', 1
            ),
        },
    )


def with_older_drawings(data: bytes, address: str) -> bytes:
    """A drawing of the older kind in the head, and a bullet whose picture lies elsewhere."""
    head = next(name for name in names(data) if name.startswith("word/header"))
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    called = f'<v:imagedata src="{address}/v.png"/>'
    shape = f'<w:pict><v:shape {vml} href="{address}/klik">{called}</v:shape></w:pict>'
    linked = f'<v:imagedata r:id="rIdB" xmlns:r="{_RELATION}"/>'
    inside = f"<w:pict><v:shape {vml}>{linked}</v:shape></w:pict>"
    bullet = f'<w:numPicBullet w:numPicBulletId="0">{inside}</w:numPicBullet>'
    numbering = part(data, "word/numbering.xml")
    numbering = numbering.replace("<w:abstractNum ", f"{bullet}<w:abstractNum ", 1)
    numbering = numbering.replace("<w:lvlJc ", '<w:lvlPicBulletId w:val="0"/><w:lvlJc ', 1)
    return with_parts(
        data,
        {
            head: part(data, head).replace("</w:hdr>", f"<w:p><w:r>{shape}</w:r></w:p></w:hdr>"),
            "word/numbering.xml": numbering,
            "word/_rels/numbering.xml.rels": _relations(("rIdB", "image", f"{address}/b.png")),
        },
    )


def _field(order: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {order} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _linked_picture() -> str:
    uri = _DRAWING
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{uri}/wordprocessingDrawing"><wp:extent cx="9" '
        f'cy="9"/><wp:docPr id="77" name="x"/><a:graphic xmlns:a="{uri}/main"><a:graphicData '
        f'uri="{uri}/picture"><pic:pic xmlns:pic="{uri}/picture"><pic:nvPicPr><pic:cNvPr id="0" '
        'name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rIdP"/>'
        "</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def _relations(*rows: tuple[str, str, str]) -> str:
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{_rows(*rows)}</Relationships>'


def _rows(*rows: tuple[str, str, str]) -> str:
    return "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/{kind}" Target="{target}" '
        'TargetMode="External"/>'
        for key, kind, target in rows
    )
