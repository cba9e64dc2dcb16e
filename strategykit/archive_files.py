"""A process as one file: a zip with a manifest, the process as JSON and its uploads.

The form is published in docs/arkiv.schema.json; ARCHIVE_FORMAT grows when it changes, and a
reader for each earlier number stays.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from strategykit.domain.drafts import Upload
from strategykit.domain.earlier_archives import as_now
from strategykit.domain.entry import Entry
from strategykit.domain.intake import ZipLimits, opened_zip
from strategykit.domain.nouns import KIND_OF
from strategykit.domain.process import Process
from strategykit.errors import ArchiveBroken, ArchiveTooNew

ARCHIVE_FORMAT = 1
MANIFEST, CONTENT, FILES = "manifest.json", "forloeb.json", "filer/"
_LIMITS = ZipLimits(packed=50_000_000, unpacked=200_000_000, entries=1_000)
_IS = "et arkiv fra Strategiværksted"


@dataclass(frozen=True)
class ChangeLine:
    """A line of the change log as an archive carries it."""

    at: datetime
    person_id: str
    act: str
    subject: str
    subject_id: str
    hash: str


@dataclass(frozen=True)
class Archive:
    """Everything of one process; `things` leaves the process itself out."""

    process: Process
    things: Mapping[str, tuple[Entry, ...]]
    changes: tuple[ChangeLine, ...] = field(default=())


def write_archive(archive: Archive, now: datetime) -> bytes:
    """The zip; the same archive at the same moment gives the same bytes."""
    uploads = archive.things.get("Upload", ())
    content = _json(_plain(archive))
    parts = {CONTENT: content} | {
        f"{FILES}{u.id}": u.data for u in uploads if isinstance(u, Upload)
    }
    manifest = {
        "format": ARCHIVE_FORMAT,
        "program": "Strategiværksted",
        "forløb": archive.process.name,
        "titel": archive.process.title,
        "skrevet": now.isoformat(),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
    }
    return _zipped({MANIFEST: _json(manifest)} | parts, now)


def read_archive(data: bytes) -> Archive:
    """The archive; raises BadFile with what is wrong and where."""
    files = opened_zip(data, _LIMITS, _IS)
    manifest = _loaded(files, MANIFEST)
    if manifest.get("format") != ARCHIVE_FORMAT:
        raise ArchiveTooNew(manifest.get("format"))
    _check_sums(files, manifest.get("sha256"))
    return _archive(_loaded(files, CONTENT), files)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of forloeb.json."""
    kinds = {name: _adapter(name) for name in KIND_OF if name != "Process"}
    definitions: dict[str, Any] = {}
    things = {}
    for name, adapter in kinds.items():
        schema = adapter.json_schema(mode="serialization", ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        things[name] = {"type": "array", "items": schema}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Strategiværksted: et forløb",
        "type": "object",
        "required": ["process", "things", "changes"],
        "properties": {
            "process": _adapter("Process").json_schema(mode="serialization"),
            "things": {"type": "object", "properties": things, "additionalProperties": False},
            "changes": TypeAdapter(tuple[ChangeLine, ...]).json_schema(mode="serialization"),
        },
        "$defs": definitions
        | {"ChangeLine": TypeAdapter(ChangeLine).json_schema(mode="serialization")},
    }


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(KIND_OF[name])


def _plain(archive: Archive) -> dict[str, Any]:
    return {
        "process": _adapter("Process").dump_python(archive.process, mode="json"),
        "things": {
            name: [_plain_thing(name, t) for t in same] for name, same in archive.things.items()
        },
        "changes": TypeAdapter(tuple[ChangeLine, ...]).dump_python(archive.changes, mode="json"),
    }


def _plain_thing(name: str, thing: Entry) -> Any:
    bare = replace(thing, data=b"") if isinstance(thing, Upload) else thing
    return _adapter(name).dump_python(bare, mode="json")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _zipped(parts: Mapping[str, bytes], now: datetime) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def _loaded(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    try:
        loaded = json.loads(files[name])
    except (KeyError, ValueError, RecursionError) as trouble:
        raise ArchiveBroken(name) from trouble
    if not isinstance(loaded, dict):
        raise ArchiveBroken(name)
    return loaded


def _check_sums(files: Mapping[str, bytes], sums: object) -> None:
    if not isinstance(sums, dict) or set(sums) != set(files) - {MANIFEST}:
        raise ArchiveBroken(MANIFEST)
    for name, expected in sums.items():
        if hashlib.sha256(files[name]).hexdigest() != expected:
            raise ArchiveBroken(name)


def _archive(content: dict[str, Any], files: Mapping[str, bytes]) -> Archive:
    process = _thing("Process", content.get("process"), "process")
    things = content.get("things")
    if not isinstance(things, dict):
        raise ArchiveBroken(f"{CONTENT}, things")
    things = as_now(things)
    if not set(things) <= set(KIND_OF) - {"Process"}:
        raise ArchiveBroken(f"{CONTENT}, things")
    read = {
        name: tuple(_all(name, things.get(name, []), files))
        for name in KIND_OF
        if name != "Process"
    }
    archive = Archive(process, read, _changes(content.get("changes")))
    _check_ids(archive)
    return archive


def _all(name: str, things: object, files: Mapping[str, bytes]) -> Iterable[Entry]:
    if not isinstance(things, list):
        raise ArchiveBroken(f"{CONTENT}, {name}")
    for number, plain in enumerate(things, start=1):
        thing = _thing(name, plain, f"{name} nr. {number}")
        if isinstance(thing, Upload):
            thing = replace(thing, data=files.get(f"{FILES}{thing.id}", b""))
        yield thing


def _thing(name: str, plain: object, place: str) -> Any:
    known = {f.name for f in fields(KIND_OF[name])}
    if not isinstance(plain, dict) or not set(plain) <= known:
        raise ArchiveBroken(f"{CONTENT}, {place}")
    try:
        return _adapter(name).validate_python(plain)
    except ValidationError as trouble:
        where = ".".join(str(part) for part in trouble.errors()[0]["loc"])
        raise ArchiveBroken(f"{CONTENT}, {place}, {where}") from trouble


def _changes(plain: object) -> tuple[ChangeLine, ...]:
    try:
        return TypeAdapter(tuple[ChangeLine, ...]).validate_python(plain)
    except ValidationError as trouble:
        raise ArchiveBroken(f"{CONTENT}, changes") from trouble


def _check_ids(archive: Archive) -> None:
    if archive.process.id != archive.process.process_id:
        raise ArchiveBroken(f"{CONTENT}, process")
    for name, same in archive.things.items():
        ids = [thing.id for thing in same]
        if len(set(ids)) != len(ids) or any(t.process_id != archive.process.id for t in same):
            raise ArchiveBroken(f"{CONTENT}, {name}")
