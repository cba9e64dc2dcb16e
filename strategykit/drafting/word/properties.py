"""What the file says of itself: whose it is, from when, and which version of which draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from strategykit.drafting.word.oxml import one_line

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_CUSTOM = 2


@dataclass(frozen=True)
class Properties:
    """Title and the like; `custom` are the names that the review reads when the file returns."""

    title: str
    subject: str
    author: str
    company: str
    custom: Mapping[str, str]


def write_properties(document: Document, properties: Properties, now: datetime) -> None:
    """The start document says nothing of itself, so nothing has to be replaced."""
    package = document.part.package
    for name, kind, relation, xml in (
        ("core", _CORE, RT.CORE_PROPERTIES, _core(properties, now)),
        ("app", _APP, RT.EXTENDED_PROPERTIES, _app(properties)),
        ("custom", _CUSTOM, RT.CUSTOM_PROPERTIES, _custom(properties.custom)),
    ):
        blob = (_HEAD + xml).encode()
        package.relate_to(Part(PackURI(f"/docProps/{name}.xml"), kind, blob, package), relation)


def _core(properties: Properties, now: datetime) -> str:
    author = one_line(properties.author)
    at = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{one_line(properties.title)}</dc:title>"
        f"<dc:subject>{one_line(properties.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
        "<dc:language>da-DK</dc:language></cp:coreProperties>"
    )


def _app(properties: Properties) -> str:
    return (
        f'<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Application>Strategiv\u00e6rksted</Application>"
        f"<Company>{one_line(properties.company)}</Company></Properties>"
    )


def _custom(values: Mapping[str, str]) -> str:
    inside = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{one_line(name)}">'
        f"<vt:lpwstr>{one_line(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), _FIRST_CUSTOM)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{inside}</Properties>'
    )
