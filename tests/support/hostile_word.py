"""Word files that are meant to harm, or are none: by name, as bytes."""

import io
import zipfile

from tests.support.sent_drafts import sent_file
from tests.support.word_marks import BY, MAIN, NAMES, new, office, packed, parts_of, with_part

_HEAD = f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMES}><w:body>'
_TAIL = "</w:body></w:document>"
MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CALLED = ("billede.png", "objekt.bin", "ramme.html", "del.docx", "skabelon.dotm")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_main(content: str | bytes) -> bytes:
    """A file whose text is that."""
    return packed({**parts_of(sent_file()), MAIN: _bytes(content)})


def body(content: str) -> bytes:
    """The same with the usual frame around it."""
    return with_main(_HEAD + content + _TAIL)


def refused_files() -> dict[str, bytes]:
    """All that must be refused, by what they are."""
    good = sent_file()
    parts = parts_of(good)
    return {
        "a zip bomb": _bomb(),
        "a tree bomb": body("<w:p/>" * 3_000_000),
        "too many paragraphs": body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 20_001),
        "the same words over and over": body(
            "<w:p><w:r><w:t>Celle 00a</w:t></w:r></w:p>" * 19_000
        ),
        "too many marks": body(f"<w:p>{new('x')}</w:p>" * 5_001),
        "a deep tree": body("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000),
        "a long word": body(f"<w:p><w:r><w:t>{'x' * 11_000_000}</w:t></w:r></w:p>"),
        "nested entities": with_main(_laughs()),
        "an entity from a file": with_main(
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
            f"<w:document {NAMES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p>{_TAIL}"
        ),
        "macros": packed({**parts, "word/vbaProject.bin": OLE}),
        "macros by type": packed(
            {n: b.replace(PLAIN, MACRO) if n.startswith("[C") else b for n, b in parts.items()}
        ),
        "a password": OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "an old .doc": OLE + b"\0" * 2_000,
        "200 MB": b"PK\x03\x04" + bytes(200_000_000),
        "cut off": good[: len(good) // 2],
        "an .odt": packed({"mimetype": b"application/vnd.oasis.opendocument.text",
                           "content.xml": b"<office/>"}),
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(4_000),
        "nothing": b"",
        "no text": packed({n: b for n, b in parts.items() if n != MAIN}),
        "no XML": with_main("Kære udvalg"),
    }  # fmt: skip


def readable_files() -> dict[str, bytes]:
    """What is odd and slow to read, but is read."""
    ids = range(2_000)
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in ids)
    ends = "".join(f'<w:commentRangeEnd w:id="{n}"/>' for n in ids)
    comments = "".join(
        f'<w:comment w:id="{n}" {BY}><w:p><w:r><w:t>{n}</w:t></w:r></w:p></w:comment>' for n in ids
    )
    lines = "<w:p><w:r><w:t>Det samme igen og igen.</w:t></w:r></w:p>" * 1_000
    many = parts_of(body(f"<w:p>{starts}</w:p>{lines}<w:p>{ends}</w:p>"))
    many["word/comments.xml"] = f"<w:comments {NAMES}>{comments}</w:comments>".encode()
    relations = "word/_rels/document.xml.rels"
    arrow = (
        b'<Relationship Id="rIdK" Target="comments.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/comments"/></Relationships>'
    )
    many[relations] = many[relations].replace(b"</Relationships>", arrow)
    moves = "".join(
        f'<w:p><w:moveFrom w:id="1" {BY}><w:r><w:t>fra {n}</w:t></w:r></w:moveFrom></w:p>'
        f'<w:p><w:moveTo w:id="2" {BY}><w:r><w:t>til {n}</w:t></w:r></w:moveTo></w:p>'
        for n in range(1_000)
    )
    return {
        "2,000 comments over 1,000 paragraphs": packed(many),
        "1,000 moves to nowhere": body(moves),
    }


def that_calls(data: bytes, address: str) -> bytes:
    """The same with all that a word processor would fetch from the address."""
    for kind, name in (
        ("image", "billede.png"), ("oleObject", "objekt.bin"), ("hyperlink", "side.html"),
        ("frame", "ramme.html"), ("subDocument", "del.docx"),
    ):  # fmt: skip
        data = with_part(data, name, office(kind), "", outside=f"{address}/{name}")
    parts = parts_of(data)
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office("attachedTemplate")}" TargetMode="External" '
        f'Target="{address}/skabelon.dotm"/></Relationships>'
    ).encode()
    return packed(parts)


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts_of(sent_file()).items():
            archive.writestr(name, blob)
        with archive.open("word/media/stor.bin", "w") as stream:
            for _ in range(400):
                stream.write(bytes(1_000_000))
    return out.getvalue()


def _laughs() -> str:
    names = [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12)]
    return (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{"".join(names)}]><w:document {NAMES}><w:body><w:p><w:r>'
        f"<w:t>&l11;</w:t></w:r></w:p>{_TAIL}"
    )


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
