"""Looking in the tree for what the rules between values need."""

from collections.abc import Collection, Iterator

from strategykit.template_files.problems import Problem, guess_or_list, quoted
from strategykit.template_files.shape import whole_number
from strategykit.template_files.tree import Fields, Items, Node, Text


def list_in(node: Fields, name: str) -> tuple[Node, ...]:
    """The items of a list; none when it is missing or no list."""
    found = node.parts.get(name)
    return found.items if isinstance(found, Items) else ()


def fields_in(node: Fields, name: str) -> tuple[Fields, ...]:
    """The items of a list that have fields."""
    return tuple(item for item in list_in(node, name) if isinstance(item, Fields))


def text_in(node: Fields, name: str) -> Text | None:
    """A text that says something."""
    found = node.parts.get(name)
    return found if isinstance(found, Text) and found.text else None


def whole_in(node: Fields, name: str) -> int | None:
    """A whole number."""
    text = text_in(node, name)
    return whole_number(text.text) if text else None


def unknown(node: Text, name: str, known: Collection[str]) -> Iterator[Problem]:
    """That the text is none of the known words."""
    if node.text and node.text not in known:
        wrong = f"{quoted(node.text)} i '{name}' kendes ikke"
        yield Problem(node.line, wrong + guess_or_list(node.text, known))
