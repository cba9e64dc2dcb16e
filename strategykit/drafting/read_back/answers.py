"""A filled-in form comes home: what stands in the tables below each heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from strategykit.drafting.read_back.lines import lines_of
from strategykit.drafting.read_back.package import Package
from strategykit.drafting.read_back.reading import all_texts, custom_properties
from strategykit.drafting.read_back.tokens import Line
from strategykit.drafting.word.marks import Mark


@dataclass
class Filled:
    """`answers` by the bookmark of the heading above, or by its words where that is lost.

    `known_by` are the file's own properties, `texts` all its words with the Danish name of where
    they stand.
    """

    answers: dict[str, str] = field(default_factory=dict)
    known_by: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[tuple[str, str], ...] = ()
    carried: tuple[str, ...] = ()


def read_form(data: bytes, headings: Mapping[str, str]) -> Filled:
    """`headings` are bookmarks by the words of their headings; raises the kinds of BadFile."""
    package = Package(data)
    here, found = (
        "",
        Filled(
            known_by=custom_properties(package), texts=all_texts(package), carried=package.carried()
        ),
    )
    for line in lines_of(package.xml(package.main)):
        here = _heading(line, headings) or here
        text = _words(line)
        if line.cell is not None and line.cell[1] > 0 and here and text:
            before = found.answers.get(here)
            found.answers[here] = f"{before}\n{text}" if before else text
    return found


def _heading(line: Line, headings: Mapping[str, str]) -> str:
    if line.cell is not None:
        return ""
    own = next((name for name in line.bookmarks if name.startswith(f"{Mark.SECTION}_")), "")
    return own if own in headings.values() else headings.get(_words(line), "")


def _words(line: Line) -> str:
    """What stands there when all changes are accepted: a form is filled in, not marked."""
    return "".join(t.text for t in line.tokens if t.removed is None).strip()
