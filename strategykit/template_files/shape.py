"""Which fields there are and what kind of value each takes: pydantic asks, we answer in Danish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError

from strategykit.domain.numbers import parse_number
from strategykit.domain.template import Template
from strategykit.errors import BadNumber
from strategykit.template_files.fields import is_required, item_kind, kinds_of
from strategykit.template_files.problems import Problem, guess, guess_or_list, quoted
from strategykit.template_files.tree import Fields, Items, Node, Text

_ADAPTER = TypeAdapter(Template)
_YES_NO = {"ja": True, "nej": False, "true": True, "false": False}
_LONGEST_INT = 9
_NOT_OURS = {"too_short"}  # pydantic 2.14 says it of a tuple in which every item is wrong
_UNREAD = object()


def shaped(root: Node, most: int) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template, or the first `most` mistakes of shape in file order."""
    try:
        return _ADAPTER.validate_python(_plain(root, Template)), ()
    except ValidationError as trouble:
        found = trouble.errors(include_url=False, include_context=False, include_input=False)
        places = [_place(root, e["loc"], e["type"]) for e in found if e["type"] not in _NOT_OURS]
        in_order = sorted(places, key=lambda place: place.line)
        return None, tuple(Problem(p.line, _sentence(p)) for p in islice(in_order, most))


def _plain(node: Node, kind: Any) -> Any:
    if isinstance(node, Items):
        return [_plain(item, item_kind(kind)) for item in node.items]
    if isinstance(node, Fields):
        kinds = kinds_of(kind) if is_dataclass(kind) and isinstance(kind, type) else {}
        return {key: _plain(part, kinds.get(key)) for key, part in node.parts.items()}
    return _value(node.text, kind)


def _value(text: str, kind: Any) -> Any:
    """The value of a kind, or something that pydantic refuses."""
    read = _READERS.get(kind)
    if read is None:
        return text
    value = read(text)
    return _UNREAD if value is None else value


def whole_number(text: str) -> int | None:
    """A number of plain digits; no other way of writing it is taken for one."""
    plain = text.isascii() and text.isdigit() and len(text) <= _LONGEST_INT
    return int(text) if plain else None


def danish_number(text: str) -> Decimal | None:
    """A number with decimal comma or point."""
    try:
        return parse_number(text)
    except BadNumber:
        return None


_READERS: Mapping[Any, Callable[[str], bool | int | Decimal | None]] = {
    bool: _YES_NO.get,
    int: whole_number,
    Decimal: danish_number,
}


@dataclass(frozen=True)
class _Place:
    """Where a mistake of shape is: the name of the field, what stands there, what should."""

    line: int
    name: str
    what: str
    node: Node | None
    kind: Any
    owner: Any


def _place(root: Node, path: tuple[str | int, ...], what: str) -> _Place:
    node: Node | None = root
    kind: Any = Template
    owner: Any = Template
    line, name = root.line, ""
    for step in path:
        if isinstance(node, Items) and isinstance(step, int):
            node, kind = node.items[step], item_kind(kind)
            line = node.line
        elif isinstance(node, Fields) and isinstance(step, str):
            owner, kind = kind, _kind_below(kind, step)
            line, name = node.key_lines.get(step, node.line), step
            node = node.parts.get(step)
    return _Place(line, name, what, node, kind, owner)


def _kind_below(kind: Any, step: str) -> Any:
    return kinds_of(kind).get(step) if is_dataclass(kind) and isinstance(kind, type) else str


def _sentence(place: _Place) -> str:
    name = quoted(place.name) if place.name else "filen"
    if place.what == "missing":
        return f"{name} mangler"
    if place.what == "unexpected_keyword_argument":
        return f"{name} kendes ikke{guess_or_list(place.name, _names(place.owner))}"
    if isinstance(place.node, Text) and not place.node.text:
        return f"{name} må ikke være tom"
    return _expected(place, name)


def _names(owner: Any) -> list[str]:
    return [part.name for part in fields(owner)] if is_dataclass(owner) else []


def _names_said(kind: Any) -> str:
    """The fields of one kind; those that may be left out last."""
    must = [part.name for part in fields(kind) if is_required(part)]
    may = [name for name in _names(kind) if name not in must]
    return ", ".join(must) + (f" og måske {', '.join(may)}" if may else "")


def _expected(place: _Place, name: str) -> str:
    kind = place.kind
    if kind is Template:
        return (
            "filen skal begynde med felter, for eksempel 'format: 1' og på næste linje 'key: ...'"
        )
    if is_dataclass(kind):
        return f"{name} skal have felter under sig: {_names_said(kind)}"
    if item_kind(kind) is not None:
        return f"{name} skal være en liste med '- ' foran hvert punkt"
    there = quoted(place.node.text) if isinstance(place.node, Text) else "det, der står her"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"{name} kan ikke være {there}; {_choices(kind, place.node)}"
    return f"{name} {_SHOULD_BE.get(kind, _FIELDS_OF_TEXT)}".replace("{there}", there)


def _choices(kind: type[Enum], node: Node | None) -> str:
    values = [str(choice.value) for choice in kind if choice.value]
    near = guess(node.text, values) if isinstance(node, Text) else ""
    return f"vælg {', '.join(values)}{near}"


_SHOULD_BE: Mapping[Any, str] = {
    bool: "skal være ja eller nej, ikke {there}",
    int: "skal være et helt tal, ikke {there}",
    Decimal: "skal være et tal som 2,5, ikke {there}",
    str: (
        "skal være en tekst. Sæt den i anførselstegn, hvis der er et kolon i den, eller den "
        "begynder med { eller ["
    ),
}
_FIELDS_OF_TEXT = "skal have felter under sig, hvert med en tekst"
