"""A draft of the example that is out to be marked by two members."""

from dataclasses import dataclass
from typing import TypeGuard

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version
from strategykit.actions.example import load_case
from strategykit.actions.registers import add_entry
from strategykit.actions.sending_out import send_out, sent_file, sent_version
from strategykit.actions.taking_in import Reviewer, take_mark
from strategykit.domain.outline import Block, Draft, Paragraph, Tone
from strategykit.domain.people import Access, Person, Who
from strategykit.domain.process import Process
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import ReviewMark, SendOut
from strategykit.storage.database import Database
from tests.support.word_marks import (
    BY,
    NAMES,
    changed,
    new,
    office,
    paragraph,
    run,
    with_part,
    xml,
)

LONG = 60
LEADER = Who(Access.FACILITATOR)


@dataclass(frozen=True)
class Review:
    """The review with its first two readers."""

    db: Database
    process: Process
    sent: SendOut
    people: tuple[Person, Person]
    draft: Draft

    @property
    def anne(self) -> Reviewer:
        return Reviewer(self.people[0].id, self.people[0].name)

    @property
    def bo(self) -> Reviewer:
        return Reviewer(self.people[1].id, self.people[1].name)

    @property
    def paragraphs(self) -> tuple[tuple[str, Paragraph], ...]:
        """Those that can be told apart by how they begin, each with its section."""
        found = []
        for section, block in self.draft.blocks():
            if _is_plain(block):
                found.append((section.key, block))
        begun = [b.text[:40] for _, b in found]
        return tuple((s, b) for s, b in found if begun.count(b.text[:40]) == 1)

    def say(self, reviewer: Reviewer, wording: str = "", comment: str = "") -> ReviewMark:
        """A mark at the first paragraph, from the browser."""
        section, block = self.paragraphs[0]
        written = Written(section, block.key, "", wording or block.text, comment)
        mark = mark_of(self.sent, self.draft, written, new_id())
        return take_mark(self.db, reviewer, self.sent, mark)

    def file(self, *words: str) -> bytes:
        """The Word file as it comes back with each of the words added to a paragraph of its own."""
        data = sent_file(self.db, self.sent)

        def mark(root: object) -> None:
            for (_, block), word in zip(self.paragraphs, words, strict=False):
                paragraph(root, block.text[:40]).extend(xml(new(f" {word}")))

        return changed(data, mark)

    def commented(self, words: str) -> bytes:
        """The Word file as it comes back with a comment."""
        comment = (
            f'<w:comments {NAMES}><w:comment w:id="1" {BY}><w:p>{run(words)}</w:p></w:comment>'
            "</w:comments>"
        )
        start = self.paragraphs[0][1].text[:40]

        def mark(root: object) -> None:
            there = paragraph(root, start)
            there.extend(
                xml('<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
            )

        data = changed(sent_file(self.db, self.sent), mark)
        return with_part(data, "word/comments.xml", office("comments"), comment)


def _is_plain(block: Block) -> TypeGuard[Paragraph]:
    if not isinstance(block, Paragraph) or block.tone is Tone.MISSING or block.cites:
        return False
    return len(block.text) > LONG and "\n" not in block.text


def a_review(db: Database, *, others_seen: bool = False) -> Review:
    """The example's draft, sent out to Anne and Bo."""
    process = load_case(db, LEADER, "broendby")
    version = keep_version(db, LEADER, process.id, new_id())
    people = tuple(
        Person(id=new_id(), process_id=process.id, name=f"{name} Eksempel")
        for name in ("Anne", "Bo")
    )
    for person in people:
        add_entry(db, LEADER, person)
    wanted = SendOut(
        id=new_id(), process_id=process.id, version_id=version.id, others_seen=others_seen,
        person_ids=tuple(p.id for p in people),
    )  # fmt: skip
    sent = send_out(db, LEADER, wanted)
    return Review(db, process, sent, (people[0], people[1]), sent_version(db, sent).draft)
