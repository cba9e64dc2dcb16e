"""The finished file: its parts in a fixed order under one given time, so that equal is equal."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document

from strategykit.drafting.word.base import content_types

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_YEAR = 1980
_UNIX = 3
_READABLE = 0o600 << 16


def packed(
    document: Document, now: datetime, finished: Callable[[bytes], bytes] | None = None
) -> bytes:
    """The document as bytes; `now` is the time of every entry of the zip.

    `finished` is done to the text as it will stand in the file.
    """
    at = now.astimezone(UTC)
    # a zip file knows no time before this year
    stamp = (max(at.year, _FIRST_YEAR), at.month, at.day, at.hour, at.minute, at.second)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _entries(document, finished):
            entry = zipfile.ZipInfo(name.removeprefix("/"), stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return stream.getvalue()


def _entries(
    document: Document, finished: Callable[[bytes], bytes] | None
) -> Iterator[tuple[str, bytes]]:
    package = document.part.package
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    kinds = {str(part.partname)[1:]: str(part.content_type) for part in parts}
    yield "/[Content_Types].xml", (_HEAD + content_types(kinds)).encode()
    yield "/_rels/.rels", package.rels.xml
    for part in parts:
        is_text = part is document.part
        yield str(part.partname), finished(part.blob) if finished and is_text else part.blob
        if len(part.rels):
            yield str(part.partname.rels_uri), part.rels.xml
