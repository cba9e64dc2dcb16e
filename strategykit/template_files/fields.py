"""The tree beside the template's dataclasses: which value fills which field."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
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


def spots(owner: type, node: Node) -> Iterator[Spot]:
    """Every value under a dataclass, deep, in the order of the dataclasses' fields."""
    if not isinstance(node, Fields):
        return
    for part in fields(owner):
        if part.name in node.parts:
            kind, line = kinds_of(owner)[part.name], node.key_lines[part.name]
            yield from _spots_of(Spot(owner, part, kind, line, node.parts[part.name]))


def _spots_of(spot: Spot) -> Iterator[Spot]:
    yield spot
    inner = item_kind(spot.kind)
    if inner is not None and isinstance(spot.node, Items):
        for item in spot.node.items:
            yield from _spots_of(Spot(spot.owner, spot.field, inner, item.line, item, listed=True))
    elif get_origin(spot.kind) is Mapping and isinstance(spot.node, Fields):
        for key, value in spot.node.parts.items():
            yield Spot(spot.owner, spot.field, str, spot.node.key_lines[key], value, listed=True)
    elif isinstance(spot.kind, type) and is_dataclass(spot.kind):
        yield from spots(spot.kind, spot.node)
