"""From a file, its bytes or its text to a Template."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from strategykit.domain.template import Template
from strategykit.errors import TemplateProblems
from strategykit.template_files.fields import spots
from strategykit.template_files.links import broken_links
from strategykit.template_files.problems import Problem, Unreadable
from strategykit.template_files.shape import shaped
from strategykit.template_files.tree import read_tree
from strategykit.template_files.values import cpr_numbers, wrong_values

MOST_BYTES = 1_000_000
MOST_PROBLEMS = 100
FOLDER = Path(__file__).resolve().parents[2] / "strategy_templates"


@dataclass(frozen=True)
class TemplateFile:
    """A template with the text that a process keeps as its own copy."""

    file: str
    text: str
    template: Template


def read_template(text: str, file: str, indicators: Collection[str] | None = None) -> Template:
    """The template; raises TemplateProblems with every mistake in file order.

    `file` is the name that the mistakes are told by. The names of indicators are checked against
    `indicators` when they are given.
    """
    if len(text) > MOST_BYTES:
        raise _too_large(file)
    try:
        root, repeated = read_tree(text)
    except Unreadable as trouble:
        raise _told(file, [trouble.problem]) from trouble
    template, misshaped = shaped(root, MOST_PROBLEMS + 1)
    seen = spots(Template, root)
    more = (wrong_values(seen), cpr_numbers(seen, text), broken_links(root, seen, indicators))
    found = [*repeated, *misshaped, *(p for each in more for p in islice(each, MOST_PROBLEMS + 1))]
    if found or template is None:
        raise _told(file, found)
    return template


def read_template_bytes(
    data: bytes, file: str, indicators: Collection[str] | None = None
) -> TemplateFile:
    """A template as it was handed in; raises TemplateProblems."""
    if len(data) > MOST_BYTES:
        raise _too_large(file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise _told(file, [Problem(line, _NOT_UTF8)]) from trouble
    return TemplateFile(file, text, read_template(text, file, indicators))


def read_template_file(path: Path, indicators: Collection[str] | None = None) -> TemplateFile:
    """A template on the disk; raises TemplateProblems."""
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as trouble:
        sentence = f"{path.name}: filen findes ikke eller kan ikke læses."
        raise TemplateProblems((sentence,)) from trouble
    return read_template_bytes(data, path.name, indicators)


def shipped_files() -> tuple[TemplateFile, ...]:
    """The templates of strategy_templates; one with mistakes does not hide the others."""
    return read_folder(FOLDER)[0]


def shipped_problems() -> tuple[str, ...]:
    """The mistakes of the files in strategy_templates that cannot be used."""
    return read_folder(FOLDER)[1]


@cache
def read_folder(folder: Path) -> tuple[tuple[TemplateFile, ...], tuple[str, ...]]:
    """The templates of a folder, and the mistakes of its other files; read once."""
    files: list[TemplateFile] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            files.append(read_template_file(path))
        except TemplateProblems as refused:
            problems += refused.problems
    return tuple(files), tuple(problems)


def shipped_templates() -> tuple[Template, ...]:
    """The same without their texts."""
    return tuple(each.template for each in shipped_files())


_NOT_UTF8 = (
    "tegnet kan ikke læses. Gem filen som UTF-8 (i Word og Notesblok vælges det under Gem som), "
    "og prøv igen"
)


def _too_large(file: str) -> TemplateProblems:
    return TemplateProblems((f"{file}: filen er for stor. En skabelon må højst fylde 1 MB.",))


def _told(file: str, found: Iterable[Problem]) -> TemplateProblems:
    in_order = sorted(dict.fromkeys(found), key=lambda problem: problem.line)
    lines = [f"{file}, linje {p.line}: {p.text}" for p in in_order[:MOST_PROBLEMS]]
    more = len(in_order) - MOST_PROBLEMS
    return TemplateProblems((*lines, *([f"… og mindst {more} fejl mere"] if more > 0 else [])))
