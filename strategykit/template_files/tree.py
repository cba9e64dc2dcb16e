"""A YAML file as texts, lists and fields with their lines; no value is guessed.

The tree is built from YAML's events, one by one, so that nothing is nested before it is counted.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from strategykit.template_files import syntax
from strategykit.template_files.problems import Problem, Unreadable, quoted

DEEPEST = 20


@dataclass(frozen=True)
class Text:
    """A value as it was written, without the spaces around it."""

    line: int
    text: str


@dataclass(frozen=True)
class Items:
    """A list."""

    line: int
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Fields:
    """Named values; `key_lines` is where each name stands."""

    line: int
    parts: Mapping[str, "Node"]
    key_lines: Mapping[str, int]


Node = Text | Items | Fields
Tree = tuple[Node, tuple[Problem, ...]]

#: libyaml is 10 times as fast and takes the same file the same way; some machines lack it.
FAST = getattr(yaml, "CBaseLoader", None)
#: But not with these: tabs and other rare signs, a lone carriage return, directions, '?' keys.
_STRANGE = re.compile(
    "[^\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|\r(?!\n)|^(?:%|---)|(?<![^\\s,:[{-])\\?(?!\\S)|[|>][-+0-9]*#",
    re.MULTILINE,
)


def read_tree(text: str) -> Tree:
    """The tree, and the mistakes of form that do not end the reading; raises Unreadable."""
    return _read_fast(text) or _read_strictly(text)


def _read_fast(text: str) -> Tree | None:
    """The same by libyaml, or None when the two might not agree: the strict reading decides."""
    if FAST is None or _STRANGE.search(text):
        return None
    with suppress(yaml.YAMLError, ValueError, OverflowError, Unreadable):
        tree = _built(text, FAST)
        return None if tree[1] else tree
    return None


def _read_strictly(text: str) -> Tree:
    try:
        return _built(text, yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, OverflowError) as trouble:
        # \U99999999 in a text and %YAML 9999.9 end in the errors of chr() and int()
        problem = syntax.translated(trouble, text)
        raise Unreadable(problem.line, problem.text) from trouble


def _built(text: str, loader: Any) -> Tree:
    builder = _Builder()
    for event in yaml.parse(text, Loader=loader):
        builder.take(event)
    if builder.root is None:
        raise Unreadable(1, syntax.EMPTY)
    return builder.root, tuple(builder.problems)


@dataclass
class _Open:
    """A list or a set of fields that has begun; `key` is the name that waits for its value.

    `flow` tells that it is written in brackets.
    """

    line: int
    named: bool
    flow: bool
    key: Text | None = None
    items: list[Node] = field(default_factory=list)
    parts: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)

    def closed(self) -> Node:
        if self.named:
            return Fields(self.line, self.parts, self.key_lines)
        return Items(self.line, tuple(self.items))


class _Builder:
    """`problems` gathers names that stand twice, of which the first value is kept, and marks."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        self.problems += _marks(event, line)
        match event:
            case yaml.DocumentStartEvent() if self.root is not None:
                raise Unreadable(line, syntax.TWO_DOCUMENTS)
            case yaml.ScalarEvent():
                if "?" in event.value and not event.style and self._open and self._open[-1].flow:
                    raise Unreadable(line, syntax.BAD_KEY)  # libyaml alone takes it for a text
                self._add(Text(line, event.value.strip()))
            case yaml.AliasEvent():
                self._add(Text(line, f"*{event.anchor}"))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                named, flow = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
                self._begin(_Open(line, named, flow))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._open.pop().closed())

    def _begin(self, opened: _Open) -> None:
        if len(self._open) == DEEPEST:
            raise Unreadable(opened.line, syntax.TOO_DEEP)
        self._open.append(opened)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
        elif not self._open[-1].named:
            self._open[-1].items.append(node)
        elif self._open[-1].key is None:
            self._name(node)
        else:
            self._value(self._open[-1], self._open[-1].key, node)

    def _name(self, node: Node) -> None:
        if not isinstance(node, Text):
            raise Unreadable(node.line, syntax.BAD_KEY)
        self._open[-1].key = node

    def _value(self, into: _Open, key: Text, node: Node) -> None:
        into.key = None
        if key.text in into.parts:
            first = into.key_lines[key.text]
            again = f"{quoted(key.text)} står her for anden gang; første gang er i linje {first}"
            self.problems.append(Problem(key.line, again))
            return
        into.parts[key.text] = node
        into.key_lines[key.text] = key.line


def _marks(event: yaml.Event, line: int) -> list[Problem]:
    """What no template may hold: nothing of it is followed, so that the rest can be read."""
    marks = (("anchor", syntax.ALIAS), ("tag", syntax.TAG))
    return [Problem(line, told) for name, told in marks if getattr(event, name, None) is not None]
