"""What a zip file from outside must go through before anything in it is used."""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from strategykit.errors import FileBroken, FileLocked, FileTooLarge, FileUnsafe

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENTRY_MARK = b"PK\x01\x02"
_CHUNK = 1 << 16
_LOCKED_FLAG = 0x1
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
    archive = _archive(data, limits, expected)
    try:
        with archive:
            return _read(archive, limits)
    except _BROKEN as trouble:
        raise FileBroken(expected) from trouble


class ZipParts(Mapping[str, bytes]):
    """The files by their names, each unpacked when it is asked for: what nobody reads stays packed.

    Raises the kinds of BadFile, for what is in a file first when it is read.
    """

    def __init__(
        self, data: bytes, limits: ZipLimits = WORD_LIMITS, expected: str = "en zip-fil"
    ) -> None:
        self._limits, self._expected = limits, expected
        self._archive = _archive(data, limits, expected)
        entries = self._archive.infolist()
        _check_entries(entries, limits)
        # no file gives more bytes than it states: zipfile stops there
        if sum(entry.file_size for entry in entries) > limits.unpacked:
            raise _too_much(limits)
        if any(entry.flag_bits & _LOCKED_FLAG for entry in entries):
            raise FileLocked
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}

    def __getitem__(self, name: str) -> bytes:
        entry = self._entries[name]
        try:
            return _unpacked(self._archive, entry, self._limits.unpacked, self._limits)
        except _BROKEN as trouble:
            raise FileBroken(self._expected) from trouble

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def _archive(data: bytes, limits: ZipLimits, expected: str) -> zipfile.ZipFile:
    _check_outside(data, limits)
    if data.startswith(_OLE):
        # Word and Excel wrap a file with a password in this container, which older files are too
        raise FileLocked if _LOCKED in data else FileBroken(expected)
    try:
        return zipfile.ZipFile(BytesIO(data))
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
    _check_entries(entries, limits)
    files: dict[str, bytes] = {}
    left = limits.unpacked
    for entry in entries:
        if entry.is_dir():
            continue
        files[entry.filename] = _unpacked(archive, entry, left, limits)
        left -= len(files[entry.filename])
    return files


def _check_entries(entries: list[zipfile.ZipInfo], limits: ZipLimits) -> None:
    if len(entries) > limits.entries:
        raise _too_many(limits)
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
    if entry.flag_bits & _LOCKED_FLAG:
        raise FileLocked
    if entry.compress_type not in _PACKINGS:
        raise NotImplementedError(entry.compress_type)
    pieces: list[bytes] = []
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise _too_much(limits)
            pieces.append(piece)
    return b"".join(pieces)


def _too_much(limits: ZipLimits) -> FileTooLarge:
    most = limits.unpacked // 1_000_000
    return FileTooLarge(f"den må højst fylde {most} MB, når den er pakket ud")


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
