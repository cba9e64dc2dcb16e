"""Comments of the file: author, date, words, what they are tied to, their thread."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from strategykit.domain.found_marks import UNKNOWN, FoundMark, MarkKind, Place, Reply
from strategykit.drafting.read_back.groups import Group, words
from strategykit.drafting.read_back.lines import lines_of
from strategykit.drafting.read_back.package import Package
from strategykit.drafting.read_back.tokens import Line, Token, moment
from strategykit.drafting.word.oxml import w

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


LONGEST_ANCHOR = 2_000


@dataclass
class Comment:
    """A comment as it stands in comments.xml; `key` is the last paragraph's w14:paraId."""

    id: str
    author: str
    date: datetime | None
    text: str
    key: str = ""
    resolved: bool = False
    parent: str = ""
    replies: list["Comment"] = field(default_factory=list)


def comments_of(package: Package) -> dict[str, Comment]:
    """Every comment by its id; answers lie under the one that they answer, and are left out."""
    found = {c.id: c for _, root in package.related("comments") for c in _read(root)}
    by_key = {comment.key: comment for comment in found.values() if comment.key}
    for _, root in package.related("commentsExtended"):
        for about in root:
            comment = by_key.get(about.get(f"{_W15}paraId", "")) if _is_tag(about) else None
            if comment is not None:
                comment.resolved = about.get(f"{_W15}done") in ("1", "true")
                comment.parent = about.get(f"{_W15}paraIdParent", "")
    for comment in found.values():
        parent = by_key.get(comment.parent)
        if parent is not None and parent is not comment:
            parent.replies.append(comment)
    return {c.id: c for c in found.values() if c.parent not in by_key or by_key[c.parent] is c}


def comment_marks(
    comments: dict[str, Comment], groups: Sequence[Group], places: Sequence[Place]
) -> Iterator[FoundMark]:
    """A mark for each comment, in the order of the text; those tied to nothing come last."""
    if not comments:
        return
    left = dict(comments)
    for id_, anchored, place, before in _anchors(groups, places):
        comment = left.pop(id_, None)
        if comment is not None:
            yield _mark(comment, place, anchored, before)
    for comment in left.values():
        yield _mark(comment, Place(), "", "")


def _mark(comment: Comment, place: Place, anchored: str, before: str) -> FoundMark:
    replies = sorted(comment.replies, key=lambda c: (c.date is None, c.date or 0, c.id))
    return FoundMark(
        kind=MarkKind.COMMENT, place=place, author=comment.author, date=comment.date,
        text=comment.text, removed=anchored, before=before, resolved=comment.resolved,
        replies=tuple(Reply(r.author, r.date, r.text) for r in replies),
    )  # fmt: skip


def _anchors(
    groups: Sequence[Group], places: Sequence[Place]
) -> Iterator[tuple[str, str, Place, str]]:
    """Id, words, place and paragraph of each anchor; one over many paragraphs lies in the first."""
    reading = _Anchors()
    for group, place in zip(groups, places, strict=True):
        for line in group.lines:
            yield from reading.line(line, place, group.original)
    yield from reading.left_open()


class _Anchors:
    """The ranges that are open while the lines go by: place, paragraph and first token."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[Place, str, int]] = {}
        self._tokens: list[Token] = []

    def line(self, line: Line, place: Place, before: str) -> Iterator[tuple[str, str, Place, str]]:
        """The anchors that end in the line."""
        marks: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for id_, tag, at in line.comments:
            marks[at].append((id_, tag))
        for at, token in enumerate([*line.tokens, None]):
            for id_, tag in marks.get(at, ()):
                if tag == w("commentRangeStart"):
                    self._open[id_] = (place, before, len(self._tokens))
                elif id_ in self._open:
                    yield self._closed(id_)
                elif tag == w("commentReference"):
                    yield id_, "", place, before
            if token is not None:
                self._tokens.append(token)

    def left_open(self) -> Iterator[tuple[str, str, Place, str]]:
        """Ranges without an end, as when it was cut out with the text."""
        for id_ in list(self._open):
            yield self._closed(id_)

    def _closed(self, id_: str) -> tuple[str, str, Place, str]:
        """The words are cut when somebody has marked half the document."""
        where, before, start = self._open.pop(id_)
        said = words(self._tokens[start : start + LONGEST_ANCHOR])
        if len(said) > LONGEST_ANCHOR:
            said = f"{said[:LONGEST_ANCHOR]} …"
        return id_, said, where, before


def _read(root: Any) -> Iterator[Comment]:
    for element in root.iter(w("comment")):
        lines = list(lines_of(element))
        paragraphs = list(element.iter(w("p")))
        yield Comment(
            id=element.get(w("id"), ""),
            author=(element.get(w("author")) or "").strip() or UNKNOWN,
            date=moment(element.get(w("date"))),
            text="\n".join(words([t for t in line.tokens if t.removed is None]) for line in lines),
            key=paragraphs[-1].get(f"{_W14}paraId", "") if paragraphs else "",
        )


def _is_tag(element: Any) -> bool:
    return isinstance(element.tag, str)
