"""Changing one place of a template file and nothing else: comments and order stay.

The lines of the place are found by YAML's own marks and written anew. What came out is read again;
if it does not say what it should, more of the file is written anew.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from strategykit.template_files.places import Path, Places
from strategykit.template_files.writing import (
    Plain,
    block_lines,
    entry_lines,
    item_lines,
    plain,
    text_lines,
)


def value_at(text: str, path: Path) -> Plain | None:
    """What stands there; None when nothing does. Raises Unreadable."""
    found: Any = plain(text)
    for step in path:
        there = (isinstance(found, Mapping) and step in found) or (
            isinstance(found, list) and isinstance(step, int) and 0 <= step < len(found)
        )
        if not there:
            return None
        found = found[step]
    return found  # type: ignore[no-any-return]


def with_value(text: str, path: Path, value: Plain | None, order: Sequence[str] = ()) -> str:
    """The file with another value there; None takes the field away.

    A field that was not there is put after the last one that stands before it in `order`.
    """
    wanted = _changed(plain(text), path, lambda there: _put(there, path[-1], value))
    return _checked(text, path, wanted, lambda: _write(Places(text), path, value, order))


def with_item(text: str, path: Path, at: int, value: Plain) -> str:
    """The file with one more item in the list, before the one that stands at that place."""
    there = value_at(text, path)
    if not isinstance(there, list) or not there:
        return with_value(text, path, [value])
    wanted = _changed(plain(text), (*path, 0), lambda items: _insert(items, at, value))
    return _checked(text, path, wanted, lambda: _insert_lines(Places(text), path, at, value))


def without_item(text: str, path: Path, at: int) -> str:
    """The file without that item; a list that becomes empty stays as an empty list."""
    wanted = _changed(plain(text), (*path, 0), lambda items: items.pop(at))
    if value_at(text, path) == [value_at(text, (*path, at))]:
        return _checked(text, path, wanted, lambda: _write(Places(text), path, [], ()))
    return _checked(text, path, wanted, lambda: _remove_lines(Places(text), path, at))


def with_item_moved(text: str, path: Path, at: int, by: int) -> str:
    """The file with that item so many places further down, or up when `by` is below zero."""
    there = value_at(text, path)
    if not isinstance(there, list) or not 0 <= at + by < len(there) or not by:
        return text
    wanted = _changed(plain(text), (*path, 0), lambda items: items.insert(at + by, items.pop(at)))
    return _checked(text, path, wanted, lambda: _move_lines(Places(text), path, at, by))


def _checked(text: str, path: Path, wanted: Plain, edit: Callable[[], str | None]) -> str:
    """The finest change that says what is wanted, and every other line as it was."""
    top = path[:1]
    for attempt in (edit, lambda: _write(Places(text), top, _at(wanted, top), ())):
        changed = attempt()
        if changed is not None and _says(changed, wanted):
            return changed
    return "\n".join(block_lines(wanted, 0)) + "\n"


def _says(text: str, wanted: Plain) -> bool:
    try:
        return Places(text).plain() == wanted
    except yaml.YAMLError:
        return False


def _write(places: Places, path: Path, value: Plain | None, order: Sequence[str]) -> str | None:
    outer = places.flow_above(path)
    if outer is not None:
        return _write_outer(places, outer, path, value)
    if value is None:
        return places.without(path)
    if isinstance(value, str) and (span := places.span_of_text(path)):
        start, end, indent, column = span
        first, *rest = text_lines(value, indent, column)
        behind, _, below = places.text[end:].partition("\n")  # a remark stays behind the first line
        return "\n".join([places.text[:start] + first + behind, *rest, below])
    return _write_lines(places, path, value, order)


def _write_outer(places: Places, outer: Path, path: Path, value: Plain | None) -> str | None:
    """What stands in brackets is written anew as a whole."""
    if not outer:
        return None
    there = _at(places.plain(), outer)
    whole = _changed(there, path[len(outer) :], lambda below: _put(below, path[-1], value))
    return _write(places, outer, whole, ())


def _write_lines(places: Places, path: Path, value: Plain, order: Sequence[str]) -> str | None:
    last = path[-1]
    if isinstance(last, int):
        return places.replaced(path, item_lines(value, places.column(path)))
    if places.has(path):
        return places.replaced(path, entry_lines(last, value, places.column(path)))
    column = places.inner_column(path[:-1])
    if column is None:
        return None
    return places.added(path, entry_lines(last, value, column), order)


def _insert_lines(places: Places, path: Path, at: int, value: Plain) -> str | None:
    if not places.is_block_list(path):
        items = list(_at(places.plain(), path))
        _insert(items, at, value)
        return _write(places, path, items, ())
    lines = item_lines(value, places.column((*path, 0)))
    return places.inserted(path, at, lines)


def _remove_lines(places: Places, path: Path, at: int) -> str | None:
    if not places.is_block_list(path):
        items = list(_at(places.plain(), path))
        items.pop(at)
        return _write(places, path, items, ())
    return places.without((*path, at))


def _move_lines(places: Places, path: Path, at: int, by: int) -> str | None:
    if not places.is_block_list(path):
        items = list(_at(places.plain(), path))
        items.insert(at + by, items.pop(at))
        return _write(places, path, items, ())
    return places.moved(path, at, by)


def _changed(tree: Any, path: Path, change: Callable[[Any], object]) -> Any:
    """A copy of the tree in which the last but one step of the path has been changed."""
    if isinstance(tree, Mapping):
        tree = dict(tree)
    elif isinstance(tree, list):
        tree = list(tree)
    if len(path) == 1:
        change(tree)
    else:
        tree[path[0]] = _changed(_below(tree, path[0]), path[1:], change)
    return tree


def _below(tree: Any, step: str | int) -> Any:
    return tree.get(step, {}) if isinstance(tree, Mapping) else tree[step]


def _put(there: Any, key: str | int, value: Plain | None) -> None:
    if value is not None:
        there[key] = value
    elif isinstance(there, dict):
        there.pop(key, None)
    else:
        there.pop(key)


def _insert(items: list[Plain], at: int, value: Plain) -> None:
    items.insert(at, value)


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree.get(step) if isinstance(tree, Mapping) else tree[step]
    return tree
