"""The draft of a real process: versions, rewriting, pictures, Word, house style."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from strategykit.actions.acting import now
from strategykit.actions.draft_versions import (
    compare,
    keep_version,
    version_of,
    version_word,
    versions_of,
)
from strategykit.actions.drafts import (
    Choices,
    compose_now,
    danish_day,
    draft_of,
    draft_word,
    draw_pictures,
)
from strategykit.actions.example import load_case
from strategykit.actions.house_style import drop_house_style, house_style_of, keep_house_style
from strategykit.actions.materials import revision_of
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.rewrites import rewrite, rewrite_of, unwrite
from strategykit.domain.boards import Note
from strategykit.domain.drafts import DraftVersion, not_rewritten
from strategykit.domain.outline import Figure, Paragraph
from strategykit.domain.people import Access, Who
from strategykit.domain.process import Process
from strategykit.errors import EditConflict, Empty, FileBroken, HouseStyleLacks, NotAllowed, TooLong
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.drafts import all_text, paragraph
from tests.support.makers import a_process

KEY = "swot:svagheder:flest"


@pytest.fixture
def broendby(db: Database, who: Who) -> Process:
    """The shipped example."""
    return load_case(db, who, "broendby")


def words(data: bytes) -> str:
    """The text of a Word file."""
    return "\n".join(p.text for p in docx.Document(BytesIO(data)).paragraphs)


def a_note(process: Process, text: str = "Noget nyt") -> Note:
    """A note that the draft tells of, though nobody has given it a dot."""
    return Note(id="ny", process_id=process.id, board="swot", field="styrker", text=text)


def test_versions_are_numbered_and_a_double_tap_keeps_one(both: Database, who: Who) -> None:
    process = a_process(both, who)
    first = keep_version(both, who, process.id, "a", "Til mødet")
    again = keep_version(both, who, process.id, "a", "Til mødet")
    second = keep_version(both, who, process.id, "b")
    assert (first.number, again.number, second.number) == (1, 1, 2)
    assert [(v.number, v.note) for v in versions_of(both, process.id)] == [
        (2, ""),
        (1, "Til mødet"),
    ]
    assert version_of(both, process.id, "a").draft == first.draft


def test_two_who_keep_at_the_same_time_get_two_numbers(both: Database, who: Who) -> None:
    process = a_process(both, who)
    with ThreadPoolExecutor(6) as pool:
        kept = list(pool.map(lambda n: keep_version(both, who, process.id, f"v{n}"), range(6)))
    assert sorted(version.number for version in kept) == [1, 2, 3, 4, 5, 6]


def test_a_kept_version_stays_as_it_was(db: Database, who: Who, broendby: Process) -> None:
    kept = keep_version(db, who, broendby.id, "a")
    add_entry(db, who, a_note(broendby))
    assert version_of(db, broendby.id, "a").draft == kept.draft
    now_ = compose_now(db, broendby)
    assert now_ != kept.draft
    assert compare(db, broendby.id, "a", now_)
    assert compare(db, broendby.id, "a", "a") == ()


def test_the_cover_says_whether_the_draft_is_kept(
    db: Database, who: Who, broendby: Process
) -> None:
    assert compose_now(db, broendby).cover.status == "Udkast (ikke gemt)"
    kept = keep_version(db, who, broendby.id, "a").draft
    assert (kept.cover.status, kept.cover.version) == ("Udkast", 1)
    assert compose_now(db, broendby) == kept
    add_entry(db, who, a_note(broendby))
    changed = compose_now(db, broendby)
    assert (changed.cover.status, changed.cover.version) == ("Udkast (ikke gemt)", 2)


def test_the_draft_knows_where_the_log_stood(db: Database, who: Who, broendby: Process) -> None:
    with db.reading() as store:
        head = changes.head(store, broendby.id)
    assert keep_version(db, who, broendby.id, "a").draft.log_head == head


def test_the_draft_is_composed_once_for_each_change(
    db: Database, who: Who, broendby: Process
) -> None:
    today = danish_day(now())
    first = draft_of(db, broendby.id, revision_of(db, broendby.id), today)
    assert draft_of(db, broendby.id, revision_of(db, broendby.id), today) is first
    add_entry(db, who, a_note(broendby))
    assert draft_of(db, broendby.id, revision_of(db, broendby.id), today) is not first


def test_an_example_says_so_on_every_page(db: Database, broendby: Process) -> None:
    assert compose_now(db, broendby).cover.notice.startswith("Opdigtet eksempel. ")


def test_what_was_chosen_goes_into_the_version(db: Database, who: Who, broendby: Process) -> None:
    loose = "Alle unge har prøvet en rigtig arbejdsplads\n"
    plain = keep_version(db, who, broendby.id, "a").draft
    chosen = keep_version(db, who, broendby.id, "b", choices=Choices(raw_notes=True)).draft
    rows = [b for _, b in chosen.blocks() if "droemme:sedler" in b.key]
    assert rows
    assert not [b for _, b in plain.blocks() if "droemme:sedler" in b.key]
    assert loose.strip() in all_text(chosen)


def test_a_rewrite_is_kept_changed_and_taken_back(
    db: Database, who: Who, broendby: Process
) -> None:
    block = paragraph(compose_now(db, broendby), KEY)
    fresh = not_rewritten(broendby.id, block)
    kept = rewrite(db, who, None, replace(fresh, text="Første"))
    again = rewrite(db, who, kept, replace(kept, text="Anden"))
    assert paragraph(compose_now(db, broendby), KEY).text == "Anden"
    unwrite(db, who, again)
    assert rewrite_of(db, broendby.id, KEY) is None
    assert paragraph(compose_now(db, broendby), KEY).text == block.text


def test_two_who_rewrite_the_same_paragraph_see_each_other(
    db: Database, who: Who, broendby: Process
) -> None:
    fresh = not_rewritten(broendby.id, paragraph(compose_now(db, broendby), KEY))
    kept = rewrite(db, who, None, replace(fresh, text="Deres"))
    with pytest.raises(EditConflict) as conflict:
        rewrite(db, who, None, replace(fresh, text="Mine"))
    assert conflict.value.theirs.text == "Deres"  # type: ignore[attr-defined]
    rewrite(db, who, kept, replace(kept, text="Deres igen"))
    with pytest.raises(EditConflict):
        unwrite(db, who, kept)


def test_a_rewrite_cannot_be_empty_and_a_note_not_endless(
    db: Database, who: Who, broendby: Process
) -> None:
    fresh = not_rewritten(broendby.id, Paragraph(KEY, "Tekst"))
    with pytest.raises(Empty):
        replace(fresh, text=" ")
    with pytest.raises(TooLong):
        keep_version(db, who, broendby.id, "a", "x" * 301)
    assert entries(db, broendby.id, DraftVersion) == ()


def test_a_stranger_keeps_nothing(db: Database, broendby: Process) -> None:
    with pytest.raises(NotAllowed):
        keep_version(db, Who(Access.STRANGER), broendby.id, "a")


def test_every_figure_is_drawn_and_told_of(db: Database, broendby: Process) -> None:
    draft = compose_now(db, broendby)
    heard: list[tuple[int, int]] = []
    drawn = draw_pictures(draft, lambda count, of_all: heard.append((count, of_all)))
    figures = [block for _, block in draft.blocks() if isinstance(block, Figure)]
    assert set(drawn) == {figure.chart for figure in figures}
    assert heard == [(n, len(figures)) for n in range(1, len(figures) + 1)]
    assert all(picture.png.startswith(b"\x89PNG") for picture in drawn.values())


def test_the_word_file_holds_the_draft(db: Database, who: Who, broendby: Process) -> None:
    keep_version(db, who, broendby.id, "a")
    add_entry(db, who, a_note(broendby))
    before, after = version_word(db, broendby.id, "a"), draft_word(db, broendby)
    assert "Udkast, version 1" in words(before)
    assert "Udkast (ikke gemt), version 2" in words(after)
    assert "Praktik som vej ind" in words(after)
    assert version_word(db, broendby.id, "a") == before


def test_a_house_style_without_headings_is_refused_by_name(
    db: Database, who: Who, broendby: Process
) -> None:
    bare = docx.Document()
    bare.styles["Heading 2"].delete()
    file = BytesIO()
    bare.save(file)
    with pytest.raises(HouseStyleLacks, match="Overskrift 2"):
        keep_house_style(db, who, broendby.id, "u", "skabelon.docx", file.getvalue())
    with pytest.raises(FileBroken):
        keep_house_style(db, who, broendby.id, "u", "skabelon.docx", b"ikke en docx")
    assert house_style_of(db, broendby.id) is None


def test_a_house_style_takes_the_place_of_the_last(
    db: Database, who: Who, broendby: Process
) -> None:
    file = BytesIO()
    docx.Document().save(file)
    keep_house_style(db, who, broendby.id, "u1", "gammel.docx", file.getvalue())
    keep_house_style(db, who, broendby.id, "u2", "ny.docx", file.getvalue())
    there = house_style_of(db, broendby.id)
    assert there is not None
    assert there.name == "ny.docx"
    drop_house_style(db, who, there)
    assert house_style_of(db, broendby.id) is None
