"""Change marks as XML: who, when, and the numbers that no two of them share."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import count
from typing import Any

from docx.oxml import OxmlElement

from strategykit.drafting.redline.credit import Credit
from strategykit.drafting.word.oxml import safe, w

_FIRST_NUMBER = 500_001


class Tracking:
    """Makes w:ins and w:del with running numbers, and keeps the comments that go with them."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbers = count(_FIRST_NUMBER)

    def mark(self, tag: str, credit: Credit) -> Any:
        """An empty w:ins or w:del."""
        made = OxmlElement(tag)
        made.set(w("id"), str(next(self._numbers)))
        made.set(w("author"), safe(credit.author))
        made.set(w("date"), credit.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        return made

    def wrapped(self, tag: str, credit: Credit, elements: Iterable[Any]) -> Iterator[Any]:
        """The elements inside change marks; those that Word wants outside hold the marks."""
        open_mark: Any = None
        for element in elements:
            if element.tag == w("r"):
                if open_mark is None:
                    open_mark = self.mark(tag, credit)
                open_mark.append(element)
                continue
            if open_mark is not None:
                yield open_mark
                open_mark = None
            yield self._outside(tag, credit, element)
        if open_mark is not None:
            yield open_mark

    def _outside(self, tag: str, credit: Credit, element: Any) -> Any:
        """A link's runs are changed inside the link."""
        for run in list(element.iter(w("r"))):
            parent = run.getparent()
            mark = self.mark(tag, credit)
            parent.replace(run, mark)
            mark.append(run)
        return element

    def paragraph(self, tag: str, credit: Credit, paragraph: Any) -> None:
        """The paragraph's own end is added or removed."""
        about = paragraph.find(w("pPr"))
        if about is None:
            about = OxmlElement("w:pPr")
            paragraph.insert(0, about)
        look = about.find(w("rPr"))
        if look is None:
            look = OxmlElement("w:rPr")
            after = next((c for c in about if c.tag in (w("sectPr"), w("pPrChange"))), None)
            if after is None:
                about.append(look)
            else:
                after.addprevious(look)
        look.insert(0, self.mark(tag, credit))

    def row(self, tag: str, credit: Credit, row: Any) -> None:
        """The whole table row is added or removed."""
        about = row.find(w("trPr"))
        if about is None:
            about = OxmlElement("w:trPr")
            before = row.find(w("tblPrEx"))
            row.insert(0 if before is None else row.index(before) + 1, about)
        about.append(self.mark(tag, credit))

    def comment(self, first: Any, last: Any, credit: Credit, words: str) -> None:
        """A comment around the elements from `first` to `last` of one paragraph."""
        made = self._document.comments.add_comment(
            text=words, author=safe(credit.author), initials=initials(credit.author)
        )
        element = made._comment_elm  # noqa: SLF001 - python-docx sets today's date
        element.set(w("date"), credit.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        start, end, reference = (
            OxmlElement(tag)
            for tag in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
        )
        for each in (start, end, reference):
            each.set(w("id"), str(made.comment_id))
        run = OxmlElement("w:r")
        run.append(reference)
        first.addprevious(start)
        last.addnext(end)
        end.addnext(run)


def initials(author: str) -> str:
    """The first letters of the first three words."""
    return "".join(word[0] for word in author.split()[:3] if word).upper()
