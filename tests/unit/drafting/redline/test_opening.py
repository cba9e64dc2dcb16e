"""What is alike in two versions stands aside while they are compared, and is there again after."""

from dataclasses import replace
from datetime import UTC, datetime

from strategykit.domain.found_marks import FoundMark
from strategykit.domain.outline import Block, Draft, Figure, Paragraph, Picture
from strategykit.drafting.read_back import read_back
from strategykit.drafting.redline import Credit, write_redline
from strategykit.drafting.word import write_word
from tests.support.sent_drafts import small_draft
from tests.support.word_drafts import NOW, pictures, rich_draft
from tests.support.word_marks import MAIN, parts_of, replaced

BY = Credit("Anne Eksempel", datetime(2026, 6, 9, 18, 30, tzinfo=UTC), "Godtaget.")


def redline(old: bytes, new: bytes) -> bytes:
    return write_redline(old, new, lambda *_: BY, NOW)


def written(draft: Draft, drawn: dict[str, Picture] | None = None) -> bytes:
    return write_word(draft, drawn or {}, NOW)


def with_more(draft: Draft) -> Draft:
    """The same with a sentence more in the first paragraph of every chapter."""
    sections = tuple(replace(s, blocks=(more(s.blocks[0]), *s.blocks[1:])) for s in draft.sections)
    return replace(draft, sections=sections)


def more(block: Block) -> Block:
    return replace(block, text=f"{block.text} Og mere.") if isinstance(block, Paragraph) else block


def words_of(file: bytes) -> list[str]:
    return [text.strip() for where, text in read_back(file).texts if where == "Filens tekst"]


def told(marks: tuple[FoundMark, ...]) -> list[tuple[str, str, str]]:
    return [(m.kind, m.removed, m.added) for m in marks]


def test_the_text_of_equal_versions_comes_out_as_it_went_in() -> None:
    file = written(rich_draft(), dict(pictures()))

    assert parts_of(redline(file, file))[MAIN] == parts_of(file)[MAIN]


def test_what_stood_aside_is_at_its_place_among_what_was_changed() -> None:
    old, new = small_draft(), with_more(small_draft())

    data = redline(written(old), written(new))

    assert b"w:kept" not in parts_of(data)[MAIN]
    assert words_of(data) == words_of(written(new))
    added = [m.added for m in read_back(data).marks if m.added]
    assert added == [" Og mere."] * len(old.sections)


def test_another_picture_under_the_same_words_is_a_change() -> None:
    drawn = dict(pictures())
    figure = next(b for _, b in rich_draft().blocks() if isinstance(b, Figure))
    own = drawn[figure.chart]
    other = replace(own, png=own.png + b"\0")
    swapped = {**drawn, figure.chart: other}

    data = redline(written(rich_draft(), drawn), written(rich_draft(), swapped))

    assert parts_of(data)[MAIN].count(b"<w:del ") == 1
    assert parts_of(data)[MAIN].count(b"<w:ins ") == 1


def test_a_version_that_another_program_saved_gives_the_same_marks() -> None:
    old, new = written(small_draft()), written(with_more(small_draft()))
    ours = read_back(redline(old, new)).marks

    saved = replaced(new, rb"<w:p>", b'<w:p w:rsidR="00AB12CD">')
    nested = replaced(old, rb"<w:tbl>", b'<w:tbl xml:space="default">')

    assert told(read_back(redline(old, saved)).marks) == told(ours)
    assert told(read_back(redline(nested, new)).marks) == told(ours)
    assert len(ours) > 0
