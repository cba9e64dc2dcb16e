"""The names that a template file can hold."""

from dataclasses import fields, is_dataclass
from typing import get_args

from strategykit.template_files.fields import kinds_of


def fields_of(kind: type) -> set[str]:
    """The names of all fields of a dataclass and of those inside it."""
    found = {part.name for part in fields(kind)}
    for inner in kinds_of(kind).values():
        for each in (inner, *get_args(inner)):
            if isinstance(each, type) and is_dataclass(each):
                found |= fields_of(each)
    return found
