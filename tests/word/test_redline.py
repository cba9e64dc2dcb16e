"""A redline reads as the new version with all accepted and as the old with all rejected."""

import io
import random
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version, version_of, version_word
from strategykit.actions.example import load_case
from strategykit.actions.next_version import make_next_version, next_version_plan, redline_word
from strategykit.actions.points import decide, wishes_of
from strategykit.actions.sending_out import send_out, sent_file
from strategykit.actions.taking_in import Reviewer, take_file
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Block, Draft, Paragraph, Table, Tone, text_of
from strategykit.domain.people import Who
from strategykit.domain.reviews import SendOut, Verdict
from strategykit.drafting.read_back import read_back
from strategykit.drafting.redline import Credit, write_redline
from strategykit.drafting.word import write_word
from strategykit.storage.database import Database
from tests.support.office import faults
from tests.support.returning import Job, edited, in_libreoffice
from tests.support.sent_drafts import small_draft
from tests.support.word_drafts import NOW, pictures, rich_draft

DECIDED = datetime(2026, 6, 9, 18, 30, tzinfo=UTC)
PAIRS = 20


def credits_of(_place: str, _removed: str, added: str) -> Credit:
    author = "Anne Eksempel" if added else "Bo Eksempel"
    return Credit(author, DECIDED, "Besluttet i workshop 4: godtaget.")


def redline(old: Draft, new: Draft) -> bytes:
    return write_redline(written(old), written(new), credits_of, NOW)


def written(draft: Draft) -> bytes:
    return write_word(draft, pictures(), NOW)


def changed(draft: Draft, seed: int) -> Draft:
    """Another version: words, paragraphs, rows, headings and whole sections changed by chance."""
    chance = random.Random(seed)
    sections = [_changed(s, chance) for s in draft.sections]
    if chance.random() < 0.5:
        moved = sections.pop(chance.randrange(len(sections)))
        sections.insert(chance.randrange(len(sections)), moved)
    if chance.random() < 0.3:
        sections.pop(chance.randrange(len(sections)))
    return replace(draft, sections=tuple(sections))


def _changed(section: Any, chance: random.Random) -> Any:
    blocks = [b for b in section.blocks if chance.random() > 0.1]
    blocks = [_other(b, chance) for b in blocks]
    if chance.random() < 0.4:
        new = Paragraph(
            f"ny:{section.key}", f"Et nyt afsnit {chance.randrange(99)}.", tone=Tone.LEAD
        )
        blocks.insert(chance.randrange(len(blocks) + 1), new)
    title = section.title + " i dag" if chance.random() < 0.2 else section.title
    return replace(section, title=title, blocks=tuple(blocks))


def _other(block: Block, chance: random.Random) -> Block:
    if isinstance(block, Paragraph) and chance.random() < 0.4:
        words = block.text.split(" ")
        words[chance.randrange(len(words))] = "ændret"
        return replace(block, text=" ".join(words))
    if isinstance(block, Table) and chance.random() < 0.6:
        rows = [r for r in block.rows if chance.random() > 0.2]
        rows = [(f"{r[0]} nu", *r[1:]) if chance.random() < 0.3 else r for r in rows]
        if chance.random() < 0.4:
            rows.insert(chance.randrange(len(rows) + 1), tuple("Ny" for _ in block.header))
        return replace(block, rows=tuple(rows))
    return block


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Redlines of random versions, with what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp("redlines")
    drafts = [(small_draft(), changed(small_draft(), seed)) for seed in range(PAIRS)]
    drafts.append((rich_draft(), changed(rich_draft(), 1)))
    jobs = []
    for n, (old, new) in enumerate(drafts):
        files = {"old": written(old), "new": written(new), "redline": redline(old, new)}
        for name, data in files.items():
            (folder / f"{n}-{name}.docx").write_bytes(data)
        jobs += [
            Job(folder / f"{n}-old.docx", [("texts",)]),
            Job(folder / f"{n}-new.docx", [("texts",)]),
            Job(
                folder / f"{n}-redline.docx", [("dispatch", "RejectAllTrackedChanges"), ("texts",)]
            ),
            Job(
                folder / f"{n}-redline.docx", [("dispatch", "AcceptAllTrackedChanges"), ("texts",)]
            ),
        ]
    said = [each[0] for each in in_libreoffice(folder, jobs)]
    return [(drafts[n], said[4 * n : 4 * n + 4]) for n in range(len(drafts))]


@pytest.mark.timeout(600)
def test_reject_all_is_the_old_version_and_accept_all_the_new(pairs: list[Any]) -> None:
    for (old, new), (was, now, rejected, accepted) in pairs:
        assert body(rejected, new) == body(was, old)
        assert body(accepted, new) == body(now, new)


def body(texts: Sequence[str], draft: Draft) -> list[str]:
    """What is read, without the list of contents, which stands as in the new version."""
    plain = [re.sub(r"\s+", " ", t).strip() for t in texts]
    plain = [t for t in plain if t]
    at = plain.index("Indhold")
    entries = sum(s.level <= 2 for s in draft.sections) + bool(draft.sources)
    return plain[:at] + plain[at + 1 + entries :]


def test_the_redline_is_a_sound_word_file(tmp_path: Path) -> None:
    data = redline(rich_draft(), changed(rich_draft(), 3))

    assert faults(data, tmp_path) == []
    names = re.findall(r'bookmarkStart [^>]*w:name="([^"]*)"', part(data, "word/document.xml"))
    assert len(names) == len(set(names))


def test_each_change_bears_its_proposer_date_and_decision() -> None:
    old = small_draft()
    first = old.sections[0]
    text = first.blocks[0].text  # type: ignore[union-attr]
    block = replace(first.blocks[0], text=text.replace("kommunen", "byrådet"))
    new = replace(
        old, sections=(replace(first, blocks=(block, *first.blocks[1:])), *old.sections[1:])
    )

    marks = read_back(redline(old, new)).marks

    change = next(m for m in marks if m.removed == "kommunen" and m.added == "byrådet")
    assert (change.author, change.date) == ("Anne Eksempel", DECIDED)
    note = next(m for m in marks if m.text)
    assert note.text == ("Slettet: kommunen\nTilføjet: byrådet\nBesluttet i workshop 4: godtaget.")
    assert (note.author, note.date) == ("Anne Eksempel", DECIDED)


def test_equal_versions_give_no_mark_and_equal_bytes() -> None:
    draft = rich_draft()

    assert read_back(redline(draft, draft)).marks == ()
    assert redline(draft, changed(draft, 5)) == redline(draft, changed(draft, 5))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.timeout(600)
def test_the_examples_own_versions_are_what_libreoffice_reckons(
    db: Database, who: Who, tmp_path: Path
) -> None:
    sent = sent_example(db, who)
    old = version_of(db, sent.process_id, sent.version_id)
    take_file(db, Reviewer(name="Anne Eksempel"), sent, marked_at_home(db, sent, tmp_path))
    found = wishes_of(db, sent.process_id, sent.id)
    for wish in found:
        decide(db, who, wish, Verdict.ACCEPTED)
    plan = next_version_plan(db, sent).carried
    new = make_next_version(db, who, sent, new_id())

    kinds = {wish.first.kind for wish in found}
    assert {MarkKind.ROW_ADDED, MarkKind.ROW_REMOVED, MarkKind.JOIN, MarkKind.SPLIT} <= kinds
    assert plan.done == {wish.point.id for wish in found}  # nothing is left to hand
    was, now, rejected, accepted = judged(db, old, new, tmp_path / "dom")
    assert body(rejected, new.draft) == body(was, old.draft)
    assert body(accepted, new.draft) == body(now, new.draft)
    assert body(was, old.draft) != body(now, new.draft)


def sent_example(db: Database, who: Who) -> SendOut:
    process = load_case(db, who, "broendby")
    version = keep_version(db, who, process.id, new_id())
    wanted = SendOut(id=new_id(), process_id=process.id, version_id=version.id)
    return send_out(db, who, wanted)


def marked_at_home(db: Database, sent: SendOut, folder: Path) -> bytes:
    """Rows, paragraphs, a heading and a caption changed in LibreOffice."""
    draft = version_of(db, sent.process_id, sent.version_id).draft
    tables = [b for _, b in draft.blocks() if isinstance(b, Table) and b.caption]
    cells = [(t, row[0]) for t in tables for row in t.rows if alone(draft, row[0])]
    (first, above), (_, below) = cells[0], cells[-1]
    texts = [b.text for _, b in draft.blocks() if isinstance(b, Paragraph)]
    long = [t for t in texts if len(t) > 120 and t.isprintable() and alone(draft, t[:40])]
    joined = next(
        a for a, b in pairwise(texts) if a in long and b in long[:8] and below_it(draft, a, b)
    )
    rest = [t for t in long if t != joined and t != texts[texts.index(joined) + 1]]
    return edited(
        sent_file(db, sent), folder, ("author", "Anne Eksempel"), ("track", True),
        ("add_row_after", above, *(f"Ny {n}" for n in range(len(first.header)))),
        ("delete_row", below),
        ("join_after", joined[:40]),
        ("insert_after", rest[0][:60], "\n"),
        ("insert_after", rest[1][-30:], "\nEt nyt stykke."),
        ("delete_paragraph", rest[2][:40]),
        ("insert_after_last", draft.sections[1].title, " i dag"),
    )  # fmt: skip


def alone(draft: Draft, words: str) -> bool:
    """Whether the words stand in one place only, so that they can be found."""
    whole = "\n".join(text_of(b) for _, b in draft.blocks())
    return len(words) > 8 and words.isprintable() and whole.count(words) == 1


def below_it(draft: Draft, first: str, second: str) -> bool:
    """Whether the two stand together in one chapter."""
    for section in draft.sections:
        texts = [text_of(b) for b in section.blocks]
        if (first, second) in pairwise(texts):
            return True
    return False


def judged(db: Database, old: DraftVersion, new: DraftVersion, folder: Path) -> Any:
    """What LibreOffice reads in both versions, and in the redline rejected and accepted."""
    folder.mkdir()
    files = {
        "old": version_word(db, old.process_id, old.id),
        "new": version_word(db, old.process_id, new.id),
        "redline": redline_word(db, old.process_id, old.id, new.id),
    }
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    resolved = [
        Job(folder / "redline.docx", [("dispatch", f"{act}AllTrackedChanges"), ("texts",)])
        for act in ("Reject", "Accept")
    ]
    plain = [Job(folder / f"{name}.docx", [("texts",)]) for name in ("old", "new")]
    return [each[0] for each in in_libreoffice(folder, [*plain, *resolved])]
