"""Values as the lines of a YAML file, in the form that a person would have written."""

import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache

import yaml

from strategykit.template_files.problems import Unreadable
from strategykit.template_files.syntax import ALIAS, TAG
from strategykit.template_files.tree import Fields, Items, Node, read_tree

Plain = str | Sequence["Plain"] | Mapping[str, "Plain"]

WIDTH = 100
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`="
_FLOW_SIGNS = ",[]{}"
_NUMBER_SIGNS = frozenset("0123456789.")


@lru_cache(maxsize=16)
def plain(text: str) -> Plain:
    """What a template file says, as texts, lists and mappings, which are not to be changed.

    Raises Unreadable.
    """
    root, problems = read_tree(text)
    for problem in problems:
        if problem.text in (ALIAS, TAG):  # what they stand for would be lost
            raise Unreadable(problem.line, problem.text)
    return _plain_of(root)


def _plain_of(node: Node) -> Plain:
    if isinstance(node, Items):
        return [_plain_of(item) for item in node.items]
    if isinstance(node, Fields):
        return {key: _plain_of(part) for key, part in node.parts.items()}
    return node.text


def entry_lines(key: str, value: Plain, indent: int) -> list[str]:
    """A named value."""
    name = f"{' ' * indent}{on_one_line(key)}:"
    if isinstance(value, str):
        first, *rest = text_lines(value, indent, len(name) + 1)
        return [f"{name} {first}", *rest]
    if short := _flow(value, WIDTH - len(name) - 1):
        return [f"{name} {short}"]
    return [name, *block_lines(value, indent + 2)]


def item_lines(value: Plain, indent: int) -> list[str]:
    """One item of a list, with its dash."""
    dash = f"{' ' * indent}- "
    if isinstance(value, str):
        first, *rest = text_lines(value, indent, len(dash))
        return [f"{dash}{first}", *rest]
    if not value:
        return [f"{dash}{_flow(value, WIDTH)}"]
    first, *rest = block_lines(value, indent + 2)
    return [dash + first[indent + 2 :], *rest]


def block_lines(value: Plain, indent: int) -> list[str]:
    """A list or named values, one below the other."""
    if isinstance(value, Mapping):
        return [line for k, v in value.items() for line in entry_lines(k, v, indent)]
    return [line for each in value for line in item_lines(each, indent)]


def text_lines(text: str, indent: int, begun: int) -> list[str]:
    """A text; the first line goes on where `begun` signs stand, the others are whole lines."""
    inner = " " * (indent + 2)
    if _has_strange_breaks(text):
        return [_escaped(text)]
    if "\n" in text:
        return ["|", *((inner + line) if line else "" for line in text.split("\n"))]
    short = on_one_line(text)
    if begun + len(short) <= WIDTH or "  " in text:
        return [short]
    wrapped = textwrap.wrap(
        text, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False
    )
    return [">-", *(inner + line for line in wrapped)]


def on_one_line(text: str, *, flow: bool = False) -> str:
    """The text without quotes when it can be read back so, else in quotes."""
    if _needs_quotes(text) or (flow and any(sign in text for sign in _FLOW_SIGNS)):
        return _escaped(text)
    return text


def _needs_quotes(text: str) -> bool:
    if not text or text != text.strip() or _has_strange_breaks(text) or "\n" in text:
        return True
    looks_like_number = "." in text and set(text) <= _NUMBER_SIGNS
    return (
        text[0] in _INDICATORS
        or text.endswith(":")
        or ": " in text
        or " #" in text
        or ":\t" in text
        or text.startswith("...")
        or looks_like_number
    )


def _has_strange_breaks(text: str) -> bool:
    """Whether something in it would not come back as it is from a text without quotes."""
    return any(not (sign.isprintable() or sign == "\n") for sign in text)


def _escaped(text: str) -> str:
    dumped = yaml.dump(text, default_style='"', allow_unicode=True, width=10**9)
    return str(dumped).removesuffix("\n")


def _flow(value: Plain, room: int) -> str:
    """A list of short names on one line, as pages and criteria are; empty when it is none."""
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    if isinstance(value, Mapping) or not all(isinstance(v, str) and _is_name(v) for v in value):
        return ""
    line = f"[{', '.join(str(v) for v in value)}]"
    return line if len(line) <= room else ""


def _is_name(text: str) -> bool:
    return bool(text) and text.replace("_", "").replace("-", "").isalnum() and text[0].isalpha()
