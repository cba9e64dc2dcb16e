"""Rewriting by hand, and the comparison of two versions."""

from datetime import date

from strategykit.domain.differences import PieceKind
from strategykit.domain.drafts import (
    ChangeKind,
    Rewrite,
    changes_between,
    may_be_rewritten,
)
from strategykit.domain.outline import (
    Block,
    Cover,
    Draft,
    Figure,
    Paragraph,
    Ref,
    Section,
    Source,
    Table,
    Tone,
    text_of,
)
from strategykit.domain.rewriting import overtaken, with_rewrites

COVER = Cover("Prøvestrategi", "Prøve Kommune", "Prøveudvalget", date(2026, 6, 3), 1, "Udkast")
WHY = Paragraph("omraader:a:hvorfor", "Fordi det virker.", (Ref("Area", "a", "Området"),))


def a_draft(*blocks: Block, title: str = "Områder") -> Draft:
    section = Section("omraader", title, 1, blocks)
    return Draft("d", COVER, (section,), (Source(1, "Kilden"),))


def a_rewrite(**values: str) -> Rewrite:
    given = {"block": WHY.key, "text": "Fordi vi har set det virke.", "composed": WHY.text} | values
    return Rewrite(id="r", process_id="p", **given)


def test_a_rewrite_changes_the_words_and_keeps_what_they_rest_on() -> None:
    ((_, block),) = with_rewrites(a_draft(WHY), [a_rewrite()]).blocks()
    assert isinstance(block, Paragraph)
    assert block.text == "Fordi vi har set det virke."
    assert block.rests_on == WHY.rests_on
    assert block.rewritten


def test_agreed_texts_and_what_is_missing_are_not_rewritten() -> None:
    vision = Paragraph("vision:tekst", "Alle er med.", tone=Tone.STATEMENT)
    lack = Paragraph("maal:mangler", "Mål mangler.", tone=Tone.MISSING)
    summary = Paragraph("swot:sammenfatning", "Kort sagt.")
    assert not any(may_be_rewritten(block) for block in (vision, lack, summary))
    draft = a_draft(vision)
    assert with_rewrites(draft, [a_rewrite(block=vision.key)]) == draft


def test_a_rewrite_is_overtaken_when_its_paragraph_says_something_else() -> None:
    changed = Paragraph(WHY.key, "Fordi det er besluttet.")
    assert overtaken(a_draft(WHY), [a_rewrite()]) == ()
    (found,) = overtaken(a_draft(changed), [a_rewrite()])
    assert found.now == "Fordi det er besluttet."
    assert found.section is not None
    (gone,) = overtaken(a_draft(), [a_rewrite()])
    assert (gone.now, gone.section) == ("", None)


def test_equal_drafts_have_no_changes() -> None:
    assert changes_between(a_draft(WHY), a_draft(WHY)) == ()


def test_changes_are_told_by_block_and_in_words() -> None:
    new = Paragraph("omraader:ny", "Helt nyt.")
    changed = Paragraph(WHY.key, "Fordi det ikke virker.")
    old_only = Paragraph("omraader:gammel", "Helt væk.")
    found = changes_between(a_draft(WHY, old_only), a_draft(changed, new, title="Indsatsområder"))
    kinds = {change.key: change.kind for change in found}
    assert kinds == {
        "overskrift:omraader": ChangeKind.CHANGED,
        WHY.key: ChangeKind.CHANGED,
        new.key: ChangeKind.ADDED,
        old_only.key: ChangeKind.REMOVED,
    }
    added = [
        p.text for c in found if c.key == WHY.key for p in c.pieces if p.kind is PieceKind.ADDED
    ]
    assert [text.strip() for text in added] == ["ikke"]


def test_a_changed_cell_and_a_changed_source_are_seen() -> None:
    old = Table("t", "Mål", ("Mål", "År"), (("Færre", "2027"),), "")
    new = Table("t", "Mål", ("Mål", "År"), (("Færre", "2028"),), "")
    assert [c.key for c in changes_between(a_draft(old), a_draft(new))] == ["t"]
    other = Draft("d", COVER, a_draft(old).sections, (Source(1, "En anden kilde"),))
    assert [c.key for c in changes_between(a_draft(old), other)] == ["kilder"]


def test_a_figure_is_read_as_its_caption_and_its_words() -> None:
    assert text_of(Figure("f", "Prikker", "Flest til styrker.", "prikker:swot")) == (
        "Prikker\nFlest til styrker."
    )
