"""Zip files from outside."""

import stat
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategykit.domain.intake import ZipLimits, ZipParts, opened_zip, refuse_doctype
from strategykit.errors import BadFile, FileBroken, FileLocked, FileTooLarge, FileUnsafe

SMALL = ZipLimits(packed=10_000, unpacked=100_000, entries=5)


def packed(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return stream.getvalue()


def as_files(data: bytes) -> dict[str, bytes]:
    """All files at once."""
    return opened_zip(data, SMALL)


def said_of(data: bytes, read: Callable[[bytes], object] = as_files) -> str:
    """The sentence that the file gives, if it is not simply read."""
    try:
        read(data)
    except BadFile as trouble:
        return str(trouble)
    return "læst"


def test_a_plain_zip_gives_its_files_by_name() -> None:
    data = packed(("a.txt", b"et"), ("mappe/", b""), ("mappe/b.txt", b"to"))

    assert opened_zip(data) == {"a.txt": b"et", "mappe/b.txt": b"to"}


def test_more_bytes_than_may_be_read_are_refused() -> None:
    with pytest.raises(FileTooLarge, match="højst fylde 0 MB"):
        opened_zip(b"x" * 10_001, SMALL)


def test_a_bomb_is_stopped_while_it_unpacks() -> None:
    with pytest.raises(FileTooLarge, match="pakket ud"):
        opened_zip(packed(("bombe", b"\0" * 2_000_000)), SMALL)


def test_the_unpacked_bytes_of_all_files_count_together() -> None:
    files = tuple((f"fil{n}", b"\0" * 30_000) for n in range(4))

    with pytest.raises(FileTooLarge):
        opened_zip(packed(*files), SMALL)


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    data = bytearray(packed(("bombe", b"\0" * 2_000_000)))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + place
        data[start : start + 4] = (10).to_bytes(4, "little")

    with pytest.raises(BadFile):
        opened_zip(bytes(data), SMALL)


def test_too_many_files_are_refused() -> None:
    with pytest.raises(FileTooLarge, match="5 filer"):
        opened_zip(packed(*((f"fil{n}", b"") for n in range(6))), SMALL)


def test_a_list_of_files_that_is_itself_a_bomb_is_refused_before_it_is_read() -> None:
    with pytest.raises(FileTooLarge, match="5 filer"):
        opened_zip(b"PK\x01\x02" * 200, SMALL)


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "C:/a", "a\\b", "a/./b", "//server/a", "a\0b"]
)
def test_names_that_climb_out_are_refused(name: str) -> None:
    # zipfile mends some of these names when it writes, so the bad one is put in afterwards
    plain = "x" * len(name)
    data = packed((plain, b"x")).replace(plain.encode(), name.encode())

    with pytest.raises(FileUnsafe):
        opened_zip(data)


def test_two_files_of_one_name_are_refused_whatever_the_capitals() -> None:
    with pytest.raises(FileUnsafe, match=r"A\.txt"):
        opened_zip(packed(("a.txt", b"1"), ("A.txt", b"2")))


def test_a_link_in_place_of_a_file_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("genvej")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")

    with pytest.raises(FileUnsafe):
        opened_zip(stream.getvalue())


def test_a_file_with_a_password_is_named_as_such() -> None:
    data = bytearray(packed(("a.txt", b"et")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1

    with pytest.raises(FileLocked):
        opened_zip(bytes(data))


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_office_programs_do_not_use_are_refused(packing: int) -> None:
    with pytest.raises(FileBroken):
        opened_zip(packed(("a", b"x" * 100), packing=packing))


@given(st.binary(max_size=300))
def test_bytes_that_are_no_zip_give_a_sentence(data: bytes) -> None:
    assert "Intet af filen er gemt" in said_of(data)


@given(st.data())
def test_a_damaged_zip_is_read_or_gives_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(packed(("a.txt", b"et to tre"), ("b.txt", b"fire")))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))

    assert said_of(bytes(whole)) == "læst" or "Intet af filen er gemt" in said_of(bytes(whole))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_every_encoding(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a SYSTEM "http://x"><a/>'

    with pytest.raises(FileUnsafe, match="stykke"):
        refuse_doctype("stykke", xml.encode(encoding))


def test_plain_xml_passes_and_broken_xml_does_not() -> None:
    refuse_doctype("stykke", b"<a>&amp;</a>")

    with pytest.raises(FileBroken):
        refuse_doctype("stykke", b"<a>")


def as_parts(data: bytes) -> dict[str, bytes]:
    """What the reader that unpacks one file at a time finds in all of them."""
    return dict(ZipParts(data, SMALL))


def test_files_that_are_unpacked_one_by_one_are_the_same() -> None:
    data = packed(("a.txt", b"et"), ("mappe/", b""), ("mappe/b.txt", b"to"))

    parts = ZipParts(data)

    assert dict(parts) == opened_zip(data)
    assert ("a.txt" in parts, "mappe/" in parts, len(parts)) == (True, False, 2)


@pytest.mark.parametrize(
    "files",
    [
        (("bombe", b"\0" * 2_000_000),),
        tuple((f"fil{n}", b"\0" * 30_000) for n in range(4)),
        tuple((f"fil{n}", b"") for n in range(6)),
    ],
)
def test_what_is_too_much_is_refused_before_one_file_is_unpacked(
    files: tuple[tuple[str, bytes], ...],
) -> None:
    with pytest.raises(FileTooLarge):
        ZipParts(packed(*files), SMALL)


def test_a_file_that_states_too_small_a_size_gives_no_more_when_unpacked_by_itself() -> None:
    data = bytearray(packed(("bombe", b"\0" * 2_000_000)))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + place
        data[start : start + 4] = (10).to_bytes(4, "little")

    with pytest.raises(FileBroken):
        as_parts(bytes(data))


def test_a_locked_file_and_names_that_climb_are_refused_before_one_file_is_unpacked() -> None:
    locked = bytearray(packed(("a.txt", b"et")))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(FileLocked):
        ZipParts(bytes(locked), SMALL)
    with pytest.raises(FileUnsafe):
        ZipParts(packed(("../a.txt", b"et")), SMALL)


def test_a_file_that_was_altered_is_broken_when_it_is_read_and_only_then() -> None:
    whole = packed(("a.txt", b"et"), ("b.txt", b"to" * 50), packing=zipfile.ZIP_STORED)
    parts = ZipParts(whole.replace(b"to" * 50, b"ti" * 50), SMALL)

    assert parts["a.txt"] == b"et"
    with pytest.raises(FileBroken):
        parts["b.txt"]


@given(st.data())
def test_a_damaged_zip_that_is_unpacked_one_by_one_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(packed(("a.txt", b"et to tre"), ("b.txt", b"fire")))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))

    said = said_of(bytes(whole), as_parts)
    assert said == "læst" or "Intet af filen er gemt" in said
