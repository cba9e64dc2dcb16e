"""From what a reviewer wrote beside a part of the draft to a mark."""

from dataclasses import dataclass

from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.merging import changed_words
from strategykit.domain.outline import Draft
from strategykit.domain.reviews import ReviewMark, SendOut
from strategykit.domain.rewriting import text_at
from strategykit.domain.text import clean
from strategykit.errors import NotFound, NothingSaid

PLACE = "Stedet i udkastet"


@dataclass(frozen=True)
class Written:
    """One form: where it stood, the wording as it was sent back, and the comment."""

    section: str
    block: str
    part: str
    wording: str
    comment: str


def mark_of(sent: SendOut, draft: Draft, written: Written, mark_id: str) -> ReviewMark:
    """A proposal when the wording differs from the draft's, else a comment.

    A wording that is empty proposes nothing. Raises NothingSaid or NotFound.
    """
    section, before = text_at(draft, written.block or written.section, written.part)
    if section is None or section.key != written.section:
        raise NotFound(PLACE)
    before, after, comment = clean(before), clean(written.wording), clean(written.comment)
    changed = bool(after) and after != before
    if not changed and not comment:
        raise NothingSaid
    removed, added = changed_words(before, after) if changed else ("", "")
    return ReviewMark(
        id=mark_id, process_id=sent.process_id, send_out_id=sent.id,
        kind=MarkKind.CHANGE if changed else MarkKind.COMMENT, section=written.section,
        block=written.block, part=written.part, placed_by=PlacedBy.BOOKMARK, text=comment,
        removed=removed, added=added, before=before, after=after if changed else "",
    )  # fmt: skip
