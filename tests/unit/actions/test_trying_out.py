"""A template tried out: everything filled in with invented content, down to the Word draft."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from strategykit.actions.trying_out import tried_word, try_out
from strategykit.domain.outline import Table, text_of
from strategykit.errors import TemplateProblems
from strategykit.template_files import shipped_files
from tests.support.makers import OTHER, PLAIN, YOUTH

MOMENT = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
ONLY_AT_TIMES = {"annex_votes", "annex_hearing", "annex_heard"}
TEXTS = [*(f.text for f in shipped_files()), OTHER.read_text("utf-8"), PLAIN.read_text("utf-8")]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.split("key: ", 1)[1].split("\n")[0])
def test_every_phase_can_be_left_and_no_section_is_empty(text: str) -> None:
    tried = try_out(text, MOMENT)

    assert tried.stuck == ()
    assert tried.empty == ()
    assert {section.fill for section in tried.left_out} <= ONLY_AT_TIMES


def test_the_draft_says_on_its_cover_that_it_is_invented() -> None:
    assert try_out(YOUTH, MOMENT).draft.cover.notice.startswith("Opdigtet eksempel.")


def test_there_is_a_note_of_every_field_of_every_board() -> None:
    tried = try_out(YOUTH, MOMENT)
    said = " ".join(
        " ".join(map(str, block.rows)) if isinstance(block, Table) else text_of(block)
        for _, block in tried.draft.blocks()
    ).lower()
    fields = [field.title for board in tried.template.boards for field in board.fields]

    assert [title for title in fields if f"opdigtet seddel 1 om {title.lower()}" not in said] == []


def test_it_ends_in_a_word_file() -> None:
    with ZipFile(BytesIO(tried_word(try_out(PLAIN.read_text("utf-8"), MOMENT)))) as package:
        assert "Prøve af Klimaplan" in package.read("word/document.xml").decode()


def test_a_template_with_mistakes_is_not_tried() -> None:
    with pytest.raises(TemplateProblems, match="linje"):
        try_out(YOUTH.replace("name: Ungestrategi", "nafn: Ungestrategi"), MOMENT)
