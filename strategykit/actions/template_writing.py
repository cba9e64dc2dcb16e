"""Writing a template: what is wrong in its text, and changing one part of it at a time."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from strategykit.actions.templates import checked_template
from strategykit.domain.template import Template
from strategykit.domain.template_part import Part
from strategykit.errors import PlaceGone, TemplateProblems
from strategykit.storage.processes import short_name
from strategykit.template_files.editing import (
    value_at,
    with_item,
    with_item_moved,
    with_value,
    without_item,
)
from strategykit.template_files.places import Path, Places
from strategykit.template_files.problems import Unreadable
from strategykit.template_files.reading import read_template_bytes
from strategykit.template_files.writing import Plain, plain

_LINE = re.compile(r"^.*?, linje (\d+): (.*)$", re.DOTALL)
_NAME = "kladden"
_OTHER_BREAKS = "\r\x85\u2028\u2029"  # YAML counts lines by them, and people do not see them
FIRST_VERSION = "1.0"


@dataclass(frozen=True)
class Mistake:
    """What is wrong, in which line (0 when it is about the whole), and what the line says."""

    line: int
    text: str
    said: str = ""


@dataclass(frozen=True)
class LookedOver:
    """A text with all its mistakes; `template` is there when there are none."""

    template: Template | None
    mistakes: tuple[Mistake, ...] = ()


@lru_cache(maxsize=64)
def looked_over(text: str) -> LookedOver:
    """The text as the program reads it."""
    try:
        return LookedOver(checked_template(text, _NAME))
    except TemplateProblems as refused:
        lines = text.split("\n")
        return LookedOver(None, tuple(_mistake(each, lines) for each in refused.problems))


def _mistake(problem: str, lines: Sequence[str]) -> Mistake:
    found = _LINE.match(problem)
    if found is None:
        return Mistake(0, problem)
    line = int(found[1])
    said = lines[line - 1].strip() if line <= len(lines) else ""
    return Mistake(line, f"{found[2][:1].upper()}{found[2][1:]}", said)


def parts_in(text: str) -> Plain | None:
    """What the text says, or None while it cannot be read."""
    try:
        return plain(text)
    except Unreadable:
        return None


def lines_in(text: str, path: Path) -> tuple[int, int] | None:
    """The first line of a part, counted from 0, and the one after its last."""
    if not path or parts_in(text) is None or any(sign in text for sign in _OTHER_BREAKS):
        return None
    return Places(text).lines_of(path)


def with_lines(text: str, path: Path, written: str) -> str:
    """The text with other words for the lines of a part; raises PlaceGone."""
    lines, span = text.split("\n"), lines_in(text, path)
    if span is None:
        raise PlaceGone
    return "\n".join([*lines[: span[0]], *written.split("\n"), *lines[span[1] :]])


def with_fields(
    text: str, path: Path, owner: type[Part], values: Mapping[str, Plain | None]
) -> str:
    """The text with those fields of a part changed, and no other line; raises PlaceGone."""
    order = [part.name for part in fields(owner)]

    def edit() -> str:
        now = text
        for name, value in values.items():
            if value_at(now, (*path, name)) != value:
                now = with_value(now, (*path, name), value, order)
        return now

    return _edited(edit)


def with_part(text: str, path: Path, at: int, value: Plain) -> str:
    """The text with one more item in a list; raises PlaceGone."""
    return _edited(lambda: with_item(text, path, at, value))


def without_part(text: str, path: Path, at: int) -> str:
    """The text without an item of a list; raises PlaceGone."""
    return _edited(lambda: without_item(text, path, at))


def with_part_moved(text: str, path: Path, at: int, by: int) -> str:
    """The text with an item of a list elsewhere in it; raises PlaceGone."""
    return _edited(lambda: with_item_moved(text, path, at, by))


def _edited(edit: Callable[[], str]) -> str:
    try:
        return edit()
    except (Unreadable, KeyError, IndexError, TypeError, AttributeError) as trouble:
        raise PlaceGone from trouble


def copied(text: str, name: str, author: str = "") -> str:
    """The text of a template under a name of its own, that says what it is a copy of.

    Without an author it lacks one: whoever wrote the first is not the author of what comes now.
    """
    of = checked_template(text, _NAME)
    source = f"Bygger på skabelonen {of.name}, udgave {of.version}, af {of.author}."
    own = {
        "key": key_for(name),
        "name": name,
        "version": FIRST_VERSION,
        "author": author,
        "origin": f"{source} {of.origin}",
    }
    return with_fields(text, (), Template, own)


def key_for(name: str) -> str:
    """A key that a template of that name can have."""
    short = short_name(name)[:40].strip("-")
    return short if short[0].isalpha() else f"s-{short}"[:40]


def text_of_upload(data: bytes, name: str) -> str:
    """The text of a file without mistakes; raises TemplateProblems with all of them."""
    text = read_template_bytes(data, name).text
    checked_template(text, name)
    return text


def text_to_mend(data: bytes) -> str | None:
    """The text of a file that has mistakes, when it is text at all."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
