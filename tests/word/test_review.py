"""A draft goes out, comes back from LibreOffice marked, is decided on and becomes a new version."""

from pathlib import Path

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.draft_versions import keep_version, version_of
from strategykit.actions.example import load_case
from strategykit.actions.next_version import make_next_version, redline_word
from strategykit.actions.points import decide, wishes_of
from strategykit.actions.sending_out import send_out, sent_file
from strategykit.actions.taking_in import Reviewer, marks_of, take_file
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.outline import Paragraph, Table
from strategykit.domain.people import Who
from strategykit.domain.points import Wish
from strategykit.domain.process import Process
from strategykit.domain.reviews import SendOut, Verdict
from strategykit.drafting.read_back import read_back
from strategykit.errors import WishesCollide
from strategykit.storage.database import Database
from tests.support.returning import edited

ANNE, BO = Reviewer(name="Anne Eksempel"), Reviewer(name="Bo Eksempel")


@pytest.fixture
def broendby(db: Database, who: Who) -> Process:
    return load_case(db, who, "broendby")


@pytest.fixture
def sent(db: Database, who: Who, broendby: Process) -> SendOut:
    version = keep_version(db, who, broendby.id, new_id())
    wanted = SendOut(id=new_id(), process_id=broendby.id, version_id=version.id)
    return send_out(db, who, wanted)


def paragraphs(version: DraftVersion) -> list[Paragraph]:
    return [
        block
        for _, block in version.draft.blocks()
        if isinstance(block, Paragraph) and len(block.text) > 90 and "\n" not in block.text
    ]


def only(found: tuple[Wish, ...], added: str) -> Wish:
    (wish,) = [w for w in found if w.first.added.strip() == added]
    return wish


def test_a_marked_file_becomes_the_next_version(
    db: Database, who: Who, sent: SendOut, tmp_path: Path
) -> None:
    version = version_of(db, sent.process_id, sent.version_id)
    first, second, third, fourth = _unique(paragraphs(version))[:4]
    back = edited(
        sent_file(db, sent), tmp_path,
        ("author", "Anne Eksempel"), ("track", True),
        ("replace", first.text[:20], "Helt andre ord"),
        ("delete", second.text[-30:]),
        ("insert_after", third.text[-30:], "\nEt nyt afsnit fra Anne."),
        ("insert_after", fourth.text[:25], " afvist"),
    )  # fmt: skip

    received, new = take_file(db, ANNE, sent, back)
    again, new_again = take_file(db, ANNE, sent, back)
    found = wishes_of(db, sent.process_id, sent.id)
    decide(db, who, only(found, "Helt andre ord"), Verdict.ACCEPTED, reason="Det er klarere.")
    gone = next(w for w in found if w.first.removed and not w.first.added)
    decide(db, who, gone, Verdict.REWORDED, final="Udvalgets egne ord.")
    decide(db, who, only(found, "Et nyt afsnit fra Anne."), Verdict.ACCEPTED)
    decide(db, who, only(found, "afvist"), Verdict.REJECTED, reason="Det står der allerede.")
    after = make_next_version(db, who, sent, new_id(), "Efter workshop 4")

    assert (new, new_again, again.id) == (True, False, received.id)
    assert len(marks_of(db, sent)) == received.marks == 4
    texts = {b.key: b.text for b in paragraphs_of(after)}
    assert texts[first.key] == "Helt andre ord" + first.text[20:]
    assert texts[second.key] == "Udvalgets egne ord."
    assert texts[fourth.key] == fourth.text
    assert "Et nyt afsnit fra Anne." in texts.values()
    marks = read_back(redline_word(db, sent.process_id, version.id, after.id)).marks
    change = next(m for m in marks if m.added == "Helt andre ord")
    assert change.author == "Anne Eksempel"
    assert any("Besluttet: godtaget: Det er klarere." in m.text for m in marks)


def _unique(found: list[Paragraph]) -> list[Paragraph]:
    texts = [p.text[:25] for p in found]
    return [p for p in found if texts.count(p.text[:25]) == 1 and p.text.isprintable()]


def paragraphs_of(version: DraftVersion) -> list[Paragraph]:
    return [b for _, b in version.draft.blocks() if isinstance(b, Paragraph)]


def test_two_files_with_the_same_wish_are_one_point_and_other_words_collide(
    db: Database, who: Who, sent: SendOut, tmp_path: Path
) -> None:
    version = version_of(db, sent.process_id, sent.version_id)
    first = _unique(paragraphs(version))[0]
    word = first.text.split()[0]
    for reviewer, words in ((ANNE, "Et andet"), (BO, "Et andet"), (BO, "Noget helt tredje")):
        back = edited(
            sent_file(db, sent), tmp_path / new_id(),
            ("author", reviewer.name), ("track", True), ("replace", first.text[:25], words),
        )  # fmt: skip
        take_file(db, reviewer, sent, back)

    found = wishes_of(db, sent.process_id, sent.id)
    for wish in found:
        decide(db, who, wish, Verdict.ACCEPTED)

    assert word
    assert {w.authors for w in found} == {("Anne Eksempel", "Bo Eksempel"), ("Bo Eksempel",)}
    with pytest.raises(WishesCollide):
        make_next_version(db, who, sent, new_id())


def test_references_in_a_paragraph_are_no_words_of_it(
    db: Database, who: Who, sent: SendOut, tmp_path: Path
) -> None:
    version = version_of(db, sent.process_id, sent.version_id)
    cited = next(p for p in _unique(paragraphs(version)) if p.cites)
    back = edited(
        sent_file(db, sent), tmp_path,
        ("author", "Anne Eksempel"), ("track", True), ("insert_after", cited.text[:25], " NU"),
    )  # fmt: skip

    take_file(db, ANNE, sent, back)
    (wish,) = wishes_of(db, sent.process_id, sent.id)
    decide(db, who, wish, Verdict.ACCEPTED)
    after = make_next_version(db, who, sent, new_id())

    (changed,) = [p for p in paragraphs_of(after) if p.key == cited.key]
    assert changed.text == f"{cited.text[:25]} NU{cited.text[25:]}"
    assert changed.cites == cited.cites


def test_a_tables_cell_is_changed_where_it_stands(
    db: Database, who: Who, sent: SendOut, tmp_path: Path
) -> None:
    version = version_of(db, sent.process_id, sent.version_id)
    table, row, column = _lonely_cell(version)
    text = table.rows[row][column]
    back = edited(
        sent_file(db, sent), tmp_path,
        ("author", "Anne Eksempel"), ("track", True), ("insert_after", text, " rettet"),
    )  # fmt: skip

    take_file(db, ANNE, sent, back)
    (wish,) = wishes_of(db, sent.process_id, sent.id)
    decide(db, who, wish, Verdict.ACCEPTED)
    after = make_next_version(db, who, sent, new_id())

    changed = next(b for _, b in after.draft.blocks() if b.key == table.key)
    assert isinstance(changed, Table)
    assert changed.rows[row][column] == f"{text} rettet"


def _lonely_cell(version: DraftVersion) -> tuple[Table, int, int]:
    """A cell whose words stand nowhere else."""
    tables = [b for _, b in version.draft.blocks() if isinstance(b, Table) and b.caption]
    whole = "\n".join(p.text for p in paragraphs_of(version)) + "\n".join(
        cell for t in tables for row in t.rows for cell in row
    )
    for table in tables:
        for n, row in enumerate(table.rows):
            for m, cell in enumerate(row):
                if len(cell) > 12 and cell.isprintable() and whole.count(cell) == 1:
                    return table, n, m
    raise AssertionError("no such cell")
