"""The draft as a whole: its keys, what it rests on, its sources, what it lacks."""

import re
from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from strategykit.domain.boards import SWOT, Note
from strategykit.domain.catalogue import FILLS, PAGES
from strategykit.domain.drafts import Rewrite
from strategykit.domain.material import Material
from strategykit.domain.minorities import Minority
from strategykit.domain.outline import Draft, Paragraph, Table, Tone
from strategykit.domain.people import Person, Role
from strategykit.drafting.compose import compose
from strategykit.drafting.compose.composing import FILLERS
from tests.support.drafts import all_text, paragraph, section, table, text_in
from tests.support.full_material import SETTING, a_process, full_material, material

TEMPLATES = ("ungestrategi", "handicappolitik")


@pytest.fixture(scope="module")
def whole() -> Material:
    return full_material()


@pytest.fixture(scope="module")
def draft(whole: Material) -> Draft:
    return compose(whole, SETTING)


def test_whatever_a_template_can_ask_for_is_filled() -> None:
    assert set(FILLERS) == set(FILLS)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_process_with_everything_lacks_nothing(template: str) -> None:
    draft = compose(full_material(template), SETTING)
    assert draft.missing == ()
    assert not [b for _, b in draft.blocks() if isinstance(b, Paragraph) and b.tone is Tone.MISSING]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_block_has_a_key_of_its_own(template: str) -> None:
    draft = compose(full_material(template), SETTING)
    keys = [block.key for _, block in draft.blocks()] + [s.key for s in draft.sections]
    assert len(keys) == len(set(keys))


def test_the_same_material_gives_the_same_draft(draft: Draft) -> None:
    assert compose(full_material(), SETTING) == draft
    adapter = TypeAdapter(Draft)
    assert adapter.validate_json(adapter.dump_json(draft)) == draft


def test_a_new_note_changes_no_other_key(whole: Material, draft: Draft) -> None:
    note = Note(id="ny", process_id="p", board=SWOT, field="styrker", text="Ny", position=99)
    more = replace(whole, things={**whole.things, Note: (*whole.of(Note), note)},
                   dots={**whole.dots, "ny": 30})  # fmt: skip
    before = {block.key for _, block in draft.blocks()}
    after = {block.key for _, block in compose(more, SETTING).blocks()}
    assert before == after


def test_what_a_paragraph_rests_on_is_named_in_words(draft: Draft) -> None:
    rests = [ref for _, block in draft.blocks() for ref in block.rests_on]
    assert rests
    assert all(ref.kind and ref.id and " " in ref.label for ref in rests)


def test_a_sentence_from_data_leads_back_to_its_notes_and_dots(draft: Draft) -> None:
    rests = paragraph(draft, "swot:styrker:flest").rests_on
    assert ("Note", "styrker1") in {(ref.kind, ref.id) for ref in rests}
    assert "9 prikker til ”Seddel et om styrker”" in {ref.label for ref in rests}
    assert ("NoteGroup", "styrker-gruppe") in {(ref.kind, ref.id) for ref in rests}


def test_every_composed_paragraph_of_an_area_rests_on_something(draft: Draft) -> None:
    inside = [
        b for s, b in draft.blocks()
        if s.key.startswith("indsatsomraader:") and isinstance(b, Paragraph)
    ]  # fmt: skip
    assert inside
    assert all(block.rests_on for block in inside)


def test_sources_are_numbered_in_the_order_of_the_text(draft: Draft) -> None:
    cited = []
    for _, block in draft.blocks():
        if isinstance(block, Paragraph):
            cited += block.cites
        if isinstance(block, Table):
            cited += [int(n) for row in block.rows for n in re.findall(r"\[(\d+)\]", row[-1])]
    assert list(dict.fromkeys(cited)) == [source.number for source in draft.sources]
    assert [source.number for source in draft.sources] == list(range(1, len(draft.sources) + 1))


def test_a_source_that_is_cited_twice_has_one_number(draft: Draft) -> None:
    (first,) = paragraph(draft, "viden:kort:v1").cites
    (again,) = paragraph(draft, "indsatsomraader:o1:viden:v1").cites
    assert first == again


def test_an_empty_process_lists_what_it_lacks_with_the_page_that_fills_it() -> None:
    empty = material(a_process("ungestrategi", mandate="", mandate_body="", mandate_day=None))
    draft = compose(empty, SETTING)
    pages = {missing.page for missing in draft.missing}
    assert pages <= set(PAGES)
    assert {"forside", "plan", "viden", "nulpunkt", "swot", "vision", "indsatsomraader",
            "udkast", "godkendelse"} <= pages  # fmt: skip
    texts = [missing.text for missing in draft.missing]
    assert len(texts) == len(set(texts))


def test_an_introduction_does_not_tell_of_what_is_not_there() -> None:
    draft = compose(material(a_process("ungestrategi")), SETTING)
    blocks = section(draft, "stemmer").blocks
    assert [block.tone for block in blocks if isinstance(block, Paragraph)] == [Tone.MISSING]


def test_what_the_template_has_no_page_for_is_not_missed() -> None:
    whole = material(a_process("ungestrategi"))
    fewer = tuple(
        replace(phase, pages=tuple(page for page in phase.pages if page != "nulpunkt"))
        for phase in whole.template.phases
    )
    draft = compose(replace(whole, template=replace(whole.template, phases=fewer)), SETTING)
    assert "nulpunkt" not in {missing.page for missing in draft.missing}
    assert "nulpunkt" not in {section.key for section in draft.sections}


def test_a_template_of_another_subject_has_no_word_of_youth() -> None:
    for whole in (full_material("handicappolitik"), material(a_process("handicappolitik"))):
        words = re.findall(r"\w+", all_text(compose(whole, SETTING)).lower())
        assert not [word for word in words if word.startswith("ung")]


def test_hidden_notes_never_leave_the_wall(whole: Material) -> None:
    for setting in (SETTING, replace(SETTING, raw_notes=True, names=True)):
        assert "Skjult seddel" not in all_text(compose(whole, setting))


def test_loose_notes_stand_in_the_draft_only_when_chosen(whole: Material, draft: Draft) -> None:
    assert "Løs seddel" not in all_text(draft)
    assert "Under ”Styrker” er der én seddel uden gruppe" in text_in(draft, "bilag-sedler")
    chosen = compose(whole, replace(SETTING, raw_notes=True))
    rows = table(chosen, "bilag-sedler:swot:sedler:styrker").rows
    assert ("Løs seddel om styrker", "–", "0") in rows


def test_people_stand_by_role_and_by_name_only_when_chosen(whole: Material, draft: Draft) -> None:
    names = {p.name for p in whole.of(Person) if p.role is not Role.GUEST}
    said = {p.name for p in whole.of(Person) for m in whole.of(Minority) if p.id in m.person_ids}
    assert {name for name in names if name in all_text(draft)} == said
    assert ("Medlem", "2") in table(draft, "bilag-proces:deltagere").rows
    chosen = all_text(compose(whole, replace(SETTING, names=True)))
    assert all(name in chosen for name in names)


def test_guests_are_counted_and_never_named_nor_taken_for_the_committee(whole: Material) -> None:
    chosen = compose(whole, replace(SETTING, names=True))

    assert "Opdigtet Gæst" not in all_text(chosen)
    assert table(chosen, "bilag-proces:deltagere").rows[-1] == ("Gæst", "1 i alt", "–")
    assert table(chosen, "bilag-proces:moeder").rows[0][3] == "2 af 3"


def test_a_rewrite_stands_in_the_draft_with_the_same_links(whole: Material, draft: Draft) -> None:
    key = "swot:styrker:flest"
    rewrite = Rewrite(id="r", process_id="p", block=key, text="Vi står stærkt.")
    changed = compose(replace(whole, things={**whole.things, Rewrite: (rewrite,)}), SETTING)
    assert paragraph(changed, key).text == "Vi står stærkt."
    assert paragraph(changed, key).rests_on == paragraph(draft, key).rests_on


def test_what_is_typed_stays_as_it_is_typed(whole: Material) -> None:
    evil = "<b>fed</b> **fed** ![x](y) $x^2$ =1+1 {kommune}"
    note = replace(whole.of(Note)[0], text=evil)
    changed = replace(whole, things={**whole.things, Note: (note, *whole.of(Note)[1:])})
    assert evil in all_text(compose(changed, SETTING))
