"""Where in the text of a YAML file a value stands: its lines and its signs."""

from collections.abc import Iterator, Sequence

import yaml

from strategykit.template_files.writing import Plain

Path = tuple[str | int, ...]
#: libyaml is 17 times as fast, and has the same marks; some machines lack it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Places:
    """The file's lines, and for each value the lines that are its own.

    The text must have been read with `plain`, which refuses what is too deep or has marks.
    """

    def __init__(self, text: str) -> None:
        """Raises yaml.YAMLError."""
        self.text = text
        self.lines = text.split("\n")
        self._root = _composed(text)

    def plain(self) -> Plain:
        """What the file says."""
        return "" if self._root is None else _plain(self._root)

    def has(self, path: Path) -> bool:
        """Whether something stands there."""
        return self._find(path) is not None

    def lines_of(self, path: Path) -> tuple[int, int] | None:
        """The first line of the value with the comment above it, and the line after its last."""
        found = self._entry(path)
        return None if found is None else (self._with_comment(found[0], found[1]), found[2])

    def flow_above(self, path: Path) -> Path | None:
        """The outermost list or fields on the way there that are written in brackets."""
        for length in range(len(path)):
            node = self._find(path[:length])
            if isinstance(node, yaml.CollectionNode) and node.flow_style:
                return path[:length]
        return None

    def is_block_list(self, path: Path) -> bool:
        """Whether it is a list with a dash in front of each item."""
        node = self._find(path)
        plain = isinstance(node, yaml.SequenceNode) and not node.flow_style
        return plain and self.flow_above(path) is None

    def column(self, path: Path) -> int:
        """Where the name or the dash of the value begins."""
        found = self._entry(path)
        return found[1] if found else 0

    def inner_column(self, path: Path) -> int | None:
        """Where the names of the fields below it begin."""
        node = self._find(path)
        if not isinstance(node, yaml.MappingNode) or node.flow_style or not node.value:
            return None
        return int(node.value[0][0].start_mark.column)

    def span_of_text(self, path: Path) -> tuple[int, int, int, int] | None:
        """The signs from and to which a text stands, its indentation and its first column."""
        node, entry = self._find(path), self._entry(path)
        if not isinstance(node, yaml.ScalarNode) or entry is None:
            return None
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">") or start == end or self._is_list_of_lists(path):
            return None  # the lines are written anew
        return start, end, entry[1], node.start_mark.column

    def _is_list_of_lists(self, path: Path) -> bool:
        return len(path) > 1 and isinstance(path[-1], int) and isinstance(path[-2], int)

    def replaced(self, path: Path, lines: list[str]) -> str | None:
        """The file with other lines for the value; what stands before its name stays."""
        found = self._entry(path)
        if found is None:
            return None
        first, column, after = found
        fresh = [self.lines[first][:column] + lines[0][column:], *lines[1:]]
        return self._joined(first, after, fresh)

    def added(self, path: Path, lines: list[str], order: Sequence[str]) -> str | None:
        """The file with a field that was not there."""
        node = self._find(path[:-1])
        if not isinstance(node, yaml.MappingNode) or not node.value:
            return None
        before = order[: order.index(str(path[-1]))] if path[-1] in order else ()
        keys = [key.value for key, _ in node.value]
        known = [place for place, key in enumerate(keys) if key in before]
        place = known[-1] if known else (len(keys) - 1 if not before else 0)
        after = self._last_line(node.value[place][1], node.value[place][0]) + 1
        return self._joined(after, after, lines)

    def inserted(self, path: Path, at: int, lines: list[str]) -> str | None:
        """The file with an item more."""
        here = self.lines_of((*path, at))
        last = self._entry((*path, at - 1)) if at else None
        where = here[0] if here else last[2] if last else None
        return None if where is None else self._joined(where, where, lines)

    def without(self, path: Path) -> str | None:
        """The file without the value and the comment above it."""
        found, whole = self._entry(path), self.lines_of(path)
        if found is None or whole is None:
            return self.text
        shared = self.lines[found[0]][: found[1]]
        if not shared.strip():
            return self._joined(*whole, [])
        return self._without_first(path, shared, whole[1])

    def _without_first(self, path: Path, shared: str, after: int) -> str | None:
        """The first field of an item stands behind the dash, which the next one gets."""
        node = self._find(path[:-1])
        if not isinstance(node, yaml.MappingNode) or len(node.value) < 2:  # noqa: PLR2004
            return None
        start = node.value[0][0].start_mark.line
        second = node.value[1][0].start_mark.line
        moved = [*self.lines[after:second], shared + self.lines[second][len(shared) :]]
        return self._joined(start, second + 1, moved)

    def moved(self, path: Path, at: int, by: int) -> str | None:
        """The file with the item's lines elsewhere in its list."""
        mine, there = self.lines_of((*path, at)), self.lines_of((*path, at + by))
        if mine is None or there is None:
            return None
        (start, end), target = mine, there[1] if by > 0 else there[0]
        block = self.lines[start:end]
        if by > 0:
            fresh = [*self.lines[end:target], *block]
            return self._joined(start, target, fresh)
        return self._joined(target, end, [*block, *self.lines[target:start]])

    def _joined(self, first: int, after: int, lines: Sequence[str]) -> str:
        return "\n".join([*self.lines[:first], *lines, *self.lines[after:]])

    def _entry(self, path: Path) -> tuple[int, int, int] | None:
        """First line, column of the name or dash, and the line after the last."""
        parent, node = self._find(path[:-1]), self._find(path)
        if node is None or not path:
            return None
        if isinstance(parent, yaml.MappingNode):
            key = next(k for k, _ in parent.value if k.value == path[-1])
            start = key.start_mark
            return start.line, start.column, self._last_line(node, key) + 1
        assert parent is not None  # noqa: S101 - a value has a parent
        column = parent.start_mark.column
        first = self._dash_line(node, column)
        return first, column, max(self._last_line(node), first) + 1

    def _dash_line(self, node: yaml.Node, column: int) -> int:
        line = int(node.start_mark.line)
        while line and self.lines[line][column : column + 1] != "-":
            line -= 1
        return line

    def _with_comment(self, first: int, column: int) -> int:
        """The comment right above at the same indentation belongs to what is below it."""
        if self.lines[first][:column].strip():
            return first
        while first and self.lines[first - 1].startswith(f"{' ' * column}#"):
            first -= 1
        return first

    def _last_line(self, node: yaml.Node, key: yaml.Node | None = None) -> int:
        start = key.start_mark.line if key else node.start_mark.line
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return (
                self._last_line(*reversed(last))
                if isinstance(last, tuple)
                else (max(start, self._last_line(last)))
            )
        return max(int(start), self._end_of(node))

    def _end_of(self, node: yaml.Node) -> int:
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            line = int(node.end_mark.line) - (0 if node.end_mark.column else 1)
            while line > node.start_mark.line and not self.lines[line].strip():
                line -= 1
            return line
        if isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index:
            return 0  # an empty value has no line of its own
        return int(node.end_mark.line)

    def _find(self, path: Path) -> yaml.Node | None:
        node: yaml.Node | None = self._root
        for step in path:
            node = next(_below(node, step), None)
            if node is None:
                return None
        return node


def _composed(text: str) -> yaml.Node | None:
    """The file's nodes; libyaml refuses some signs that the other reader takes."""
    try:
        found: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        found = yaml.compose(text, Loader=yaml.BaseLoader)
    return found


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        # the first of a name that stands twice is kept, as in read_tree
        return {str(key.value).strip(): _plain(part) for key, part in reversed(node.value)}
    return str(node.value).strip()


def _below(node: yaml.Node | None, step: str | int) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (value for key, value in node.value if key.value == step)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        yield from node.value[step : step + 1] if step >= 0 else ()
