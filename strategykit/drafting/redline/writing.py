"""Two versions of the same draft as one file: aligned paragraph by paragraph, row by row."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

from strategykit.drafting.redline.atoms import Atom, alike, as_elements, atoms_of, opcodes_of, steps
from strategykit.drafting.redline.carrying import Carrying, digest_pictures, without_digests
from strategykit.drafting.redline.credit import Credit, Credits
from strategykit.drafting.redline.opening import KEPT, Version, restored, set_aside
from strategykit.drafting.redline.tracking import Tracking
from strategykit.drafting.word.marks import Mark
from strategykit.drafting.word.oxml import w
from strategykit.drafting.word.package import packed

_OURS = tuple(f"{mark}_" for mark in Mark)


def write_redline(old: bytes, new: bytes, credits: Credits, now: datetime) -> bytes:  # noqa: A002
    """Both files as write_word wrote them; the same arguments give the same bytes.

    The list of contents stands as in the new version: Word counts it by itself.
    """
    before, after = Version(old), Version(new)
    set_aside(before, after)
    for document in (before.document, after.document):
        digest_pictures(document.part, document.element.body)
    _Redline(before, after, credits).write()
    without_digests(after.document.element.body)
    return packed(after.document, now, lambda text: restored(text, after))


class _Redline:
    """One comparison; the new file's body becomes the redline."""

    def __init__(self, old: Version, new: Version, credits: Credits) -> None:  # noqa: A002
        before, after = old.document, new.document
        self._body = after.element.body
        self._old = _read_of(old)
        self._new = _read_of(new)
        self._bookmarks = _bookmarks_in(before) | _bookmarks_in(after)
        self._carry = Carrying(before, after)
        self._track = Tracking(after)
        self._credits = credits
        self._place = ""

    def write(self) -> None:
        old, new = [self._name(e) for e in self._old], [self._name(e) for e in self._new]
        last: Any = None
        for kind, a, b, c, d in opcodes_of(old, new):
            if kind == "equal":
                for was, now in zip(self._old[a:b], self._new[c:d], strict=True):
                    self._pair(was, now)
            else:
                self._gone(self._old[a:b], last, self._new[c] if c < len(self._new) else None)
                for element in self._new[c:d]:
                    self._place = self._bookmarks.get(element) or self._place
                    self._added(element)
            last = self._new[d - 1] if d else last
        self._track.write_comments()

    def _name(self, element: Any) -> str:
        """What an element is known by in both versions: its bookmark, else its words."""
        if element.tag == w("tbl"):
            return f"tbl:{self._bookmarks.get(element.getprevious(), '')}"
        return self._bookmarks.get(element) or "p " + "".join(element.itertext(w("t")))

    def _pair(self, was: Any, now: Any) -> None:
        self._place = self._bookmarks.get(now) or self._place
        if now.get(KEPT):
            return
        if now.tag == w("tbl"):
            self._table(was, now)
        else:
            self._paragraph(was, now)

    def _paragraph(self, was: Any, now: Any) -> None:
        if alike(was, now):
            return
        old = [atom for atom in atoms_of(was) if not atom.is_mark]
        new = atoms_of(now)
        if [a.key for a in old] == [a.key for a in new if not a.is_mark]:
            return
        for child in [c for c in now if c.tag != w("pPr")]:
            now.remove(child)
        for removed, added, kept in steps(old, new):
            if kept:
                now.extend(as_elements(kept))
            else:
                self._changed(now, removed, added)

    def _changed(self, paragraph: Any, removed: list[Atom], added: list[Atom]) -> None:
        marks = [atom for atom in added if atom.is_mark]
        words = [atom for atom in added if not atom.is_mark]
        gone, come = _text(removed), _text(words)
        if not removed and not words:
            paragraph.extend(as_elements(marks))
            return
        credit = self._credits(self._place, gone, come)
        there = [self._carry.fit(e) for e in as_elements(removed, deleted=True)]
        made = [
            *self._track.wrapped("w:del", credit, there),
            *self._track.wrapped("w:ins", credit, as_elements(words)),
        ]
        paragraph.extend([*made, *as_elements(marks)])
        self._track.comment(made[0], made[-1], credit, _told(gone, come, credit))

    def _gone(self, elements: Sequence[Any], last: Any, following: Any) -> None:
        """Removed paragraphs and tables stand where they stood, struck out."""
        for element in elements:
            copy = self._carry.fit(deepcopy(element))
            self._place = self._bookmarks.get(element) or self._place
            if following is not None:
                following.addprevious(copy)
            elif last is not None:
                last.addnext(copy)
                last = copy
            else:
                self._body.insert(0, copy)
            self._whole("w:del", copy)

    def _added(self, element: Any) -> None:
        self._whole("w:ins", element)

    def _whole(self, tag: str, element: Any) -> None:
        text = "".join(t.text or "" for t in element.iter(w("t")))
        gone, come = (text, "") if tag == "w:del" else ("", text)
        credit = self._credits(self._place, gone, come)
        for row in element.iter(w("tr")):
            self._track.row(tag, credit, row)
        paragraphs = [element] if element.tag == w("p") else list(element.iter(w("p")))
        for paragraph in paragraphs:
            self._whole_paragraph(tag, credit, paragraph)
        made = [c for c in paragraphs[0] if c.tag not in (w("pPr"), *_BOOKMARKS)] if text else []
        if made:
            self._track.comment(made[0], made[-1], credit, _told(gone, come, credit))

    def _whole_paragraph(self, tag: str, credit: Credit, paragraph: Any) -> None:
        atoms = atoms_of(paragraph)
        for child in [c for c in paragraph if c.tag != w("pPr")]:
            paragraph.remove(child)
        marks = [atom for atom in atoms if atom.is_mark]
        words = [atom for atom in atoms if not atom.is_mark]
        made = as_elements(words, deleted=tag == "w:del")
        paragraph.extend(as_elements(marks))
        paragraph.extend(self._track.wrapped(tag, credit, made))
        if paragraph.getparent().tag != w("tc"):
            self._track.paragraph(tag, credit, paragraph)

    def _table(self, was: Any, now: Any) -> None:
        if alike(was, now):
            return
        old, new = list(was.iter(w("tr"))), list(now.iter(w("tr")))
        columns = {len(list(row.iter(w("tc")))) for row in (*old, *new)}
        if len(columns) > 1:
            self._other_table(was, now)
            return
        before, after = [_cells(row) for row in old], [_cells(row) for row in new]
        for kind, a, b, c, d in opcodes_of(before, after):
            if kind == "equal":
                continue
            paired = min(b - a, d - c)
            for mine, theirs in zip(old[a : a + paired], new[c : c + paired], strict=True):
                self._row(mine, theirs)
            self._rows_gone(old[a + paired : b], new, c + paired)
            for row in new[c + paired : d]:
                self._row_whole("w:ins", row)

    def _other_table(self, was: Any, now: Any) -> None:
        """A table with other columns is a new one; a line keeps the two apart."""
        copy = self._carry.fit(deepcopy(was))
        now.addprevious(copy)
        between = now.makeelement(w("p"))
        now.addprevious(between)
        self._track.paragraph("w:ins", self._credits(self._place, "", ""), between)
        self._whole("w:del", copy)
        self._whole("w:ins", now)

    def _row(self, was: Any, now: Any) -> None:
        for mine, theirs in zip(was.iter(w("p")), now.iter(w("p")), strict=False):
            self._paragraph(mine, theirs)

    def _rows_gone(self, rows: Sequence[Any], new: Sequence[Any], at: int) -> None:
        for row in rows:
            copy = self._carry.fit(deepcopy(row))
            if at < len(new):
                new[at].addprevious(copy)
            else:
                new[-1].addnext(copy) if not at else new[at - 1].getparent().append(copy)
            self._row_whole("w:del", copy)

    def _row_whole(self, tag: str, row: Any) -> None:
        text = " · ".join(_cells(row))
        credit = self._credits(self._place, *((text, "") if tag == "w:del" else ("", text)))
        self._track.row(tag, credit, row)
        for paragraph in row.iter(w("p")):
            self._whole_paragraph(tag, credit, paragraph)


_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))


def _read_of(version: Version) -> list[Any]:
    """The text of the draft: neither the page set-up nor the list of contents."""
    texts = (e for e in version.document.element.body if e.tag in (w("p"), w("tbl")))
    return [e for e in texts if _style(e) not in version.contents]


def _style(element: Any) -> str:
    """The paragraph's style, which we write first of all."""
    about = element[0] if len(element) else None
    style = about[0] if about is not None and about.tag == w("pPr") and len(about) else None
    return str(style.get(w("val"))) if style is not None and style.tag == w("pStyle") else ""


def _bookmarks_in(document: Any) -> dict[Any, str]:
    """The first bookmark of ours in each paragraph of the text."""
    body = document.element.body
    found: dict[Any, str] = {}
    for mark in body.iter(w("bookmarkStart")):
        name = mark.get(w("name"), "")
        if name.startswith(_OURS):
            found.setdefault(_top(mark, body), name)
    return found


def _top(element: Any, body: Any) -> Any:
    """The paragraph or table of the text in which an element stands."""
    above = element.getparent()
    while above is not body:
        element, above = above, above.getparent()
    return element


def _cells(row: Any) -> tuple[str, ...]:
    return tuple("".join(t.text or "" for t in cell.iter(w("t"))) for cell in row.iter(w("tc")))


def _text(atoms: Sequence[Atom]) -> str:
    return "".join(atom.text for atom in atoms)


def _told(gone: str, come: str, credit: Credit) -> str:
    """The change in words, for those who do not see its colour."""
    parts = [f"Slettet: {gone.strip()}" if gone.strip() else "",
             f"Tilføjet: {come.strip()}" if come.strip() else "", credit.said]  # fmt: skip
    return "\n".join(part for part in parts if part) or "Ændret"
