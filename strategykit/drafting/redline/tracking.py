"""Change marks as XML: who, when, and the numbers that no two of them share."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from docx.oxml import OxmlElement

from strategykit.drafting.redline.credit import Credit
from strategykit.drafting.word.oxml import DECLARED, one_line, paragraph, parse_xml, run, unfit, w

_FIRST_NUMBER = 500_001
_STYLE = "CommentText"


class Tracking:
    """Makes w:ins and w:del with running numbers, and keeps the comments that go with them."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._make = document.element.body.makeelement
        self._numbers = count(_FIRST_NUMBER)
        self._comments: list[str] = []

    def mark(self, tag: str, credit: Credit) -> Any:
        """An empty w:ins or w:del."""
        said = {
            w("id"): str(next(self._numbers)),
            w("author"): unfit(credit.author),
            w("date"): _moment(credit.date),
        }
        return self._make(w(tag.removeprefix("w:")), said)

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
        for piece in list(element.iter(w("r"))):
            parent = piece.getparent()
            mark = self.mark(tag, credit)
            parent.replace(piece, mark)
            mark.append(piece)
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
        number = str(len(self._comments))
        self._comments.append(_comment(number, credit, words))
        start, end, reference = (
            self._make(w(tag), {w("id"): number})
            for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        holder = self._make(w("r"))
        holder.append(reference)
        first.addprevious(start)
        last.addnext(end)
        end.addnext(holder)

    def write_comments(self) -> None:
        """All of them in one go; a file without comments gets no part for them."""
        if self._comments:
            holder = self._document.comments._comments_elm  # noqa: SLF001 - one at a time is slow
            holder.extend(
                parse_xml(f"<w:comments {DECLARED}>{''.join(self._comments)}</w:comments>")
            )


def _comment(number: str, credit: Credit, words: str) -> str:
    first, *more = words.split("\n")
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    lines = [paragraph(_STYLE, sign + run(first)), *(paragraph(_STYLE, run(line)) for line in more)]
    return (
        f'<w:comment w:id="{number}" w:author="{one_line(credit.author)}" '
        f'w:initials="{one_line(initials(credit.author))}" w:date="{_moment(credit.date)}">'
        f"{''.join(lines)}</w:comment>"
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def initials(author: str) -> str:
    """The first letters of the first three words."""
    return "".join(word[0] for word in author.split()[:3] if word).upper()
