"""What a zip file from outside must go through before anything in it is used."""

import stat
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from strategykit.errors import FileBroken, FileLocked, FileTooLarge, FileUnsafe

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENTRY_MARK = b"PK\x01\x02"
_CHUNK = 1 << 16
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True)
class ZipLimits:
    """How much a file may hold: bytes packed, bytes unpacked, entries."""

    packed: int = 25_000_000
    unpacked: int = 100_000_000
    entries: int = 1_000


WORD_LIMITS = ZipLimits()


def opened_zip(
    data: bytes, limits: ZipLimits = WORD_LIMITS, expected: str = "en zip-fil"
) -> dict[str, bytes]:
    """Every file by its name; `expected` says in the error what kind of file it should be."""
    _check_outside(data, limits)
    if data.startswith(_OLE):
        # Word and Excel wrap a file with a password in this container, which older files are too
        raise FileLocked if _LOCKED in data else FileBroken(expected)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read(archive, limits)
    except _BROKEN as trouble:
        raise FileBroken(expected) from trouble


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    UnicodeDecodeError,
    ValueError,
)
"""What zipfile raises on files that are cut off, altered, or packed in ways it does not know."""


def _check_outside(data: bytes, limits: ZipLimits) -> None:
    if len(data) > limits.packed:
        raise FileTooLarge(f"den må højst fylde {limits.packed // 1_000_000} MB")
    # zipfile reads the whole list of entries before one can count it; a file packed in the file
    # adds marks of its own, hence the room
    if data.count(_ENTRY_MARK) > 20 * limits.entries:
        raise _too_many(limits)


def _read(archive: zipfile.ZipFile, limits: ZipLimits) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise _too_many(limits)
    _check_names(entries)
    files: dict[str, bytes] = {}
    left = limits.unpacked
    for entry in entries:
        if entry.is_dir():
            continue
        files[entry.filename] = _unpacked(archive, entry, left, limits)
        left -= len(files[entry.filename])
    return files


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if _climbs(name) or stat.S_ISLNK(entry.external_attr >> 16) or name.lower() in seen:
            raise FileUnsafe(name)
        seen.add(name.lower())


def _climbs(name: str) -> bool:
    """Whether the name is not plainly that of a file below the folder it is unpacked in."""
    odd = not name or name.startswith("/") or any(mark in name for mark in "\\:\0")
    return odd or any(part in ("..", ".") for part in name.split("/"))


def _unpacked(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, limits: ZipLimits
) -> bytes:
    """The entry's bytes, counted while they come: the size that the file states may be a lie."""
    if entry.flag_bits & 0x1:
        raise FileLocked
    if entry.compress_type not in _PACKINGS:
        raise NotImplementedError(entry.compress_type)
    pieces: list[bytes] = []
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                most = limits.unpacked // 1_000_000
                raise FileTooLarge(f"den må højst fylde {most} MB, når den er pakket ud")
            pieces.append(piece)
    return b"".join(pieces)


def _too_many(limits: ZipLimits) -> FileTooLarge:
    return FileTooLarge(f"den må højst rumme {limits.entries} filer")


def refuse_doctype(name: str, xml: bytes) -> None:
    """Raises FileUnsafe for a DTD, which can name entities, files and addresses."""

    def stop(*_: object) -> None:
        raise FileUnsafe(name)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = stop
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as trouble:
        raise FileBroken("et Office-dokument") from trouble
