"""Two entries of the same person made one."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from strategykit.domain.entry import Entry

Kind = TypeVar("Kind", bound=Entry)


def pointing_to(thing: Kind, gone_id: str, kept_id: str) -> Kind:
    """The thing with the one person wherever it pointed to the other."""
    changes: dict[str, Any] = {
        part.name: _moved(getattr(thing, part.name), gone_id, kept_id)
        for part in fields(thing)
        if part.metadata.get("refs") == "people" or part.name == "voter"
    }
    return replace(thing, **changes) if changes else thing


def _moved(value: object, gone_id: str, kept_id: str) -> object:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(kept_id if one == gone_id else one for one in value))
    return kept_id if value == gone_id else value
