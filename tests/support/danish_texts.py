"""Every text that a user may read, with the place where it is written."""

import ast
import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.support.server import ROOT

Text = tuple[str, str]  # place, words

#: Folders whose Python strings reach nobody who is not a developer.
_UNREAD = ("bench", "migrations", "tables")
_SENTENCE = 3
#: Files whose short strings are the names of Word's or Vega's own parts.
_NAMES = ("drafting/word", "charts", "storage")
_SHOWN_ATTRIBUTE = re.compile(r'(?:aria-label|alt|title|placeholder|caption)="([^"]*)"')
_NOT_WORDS = re.compile(
    r"<!--.*?-->|<[^>]*>?|https?://\S+|\{[^}]*\}|\bsv-[\w-]+|[\w.-]+/[\w./-]+|\w+\.(?:py|ya?ml|md|db)\b",
    re.DOTALL,
)
_CODE = re.compile(
    r"PRAGMA|SELECT |INSERT |UPDATE |VACUUM|BEGIN|%\(|\(\?|\\[wds*]|^[^ ]*[=_/\\@{}]"
    r"|^(?:found|expected|while scanning|that cannot|mapping|sequence|unknown escape|could not)"
)
_QUOTED = re.compile(r"'[^' ]*'")
_JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_MARKDOWN_CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)", re.DOTALL)


def all_texts() -> Iterator[Text]:
    """The pages, what they are made of, the shipped templates and data, and the Danish guides."""
    for folder in ("pages", "strategykit"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not set(path.parts) & set(_UNREAD):
                yield from python_texts(path)
    for path in (*_templates(), ROOT / "data" / "indicators.yaml", *_examples()):
        yield from yaml_texts(path)
    for path in (*sorted((ROOT / "docs").glob("*.md")), ROOT / "strategy_templates" / "README.md"):
        yield from markdown_texts(path)
    for path in sorted((ROOT / "strategykit" / "participation" / "templates").glob("*.html")):
        yield from page_texts(path)
    yield from _shell_texts(ROOT / "strategykit" / "ui" / "server" / "danish.json")


def python_texts(path: Path) -> Iterator[Text]:
    """The strings of a module that read like words: docstrings, keys and patterns are left out."""
    tree, named = ast.parse(path.read_text("utf-8")), path.relative_to(ROOT).as_posix()
    sentences_only, known = any(part in named for part in _NAMES), _names_in_code()
    inside = {id(part) for node in ast.walk(tree) for part in _parts_of(node)}
    for node in ast.walk(tree):
        if id(node) in inside or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        text = _joined(node)
        if text and text not in known and _reads_like_words(text, sentences_only=sentences_only):
            yield f"{named}:{node.lineno}", shown(text)


@cache
def _names_in_code() -> frozenset[str]:
    """The names of classes, which the log and the archive use."""
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "strategykit").rglob("*.py"))
    return frozenset(re.findall(r"^class (\w+)", code, re.MULTILINE))


def yaml_texts(path: Path) -> Iterator[Text]:
    """The values of a template or data file that are more than one key-like word."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    for text in _strings(loaded):
        if not re.fullmatch(r"[a-z_0-9-]+|https?://\S+|[A-ZÆØÅ0-9_]+", text):
            yield path.name, shown(text)


def markdown_texts(path: Path) -> Iterator[Text]:
    """A guide without its code."""
    text = _MARKDOWN_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), path.read_text())
    for number, line in enumerate(text.splitlines(), start=1):
        yield f"{path.relative_to(ROOT)}:{number}", shown(line)


def page_texts(path: Path) -> Iterator[Text]:
    """A plain page without what is filled in; what Jinja chooses between is its own text."""
    text = path.read_text("utf-8")
    yield path.name, shown(_JINJA.sub(" ", text))
    for expression in re.findall(r"\{\{(.*?)\}\}", text, re.DOTALL):
        for said in re.findall(r'"([^"]*)"', expression):
            if " " in said:
                yield path.name, shown(said)


def shown(text: str) -> str:
    """The words that a reader sees of HTML or a pattern; what is quoted is a name, not a word."""
    heard = " ".join(_SHOWN_ATTRIBUTE.findall(text))
    return html.unescape(_QUOTED.sub(" ", f"{_NOT_WORDS.sub(' ', text)} {heard}"))


def _templates() -> list[Path]:
    return sorted((ROOT / "strategy_templates").glob("*.yaml"))


def _examples() -> list[Path]:
    return sorted((ROOT / "data" / "examples").glob("*.yaml"))


def _shell_texts(path: Path) -> Iterator[Text]:
    words: dict[str, Any] = json.loads(path.read_text("utf-8"))
    said = [*words["words"].values(), *(danish for _, danish in words["patterns"])]
    for danish in said:
        yield path.name, shown(re.sub(r"\$\d", " ", danish))


def _parts_of(node: ast.AST) -> Iterator[ast.AST]:
    """What is seen with the node itself, or is a docstring or another bare string."""
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
        yield from (v.format_spec for v in node.values if isinstance(v, ast.FormattedValue)
                    if v.format_spec)  # fmt: skip
    if isinstance(node, ast.Expr):
        yield node.value


def _joined(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
    return node.value if isinstance(node.value, str) else ""


def _reads_like_words(text: str, *, sentences_only: bool) -> bool:
    if _CODE.search(text):
        return False
    danish = any(letter in text for letter in "æøåÆØÅ")
    words = text.split()
    sentence = len(words) > (_SENTENCE if sentences_only else 1) and not text.startswith(".")
    label = text[:1].isupper() and text[1:].islower() and not sentences_only
    return danish or sentence or label or "<" in text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
