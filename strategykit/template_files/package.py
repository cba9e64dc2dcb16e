"""A package of templates: a zip with a manifest, written and read."""

import hashlib
import io
import json
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from pydantic import TypeAdapter, ValidationError

from strategykit.domain.intake import ZipLimits, opened_zip
from strategykit.domain.template import Template
from strategykit.domain.template_package import (
    PACKAGE_FORMAT,
    Manifest,
    PackagedTemplate,
    PackedTemplate,
    TemplatePackage,
)
from strategykit.domain.text import checked_text
from strategykit.errors import BadEntry, PackageBroken, PackageTooNew, TemplateProblems
from strategykit.template_files.problems import quoted
from strategykit.template_files.reading import read_template_bytes

MANIFEST, TEMPLATES, STYLES = "manifest.json", "skabeloner/", "word/"
IS = "en pakke med skabeloner"
MOST_TEMPLATES = 50
_LIMITS = ZipLimits(packed=25_000_000, unpacked=100_000_000, entries=2 * MOST_TEMPLATES + 1)
_MANIFEST_BYTES = 200_000
_SAID = ("key", "name", "version", "author", "licence", "origin")
_OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier day; the same package is the same bytes


def write_package(templates: Sequence[PackagedTemplate], note: str, day: date) -> bytes:
    """The zip; the same templates on the same day give the same bytes."""
    parts: dict[str, bytes] = {}
    lines: list[PackedTemplate] = []
    for each in templates:
        stem = f"{each.template.key}-{len(lines) + 1}"
        line = _line(each, f"{TEMPLATES}{stem}.yaml", f"{STYLES}{stem}.docx")
        lines.append(line)
        parts[line.file] = each.text.encode()
        if line.house_style:
            parts[line.house_style] = each.house_style
    manifest = Manifest(
        format=PACKAGE_FORMAT, note=note, made_on=day.isoformat(), templates=tuple(lines)
    )
    said = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
    return _zipped({MANIFEST: said} | parts)


def read_package(data: bytes, indicators: Collection[str] | None = None) -> TemplatePackage:
    """The package, whole; raises BadFile, or TemplateProblems with the mistakes of all templates.

    The Word files are read as they are: whether they can be worn is for the caller to try.
    """
    files = opened_zip(data, _LIMITS, IS)
    manifest = _manifest(files)
    if wrong := list(_misfits(manifest, files)):
        raise PackageBroken(tuple(wrong))
    templates = _templates(manifest, files, indicators)
    if wrong := list(_untrue(manifest, templates)):
        raise PackageBroken(tuple(wrong))
    packed = (
        PackagedTemplate(template, text, files[line.house_style] if line.house_style else b"")
        for line, (template, text) in zip(manifest.templates, templates, strict=True)
    )
    return TemplatePackage(manifest.note, manifest.made_on, tuple(packed))


def _line(each: PackagedTemplate, file: str, style: str) -> PackedTemplate:
    said = {name: str(getattr(each.template, name)) for name in _SAID}
    styled = {"house_style": style, "house_style_checksum": _sum(each.house_style)}
    return PackedTemplate(
        file=file, checksum=_sum(each.text.encode()), **said, **(styled if each.house_style else {})
    )


def _manifest(files: Mapping[str, bytes]) -> Manifest:
    if MANIFEST not in files:
        raise PackageBroken((f"filen {MANIFEST} mangler",))
    if len(files[MANIFEST]) > _MANIFEST_BYTES:
        raise PackageBroken((f"filen {MANIFEST} er for stor",))
    try:
        text = checked_text(MANIFEST, files[MANIFEST].decode(), _MANIFEST_BYTES)
        said = json.loads(text)
    except BadEntry as refused:
        raise PackageBroken((str(refused),)) from refused
    except (ValueError, RecursionError) as trouble:
        raise PackageBroken((f"filen {MANIFEST} kan ikke læses",)) from trouble
    if isinstance(said, dict) and said.get("format") != PACKAGE_FORMAT and "format" in said:
        raise PackageTooNew(said["format"])
    try:
        return TypeAdapter(Manifest).validate_python(said)
    except (ValidationError, RecursionError) as trouble:
        raise PackageBroken(_places(trouble)) from trouble


def _places(trouble: Exception) -> tuple[str, ...]:
    if not isinstance(trouble, ValidationError):
        return (f"filen {MANIFEST} kan ikke læses",)
    found = trouble.errors(include_url=False, include_context=False, include_input=False)
    names = dict.fromkeys(".".join(str(step) for step in each["loc"]) for each in found)
    return tuple(
        f"filen {MANIFEST} passer ikke" + (f" ved {quoted(name)}" if name else "") for name in names
    )


def _misfits(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[str]:
    """What the list and the files of the zip do not agree on."""
    named = [(t.file, t.checksum) for t in manifest.templates]
    named += [(t.house_style, t.house_style_checksum) for t in manifest.templates if t.house_style]
    sums = dict(named)
    if not named:
        yield f"filen {MANIFEST} nævner ingen skabeloner"
    if len(sums) != len(named):
        yield f"filen {MANIFEST} nævner den samme fil to gange"
    yield from filter(None, (_misfit(name, sums[name], files) for name in sums))
    beside = (name for name in files if name not in sums and name != MANIFEST)
    yield from (f"filen {quoted(name)} står ikke i {MANIFEST}" for name in beside)


def _misfit(name: str, checksum: str, files: Mapping[str, bytes]) -> str:
    if name not in files:
        return f"filen {quoted(name)} står i {MANIFEST}, men er ikke i pakken"
    changed = _sum(files[name]) != checksum
    return f"filen {quoted(name)} er ændret, siden pakken blev lavet" if changed else ""


def _templates(
    manifest: Manifest, files: Mapping[str, bytes], indicators: Collection[str] | None
) -> list[tuple[Template, str]]:
    """Every template with its text; raises TemplateProblems with the mistakes of all of them."""
    read: list[tuple[Template, str]] = []
    problems: list[str] = []
    for line in manifest.templates:
        try:
            file = read_template_bytes(files[line.file], line.file.rpartition("/")[2], indicators)
            read.append((file.template, file.text))
        except TemplateProblems as refused:
            problems += refused.problems
    if problems:
        raise TemplateProblems(tuple(problems))
    return read


def _untrue(manifest: Manifest, templates: Sequence[tuple[Template, str]]) -> Iterator[str]:
    """What the list says of a template and the template does not; and what comes twice."""
    seen: set[tuple[str, str]] = set()
    for line, (template, _) in zip(manifest.templates, templates, strict=True):
        for name in _SAID:
            if getattr(line, name) != str(getattr(template, name)):
                yield (
                    f"filen {MANIFEST} siger {name}: {quoted(getattr(line, name))} om "
                    f"{quoted(line.file)}, men skabelonen siger {quoted(getattr(template, name))}"
                )
        if (template.key, template.version) in seen:
            yield f"skabelonen {quoted(template.key)} i udgave {template.version} er der to gange"
        seen.add((template.key, template.version))


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()
