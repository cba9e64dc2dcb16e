"""The JSON Schema by which an editor helps whoever writes a template.

An editor reads `60` as a number and `ja` as a text, where we read both as they are written; so the
schema takes both. What must fit between values (minutes, names) only the program itself checks.
"""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, get_origin

from strategykit.domain.catalogue import PAGES
from strategykit.domain.template import Template
from strategykit.domain.template_meetings import MeetingPlan
from strategykit.domain.template_words import NAMED, field_label, one_of, part_label
from strategykit.domain.text import LONGEST
from strategykit.template_files.fields import item_kind, kinds_of
from strategykit.template_files.links import VOCABULARY
from strategykit.template_files.values import CLOCK, KEY

SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number", "boolean"]
_WHOLE = r"^\s*[0-9]{1,9}\s*$"


def template_schema(indicators: Collection[str]) -> dict[str, Any]:
    """The schema; `indicators` are the keys of the catalogue."""
    schemas: dict[str, Any] = {}
    root = _object(Template, schemas, {"indicators": list(indicators)})
    return {
        "$schema": SCHEMA,
        "title": "Skabelon til Strategiværksted",
        **root,
        "$defs": dict(sorted(schemas.items())),
    }


def _object(kind: type, schemas: dict[str, Any], known: Mapping[str, list[str]]) -> dict[str, Any]:
    parts = {part.name: part for part in fields(kind)}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, part in parts.items() if _required(part)],
        "properties": {
            name: _described(kind, part, _part(kind, part, schemas, known))
            for name, part in parts.items()
        },
    }


def _required(part: Field[Any]) -> bool:
    return part.default is MISSING and part.default_factory is MISSING


def _described(owner: type, part: Field[Any], schema: dict[str, Any]) -> dict[str, Any]:
    label = part_label(part.name) if owner is Template else field_label(owner, part.name)
    return {"description": label, **schema}


def _part(
    owner: type, part: Field[Any], schemas: dict[str, Any], known: Mapping[str, list[str]]
) -> dict[str, Any]:
    kind = kinds_of(owner)[part.name]
    if get_origin(kind) is Mapping:
        names = {"enum": list(PAGES)}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": _text(listed=True),
        }
    inner = item_kind(kind)
    if inner is None:
        return _value(owner, part, kind, schemas, known)
    schema = {"type": "array", "items": _value(owner, part, inner, schemas, known)}
    return {**schema, "minItems": 1} if _required(part) else schema


def _value(
    owner: type, part: Field[Any], kind: Any, schemas: dict[str, Any],
    known: Mapping[str, list[str]],
) -> dict[str, Any]:  # fmt: skip
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in schemas:
            schemas[kind.__name__] = {}
            about = {"title": one_of(kind)}
            schemas[kind.__name__] |= about | _object(kind, schemas, {})
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [choice.value for choice in kind]}
    if kind in (bool, int, Decimal):
        return _number(kind, part.metadata)
    words = VOCABULARY.get((owner, part.name)) or known.get(part.name)
    return _words(part.name, words) if words else _plain(owner, part)


def _words(name: str, words: Collection[str]) -> dict[str, Any]:
    meant = NAMED.get(name, {})
    schema: dict[str, Any] = {"enum": list(words)}
    return {**schema, "enumDescriptions": [meant.get(w, w) for w in words]} if meant else schema


def _number(kind: Any, about: Mapping[str, Any]) -> dict[str, Any]:
    if kind is bool:
        return {"enum": ["ja", "nej", True, False, "true", "false"]}
    limits = {"minimum": about["least"], "maximum": about["most"]} if "least" in about else {}
    if kind is int:
        return {"type": ["integer", "string"], **limits, "pattern": _WHOLE}
    return {"type": ["number", "string"], **limits}


def _plain(owner: type, part: Field[Any]) -> dict[str, Any]:
    listed = item_kind(kinds_of(owner)[part.name]) is not None
    schema = _text(listed=listed or _required(part))
    if part.name == "key":
        blank = "" if _required(part) else "|^$"
        return {**schema, "pattern": f"^{KEY}${blank}"}
    if (owner, part.name) == (MeetingPlan, "starts"):
        return {**schema, "pattern": f"^{CLOCK}$"}
    return schema


def _text(*, listed: bool) -> dict[str, Any]:
    """A text that must say something when it is `listed` or needed."""
    schema = {"type": _TEXT, "maxLength": LONGEST}
    return {**schema, "minLength": 1} if listed else schema
