"""The tree beside the template's dataclasses: which value fills which field."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_origin

from strategykit.domain.template_part import item_kind, kinds_of
from strategykit.template_files.tree import Fields, Items, Node

__all__ = ["Spot", "is_required", "item_kind", "kinds_of", "spots"]


@dataclass(frozen=True)
class Spot:
    """A value and the field that it fills; `listed` when it is one item of the field's list.

    `kind` is the type of the value itself, and `line` that of the field's name or of the item.
    """

    owner: type
    field: Field[Any]
    kind: Any
    line: int
    node: Node
    listed: bool = False

    @property
    def name(self) -> str:
        """The field's name, as it stands in the file."""
        return self.field.name

    @property
    def required(self) -> bool:
        """Whether the template must say something here."""
        return is_required(self.field)


def is_required(field: Field[Any]) -> bool:
    """Whether a template must fill the field."""
    return field.default is MISSING and field.default_factory is MISSING


def spots(owner: type, node: Node) -> tuple[Spot, ...]:
    """Every value under a dataclass, deep, in the order of the dataclasses' fields."""
    found: list[Spot] = []
    _gather(found, owner, node)
    return tuple(found)


def _gather(found: list[Spot], owner: type, node: Node) -> None:
    if not isinstance(node, Fields):
        return
    for part in _fields(owner):
        if part.name in node.parts:
            kind, line = kinds_of(owner)[part.name], node.key_lines[part.name]
            _gather_spot(found, Spot(owner, part, kind, line, node.parts[part.name]))


def _gather_spot(found: list[Spot], spot: Spot) -> None:
    found.append(spot)
    if isinstance(spot.node, Items):
        inner = item_kind(spot.kind)
        for item in spot.node.items if inner is not None else ():
            one = Spot(spot.owner, spot.field, inner, item.line, item, listed=True)
            _gather_spot(found, one)
    elif isinstance(spot.node, Fields):
        if get_origin(spot.kind) is Mapping:
            for key, value in spot.node.parts.items():
                line = spot.node.key_lines[key]
                found.append(Spot(spot.owner, spot.field, str, line, value, listed=True))
        elif isinstance(spot.kind, type) and is_dataclass(spot.kind):
            _gather(found, spot.kind, spot.node)


@cache
def _fields(owner: type) -> tuple[Field[Any], ...]:
    return fields(owner)
