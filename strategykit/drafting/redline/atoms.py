"""A paragraph cut into the smallest pieces that a change may take: words, fields, pictures."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from docx.oxml import OxmlElement
from lxml import etree

from strategykit.drafting.word.oxml import NAMESPACES, parse_xml, w

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_RUN_SIGNS = {w("br"): "\n", w("tab"): "\t", w("noBreakHyphen"): "\u2011"}
_RUN, _LOOKS, _FIELD, _FIELD_KIND = w("r"), w("pPr"), w("fldChar"), w("fldCharType")
_PLAIN = {w("rPr"), w("t")}
IDS = re.compile(r'\s(?:id|w:id|r:embed|r:id|name)="[^"]*"')
_MARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_MAKE = OxmlElement("w:r").makeelement
_EMBED = f"{{{NAMESPACES['r']}}}embed"


@dataclass(slots=True)
class Atom:
    """One piece; equal pieces of two versions have the same `key`, bookmarks have none.

    `elements` are the XML of a piece that is no plain word; `look` is the run's rPr as text.
    """

    key: str
    text: str = ""
    look: str = ""
    elements: tuple[Any, ...] = field(default=(), compare=False)

    @property
    def is_mark(self) -> bool:
        """Whether it is a bookmark, which changes nothing that is read."""
        return not self.key


def atoms_of(paragraph: Any) -> list[Atom]:
    """The pieces of a paragraph in reading order."""
    found: list[Atom] = []
    field_run: list[Any] = []
    depth = 0
    for child in paragraph:
        tag = child.tag
        if tag == _LOOKS:
            continue
        tags = [part.tag for part in child] if tag == _RUN else []
        if tag == _RUN and (depth or _FIELD in tags):
            depth += _deeper(child)
            field_run.append(child)
            if depth <= 0:
                found.append(_whole(field_run))
                field_run, depth = [], 0
        elif tag in _MARKS:
            found.append(Atom("", elements=(child,)))
        elif tag == _RUN and _is_words(child, tags):
            found += _words(child)
        else:
            found.append(_whole([child]))
    return [*found, *([_whole(field_run)] if field_run else [])]


def _deeper(element: Any) -> int:
    kinds = [mark.get(_FIELD_KIND) for mark in element.iter(_FIELD)]
    return kinds.count("begin") - kinds.count("end")


def alike(one: Any, other: Any) -> bool:
    """Whether two paragraphs are written alike but for numbers: then they have the same atoms."""
    was, now = (etree.tostring(each, encoding="UTF-8", with_tail=False) for each in (one, other))
    return bool(was == now) or IDS.sub("", was.decode()) == IDS.sub("", now.decode())


def _is_words(run: Any, tags: Sequence[str]) -> bool:
    if all(tag in _PLAIN for tag in tags):
        return True
    return all(c.tag in _PLAIN or (c.tag in _RUN_SIGNS and not c.attrib) for c in run)


def _words(run: Any) -> Iterator[Atom]:
    look = run.find(w("rPr"))
    shown = "" if look is None else _xml(look)
    text = "".join(c.text or "" if c.tag == w("t") else _RUN_SIGNS.get(c.tag, "") for c in run)
    for token in _TOKEN.findall(text):
        yield Atom(f"{shown}|{token}", token, shown)


def _whole(elements: Sequence[Any]) -> Atom:
    text = "".join(t.text or "" for e in elements for t in e.iter(w("t")))
    key = "".join(IDS.sub("", _xml(e)) + _pictures(e) for e in elements)
    return Atom(f"#{key}", text, elements=tuple(elements))


def _pictures(element: Any) -> str:
    return "".join(blip.get("digest", "") for blip in element.iter() if blip.get(_EMBED))


def _xml(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


Step = tuple[list[Atom], list[Atom], list[Atom]]


def steps(old: Sequence[Atom], new: Sequence[Atom]) -> list[Step]:
    """Removed, added and kept pieces in order; a blank between two changes belongs to them.

    Bookmarks of the new version stay at their place.
    """
    head = next((n for n, atom in enumerate(new) if not atom.is_mark), len(new))
    tail = next((n for n in range(len(new), head, -1) if not new[n - 1].is_mark), head)
    found = _steps(old, new[head:tail])
    around: list[Step] = [([], [], list(new[:head])), *found, ([], [], list(new[tail:]))]
    return [step for step in around if any(step)]


def _steps(old: Sequence[Atom], new: Sequence[Atom]) -> list[Step]:
    found: list[Step] = []
    opcodes = list(opcodes_of([a.key for a in old], [a.key for a in new]))
    for at, (kind, a, b, c, d) in enumerate(opcodes):
        kept = kind == "equal"
        blank = kept and 0 < at < len(opcodes) - 1 and not "".join(x.text for x in new[c:d]).strip()
        if kept and not (blank and all(x.text for x in new[c:d])):
            found.append(([], [], list(new[c:d])))
        elif found and not found[-1][2]:
            removed, added, _ = found.pop()
            found.append(([*removed, *old[a:b]], [*added, *new[c:d]], []))
        else:
            found.append((list(old[a:b]), list(new[c:d]), []))
    return found


Opcode = tuple[str, int, int, int, int]


def opcodes_of(old: Sequence[object], new: Sequence[object]) -> Iterator[Opcode]:
    """As difflib says them, of what lies between the same beginning and the same end."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    rest = range(1, most - start + 1)
    end = next((n - 1 for n in rest if old[-n] != new[-n]), most - start)
    if start:
        yield "equal", 0, start, 0, start
    if len(old) - end == start or len(new) - end == start:
        if len(old) != len(new):
            kind = "insert" if len(old) < len(new) else "delete"
            yield kind, start, len(old) - end, start, len(new) - end
    else:
        yield from _compared(old, new, start, end)
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def _compared(
    old: Sequence[object], new: Sequence[object], start: int, end: int
) -> Iterator[Opcode]:
    middle = old[start : len(old) - end], new[start : len(new) - end]
    for kind, a, b, c, d in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        yield kind, a + start, b + start, c + start, d + start


def as_elements(atoms: Sequence[Atom], *, deleted: bool = False) -> Iterator[Any]:
    """The pieces as XML again: words of one look in one run."""
    words: list[Atom] = []
    for atom in atoms:
        if atom.elements:
            yield from _flushed(words, deleted=deleted)
            words = []
            yield from (_deleted(deepcopy(e)) if deleted else e for e in atom.elements)
            continue
        if words and words[-1].look != atom.look:
            yield from _flushed(words, deleted=deleted)
            words = []
        words.append(atom)
    yield from _flushed(words, deleted=deleted)


def _flushed(words: Sequence[Atom], *, deleted: bool) -> Iterator[Any]:
    if words:
        yield _run("".join(atom.text for atom in words), words[0].look, deleted=deleted)


def _run(text: str, look: str, *, deleted: bool) -> Any:
    run = _MAKE(w("r"))
    if look:
        run.append(parse_xml(look))
    for piece in re.split(r"([\n\t\u2011])", text):
        sign = next((tag for tag, shown in _RUN_SIGNS.items() if shown == piece), None)
        if sign is not None:
            run.append(run.makeelement(sign))
        elif piece:
            words = run.makeelement(w("delText" if deleted else "t"))
            words.text = piece
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    return run


def _deleted(element: Any) -> Any:
    for text in element.iter(w("t")):
        text.tag = w("delText")
    for order in element.iter(w("instrText")):
        order.tag = w("delInstrText")
    return element
